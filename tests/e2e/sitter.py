"""A person at the real app who is killed in mid-sentence: types, speaks, goes to and fro.

The app is whole but for its outermost edges (a proctor that watches nothing, a recording in place
of the microphone); server and disk are real. It forks one app for each line on its standard
input, so that a life costs no imports. One rule: what it prints was true before it was printed.
"""

import os
import random
import sys
import time
from pathlib import Path

PAUSE_MS = 40
"""Between two keys: fast typing, so that the pause timer seldom saves and the longest wait does."""
LONG = 300
"""Characters after which the text is begun anew under the next number."""


def say(line: str) -> None:
    """One line, in one write: a kill cuts none in half."""
    os.write(1, f"{line}\n".encode())


def number_of(text: str) -> tuple[int, int]:
    """(generation, length) of a text that `Sitter` typed; raises ValueError for any other."""
    if not text:
        return 0, 0
    generation, colon, rest = text.partition(":")
    letters = "abcdefghijklmnopqrstuvwxyz"
    if not colon or rest != (letters * (len(rest) // 26 + 1))[: len(rest)]:
        raise ValueError(f"not as it was typed: {text[:60]!r}")
    return int(generation), len(rest)


def sit(data: Path, tone: Path, seed: int) -> None:
    """One life: until somebody kills it."""
    began = time.process_time()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer

    from client import exam
    from client.app import Edges, build
    from client.awake import Awake
    from client.proctor.types import Camera
    from client.settings import Settings
    from client.speech.microphone import ReplaySpec
    from tests.client.ui.edges import ScriptedProctor

    app = build(
        Settings(data_dir=data, sync_every_s=0.05),
        microphone=ReplaySpec(tone),
        edges=Edges(
            make_supervisor=lambda source, told: ScriptedProctor(source, told),
            list_cameras=lambda: (Camera(0, "Camera"),),
            awake=Awake(("cat",)),
        ),
    )
    chance = random.Random(seed)
    speaks = chance.random() < 0.4
    last_ms = 0

    def left(now: exam.Now) -> int:
        """Milliseconds to the end, without what was given back for an outage."""
        clock = app.state.clock
        assert clock is not None
        return (exam.total_left_ms(app.state, now) or 0) - (clock.credited_ms or 0)

    def at() -> str:
        state, now = app.state, app.conductor.clocks.now()
        generation, length = number_of(app.window.question.prose.answer())
        return (
            f"{now.mono_ms} {left(now)} {state.index} {state.phase} {state.answers[1].takes} "
            f"{generation} {length}"
        )

    def first() -> None:
        if app.state.question is None or app.window.current is not app.window.question:
            QTimer.singleShot(5, app.window, first)
            return
        # The other question's text is the state's, whichever is open.
        text = app.state.answers[0].text
        generation, length = number_of(text)
        now = app.conductor.clocks.now()
        say(
            f"back {now.mono_ms} {left(now)} {app.state.index} "
            f"{generation} {length} {(time.process_time() - began) * 1000:.0f} {speaks:d}"
        )
        tick.start()

    def live() -> None:
        nonlocal last_ms
        state, page = app.state, app.window.question
        if state.question is None or state.leaving:
            return
        now_ms = app.conductor.clocks.now().mono_ms
        stalled, last_ms = now_ms - (last_ms or now_ms), now_ms
        wanted = 1 if speaks else 0
        if state.index != wanted:
            page.go(exam.QuestionWished(wanted))
        elif speaks:
            if state.phase in ("ready", "recorded"):
                app.conductor.feed(exam.RecordPressed())
        else:
            generation, length = number_of(page.prose.answer())
            if length >= LONG:
                page.prose.setPlainText(f"{generation + 1}:")
            elif not page.prose.answer():
                page.prose.insertPlainText("1:")
            else:
                page.prose.insertPlainText("abcdefghijklmnopqrstuvwxyz"[length % 26])
        if app.window.current is page:
            say(f"live {stalled} {at()}")

    tick = QTimer(app.window)
    tick.setInterval(PAUSE_MS)
    tick.timeout.connect(live)
    QTimer.singleShot(5, app.window, first)
    app.run()


def main() -> None:
    """`data tone seed` on each line of standard input."""
    import av  # noqa: F401 - imported once, before the forks
    import httpx  # noqa: F401
    import PySide6.QtWidgets  # noqa: F401

    import tests.client.ui.edges  # noqa: F401

    say("ready")
    for line in sys.stdin:
        data, tone, seed = line.split()
        child = os.fork()
        if child == 0:
            sit(Path(data), Path(tone), int(seed))
            os._exit(0)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
