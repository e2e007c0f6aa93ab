"""A text is made from its edits again, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.edits import DoesNotFit, applied, batches, changes, replayed, rewound, standing
from shared.events import MAX_EDIT_CHARS, MAX_EDITS, AnswerEdited, AnswerRevised, Edit

QUESTION = "f" * 32
TEXT = st.text(st.sampled_from("ab\n\0\U0001f642שé"), max_size=40)


def between(before: str, after: str) -> tuple[Edit, ...]:
    return changes(before, after, at_ms=0, origin="typed")


def written(*texts: str, starter: str = "") -> list[AnswerEdited]:
    """One row for each step from the starter on."""
    rows: list[AnswerEdited] = []
    before = starter
    for text in texts:
        for group in batches(between(before, text)):
            before = applied(before, group)
            rows.append(
                AnswerEdited(
                    question=QUESTION, batch=len(rows) + 1, edits=group, length=len(before)
                )
            )
    return rows


def revised(text: str, revision: int = 1) -> AnswerRevised:
    return AnswerRevised(question=QUESTION, revision=revision, text=text, at_ms=0)


@given(TEXT, TEXT)
def test_edits_lead_from_one_text_to_the_other(before: str, after: str):
    assert applied(before, between(before, after)) == after


@given(TEXT, st.lists(TEXT, max_size=8))
def test_replay_ends_at_the_text(starter: str, texts: list[str]):
    told = replayed(starter, written(*texts, starter=starter))
    assert told.text == (texts[-1] if texts else starter)
    assert told.gaps == 0
    assert applied(starter, [edit for _, edit in told.steps]) == told.text


@given(st.lists(TEXT.filter(bool), min_size=3, max_size=6, unique=True), st.data())
def test_a_missing_row_is_counted_and_the_next_revision_is_believed(texts, data):
    rows = written(*texts)
    gone = data.draw(st.integers(0, len(rows) - 2))
    kept = [*rows[:gone], *rows[gone + 1 :]]
    told = replayed("", [*kept, revised(texts[-1])])
    assert told.text == texts[-1]
    assert told.gaps == 1
    assert told.anchors[-1] == (len(told.steps), texts[-1])


def test_one_key_in_a_long_text_is_one_small_edit():
    text = "line of text\n" * 10_000
    at = len(text) // 2
    (edit,) = between(text, text[:at] + "x" + text[at:])
    assert (len(edit.removed), len(edit.inserted)) == (0, 1)


def test_renaming_in_many_lines_does_not_repeat_what_lies_between():
    before = "\n".join(f"value = old + {n}" for n in range(100))
    edits = between(before, before.replace("old", "fresh"))
    assert len(edits) == 100
    assert sum(len(edit.removed) + len(edit.inserted) for edit in edits) == 800


def test_what_is_too_long_for_a_row_goes_in_parts():
    before, after = "a" * 150_000, "b" * 150_000
    edits = between(before, after)
    assert applied(before, edits) == after
    groups = batches(edits)
    assert all(len(group) <= MAX_EDITS for group in groups)
    assert all(
        sum(len(edit.removed) + len(edit.inserted) for edit in group) <= MAX_EDIT_CHARS
        for group in groups
    )
    assert [edit for group in groups for edit in group] == list(edits)


def test_another_machine_begins_from_the_starter_again():
    rows = [*written("one", starter="#"), *written("two", starter="#")]
    told = replayed("#", rows)
    assert (told.text, told.gaps) == ("two", 0)
    assert {life for life, _ in told.steps} == {1, 2}
    assert told.anchors == ((0, "#"), (1, "#"))


def test_a_client_without_edits_has_revisions_only():
    told = replayed("", [revised("one"), revised("two", 2)])
    assert (told.text, told.gaps, told.steps) == ("two", 0, ())


def test_an_edit_that_does_not_fit_is_refused_by_name():
    with pytest.raises(DoesNotFit, match="at 1"):
        applied("abc", [Edit(at_ms=0, position=1, removed="x")])


@given(TEXT, st.lists(TEXT, max_size=6))
def test_edits_are_taken_back_to_where_they_began(starter: str, texts: list[str]):
    edits = [edit for row in written(*texts, starter=starter) for edit in row.edits]
    text = texts[-1] if texts else starter
    assert rewound(text, edits) == starter
    assert applied(starter, standing(text, edits)) == text


def test_what_was_undone_is_not_undone_once_more():
    typed = between("", "one")
    more = between("one", "one two")
    back = changes("one two", "one", at_ms=0, origin="undo")
    assert standing("one", [*typed, *more, *back]) == typed


def test_edits_of_another_text_are_no_history():
    assert standing("other", between("", "text")) == ()
