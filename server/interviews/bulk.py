"""Many invitations or many changes at once.

One rule: one address is invited to a paper once, whoever asks again: the paper's row is locked
while it is looked at, and every single interview is made for a paper under the same lock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person
from server.interviews import service
from server.interviews.service import Invitation
from server.keys import ServerKeys
from server.mail.service import Post
from server.models import InterviewSession, QuestionPaper
from server.refusals import Refused
from shared.lifecycle import Status

Outcome = Literal["new", "made", "there", "twice", "fault"]


@dataclass(frozen=True, slots=True)
class Setup:
    """What the work is done with."""

    keys: ServerKeys
    now: datetime
    post: Post


@dataclass(frozen=True, slots=True)
class There:
    """An interview of the paper that an address already has."""

    id: str
    status: Status


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one address."""

    outcome: Outcome
    interview: str = ""
    status: Status | None = None
    secret: str = ""
    """Of the new link."""


def already_there(db: Session, paper: QuestionPaper, emails: Iterable[str]) -> dict[str, There]:
    """Interviews of the paper by address, whatever became of them; of several the newest."""
    wanted = sorted(set(emails))
    found: dict[str, There] = {}
    for start in range(0, len(wanted), 500):
        rows = db.exec(
            select(InterviewSession.candidate_email, InterviewSession.id, InterviewSession.status)
            .where(
                InterviewSession.paper_id == paper.id,
                col(InterviewSession.candidate_email).in_(wanted[start : start + 500]),
            )
            .order_by(col(InterviewSession.created_at))
        )
        found |= {email: There(key, Status(status)) for email, key, status in rows}
    return found


def sort(invitations: Sequence[Invitation | None], there: Mapping[str, There]) -> list[Made]:
    """What would become of each, in order; None is a row with a fault."""
    seen: set[str] = set()
    outcomes: list[Made] = []
    for invitation in invitations:
        if invitation is None:
            outcomes.append(Made("fault"))
            continue
        email = invitation.candidate_email.strip().lower()
        if email in there:
            outcomes.append(Made("there", there[email].id, there[email].status))
        elif email in seen:
            outcomes.append(Made("twice"))
        else:
            outcomes.append(Made("new"))
        seen.add(email)
    return outcomes


def invite_all(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    *,
    invitations: Sequence[Invitation | None],
    setup: Setup,
) -> list[Made]:
    """Makes what is new on a locked paper; answers what became of each, in order."""
    emails = [one.candidate_email.strip().lower() for one in invitations if one is not None]
    planned = sort(invitations, already_there(db, paper, emails))
    outcomes: list[Made] = []
    new = any(one.outcome == "new" for one in planned)
    source = service.source_of(db, paper, setup.now) if new else None
    for invitation, plan in zip(invitations, planned, strict=True):
        if invitation is None or plan.outcome != "new":
            outcomes.append(plan)
            continue
        interview, secret = service.invite(
            db,
            person,
            paper,
            invitation=invitation,
            keys=setup.keys,
            now=setup.now,
            post=setup.post,
            source=source,
        )
        outcomes.append(Made("made", interview.id, interview.status, secret))
    audit.note(
        db,
        person.actor,
        "interviews.invited",
        subject=f"paper:{paper.id}",
        at=setup.now,
        org_id=person.org_id,
        made=sum(one.outcome == "made" for one in outcomes),
    )
    return outcomes


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of one interview."""

    id: str
    code: str = ""
    """Of the refusal; empty where it was done."""
    detail: str = ""


def change_all(
    db: Session, person: Person, keys: Sequence[str], *, fields: Mapping[str, Any], setup: Setup
) -> list[Changed]:
    """The same change for each interview; one that cannot be changed holds up no other.

    `fields`: those of `service.change`, or `invite_again` alone.
    """
    return [_change(db, person, key, fields=fields, setup=setup) for key in dict.fromkeys(keys)]


def _change(
    db: Session, person: Person, key: str, *, fields: Mapping[str, Any], setup: Setup
) -> Changed:
    try:
        with db.begin_nested():
            interview = service.get_interview(db, person, key, lock=True)
            if fields.get("invite_again"):
                service.invite_again(
                    db,
                    person,
                    interview,
                    new_link=False,
                    keys=setup.keys,
                    now=setup.now,
                    post=setup.post,
                )
            else:
                service.change(
                    db,
                    person,
                    interview,
                    fields=fields,
                    keys=setup.keys,
                    now=setup.now,
                    post=setup.post,
                )
    except Refused as refused:
        return Changed(key, refused.code, refused.detail or "")
    return Changed(key)
