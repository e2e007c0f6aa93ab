"""Queues the mails that changes call for, and tells how they stand.

One rule: a mail is a row and a job, written in the unit of work of the change, with a key that
names the reason; nothing is sent here.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, update
from sqlmodel import Session, col, select

from server import outbox
from server.mail import rules
from server.mail.rules import Fate, Kind, Standing, State
from server.models import InterviewSession, Mail, Outbox
from server.settings import Settings
from shared.ids import new_id
from shared.lifecycle import Status

TOPIC = "mail"
_TELLING = (Kind.INVITE, Kind.RESCHEDULE)


@dataclass(frozen=True, slots=True)
class Post:
    """What this server mails."""

    on: bool
    reminders: tuple[timedelta, ...] = ()
    """How long before the window closes, longest first."""


NO_POST = Post(on=False)


def post_of(settings: Settings) -> Post:
    """What `settings` say about mail."""
    return Post(on=settings.mails, reminders=settings.reminders)


def words(settings: Settings) -> str:
    """One line for the log: which way mails take."""
    ways = []
    if settings.smtp_host:
        server = f"{settings.smtp_host}:{settings.smtp_port}"
        ways.append(f"SMTP {server} ({settings.smtp_security})")
    if settings.sendgrid_key.get_secret_value():
        ways.append("SendGrid")
    if not ways:
        return "mail is off: no mail server is configured, admins pass links on themselves"
    return f"mail goes by {', then '.join(ways)}"


def standing(interview: InterviewSession) -> Standing:
    """What the candidate has to know, as it is now."""
    return Standing(
        address=interview.candidate_email,
        opens_at=interview.opens_at,
        closes_at=interview.closes_at,
        zone=interview.zone,
        link=interview.invite_hash,
        cancelled=interview.status is Status.CANCELLED,
    )


def changed(
    db: Session,
    interview: InterviewSession,
    before: Standing | None,
    *,
    post: Post,
    now: datetime,
) -> None:
    """Queues what the change of a locked interview from `before` calls for; None: it is new."""
    if not post.on:
        return
    told = _may_know(db, interview.id)
    kind = rules.occasion(before, standing(interview), told=told)
    if kind is not None:
        _replace(db, interview, kind, post=post, now=now)
    elif interview.status is Status.CANCELLED:
        _drop_queued(db, interview.id, "The interview was cancelled.", now=now)


def again(db: Session, interview: InterviewSession, *, post: Post, now: datetime) -> None:
    """Queues the invitation once more, unless one is waiting already."""
    waiting = select(Mail.id).where(
        Mail.session_id == interview.id,
        col(Mail.kind).in_(_TELLING),
        Mail.state == State.QUEUED,
        col(Outbox.state) != "dead",
    )
    if db.exec(_with_jobs(waiting).limit(1)).first() is None:
        _replace(db, interview, Kind.INVITE, post=post, now=now)


def tell_of_feedback(
    db: Session, interview: InterviewSession, *, post: Post, now: datetime
) -> None:
    """Queues the mail that says that there is something to read on the invitation's page."""
    if post.on:
        sequence = _next_sequence(db, interview.id)
        _queue(db, interview, Kind.FEEDBACK, sequence=sequence, due=now, now=now)


def settle(
    db: Session, mail_id: str, state: State, *, words: str, address: str, now: datetime
) -> None:
    """Writes down what became of a mail. One that was sent counts as sent, whatever it was, unless
    SendGrid has said meanwhile that it came back."""
    values = {"state": state, "words": words, "settled_at": now, "address": address}
    change = update(Mail).where(col(Mail.id) == mail_id)
    if state is State.DROPPED:
        change = change.where(col(Mail.state) == State.QUEUED)
    if state is State.SENT:
        change = change.where(col(Mail.state) != State.BOUNCED)
    db.execute(change.values(**values))


def put_off(db: Session, mail_id: str, words: str) -> None:
    """Keeps what the mail server said to an attempt that failed."""
    db.execute(update(Mail).where(col(Mail.id) == mail_id).values(words=words))


def was_told(db: Session, session_id: str) -> bool:
    """Whether the candidate was ever sent an invitation."""
    query = select(Mail.id).where(
        Mail.session_id == session_id,
        col(Mail.kind).in_(_TELLING),
        Mail.state == State.SENT,
    )
    return db.exec(query.limit(1)).first() is not None


def fates(db: Session, sessions: Collection[str]) -> Mapping[str, list[Fate]]:
    """How the mails of these interviews stand, in the order of their being due."""
    query = (
        select(Mail, Outbox.state, Outbox.attempts, Outbox.due_at)
        .join(Outbox, col(Outbox.key) == col(Mail.key), isouter=True)
        .where(col(Mail.session_id).in_(sessions))
        .order_by(col(Mail.due_at), col(Mail.created_at), col(Mail.id))
    )
    found: dict[str, list[Fate]] = defaultdict(list)
    for mail, job, attempts, due_at in db.exec(query):
        state = rules.fate(mail.state, job)
        waits = state is State.QUEUED and due_at is not None
        found[mail.session_id].append(
            Fate(
                kind=Kind(mail.kind),
                state=state,
                due_at=due_at if waits else mail.due_at,
                settled_at=mail.settled_at,
                attempts=attempts or 0,
                words=mail.words,
            )
        )
    return found


def _replace(
    db: Session, interview: InterviewSession, kind: Kind, *, post: Post, now: datetime
) -> None:
    """Drops what waits, and queues `kind` and the reminders that follow from it."""
    sent = was_told(db, interview.id)
    _drop_queued(db, interview.id, "A newer mail took its place.", now=now)
    sequence = _next_sequence(db, interview.id)
    # An invitation that is on its way this moment is waited for: then both arrive in order.
    wait = timedelta(seconds=outbox.LEASE_S if kind is Kind.CANCELLATION and not sent else 0)
    _queue(db, interview, kind, sequence=sequence, due=now + wait, now=now)
    if kind is Kind.CANCELLATION:
        return
    for lead, due in rules.reminders(interview.closes_at, post.reminders, now):
        hours = int(lead.total_seconds()) // 3600
        reason = f"{Kind.REMINDER}:{hours}"
        _queue(db, interview, Kind.REMINDER, reason=reason, sequence=sequence, due=due, now=now)


def _queue(
    db: Session,
    interview: InterviewSession,
    kind: Kind,
    *,
    sequence: int,
    due: datetime,
    now: datetime,
    reason: str = "",
) -> None:
    key, mail_id = f"mail:{interview.id}:{sequence}:{reason or kind}", new_id()
    # The interview is locked, so the sequence is nobody else's; the unique key makes sure.
    db.add(
        Mail(
            id=mail_id,
            session_id=interview.id,
            key=key,
            kind=kind,
            sequence=sequence,
            created_at=now,
            due_at=due,
        )
    )
    outbox.note(db, TOPIC, key, {"mail": mail_id}, now=now, due=due)


def _drop_queued(db: Session, session_id: str, words: str, *, now: datetime) -> None:
    db.execute(
        update(Mail)
        .where(col(Mail.session_id) == session_id, col(Mail.state) == State.QUEUED)
        .values(state=State.DROPPED, words=words, settled_at=now)
        .execution_options(synchronize_session=False)
    )


def _next_sequence(db: Session, session_id: str) -> int:
    query = select(Mail.sequence).where(Mail.session_id == session_id)
    last = db.exec(query.order_by(col(Mail.sequence).desc()).limit(1)).first()
    return 0 if last is None else last + 1


def _may_know(db: Session, session_id: str) -> bool:
    """Whether an invitation was sent, or is queued and may be on its way this moment."""
    query = select(Mail.id).where(
        Mail.session_id == session_id,
        col(Mail.kind).in_(_TELLING),
        or_(
            col(Mail.state) == State.SENT,
            and_(col(Mail.state) == State.QUEUED, col(Outbox.state) != "dead"),
        ),
    )
    return db.exec(_with_jobs(query).limit(1)).first() is not None


def _with_jobs(query: Any) -> Any:
    return query.join(Outbox, col(Outbox.key) == col(Mail.key))
