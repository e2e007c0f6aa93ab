"""Sends one queued mail.

One rule: it is sent outside of any transaction and marked afterwards, with the same Message-ID in
every attempt; a server that dies in between sends it twice rather than never.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from server.db import Database
from server.mail import entry, letter, rules, service
from server.mail.message import BadAddress, Message, plain_address
from server.mail.rules import Answer, Kind, NotNow, Refused, State, Taken
from server.models import InterviewSession, Mail
from server.outbox import Job, TryLater
from server.settings import Settings
from shared.policy import Accommodations

if TYPE_CHECKING:
    import httpx

PAUSES_S = (60, 900)
"""After the first and second failure: mail servers that ask to come back mean minutes."""

Effect = Callable[[Session, datetime], None]


@dataclass(frozen=True)
class Postman:
    """Takes mails to the mail server; called with one job at a time."""

    settings: Settings
    database: Database
    link: Callable[[InterviewSession], str | None]
    """The interview's link, where it is known."""
    sendgrid_transport: "httpx.BaseTransport | None" = None

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Sends the mail that the job names; raises TryLater."""
        with self.database.read() as db:
            mail = db.get(Mail, job.payload["mail"])
            interview = mail and db.get(InterviewSession, mail.session_id)
            if mail is None or interview is None or mail.state != State.QUEUED:
                return _nothing
            told = service.was_told(db, interview.id)
        reason = rules.unwanted(
            Kind(mail.kind),
            status=interview.status,
            closes_at=interview.closes_at,
            due_at=mail.due_at,
            told=told,
            now=now,
        )
        if not self.settings.mails:
            reason = "No mail server is configured any more."
        if reason is not None:
            return partial(_settle, mail.id, State.DROPPED, reason, "")
        return self._send(mail, interview, now)

    def _send(self, mail: Mail, interview: InterviewSession, now: datetime) -> Effect:
        to = interview.candidate_email
        try:
            message = self._message(mail, interview, now)
            answer = deliver(message, self.settings, self.sendgrid_transport)
        except BadAddress as error:
            answer = Refused(str(error))
        match answer:
            case Taken(by):
                return partial(_settle, mail.id, State.SENT, f"Taken by {by}.", to)
            case Refused(words):
                return partial(_settle, mail.id, State.BOUNCED, words, to)
            case NotNow(words, code):
                with self.database.write() as db:
                    service.put_off(db, mail.id, words)
                raise TryLater(code, pauses_s=PAUSES_S)

    def _message(self, mail: Mail, interview: InterviewSession, now: datetime) -> Message:
        settings, kind = self.settings, Kind(mail.kind)
        about = letter.Occasion(
            kind=kind,
            organisation=settings.organisation,
            name=interview.candidate_name,
            title=interview.title,
            opens_at=interview.opens_at,
            closes_at=interview.closes_at,
            zone=interview.zone,
            minutes=_minutes(interview),
            link=self.link(interview),
            download=settings.download_url,
        )
        written = letter.write(about)
        invites = entry.Entry(
            session=interview.id,
            sequence=mail.sequence,
            cancelled=kind is Kind.CANCELLATION,
            summary=written.subject,
            description=written.text,
            url=about.link,
            opens_at=about.opens_at,
            closes_at=about.closes_at,
            zone=about.zone,
            organiser=(settings.organisation, plain_address(settings.mail_from)),
            attendee=(about.name, plain_address(interview.candidate_email)),
            stamped_at=now,
        )
        return Message(
            id=f"<{mail.id}@{plain_address(settings.mail_from).rpartition('@')[2]}>",
            sender=(settings.organisation, settings.mail_from),
            reply_to=settings.mail_reply_to,
            recipient=(about.name, interview.candidate_email),
            letter=written,
            # These change nothing in the calendar.
            entry=None if kind in (Kind.REMINDER, Kind.FEEDBACK) else entry.write(invites),
            method=entry.method(invites),
            at=now,
        )


def deliver(
    message: Message, settings: Settings, sendgrid_transport: "httpx.BaseTransport | None" = None
) -> Answer:
    """SMTP first; SendGrid where that is missing or surely did not take it."""
    # Imported where they are used: a server starts sooner without its clients.
    from server.mail import sendgrid, smtp

    first = smtp.send(message, settings) if settings.smtp_host else None
    if first is not None and (not isinstance(first, NotNow) or first.in_doubt):
        return first
    if not settings.sendgrid_key.get_secret_value():
        assert first is not None
        return first
    second = sendgrid.send(message, settings, transport=sendgrid_transport)
    if first is None or not isinstance(second, NotNow):
        return second
    return NotNow(f"{first.words}; {second.words}", f"{first.code}, {second.code}")


def _minutes(interview: InterviewSession) -> int:
    extra = Accommodations.model_validate_json(interview.accommodations_json).extra_time_percent
    return -(-interview.duration_s * (100 + extra) // 6000)


def _nothing(db: Session, now: datetime) -> None:
    """There is nothing to send any more: the interview is gone, or the mail is settled."""


def _settle(
    mail_id: str, state: State, words: str, address: str, db: Session, now: datetime
) -> None:
    service.settle(db, mail_id, state, words=words, address=address, now=now)
