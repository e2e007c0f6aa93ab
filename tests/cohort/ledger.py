"""Both sides' books, compared when everybody has gone home.

One rule: a row that has a receipt must be stored exactly once, as it was made; nothing else may
be stored under its number, and what follows from it must be there exactly once too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Stored:
    """What the server holds of these interviews."""

    rows: Iterable[tuple[str, int, str]]
    """(interview, number, hash), by interview and number."""
    forks: int = 0
    """Rows that came under a number which another row has."""
    signals: Sequence[tuple[str, int]] = ()
    """(interview, number) of each signal that is shown."""
    revisions: Mapping[str, int] | None = None
    """Revisions of answers by interview."""
    links: Mapping[str, tuple[int, int]] | None = None
    """Links of the server's chain by interview: how many, and the highest number."""


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
    """Interviews whose links are not numbered from 1 without a gap."""

    @property
    def wrong(self) -> int:
        """All of them together: 0 where nothing was lost, doubled or changed."""
        books = self.lost + self.doubled + self.foreign
        return books + self.events_wrong + self.answers_wrong + self.links_broken


def compare(db: Session, books: Mapping[str, Book]) -> Difference:
    """The server's rows beside the candidates' own, by interview."""
    theirs = list(books)
    forks = select(func.count()).where(col(ForkRow.session_id).in_(theirs))
    signals = select(ProctoringEvent.session_id, ProctoringEvent.seq).where(
        col(ProctoringEvent.session_id).in_(theirs),
        col(ProctoringEvent.kind).in_(("signal.opened", "signal.closed")),
    )
    revisions = select(AnswerRevision.session_id, func.count()).group_by(AnswerRevision.session_id)
    links = select(ServerLink.session_id, func.count(), func.max(ServerLink.n)).group_by(
        ServerLink.session_id
    )
    stored = Stored(
        rows=_rows(db, theirs),
        forks=db.exec(forks).one(),
        signals=db.exec(signals).all(),
        revisions=dict(db.exec(revisions).all()),
        links={session: (count, highest) for session, count, highest in db.exec(links).all()},
    )
    return difference(stored, books)


def _rows(db: Session, sessions: list[str]) -> Iterator[tuple[str, int, str]]:
    asked = (
        select(RecordRow.session_id, RecordRow.seq, RecordRow.hash)
        .where(col(RecordRow.session_id).in_(sessions))
        .order_by(col(RecordRow.session_id), col(RecordRow.seq))
        .execution_options(yield_per=10_000)
    )
    yield from db.exec(asked)


def difference(stored: Stored, books: Mapping[str, Book]) -> Difference:
    """Pure: what does not agree between these."""
    found = Difference(rows=sum(book.acked for book in books.values()), foreign=stored.forks)
    kept: dict[str, list[str]] = {key: [] for key in books}
    for session, seq, digest in stored.rows:
        hashes = kept[session]
        if seq <= len(hashes):
            found.doubled += 1
            continue
        hashes += [""] * (seq - 1 - len(hashes))
        hashes.append(digest)
    shown = Counter(stored.signals)
    found.events_wrong += sum(count - 1 for count in shown.values())
    signals = Counter(session for session, _ in shown)
    for key, book in books.items():
        hashes = kept[key]
        found.lost += sum(
            number >= len(hashes) or not hashes[number] for number in range(book.acked)
        )
        found.foreign += sum(
            bool(digest) and (number >= len(book.hashes) or digest != book.hashes[number])
            for number, digest in enumerate(hashes)
        )
        if book.signals >= 0:
            found.events_wrong += abs(signals[key] - book.signals)
            revisions = (stored.revisions or {}).get(key, 0)
            found.answers_wrong += abs(revisions - book.revisions)
        count, highest = (stored.links or {}).get(key, (0, 0))
        found.links_broken += count != highest
    return found
