"""Where the rows of a batch belong: what is stored, set aside, forked or missing.

One rule: nothing a client sends is dropped in silence, and one bad row never holds up its
neighbours. Bodies are judged after their envelopes, by `read_body`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from pydantic import ValidationError

from shared.chain import MAX_INT, parse_row
from shared.events import BODIES, Artifact, SegmentStarted
from shared.ids import sha256_hex
from shared.model import Wire

MAX_ENVELOPE_CHARS = 2000
"""As in `shared.sync.SealedRow.row`."""
MAX_SEALED_CHARS = 2_000_000
"""As in `shared.sync.SealedRow.sealed`."""
MAX_COUNT = 2**31 - 1
"""What a 32-bit column holds."""
_MAY_BE_LARGE = re.compile(rb"[0-9]{10}|[0-9][eE]")
"""Whatever passes `MAX_COUNT` is written with ten digits or with an exponent; most bodies have
neither, and are not looked through."""
COLUMN_CHARS = 100
"""Width of the columns that index an envelope."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a record that is stored; seq 0 and zeros before the first."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """A row as it was sent, readable or not. `raw` and `hash` are exact, the rest is an index."""

    raw: bytes
    hash: str
    seq: int | None
    """None where the row does not say."""
    prev: str | None
    """None where the row does not say."""
    kind: str
    at: str
    mono_ms: int
    body_sha256: str
    flaw: str
    """Why it is no row of this record; empty for a good one."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Where the record's segments stand."""

    lease: int
    """In which the machine that holds the interview began."""
    record: int
    """The one that is being written."""
    reopenings: int
    """How often people re-opened the interview."""


def segment_fault(body: SegmentStarted, segments: Segments) -> str:
    """Why no segment begins with `body`; empty where one does.

    The claim begins a machine's first segment, and each re-opening by a person one more: a machine
    begins none of its own accord.
    """
    if body.reason != "reopened":
        fits = body.segment == segments.record
    else:
        fits = body.segment == segments.record + 1
        if fits and body.segment - segments.lease > segments.reopenings:
            return "nobody re-opened the interview for another segment"
    return "" if fits else f"it begins segment {body.segment} after segment {segments.record}"


@dataclass(frozen=True, slots=True)
class Placed:
    """An envelope with the sequence number under which it is kept."""

    index: int
    """Its place in the batch, from 0."""
    seq: int
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a batch."""

    store: tuple[Placed, ...]
    """New rows, each fitting the one before."""
    forks: tuple[Placed, ...]
    """Rows that contradict what is stored: kept beside the record."""
    head: Head
    """After storing."""
    conflict: Literal["chain_fork", "chain_gap"] | None
    """Why the batch was not taken to its end."""
    known: tuple[int, ...]
    """Rows of the batch that were stored before."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a body cannot be read."""

    reason: str


def read_envelope(text: str, session: str) -> Envelope:
    """Reads as much of an envelope as there is; never raises."""
    raw = text.encode("utf-8", "surrogatepass")
    digest = sha256_hex(raw)
    try:
        if len(text) > MAX_ENVELOPE_CHARS:
            raise ValueError(f"row has {len(text)} characters, at most {MAX_ENVELOPE_CHARS}")
        row = parse_row(raw)
    except ValueError as error:
        return _salvage(raw, digest, str(error)[:200])
    return Envelope(
        raw=raw,
        hash=digest,
        seq=row.seq,
        prev=row.prev,
        kind=row.kind,
        at=row.at,
        mono_ms=row.mono_ms,
        body_sha256=row.body_sha256,
        flaw="" if row.session == session else "row belongs to another interview",
    )


def arrange(head: Head, rows: Sequence[Envelope], stored: Mapping[int, str]) -> Plan:
    """The plan for consecutive `rows` on top of `head`.

    `stored`: hashes of the stored rows by seq, at least those whose seq or hash is in `rows`. A
    row that does not say its seq takes the one that its place gives it.
    """
    by_hash = {digest: seq for seq, digest in stored.items()}
    store: list[Placed] = []
    known: list[int] = []
    before: int | None = None
    for index, row in enumerate(rows):
        seq = row.seq
        if seq is None:
            seq = by_hash.get(row.hash, head.seq + 1 if before is None else before + 1)
        before = seq
        if seq <= head.seq:
            if _hash_at(seq, stored, store) != row.hash:
                return _broken("chain_fork", head, store=store, known=known, rows=(rows, index))
            known.append(seq)
        elif seq > head.seq + 1:
            return _broken("chain_gap", head, store=store, known=known, rows=(rows, index))
        elif row.prev is not None and row.prev != head.hash:
            return _broken("chain_fork", head, store=store, known=known, rows=(rows, index))
        else:
            store.append(Placed(index, seq, row))
            head = Head(seq, row.hash)
    return Plan(tuple(store), (), head, None, tuple(known))


def read_body(kind: str, body: bytes) -> Wire | Flaw | None:
    """The body's model; None for a kind that this server does not know yet."""
    model = BODIES.get(kind)
    if model is None:
        return None
    try:
        read = model.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return Flaw(f"{kind} {where}: {first['msg']}"[:200])
    if _MAY_BE_LARGE.search(body) and (name := _too_large(read.model_dump())):
        return Flaw(f"{kind} {name}: the number is too large")
    return read


def artifacts(body: Wire) -> Iterator[Artifact]:
    """Every blob that `body` names, at any depth."""
    for name in type(body).model_fields:
        value: object = getattr(body, name)
        members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
        for member in members:
            if isinstance(member, Artifact):
                yield member
            elif isinstance(member, Wire):
                yield from artifacts(member)


def has_nul(value: object) -> bool:
    """Whether any text in `value`, a dumped body, holds a NUL."""
    match value:
        case str():
            return "\0" in value
        case dict():
            return any(has_nul(item) for item in cast("dict[str, object]", value).values())
        case list() | tuple():
            return any(has_nul(item) for item in cast("list[object]", value))
        case _:
            return False


def column_text(text: str, limit: int | None = None) -> str:
    """`text` as a database column can hold it: no NUL, no lone surrogate, at most `limit`."""
    clean = text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return clean if limit is None else clean[:limit]


def _too_large(value: object, name: str = "") -> str:
    """The name of a number that no column can hold; empty where all fit.

    Milliseconds and sizes have 64-bit columns, and beyond 2^53 are no numbers of ours; what only
    counts (revisions, takes, parts) has 32 bits.
    """
    match value:
        case bool():
            return ""
        case int():
            wide = name == "size" or name.endswith(("_ms", "_milli"))
            return name if abs(value) > (MAX_INT if wide else MAX_COUNT) else ""
        case dict():
            members = [(key, item) for key, item in cast("dict[str, object]", value).items()]
        case list() | tuple():
            members = [(name, item) for item in cast("list[object]", value)]
        case _:
            return ""
    return next((found for key, item in members if (found := _too_large(item, key))), "")


def _broken(
    conflict: Literal["chain_fork", "chain_gap"],
    head: Head,
    *,
    store: list[Placed],
    known: list[int],
    rows: tuple[Sequence[Envelope], int],
) -> Plan:
    sent, index = rows
    forks: list[Placed] = []
    if conflict == "chain_fork":
        seq = head.seq
        for place in range(index, len(sent)):
            said = sent[place].seq
            seq = said if said is not None else seq + 1
            forks.append(Placed(place, seq, sent[place]))
    return Plan(tuple(store), tuple(forks), head, conflict, tuple(known))


def _hash_at(seq: int, stored: Mapping[int, str], store: list[Placed]) -> str | None:
    if found := stored.get(seq):
        return found
    return next((row.envelope.hash for row in store if row.seq == seq), None)


def _salvage(raw: bytes, digest: str, flaw: str) -> Envelope:
    try:
        parsed: object = json.loads(raw)
    except (ValueError, RecursionError):
        parsed = None
    fields = cast("dict[str, Any]", parsed) if isinstance(parsed, dict) else {}

    def text(name: str) -> str:
        value = fields.get(name)
        return value if isinstance(value, str) else ""

    def number(name: str) -> int | None:
        value = fields.get(name)
        return value if type(value) is int and 0 <= value <= MAX_INT else None

    return Envelope(
        raw=raw,
        hash=digest,
        seq=number("seq"),
        prev=text("prev") or None,
        kind=text("kind"),
        at=text("at"),
        mono_ms=number("mono_ms") or 0,
        body_sha256=text("body_sha256"),
        flaw=flaw,
    )
