"""Interviews that named services outside, and answers of theirs."""

from server import outbox
from server.deps import Parts
from server.models import Answer, InterviewSession
from shared.ids import new_id
from shared.policy import Outside, Policy
from tests.server.interview_support import Invited

MODEL = Outside(does="language_model", host="api.example.com")
SPEECH = Outside(does="speech_to_text", host="ours--invigil.modal.run")
TEXT = "It keeps results close to the reader. It trades memory for time."


def started(parts: Parts, invited: Invited, *services: Outside) -> None:
    """It began, and its consent named these."""
    with parts.database.write() as db:
        held = db.get_one(InterviewSession, invited.id)
        held.started_at = parts.now()
        held.policy_json = Policy(outside=services).model_dump_json()


def answered(parts: Parts, invited: Invited) -> str:
    """Its written question is answered, and waits to be scored; the answer's id."""
    with parts.database.write() as db:
        answer = Answer(
            session_id=invited.id,
            session_question_id=invited.written,
            text=TEXT,
            revision=1,
            done_at=parts.now(),
        )
        db.add(answer)
        db.flush()
        outbox.note(db, "score", f"score:{new_id()}", {"answer": answer.id}, now=parts.now())
        return answer.id
