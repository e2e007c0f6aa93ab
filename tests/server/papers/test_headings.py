"""Columns of other people's spreadsheets: told by their headings or by their author; choices."""

import json
import os
from pathlib import Path

import pytest

from server.papers import files, headings
from server.refusals import Refused

SHEET = (
    b"Subject,Class,Question,Option A,Option B,Option C,Correct Answer\n"
    b"Maths,9,What is 2 + 2?,3,4,5,B\n"
    b"Maths,9,What is 2 + 3?,3,4,5,5\n"
    b"Maths,9,What is 1 + 2?,3,4,5,1\n"
    b"Maths,9,What is 9 + 9?,3,4,5,18\n"
)


def test_choices_stand_below_the_question_and_the_right_one_is_what_is_expected() -> None:
    found = files.read(SHEET)
    assert dict(found.columns) == {
        "subject": "topic",
        "class": "",
        "question": "prompt",
        "option_a": "choice_1",
        "option_b": "choice_2",
        "option_c": "choice_3",
        "correct_answer": "correct_choice",
    }
    first, second, third = found.bodies
    assert first.prompt == "What is 2 + 2?\n\nA) 3\nB) 4\nC) 5"
    assert (first.kind, first.topic, first.expected_answer) == ("written", "Maths", "B) 4")
    assert first.key_points[0].text == "4"
    # A choice that is a number is meant before its place.
    assert (second.expected_answer, third.expected_answer) == ("C) 5", "A) 3")
    [fault] = found.items[3].faults
    assert (fault.row, fault.column) == (5, "correct_choice")
    assert "1 to 3" in fault.message
    assert any("no column for the kind" in note for note in found.notes)
    assert any("“class” is not known" in note for note in found.notes)


def test_the_author_says_what_a_column_stands_for() -> None:
    mapping = headings.read_mapping('{"Class": "topic", "Subject": "", "Option C": ""}')
    found = files.read(SHEET, mapping)
    assert found.bodies[0].topic == "9"
    assert found.bodies[0].prompt.endswith("B) 4")
    odd = b"Frage,Punkte\nWarum?,3\n"
    with pytest.raises(Refused, match="file_unreadable"):
        files.read(odd)
    found = files.read(odd, {"frage": "prompt", "punkte": "marks"})
    assert [(one.prompt, one.marks) for one in found.bodies] == [("Warum?", 3)]


@pytest.mark.parametrize(
    "text",
    ["[", "[]", '{"a": 7}', '{"a": "nothing"}', json.dumps({str(n): "" for n in range(300)})],
)
def test_a_mapping_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        headings.read_mapping(text)
    assert refused.value.code == "invalid_request"


def test_two_columns_for_one_thing_are_refused_where_said_and_settled_where_guessed() -> None:
    with pytest.raises(Refused, match="invalid_request"):
        headings.meant(["a", "b"], {"a": "prompt", "b": "prompt"})
    assert headings.meant(["question", "prompt"], {}) == {"question": "", "prompt": "prompt"}
    assert headings.meant(["text", "question"], {}) == {"text": "prompt", "question": ""}
    assert headings.meant(["prompt", "question"], {"question": "prompt"}) == {
        "prompt": "",
        "question": "prompt",
    }


def test_a_right_answer_without_choices_is_the_expected_one() -> None:
    found = files.read(b"question,answer key\nWhat is 2 + 2?,four\n")
    assert found.bodies[0].expected_answer == "four"


@pytest.mark.samples
def test_the_sample_of_choice_questions_is_read_whole() -> None:
    path = Path(os.environ["INVIGIL_SAMPLES"]) / "documents" / "cbt_questions.xlsx"
    found = files.read(path.read_bytes())
    assert (len(found.items), len(found.bodies)) == (5, 5)
    first = found.bodies[0]
    assert first.topic.strip() == "EEC234"
    assert "\nB) Electrons\n" in first.prompt
    assert (first.expected_answer, first.key_points[0].text) == ("B) Electrons", "Electrons")
    assert dict(found.columns)["class_group"] == ""
