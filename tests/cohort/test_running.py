"""A small cohort at a real server: whatever the network does, both books agree in the end."""

from pathlib import Path

import pytest

from tests.cohort import ledger, report
from tests.cohort.candidate import Pace
from tests.cohort.ledger import Book
from tests.cohort.place import set_up
from tests.cohort.running import Plan, run
from tests.cohort.scripts import POLICY


@pytest.mark.e2e
@pytest.mark.timeout(300)
def test_a_cohort_that_loses_its_network_loses_no_row_and_doubles_none(tmp_path: Path) -> None:
    plan = Plan(
        candidates=6,
        minutes=0.15,
        dashboards=1,
        pace=Pace(every_s=0.5, rows_per_s=2.0),
        policy=POLICY,
        storm_s=2.0,
        ramp_s=0.5,
    )
    with set_up(tmp_path, sqlite=True) as place:
        outcome = run(place, plan)
        books = dict(outcome.books)
        with place.parts() as parts, parts.database.read() as db:
            # A book that is not the server's is told: the comparison can fail.
            key, book = next(iter(books.items()))
            wrong = [*book.hashes[:-1], "0" * 64]
            changed = {key: Book(wrong, book.acked, book.revisions, book.signals)}
            assert ledger.compare(db, changed).foreign == 1
            more = {key: Book([*book.hashes, "1" * 64], book.acked + 1, 0, -1)}
            assert ledger.compare(db, more).lost == 1
    assert outcome.difference is not None
    assert not outcome.difference.wrong, outcome.difference
    assert outcome.difference.rows > 6 * 10
    assert outcome.heads_differ == 0
    assert outcome.seen.finished == 6
    assert outcome.seen.refused.get("cut", 0) > 0, "nobody noticed the outage"
    assert outcome.not_shown == 0
    assert "0 lost" in report.text(report.figures(plan, outcome, servers=1, sqlite=True))
