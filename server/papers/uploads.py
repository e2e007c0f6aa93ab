"""Takes a resume or a job description for a paper; drafting from it is a job.

One rule: the file waits in the database until it was read, and then it is gone.
"""

import re
from datetime import datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from server import audit, outbox
from server.auth.people import Person
from server.documents import kinds
from server.models import PaperDocument, QuestionPaper
from server.refusals import Refused
from shared.ids import new_id, sha256_hex

TOPIC = "draft"
MAX_WAITING = 5
"""Documents of one paper that wait at the same time: each is kept whole, and takes a minute."""
KEPT_FOR = timedelta(days=90)
"""Drafts of which nobody decided are forgotten with their document, at the paper's next upload."""


def take_document(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    content: bytes,
    *,
    what: str,
    name: str,
    now: datetime,
) -> PaperDocument:
    """Keeps the file until the job has read it; refuses what is refused at sight, and
    `wrong_state` where too many wait.
    """
    kinds.kind_of(content)
    if paper.archived_at is not None:
        raise Refused("wrong_state", "The paper was put away: take it back first.")
    old = delete(PaperDocument).where(
        col(PaperDocument.paper_id) == paper.id, col(PaperDocument.created_at) < now - KEPT_FOR
    )
    db.exec(old)
    waiting = db.exec(
        select(func.count()).where(
            PaperDocument.paper_id == paper.id, col(PaperDocument.content).is_not(None)
        )
    ).one()
    if waiting >= MAX_WAITING:
        raise Refused(
            "wrong_state", f"{waiting} documents of this paper are being read. Wait for them."
        )
    found = PaperDocument(
        id=new_id(),
        paper_id=paper.id,
        what=what,
        name=shown_name(name),
        sha256=sha256_hex(content),
        size=len(content),
        content=content,
        created_by=person.id,
        created_at=now,
    )
    db.add(found)
    db.flush()
    outbox.note(db, TOPIC, f"{TOPIC}:{found.id}", {"document": found.id}, now=now)
    audit.note(
        db,
        person.actor,
        "document.uploaded",
        subject=f"paper:{paper.id}",
        at=now,
        org_id=person.org_id,
        document=found.id,
        what=what,
    )
    return found


def shown_name(name: str) -> str:
    """A file's name without folders and without what does not show."""
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]", "", name)
    return plain.replace("\\", "/").rpartition("/")[2].strip()[:200]
