"""Which program and which wire format this is.

One rule: `PROTOCOL` grows whenever an older peer would misread what we send; `APP_VERSION` is
the release. The server refuses a client below its minimum before the interview, never during.
"""

APP_VERSION = "0.1.0"

PROTOCOL = 1
"""Version of the wire format, carried as `v` in every row, batch and receipt."""


def parse_version(text: str) -> tuple[int, ...]:
    """`"1.4.2"` -> `(1, 4, 2)`; raises ValueError for anything but dotted non-negative integers."""
    parts = text.strip().split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(f"not a version: {text!r} (expected digits and dots, such as 1.4.2)")
    return tuple(int(part) for part in parts)


def is_older(version: str, minimum: str) -> bool:
    """Whether `version` comes before `minimum`; missing places count as zero."""
    left, right = parse_version(version), parse_version(minimum)
    width = max(len(left), len(right))
    return left + (0,) * (width - len(left)) < right + (0,) * (width - len(right))
