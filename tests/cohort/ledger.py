"""Both sides' books, compared when everybody has gone home.

One rule: a row that has a receipt must be stored exactly once, as it was made; nothing else may
be stored under its number, and what follows from it must be there exactly once too.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from server.models import AnswerRevision, ForkRow, ProctoringEvent, RecordRow, ServerLink


@dataclass(frozen=True, slots=True)
class Book:
    """What one candidate knows."""

    hashes: Sequence[str]
    """Of every row that it made, in order."""
    acked: int
    """Rows with a receipt."""
    revisions: int
    """Revisions among them."""
    signals: int
    """Signals among them; -1 where not all rows have their receipt."""


@dataclass
class Difference:
    """What does not agree."""

    rows: int = 0
    """Rows with a receipt, in all."""
    lost: int = 0
    doubled: int = 0
    foreign: int = 0
    """Stored, and not what was made."""
    events_wrong: int = 0
    """Signals shown more than once, or not at all."""
    answers_wrong: int = 0
    links_broken: int = 0
    """Interviews whose receipts do not follow one another."""

    @property
    def agrees(self) -> bool:
        """Whether nothing was lost, doubled or changed."""
        wrong = (self.lost, self.doubled, self.foreign, self.events_wrong, self.answers_wrong)
        return not any((*wrong, self.links_broken))


def compare(db: Session, books: Mapping[str, Book]) -> Difference:
    """The server's rows beside the candidates' own, by interview."""
    found = Difference(rows=sum(book.acked for book in books.values()))
    stored: dict[str, list[str]] = {key: [] for key in books}
    rows = db.execute(
        select(RecordRow.session_id, RecordRow.seq, RecordRow.hash)
        .where(col(RecordRow.session_id).in_(list(books)))
        .order_by(col(RecordRow.session_id), col(RecordRow.seq))
        .execution_options(yield_per=10_000)
    )
    for session, seq, digest in rows:
        kept = stored[session]
        if seq <= len(kept):
            found.doubled += 1
            continue
        while len(kept) < seq - 1:
            kept.append("")
        kept.append(digest)
    for key, book in books.items():
        kept = stored[key]
        found.lost += sum(number >= len(kept) or not kept[number] for number in range(book.acked))
        found.foreign += sum(
            bool(digest) and (number >= len(book.hashes) or digest != book.hashes[number])
            for number, digest in enumerate(kept)
        )
    found.foreign += db.exec(
        select(func.count()).where(col(ForkRow.session_id).in_(list(books)))
    ).one()
    _follows(db, books, found)
    return found


def _follows(db: Session, books: Mapping[str, Book], found: Difference) -> None:
    signals = Counter(
        db.exec(
            select(ProctoringEvent.session_id, ProctoringEvent.seq).where(
                col(ProctoringEvent.kind).in_(("signal.opened", "signal.closed"))
            )
        ).all()
    )
    shown = Counter(session for session, _ in signals)
    found.events_wrong += sum(count - 1 for count in signals.values())
    revisions = dict(
        db.exec(
            select(AnswerRevision.session_id, func.count()).group_by(AnswerRevision.session_id)
        ).all()
    )
    links = {
        session: (count, highest)
        for session, count, highest in db.exec(
            select(ServerLink.session_id, func.count(), func.max(ServerLink.n)).group_by(
                ServerLink.session_id
            )
        ).all()
    }
    for key, book in books.items():
        if book.signals >= 0:
            found.events_wrong += abs(shown[key] - book.signals)
            found.answers_wrong += abs(revisions.get(key, 0) - book.revisions)
        count, highest = links.get(key, (0, 0))
        found.links_broken += count != highest
