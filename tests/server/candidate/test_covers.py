"""Time that people's words covered the questions is given back, once, and no more than that."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from server.covers import Until, Word, allowed_ms, overlap_ms, spans
from server.models import InterviewSession, StatusTimeline
from shared import outages
from shared.events import BlockChanged
from shared.policy import Policy
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite

T0 = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GRACE = timedelta(seconds=300)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def word(action: str, second: float, applied: float | None = None, text: str = "") -> Word:
    return Word(action, text, at(second), None if applied is None else at(applied))


def found(words: list[Word], now: float) -> list[tuple[float, float]]:
    return [
        ((begin - T0).total_seconds(), (end - T0).total_seconds())
        for begin, end in spans(words, Until(at(now), GRACE))
    ]


def test_a_cover_lasts_from_its_word_until_the_one_that_ends_it_took_effect():
    assert found([word("lock", 10)], 50) == [(10, 50)]
    assert found([word("lock", 10), word("unlock", 40, applied=42)], 90) == [(10, 42)]


def test_a_machine_that_holds_an_uncovering_back_gains_no_more_than_the_grace():
    assert found([word("lock", 10), word("unlock", 40)], 90) == [(10, 90)]
    assert found([word("lock", 10), word("unlock", 40)], 9000) == [(10, 340)]
    assert found([word("lock", 10), word("unlock", 40, applied=8000)], 9000) == [(10, 340)]


def test_covers_that_overlap_count_once():
    words = [word("lock", 10), word("unlock", 40, applied=60), word("lock", 50)]
    assert found(words, 80) == [(10, 60), (60, 80)]


def test_a_pause_in_a_cover_gives_its_own_time():
    words = [word("lock", 10), word("pause", 20), word("resume", 30), word("unlock", 40, 41)]
    assert found(words, 90) == [(10, 20), (30, 41)]


def test_an_end_ends_a_cover():
    assert found([word("lock", 10), word("terminate", 40)], 90) == [(10, 40)]


def test_notes_count_by_their_length():
    until = Until(at(100), GRACE)
    words = [word("message", 5, text="x" * 10), word("extend", 6), word("resume", 7)]
    assert allowed_ms(words, until) == outages.note_cap_ms("x" * 10) + outages.note_cap_ms("")


@given(
    words=st.lists(
        st.tuples(
            st.sampled_from(["lock", "unlock", "pause", "resume", "terminate", "reopen"]),
            st.integers(0, 60),
            st.none() | st.integers(0, 600),
        ),
        max_size=12,
    )
)
def test_spans_follow_each_other_and_never_reach_beyond_now(
    words: list[tuple[str, int, int | None]],
):
    second, given_words = 0, []
    for action, passed, later in words:
        second += passed
        applied = None if later is None else min(second + later, second + 1000)
        given_words.append(word(action, second, applied))
    pieces = found(given_words, second + 1000)
    last = 0.0
    for begin, end in pieces:
        assert last <= begin < end <= second + 1000
        last = end
    whole = overlap_ms(spans(given_words, Until(at(second + 1000), GRACE)), (T0, at(10**6)))
    assert whole == sum((end - begin) * 1000 for begin, end in pieces)


@pytest.fixture
def invited(parts, admin) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def machine(client, parts, invited) -> CandidateMachine:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    machine.sync()
    return machine


@pytest.fixture
def act(machine, admin_client):
    def give(action: str, reason: str, **more: object) -> None:
        path = f"/api/admin/interviews/{machine.session}/actions"
        answer = admin_client.post(path, json={"action": action, "reason": reason} | more)
        assert answer.status_code == 200, answer.text

    return give


def ends(machine: CandidateMachine, covered_ms: int, **more: int) -> str:
    receipt = machine.sync([], covered_ms=covered_ms, **more)
    assert receipt.covered_ms == covered_ms
    assert receipt.deadline_at is not None
    return receipt.deadline_at[11:19]


def rules_of(db: Session) -> list[tuple[str, int | None]]:
    rows = db.exec(select(StatusTimeline).order_by(col(StatusTimeline.at))).all()
    db.commit()
    return [(row.rule, row.seconds) for row in rows]


def test_what_a_cover_took_moves_the_end_once_and_the_timeline_says_so(
    machine, act, clock, db
) -> None:
    act("lock", "identity")
    clock.advance(seconds=30)
    assert ends(machine, 30_000) == "09:10:30"
    clock.advance(seconds=20)
    act("unlock", "settled")
    clock.advance(seconds=1)
    assert ends(machine, 51_000, applied=2) == "09:10:51"
    assert ends(machine, 51_000, applied=2) == "09:10:51"
    assert rules_of(db)[-2:] == [("covered", 30), ("covered", 21)]


def test_a_machine_that_nobody_covered_gets_nothing(machine, clock) -> None:
    clock.advance(seconds=100)
    assert ends(machine, 90_000) == "09:10:00"


def test_a_machine_that_claims_more_gets_what_the_words_took(machine, act, clock) -> None:
    act("lock", "identity")
    clock.advance(seconds=30)
    act("unlock", "settled")
    machine.sync([], applied=2)
    clock.advance(seconds=200)
    assert ends(machine, 230_000, applied=2) == "09:10:30"


def test_a_cover_that_lasted_without_a_network_is_given_back_when_it_is_back(
    machine, act, clock
) -> None:
    act("lock", "identity")
    clock.advance(seconds=20)
    machine.sync([], applied=1)
    clock.advance(seconds=10)
    act("unlock", "settled")
    clock.advance(seconds=200)
    assert ends(machine, 228_000, applied=2) == "09:13:48"


def test_silence_under_a_cover_is_given_for_one_reason_only(machine, act, clock) -> None:
    act("lock", "identity")
    clock.advance(seconds=100)
    # All of it as lost, and all of it as covered: it passed once.
    assert ends(machine, 100_000, lost_ms=100_000) == "09:11:40"
    act("unlock", "settled")
    clock.advance(seconds=1)
    assert ends(machine, 101_000, lost_ms=101_000, applied=2) == "09:11:41"


def test_lost_time_after_a_cover_is_still_given(machine, act, clock) -> None:
    act("lock", "identity")
    clock.advance(seconds=4)
    act("unlock", "settled")
    assert ends(machine, 4_000, applied=2) == "09:10:04"
    clock.advance(seconds=60)
    assert ends(machine, 4_000, lost_ms=60_000, applied=2) == "09:11:04"


def test_another_machine_gets_the_covered_silence_as_a_cover_and_counts_on(
    client, machine, act, invited, clock, db
) -> None:
    act("lock", "identity")
    clock.advance(seconds=90)
    second = CandidateMachine(client, invited.token, now=clock.now)
    assert second.claim().segment == 2
    assert rules_of(db)[-1] == ("covered", 90)
    assert second.start().covered_ms == 90_000
    clock.advance(seconds=10)
    assert ends(second, 100_000) == "09:11:40"


def test_a_note_gives_as_much_as_reading_it_takes(machine, act, clock) -> None:
    act("message", "guidance", text="Drink something.")
    clock.advance(seconds=100)
    assert ends(machine, 100_000, applied=1) == "09:10:16"


@pytest.fixture
def blocking(parts, invited) -> None:
    """This interview's policy covers for denied programs, with a minute to give back."""
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, invited.id)
        policy = Policy(blocks=("processes",), block_credit_s=60)
        interview.policy_json = policy.model_dump_json()
        db.add(interview)


def test_a_block_gives_the_policy_s_seconds_at_most_and_only_where_the_record_has_it(
    blocking, machine, clock
) -> None:
    clock.advance(seconds=100)
    assert ends(machine, 90_000) == "09:10:00"
    began = BlockChanged(what="began", block="processes", evidence=("AnyDesk",), at_ms=1000)
    machine.sync([machine.append(began)])
    assert ends(machine, 90_000) == "09:11:00"
    assert ends(machine, 95_000) == "09:11:00"


def test_a_covered_interview_is_a_person_s_and_does_not_end_by_itself(
    machine, act, parts, clock, db
) -> None:
    from server.candidate.overdue import note_overdue

    act("lock", "identity")
    clock.advance(hours=5)
    assert note_overdue(db, clock.now) == 0
    db.commit()
    act("unlock", "settled")
    machine.sync([], applied=2)
    clock.advance(hours=5)
    assert note_overdue(db, clock.now) == 1
    db.commit()
    interview = db.get_one(InterviewSession, machine.session)
    assert interview.covered_ms == 0
