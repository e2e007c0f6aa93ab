"""Chooses the further questions of one answer, as a job of the queue `asking`.

One rule: the model is asked once within the paper's bound, outside of any transaction; a model that
is off, slow or wrong costs the prepared question's wording and nothing else.
"""

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server.db import Database
from server.follow_ups import prompt, rules, service
from server.follow_ups.service import Further, Wanted
from server.keys import ServerKeys
from server.models import InterviewSession
from server.outbox import Job
from server.outside import may
from server.scoring import service as scoring
from server.scoring.llm.asking import Ask, LlmError
from server.scoring.llm.model import Model
from shared.ids import sha256_hex
from shared.policy import Outside

OFF = "off"
"""No language model is set up."""
UNNAMED = "unnamed"
"""The consent named no language model outside."""
UNREAD = "unread"
"""There is no text of the answer."""
REFUSED = "refused:"
"""Before the rule that the first proposal did not stand."""

_log = logging.getLogger(__name__)
Effect = Callable[[Session, datetime], None]


def without_keys(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Where a process has no keys it can ask nothing: the interview goes on."""


@dataclass(frozen=True)
class FollowUps:
    """Called with one job at a time."""

    database: Database
    keys: ServerKeys
    model: Model | None
    """Its own, so that its short bound never looks like an outage to whoever scores."""
    outside: Outside | None = None
    """Whose machine the model is on, where it is not one's own."""

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Chooses and asks; never waits for another try."""
        with self.database.read() as db:
            about = service.wanted(db, str(job.payload["answer"]), now=now)
            if about is None:
                return _nothing
            named = may(db.get_one(InterviewSession, about.session_id), self.outside)
        chosen = choose(about, self.model) if named else choose(about, None, why=UNNAMED)
        if not chosen:
            return _nothing
        keys = self.keys

        def effect(db: Session, now: datetime) -> None:
            service.ask(db, about, chosen, keys=keys, now=now)

        return effect

    def close(self) -> None:
        """Gives the connections back."""
        if self.model is not None:
            self.model.close()


def choose(about: Wanted, model: Model | None, *, why: str = OFF) -> list[Further]:
    """From the model what stands the checks; for what is missing the prepared ones; else none.

    `why`: by code, why there is no model to ask.
    """
    written, instead = ([], why) if model is None else _written(about, model)
    missing = about.most - len(written)
    taken = [*about.asked, *(one.text for one in written)]
    prepared = rules.prepared(about.prepared, taken, most=missing)
    return [*written, *(Further(text, "prepared", instead=instead) for text in prepared)]


def _written(about: Wanted, model: Model) -> tuple[list[Further], str]:
    """(what the model wrote and may be asked, why there is not enough of it)."""
    shown, suspect = rules.shown(about.text)
    if not shown.strip():
        return [], UNREAD
    question = about.question
    asked = prompt.compose(
        question.prompt,
        shown,
        kind=question.kind,
        language=about.language,
        most=about.most,
        seed=secrets.randbelow(2**31),
    )
    try:
        answered = model.ask(asked, prompt.parsed, within_s=about.within_s)
    except LlmError as error:
        _log.info("no further question from the model for %s: %s", about.answer_id, error.code)
        return [], error.code
    matter = rules.Matter(
        prompt=question.prompt,
        answer=shown,
        suspect=suspect,
        expected=question.expected_answer,
        key_points=[point.text for point in scoring.key_points(question)],
        asked=about.asked,
        language=about.language,
    )
    kept, faults = rules.chosen(answered.value, matter, most=about.most)
    origin = Further(
        text="",
        source="model",
        model=answered.reply.model,
        digest=answered.reply.digest,
        prompt_version=prompt.PROMPT_VERSION,
        prompt_sha256=_digest(asked),
    )
    made = [replace(origin, text=one.question, about=one.quote[:500]) for one in kept]
    return made, REFUSED + faults[0] if faults else "few"


def _digest(asked: Ask) -> str:
    return sha256_hex(f"{asked.system}\0{asked.user}".encode())


def _nothing(db: Session, now: datetime) -> None:
    """It has its further questions, or none are to be asked."""
