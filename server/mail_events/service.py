"""Writes down what was told of mails.

One rule: a mail that came back stays so, whatever is told after it; each statement says from which
states it may lead, so that two servers that are told the same at once agree.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.auth import password_links
from server.mail.rules import State
from server.mail_events.rules import Told
from server.models import Mail, PasswordLink

_AT_ONCE = 500
"""Ids asked for in one statement."""


def note(db: Session, told: Sequence[Told], now: datetime) -> None:
    """Marks the mails; `told` names each once, in the order of ids, so that no two of us wait for
    each other. Mails that are not known here are passed over."""
    for some in _portions(told):
        ids = [one.mail for one in some]
        mails = set(db.exec(select(Mail.id).where(col(Mail.id).in_(ids))))
        links = set(db.exec(select(PasswordLink.id).where(col(PasswordLink.id).in_(ids))))
        for one in some:
            if one.mail in mails:
                _mark(db, one, now)
            elif one.mail in links and one.came_back:
                password_links.settle(db, one.mail, State.BOUNCED)


def _mark(db: Session, told: Told, now: datetime) -> None:
    change = update(Mail).where(col(Mail.id) == told.mail)
    if told.came_back:
        change = change.where(col(Mail.state) != State.BOUNCED).values(
            state=State.BOUNCED, words=told.words, settled_at=now
        )
    else:
        change = change.where(col(Mail.state) == State.SENT).values(words=told.words)
    db.execute(change.execution_options(synchronize_session=False))


def _portions(told: Sequence[Told]) -> Iterator[Sequence[Told]]:
    for start in range(0, len(told), _AT_ONCE):
        yield told[start : start + _AT_ONCE]
