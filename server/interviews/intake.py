"""A sheet of candidates becomes invitations, row by row.

One rule: a row either is an invitation or says by column why not; nothing is guessed but what a
spreadsheet leaves out: a time without an offset is meant in the row's own zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError

from server.interviews import rules
from server.interviews.service import Invitation
from server.interviews.views import Zone, known_zones
from server.sheets import Fault, Row, Table
from server.views import Asked, Email, Instant, Line
from shared.policy import Accommodations

COLUMNS = (
    *("name", "email", "opens_at", "closes_at", "zone"),
    *("duration_min", "extra_time_percent", "accommodations"),
)
"""What a sheet may have; `name` and `email` it must have."""
_ALSO = {
    **dict.fromkeys(("candidate", "candidate_name", "full_name"), "name"),
    **dict.fromkeys(("e_mail", "mail", "candidate_email", "email_address"), "email"),
    **dict.fromkeys(("opens", "from", "start"), "opens_at"),
    **dict.fromkeys(("closes", "until", "end"), "closes_at"),
    **dict.fromkeys(("time_zone", "timezone"), "zone"),
    **dict.fromkeys(("duration", "minutes", "duration_(min)"), "duration_min"),
    **dict.fromkeys(("extra_time", "extra_time_(%)"), "extra_time_percent"),
}
FLAGS = tuple(name for name in Accommodations.model_fields if name != "extra_time_percent")


class _Invitee(Asked):
    name: Line
    email: Email
    opens_at: Instant
    closes_at: Instant
    zone: Zone = "UTC"
    duration_min: Annotated[int, Field(ge=1, le=1440)] | None = None
    extra_time_percent: Annotated[int, Field(ge=0, le=300)] = 0


@dataclass(frozen=True, slots=True)
class Read:
    """One row: an invitation, or its faults."""

    number: int
    email: str
    name: str
    invitation: Invitation | None
    faults: tuple[Fault, ...]


def missing_columns(table: Table) -> str:
    """What the whole sheet lacks or has too much, as a sentence; empty where it fits."""
    names = [_ALSO.get(column, column) for column in table.columns]
    for name in ("name", "email"):
        if name not in names:
            return f"The sheet has no column {name!r}. It reads: {', '.join(COLUMNS)}."
    for column, name in zip(table.columns, names, strict=True):
        if name not in COLUMNS:
            return f"The column {column!r} means nothing here. It reads: {', '.join(COLUMNS)}."
        if names.count(name) > 1:
            return f"Two columns mean {name!r}. Remove one of them."
    return ""


def read(row: Row, usual: Mapping[str, str], now: datetime) -> Read:
    """`usual`: values for cells that are blank, by column."""
    cells = {_ALSO.get(name, name): text.strip() for name, text in row.cells.items()}
    values: dict[str, Any] = {name: cells.get(name) or usual.get(name, "") for name in COLUMNS}
    faults = list(row.faults)
    agreed = _flags(row.number, values.pop("accommodations"), faults)
    given = {name: value for name, value in values.items() if value}
    for name in ("duration_min", "extra_time_percent"):
        given[name] = _number(given.get(name))
    zone = given.get("zone", "UTC")
    zone = zone if zone in known_zones() else "UTC"  # its own fault is told by its column
    for name in ("opens_at", "closes_at"):
        given[name] = _with_offset(given.get(name, ""), zone)
    named = {name: value for name, value in given.items() if value is not None}
    who = (values["email"].lower(), values["name"])
    try:
        invitee = _Invitee.model_validate(named)
    except ValidationError as error:
        broken = {fault.column for fault in row.faults}
        found = [(str(item["loc"][0]) if item["loc"] else "", item) for item in error.errors()]
        faults += [
            Fault(row.number, name, _words(item, values))
            for name, item in found
            if name not in broken
        ]
        return Read(row.number, *who, None, tuple(faults))
    if fault := rules.window_fault(invitee.opens_at, invitee.closes_at, now):
        faults.append(Fault(row.number, fault.field, fault.message))
    if faults:
        return Read(row.number, *who, None, tuple(faults))
    minutes = invitee.duration_min
    invitation = Invitation(
        candidate_name=invitee.name,
        candidate_email=invitee.email,
        zone=invitee.zone,
        opens_at=invitee.opens_at,
        closes_at=invitee.closes_at,
        accommodations=agreed.model_copy(update={"extra_time_percent": invitee.extra_time_percent}),
        policy_json=None,
        duration_s=None if minutes is None else minutes * 60,
    )
    return Read(row.number, *who, invitation, ())


def _flags(number: int, text: str, faults: list[Fault]) -> Accommodations:
    names = [part.strip().casefold().replace(" ", "_") for part in text.split(",") if part.strip()]
    unknown = [name for name in names if name not in FLAGS]
    if unknown:
        message = f"{unknown[0]!r} is none of: {', '.join(FLAGS)}."
        faults.append(Fault(number, "accommodations", message))
    return Accommodations.model_validate({name: True for name in names if name in FLAGS})


def _number(text: Any) -> Any:
    """A whole number where the text is one; else the text, whose fault is told by its column."""
    if isinstance(text, str) and text.removesuffix("%").strip().isdecimal():
        return int(text.removesuffix("%").strip())
    return text


def _with_offset(text: str, zone: str) -> str:
    """A local time of a spreadsheet as an instant with its offset; other text as it is."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return text
        local = moment.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, KeyError, OSError):
        return text
    there = local.astimezone(UTC).astimezone(local.tzinfo)
    if there.replace(tzinfo=None) != moment:
        return f"{text} does not exist in {zone}: clocks go forward there"
    return local.isoformat()


def _words(item: Any, values: Mapping[str, str]) -> str:
    name = str(item["loc"][0]) if item["loc"] else ""
    if item["type"] == "missing":
        return "It is missing, and no usual value was given for it."
    if name in ("opens_at", "closes_at"):
        text = values.get(name, "")[:40]
        return f"{text!r} is no time of day and date, such as 2026-11-30 09:00."
    if name in ("duration_min", "extra_time_percent"):
        return f"{values.get(name, '')[:40]!r} is no whole number in its range."
    if name == "email":
        return f"{values.get(name, '')[:40]!r} is no e-mail address."
    return f"{item['msg'].removeprefix('Value error, ')}."
