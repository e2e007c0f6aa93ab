"""What a proctor can ask of a running interview, and the reasons that may be given for it.

One rule: a reason is a code of this list with words for both sides; the candidate always reads
why, and no word here judges anybody.
"""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What is asked of the candidate's app."""

    MESSAGE = "message"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    LOCK = "lock"
    UNLOCK = "unlock"
    RECALIBRATE = "recalibrate"
    TERMINATE = "terminate"
    REOPEN = "reopen"
    LET_ON = "let_on"


ASK = "ask"
"""No person's action: the server itself asks one more question, and signs it like the others."""


class Reason(StrEnum):
    """Why. Codes never change their meaning."""

    TECHNICAL = "technical"
    REQUESTED = "requested"
    BREAK = "break"
    IDENTITY = "identity"
    SURROUNDINGS = "surroundings"
    PICTURE = "picture"
    TIME_LOST = "time_lost"
    ACCOMMODATION = "accommodation"
    GUIDANCE = "guidance"
    SETTLED = "settled"
    RULES = "rules"
    WELLBEING = "wellbeing"
    ORGANISATION = "organisation"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Words:
    """One reason as both sides read it."""

    label: str
    """For the person who chooses."""
    told: str
    """For the candidate: a whole sentence."""
    fits: frozenset[Action]
    """Actions that it may be given for."""


_A = Action
REASONS: dict[Reason, Words] = {
    Reason.TECHNICAL: Words(
        "Technical problem",
        "There is a technical problem that is being looked at.",
        frozenset(
            {_A.MESSAGE, _A.PAUSE, _A.EXTEND, _A.LOCK, _A.RECALIBRATE, _A.TERMINATE, _A.LET_ON}
        ),
    ),
    Reason.REQUESTED: Words(
        "Asked for by the candidate",
        "You asked for it.",
        frozenset({_A.PAUSE, _A.EXTEND, _A.LOCK, _A.RECALIBRATE, _A.TERMINATE, _A.REOPEN}),
    ),
    Reason.BREAK: Words("Agreed break", "It is time for a break.", frozenset({_A.PAUSE, _A.LOCK})),
    Reason.IDENTITY: Words(
        "Check of who is there",
        "A person wants to check who is taking the interview.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.LOCK}),
    ),
    Reason.SURROUNDINGS: Words(
        "Check of the surroundings",
        "A person wants to check the surroundings of your workplace.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.LOCK}),
    ),
    Reason.PICTURE: Words(
        "Camera picture not clear",
        "The picture of your camera is not clear enough.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.RECALIBRATE}),
    ),
    Reason.TIME_LOST: Words(
        "Time was lost", "You get back time that was lost.", frozenset({_A.EXTEND, _A.REOPEN})
    ),
    Reason.ACCOMMODATION: Words(
        "Agreed accommodation",
        "It was agreed with you beforehand.",
        frozenset({_A.PAUSE, _A.EXTEND, _A.LET_ON}),
    ),
    Reason.GUIDANCE: Words(
        "Note on how it goes on",
        "It is about how the interview goes on.",
        frozenset({_A.MESSAGE}),
    ),
    Reason.SETTLED: Words(
        "The matter is settled",
        "The matter is settled.",
        frozenset({_A.RESUME, _A.UNLOCK, _A.REOPEN, _A.LET_ON}),
    ),
    Reason.RULES: Words(
        "Rules of the interview",
        "A person found that the rules of this interview were not followed.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.LOCK, _A.TERMINATE}),
    ),
    Reason.WELLBEING: Words(
        "The candidate's wellbeing",
        "Your wellbeing comes first.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.TERMINATE}),
    ),
    Reason.ORGANISATION: Words(
        "Something on our side",
        "The cause is on our side, not on yours.",
        frozenset({_A.MESSAGE, _A.PAUSE, _A.EXTEND, _A.TERMINATE, _A.REOPEN, _A.LET_ON}),
    ),
    Reason.MISTAKE: Words(
        "Undo a mistake of ours",
        "The step before was a mistake of ours. We are sorry.",
        frozenset({_A.RESUME, _A.UNLOCK, _A.EXTEND, _A.REOPEN, _A.LET_ON}),
    ),
}


def told(reason: str) -> str:
    """The sentence that the candidate reads; empty for a code that this release does not know."""
    try:
        return REASONS[Reason(reason)].told
    except ValueError:
        return ""
