"""What a reviewer may decide: decisions only.

One rule: a person's points stay between nothing and the question's marks, and have a reason.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's points for one question."""

    question: str
    points_milli: int
    """Points times 1000."""
    reason: str


def milli(points: float) -> int:
    """Points times 1000, rounded half up as a person would."""
    return int((Decimal(str(points)) * 1000).quantize(Decimal(1), ROUND_HALF_UP))


def fault(decision: Decision, *, max_marks: int) -> str:
    """Why the decision does not fit, as a sentence; empty where it does."""
    if decision.points_milli > max_marks * 1000:
        return f"The question has {max_marks} marks at most."
    if decision.points_milli < 0:
        return "Points begin at zero."
    if not decision.reason.strip():
        return "Say why: the reason stays beside the score."
    return ""


def spreadsheet_text(value: str) -> str:
    """`value` as a spreadsheet shows it instead of calculating it (OWASP's rule for CSV)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


LEVELS = ("none", "status", "comments", "scores")
"""What a candidate may read after the review, from least to most."""


def allowed(level: str, most: str) -> bool:
    """Whether a policy that allows `most` lets `level` be released."""
    return level in LEVELS[1:] and LEVELS.index(level) <= LEVELS.index(most)
