"""From the invite to handed in through the real app, with trouble in the middle.

Server, camera worker and microphone are the edges; window, flow, spool and uploader are real.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QWidget

from client.app import App, Edges, build
from client.awake import Awake
from client.exam import Screen
from client.proctor.types import Camera, Closed, Opened, System
from client.settings import Settings
from client.speech.microphone import ReplaySpec
from shared.events import Kind, Severity, SignalKind
from shared.lifecycle import Status
from shared.session import Grant
from tests.client.spool.memory_server import make_grant
from tests.client.ui.edges import (
    FACE,
    LINK,
    POLICY,
    SPOKEN,
    Hushed,
    InterviewServer,
    ScriptedProctor,
    ahead,
    holds_nothing,
    tone,
)

PATIENCE_MS = 15_000


class Sitting:
    """One app with its edges, and a person at it."""

    def __init__(self, folder: Path, grant: Grant, key: Ed25519PrivateKey, qtbot) -> None:
        self.server = InterviewServer(grant, key, client_key="")
        self.proctors: list[ScriptedProctor] = []
        self.qtbot = qtbot
        self.app: App = build(
            Settings(data_dir=folder / "data", sync_every_s=0.05),
            microphone=ReplaySpec(tone(folder / "tone.wav")),
            invite=LINK,
            edges=Edges(
                httpx.MockTransport(self.server),
                self._proctor,
                lambda: (Camera(0, "Camera"),),
                awake=Awake(("cat",)),
                power=lambda: None,
                make_quiet=Hushed,
                measures=holds_nothing,
            ),
        )
        self.app.show()

    def _proctor(self, source: object, say: Callable[..., None]) -> ScriptedProctor:
        self.proctors.append(ScriptedProctor(None, say))
        return self.proctors[-1]

    @property
    def proctor(self) -> ScriptedProctor:
        return self.proctors[-1]

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=PATIENCE_MS)

    def on(self, screen: Screen) -> None:
        self.until(lambda: self.app.window.current.objectName() == f"screen_{screen}")

    def widget(self, name: str) -> QWidget:
        found = self.app.window.current.findChild(QWidget, name)
        assert found is not None, f"no {name} on {self.app.window.current.objectName()}"
        return found

    def press(self, name: str) -> None:
        self.until(lambda: self.widget(name).isVisible() and self.widget(name).isEnabled())
        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def notice(self) -> str:
        label = self.app.window.findChild(QLabel, "notice_label")
        assert label is not None
        return label.text() if label.isVisible() else ""

    def editor(self) -> QPlainTextEdit:
        edit = self.widget("answer_edit")
        assert isinstance(edit, QPlainTextEdit)
        return edit

    def saved(self) -> bool:
        label = self.widget("saved_label")
        assert isinstance(label, QLabel)
        return label.text() == "Saved on this computer."

    def to_the_first_question(self) -> None:
        self.on(Screen.WELCOME)
        self.until(lambda: self.app.state.session)
        self.press("continue_button")
        self.on(Screen.DEVICES)
        self.until(lambda: self.app.watch.camera_key)
        self.proctor.look()
        self.press("continue_button")
        self.on(Screen.CONSENT)
        for name in ("agree_check", "compare_check"):
            box = self.widget(name)
            assert isinstance(box, QCheckBox)
            box.setChecked(True)
        self.press("continue_button")
        self.on(Screen.SELFIE)
        self.press("take_button")
        self.press("use_button")
        self.on(Screen.VOICE)
        self.press("continue_button")
        self.on(Screen.QUESTION)

    def kinds(self) -> list[str]:
        """Of the rows at the server, in order."""
        return [json.loads(row)["kind"] for row in self.server.rows]

    def bodies(self, kind: str) -> list[dict]:
        both = zip(self.kinds(), self.server.bodies, strict=True)
        return [json.loads(body) for one, body in both if one == kind]

    def noted(self) -> list[str]:
        return [body["what"] for body in self.bodies(Kind.SYSTEM)]


@pytest.fixture
def sitting(qapp, qtbot, tmp_path: Path) -> Iterator[Sitting]:
    key = Ed25519PrivateKey.generate()
    # The questions are on the machine before the start, which only brings their key.
    sealed = {"session": "9" * 32, "ahead": ahead("9" * 32)}
    grant = make_grant(key, policy=POLICY, question_count=2, **sealed)
    made = Sitting(tmp_path, grant, key, qtbot)
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def test_an_interview_with_an_unplugged_camera_a_full_disk_and_no_network_loses_nothing(
    sitting: Sitting,
):
    sitting.to_the_first_question()
    assert sitting.server.selfies
    proctor = sitting.proctor
    sitting.until(lambda: proctor.faces == [FACE])
    sitting.until(lambda: "begin" in proctor.told)

    proctor.say(System("camera_lost", gap_ms=None))
    sitting.until(lambda: "camera gives no picture" in sitting.notice())
    proctor.say(
        Opened(
            SignalKind.FACE_ABSENT,
            Severity.HIGH,
            onset_ms=1000,
            at_ms=2000,
            measure="faces",
            value_milli=0,
            detector="face",
            evidence_jpeg=b"jpeg of an empty chair",
        )
    )
    proctor.say(Closed(SignalKind.FACE_ABSENT, onset_ms=1000, ended_ms=3000, at_ms=3500))
    proctor.say(System("camera_back", gap_ms=2500))
    sitting.until(lambda: not sitting.notice())

    spool = sitting.app.network.spool
    assert spool is not None
    spool._db.execute("PRAGMA max_page_count = 1")
    sitting.editor().insertPlainText("kept in spite of it " * 500)
    sitting.until(lambda: "disk of this computer is full" in sitting.notice())
    assert not sitting.saved()
    spool._db.execute("PRAGMA max_page_count = 1000000")
    sitting.until(lambda: not sitting.notice())
    sitting.until(sitting.saved)
    text = sitting.editor().toPlainText()

    sitting.server.weather = lambda n, path: "lost before"
    sitting.until(lambda: "answers are kept on this computer" in sitting.notice())
    sitting.server.weather = lambda n, path: "fair"
    sitting.until(lambda: not sitting.notice())

    sitting.press("done_button")
    sitting.press("record_button")
    sitting.until(lambda: sitting.app.state.phase == "recording")
    sitting.qtbot.wait(600)
    sitting.press("record_button")
    sitting.until(lambda: sitting.app.state.phase == "recorded")
    sitting.press("done_button")
    sitting.until(lambda: sitting.app.state.closing == "done")
    assert sitting.server.status is Status.COMPLETED

    # The server has what the spool has: every row once, in order, and every picture and sound.
    hashes = [one for _, one in sitting.app.spool_rows()]
    assert [seq for seq, _ in sitting.app.spool_rows()] == list(range(1, len(hashes) + 1))
    assert len(sitting.server.rows) == len(hashes)
    assert [what for what in sitting.noted() if "microphone" not in what] == [
        "key_in_file",
        "camera_lost",
        "camera_back",
        "disk_full",
        "disk_back",
        "network_lost",
        "network_back",
    ]
    assert sitting.bodies(Kind.ANSWER_REVISED)[-1]["text"] == text
    (opened,) = sitting.bodies(Kind.SIGNAL_OPENED)
    chunks = sitting.bodies(Kind.ANSWER_CHUNK)
    assert [one["question"] for one in chunks] == [SPOKEN]
    assert chunks[0]["duration_ms"] >= 400
    named = [one["sha256"] for one in opened["evidence"]] + [chunks[0]["audio"]["sha256"]]
    (enrolled,) = sitting.bodies(Kind.ENROLLED)
    assert enrolled["model"] == "tiny 1"
    named.append(enrolled["template"]["sha256"])
    assert set(named) <= set(sitting.server.blobs)
    assert len(sitting.bodies(Kind.SIGNAL_CLOSED)) == 1
    assert sitting.kinds()[-1] == Kind.CLOSED
    # Speech was heard all along, and none of it counted while the spoken question was open.
    assert proctor.heard
    assert proctor.expected[-1] == (False, False)
    assert (True, False) in proctor.expected
