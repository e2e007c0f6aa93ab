"""The record's arithmetic: canonical bytes, hashes, and what a signature covers.

Pure. One rule: what was hashed is what is stored and exported, byte for byte; nobody
re-serialises. Canonical JSON is RFC 8785 for the values we allow: no floats, integers below
2^53, ASCII keys.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Literal, cast

from shared.ids import Sha256, sha256_hex

ZERO_HASH = Sha256("0" * 64)
MAX_INT = 2**53 - 1
SALT_BYTES = 32
ROW_KEYS = ("at", "body_sha256", "kind", "mono_ms", "prev", "seq", "session", "v")


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of `value`.

    Raises ValueError for floats, integers beyond 2^53 - 1, keys that are not ASCII text, lone
    surrogates and types that JSON does not have.
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def body_digest(salt: bytes, body: bytes) -> Sha256:
    """sha256(salt || body); the salt keeps short bodies from being guessed by their digest."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"salt has {len(salt)} bytes, expected {SALT_BYTES}")
    return sha256_hex(salt + body)


@dataclass(frozen=True, slots=True)
class Row:
    """A parsed envelope. `raw` is what counts; the fields are its index."""

    v: int
    session: str
    seq: int
    """1 for the first row of a session, then without a gap."""
    at: str
    """UTC text from the candidate's wall clock."""
    mono_ms: int
    """Milliseconds of the candidate's monotonic clock since boot."""
    kind: str
    body_sha256: str
    prev: str
    """Hash of the row before, `ZERO_HASH` for the first."""
    raw: bytes
    hash: str
    """sha256 of `raw`."""


def make_row(
    *, v: int, session: str, seq: int, at: str, mono_ms: int, kind: str, body_sha256: str, prev: str
) -> Row:
    """Builds the envelope and its bytes; raises ValueError where `canonical` does."""
    raw = canonical(
        {
            "v": v,
            "session": session,
            "seq": seq,
            "at": at,
            "mono_ms": mono_ms,
            "kind": kind,
            "body_sha256": body_sha256,
            "prev": prev,
        }
    )
    return Row(v, session, seq, at, mono_ms, kind, body_sha256, prev, raw, sha256_hex(raw))


def parse_row(raw: bytes) -> Row:
    """Reads an envelope; raises ValueError where its shape or its canonical form is wrong."""
    try:
        parsed: object = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"row is not JSON: {error}") from None
    if not isinstance(parsed, dict):
        raise ValueError("row is not a JSON object")
    fields = cast(dict[str, Any], parsed)
    if tuple(sorted(fields)) != ROW_KEYS:
        raise ValueError(f"row needs exactly the keys {', '.join(ROW_KEYS)}")
    for name in ("v", "seq", "mono_ms"):
        if type(fields[name]) is not int or fields[name] < 0:
            raise ValueError(f"{name} is not a non-negative integer")
    for name in ("session", "at", "kind", "body_sha256", "prev"):
        if not isinstance(fields[name], str) or len(fields[name]) > 100:
            raise ValueError(f"{name} is not text of at most 100 characters")
    if canonical(fields) != raw:
        raise ValueError("row is not in canonical form")
    return Row(**fields, raw=raw, hash=sha256_hex(raw))


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold."""

    seq: int
    """Sequence number that was expected there."""
    reason: Literal["shape", "session", "gap", "link"]
    detail: str


def first_break(
    rows: list[bytes], *, session: str, seq: int = 0, head: str = ZERO_HASH
) -> Break | None:
    """The first break of `rows` as a continuation of row `seq` with hash `head`, or None."""
    for raw in rows:
        expected = seq + 1
        try:
            row = parse_row(raw)
        except ValueError as error:
            return Break(expected, "shape", str(error))
        if row.session != session:
            return Break(expected, "session", f"row belongs to session {row.session}")
        if row.seq != expected:
            return Break(expected, "gap", f"found row {row.seq}")
        if row.prev != head:
            return Break(expected, "link", f"names {row.prev[:12]} as its predecessor")
        seq, head = row.seq, row.hash
    return None


def request_statement(
    *, session: str, nonce: str, counter: int, method: str, path: str, body: bytes
) -> bytes:
    """The bytes that a client signs for one request: a batch signature is this signature.

    `path` is the path as sent, without scheme, host and query.
    """
    return b"invigil-request-v1\n" + canonical(
        {
            "session": session,
            "nonce": nonce,
            "counter": counter,
            "method": method.upper(),
            "path": path,
            "body_sha256": sha256_hex(body),
        }
    )


def receipt_statement(
    *, session: str, seq: int, head: str, received_at: str, prev: str, kind: str, body_sha256: str
) -> bytes:
    """The bytes of one link of the server's own chain: hashed for `prev`, signed by its key."""
    return b"invigil-server-v1\n" + canonical(
        {
            "session": session,
            "seq": seq,
            "head": head,
            "received_at": received_at,
            "prev": prev,
            "kind": kind,
            "body_sha256": body_sha256,
        }
    )


def statement_hash(statement: bytes) -> Sha256:
    """What the next link of the server's chain names as `prev`."""
    return Sha256(hashlib.sha256(statement).hexdigest())


def _check(value: Any) -> None:
    match value:
        case None | bool():
            return
        case int():
            if abs(value) > MAX_INT:
                raise ValueError(f"integer {value} is beyond 2^53 - 1: use a string")
        case str():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError:
                raise ValueError("text holds a lone surrogate") from None
        case list() | tuple():
            for item in cast("list[Any]", value):
                _check(item)
        case dict():
            for key, item in cast("dict[Any, Any]", value).items():
                if not isinstance(key, str) or not key.isascii():
                    raise ValueError(f"key {key!r} is not ASCII text")
                _check(item)
        case float():
            raise ValueError(f"{value!r} is a float: send integers in fixed point")
        case _:
            raise ValueError(f"{type(value).__name__} has no JSON form here")
