"""The scripted candidate: the real app, its real widgets, a recording as camera and microphone.

It types, clicks and waits as a person would, and never calls the API. One rule: it finds widgets
by name on the visible screen, so a screen that cannot be used by hand cannot be used by it.
"""

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STEP_TIMEOUT_S = 60.0
"""Longest wait for any one thing to appear."""
STAY_S = 54.0
"""Interview seconds before the last answer is handed in: the scripted episodes end at 34, a still
portrait is called not alive after 49, and the clip ends at 60."""
SPEAK_S = 8.0
"""Seconds of each spoken answer."""

WRITTEN = (
    "The client sends an idempotency key with every payment request. The service stores the key "
    "under a unique constraint in the same transaction as the charge, so a second request with "
    "that key charges nobody and returns the stored result of the first one."
)
CODE = """def first_unique(text):
    counts = {}
    for character in text:
        counts[character] = counts.get(character, 0) + 1
    for character in text:
        if counts[character] == 1:
            return character
    return None"""


class ScriptFailed(Exception):
    """The app did not come to where the script waited for it."""


@dataclass(frozen=True)
class Wait:
    """What the script waits for before its next step."""

    what: str
    ready: Callable[[], bool]
    timeout_s: float = STEP_TIMEOUT_S


Steps = Generator[Wait, None, None]


class Candidate:
    """Drives one app through one interview, from a timer in the app's own event loop."""

    def __init__(self, app: Any, options: argparse.Namespace) -> None:
        self.app = app
        self.options = options
        self.told: dict[str, Any] = {"problems": [], "ended_s": options.stay_s}
        self._screens = 0
        self._began: float | None = None
        self._rates: list[float] = []
        self._looked_s = 0.0

    # ---- the story ---------------------------------------------------------------------------

    def story(self) -> Steps:
        """The whole interview; each `yield` hands control back to the app."""
        if self.options.resume:
            yield self.on("question")
        else:
            yield from self.enter()
        self._began = time.monotonic()
        yield from self.answer_all()
        yield self.on("finish")
        self.picture("finish")
        close = self.widget("close_button")
        yield Wait("the upload to end", close.isEnabled, 90)
        self.picture("handed-in")
        self.click("close_button")

    def enter(self) -> Steps:
        """From the welcome screen to the first question."""
        yield self.on("welcome")
        self.picture("welcome")
        yield from self.forward("devices")
        yield Wait("a picture from the camera", lambda: self.app_looks())
        self.picture("devices")
        yield from self.press("continue_button")
        yield Wait("what follows the devices", lambda: self.screen() in ("gaze", "consent"))
        if self.screen() == "gaze":
            # Nobody in the clip looks at points; skipping is what a person may do as well.
            self.picture("gaze")
            yield from self.press("skip_button")
        yield self.on("consent")
        self.widget("agree_check").setChecked(True)
        self.widget("compare_check").setChecked(True)
        self.picture("consent")
        yield from self.forward("selfie")
        yield from self.take_selfie()
        yield Wait(
            "what follows the selfie",
            lambda: self.screen() == "voice" or self.usable("light_button"),
        )
        if self.screen() == "selfie":
            self.picture("light")
            yield from self.press("skip_button")
        yield self.on("voice")
        yield from self.press("record_button")
        yield self.after(4)
        self.picture("voice")
        yield from self.press("record_button")
        yield from self.forward("question")

    def take_selfie(self) -> Steps:
        """Takes pictures until one may be used, and uses it."""
        yield from self.press("take_button")
        while True:
            yield Wait("the selfie to be judged", lambda: self.usable("retake_button"))
            if self.usable("use_button"):
                break
            yield from self.press("retake_button")
        self.picture("selfie")
        yield from self.press("use_button")

    def answer_all(self) -> Steps:
        """Every question, by what it asks for."""
        answered: list[str] = []
        while self.screen() == "question":
            prompt = self.text("prompt_label")
            if prompt in answered:
                raise ScriptFailed(f"asked twice: {prompt}")
            answered.append(prompt)
            yield from self.answer_one(last=self.is_last())
            yield from self.leave(prompt)

    def leave(self, prompt: str) -> Steps:
        """To the next question; a transcript that is shown before it is read and handed in."""

        def gone() -> bool:
            return self.screen() != "question" or self.text("prompt_label") != prompt

        def reads() -> bool:
            return self.app.state.live.review == "shown"

        yield Wait("the next question, or a transcript to read", lambda: gone() or reads())
        if not gone():
            self.picture("transcript")
            yield from self.press("done_button")
            yield Wait("the next question", gone)

    def answer_one(self, *, last: bool) -> Steps:
        """One question: speak, write or code, stay as long as the script says, and hand it in."""
        if self.usable("record_button"):
            yield from self.press("record_button")
            yield self.after(SPEAK_S)
            self.picture("spoken")
            yield from self.press("record_button")
            yield self.after(1)
        elif self.usable("answer_edit"):
            yield from self.write()
            self.picture("written")
        else:
            self.write_code()
            yield self.after(1.5)
            self.picture("coding")
        if last and self._began is not None:
            began = self._began
            yield Wait("the script's end", lambda: time.monotonic() - began >= self.options.stay_s)
        yield from self.press("done_button")

    def write(self) -> Steps:
        """The written answer; may stop in the middle, for whoever wants to pull the plug."""
        there = self.widget("answer_edit").toPlainText()
        self.told["found_text"] = there
        half = len(WRITTEN) // 2
        if not there:
            self.type_into("answer_edit", WRITTEN[:half])
            yield self.after(1.5)
        if self.options.stop_in_answer:
            print("STOPPED IN ANSWER", flush=True)
            yield Wait("the end of the world", lambda: False, 3600)
        self.type_into("answer_edit", WRITTEN[half:])
        yield self.after(1.5)

    def write_code(self) -> None:
        """Replaces the starter by the solution, line by line, whatever the editor indents."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        edit = self.widget("code_edit")
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        for number, line in enumerate(CODE.split("\n")):
            if number:
                QTest.keyClick(edit, Qt.Key.Key_Return)
                cursor = edit.textCursor()
                cursor.select(cursor.SelectionType.LineUnderCursor)
                edit.setTextCursor(cursor)
            self.type_into("code_edit", line)
        self.told["typed_code"] = edit.toPlainText() == CODE

    # ---- hands and eyes ----------------------------------------------------------------------

    def screen(self) -> str:
        """Name of the visible screen, without its prefix."""
        return self.app.window.current.objectName().removeprefix("screen_")

    def on(self, name: str) -> Wait:
        """Until the screen of that name is visible."""
        return Wait(f"screen {name}", lambda: self.screen() == name)

    def after(self, seconds: float) -> Wait:
        """Until that much time has passed."""
        end = time.monotonic() + seconds
        return Wait(f"{seconds} s", lambda: time.monotonic() >= end, seconds + 30)

    def widget(self, name: str) -> Any:
        """The widget of that name on the visible screen."""
        from PySide6.QtWidgets import QWidget

        found = self.app.window.current.findChild(QWidget, name)
        if found is None:
            raise ScriptFailed(f"no {name} on screen {self.screen()}")
        return found

    def usable(self, name: str) -> bool:
        """Whether the widget is there, visible and enabled."""
        from PySide6.QtWidgets import QWidget

        found = self.app.window.current.findChild(QWidget, name)
        return found is not None and found.isVisible() and found.isEnabled()

    def text(self, name: str) -> str:
        """What a label on the visible screen says."""
        return self.widget(name).text()

    def click(self, name: str) -> None:
        """A left click in the widget's middle."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def press(self, name: str) -> Steps:
        """Waits until the button can be pressed, and presses it."""
        here = self.screen()
        yield Wait(f"{name} on {here}", lambda: self.usable(name))
        self.click(name)

    def forward(self, screen: str) -> Steps:
        """Presses Continue until the next screen is there."""
        while self.screen() != screen:
            here = self.screen()
            yield from self.press("continue_button")
            yield Wait(
                f"something after Continue on {here}",
                lambda here=here: self.screen() != here or self.usable("continue_button"),
            )

    def type_into(self, name: str, text: str) -> None:
        """Keys, one by one, as a keyboard sends them."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        edit = self.widget(name)
        edit.setFocus()
        if not edit.textCursor().hasSelection():
            QTest.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(edit, text)

    def app_looks(self) -> bool:
        """Whether the device check has a picture."""
        return self.usable("continue_button")

    def is_last(self) -> bool:
        """Whether the open question is the last one."""
        state = self.app.state
        return state.index == state.question_count - 1

    def take_rate(self) -> None:
        """Once a second of the interview: how many frames a second the face detector looks at."""
        health = self.app.watch.health
        if self._began is None or health is None or health.face_fps is None:
            return
        if self.screen() == "question" and time.monotonic() - self._looked_s >= 1:
            self._looked_s = time.monotonic()
            self._rates.append(health.face_fps)
            ordered = sorted(self._rates)
            self.told["face_fps"] = {
                "median": ordered[len(ordered) // 2],
                "least": ordered[0],
                "n": len(ordered),
            }

    def picture(self, name: str) -> None:
        """Keeps a picture of the window where one is wanted."""
        if folder := self.options.screenshots:
            self._screens += 1
            path = Path(folder) / f"{self._screens:02d}-{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.app.window.grab().save(str(path))


def drive(app: Any, candidate: Candidate) -> None:
    """Starts the script on a timer; ends the app when it is over or went wrong."""
    from PySide6.QtCore import QTimer

    steps = candidate.story()
    waiting: list[tuple[Wait, float]] = []
    timer = QTimer(app.window)

    def tick() -> None:
        candidate.take_rate()
        try:
            if waiting:
                wait, since = waiting[0]
                if not wait.ready():
                    if time.monotonic() - since > wait.timeout_s:
                        raise ScriptFailed(f"waited {wait.timeout_s} s for {wait.what}")
                    return
                waiting.clear()
            waiting.append((next(steps), time.monotonic()))
        except StopIteration:
            timer.stop()
        except Exception as problem:  # the top of the script: tell, and end the app
            timer.stop()
            candidate.told["problems"].append(f"{type(problem).__name__}: {problem}")
            candidate.picture("failed")
            app.quit(1)

    timer.timeout.connect(tick)
    timer.start(50)


def main() -> int:
    """Runs one scripted interview; returns the app's exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--invite")
    parser.add_argument("--clip", required=True)
    parser.add_argument("--speech", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--screenshots")
    parser.add_argument("--stop-in-answer", action="store_true")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--stay-s", type=float, default=STAY_S)
    options = parser.parse_args()

    from client import app as client_app
    from client.proctor.types import Replay
    from client.settings import load
    from client.speech.microphone import ReplaySpec

    app = client_app.build(
        load(),
        camera=Replay(Path(options.clip)),
        microphone=ReplaySpec(Path(options.speech)),
        invite=options.invite,
    )
    candidate = Candidate(app, options)
    drive(app, candidate)
    status = app.run()
    options.out.write_text(json.dumps(candidate.told | told_by(app)))
    for problem in candidate.told["problems"]:
        print(f"candidate: {problem}", file=sys.stderr)
    return 1 if candidate.told["problems"] else status


def told_by(app: Any) -> dict[str, Any]:
    """What only the app knows: its spool, its models, what was switched off and why."""
    return {"spool": app.spool_rows(), "models": app.models(), "off": app.off()}


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
