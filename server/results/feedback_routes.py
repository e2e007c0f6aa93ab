"""HTTP of feedback: a reviewer writes and releases, the candidate reads on the invite's page.

One rule: the candidate proves themselves by the link's secret, in the body and never in an address.
"""

import json
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field
from sqlmodel import Session, select

from server import consents
from server.auth.deps import Reviewer
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.mail import service as mail
from server.models import InterviewSession
from server.privacy import service as privacy
from server.refusals import Refused
from server.results import feedback
from server.results.feedback import Level
from server.routers import feature_router
from server.views import Asked, Key, View
from shared.ids import ID_PATTERN, token_hash
from shared.lifecycle import RUNNING, Status
from shared.policy import Accommodations, Policy, compares_face, compares_voice

router = feature_router("/admin", "results", max_body_size=512 * 1024)
candidate_router = feature_router("/interview", "candidate", max_body_size=16 * 1024)

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large", "wrong_state", "erased")
_INVITED = ("malformed_body", "too_large", "invite_unknown", "invite_revoked")

QuestionKey = Annotated[str, Field(pattern=ID_PATTERN)]
Comment = Annotated[str, Field(max_length=5000)]


class FeedbackView(View):
    """What was written for the candidate, and whether they may read it."""

    allowed: Literal["none", "status", "comments", "scores"]
    """The most that the interview's policy lets a candidate see."""
    summary: str
    comments: dict[str, str]
    """By the question's id."""
    level: Level
    released_at: datetime | None
    """None: the candidate sees nothing."""
    released_by: str


class FeedbackDraft(Asked):
    """What to write for the candidate."""

    summary: Annotated[str, Field(max_length=10_000)] = ""
    comments: Annotated[dict[QuestionKey, Comment], Field(max_length=500)] = Field(
        default_factory=dict
    )


class FeedbackRelease(Asked):
    """How much the candidate may read."""

    level: Level


class MineRequest(Asked):
    """Whose page: the invite's secret."""

    token: Annotated[str, Field(min_length=16, max_length=128)]


class MineAnswer(View):
    """One question with what a reviewer says of it."""

    position: int
    prompt: str
    comment: str
    points: float | None
    max_marks: int


class MineFeedback(View):
    """What a person released."""

    level: Level
    summary: str
    answers: list[MineAnswer]
    points: float | None
    max_marks: int


class MineView(View):
    """A candidate's own page."""

    title: str
    organisation: str
    status: Status
    running: bool
    started: bool
    comparing: Literal["", "given", "declined", "withdrawn"]
    """What counts about comparing face and voice by computer; empty: nothing was said yet."""
    compares: bool
    """Whether this interview compares at all."""
    consent_version: int
    consent_text: str
    """The words agreed to, as they were shown; empty where they are not kept."""
    kept_days: int
    """Days after the end until answers, recordings and pictures are erased."""
    feedback: MineFeedback | None


@router.get("/result/{id}/feedback", responses=problems(*_ADMIN))
def get_feedback(id: Key, person: Reviewer, db: ReadDb) -> FeedbackView:
    """What was written for the candidate."""
    return _view(db, interviews.get_interview(db, person, id))


@router.put("/result/{id}/feedback", responses=problems(*_CHANGE))
def write_feedback(
    id: Key, asked: FeedbackDraft, person: Reviewer, db: Db, now: Now
) -> FeedbackView:
    """Writes what the candidate may read later. Shows nothing yet."""
    interview = interviews.get_interview(db, person, id, lock=True)
    feedback.draft(db, person, interview, summary=asked.summary, comments=asked.comments, now=now)
    db.flush()
    return _view(db, interview)


@router.post("/result/{id}/feedback/release", responses=problems(*_CHANGE))
def release_feedback(
    id: Key, asked: FeedbackRelease, person: Reviewer, parts: PartsDep, db: Db, now: Now
) -> FeedbackView:
    """Lets the candidate read it, and mails them."""
    interview = interviews.get_interview(db, person, id, lock=True)
    post = mail.post_of(parts.settings)
    feedback.release(db, person, interview, asked.level, post=post, now=now)
    db.flush()
    return _view(db, interview)


@router.delete("/result/{id}/feedback/release", responses=problems(*_ADMIN, "csrf"))
def take_feedback_back(id: Key, person: Reviewer, db: Db, now: Now) -> FeedbackView:
    """Shows it no longer."""
    interview = interviews.get_interview(db, person, id, lock=True)
    feedback.take_back(db, person, interview, now=now)
    db.flush()
    return _view(db, interview)


@candidate_router.post("/mine", responses=problems(*_INVITED))
def read_mine(asked: MineRequest, parts: PartsDep, db: ReadDb) -> MineView:
    """A candidate's own page. Changes nothing; a POST keeps the secret out of logs."""
    interview = _invited(db, asked.token)
    return _mine(db, interview, parts.settings.organisation, _days(parts, interview))


@candidate_router.post("/withdraw", responses=problems(*_INVITED, "erased"))
def withdraw_comparison(asked: MineRequest, parts: PartsDep, db: Db, now: Now) -> MineView:
    """Takes the agreement to be compared back: the numbers go, the interview goes on."""
    interview = _invited(db, asked.token, lock=True)
    if interview.key_sealed is None:
        raise Refused("erased")
    privacy.withdraw(db, interview, seq=None, now=now)
    db.flush()
    return _mine(db, interview, parts.settings.organisation, _days(parts, interview))


def _invited(db: Session, token: str, *, lock: bool = False) -> InterviewSession:
    query = select(InterviewSession).where(InterviewSession.invite_hash == token_hash(token))
    found = db.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise Refused("invite_unknown")
    if found.invite_revoked_at is not None:
        raise Refused("invite_revoked")
    return found


def _days(parts: PartsDep, interview: InterviewSession) -> int:
    return privacy.kept_for(parts.settings, interview)[privacy.What.RECORD]


def _mine(db: Session, interview: InterviewSession, organisation: str, days: int) -> MineView:
    policy = Policy.model_validate_json(interview.policy_json)
    agreed = Accommodations.model_validate_json(interview.accommodations_json)
    said = consents.history(db, interview.id)
    last = said[-1] if said else None
    shown = feedback.shown(db, interview)
    return MineView(
        title=interview.title,
        organisation=organisation,
        status=interview.status,
        running=interview.status in RUNNING,
        started=interview.started_at is not None,
        comparing=consents.biometrics(db, interview.id),
        compares=compares_face(policy, agreed) or compares_voice(policy, agreed),
        consent_version=last.version if last else 0,
        consent_text=consents.text_of(db, last.text_sha256) if last else "",
        kept_days=days,
        feedback=None
        if shown is None
        else MineFeedback(
            level=shown.level,
            summary=shown.summary,
            answers=[
                MineAnswer(
                    position=one.position,
                    prompt=one.prompt,
                    comment=one.comment,
                    points=one.points,
                    max_marks=one.max_marks,
                )
                for one in shown.answers
            ],
            points=shown.points,
            max_marks=shown.max_marks,
        ),
    )


def _view(db: Session, interview: InterviewSession) -> FeedbackView:
    found = feedback.find(db, interview.id)
    return FeedbackView(
        allowed=feedback.policy_level(interview),
        summary=found.summary if found else "",
        comments=json.loads(found.comments_json) if found else {},
        level=feedback.level_of(found),
        released_at=found.released_at if found else None,
        released_by=found.released_by if found else "",
    )
