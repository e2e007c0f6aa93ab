"""How much a look at one score is expected to tell.

Pure. One rule: the measure is marks: how far the proposal is likely to be from what a person gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass

UNKNOWN = 0.33
"""Expected error, in shares of the marks, where nothing is proposed: the mean distance of two marks
that may lie anywhere."""
BY_GRADER = {"baseline": 0.27, "judge": 0.15}
"""Expected error of a proposal without a flag. The baseline's was measured (docs/scoring.md); the
judge's is that of two people, until a model of one's own has been measured."""
FLAGGED = {
    "injection": 0.33,
    "canary": 0.35,
    "unverified": 0.33,
    "top": 0.33,
    "unsure": 0.25,
    "middle": 0.2,
}
"""The same where a person has to look for this reason."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A score that no person has settled."""

    grader: str
    points_milli: int | None
    spread_milli: int | None
    max_marks: int
    why: Sequence[str]


def worth(score: Waiting) -> float:
    """Marks by which a person's decision is expected to differ from what stands."""
    share = BY_GRADER.get(score.grader, UNKNOWN)
    if score.points_milli is None:
        share = UNKNOWN
    if score.spread_milli is not None and score.max_marks:
        # Half of the distance between judgements is what either of them may be wrong by.
        share = max(share, score.spread_milli / (2000 * score.max_marks))
    share = max([share, *(FLAGGED.get(code, 0.0) for code in score.why)])
    return round(share * score.max_marks, 3)
