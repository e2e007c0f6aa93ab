"""Openings get their ends, and nothing is invented."""

from datetime import UTC, datetime

from server.proctoring.rules import CLOSED, OPENED, Noted, episodes

AT = datetime(2026, 11, 23, tzinfo=UTC)


def event(seq: int, kind: str, onset_ms: int, ended_ms: int | None = None) -> Noted:
    return Noted(seq, seq, kind, "face_absent", "medium", onset_ms, onset_ms, ended_ms, "{}", AT)


def test_an_opening_takes_the_end_of_the_closing_with_its_onset():
    first, second = event(1, OPENED, 100), event(3, OPENED, 900)
    shown = episodes([first, event(2, CLOSED, 100, 500), second])
    assert [(one.seq, one.ended_ms) for one in shown] == [(1, 500), (3, None)]


def test_of_several_closings_the_first_counts():
    shown = episodes([event(1, OPENED, 1), event(2, CLOSED, 1, 5), event(3, CLOSED, 1, 9)])
    assert [(one.seq, one.ended_ms) for one in shown] == [(1, 5)]


def test_a_closing_without_its_opening_is_shown_as_it_came():
    alone = event(4, CLOSED, 7, 9)
    assert episodes([alone]) == [alone]
