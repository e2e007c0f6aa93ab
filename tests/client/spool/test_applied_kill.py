"""An instruction and what it did are kept together, whenever the app is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from client.exam import load
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.session import Grant

KILLS = 4
WRITER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from client.exam import Append, Instructed, dump, load, step
from client.spool.store import Spool
from shared.exam import ExamQuestion
from shared.sync import Instruction
from tests.client.exam.story import at, at_written

spool = Spool.open(Path(sys.argv[1]))
saved = spool.load_state()
state = at_written() if saved is None else load(saved)
assert saved is None or state.applied == spool.applied
print(spool.applied, flush=True)
for number in range(state.applied + 1, 10_000):
    action = ("pause", "ask", "resume")[number % 3]
    given = Instruction(number=number, action=action, at="2026-11-22T15:00:00.000Z", sig="s")
    further = None
    if action == "ask":
        further = ExamQuestion(
            id=f"{number:032x}", position=number, kind="written", prompt="Why?", follows="2" * 32
        )
    state, effects = step(state, Instructed(given, further), at(number))
    rows = [effect.body for effect in effects if isinstance(effect, Append)]
    for place, body in enumerate(rows, start=1):
        whole = dump(state) if place == len(rows) else None
        spool.append(body, at=datetime.now(UTC), mono_ms=0, state=whole)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_killed_app_knows_what_was_applied_and_what_it_did(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    folder = tmp_path / "spool"
    Spool.create(folder, grant, signing_key).close()
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True
        )
        with writer:
            assert writer.stdout is not None
            began = int(writer.stdout.readline())
            told = began
            while told < began + 25:
                told = int(writer.stdout.readline())
            os.kill(writer.pid, signal.SIGKILL)
        with Spool.open(folder) as spool:
            saved = spool.load_state()
            assert saved is not None
            state = load(saved)
            assert state.applied == spool.applied >= told
            # Of pause, ask and resume, from the second on: what was asked is there, each once.
            assert (state.paused is not None) is (state.applied % 3 != 2 and state.applied > 2)
            assert state.exam is not None
            asked = [int(one.id, 16) for one in state.exam.questions if one.follows]
            assert sorted(asked) == list(range(1, state.applied + 1, 3))
