"""A further question through the real app: shown as what it is, answered, kept and told back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QLabel, QPushButton

from client.exam import Answer, Screen, State
from client.ui.window import Window
from shared.clock import utc_text
from shared.exam import ExamQuestion
from tests.client.spool.memory_server import T0, make_grant
from tests.client.spool.test_further import sealed
from tests.client.ui.edges import POLICY, WRITTEN
from tests.client.ui.test_instructed import shown
from tests.client.ui.test_whole_flow import Sitting
from tests.client.ui.test_window import NOW, asking

FURTHER = ExamQuestion(
    id="7" * 32,
    position=3,
    kind="written",
    prompt="What made you put Redis in front of the database?",
    topic="Systems",
    marks=0,
    time_limit_s=120,
    follows=WRITTEN,
)


@pytest.fixture
def sitting(qapp, qtbot, tmp_path: Path) -> Iterator[Sitting]:
    key = Ed25519PrivateKey.generate()
    policy = POLICY.model_copy(update={"follow_ups": 1})
    made = Sitting(tmp_path, make_grant(key, policy=policy, question_count=2), key, qtbot)
    yield made
    made.app.close()
    shiboken6.delete(made.app.window)


def test_it_comes_after_the_open_question_and_its_answer_is_on_record(sitting: Sitting):
    sitting.to_the_first_question()
    server, app = sitting.server, sitting.app
    sitting.editor().insertPlainText("We put Redis in front.")
    ends = utc_text(T0.replace(hour=16))
    content = FURTHER.model_dump_json().encode()
    server.ask("ask", "", sealed=sealed(server.grant, 1, content), seconds=120, deadline_at=ends)
    sitting.until(lambda: server.applied == 1)
    assert sitting.editor().toPlainText() == "We put Redis in front."
    assert shown(app.window, "place_label").startswith("Question 1 of 2")
    sitting.press("done_button")
    sitting.until(lambda: shown(app.window, "prompt_label") == FURTHER.prompt)
    place = shown(app.window, "place_label")
    assert place == "One more question  ·  Systems"
    assert shown(app.window, "further_label").startswith("It is about your answer to question 1.")
    sitting.editor().insertPlainText("It was slow.")
    sitting.press("done_button")
    sitting.until(lambda: shown(app.window, "place_label").startswith("Question 2 of 2"))
    assert shown(app.window, "further_label") == ""
    sitting.until(lambda: len(sitting.bodies("answer.done")) == 2)
    assert [one["question"] for one in sitting.bodies("answer.done")] == [WRITTEN, FURTHER.id]
    assert sitting.bodies("answer.revised")[-1]["text"] == "It was slow."
    (applied,) = sitting.bodies("instruction.applied")
    assert (applied["action"], applied["outcome"]) == ("ask", "")


def with_further() -> State:
    """The further question is open, the second of the paper was answered."""
    state = asking(2)
    assert state.exam is not None
    first = state.exam.questions[1]
    questions = (*state.exam.questions, FURTHER.model_copy(update={"follows": first.id}))
    exam = state.exam.model_copy(update={"questions": questions})
    return replace(state, exam=exam, index=3, answers=(*state.answers, Answer(opened_ms=0)))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_says_what_it_is_and_fits_at_both_text_sizes(window: Window, scale: float):
    window.resize_text(round((scale - 1) * 10))
    window.show_state(with_further(), NOW)
    assert shown(window, "place_label") == "One more question  ·  Systems"
    assert "your answer to question 2" in shown(window, "further_label")
    assert shown(window, "done_button") == "Done, hand in"
    ground = window.current.widget()
    assert ground is not None
    assert ground.minimumSizeHint().width() <= window.current.viewport().width()


def test_while_one_is_awaited_the_page_says_so_and_nothing_is_called_handed_in(window: Window):
    waits = asking(2, screen=Screen.FINISH, closing="asking")
    window.show_state(waits, NOW)
    said = " ".join(one.text() for one in window.finish.findChildren(QLabel) if one.isVisible())
    assert "One moment, please" in said
    assert "one more question about your last answer" in said
    close = window.finish.findChild(QPushButton, "close_button")
    assert close is not None
    assert not close.isVisible()
    window.show_state(asking(2, screen=Screen.FINISH, closing="proctor"), NOW)
    assert close.isVisible()
