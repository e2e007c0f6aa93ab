"""What goes when: the policy's promise and the server's settings, whichever is shorter."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.privacy.rules import PARTS, Ages, Standing, What, due, ended_at, kept_for
from shared.lifecycle import Status

END = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = st.integers(1, 3650)
AGES = st.builds(Ages, templates=DAYS, audio=DAYS, evidence=DAYS, record=DAYS, results=DAYS)


@given(AGES, DAYS)
def test_nothing_of_the_record_is_kept_longer_than_the_policy_promised(ages: Ages, days: int):
    kept = kept_for(ages, days)
    assert all(kept[what] <= days for what in (*PARTS, What.RECORD))
    assert all(kept[what] <= kept[What.RECORD] <= kept[What.PERSON] for what in PARTS)


@given(AGES, DAYS, st.integers(0, 4000), st.sets(st.sampled_from(What)))
def test_what_is_due_is_over_and_never_asked_for_twice(ages, days, passed, gone):
    kept = kept_for(ages, days)
    found = due(kept, END, END + timedelta(days=passed), gone=gone)
    assert all(kept[what] <= passed and what not in gone for what in found)
    if len(found) > 1:
        assert set(found) <= set(PARTS)


def test_everything_is_due_in_its_order():
    kept = kept_for(Ages(templates=10, audio=20, evidence=30, record=40, results=50), 90)

    def after(days: int, *gone: What) -> tuple[What, ...]:
        return due(kept, END, END + timedelta(days=days), gone=gone)

    assert after(9) == ()
    assert after(10) == (What.TEMPLATES,)
    assert after(30, What.TEMPLATES) == (What.AUDIO, What.EVIDENCE)
    assert after(40, *PARTS) == (What.RECORD,)
    assert after(49, What.RECORD) == ()
    assert after(50, What.RECORD) == (What.PERSON,)
    assert after(4000, What.PERSON) == ()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.COMPLETED, END),
        (Status.INVITED, END + timedelta(days=1)),
        (Status.INTERVIEW_ACTIVE, END + timedelta(days=3)),
    ],
)
def test_things_age_from_the_end_and_without_one_from_when_it_was_last_heard(status, expected):
    standing = Standing(
        status=status,
        closes_at=END + timedelta(days=1),
        deadline_at=END + timedelta(days=2),
        heard_at=END + timedelta(days=3),
        changed_at=END,
    )
    assert ended_at(standing) == expected
