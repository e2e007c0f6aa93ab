"""A copy of all that is kept of one person, as a ZIP of JSON and media.

One rule: whatever table hangs on an interview is in it, also those made later, but for what would
give away the paper or is of use to nobody: bytes of the chain are in the record's own download.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

from sqlalchemy import Table
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from server import evidence
from server.keys import BadKeys, ServerKeys
from server.models import Evidence, InterviewSession, SessionQuestion, metadata
from server.sealing import NotOpened, open_blob
from server.settings import Settings
from shared.clock import utc_text
from shared.templates import MEDIA_TYPE

LEFT_OUT = frozenset({"record_rows", "fork_rows", "server_links", "session_questions"})
"""The chain is in record.zip; the questions' solutions are the paper's."""
SECRET = frozenset(
    {"key_sealed", "invite_hash", "invite_salt", "lease_hash", "nonce", "changed_xid", "xid"}
)
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "audio/ogg": "ogg",
    MEDIA_TYPE: "json",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens the media."""

    settings: Settings
    keys: ServerKeys


def write(
    db: Session,
    out: IO[bytes],
    email: str,
    *,
    interviews: Iterable[InterviewSession],
    opener: Opener,
) -> int:
    """Writes the archive; answers how many files it holds."""
    files = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(name: str, content: bytes) -> None:
            nonlocal files
            files += 1
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)

        index: list[dict[str, Any]] = []
        for interview in interviews:
            folder = f"interviews/{interview.id}"
            index.append({"id": interview.id, "title": interview.title, "folder": folder})
            add(f"{folder}/interview.json", _json(_plain(interview.model_dump())))
            for table in metadata.sorted_tables:
                if table.name not in LEFT_OUT and (rows := _rows(db, table, interview.id)):
                    add(f"{folder}/{table.name}.json", _json(rows))
            if further := _further(db, interview.id):
                add(f"{folder}/further_questions.json", _json(further))
            for name, content in _media(db, interview, opener):
                add(f"{folder}/media/{name}", content)
        add("index.json", _json({"email": email, "interviews": index, "words": _WORDS}))
    return files


def _rows(db: Session, table: Table, session: str) -> list[dict[str, Any]]:
    columns = [
        key.parent for key in table.foreign_keys if key.column.table.name == "interview_sessions"
    ]
    if not columns:
        return []
    found = db.execute(select_columns(table).where(columns[0] == session)).mappings()
    return [_plain({str(name): value for name, value in row.items()}) for row in found]


def _further(db: Session, session: str) -> list[dict[str, Any]]:
    """What was asked about this person's own answers: of questions, these alone are theirs."""
    found = db.exec(
        select(SessionQuestion)
        .where(SessionQuestion.session_id == session, col(SessionQuestion.follows_id).is_not(None))
        .order_by(col(SessionQuestion.position))
    )
    told = {"id", "follows_id", "position", "kind", "prompt", "time_limit_s"}
    return [question.model_dump(include=told) for question in found]


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _value(name, value)
        for name, value in row.items()
        if name not in SECRET and not isinstance(value, bytes)
    }


def _value(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return utc_text(value if value.tzinfo else value.replace(tzinfo=UTC))
    if name.endswith("_json") and isinstance(value, str) and value:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _media(db: Session, interview: InterviewSession, opener: Opener) -> Iterable[tuple[str, bytes]]:
    if interview.key_sealed is None:
        return
    try:
        key = opener.keys.unwrap(interview.key_sealed, about=interview.id)
    except BadKeys:
        return
    store = evidence.store(opener.settings)
    found = db.exec(select(Evidence).where(Evidence.session_id == interview.id))
    for blob in sorted(found, key=lambda one: one.sha256):
        sealed = store.get(interview.id, blob.sha256)
        if sealed is None:
            continue
        try:
            content = open_blob(key, sealed)
        except NotOpened:
            continue
        yield f"{blob.sha256[:16]}.{_ENDINGS.get(blob.media_type, 'bin')}", content


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False, default=str).encode()


_WORDS = (
    "All that is kept of this address: one folder for each interview. Times are UTC. Points are "
    "thousandths (points_milli), times with _ms are milliseconds since the interview's start. The "
    "signed record itself, as bytes, is a download of its own."
)
