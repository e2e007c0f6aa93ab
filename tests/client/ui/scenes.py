"""What is no state alone: cards over a question, a run's output, other colours, sizes, languages.

One rule: each scene is staged as the person would come to it, and `clear` leaves nothing of it.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from client.exam import Answer, Heard, Live, Now, Screen, State, Told
from client.spool.sent import Tally
from client.ui import theme
from client.ui.devices import Choice, Devices, FaceHint
from client.ui.own_record import OwnRecord
from client.ui.signals import Moment
from client.ui.trying import Tried
from client.ui.widgets.overlay import Overlay
from client.ui.window import Window
from shared.actions import Action
from shared.events import TranscriptWord
from shared.exam import Sample
from shared.runs import RunAnswer, RunRequest, TestRun

SAID = "A cash is slower than the source when its entries are rarely asked for twice."
SURE = {"cash": 310, "entries": 420}
CODE = (
    "def first_repeated(words):\n    seen = set()\n    for word in words:\n"
    "        if word in seen:\n            return word\n        seen.add(word)\n"
)
MS = 1_800_000_000_000
_LIGHT = theme.LIGHT


class Scenes:
    """Stages on one window; `asking` makes the state of a question."""

    def __init__(self, window: Window, asking: Callable[..., State], now: Now) -> None:
        self._window, self._asking, self._now = window, asking, now

    def stage(self, name: str) -> None:
        """Shows the scene of that name."""
        SCENES[name](self)

    def clear(self) -> None:
        """Back to light, 100 % and no card."""
        for card in self._window.findChildren(Overlay):
            card.hide()
        self._window.question.text.panel.find_bar.hide()
        theme.LIGHT = _LIGHT
        self._window.show_live(False)
        self._window.resize_text(-100)
        if self._window._theme.strong:
            self._window.strengthen()

    def show(self, state: State) -> None:
        """This state, 45 seconds into the interview."""
        self._window.show_state(state, self._now)

    def press(self, name: str) -> None:
        """Presses the button of that name, over a question."""
        found = self._window.findChild(QAbstractButton, name)
        assert found is not None
        found.click()

    def over_a_question(self, name: str) -> None:
        """A card that a button of the bar opens."""
        self.show(self._asking(1, "A transaction promises that all of it happens, or nothing."))
        self.press(name)

    def looked_at(self) -> None:
        """A person looks through the camera."""
        self.show(self._asking(1, "A transaction promises that all of it happens, or nothing."))
        self._window.show_live(True)

    def watched(self) -> None:
        """What is watched, and what has left."""
        sent = {"lines": Tally(214, 48_300, MS), "answers": Tally(3, 9_100, MS - 60_000)}
        sent |= {"pictures": Tally(2, 61_000, MS - 300_000), "beats": Tally(240, 31_000, MS)}
        self.over_a_question("watched_button")
        self._window.show_record(OwnRecord(sent, 2, 1_400))  # type: ignore[arg-type] - kinds

    def explain(self) -> None:
        """Something to say about a moment."""
        self._window.show_moments((Moment("voice_other", 21_000, 34_000),))
        self.over_a_question("explain_button")

    def devices(self) -> None:
        """The choice of devices in mid-interview, with a picture."""
        window = self._window
        self.over_a_question("devices_button")
        window.show_devices(
            Devices(
                (Choice("0", "Integrated camera"),),
                (Choice("m", "Headset"), Choice("n", "Built-in microphone")),
                (Choice("s", "Headset"),),
                camera="0",
                microphone="m",
                speaker="s",
            )
        )
        window.show_picture(bytes((96, 112, 128)) * (64 * 48), 64, 48)
        window.show_face(FaceHint(1, 0.5, 100.0))
        window.show_level(-24.0)

    def overview(self) -> None:
        """All questions before the hand-in."""
        state = self._asking(1, "A transaction promises that all of it happens, or nothing.")
        free = state.policy.model_copy(update={"navigation": "free"})
        self.show(replace(state, policy=free))
        self._window._overview.open()

    def message(self) -> None:
        """What a person in charge wrote."""
        told = Told(1, Action.MESSAGE, "", "We heard the doorbell too. Just go on.", 0)
        self.show(self._asking(1, told=(told,)))

    def review(self) -> None:
        """The transcript with two unsure words, before it is handed in."""
        words = tuple(
            TranscriptWord(
                text=word,
                start_ms=400 * at,
                end_ms=400 * at + 350,
                probability_milli=SURE.get(word, 970),
            )
            for at, word in enumerate(SAID.split())
        )
        answer = Answer(opened_ms=0, takes=1, text="", heard=Heard(1, SAID, words))
        self._window.question.spoken.show_playable(playable=True)
        state = self._asking(0, phase="recorded", live=Live(review="shown"))
        self.show(replace(state, answers=(answer, *state.answers[1:])))

    def recording(self) -> None:
        """While somebody speaks, too quietly, and pauses."""
        state = self._asking(0, phase="recording")
        self.show(replace(state, answers=(Answer(opened_ms=0, takes=1), *state.answers[1:])))
        self._window.show_level(
            -47.0, "You are hard to hear. Move closer to the microphone or raise its level."
        )
        self._window.question.spoken.show_partial("A cache is slower when")
        self._window.question.spoken.show_pause(asking=True)

    def run_output(self) -> None:
        """Two examples were run, one failed."""
        names = ("two of a kind", "nobody twice")
        samples = (
            Sample(name=names[0], call='first_repeated(["a", "b", "a"])', expected="a"),
            Sample(name=names[1], call='first_repeated(["a", "b"])', expected="None"),
        )
        state = self._asking(2, CODE)
        assert state.exam is not None
        questions = (
            *state.exam.questions[:2],
            state.exam.questions[2].model_copy(update={"samples": samples}),
        )
        exam = state.exam.model_copy(update={"questions": questions})
        self.show(replace(state, exam=exam))
        tests = (
            TestRun(name=names[0], verdict="AC", stdout="a", expected="a", ms=12),
            TestRun(name=names[1], verdict="WA", stdout="", expected="None", ms=9),
        )
        request = RunRequest(question=questions[2].id, language="python", code=CODE)
        tried = Tried(request, "done", "1 of 2 passed.", RunAnswer(state="done", tests=tests))
        self._window.question.text.show_tried(tried)

    def find_bar(self) -> None:
        """Looking for a word in the code, to put another in its place."""
        self.show(self._asking(2, CODE))
        self._window.question.text.panel.find_bar.search_for(replace=True)
        self._window.question.text.panel.find_bar._wanted.setText("word")

    def offline(self) -> None:
        """The hand-in without a connection, saved as a file."""
        lost = Live(
            notices=("network_lost",),
            waiting_rows=412,
            waiting_blobs=3,
            waiting_bytes=2_400_000,
            upload_bytes=3_100_000,
        )
        self.show(self._asking(2, screen=Screen.FINISH, closing="upload", live=lost))
        self._window.finish.show_file(Path("invigil-aaaaaaaa.inv"), 2_700_000)

    def problem(self) -> None:
        """What the app cannot go on with."""
        self.show(State())
        self._window.show_problem(
            "This interview is already open in another Invigil window on this computer. "
            "Go on there, or close it first.",
            retry=True,
        )

    def dark(self) -> None:
        """The system's dark colours: on X11 Qt knows no wish for them, so they stand in."""
        theme.LIGHT = theme.DARK
        self._window.resize_text(0)
        self.show(self._asking(2, CODE))

    def contrast(self) -> None:
        """Strong contrast."""
        self._window.strengthen()
        self.show(self._asking(2, CODE))

    def large(self) -> None:
        """200 %."""
        self._window.resize_text(10)
        self.show(self._asking(1, "A transaction promises that all of it happens, or nothing."))

    def arabic(self) -> None:
        """The code question; the window itself was made in Arabic."""
        self.show(self._asking(2, CODE))


SCENES: dict[str, Callable[[Scenes], None]] = {
    "looked-at": Scenes.looked_at,
    "card-watched": Scenes.watched,
    "card-explain": Scenes.explain,
    "card-help": lambda scenes: scenes.over_a_question("help_button"),
    "card-leave": lambda scenes: scenes.over_a_question("leave_button"),
    "card-looks": lambda scenes: scenes.over_a_question("looks_button"),
    "card-devices": Scenes.devices,
    "card-overview": Scenes.overview,
    "card-message": Scenes.message,
    "review": Scenes.review,
    "recording": Scenes.recording,
    "run-output": Scenes.run_output,
    "find-bar": Scenes.find_bar,
    "offline-file": Scenes.offline,
    "problem": Scenes.problem,
    "dark": Scenes.dark,
    "contrast": Scenes.contrast,
    "large": Scenes.large,
    "arabic": Scenes.arabic,
}
