"""How much a look at one score is expected to tell.

Pure. One rule: the measure is marks: how far the proposal is likely to be from what a person gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

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


Standing = Literal["waiting", "agrees", "differs", "decided"]
DIFFERS_MILLI = 150
"""Of the marks, times 1000: the mean distance of two people's marks (docs/scoring.md). Further
apart than two people usually are, somebody looks at both."""


def may_read(reader: str, *, first_by: str, asked_by: str) -> bool:
    """Whether somebody can read an answer without knowing the first points."""
    return reader not in (first_by, asked_by)


def standing(
    first_milli: int | None, second_milli: int | None, *, max_marks: int, decided: bool
) -> Standing:
    """Where a second reading stands; points times 1000. `decided`: a person has, since."""
    if second_milli is None:
        return "waiting"
    if decided:
        return "decided"
    if first_milli is None:
        return "differs"
    apart = abs(first_milli - second_milli)
    return "differs" if apart > DIFFERS_MILLI * max_marks else "agrees"


APPEAL_DAYS = 30
"""Days after the release in which a candidate may object."""
MOST_APPEALS = 3
"""Objections to one interview: after a third answer it is a matter for people, not for a form."""


def appeal_refusal(*, released_days: float | None, made: int, is_open: bool) -> str:
    """Why a candidate cannot object now, in a sentence for them; empty where they can."""
    if released_days is None:
        return "There is nothing to object to yet: you will read here what people say."
    if is_open:
        return "You have written already. A person answers you here."
    if made >= MOST_APPEALS:
        return f"You have written {made} times. Ask whoever invited you."
    if released_days > APPEAL_DAYS:
        return f"The {APPEAL_DAYS} days in which you could write are over. Ask whoever invited you."
    return ""
