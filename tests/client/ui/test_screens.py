"""Pictures of every screen in docs/screens/app, and whether they still show what the app shows.

`INVIGIL_RENEW_SCREENS=1 python3 dev.py test tests/client/ui/test_screens.py` draws them anew; look
at them before you commit. A picture is out of date when more than `CHANGED` of it differs.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from client import exam
from client.exam import Answer, Block, Clock, Held, Live, Now, Problem, Screen, State
from client.exam.state import Cover
from client.ui import i18n
from client.ui.practising import Practice
from client.ui.theme import Theme
from client.ui.window import Window
from shared.exam import Exam, ExamQuestion
from shared.policy import Policy
from shared.readiness import ReadinessLine
from tests.client.ui.scenes import SCENES, Scenes

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "screens" / "app"
RENEW = os.environ.get("INVIGIL_RENEW_SCREENS") == "1"
FAMILY = "DejaVu Sans"
"""dev.py installs it: other fonts would draw other pictures."""
WIDE, HIGH = 1280, 800
CHANGED = 0.01
"""Share of the pixels: a line of text more, or a button, is more than that."""
_STEP = 48
"""Of 255: less is another machine's smoothing."""

NOW = Now(1_800_000_000_000, 5_000_000, "one")
CODE = "def first_repeated(words):\n    seen = set()\n    for word in words:\n        "
QUESTIONS = (
    ExamQuestion(
        id="1" * 32,
        position=1,
        kind="spoken",
        topic="Caching",
        prompt="When does a cache make a service slower? Give an example from your own work.",
        time_limit_s=180,
    ),
    ExamQuestion(
        id="2" * 32,
        position=2,
        kind="written",
        topic="Databases",
        prompt="What does a transaction promise, and what does it cost?",
        time_limit_s=420,
    ),
    ExamQuestion(
        id="3" * 32,
        position=3,
        kind="coding",
        topic="Python",
        prompt="Write first_repeated(words): the first word that occurs a second time, or None.",
        time_limit_s=900,
        language="python",
    ),
)
KNOWN = State(
    session="a" * 32,
    candidate_name="Ada Example",
    organisation="Northwind",
    title="Backend engineer",
    question_count=3,
    duration_s=1800,
    opens_at="2026-11-29T10:00:00Z",
    closes_at="2026-11-29T18:00:00Z",
    zone="Europe/Berlin",
)


def asking(index: int, text: str = "", **changes: object) -> State:
    answers = [Answer(opened_ms=0, text=text, revision=1 if text else 0) for _ in QUESTIONS]
    running = replace(
        KNOWN,
        screen=Screen.QUESTION,
        exam=Exam(title="Backend engineer", duration_s=1800, questions=QUESTIONS),
        clock=Clock(NOW.utc_ms, NOW.utc_ms + 1_800_000, NOW.utc_ms, NOW),
        answers=tuple(answers),
        index=index,
    )
    return replace(running, **changes)  # type: ignore[arg-type] - fields of State


def asking_further() -> State:
    """One more question about the spoken answer, in the middle of the paper."""
    more = ExamQuestion(
        id="4" * 32,
        position=4,
        kind="spoken",
        topic="Caching",
        prompt="You said that the cache was cold after each deployment: how did you notice?",
        time_limit_s=120,
        marks=0,
        follows=QUESTIONS[0].id,
    )
    questions = (QUESTIONS[0], more, *QUESTIONS[1:])
    state = asking(1)
    assert state.exam is not None
    return replace(
        state,
        exam=state.exam.model_copy(update={"questions": questions}),
        answers=tuple(Answer(opened_ms=0) for _ in questions),
    )


STATES = {
    "welcome": State(),
    "welcome-known": KNOWN,
    "devices": replace(KNOWN, screen=Screen.DEVICES),
    "gaze": replace(KNOWN, screen=Screen.GAZE),
    "consent": replace(KNOWN, screen=Screen.CONSENT),
    "selfie": replace(KNOWN, screen=Screen.SELFIE),
    "light": replace(KNOWN, screen=Screen.SELFIE, light="asked"),
    "voice": replace(KNOWN, screen=Screen.VOICE),
    "spoken": asking(0),
    "written": asking(1, "A transaction promises that all of it happens, or nothing."),
    "coding": asking(2, CODE),
    "further": asking_further(),
    "notices": asking(1, live=Live(notices=("camera_lost", "network_lost"))),
    "paused": asking(1, paused=Held("technical", 60_000)),
    "blocked": asking(
        1,
        policy=Policy(blocks=("processes",), block_credit_s=300),
        blocks=(Block("processes", ("AnyDesk",)),),
        cover=Cover("block", 30_000, 300_000, 0),
    ),
    "locked": asking(1, locked=Held("identity_check", 60_000)),
    "waiting": asking(2, screen=Screen.FINISH, closing="asking"),
    "finish": asking(2, screen=Screen.FINISH, closing="upload"),
    "done": asking(2, screen=Screen.FINISH, closing="done"),
    "refused": replace(
        State(),
        live=Live(
            problem=Problem("invite_expired", "This invite has run out.", "Ask for another.")
        ),
    ),
}
CHECKED = (
    ReadinessLine(probe="network", outcome="ok", found="https://jobs.example.com answers in 31 ms"),
    ReadinessLine(probe="clock", outcome="ok", found="within a second of the server"),
    ReadinessLine(probe="disk", outcome="ok", found="212.4 GB free"),
    ReadinessLine(
        probe="camera",
        outcome="violation",
        found="No camera",
        cause="No camera is connected, or the system hides it from this app.",
        cure="Plug one in, or allow this app to use the camera in the privacy settings.",
    ),
    ReadinessLine(
        probe="light",
        outcome="unknown",
        cause="There was no picture to look at.",
        cure="See the line about the camera.",
    ),
    ReadinessLine(probe="microphone", outcome="ok", found="Headset, loudest -31 dBFS"),
)
OTHERS = ("readiness", "practice")
"""Pictures of what is no state of an interview."""


@pytest.fixture(scope="module")
def drawn(qapp: QApplication) -> Iterator[Window]:
    if FAMILY not in QFontDatabase.families():
        pytest.skip(f"{FAMILY} is not installed")
    before = qapp.font()
    qapp.setFont(QFont(FAMILY))
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    window = Window(Theme(qapp))
    window.resize(WIDE, HIGH)
    window.show()
    yield window
    window.let_close()
    window.close()
    shiboken6.delete(window)
    qapp.styleHints().unsetColorScheme()
    qapp.setFont(before)


@pytest.fixture(scope="module")
def drawn_arabic(drawn: Window, qapp: QApplication) -> Iterator[Window]:
    before = QLocale()
    assert i18n.speak(qapp, i18n.choose(["ar"])), "python3 dev.py build translations"
    window = Window(Theme(qapp))
    window.resize(WIDE, HIGH)
    window.show()
    yield window
    window.let_close()
    window.close()
    shiboken6.delete(window)
    i18n.speak(qapp, i18n.ENGLISH)
    QLocale.setDefault(before)


def picture(window: Window, name: str) -> QImage:
    window.show_practice("")
    window.go_on()
    scenes = Scenes(window, asking, exam.Now(NOW.utc_ms + 45_000, NOW.mono_ms + 45_000, "one"))
    scenes.clear()
    if name in SCENES:
        scenes.stage(name)
    elif name == "readiness":
        window.readiness.show_running(tuple(line.probe for line in CHECKED), invited=True)
        for line in CHECKED:
            window.readiness.show_line(line)
        window.readiness.show_over()
        window.show_state(State(), NOW)
        window.show_readiness()
    else:
        if name == "practice":
            window.show_practice(Practice.banner())
        state = STATES.get(name, asking(0, practice=True))
        window.show_state(state, exam.Now(NOW.utc_ms + 45_000, NOW.mono_ms + 45_000, "one"))
    window.setFocus()  # no cursor that blinks
    for _ in range(3):  # a card that is shorter than before is told to those around it in turns
        QApplication.processEvents()
    made = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(1)
    scenes.clear()
    return made


def differing(one: QImage, other: QImage) -> float:
    """Share of the pixels that look different."""
    if one.size() != other.size():
        return 1.0
    first, second = (np.asarray(image.constBits(), np.int16) for image in (one, other))
    apart = np.abs(first - second).reshape(-1, 4).max(axis=1)
    return float((apart > _STEP).mean())


@pytest.mark.parametrize("name", [*STATES, *OTHERS, *(one for one in SCENES if one != "arabic")])
def test_the_picture_in_the_docs_is_what_the_app_shows(drawn: Window, name: str):
    compare(name, picture(drawn, name))


def test_the_picture_in_arabic_is_what_the_app_shows(drawn_arabic: Window):
    compare("arabic", picture(drawn_arabic, "arabic"))


def compare(name: str, shown: QImage) -> None:
    file = FOLDER / f"{name}.png"
    if RENEW:
        FOLDER.mkdir(parents=True, exist_ok=True)
        assert shown.save(str(file))
        return
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert differing(shown, kept) < CHANGED, f"draw {file.name} anew: see the top of this file"


def test_no_picture_is_of_a_screen_that_is_gone():
    assert {file.stem for file in FOLDER.glob("*.png")} == {*STATES, *OTHERS, *SCENES}
