"""Transcribes a recording that lies here, as a job of the queue `speech`.

One rule: the recording is opened in memory and goes to the transcriber alone; what cannot be
transcribed is a sentence at the answer, and a person listens.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server.candidate import answers
from server.db import Database
from server.keys import ServerKeys
from server.models import Answer, InterviewSession
from server.outbox import MAX_ATTEMPTS, Job, TryLater
from server.outside import NOT_NAMED, may
from server.refusals import Refused
from server.sealing import NotOpened, open_blob
from server.speech.transcriber import Transcriber
from server.storage import Blobs
from server.transcripts import rules, service
from shared.policy import Outside, Policy
from shared.problems import PROBLEMS
from shared.transcript import Transcript

PAUSES_S = (30, 600)
GAVE_UP = "The server could not transcribe this recording either: a person listens to it."
NOT_OPENED = "This recording came sealed with another key: nobody can open it."

Effect = Callable[[Session, datetime], None]


def without_transcriber(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Where nobody transcribes, a person listens: the answer says so already."""


@dataclass(frozen=True)
class Transcribing:
    """Called with one job at a time."""

    database: Database
    keys: ServerKeys
    blobs: Blobs
    transcriber: Transcriber
    outside: Outside | None = None
    """Whose machine the transcriber is, where it is not one's own."""

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Transcribes the take; raises TryLater with what was in the way."""
        answer_id, take = str(job.payload["answer"]), int(job.payload["take"])
        with self.database.read() as db:
            answer = db.get(Answer, answer_id)
            interview = None if answer is None else db.get(InterviewSession, answer.session_id)
            if answer is None or interview is None or answer.takes != take:
                return _nothing
            policy = Policy.model_validate_json(interview.policy_json)
            if not rules.wanted(answers.transcript_of(answer), take=take, policy=policy):
                return _nothing
            if not may(interview, self.outside):
                return lambda db, now: service.settle(
                    db, answer_id, take, Transcript(reason=NOT_NAMED), now=now
                )
            addresses, sealed_key = service.pieces(db, answer), interview.key_sealed
            session = interview.id
        if sealed_key is None:
            return _nothing  # erased
        sealed = [self.blobs.get(session, address) for address in addresses or ()]
        if not sealed or None in sealed:
            raise TryLater("missing: not all of the recording is here", pauses_s=PAUSES_S)
        key = self.keys.unwrap(sealed_key, about=session)
        try:
            # Ogg files may be joined end to end.
            sound = b"".join(open_blob(key, each) for each in sealed if each is not None)
        except NotOpened:
            found = Transcript(reason=NOT_OPENED)
        else:
            found = self._heard(job, sound, policy.language)
        return lambda db, now: service.settle(db, answer_id, take, found, now=now)

    def _heard(self, job: Job, sound: bytes, language: str) -> Transcript:
        try:
            return self.transcriber.transcribe(sound, language=language)
        except Refused as refusal:
            words = refusal.detail or " ".join(PROBLEMS[refusal.code][1:])
            if job.attempt >= MAX_ATTEMPTS:
                self._give_up(str(job.payload["answer"]))
            raise TryLater(f"{refusal.code}: {words}", pauses_s=PAUSES_S) from None

    def _give_up(self, answer_id: str) -> None:
        """The page of results says so; the job stays, for a person to revive."""
        with self.database.write() as db:
            answer = db.get(Answer, answer_id)
            if answer is not None:
                answer.transcript_reason = GAVE_UP
                db.add(answer)


def _nothing(db: Session, now: datetime) -> None:
    """There is nothing to be kept."""
