"""Points are added up here, and where something is odd or unknown a person decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.scoring.baseline import KeyPoint
from server.scoring.judge.quotes import Found
from server.scoring.judge.rubric import Criterion, Line, criteria, groups
from server.scoring.judge.rules import Mark, Sample, Tried, Verdict, settle
from server.scoring.judge.segments import numbered, segments
from server.scoring.judge.unsure import without
from shared.events import TranscriptWord

LEVELS = ("none", "some", "most", "all")
TWO = (Criterion("c1", "Correct", 3, LEVELS), Criterion("c2", "Clear", 1, LEVELS))
QUOTE = (Found(0, 5, 1000),)


def _sample(first: int | None, second: int | None) -> Sample:
    return {"c1": Mark(first, QUOTE, "why", True), "c2": Mark(second, QUOTE, "why")}


def _settled(*samples: tuple[int | None, int | None], **more: object) -> Verdict:
    tried = Tried([_sample(*one) for one in samples], **more)  # pyright: ignore[reportArgumentType]
    return settle(TWO, tried, max_marks=10)


def test_points_follow_weights_and_levels():
    verdict = _settled((3, 0), (3, 0), (3, 0))
    assert (verdict.state, verdict.points_milli, verdict.why) == ("provisional", 7500, ())
    assert verdict.spread_milli == 0
    assert _settled((3, 3)).points_milli == 10_000
    assert _settled((0, 0)).points_milli == 0


def test_one_judgement_alone_has_no_spread():
    assert _settled((3, 3)).spread_milli is None


def test_judgements_that_differ_widely_go_to_a_person_with_their_mean():
    verdict = _settled((3, 3), (2, 3), (3, 3))
    assert (verdict.state, verdict.why) == ("needs_review", ("spread",))
    assert 9000 < (verdict.points_milli or 0) < 10_000
    assert verdict.spread_milli == 2500


def test_the_middle_of_the_scale_goes_to_a_person():
    assert _settled((2, 0), (2, 0)).why == ("middle",)


def test_a_criterion_without_proof_makes_the_whole_unknown_and_never_zero():
    verdict = _settled((None, 3), (None, 3), (3, 3))
    assert (verdict.state, verdict.points_milli, verdict.why) == (
        "needs_review",
        None,
        ("unverified",),
    )
    assert verdict.settled[0].share_milli is None
    assert verdict.settled[1].share_milli == 1000
    assert _settled((None, 3), (3, 3), (3, 3)).points_milli == 10_000


def test_a_mark_that_rests_on_suspect_sentences_or_unsure_words_goes_to_a_person():
    assert _settled((0, 0), whole=_sample(3, 3)).why == ("injection",)
    assert _settled((3, 3), whole=_sample(3, 3)).why == ()
    assert _settled((3, 3), sure=_sample(1, 3)).why == ("unsure",)
    assert _settled((3, 3), whole=_sample(None, 3)).why == ("injection",)


def _of(first: bool | None, second: bool | None, level: int = 3) -> Verdict:
    sample = {"c1": Mark(level, QUOTE, "why", first), "c2": Mark(level, QUOTE, "why", second)}
    return settle(TWO, Tried([sample]), max_marks=10)


def test_nearly_all_marks_rest_on_words_about_what_they_are_given_for():
    # Style has no words of its own that an answer could be held to.
    assert _of(True, None).points_milli == _of(True, True).points_milli == 10_000
    other = _of(True, False)
    assert (other.state, other.points_milli, other.why) == ("needs_review", None, ("top",))
    assert [one.share_milli for one in other.settled] == [1000, None]
    # Where nothing could be asked for, a person gives full marks.
    nothing = _of(None, None)
    assert (nothing.points_milli, nothing.why) == (None, ("top",))
    assert [one.share_milli for one in nothing.settled] == [None, None]
    # Below that a quote may say it in other words.
    assert _of(True, False, 2).points_milli == 6670


def test_a_mark_that_rests_on_sentences_to_the_grader_is_not_stored():
    verdict = _settled((2, 1), whole=_sample(3, 3))
    assert (verdict.state, verdict.points_milli) == ("needs_review", None)
    assert "injection" in verdict.why


def test_a_model_that_obeys_the_answer_proposes_nothing():
    verdict = _settled((3, 3), canary=True)
    assert (verdict.state, verdict.points_milli, verdict.why) == ("needs_review", None, ("canary",))


_level = st.one_of(st.none(), st.integers(0, 3))


@given(st.lists(st.tuples(_level, _level), min_size=1, max_size=5), st.booleans())
def test_points_are_in_range_or_unknown_and_unknown_is_reviewed(
    samples: list[tuple[int | None, int | None]], canary: bool
):
    verdict = _settled(*samples, canary=canary)
    if verdict.points_milli is None:
        assert verdict.state == "needs_review"
    else:
        assert 0 <= verdict.points_milli <= 10_000
    assert (verdict.state == "needs_review") == bool(verdict.why)


def test_without_a_rubric_each_key_point_is_a_criterion():
    found = criteria([], [KeyPoint("idempotent | safe to repeat", 2)])
    assert (found[0].key, found[0].name, found[0].weight, found[0].top) == (
        "c1",
        "idempotent or: safe to repeat",
        2,
        2,
    )
    assert criteria([Line("Depth", 1, ["a", "b"])], [KeyPoint("x", 1)])[0].name == "Depth"


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (4, [4]), (5, [2, 3]), (12, [4, 4, 4])])
def test_criteria_are_asked_for_in_groups_of_like_size(count: int, sizes: list[int]):
    made = [Criterion(f"c{n}", "x", 1, LEVELS) for n in range(count)]
    assert [len(group) for group in groups(made)] == sizes
    assert [one for group in groups(made) for one in group] == made


@given(st.text(max_size=2000))
def test_segments_hold_everything_but_blanks_and_stay_on_their_line(text: str):
    found = segments(text)
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    lines = numbered(text).split("\n")
    assert len([line for line in lines if line]) == len(found)


def _word(text: str, probability_milli: int) -> TranscriptWord:
    return TranscriptWord(text=text, start_ms=0, end_ms=1, probability_milli=probability_milli)


def test_unsure_words_leave_blanks_and_other_places_stay():
    text = "the cache is the cash"
    words = [_word(" the", 900), _word(" cache", 300), _word(" is", 900), _word(" the", 900)]
    left = without(text, [*words, _word(" cash", 950)])
    assert left.text == "the       is the cash"
    assert (left.count, left.words, left.too_many) == (1, 5, False)
    assert without(text, []).text == text
    assert without(text, [_word("the", 100)] * 2).too_many
