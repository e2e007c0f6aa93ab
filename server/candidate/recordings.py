"""Recordings that come without a record: sealed here, then kept like all others.

One rule: sound lies sealed on the disk, whoever sent it.
"""

from dataclasses import dataclass

from sqlmodel import Session

from server import evidence
from server.candidate import answers
from server.candidate.setting import Setting
from server.candidate.views import AnswerKept
from server.models import InterviewSession
from server.refusals import Refused
from server.sealing import seal_blob
from shared.events import AnswerChunk, Artifact

OGG = "audio/ogg"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one take."""

    question: str
    take: int
    part: int
    duration_ms: int


def keep(
    db: Session, interview: InterviewSession, piece: Piece, *, content: bytes, setting: Setting
) -> AnswerKept:
    """Seals and keeps a recording; refuses `not_found`, `evidence_full`."""
    if piece.question not in answers.questions(db, interview.id):
        raise Refused("not_found")
    if interview.key_sealed is None:
        raise Refused("already_over", "What belonged to this interview was erased.")
    key = setting.keys.unwrap(interview.key_sealed, about=interview.id)
    sealed = seal_blob(key, content)
    address = evidence.write(setting.settings, interview.id, sealed)
    evidence.note_stored(db, interview.id, address=address, size=len(sealed), now=setting.now)
    artifact = Artifact(sha256=address, media_type=OGG, size=len(sealed))
    evidence.name(db, interview.id, artifact)
    body = AnswerChunk(
        question=piece.question,
        take=piece.take,
        part=piece.part,
        audio=artifact,
        duration_ms=piece.duration_ms,
    )
    answer = answers.add_chunk(db, answers.Cause(interview, setting.now, None), body)
    return AnswerKept(question=piece.question, revision=answer.revision, late=answer.late)
