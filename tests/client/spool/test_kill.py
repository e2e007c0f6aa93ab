"""What `append` returned survives kill -9 at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.events import AnswerChunk
from shared.session import Grant

KILLS = 30


@pytest.mark.skipif(sys.platform == "win32", reason="forks its writers")
def test_thirty_kills_lose_nothing_that_was_durable(
    tmp_path: Path, grant: Grant, signing_key: SigningKey
):
    chance = random.Random(20261122)
    folder = tmp_path / "spool"
    Spool.create(folder, grant, signing_key).close()
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.client.spool.writer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    writer, durable, counter, kills_in_mid_writing = 0, 0, 0, 0
    with nursery:
        for _ in range(KILLS):
            nursery.stdin.write(f"{folder}\n")
            nursery.stdin.flush()
            rows_before = durable
            for line in nursery.stdout:
                match line.split():
                    case ["pid", number]:
                        writer = int(number)
                        if chance.random() < 0.3:
                            kill_within(writer, chance.uniform(0.0, 0.05))  # while it opens
                            writer = 0
                    case ["row", seq]:
                        durable = int(seq)
                        if writer:
                            kill_within(writer, chance.uniform(0.0, 0.03))
                            writer = 0
                    case ["counter", number]:
                        assert int(number) > counter
                        counter = int(number)
                    case _:
                        break
            kills_in_mid_writing += durable > rows_before
            # Opening checks the whole chain.
            with Spool.open(folder) as spool:
                assert durable <= spool.head.seq <= durable + 1
                if spool.head.seq:
                    assert spool.load_state() == str(spool.head.seq).encode() * 50
                for row in spool.rows():
                    if row.kind == "answer.chunk":
                        audio = AnswerChunk.model_validate_json(row.body).audio
                        assert len(spool.open_blob(audio.sha256)) == 3000
                assert not list((folder / "blobs").glob("*.partial"))
                durable = spool.head.seq
        nursery.stdin.close()
    assert kills_in_mid_writing >= KILLS // 2
    assert durable > KILLS


def kill_within(pid: int, seconds: float) -> None:
    """The random moment of the kill needs a real wait: the writer runs beside us."""
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
