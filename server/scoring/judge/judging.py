"""Judges one answer: asks the model as often as it takes, and settles what came of it.

One rule: nothing here knows a database or a clock but the one handed in; the same case, plan and
weights ask the same questions in the same words.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from server.scoring import injection
from server.scoring.hidden import Visible, visible
from server.scoring.injection import Suspect
from server.scoring.judge import prompt, quotes, reply, rubric, rules, unsure
from server.scoring.judge.prompt import Example, Question
from server.scoring.judge.rubric import Criterion
from server.scoring.judge.rules import Mark, Sample, Tried, Verdict
from server.scoring.llm.asking import Ask, TooSlow
from server.scoring.llm.model import Model, Spent
from server.scoring.words import meant, stems
from shared.events import TranscriptWord
from shared.ids import sha256_hex

TEMPERATURE = 0.3
"""Of all samples but the first: at 0 they would differ by their order alone."""
MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Case:
    """An answer and all that it is judged by."""

    question: Question
    criteria: tuple[Criterion, ...]
    """At least one."""
    answer: str
    """As it came."""
    words: tuple[TranscriptWord, ...] = ()
    """Of a transcript; empty for what was typed."""
    max_marks: int = 10
    examples: tuple[Example, ...] = ()
    """Graded by people, nearest first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is judged. Kept with the score, so that it can be done again."""

    seed: int
    """Drawn anew for each answer: order, fences and canary follow from it."""
    samples: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of it, and from what."""

    verdict: Verdict
    """Places of quotes are those of the answer as it came."""
    models: tuple[tuple[str, str], ...]
    """(name, digest) of whatever answered; more than one where it changed in between."""
    prompts_sha256: str
    """Of all prompts in order."""
    suspects: tuple[Suspect, ...]
    """In places of the visible text."""
    hidden: int
    """Characters that do not show."""
    unsure: int
    """Words that were not heard clearly."""
    spent: Spent


def judge(
    model: Model, case: Case, plan: Plan, *, may_go_on: Callable[[], bool] = lambda: True
) -> Judgement:
    """Raises `LlmError`; `TooSlow` once `may_go_on` says no."""
    shown = visible(case.answer)
    suspect = injection.suspects(shown.text)
    clean = injection.masked(shown.text, suspect)
    doubtful = unsure.without(clean, case.words)
    asking = _Asking(model, case, plan, may_go_on)
    if not clean.strip():
        verdict = _nothing_else(case)
    else:
        tried = Tried(
            samples=[asking.judge_once(clean, number, ()) for number in range(plan.samples)],
            whole=asking.judge_once(shown.text, 0, suspect) if suspect else None,
            sure=asking.judge_once(doubtful.text, 0, ()) if doubtful.count else None,
        )
        tried = replace(tried, canary=asking.canary)
        settled = rules.settle(case.criteria, tried, max_marks=case.max_marks)
        verdict = _placed(_heard(settled, too_many=doubtful.too_many), shown)
    return Judgement(
        verdict=verdict,
        models=tuple(dict.fromkeys(asking.models)),
        prompts_sha256=sha256_hex("\0".join(asking.prompts).encode()),
        suspects=suspect,
        hidden=len(case.answer) - len(shown.text),
        unsure=doubtful.count,
        spent=asking.spent,
    )


class _Asking:
    """The calls about one answer, and what they had in common."""

    def __init__(self, model: Model, case: Case, plan: Plan, may_go_on: Callable[[], bool]) -> None:
        self._model, self._case, self._plan, self._may_go_on = model, case, plan, may_go_on
        self._canary = prompt.canary(plan.seed)
        expected = [case.question.expected, *case.question.key_points]
        self._about = rubric.about(case.question.prompt, expected, case.criteria)
        self._own = {
            one.key: rubric.own(case.question.prompt, expected, one) for one in case.criteria
        }
        self.canary = False
        self.models: list[tuple[str, str]] = []
        self.prompts: list[str] = []
        self.spent = Spent()

    def judge_once(self, text: str, number: int, suspect: Sequence[Suspect]) -> Sample:
        """One judgement of `text`, in the order of this number; evidence in `suspect` is none."""
        order = random.Random(f"{self._plan.seed}:{number}")  # noqa: S311 -- an order, no secret
        found: dict[str, Mark] = {}
        for group in rubric.groups(self._case.criteria):
            asked = [*group, self._canary]
            if number:
                order.shuffle(asked)
            found |= self._judge_group(text, asked, number, suspect)
        return found

    def _judge_group(
        self, text: str, asked: Sequence[Criterion], number: int, suspect: Sequence[Suspect]
    ) -> Sample:
        examples = self._case.examples[:MOST_EXAMPLES]
        mark = prompt.fence(self._plan.seed + number, text)
        words = prompt.compose(
            self._case.question,
            asked,
            text,
            mark=mark,
            examples=examples if number % 2 == 0 else examples[::-1],
        )
        judged = self._ask(words, asked, number)
        marks = {one.key: self._proved(judged, one.key, text, suspect) for one in asked}
        lacking = [key for key, mark in marks.items() if mark.level is None and key != "c0"]
        if lacking:
            judged = self._ask(words + prompt.again(lacking), asked, number)
            marks |= {key: self._proved(judged, key, text, suspect) for key in lacking}
        if marks.pop(self._canary.key).level != 0:
            self.canary = True
        return marks

    def _proved(
        self, judged: dict[str, reply.Judged], key: str, text: str, suspect: Sequence[Suspect]
    ) -> Mark:
        mark = _proved(judged[key], text, suspect, self._about)
        own = self._own.get(key)
        if not own or not mark.level:
            return mark
        return replace(mark, own=bool(meant(own, _quoted(mark.quotes, text))))

    def _ask(self, words: str, asked: Sequence[Criterion], number: int) -> dict[str, reply.Judged]:
        if not self._may_go_on():
            raise TooSlow("Judging this answer takes too long.")
        self.prompts.append(words)
        answered = self._model.ask(
            Ask(
                system=prompt.system(),
                user=words,
                schema=reply.schema(asked),
                seed=(self._plan.seed + number) % 2**31,
                temperature=TEMPERATURE if number else 0.0,
            ),
            lambda text: reply.parse(text, asked),
        )
        self.models.append((answered.reply.model, answered.reply.digest))
        self.spent += answered.spent
        return dict(answered.value)


def _proved(
    judged: reply.Judged, text: str, suspect: Sequence[Suspect], about: frozenset[str]
) -> Mark:
    """The level with the places of its quotes; no level where one of them is not there, or none of
    them has a word of what is expected: then it proves nothing.
    """
    found = [quotes.find(quote, text) for quote in judged.quotes]
    there = tuple(
        one for one in found if one and not injection.overlaps(suspect, one.start, one.end)
    )
    if judged.level == 0:
        return Mark(0, there, judged.finding)
    if not there or len(there) < len(found):
        return Mark(None, (), judged.finding)
    if about and not meant(about, _quoted(there, text)):
        return Mark(None, (), judged.finding)
    return Mark(judged.level, there, judged.finding)


def _quoted(found: Sequence[quotes.Found], text: str) -> frozenset[str]:
    return stems(" ".join(text[one.start : one.end] for one in found))


def _nothing_else(case: Case) -> Verdict:
    """An answer that says nothing but how it is to be graded."""
    settled = tuple(rules.Settled(one, None, (), (), "") for one in case.criteria)
    return Verdict("needs_review", None, None, ("injection",), settled)


def _heard(verdict: Verdict, *, too_many: bool) -> Verdict:
    if not too_many or "unsure" in verdict.why:
        return verdict
    return replace(verdict, state="needs_review", why=(*verdict.why, "unsure"))


def _placed(verdict: Verdict, shown: Visible) -> Verdict:
    """The same with the quotes' places in the answer as it came."""

    def placed(one: quotes.Found) -> quotes.Found:
        start, end = shown.place(one.start, one.end)
        return replace(one, start=start, end=end)

    settled = tuple(
        replace(one, quotes=tuple(placed(quote) for quote in one.quotes)) for one in verdict.settled
    )
    return replace(verdict, settled=settled)
