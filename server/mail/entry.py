"""The calendar entry that goes with a mail: one event, the same UID for the interview's life.

One rule: a later entry has a greater SEQUENCE, so that a new time replaces the old one in the
candidate's calendar and a cancellation takes it away (RFC 5545, RFC 5546).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from server.mail.rules import clean_line

if TYPE_CHECKING:
    from icalendar import vCalAddress

_AROUND = timedelta(days=366)
"""The zone's changes of clock are told for the window and a year on either side."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the candidate's calendar is told."""

    session: str
    """The interview's id, of which the UID is made."""
    sequence: int
    cancelled: bool
    summary: str
    description: str
    url: str | None
    opens_at: datetime
    closes_at: datetime
    zone: str
    """IANA name: the candidate's."""
    organiser: tuple[str, str]
    """Name and address."""
    attendee: tuple[str, str]
    """Name and address."""
    stamped_at: datetime


def method(entry: Entry) -> str:
    """`REQUEST` or `CANCEL`, for the calendar and for the mail's Content-Type alike."""
    return "CANCEL" if entry.cancelled else "REQUEST"


def write(entry: Entry) -> bytes:
    """The entry as text/calendar in UTF-8, with the zone's rules inside."""
    # Imported where it is used: a server without mail starts without it.
    from icalendar import Calendar, Event

    zone = ZoneInfo(entry.zone)
    event = Event()
    event.add("uid", f"{entry.session}@invigil")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at)
    event.add("dtstart", entry.opens_at.astimezone(zone))
    event.add("dtend", entry.closes_at.astimezone(zone))
    event.add("summary", clean_line(entry.summary))
    event.add("description", entry.description)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    # The window is when to start, not when to be busy.
    event.add("transp", "TRANSPARENT")
    event.add("organizer", _person(*entry.organiser))
    event.add("attendee", _person(*entry.attendee, rsvp="FALSE", partstat="NEEDS-ACTION"))
    if entry.url:
        event.add("url", entry.url)
    calendar = Calendar()
    calendar.add("prodid", "-//Invigil//Interviews//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method(entry))
    calendar.add_component(event)
    calendar.add_missing_timezones(
        first_date=(entry.opens_at - _AROUND).date(), last_date=(entry.closes_at + _AROUND).date()
    )
    return calendar.to_ical()


def _person(name: str, address: str, **parameters: Any) -> "vCalAddress":
    from icalendar import vCalAddress

    made = vCalAddress(f"mailto:{address}")
    # A parameter's text cannot hold double quotes (RFC 5545, 3.2), and readers disagree whether
    # backslash and caret (RFC 6868) escape what follows.
    shown = name.translate({ord('"'): "'", ord("\\"): "/", ord("^"): None})
    made.params["CN"] = clean_line(shown, otherwise=address)
    for key, value in parameters.items():
        made.params[key.upper()] = value
    return made
