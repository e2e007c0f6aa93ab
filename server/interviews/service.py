"""Makes invitations and changes them.

One rule: what an interview needs is frozen when it is made: questions, policy and its own key,
wrapped by the server's master key. The link's secret is handed out once, or mailed, and stored
as a hash.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert
from sqlmodel import Session, col, select

from server import audit, holds, ownership, templates, timeline
from server.auth.people import Person
from server.db import after_commit
from server.interviews import links, rules
from server.keys import KEY_BYTES, ServerKeys
from server.mail import service as mail
from server.mail.service import NO_POST, Post
from server.models import InterviewSession, Question, QuestionPaper, SessionQuestion
from server.papers import service as papers
from server.papers import tested, versions
from server.papers.draw import Draw
from server.refusals import Refused
from server.storage import Blobs
from server.timeline import SERVER, Cause, touch
from shared.ids import new_id, token_hash
from shared.lifecycle import BEFORE_START, Status
from shared.policy import Accommodations


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom, when and under which terms."""

    candidate_name: str
    candidate_email: str
    zone: str
    opens_at: datetime
    closes_at: datetime
    accommodations: Accommodations
    policy_json: str | None
    """None: the paper's."""
    team_id: str | None = None
    """The team that is to own it; None: the paper's team if whoever invites is in it."""
    duration_s: int | None = None
    """None: the paper's."""
    draw: Draw | None = None
    """None: the paper's."""
    seed: str = ""
    """Empty: a random one."""


@dataclass(frozen=True, slots=True)
class Source:
    """What interviews are made from, read once."""

    questions: list[Question]
    frozen: dict[str, dict[str, Any]]
    """A question's columns as an interview keeps them, by its id."""


def visible_to(person: Person) -> ColumnElement[bool]:
    """Which interviews somebody sees: theirs, their teams', shared ones; a super admin sees all."""
    return ownership.seen_by(person, InterviewSession)


def get_interview(db: Session, person: Person, key: str, *, lock: bool = False) -> InterviewSession:
    """A visible interview; refuses `not_found`. `lock` keeps others from changing it meanwhile."""
    query = select(InterviewSession).where(InterviewSession.id == key, visible_to(person))
    found = db.exec(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise Refused("not_found")
    return found


def source_of(db: Session, paper: QuestionPaper, now: datetime) -> Source:
    """A locked paper's questions, its version kept; refuses `paper_empty`, `question_untested` and,
    for a paper that was put away, `wrong_state`.
    """
    if paper.archived_at is not None:
        raise Refused("wrong_state", "The paper was put away: take it back first.")
    questions = papers.questions_of(db, paper.id)
    if not questions:
        raise Refused("paper_empty")
    tested.refuse_untested(db, questions)
    versions.keep(db, paper, questions, now=now)
    left_out = {"id", "paper_id", "deleted_at", "position"}
    frozen = {
        question.id: question.model_dump(exclude=left_out) | {"question_id": question.id}
        for question in questions
    }
    return Source(questions, frozen)


def invite(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    *,
    invitation: Invitation,
    keys: ServerKeys,
    now: datetime,
    post: Post = NO_POST,
    source: Source | None = None,
) -> tuple[InterviewSession, str]:
    """A new interview from a visible paper, and the secret of its link; `post` mails it.

    `source`: of the same paper, where several are made in one go.

    Refuses `invalid_request` for the window, `paper_empty`, `draw_impossible`, `wrong_state` for
    an archived paper.
    """
    _check_window(invitation.opens_at, invitation.closes_at, now)
    source = source or source_of(db, paper, now)
    rules_of_draw = invitation.draw or Draw.model_validate_json(paper.draw_json)
    key, salt, seed = new_id(), new_id(), invitation.seed or new_id()
    drawn = papers.drawn(source.questions, rules_of_draw, seed)
    token = links.make_token(keys, key, salt)
    interview = InterviewSession(
        id=key,
        org_id=person.org_id,
        created_by=person.id,
        team_id=_team_of(db, person, invitation, paper),
        paper_id=paper.id,
        paper_version=paper.version,
        title=paper.title,
        candidate_name=invitation.candidate_name.strip(),
        candidate_email=invitation.candidate_email.strip().lower(),
        zone=invitation.zone,
        opens_at=invitation.opens_at,
        closes_at=invitation.closes_at,
        duration_s=invitation.duration_s or paper.duration_s,
        draw_json=rules_of_draw.model_dump_json(),
        seed=seed,
        invite_hash=token_hash(token),
        invite_salt=salt,
        policy_json=invitation.policy_json or paper.policy_json,
        accommodations_json=invitation.accommodations.model_dump_json(),
        key_sealed=keys.wrap(secrets.token_bytes(KEY_BYTES), about=key),
        created_at=now,
        updated_at=now,
    )
    db.add(interview)
    db.flush()
    # Not by the unit of work: two thousand interviews with ten questions each come in one file.
    rows = [
        source.frozen[question.id] | {"id": new_id(), "session_id": key, "position": position}
        for position, question in enumerate(drawn, start=1)
    ]
    db.execute(insert(SessionQuestion), rows)
    timeline.begin(db, interview, Cause("created", now, person.actor))
    _note(db, person, "interview.created", interview, now=now, paper=paper.id)
    mail.changed(db, interview, None, post=post, now=now)
    touch(db, interview, now)
    return interview, token


def change(
    db: Session,
    person: Person,
    interview: InterviewSession,
    *,
    fields: Mapping[str, Any],
    keys: ServerKeys,
    now: datetime,
    post: Post = NO_POST,
) -> str | None:
    """Changes a locked interview; answers the new link's secret where one was asked for.

    `post` mails the candidate what is new for them.
    `fields`: those of `InterviewChange` that were given. Refuses `wrong_state` and, for the
    window, `invalid_request`.
    """
    wanted = rules.Change(
        window="opens_at" in fields or "closes_at" in fields,
        candidate=bool(
            fields.keys()
            & {
                "zone",
                "duration_s",
                "candidate_name",
                "candidate_email",
                "accommodations",
                "policy",
            }
        ),
        cancel="cancel_reason" in fields,
        new_link=bool(fields.get("new_link")),
    )
    if wanted == rules.Change():
        return None
    if reason := rules.change_refusal(interview.status, wanted):
        raise Refused("wrong_state", reason)
    back, before = rules.reopens(interview.status, wanted), mail.standing(interview)
    if "candidate_email" in fields:
        address = fields["candidate_email"].strip().lower()
        if address != interview.candidate_email:
            templates.forget(db, interview.id)
        interview.candidate_email = address
    for name in ("opens_at", "closes_at", "zone", "duration_s", "candidate_name"):
        if name in fields:
            setattr(interview, name, fields[name])
    if "accommodations" in fields:
        interview.accommodations_json = fields["accommodations"].model_dump_json()
    if "policy" in fields:
        interview.policy_json = fields["policy"].model_dump_json()
    if wanted.window or back:
        _check_window(interview.opens_at, interview.closes_at, now)
    token = links.replace(interview, keys) if wanted.new_link else None
    if back:
        cause = Cause("rescheduled", now, person.actor, fields.get("reason", ""))
        timeline.move(db, interview, Status.INVITED, cause)
    if wanted.cancel:
        interview.invite_revoked_at = now
        cause = Cause("revoked", now, person.actor, fields["cancel_reason"])
        timeline.move(db, interview, Status.CANCELLED, cause)
    detail = {"reason": fields["cancel_reason"]} if wanted.cancel else {}
    _note(db, person, "interview.changed", interview, now=now, fields=sorted(fields), **detail)
    mail.changed(db, interview, before, post=post, now=now)
    touch(db, interview, now)
    return token


def invite_again(
    db: Session,
    person: Person,
    interview: InterviewSession,
    *,
    new_link: bool,
    keys: ServerKeys,
    now: datetime,
    post: Post,
) -> str | None:
    """Mails the invitation of a locked interview once more; answers the secret of a new link.

    The link stays, unless a new one is asked for or the old one cannot be told again. Refuses
    `mail_off`, and `wrong_state` where there is nothing to start any more.
    """
    if not post.on:
        raise Refused("mail_off")
    if reason := rules.invite_refusal(interview.status, interview.closes_at, now):
        raise Refused("wrong_state", reason)
    token, before = None, mail.standing(interview)
    if new_link or not links.is_known(keys, interview):
        token = links.replace(interview, keys)
        mail.changed(db, interview, before, post=post, now=now)
    else:
        mail.again(db, interview, post=post, now=now)
    _note(db, person, "interview.invited_again", interview, now=now, new_link=token is not None)
    touch(db, interview, now)
    return token


def delete(
    db: Session, person: Person, interview: InterviewSession, *, blobs: Blobs, now: datetime
) -> None:
    """Removes a locked interview that never started; refuses `wrong_state`.

    Its key goes with the row, its sealed selfie and templates once that is committed.
    """
    started = interview.started_at is not None
    if not rules.may_delete(interview.status, started=started):
        raise Refused("wrong_state", "It has begun: its record is kept until retention ends.")
    holds.refuse_if_held(db, interview.id)
    _note(db, person, "interview.deleted", interview, now=now)
    db.delete(interview)
    key = interview.id
    after_commit(db, lambda: blobs.forget(key))


def expire_due(db: Session, *, now: datetime, limit: int = 200) -> int:
    """Moves interviews whose window is over and that never started to `expired`; how many."""
    query = (
        select(InterviewSession)
        .where(
            col(InterviewSession.status).in_(BEFORE_START), col(InterviewSession.closes_at) < now
        )
        .order_by(col(InterviewSession.closes_at))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    due = list(db.exec(query))
    for interview in due:
        timeline.move(db, interview, Status.EXPIRED, Cause("window_over", now, SERVER))
    return len(due)


def _team_of(
    db: Session, person: Person, invitation: Invitation, paper: QuestionPaper
) -> str | None:
    if invitation.team_id is None and paper.team_id is not None:
        return paper.team_id if ownership.is_member(db, person, paper.team_id) else None
    return ownership.of_new(db, person, invitation.team_id)


def _check_window(opens_at: datetime, closes_at: datetime, now: datetime) -> None:
    if fault := rules.window_fault(opens_at, closes_at, now):
        errors = [{"field": f"body.{fault.field}", "message": fault.message}]
        raise Refused("invalid_request", fault.message, errors=errors)


def _note(
    db: Session,
    person: Person,
    action: str,
    interview: InterviewSession,
    *,
    now: datetime,
    **detail: Any,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"interview:{interview.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )
