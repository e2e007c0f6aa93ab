"""What runs beside a key or a transcript in an interview: the proctor on a recording, and the app.

One rule: everything of ours is real, the window, the spool, the proctor's process and the sound
that it hears; only the server answers from memory, and a person's presses come from a script.
"""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import numpy as np

from client.proctor.supervisor import ProctorConfig, Supervisor
from client.proctor.types import Looked, Message, Replay
from client.speech.pcm import BLOCK, BLOCK_S
from shared.policy import Accommodations, Policy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from client.app import App
    from shared.exam import Exam, ExamQuestion

FIRST_LOOKS = 10
"""So many looks, and every detector is loaded and runs at its rate."""
PATIENCE_S = 120.0
SELFIES = 60
NOISE = 30
"""Of a quiet room, in steps of 1/32768."""


class NotBegun(Exception):
    """What was to run beside did not begin; the words say what was waited for."""


@contextlib.contextmanager
def proctor(clip: Path) -> Iterator[Supervisor]:
    """The proctor's own process watches the recording and hears a quiet room, as in an interview.

    Raises NotBegun.
    """
    looks: list[Message] = []

    def take(message: Message) -> None:
        if isinstance(message, Looked):
            looks.append(message)

    supervisor = Supervisor(ProctorConfig(source=Replay(clip)), take)
    over = Event()
    room = np.random.default_rng(3).integers(-NOISE, NOISE, BLOCK, dtype=np.int16).tobytes()

    def heard() -> None:
        while not over.wait(BLOCK_S):
            supervisor.hear(room, time.monotonic())

    sound = Thread(target=heard, name="room", daemon=True)
    supervisor.start()
    try:
        until_s = time.monotonic() + PATIENCE_S
        while len(looks) < FIRST_LOOKS:
            if time.monotonic() > until_s:
                raise NotBegun("the proctor did not look")
            time.sleep(0.05)
        supervisor.begin(Policy(), Accommodations())
        sound.start()
        yield supervisor
    finally:
        over.set()
        if sound.ident is not None:
            sound.join()
        supervisor.stop()


@contextlib.contextmanager
def at_a_question(folder: Path, clip: Path, question: "ExamQuestion") -> "Iterator[App]":
    """The app in its window at this question: proctor, probes, lockdown and spool run.

    It is brought there by presses on its own buttons; raises NotBegun.
    """
    import httpx
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from client.app import Edges, build
    from client.exam import Screen
    from client.settings import Settings
    from client.speech.microphone import ReplaySpec
    from shared.exam import Exam
    from tests.client.spool.memory_server import make_grant
    from tests.client.ui.edges import LINK, tone

    policy = Policy(voice_sample=False, speak_questions=False, calibrate_gaze=False)
    key = Ed25519PrivateKey.generate()
    exam = Exam(title="Bench", duration_s=3600, questions=(question,))
    server = _server(make_grant(key, policy=policy, duration_s=3600), key, exam)
    app = build(
        Settings(data_dir=folder / "data"),
        camera=Replay(clip),
        microphone=ReplaySpec(tone(folder / "tone.wav")),
        invite=LINK,
        edges=Edges(httpx.MockTransport(server)),
    )
    app.show()
    try:
        _until(lambda: bool(app.state.session), "the invite")
        for name in ("welcome", "devices"):
            _press(app, f"screen_{name}", "continue_button")
        for name in ("agree_check", "compare_check", "continue_button"):
            _press(app, "screen_consent", name)
        _take_selfie(app)
        _press(app, "screen_voice", "continue_button")
        _until(lambda: app.state.screen is Screen.QUESTION, "the question")
        _until(lambda: app.watch.health is not None, "the proctor's first word")
        yield app
    finally:
        app.close()


def _server(grant: Any, key: Any, exam: "Exam") -> Any:
    from datetime import timedelta

    import httpx

    from shared.clock import utc_text
    from shared.session import Started
    from tests.client.spool.memory_server import T0
    from tests.client.ui.edges import InterviewServer

    class Server(InterviewServer):
        """Gives out this exam."""

        def answer(self, path: str, body: bytes) -> httpx.Response:
            if path.split("/")[3] != "start":
                return super().answer(path, body)
            started = Started(
                exam=exam,
                started_at=utc_text(T0),
                deadline_at=utc_text(T0 + timedelta(seconds=exam.duration_s)),
                server_time=utc_text(T0),
            )
            return httpx.Response(200, content=started.model_dump_json().encode())

    return Server(grant, key, client_key="")


def _usable(app: "App", screen: str, name: str) -> "QAbstractButton | None":
    from PySide6.QtWidgets import QAbstractButton

    page = app.window.current
    found = page.findChild(QAbstractButton, name) if page.objectName() == screen else None
    return found if found is not None and found.isVisible() and found.isEnabled() else None


def _press(app: "App", screen: str, name: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    try:
        _until(lambda: _usable(app, screen, name) is not None, f"{name} on {screen}")
    except NotBegun as error:
        raise NotBegun(f"{error}, and {app.window.current.objectName()} is shown") from error
    button = _usable(app, screen, name)
    assert button is not None
    if button.isCheckable():
        button.setChecked(True)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _take_selfie(app: "App") -> None:
    """As often as it takes: the recording's person is not always in the picture."""
    page = "screen_selfie"
    _press(app, page, "take_button")
    for _ in range(SELFIES):
        _until(lambda: _usable(app, page, "retake_button") is not None, "the selfie's verdict")
        if _usable(app, page, "use_button") is not None:
            _press(app, page, "use_button")
            return
        rest(1.0)
        _press(app, page, "retake_button")
    raise NotBegun("no selfie could be used")


def _until(ready: Callable[[], bool], what: str) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > until_s:
            raise NotBegun(f"waited in vain for {what}")
        rest(0.02)


def rest(seconds: float) -> None:
    """The GUI thread does what comes, and sleeps where nothing does."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(max(0, round(seconds * 1000)))
    loop.exec()
