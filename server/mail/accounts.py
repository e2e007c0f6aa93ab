"""Mails people the link with which they set the password of their account.

One rule: as with every mail, it is written when it is sent, outside of any transaction; the link
is derived by then and stored nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from server.auth import password_links
from server.db import Database
from server.mail import letter, tasks
from server.mail.message import BadAddress, Message, plain_address
from server.mail.rules import NotNow, Refused, State, Taken
from server.models import PasswordLink, User
from server.outbox import Job, TryLater
from server.settings import Settings

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True)
class AccountPostman:
    """Takes links to the mail server; called with one job at a time."""

    settings: Settings
    database: Database
    url: Callable[[str], str]
    """The page that sets the password, for a link's id."""
    sendgrid_transport: "httpx.BaseTransport | None" = None

    def __call__(self, job: Job, now: datetime) -> tasks.Effect:
        """Sends the link that the job names, unless it is of no use any more; raises TryLater."""
        with self.database.read() as db:
            link = db.get(PasswordLink, job.payload["link"])
            user = link and db.get(User, link.user_id)
        if link is None or user is None or link.mail_state != State.QUEUED:
            return _nothing
        over = link.used_at is not None or link.expires_at <= now or not user.active
        if over or not self.settings.mails:
            return partial(_settle, link.id, State.DROPPED)
        try:
            answer = tasks.deliver(
                self._message(link, user, now), self.settings, self.sendgrid_transport
            )
        except BadAddress as error:
            answer = Refused(str(error))
        match answer:
            case Taken():
                return partial(_settle, link.id, State.SENT)
            case Refused():
                return partial(_settle, link.id, State.BOUNCED)
            case NotNow(_, code):
                raise TryLater(code, pauses_s=tasks.PAUSES_S)

    def _message(self, link: PasswordLink, user: User, now: datetime) -> Message:
        sender = self.settings.mail_from
        written = letter.write_account(
            letter.Account(
                organisation=self.settings.organisation,
                name=user.name,
                email=user.email,
                until=link.expires_at,
                link=self.url(link.id),
            )
        )
        return Message(
            id=f"<{link.id}@{plain_address(sender).rpartition('@')[2]}>",
            sender=(self.settings.organisation, sender),
            reply_to=self.settings.mail_reply_to,
            recipient=(user.name, user.email),
            letter=written,
            entry=None,
            method="",
            at=now,
        )


def _nothing(db: Session, now: datetime) -> None:
    """The account or the link is gone, or the mail was sent."""


def _settle(link_id: str, state: State, db: Session, now: datetime) -> None:
    password_links.settle(db, link_id, state)
