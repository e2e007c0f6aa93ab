"""Every part of an installation is killed in random order, and both books agree afterwards."""

import tempfile
from pathlib import Path

import pytest

from tests.cohort.kills import run

KILLS = 8
"""Each part or way to die once; `dev.py bench parts` makes more."""


@pytest.mark.e2e
@pytest.mark.postgres
@pytest.mark.redis
@pytest.mark.timeout(900)
def test_whatever_part_dies_no_acknowledged_row_is_lost_or_doubled() -> None:
    # Not pytest's own folder: PostgreSQL's user goes through it.
    with tempfile.TemporaryDirectory(prefix="invigil-kills-") as name:
        found = run(Path(name), KILLS)
    assert len(found.kills) == found.kills.total() == KILLS
    assert found.difference.rows > 6 * 10
    assert not found.difference.wrong, found.difference
    assert found.heads_differ == 0
    assert found.seen.finished == 6
    assert found.seen.refused, "nobody noticed"
