"""The server's own chain of one interview: what it committed, and when, under its signature.

One rule: a link is added in the transaction of the thing it states, with the interview's row
locked by that transaction, so that numbers and predecessors never collide.
"""

from datetime import datetime

from sqlmodel import Session, select

from server.keys import ServerKeys
from server.models import InterviewSession, ServerLink
from shared.chain import receipt_statement, statement_hash
from shared.clock import utc_text


def add_link(
    db: Session,
    interview: InterviewSession,
    *,
    kind: str,
    about: str,
    received_at: datetime,
    keys: ServerKeys,
) -> ServerLink:
    """Adds a link that states the interview's present head.

    `about`: SHA-256 of what the link is about, such as a request's body.
    """
    kid = keys.kid if kind == "claim" else kid_of(db, interview, keys)
    statement = receipt_statement(
        session=interview.id,
        seq=interview.head_seq,
        head=interview.head_hash,
        received_at=utc_text(received_at),
        prev=interview.link_hash,
        kind=kind,
        body_sha256=about,
    )
    link = ServerLink(
        session_id=interview.id,
        n=interview.link_count + 1,
        kind=kind,
        seq=interview.head_seq,
        head=interview.head_hash,
        received_at=received_at,
        prev=interview.link_hash,
        body_sha256=about,
        statement=statement,
        hash=statement_hash(statement),
        sig=keys.sign(statement, kid=kid),
        kid=kid,
    )
    db.add(link)
    interview.link_count, interview.link_hash = link.n, link.hash
    db.add(interview)
    return link


def kid_of(db: Session, interview: InterviewSession, keys: ServerKeys) -> str:
    """Which key signs for this interview: the one its machine was given at its claim.

    A rotation in the middle of an interview must not make its receipts look forged.
    """
    known = keys.publics()
    if len(known) == 1 or interview.link_count == 0:
        return keys.kid
    held = db.exec(
        select(ServerLink.kid).where(
            ServerLink.session_id == interview.id, ServerLink.n == interview.link_count
        )
    ).first()
    return held if held in known else keys.kid
