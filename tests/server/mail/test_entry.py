"""Calendar entries, read back by a parser."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from server.mail import entry
from server.mail.rules import clean_line
from tests.server.mail.letters import LINK, OPENS, calendar_entry


def read(**fields):
    return Calendar.from_ical(entry.write(calendar_entry(**fields)).decode())


def event(**fields):
    (found,) = read(**fields).walk("VEVENT")
    return found


def test_an_invitation_asks_for_the_window_in_the_candidates_zone() -> None:
    calendar, found = read(), event()
    assert (calendar["METHOD"], calendar["VERSION"]) == ("REQUEST", "2.0")
    assert found["UID"] == "f" * 32 + "@invigil"
    assert found["DTSTART"].dt == OPENS
    assert found["DTSTART"].dt.isoformat() == "2026-11-23T10:00:00+01:00"
    assert found["DTEND"].dt == OPENS + timedelta(hours=3)
    assert found["ORGANIZER"] == "mailto:interviews@acme.example"
    assert found["ATTENDEE"].params["CN"] == "Cleo"
    assert found["URL"] == LINK
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_a_cancellation_names_the_same_event_with_a_greater_sequence() -> None:
    calendar, found = read(cancelled=True, sequence=2, url=None), event(cancelled=True, sequence=2)
    assert calendar["METHOD"] == "CANCEL"
    assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", 2)
    assert found["UID"] == event()["UID"]


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
@pytest.mark.parametrize("day", [datetime(2026, 3, 29, 0, 30, tzinfo=UTC), OPENS])
def test_the_enclosed_zone_gives_the_same_instants(zone: str, day: datetime) -> None:
    """Without our zone database: from the VTIMEZONE alone, over a change of clock too."""
    calendar = read(zone=zone, opens_at=day, closes_at=day + timedelta(hours=3))
    (found,) = calendar.walk("VEVENT")
    if zone == "UTC":
        assert calendar.walk("VTIMEZONE") == []
        assert (found["DTSTART"].dt, found["DTEND"].dt) == (day, day + timedelta(hours=3))
        return
    (enclosed,) = calendar.walk("VTIMEZONE")
    rules = enclosed.to_tz(lookup_tzid=False)
    for name, instant in (("DTSTART", day), ("DTEND", day + timedelta(hours=3))):
        local = found[name].dt.replace(tzinfo=None)
        assert found[name].dt == instant
        # Its first 2:30 or its second? A local time that comes twice is the only exception.
        offsets = {local.replace(tzinfo=rules, fold=fold).utcoffset() for fold in (0, 1)}
        assert found[name].dt.utcoffset() in offsets


HOSTILE = st.text() | st.sampled_from(
    ["END:VEVENT\r\nBEGIN:VALARM", "a;b,c\\d\\ne:f", '"quoted";X=1:y', "\u00fc" * 80, "😀" * 60]
)


@given(summary=HOSTILE, description=HOSTILE, name=HOSTILE, organiser=HOSTILE)
def test_any_text_stays_text_and_every_line_is_folded(
    summary: str, description: str, name: str, organiser: str
) -> None:
    written = entry.write(
        calendar_entry(
            summary=summary,
            description=clean_line(description),
            zone="UTC",
            attendee=(name, "cleo@example.org"),
            organiser=(organiser, "interviews@acme.example"),
        )
    )
    assert written.endswith(b"\r\n")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # no character is cut in two
    calendar = Calendar.from_ical(written.decode())
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    (found,) = calendar.walk("VEVENT")
    assert found["SUMMARY"] == clean_line(summary)
    assert found["DESCRIPTION"] == clean_line(description)
    assert found["ATTENDEE"] == "mailto:cleo@example.org"
    assert found["ORGANIZER"] == "mailto:interviews@acme.example"
    assert set(found["ATTENDEE"].params) == {"CN", "RSVP", "PARTSTAT"}
