"""Reads a document and drafts from it, as a job.

One rule: it waits outside of transactions; what it found and its being done are committed together,
and a model that does not answer leaves the plain drafts, with a sentence that says so.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server import outbox
from server.db import Database
from server.documents.document import Document
from server.documents.parsing import Parse
from server.drafting import model, rules, service
from server.drafting.model import Completer, NoAnswer
from server.drafting.rules import Drafted
from server.drafting.sections import What
from server.models import PaperDocument
from server.refusals import Refused
from server.scoring.llm.asking import Ask, LlmError
from server.scoring.llm.model import Model
from shared.problems import PROBLEMS

_log = logging.getLogger(__name__)


Effect = Callable[[Session, datetime], None]


class Asking:
    """A language model as drafting needs it."""

    def __init__(self, found: Model) -> None:
        self._model = found

    def complete(self, system: str, user: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """JSON that fits; raises `NoAnswer`."""
        ask = Ask(system=system, user=user, schema=schema, most_tokens=3000)
        try:
            return self._model.ask(ask, model.parsed).value
        except LlmError as error:
            raise NoAnswer(error.code) from error


class Drafter:
    """The errand of the topic `draft`."""

    def __init__(
        self,
        database: Database,
        parse: Parse,
        *,
        completer: Completer | None = None,
        model_name: str = "",
    ) -> None:
        self._database, self._parse = database, parse
        self._completer, self._name = completer, model_name

    def __call__(self, job: outbox.Job, now: datetime) -> Effect:
        """Reads and drafts; answers what is to be committed."""
        key = str(job.payload["document"])
        with self._database.read() as db:
            found = db.get(PaperDocument, key)
            if found is None or found.content is None:
                return lambda db, now: None  # forgotten, or settled by another worker
            content, what, paper_id = found.content, found.what, found.paper_id
            asked = service.prompts_of(db, paper_id)
        try:
            return self._drafted(key, content, what=_what(what), asked=list(asked))
        except Refused as refusal:
            words = refusal.detail or " ".join(PROBLEMS[refusal.code][1:])
            return _refused(key, refusal, words)
        except Exception:
            if job.attempt >= outbox.MAX_ATTEMPTS:
                words = "Reading it failed three times, for a reason on the server's side."
                with self._database.write() as db:
                    service.refuse(db, key, Refused("file_unreadable"), words=words, now=now)
            raise

    def _drafted(self, key: str, content: bytes, *, what: What, asked: list[str]) -> Effect:
        self._note(key, "reading")
        document = self._parse(content)
        self._note(key, "drafting")
        drafted, by = self._ask(key, document, what=what, asked=asked)
        return lambda db, now: service.settle(db, key, document, drafted, by=by, now=now)

    def _ask(
        self, key: str, document: Document, *, what: What, asked: list[str]
    ) -> tuple[Drafted, str]:
        if self._completer is None:
            return rules.draft(document, what, asked=asked), "rules"
        try:
            drafted = model.draft(
                document,
                what,
                self._completer,
                asked=asked,
                progress=lambda done, of: self._note(key, "drafting", done, of),
            )
            return drafted, f"model:{self._name}"[:100]
        except NoAnswer as error:
            _log.info("document %s: the model gave no answer (%s)", key, error)
            plain = rules.draft(document, what, asked=asked)
            note = (
                "The language model gave no answer that could be used, so these drafts were made "
                "from a list of skills and tasks instead."
            )
            return Drafted(plain.drafts, (note, *plain.notes)), "rules"

    def _note(self, key: str, state: str, done: int = 0, of: int = 0) -> None:
        with self._database.write() as db:
            service.note_progress(db, key, state, done, of)


def _what(stored: str) -> What:
    return "resume" if stored == "resume" else "job_description"


def _refused(key: str, refusal: Refused, words: str) -> Effect:
    return lambda db, now: service.refuse(db, key, refusal, words=words, now=now)
