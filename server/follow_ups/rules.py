"""How many further questions an answer may get, and which ones may be asked at all.

Pure. One rule: what a model proposes is asked only if it takes up words of that very answer, is one
plain question in the interview's language, and tells nothing of what is expected.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from server.drafting import likeness
from server.follow_ups import leaks, tongues
from server.scoring import injection
from server.scoring.hidden import visible
from shared.policy import Policy

Fault = Literal[
    "length", "form", "language", "quote", "orders", "echo", "leak", "verdict", "repeats"
]
VIVA = 2
"""About the code of one answer."""
MOST_VIVA = 6
"""In one interview: three coding answers."""
LEAST_CHARS, MOST_CHARS = 12, 300
"""One that is read aloud in 25 seconds at most."""
LEAST_QUOTE = 3
"""Characters: a name in code may be that short, and a shorter one stands everywhere."""
ECHO_WORDS = 5
"""Words in a row of a sentence that speaks to machines."""

_MARKUP = re.compile(r"https?://|www\.|```|<[a-z/!][^>]*>|\[[^\]]*\]\(", re.IGNORECASE)
_VERDICT = re.compile(
    r"\b(well done|(good|great|nice|excellent|perfect) (answer|job|point|work)|"
    r"(your|the|this) (answer|code|solution) (is|was) (in)?(correct|right|wrong|perfect)|"
    r"(your|the) (score|marks?|grade)|bravo|sehr gut|richtig beantwortet|très bien|muy bien)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model proposes to ask."""

    quote: str
    """Words of the answer that it takes up."""
    question: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What a proposal is held against."""

    prompt: str
    """The question that was answered."""
    answer: str
    """As it was shown to the model: visible, without suspect sentences."""
    suspect: Sequence[str]
    """The sentences that were left out of it."""
    expected: str
    key_points: Sequence[str]
    asked: Sequence[str]
    """What the interview asks anyway, and has asked further."""
    language: str
    """BCP 47 tag."""


def room(policy: Policy, kind: str, before: Iterable[str]) -> int:
    """How many further questions an answer may get.

    `kind`: of the answered question; `before`: those of the questions that got some, one each.
    """
    if policy.navigation != "in_order":
        return 0  # an answer that can still be changed is not done
    given = list(before)
    coded = sum(one == "coding" for one in given)
    if kind == "coding":
        return min(VIVA, MOST_VIVA - coded) if policy.viva else 0
    return 1 if len(given) - coded < policy.follow_ups else 0


def kind_of(kind: str, all_kinds: Iterable[str]) -> str:
    """How a further question is answered: as the first one was; code is spoken about where this
    interview speaks, else written about."""
    if kind != "coding":
        return kind
    return "spoken" if "spoken" in set(all_kinds) else "written"


def shown(answer: str) -> tuple[str, list[str]]:
    """(the answer as a model may see it, the sentences that were blanked in it)."""
    plain = visible(answer).text
    found = injection.suspects(plain)
    return injection.masked(plain, found), [plain[one.start : one.end] for one in found]


def chosen(
    proposals: Sequence[Proposal], matter: Matter, *, most: int
) -> tuple[list[Proposal], list[Fault]]:
    """(those that may be asked, at most so many; why the others before them may not)."""
    kept: list[Proposal] = []
    faults: list[Fault] = []
    for proposal in proposals:
        if len(kept) == most:
            break
        plain = Proposal(" ".join(proposal.quote.split()), " ".join(proposal.question.split()))
        others = [*matter.asked, *(one.question for one in kept)]
        if (why := fault(plain, matter, others)) is None:
            kept.append(plain)
        else:
            faults.append(why)
    return kept, faults


def prepared(texts: Sequence[str], asked: Sequence[str], *, most: int) -> list[str]:
    """Prepared ones in their order, at most so many, none that is asked already."""
    kept: list[str] = []
    for text in texts:
        if len(kept) < most and not likeness.asked_already(text, [*asked, *kept]):
            kept.append(text)
    return kept


def fault(proposal: Proposal, matter: Matter, others: Sequence[str]) -> Fault | None:
    """Why this may not be asked; None where it may."""
    text = proposal.question
    if not LEAST_CHARS <= len(text) <= MOST_CHARS:
        return "length"
    if visible(text).text != text or _MARKUP.search(text) or not _asks(text):
        return "form"
    if not tongues.fits(text, matter.language):
        return "language"
    if not _stands(proposal.quote, matter.answer):
        return "quote"
    if injection.suspects(text):
        return "orders"
    if any(_shares_run(text, stretch) for stretch in matter.suspect):
        return "echo"
    if _VERDICT.search(text):
        return "verdict"
    if leaks.tells(
        text,
        known=(matter.prompt, matter.answer),
        points=matter.key_points,
        expected=matter.expected,
        language=matter.language,
    ):
        return "leak"
    if likeness.asked_already(text, others):
        return "repeats"
    return None


def _asks(text: str) -> bool:
    return text.rstrip(" \"'”»)").endswith(("?", "？", "؟", ";")) or tongues.is_request(text)


def _stands(quote: str, answer: str) -> bool:
    wanted = _plain(quote)
    return len(wanted) >= LEAST_QUOTE and f" {wanted} " in f" {_plain(answer)} "


def _plain(text: str) -> str:
    """As words alone: models change quotation marks, blanks and capitals when they quote."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def _shares_run(text: str, stretch: str) -> bool:
    words, others = (_WORD.findall(one.casefold()) for one in (text, stretch))
    runs = {tuple(others[at : at + ECHO_WORDS]) for at in range(len(others) - ECHO_WORDS + 1)}
    return any(
        tuple(words[at : at + ECHO_WORDS]) in runs for at in range(len(words) - ECHO_WORDS + 1)
    )
