"""How instants are written and read on the wire.

One rule: UTC, ISO 8601, milliseconds, a final Z. Nothing here asks what time it is.
"""

from datetime import UTC, datetime


def utc_text(moment: datetime) -> str:
    """`2026-11-22T15:04:05.123Z`; raises ValueError for a naive datetime."""
    if moment.tzinfo is None:
        raise ValueError(f"naive datetime {moment!r}: say which zone it is in")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_utc(text: str) -> datetime:
    """The aware datetime of `utc_text`; raises ValueError for other forms."""
    if not text.endswith("Z"):
        raise ValueError(f"not UTC text: {text!r} (expected a final Z)")
    return datetime.fromisoformat(text[:-1] + "+00:00")
