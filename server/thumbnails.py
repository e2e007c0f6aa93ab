"""The newest small picture of each running interview, for those who watch live.

One rule: there is never a second one: it is overwritten by the next, sealed under the interview's
own key, and gone with the end.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from server.keys import ServerKeys
from server.models import InterviewSession, Thumbnail
from server.refusals import Refused
from server.sealing import NotOpened, open_blob, seal_blob
from shared.lifecycle import BEFORE_START, Status
from shared.policy import Policy
from shared.sync import THUMBNAIL_EVERY_S

_SOONEST = timedelta(seconds=THUMBNAIL_EVERY_S / 2)
_JPEG = (b"\xff\xd8\xff", b"\xff\xd9")


def keep(
    db: Session, interview: InterviewSession, jpeg: bytes, *, keys: ServerKeys, now: datetime
) -> None:
    """Takes the place of the one before; the interview's row is locked by the caller.

    Refuses `wrong_state` where the policy wants none or the interview is paused, `not_started`,
    `already_over`, `unsupported_media`, and `rate_limited` where the last one is too fresh.
    """
    if not Policy.model_validate_json(interview.policy_json).thumbnails:
        raise Refused("wrong_state", "This interview sends no pictures.")
    if interview.status in BEFORE_START:
        raise Refused("not_started")
    if interview.status is Status.PAUSED:
        raise Refused("wrong_state", "Nobody is watched while the interview is paused.")
    if interview.status is not Status.INTERVIEW_ACTIVE or interview.key_sealed is None:
        raise Refused("already_over")
    if not (jpeg.startswith(_JPEG[0]) and jpeg.endswith(_JPEG[1])):
        raise Refused("unsupported_media", "Send the picture as image/jpeg.")
    before = db.get(Thumbnail, interview.id)
    if before is not None and now - before.at < _SOONEST:
        raise Refused("rate_limited", retry_after_s=THUMBNAIL_EVERY_S)
    key = keys.unwrap(interview.key_sealed, about=interview.id)
    kept = before or Thumbnail(session_id=interview.id, at=now, sealed=b"")
    kept.at, kept.sealed = now, seal_blob(key, jpeg)
    db.add(kept)


def newest(
    db: Session, interview: InterviewSession, keys: ServerKeys
) -> tuple[bytes, datetime] | None:
    """(JPEG, when it came); None where there is none."""
    found = db.get(Thumbnail, interview.id)
    if found is None or interview.key_sealed is None:
        return None
    try:
        opened = open_blob(keys.unwrap(interview.key_sealed, about=interview.id), found.sealed)
    except NotOpened:
        return None
    return opened, found.at


def came_at(db: Session, sessions: list[str]) -> dict[str, datetime]:
    """When the newest of each came."""
    found = db.exec(
        select(Thumbnail.session_id, Thumbnail.at).where(col(Thumbnail.session_id).in_(sessions))
    )
    return dict(found.all())


def forget(db: Session, session: str) -> None:
    """It goes with the end."""
    db.execute(delete(Thumbnail).where(col(Thumbnail.session_id) == session))
