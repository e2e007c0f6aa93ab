"""Mails that tests of the mail package begin with."""

from datetime import UTC, datetime, timedelta

from server.mail import entry, letter
from server.mail.message import Message
from server.mail.rules import Kind

OPENS = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LINK = "https://interviews.example/i#" + "a" * 43


def occasion(**fields) -> letter.Occasion:
    return letter.Occasion(
        **{
            "kind": Kind.INVITE,
            "organisation": "Acme & Co",
            "name": "Cleo",
            "title": "Backend",
            "opens_at": OPENS,
            "closes_at": OPENS + timedelta(hours=3),
            "zone": "Europe/Berlin",
            "minutes": 30,
            "link": LINK,
            "download": "",
            **fields,
        }
    )


def calendar_entry(**fields) -> entry.Entry:
    return entry.Entry(
        **{
            "session": "f" * 32,
            "sequence": 0,
            "cancelled": False,
            "summary": "Your interview: Backend",
            "description": "Start it in the app.",
            "url": LINK,
            "opens_at": OPENS,
            "closes_at": OPENS + timedelta(hours=3),
            "zone": "Europe/Berlin",
            "organiser": ("Acme & Co", "interviews@acme.example"),
            "attendee": ("Cleo", "cleo@example.org"),
            "stamped_at": OPENS,
            **fields,
        }
    )


def message(about: letter.Occasion | None = None, **fields) -> Message:
    about = about or occasion()
    return Message(
        **{
            "id": "<0123456789abcdef@acme.example>",
            "sender": (about.organisation, "interviews@acme.example"),
            "reply_to": "",
            "recipient": (about.name, "cleo@example.org"),
            "letter": letter.write(about),
            "entry": entry.write(calendar_entry()),
            "method": "REQUEST",
            "at": OPENS,
            **fields,
        }
    )
