"""Invitations over HTTP.

One rule: the link is in the answer that made it and in mails to its candidate, nowhere else; logs
and lists never hold it.
"""

from dataclasses import asdict
from typing import Any

from fastapi import status
from sqlmodel import Session

from server import builds, evidence
from server.auth.deps import InterviewReader, Scheduler
from server.deps import Db, Now, Parts, PartsDep, ReadDb
from server.errors import problems
from server.interviews import links, queries, rules, service
from server.interviews.filters import Wanted
from server.interviews.views import (
    BuildView,
    FrozenQuestion,
    InterviewChange,
    InterviewPage,
    InterviewRequest,
    InterviewSummary,
    InterviewView,
    InviteRequest,
    MailView,
    TimelineStep,
)
from server.links import leads_to, with_id, with_ids
from server.mail import rules as mail_rules
from server.mail import service as mail
from server.mail.rules import Overall
from server.models import InterviewSession
from server.papers import service as papers
from server.papers.draw import Draw
from server.routers import feature_router
from server.spoken import service as spoken
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor
from shared.policy import Accommodations, Policy

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large", "wrong_state")
router = feature_router("/admin/interviews", "interviews", max_body_size=MAX_FORM_BYTES)


@router.get("", responses=problems("not_signed_in", "forbidden"))
def list_interviews(
    person: InterviewReader,
    parts: PartsDep,
    db: ReadDb,
    wanted: Wanted,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> InterviewPage:
    """Interviews, newest first."""
    after = read_cursor(cursor)
    found = queries.list_interviews(db, person, wanted, after=after, limit=limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    post = mail.post_of(parts.settings)
    fates = mail.fates(db, [interview.id for interview in page])
    return InterviewPage(
        items=[
            InterviewSummary(
                **_summary(interview, mail_rules.overall(fates.get(interview.id, ()), on=post.on))
            )
            for interview in page
        ],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
        counts=None if after else queries.counts(db, person, wanted),
    )


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, "paper_empty", "question_untested", "draw_impossible")
    | leads_to(
        201,
        with_id(
            *("getInterview", "changeInterview", "deleteInterview", "inviteAgain", "listActions"),
            *("actOnInterview", "getInterviewAccess", "shareInterview", "listInterviewReadiness"),
            *("getResult", "listEvents", "getKept", "getFeedback", "getReport", "placeHold"),
        ),
        with_ids("getHistory", "getAudio", id="id", question="questions/0/id"),
        with_id("getPaper", "listVersions", at="paper_id"),
    ),
)
def create_interview(
    asked: InterviewRequest, person: Scheduler, parts: PartsDep, db: Db, now: Now
) -> InterviewView:
    """Makes an invitation; its link is in the answer, once."""
    paper = papers.get_paper(db, person, asked.paper_id, lock=True)
    invitation = service.Invitation(
        candidate_name=asked.candidate_name,
        candidate_email=asked.candidate_email,
        zone=asked.zone,
        opens_at=asked.opens_at,
        closes_at=asked.closes_at,
        accommodations=asked.accommodations,
        policy_json=asked.policy.model_dump_json() if asked.policy else None,
        team_id=asked.team_id,
        duration_s=asked.duration_s,
        draw=asked.draw,
        seed=asked.seed or "",
    )
    interview, token = service.invite(
        db,
        person,
        paper,
        invitation=invitation,
        keys=parts.keys,
        now=now,
        post=mail.post_of(parts.settings),
    )
    if parts.voices is not None:
        policy = Policy.model_validate_json(interview.policy_json)
        spoken.wish_for_paper(db, paper, policy, now=now)
    return _view(db, interview, parts, token=token)


@router.get("/{id}", responses=problems(*_ADMIN))
def get_interview(id: Key, person: InterviewReader, parts: PartsDep, db: ReadDb) -> InterviewView:
    """One interview with its questions, its mails and its timeline."""
    return _view(db, service.get_interview(db, person, id), parts)


@router.patch("/{id}", responses=problems(*_CHANGE))
def change_interview(
    id: Key, asked: InterviewChange, person: Scheduler, parts: PartsDep, db: Db, now: Now
) -> InterviewView:
    """Moves the window, withdraws the invite, or makes a new link; the candidate is mailed."""
    interview = service.get_interview(db, person, id, lock=True)
    token = service.change(
        db,
        person,
        interview,
        fields=asked.given(),
        keys=parts.keys,
        now=now,
        post=mail.post_of(parts.settings),
    )
    return _view(db, interview, parts, token=token)


@router.post("/{id}/invite", responses=problems(*_CHANGE, "mail_off"))
def invite_again(
    id: Key, asked: InviteRequest, person: Scheduler, parts: PartsDep, db: Db, now: Now
) -> InterviewView:
    """Mails the invitation once more; nothing more is queued while one is on its way.

    The link stays the same unless a new one is asked for, or this server cannot tell it again.
    """
    interview = service.get_interview(db, person, id, lock=True)
    token = service.invite_again(
        db,
        person,
        interview,
        new_link=asked.new_link,
        keys=parts.keys,
        now=now,
        post=mail.post_of(parts.settings),
    )
    return _view(db, interview, parts, token=token)


@router.delete("/{id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(*_CHANGE))
def delete_interview(id: Key, person: Scheduler, parts: PartsDep, db: Db, now: Now) -> None:
    """Removes an interview that was never started, with its selfie and all else it holds."""
    interview = service.get_interview(db, person, id, lock=True)
    service.delete(db, person, interview, blobs=evidence.store(parts.settings), now=now)


def _summary(interview: InterviewSession, mail_state: Overall) -> dict[str, Any]:
    return interview.model_dump(include=set(InterviewSummary.model_fields)) | {
        "no_show": rules.no_show(interview.status, interview.segment),
        "mail_state": mail_state,
    }


def _build(interview: InterviewSession, parts: Parts) -> BuildView:
    told = builds.read(interview.build_json)
    stands = builds.standing(told, builds.trust(parts.settings))
    return BuildView(
        standing=stands,
        words=builds.WORDS[stands],
        version=interview.client_version if told is None else told.version,
        platform="" if told is None else told.platform,
        released=None if told is None else told.released,
        found=None if told is None else told.found,
        changed=[] if told is None else list(told.changed),
        changed_count=0 if told is None else told.changed_count,
    )


def _view(
    db: Session, interview: InterviewSession, parts: Parts, *, token: str | None = None
) -> InterviewView:
    """`token`: the secret of a link that this request made."""
    db.flush()
    mails = mail.fates(db, [interview.id]).get(interview.id, [])
    mail_state = mail_rules.overall(mails, on=parts.settings.mails)
    return InterviewView(
        **_summary(interview, mail_state),
        mail_words=mail_rules.sentence(mail_state),
        mails=[MailView(**asdict(sent)) for sent in mails],
        paper_version=interview.paper_version,
        accommodations=Accommodations.model_validate_json(interview.accommodations_json),
        policy=Policy.model_validate_json(interview.policy_json),
        questions=[
            FrozenQuestion.model_validate(
                question.model_dump(include=set(FrozenQuestion.model_fields))
            )
            for question in queries.questions(db, interview.id)
        ],
        timeline=[
            TimelineStep(
                old=step.old,
                status=step.new,
                at=step.at,
                rule=step.rule,
                actor=step.actor,
                seconds=step.seconds,
                reason=step.reason,
            )
            for step in queries.timeline(db, interview.id)
        ],
        client_version=interview.client_version,
        build=_build(interview, parts),
        segment=interview.record_segment,
        draw=Draw.model_validate_json(interview.draw_json),
        seed=interview.seed,
        credited_s=interview.credited_ms // 1000,
        invite_url=links.invite_url(parts.settings, token) if token else None,
    )
