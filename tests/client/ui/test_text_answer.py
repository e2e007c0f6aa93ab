"""From a key to the record and, after a restart, back to Ctrl+Z."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from client.exam import persistent
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.edits import earlier_edits
from client.ui.screens.text_answer import TextAnswer
from client.ui.trying import Tried
from shared.edits import replayed
from shared.events import AnswerEdited
from shared.exam import ExamQuestion, Sample
from shared.ids import sha256_hex
from shared.runs import RunAnswer, RunRequest, TestRun
from tests.client.ui.conduct import NOTHING, Desk


def answered(desk: Desk, qtbot) -> TextAnswer:
    """The open question's editor, wired as in the app."""
    desk.conductor.use(Parts(NOTHING, NOTHING, NOTHING))
    made = TextAnswer()
    qtbot.addWidget(made)
    made.happened.connect(desk.conductor.feed)
    question = desk.state.question
    assert question is not None
    made.open(question, desk.state)
    made.show()
    return made


def test_what_is_typed_is_on_disk_and_undone_after_a_restart(spool: Spool, qtbot, theme):
    desk = Desk(spool)
    first = answered(desk, qtbot)
    QTest.keyClicks(first.prose, "An index ")
    first.hand_over()
    first.prose.insertPlainText("\U0001f642")
    qtbot.waitUntil(lambda: not first.unsaved)
    qtbot.waitUntil(desk.idle)
    first.show_saved(desk.state)
    # The app is killed here: only what is in the spool is left.
    kept = persistent(desk.state)
    desk.close()
    rows = [AnswerEdited.model_validate_json(body) for body in spool.bodies("answer.edited")]
    assert replayed("", rows).text == kept.answer.text == "An index \U0001f642"
    desk = Desk(spool)
    desk.conductor.state = kept
    again = answered(desk, qtbot)
    again.remember(earlier_edits(spool))
    assert again.prose.answer() == "An index \U0001f642"
    QTest.keyClick(again.prose, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.prose.answer() == "An index "
    again.hand_over()
    qtbot.waitUntil(desk.idle)
    bodies = desk.rows("answer.edited")
    assert [body["batch"] for body in bodies] == [1, 2, 3]
    assert bodies[-1]["edits"][0]["origin"] == "undo"
    assert desk.rows("answer.revised")[-1]["text"] == "An index "
    desk.close()


def test_typing_goes_on_undisturbed_by_what_an_earlier_run_wrote(spool: Spool, qtbot, theme):
    desk = Desk(spool)
    text = answered(desk, qtbot)
    QTest.keyClicks(text.prose, "new")
    text.remember({"1" * 32: ()})
    assert text.prose.answer() == "new"
    assert text.unsaved
    desk.close()


def test_a_run_of_the_examples_is_asked_with_what_stands_and_kept_as_a_row(
    spool: Spool, qtbot, theme
):
    desk = Desk(spool)
    text = answered(desk, qtbot)
    question = ExamQuestion(
        id=desk.state.question.id,  # type: ignore[union-attr] - it is open
        position=1,
        kind="coding",
        prompt="Add.",
        language="python",
        samples=(Sample(name="small", call="add(1, 2)", expected="3"),),
    )
    text.open(question, desk.state)
    wished: list[RunRequest] = []
    text.run_wished.connect(wished.append)
    text.activateWindow()
    qtbot.waitUntil(text.isActiveWindow)
    text.code.setFocus()
    QTest.keyClicks(text.code, "x")
    QTest.keyClick(text.code, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    (request,) = wished
    assert (request.code, request.language) == ("x", "python")
    tests = (TestRun(name="small", verdict="AC", stdout="3"),)
    text.show_tried(Tried(request, "done", "1 of 1 passed.", RunAnswer(state="done", tests=tests)))
    QTest.keyClicks(text.code, "y")
    qtbot.waitUntil(desk.idle)
    (row,) = desk.rows("answer.run")
    assert (row["passed"], row["total"], row["outcome"]) == (1, 1, "done")
    assert row["code_sha256"] == sha256_hex(b"x")
    desk.close()
