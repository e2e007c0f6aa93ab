"""Whether a machine is ready for interviews: one line for each thing that was tried.

One rule: unknown is said and never counts as ok; a report is signed by a key made for it, over the
exact text that travels, and names an invite by its hash alone.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.model import Digest, UtcText, Wire

ReadinessOutcome = Literal["ok", "violation", "unknown"]
MAX_REPORT_CHARS = 32_000
"""A dozen lines with long names of devices need a tenth of it."""
STATEMENT = b"invigil readiness 1\n"
"""Stands before the report where it is signed, so that the signature is good for nothing else."""


class ReadinessLine(Wire):
    """One thing that was tried."""

    probe: Annotated[str, Field(max_length=40)]
    """What: `camera`, `light`, `microphone`, `network`, …; readers keep new ones."""
    outcome: ReadinessOutcome
    """Unknown is never counted as ok."""
    found: Annotated[str, Field(max_length=500)] = ""
    """What was measured or seen, in words."""
    cause: Annotated[str, Field(max_length=500)] = ""
    """Why it is not ok; empty where it is."""
    cure: Annotated[str, Field(max_length=500)] = ""
    """What to do about it; empty where it is ok."""
    spent_ms: Annotated[int, Field(ge=0)] = 0
    """How long it took."""


class Readiness(Wire):
    """All that was tried on one machine at one time."""

    v: int = 1
    """Format of the report."""
    made_at: UtcText
    """By the machine's wall clock."""
    app_version: Annotated[str, Field(max_length=40)]
    """The app's release."""
    machine: Annotated[str, Field(max_length=200)]
    """Operating system and processor in words; no name and no number of this one machine."""
    invite_sha256: Digest | None = None
    """Hash of the invite's token; None for a report that belongs to no interview."""
    lines: Annotated[tuple[ReadinessLine, ...], Field(min_length=1, max_length=40)]
    """In the order in which they were tried."""


class SignedReadiness(Wire):
    """A report with the proof that it is whole."""

    report: Annotated[str, Field(max_length=MAX_REPORT_CHARS)]
    """The JSON of a `Readiness`, exactly as it was signed."""
    public_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    """Ed25519, made for this report; URL-safe base64 without padding."""
    signature: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{86}$")]
    """Over `statement(report)`."""


class ReadinessPost(SignedReadiness):
    """`POST /api/interview/readiness`: a report for the interview that the invite opens."""

    invite: Annotated[str, Field(min_length=16, max_length=128)]
    """The invite's token, whose hash the signed report names."""


def statement(report: str) -> bytes:
    """The bytes that are signed."""
    return STATEMENT + report.encode()


def overall(lines: tuple[ReadinessLine, ...]) -> ReadinessOutcome:
    """The worst of them: a violation, else unknown where anything is, else ok."""
    outcomes = {line.outcome for line in lines}
    return "violation" if "violation" in outcomes else "unknown" if "unknown" in outcomes else "ok"
