"""Where a second reading stands, and whether a candidate may object.

Pure. One rule: who looked first is never asked again, and a no comes with a sentence.
"""

from typing import Literal

from server.auth.people import account_of

Standing = Literal["waiting", "agrees", "differs", "decided"]
DIFFERS_MILLI = 150
"""Of the marks, times 1000: the mean distance of two people's marks (docs/scoring.md). Further
apart than two people usually are, somebody looks at both."""


def may_read(reader: str, *, first_by: str, asked_by: str) -> bool:
    """Whether somebody can read an answer without knowing the first points; each is an actor, and
    a token knows what its account knows."""
    return account_of(reader) not in (account_of(first_by), account_of(asked_by))


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
