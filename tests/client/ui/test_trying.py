"""Code on the examples: asked for off the GUI thread, told in words, kept as a fact."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QTableWidget

from client.errors import Refused, Unreachable
from client.ui.background import Background
from client.ui.trying import Trials, Tried, fact
from client.ui.widgets.samples import SamplesPanel
from shared.exam import Sample
from shared.ids import sha256_hex
from shared.problems import Problem
from shared.runs import RunAnswer, RunRequest, TestRun

REQUEST = RunRequest(question="3" * 32, language="python", code="print(1)", revision=4)
SAMPLES = (
    Sample(name="small", input="1 2", expected="3"),
    Sample(name="call", call="add(1, 2)", expected="3"),
)
MIXED = RunAnswer(
    state="done",
    tests=(
        TestRun(name="small", verdict="AC", stdout="3", expected="3", ms=12),
        TestRun(name="call", verdict="WA", stdout="4", stderr="warned", expected="3", ms=9),
    ),
)


class OneAnswer:
    """In place of the API; `gate` holds its answer back."""

    def __init__(self, answer: RunAnswer | Exception) -> None:
        self.answer = answer
        self.gate = threading.Event()
        self.asked: list[RunRequest] = []

    def run(self, request: RunRequest) -> RunAnswer:
        self.asked.append(request)
        self.gate.wait(5)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def trials(background: Background, api: object) -> tuple[Trials, list[Tried]]:
    made = Trials(background, lambda: api)  # type: ignore[arg-type, return-value] - one method
    found: list[Tried] = []
    made.tried.connect(found.append)
    return made, found


def refused(code: str) -> Refused:
    return Refused(Problem(title="No.", status=503, code=code, detail="Later."))


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        (MIXED, "done", "1 of 2 passed."),
        (RunAnswer(state="compile_error", compile_output="x"), "compile_error", "not compile"),
        (RunAnswer(state="internal", reason="Our fault."), "internal", "Our fault."),
        (refused("code_runs_off"), "refused", "does not run code"),
        (refused("rate_limited"), "refused", "No. Later."),
        (Unreachable("x", cause="x"), "offline", "no connection"),
    ],
)
def test_whatever_becomes_of_a_run_is_told_and_kept(
    background: Background,
    qtbot,
    answer: RunAnswer | Exception,
    outcome: str,
    words: str,
):
    api = OneAnswer(answer)
    api.gate.set()
    made, found = trials(background, api)
    made.run(REQUEST)
    qtbot.waitUntil(lambda: found != [])
    (tried,) = found
    assert tried.outcome == outcome
    assert words in tried.words
    kept = fact(tried)
    assert (kept.outcome, kept.revision) == (outcome, 4)
    assert kept.code_sha256 == sha256_hex(b"print(1)")
    assert (kept.passed, kept.total) == ((1, 2) if outcome == "done" else (0, 0))


def test_a_run_that_was_stopped_is_not_told_later(background: Background, qtbot):
    api = OneAnswer(MIXED)
    made, found = trials(background, api)
    made.run(REQUEST)
    qtbot.waitUntil(lambda: len(api.asked) == 1)
    made.cancel()
    assert [one.outcome for one in found] == ["cancelled"]
    made.run(REQUEST)
    assert "has not ended yet" in found[-1].words
    api.gate.set()
    qtbot.waitUntil(lambda: not made.busy)
    made.run(REQUEST)
    qtbot.waitUntil(lambda: found[-1].outcome == "done")
    assert [one.outcome for one in found] == ["cancelled", "refused", "done"]


def test_without_an_interview_nothing_is_asked(background: Background):
    made, found = trials(background, None)
    made.run(REQUEST)
    assert [one.outcome for one in found] == ["offline"]


@pytest.fixture
def panel(qtbot, theme) -> SamplesPanel:
    made = SamplesPanel()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.open(SAMPLES)
    made.show()
    return made


def table(panel: SamplesPanel) -> list[list[str]]:
    found = panel.findChild(QTableWidget)
    assert found is not None
    cells = [[found.item(row, place) for place in range(4)] for row in range(found.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def test_examples_are_shown_before_and_after_a_run(panel: SamplesPanel):
    assert table(panel) == [["small", "1 2", "3", ""], ["call", "add(1, 2)", "3", ""]]
    details = panel.findChild(QPlainTextEdit)
    assert details is not None
    assert not details.isVisible()
    panel.show_tried(Tried(REQUEST, "done", "1 of 2 passed.", MIXED))
    assert [row[3] for row in table(panel)] == ["Passed, 12 ms", "Printed something else, 9 ms"]
    # The first one that did not pass is opened.
    assert details.isVisible()
    assert "Printed:\n4" in details.toPlainText()
    assert "Errors:\nwarned" in details.toPlainText()


def test_the_button_runs_and_stops(panel: SamplesPanel, qtbot):
    button = panel.findChild(QAbstractButton, "run_button")
    told = panel.findChild(QLabel, "run_label")
    assert button is not None
    assert told is not None
    with qtbot.waitSignal(panel.wished):
        button.click()
    assert (button.text(), "Running" in told.text()) == ("Stop", True)
    with qtbot.waitSignal(panel.cancelled):
        button.click()
    panel.show_tried(Tried(REQUEST, "cancelled", "Stopped."))
    assert (button.text(), told.accessibleName()) == ("Run the examples", "Stopped.")


def test_a_question_without_examples_shows_nothing_of_it(panel: SamplesPanel, qtbot):
    panel.open(())
    assert not panel.isVisible()
    with qtbot.assertNotEmitted(panel.wished):
        panel.press()
