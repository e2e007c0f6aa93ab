"""What a candidate said about being watched and compared: the words shown, and each change of mind.

One rule: rows are only added, and the last one counts. A text is kept under the digest that the
signed record names, so that what was shown can be proven.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, select

from server.db import insert_unless_there
from server.models import Consent, ConsentText, InterviewSession
from shared.events import ConsentGiven
from shared.ids import sha256_hex

WATCHING = "watching"
BIOMETRICS = "biometrics"
"""Face and voice as numbers, to compare with."""
Said = Literal["", "given", "declined", "withdrawn"]
"""Empty: never asked by itself, as apps before 0.2 did."""


def note_given(
    db: Session, interview: InterviewSession, body: ConsentGiven, *, seq: int, now: datetime
) -> None:
    """Keeps what a row of the record says; the text only where it is the one that was signed."""
    text = body.text.replace("\0", "\ufffd")
    if text and sha256_hex(text.encode()) == body.text_sha256:
        values = {
            "sha256": body.text_sha256,
            "version": body.version,
            "language": body.language[:35],
            "text": text,
            "first_seen_at": now,
        }
        insert_unless_there(db, ConsentText, values, by=("sha256",))
    said = {WATCHING: "given"}
    if body.biometrics != "not_asked":
        said[BIOMETRICS] = body.biometrics
    for about, what in said.items():
        db.add(
            Consent(
                session_id=interview.id,
                about=about,
                said=what,
                version=body.version,
                text_sha256=body.text_sha256,
                source="app",
                seq=seq,
                at=now,
            )
        )


def note_withdrawn(
    db: Session, interview: InterviewSession, *, seq: int | None, now: datetime
) -> None:
    """Keeps that the candidate withdrew the comparison; `seq` is None from the invite's page."""
    last = _last(db, interview.id, BIOMETRICS) or _last(db, interview.id, WATCHING)
    db.add(
        Consent(
            session_id=interview.id,
            about=BIOMETRICS,
            said="withdrawn",
            version=last.version if last else 0,
            text_sha256=last.text_sha256 if last else "",
            source="page" if seq is None else "app",
            seq=seq,
            at=now,
        )
    )


def biometrics(db: Session, session: str) -> Said:
    """What counts now about comparing face and voice."""
    last = _last(db, session, BIOMETRICS)
    match last.said if last else "":
        case "given" | "declined" | "withdrawn" as said:
            return said
        case _:
            return ""


def may_compare(db: Session, session: str) -> bool:
    """Whether face and voice may be kept as numbers."""
    return biometrics(db, session) not in ("declined", "withdrawn")


def history(db: Session, session: str) -> list[Consent]:
    """Everything that was said, oldest first."""
    query = select(Consent).where(Consent.session_id == session)
    return list(db.exec(query.order_by(col(Consent.id))))


def text_of(db: Session, digest: str) -> str:
    """The words shown; empty where they are not kept here."""
    found = db.get(ConsentText, digest)
    return found.text if found else ""


def sentences(said: list[Consent], known: Mapping[str, str]) -> list[str]:
    """The history in words. `known`: languages of the texts that are kept here, by digest."""
    return [_sentence(one, known.get(one.text_sha256)) for one in said]


def texts_known(db: Session, said: list[Consent]) -> dict[str, str]:
    """The language of each text that is kept here, by digest; BCP 47, empty where it named none."""
    digests = {one.text_sha256 for one in said}
    query = select(ConsentText.sha256, ConsentText.language)
    return dict(db.exec(query.where(col(ConsentText.sha256).in_(digests))).all())


def _sentence(one: Consent, language: str | None) -> str:
    when = f"{one.at:%Y-%m-%d %H:%M} UTC"
    where = "in the app" if one.source == "app" else "on the invitation's page"
    about = {
        (WATCHING, "given"): "Agreed to what is watched",
        (BIOMETRICS, "given"): "Agreed that face and voice are compared as numbers",
        (BIOMETRICS, "declined"): "Did not agree that face and voice are compared: "
        "a person checks the identity",
        (BIOMETRICS, "withdrawn"): "Withdrew the comparison of face and voice: the numbers are "
        "destroyed, and a person checks the identity",
    }.get((one.about, one.said), f"{one.about}: {one.said}")
    if not one.text_sha256:
        return f"{about}, {where}, {when}."
    kept = "known by its digest only" if language is None else "kept word for word"
    text = f"Text version {one.version}" + (f" in {language!r}" if language else "")
    return f"{about}, {where}, {when}. {text}, {kept}: {one.text_sha256[:16]}…"


def _last(db: Session, session: str, about: str) -> Consent | None:
    query = select(Consent).where(Consent.session_id == session, Consent.about == about)
    return db.exec(query.order_by(col(Consent.id).desc()).limit(1)).first()
