"""A candidate's face and voice as numbers: which are kept, and handing them to their own machine.

One rule: what is inside is opened for two things only: to be compared with on the candidate's own
machine, inside the grant of the same interview, and to note which model made it. No admin's
answer, log line or list holds it.
"""

import hmac
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server import evidence
from server.keys import BadKeys, ServerKeys
from server.models import Evidence, IdentityTemplate, InterviewSession
from server.sealing import open_blob
from server.settings import Settings
from shared.events import Enrolled
from shared.templates import MEDIA_TYPE, Template

MAX_SEALED_BYTES = 128 * 1024
"""4096 numbers of at most 9 characters, four times over: what is larger is no template."""

What = Literal["face", "voice"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Vault:
    """What opens the templates of an interview."""

    settings: Settings
    keys: ServerKeys


def keep(
    db: Session, interview: InterviewSession, body: Enrolled, *, vault: Vault, now: datetime
) -> None:
    """Notes the template that a row names; the template of a later sample takes its place."""
    if body.template is None:
        return
    what: What = "face" if body.what == "selfie" else "voice"
    found = _find(db, interview.id, what)
    if found is None:
        found = IdentityTemplate(
            org_id=interview.org_id,
            candidate=candidate_of(interview, vault.keys),
            session_id=interview.id,
            what=what,
            model="",
            sha256="",
        )
    found.model = body.model.replace("\0", "\ufffd")[:200]
    found.sha256, found.created_at = body.template.sha256, now
    opened = _open(interview, found, vault)
    found.model_sha256 = opened.sha256 if opened else ""
    db.add(found)


def read(db: Session, interview: InterviewSession, what: What, *, vault: Vault) -> Template | None:
    """The template of this interview; None where there is none or it cannot be opened."""
    found = _find(db, interview.id, what)
    if found is None:
        return None
    opened = _open(interview, found, vault)
    if opened is not None and not found.model_sha256:  # it came after the row that names it
        found.model_sha256 = opened.sha256
        db.add(found)
    return opened


def forget(db: Session, session: str) -> None:
    """Drops the templates of an interview: they are of somebody else from now on."""
    db.exec(delete(IdentityTemplate).where(col(IdentityTemplate.session_id) == session))


def kept(db: Session, session: str) -> list[IdentityTemplate]:
    """Which templates an interview has: that they exist, not what is in them."""
    query = select(IdentityTemplate).where(IdentityTemplate.session_id == session)
    return list(db.exec(query.order_by(col(IdentityTemplate.what))))


def is_template(db: Session, session: str, address: str) -> bool:
    """Whether a blob is a template, by this list or by the media type of its row."""
    named = db.exec(
        select(IdentityTemplate.id).where(
            IdentityTemplate.session_id == session, IdentityTemplate.sha256 == address
        )
    ).first()
    typed = db.exec(
        select(Evidence.id).where(
            Evidence.session_id == session,
            Evidence.sha256 == address,
            Evidence.media_type == MEDIA_TYPE,
        )
    ).first()
    return bool(named or typed)


def candidate_of(interview: InterviewSession, keys: ServerKeys) -> str:
    """What names a candidate across interviews without their address: 64 hexadecimal digits."""
    address = interview.candidate_email.strip().lower()
    return hmac.digest(keys.links, b"invigil-candidate\n" + address.encode(), "sha256").hex()


def _find(db: Session, session: str, what: What) -> IdentityTemplate | None:
    return db.exec(
        select(IdentityTemplate).where(
            IdentityTemplate.session_id == session, IdentityTemplate.what == what
        )
    ).one_or_none()


def _open(interview: InterviewSession, kept: IdentityTemplate, vault: Vault) -> Template | None:
    if interview.key_sealed is None:
        return None
    sealed = evidence.store(vault.settings).get(interview.id, kept.sha256)
    if sealed is None:
        return None
    try:
        if len(sealed) > MAX_SEALED_BYTES:
            raise ValueError(f"{len(sealed)} bytes, more than a template has")
        key = vault.keys.unwrap(interview.key_sealed, about=interview.id)
        template = Template.model_validate_json(open_blob(key, sealed))
        if template.what != kept.what:
            raise ValueError("it is of something else")
    except (BadKeys, ValueError) as error:
        # Its class only: a validation error quotes its input.
        _log.warning(
            "interview %s: its %s template cannot be read: %s",
            interview.id,
            kept.what,
            type(error).__name__,
        )
        return None
    return template
