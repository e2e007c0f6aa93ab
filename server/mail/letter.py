"""Writes a mail from its template: a subject, a text and the same text as HTML.

One rule: a template is plain text, and the HTML is made from it, so the two never differ; what
comes from people is one clean line in the text and escaped in the HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from server.mail.rules import Kind, clean_line

_TEMPLATES = Path(__file__).parent / "templates"
_LINK = "\n$link"
_PEOPLES_WORDS = frozenset({"organisation", "name", "title", "email"})
_BUTTON = (
    '<p style="margin:20px 0"><a href="{0}" style="display:inline-block;padding:10px 18px;'
    "border-radius:8px;background:#1a5fb4;color:#ffffff;text-decoration:none;font-weight:600"
    '">{1}</a></p>\n'
    '<p style="font-size:14px;color:#526071;overflow-wrap:anywhere">{0}</p>'
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a mail is about."""

    kind: Kind
    organisation: str
    name: str
    title: str
    opens_at: datetime
    closes_at: datetime
    zone: str
    """An IANA zone: the candidate's."""
    minutes: int
    """How long the interview takes, with what was agreed."""
    link: str | None
    """None: not known (any more) to the server."""
    download: str
    """Where the app is; empty: not named."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a mail with a link to set a password is about."""

    organisation: str
    name: str
    email: str
    until: datetime
    link: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words."""

    subject: str
    text: str
    html: str


def write(about: Occasion) -> Letter:
    """The letter for an occasion."""
    return _write(f"{about.kind}.txt", _values(about), button="Open your interview")


def write_account(about: Account) -> Letter:
    """The letter with a link to set a password."""
    values = {
        "organisation": clean_line(about.organisation, otherwise="Invigil"),
        "name": clean_line(about.name, otherwise="colleague"),
        "email": clean_line(about.email),
        "until": moment(about.until, "UTC"),
        "link": about.link,
    }
    return _write("account.txt", values, button="Set your password")


def _write(template: str, values: Mapping[str, str], *, button: str) -> Letter:
    subject, *paragraphs = _template(template).strip().split("\n\n")
    kept = [each for each in paragraphs if _is_whole(each, values)]
    plain_subject = clean_line(_fill(subject.removeprefix("Subject: "), values))
    shown = {name: escape(value) for name, value in values.items()}
    # Names in scripts from right to left do not turn what stands beside them.
    shown |= {name: f"<bdi>{shown[name]}</bdi>" for name in _PEOPLES_WORDS & shown.keys()}
    return Letter(
        subject=plain_subject,
        text="\n\n".join(_fill(each, values) for each in kept) + f"\n\n{values['organisation']}\n",
        html=Template(_template("layout.html")).substitute(
            subject=escape(plain_subject),
            organisation=shown["organisation"],
            paragraphs="\n".join(_as_html(each, shown, button) for each in kept),
        ),
    )


def moment(at: datetime, zone: str) -> str:
    """`at` on a clock of `zone`, such as `Monday, 23 November 2026, 10:00`."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%A}, {local.day} {local:%B} {local.year}, {local:%H:%M}"


def _as_html(paragraph: str, shown: Mapping[str, str], button: str) -> str:
    words = _fill(escape(paragraph.removesuffix(_LINK)), shown)
    pressed = _BUTTON.format(shown["link"], button) if paragraph.endswith(_LINK) else ""
    return f'<p style="margin:12px 0">{words}</p>{pressed}'


def _values(about: Occasion) -> dict[str, str]:
    without_download = "Ask the person who invited you where to get it, if you do not have it yet."
    without_link = "Use the link of the invitation that you have; ask for a new one if it is lost."
    return {
        "organisation": clean_line(about.organisation, otherwise="Invigil"),
        "name": clean_line(about.name, otherwise="candidate"),
        "title": clean_line(about.title, otherwise="interview"),
        "opens": moment(about.opens_at, about.zone),
        "closes": moment(about.closes_at, about.zone),
        "zone": about.zone,
        "minutes": str(about.minutes),
        "link": about.link or "",
        "no_link": "" if about.link else without_link,
        "download": about.download,
        "no_download": "" if about.download else without_download,
    }


def _is_whole(paragraph: str, values: Mapping[str, str]) -> bool:
    """Whether nothing that the paragraph speaks of is missing; else it is left out."""
    return all(values[name] for name in Template(paragraph).get_identifiers())


def _fill(text: str, values: Mapping[str, str]) -> str:
    return Template(text).substitute(values)


@cache
def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
