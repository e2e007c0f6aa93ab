"""What a batch of events says of mails, and who signed it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail_events import rules
from server.mail_events.rules import Told, Unreadable, is_recent, read, signed_by
from tests.server.mail_events.signing import SendGrid, batch, event

MAIL, OTHER = "a" * 32, "b" * 32
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STAMP = str(int(NOW.timestamp()))


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("bounce", {"type": "bounce", "reason": "550 5.1.1 no"}, "Sent back: 550 5.1.1 no"),
        ("bounce", {}, "Sent back."),
        (
            "bounce",
            {"type": "blocked", "reason": "listed"},
            "Blocked by the mailbox's server: listed",
        ),
        ("blocked", {}, "Blocked by the mailbox's server."),
        ("dropped", {"reason": "Bounced Address"}, "SendGrid did not send it: Bounced Address"),
        ("spamreport", {}, "Marked as spam by whoever got it."),
    ],
)
def test_what_does_not_arrive_came_back(kind: str, fields: dict[str, str], words: str) -> None:
    assert read(batch(event(kind, MAIL, **fields))) == [Told(MAIL, True, words)]


def test_what_arrives_is_delivered() -> None:
    (told,) = read(batch(event("delivered", MAIL, response="250 OK")))
    assert told == Told(MAIL, False, "Delivered to the mailbox's server.")


@pytest.mark.parametrize(
    "kind", ["processed", "deferred", "open", "click", "unsubscribe", "group_resubscribe", "new"]
)
def test_other_events_say_nothing(kind: str) -> None:
    assert read(batch(event(kind, MAIL))) == []


@pytest.mark.parametrize(
    "poison",
    [
        None,
        "bounce",
        [],
        {},
        {"event": "bounce"},
        event("bounce", "not an id"),
        event("bounce", "a" * 33),
        event("bounce", MAIL + "\n"),
        {"event": ["bounce"], "invigil_mail": MAIL},
        {"event": "bounce", "invigil_mail": 5},
    ],
)
def test_an_event_that_is_none_costs_its_neighbours_nothing(poison: object) -> None:
    found = read(batch(event("delivered", MAIL), poison, event("bounce", OTHER)))
    assert [(one.mail, one.came_back) for one in found] == [(MAIL, False), (OTHER, True)]


def test_a_reason_is_one_line_that_shows_as_it_is() -> None:
    reason = "550 no\r\n\u202esuch\0user \ud800" + "x" * 500
    (told,) = read(batch(event("bounce", MAIL, reason=reason)))
    assert told.words.startswith("Sent back: 550 no such user xxx")
    assert len(told.words) <= 200
    assert told.words.isprintable()


@pytest.mark.parametrize("reason", [None, 5, {"a": 1}, ["550"]])
def test_a_reason_that_is_no_text_is_left_out(reason: object) -> None:
    assert read(batch(event("bounce", MAIL, reason=reason)))[0].words == "Sent back."


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"null", b'"bounce"', b"[", b"\xff\xfe\x00", b"[" * 100_000, b"[1" + b"0" * 5000],
)
def test_what_is_no_list_of_events_is_said(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read(body)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        found = read(body)
    except Unreadable:
        return
    assert found == []


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
_EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "event": st.sampled_from(["bounce", "delivered", "dropped", "spamreport"]) | _VALUES,
        "invigil_mail": st.sampled_from([MAIL, OTHER]) | _VALUES,
        "reason": st.text() | _VALUES,
        "type": st.sampled_from(["bounce", "blocked"]) | _VALUES,
    },
)


@given(st.lists(_EVENTS | _VALUES, max_size=6))
def test_whatever_comes_names_known_mails_once_and_in_order(events: list[object]) -> None:
    found = read(json.dumps(events).encode())
    assert [one.mail for one in found] == sorted({one.mail for one in found})
    assert {one.mail for one in found} <= {MAIL, OTHER}
    for one in found:
        assert 0 < len(one.words) <= 200
        assert "\n" not in one.words
        assert "\0" not in one.words


@given(st.data())
def test_order_and_doubles_change_nothing_of_what_came_back(data: st.DataObject) -> None:
    kinds = st.sampled_from(["bounce", "delivered", "dropped", "deferred"])
    events = data.draw(st.lists(st.tuples(kinds, st.sampled_from([MAIL, OTHER])), max_size=6))
    mixed = data.draw(st.permutations(events * 2))
    once, twice = (
        {(one.mail, one.came_back) for one in read(batch(*(event(*each) for each in some)))}
        for some in (events, mixed)
    )
    assert once == twice


def test_only_the_owner_of_the_key_signs() -> None:
    there, other = SendGrid(), SendGrid()
    body = batch(event("bounce", MAIL))
    good = {"signature": there.sign(STAMP, body), "stamp": STAMP, "body": body}
    assert signed_by(there.key, **good)
    assert not signed_by(other.key, **good)
    assert not signed_by(there.key, **good | {"stamp": str(int(STAMP) + 1)})
    assert not signed_by(there.key, **good | {"body": body.rstrip()})
    assert not signed_by(there.key, **good | {"signature": other.sign(STAMP, body)})


@given(st.text(max_size=120) | st.binary(max_size=90).map(lambda each: each.hex()))
def test_no_text_is_taken_for_a_signature(text: str) -> None:
    assert not signed_by(_THERE.key, signature=text, stamp=STAMP, body=b"[]")


_THERE = SendGrid()


@pytest.mark.parametrize(
    ("since", "listened"),
    [
        (timedelta(0), True),
        (timedelta(hours=24), True),
        (rules.OLDEST, True),
        (rules.OLDEST + timedelta(seconds=1), False),
        (-rules.AHEAD, True),
        (-rules.AHEAD - timedelta(seconds=1), False),
    ],
)
def test_what_was_signed_long_ago_is_not_listened_to(since: timedelta, listened: bool) -> None:
    assert is_recent(str(int((NOW - since).timestamp())), NOW) is listened


@pytest.mark.parametrize(
    "stamp", ["", "now", "-5", "1e9", "٣", f" {STAMP}", STAMP + ".0", "9" * 40]
)
def test_a_time_that_is_none_is_not_listened_to(stamp: str) -> None:
    assert not is_recent(stamp, NOW)
