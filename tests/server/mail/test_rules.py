"""Which mail a change calls for, and when one is not wanted any more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail.rules import (
    MAX_LINE,
    QUIET,
    Fate,
    Kind,
    NotNow,
    Overall,
    Refused,
    Standing,
    State,
    Taken,
    clean_line,
    fate,
    http_answer,
    occasion,
    overall,
    reminders,
    sentence,
    smtp_answer,
    unwanted,
)
from shared.lifecycle import BEFORE_START, Status

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BASE = Standing("c@example.org", NOW, NOW + 48 * HOUR, "UTC", "hash", cancelled=False)
CANCELLED = replace(BASE, cancelled=True)


@pytest.mark.parametrize(
    ("before", "after", "told", "kind"),
    [
        (None, BASE, False, Kind.INVITE),
        (BASE, BASE, True, None),
        (BASE, BASE, False, None),
        (BASE, replace(BASE, closes_at=NOW + HOUR), True, Kind.RESCHEDULE),
        (BASE, replace(BASE, opens_at=NOW + HOUR), True, Kind.RESCHEDULE),
        (BASE, replace(BASE, zone="Europe/Berlin"), True, Kind.RESCHEDULE),
        (BASE, replace(BASE, closes_at=NOW + HOUR), False, Kind.INVITE),
        (BASE, replace(BASE, link="other"), True, Kind.INVITE),
        (BASE, replace(BASE, address="d@example.org", zone="UTC"), True, Kind.INVITE),
        (BASE, CANCELLED, True, Kind.CANCELLATION),
        (BASE, CANCELLED, False, None),
        (CANCELLED, CANCELLED, True, None),
        (CANCELLED, replace(BASE, link="new"), True, Kind.INVITE),
    ],
)
def test_a_change_calls_for_the_mail_that_tells_it(before, after, told, kind) -> None:
    assert occasion(before, after, told=told) is kind


def test_reminders_too_close_to_the_invitation_are_left_out() -> None:
    leads = (24 * HOUR, HOUR)
    assert reminders(NOW + 48 * HOUR, leads, NOW) == [
        (24 * HOUR, NOW + 24 * HOUR),
        (HOUR, NOW + 47 * HOUR),
    ]
    assert reminders(NOW + 24 * HOUR + QUIET / 2, leads, NOW) == [
        (HOUR, NOW + 23 * HOUR + QUIET / 2)
    ]
    assert reminders(NOW + HOUR, leads, NOW) == []


@given(
    hours=st.lists(st.integers(1, 999), max_size=5),
    window=st.timedeltas(timedelta(minutes=1), timedelta(days=366)),
)
def test_every_reminder_lies_between_now_and_the_end(hours, window) -> None:
    for lead, due in reminders(NOW + window, [h * HOUR for h in hours], NOW):
        assert NOW + QUIET <= due < NOW + window
        assert due + lead == NOW + window


@pytest.mark.parametrize("kind", [Kind.INVITE, Kind.RESCHEDULE, Kind.REMINDER])
@pytest.mark.parametrize("status", list(Status))
def test_nobody_is_invited_to_what_has_begun_or_is_over(kind: Kind, status: Status) -> None:
    closes = NOW + 2 * HOUR
    said = unwanted(kind, status=status, closes_at=closes, due_at=NOW, told=True, now=NOW)
    assert (said is None) is (status in BEFORE_START)
    assert unwanted(kind, status=status, closes_at=NOW, due_at=NOW, told=True, now=NOW)


def test_a_reminder_that_was_held_up_is_dropped_and_an_invitation_is_not() -> None:
    late = {"status": Status.INVITED, "closes_at": NOW + HOUR, "due_at": NOW, "told": True}
    assert unwanted(Kind.REMINDER, **late, now=NOW + HOUR * 0.5) is None
    assert unwanted(Kind.REMINDER, **late, now=NOW + HOUR * 0.6)
    assert unwanted(Kind.INVITE, **late, now=NOW + HOUR * 0.6) is None


def test_a_cancellation_is_for_those_who_were_told_and_are_still_cancelled() -> None:
    same = {"closes_at": NOW, "due_at": NOW, "now": NOW}
    assert unwanted(Kind.CANCELLATION, status=Status.CANCELLED, told=True, **same) is None
    assert unwanted(Kind.CANCELLATION, status=Status.CANCELLED, told=False, **same)
    assert unwanted(Kind.CANCELLATION, status=Status.INVITED, told=True, **same)


def mail(kind: Kind, state: State, *, hours: float = 0) -> Fate:
    return Fate(kind, state, NOW + hours * HOUR, None, 1, "")


@pytest.mark.parametrize(
    ("mails", "on", "stands"),
    [
        ([], False, Overall.OFF),
        ([], True, Overall.NONE),
        ([mail(Kind.INVITE, State.SENT)], False, Overall.SENT),
        ([mail(Kind.INVITE, State.DROPPED)], True, Overall.NONE),
        ([mail(Kind.INVITE, State.SENT), mail(Kind.REMINDER, State.QUEUED, hours=9)], True, "sent"),
        (
            [mail(Kind.INVITE, State.SENT), mail(Kind.REMINDER, State.BOUNCED, hours=9)],
            True,
            "bounced",
        ),
        (
            [mail(Kind.INVITE, State.BOUNCED), mail(Kind.INVITE, State.QUEUED, hours=1)],
            True,
            "queued",
        ),
        ([mail(Kind.INVITE, State.FAILED)], True, Overall.FAILED),
    ],
)
def test_the_latest_mail_says_how_it_stands(mails, on, stands) -> None:
    assert overall(mails, on=on) == stands
    assert sentence(Overall(stands)).endswith((".", "link."))


def test_a_job_that_died_is_a_mail_that_failed() -> None:
    assert fate("queued", "dead") is State.FAILED
    assert fate("queued", "waiting") is State.QUEUED
    assert fate("sent", "dead") is State.SENT
    assert fate("queued", None) is State.QUEUED


@pytest.mark.parametrize(
    ("code", "about_recipient", "answer"),
    [(550, True, Refused), (451, True, NotNow), (535, False, NotNow), (421, False, NotNow)],
)
def test_only_a_permanent_refusal_of_this_mail_is_a_bounce(code, about_recipient, answer) -> None:
    assert isinstance(smtp_answer(code, "words", about_recipient=about_recipient), answer)


@pytest.mark.parametrize(
    ("status", "answer"),
    [(202, Taken), (400, Refused), (401, NotNow), (403, NotNow), (429, NotNow), (500, NotNow)],
)
def test_of_sendgrids_answers_only_400_is_about_the_mail(status, answer) -> None:
    assert isinstance(http_answer(status, "words"), answer)


def test_no_secret_and_no_name_is_in_the_code_that_logs_hold() -> None:
    answer = smtp_answer(451, "cleo@example.org is greylisted", about_recipient=True)
    assert answer == NotNow("451 cleo@example.org is greylisted", "SMTP 451")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cleo\r\nBcc: all@example.org", "Cleo Bcc: all@example.org"),
        ("\u202egro.elc\u202c", "gro.elc"),
        ("a\u2028b\u2029c\x85d\x00e", "a b c d e"),
        ("  many   spaces\t", "many spaces"),
        ("\u0645\u06cc\u200c\u0631", "\u0645\u06cc\u200c\u0631"),
        ("Zo\u00eb \U0001f469\u200d\U0001f4bb", "Zo\u00eb \U0001f469\u200d\U0001f4bb"),
        ("\ud800", "candidate"),
        ("\u200b\u2066\u2069", "candidate"),
        ("x" * 300, "x" * 200),
    ],
)
def test_what_people_typed_becomes_one_line_that_shows_as_it_is(text: str, line: str) -> None:
    assert clean_line(text, otherwise="candidate") == line


@given(st.text(st.characters()))
def test_a_clean_line_is_short_encodable_and_stays_as_it_is(text: str) -> None:
    line = clean_line(text)
    assert len(line) <= MAX_LINE
    assert line == clean_line(line)
    assert len(line.splitlines()) <= 1
    assert line.encode().decode() == line
