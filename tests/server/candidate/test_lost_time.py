"""Time that a machine lost is given back by both clocks, up to the policy's cap."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from server.models import InterviewSession, SessionQuestion, StatusTimeline
from shared import outages
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite


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


def given(machine: CandidateMachine, lost_ms: int = 0) -> int:
    receipt = machine.sync([], lost_ms=lost_ms)
    assert receipt.lost_ms == lost_ms
    return receipt.credited_ms // 1000


def rows(db: Session) -> list[tuple[str, int | None]]:
    found = db.exec(select(StatusTimeline).order_by(col(StatusTimeline.at))).all()
    db.commit()
    return [(row.rule, row.seconds) for row in found]


def test_working_on_without_a_network_gets_no_time(machine, clock, db) -> None:
    clock.advance(seconds=400)
    assert given(machine) == 0
    assert rows(db)[-1][0] == "start"


def test_a_machine_that_slept_gets_its_time_back_and_the_timeline_says_so(
    machine, clock, db
) -> None:
    before = machine.sync().deadline_at
    clock.advance(seconds=40)
    receipt = machine.sync([], lost_ms=38_200)
    assert (before[11:19], receipt.deadline_at[11:19]) == ("09:10:00", "09:10:38")
    assert rows(db)[-1] == ("outage", 38)
    assert given(machine, 38_200) == 38


def test_the_order_of_waking_contact_and_claim_does_not_matter(machine, clock) -> None:
    clock.advance(seconds=40)
    assert given(machine) == 0
    clock.advance(seconds=1)
    assert given(machine, 40_000) == 40


def test_nobody_lost_time_while_the_server_heard_them(machine, clock) -> None:
    for _ in range(30):
        clock.advance(seconds=1)
        assert given(machine, 30_000) == 0


def test_the_policy_caps_the_sum(machine, clock) -> None:
    clock.advance(seconds=200)
    assert given(machine, 200_000) == 200
    clock.advance(seconds=200)
    assert given(machine, 400_000) == 300


def test_a_pause_gives_its_time_back_once(machine, admin_client, clock, db) -> None:
    path = f"/api/admin/interviews/{machine.session}/actions"
    admin_client.post(path, json={"action": "pause", "reason": "break"})
    clock.advance(seconds=100)
    assert given(machine, 100_000) == 0
    admin_client.post(path, json={"action": "resume", "reason": "settled"})
    clock.advance(seconds=1)
    assert given(machine, 100_000) == 0
    assert rows(db)[-1] == ("resume", 100)


def test_a_start_whose_answer_was_lost_starts_the_clock_anew(client, parts, invited, clock) -> None:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    first = machine.start()
    clock.advance(seconds=45)
    assert machine.start().deadline_at[11:19] == "09:10:45"
    machine.sync()
    clock.advance(seconds=45)
    assert machine.start().deadline_at[11:19] == "09:10:45"
    assert first.deadline_at[11:19] == "09:10:00"


def test_another_machine_gets_back_what_passed_in_between(
    client, machine, invited, clock, db
) -> None:
    clock.advance(seconds=90)
    second = CandidateMachine(client, invited.token, now=clock.now)
    assert second.claim().segment == 2
    assert rows(db)[-1] == ("new_machine", 90)
    stands = db.get_one(InterviewSession, invited.id)
    assert stands.deadline_at - stands.started_at == timedelta(seconds=690)
    db.commit()


def test_old_terms_start_nothing_until_the_new_ones_were_fetched(
    client, parts, invited, admin_client
) -> None:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    old = machine.claim()
    change = {"accommodations": {"extra_time_percent": 50}}
    assert admin_client.patch(f"/api/admin/interviews/{invited.id}", json=change).status_code == 200
    refused = machine.ask_start()
    assert (refused.status_code, refused.json()["code"]) == (409, "terms_changed")
    new = machine.signed("POST", f"terms/{machine.session}", b"{}").json()
    assert (old.duration_s, new["duration_s"], new["token"]) == (600, 900, old.token)
    machine._grant = old.model_copy(update={"terms": new["terms"]})
    assert machine.start().exam.duration_s == 900


def test_candidates_never_see_each_others_questions(client, parts, admin, machine) -> None:
    other = invite(parts, admin)
    rival = CandidateMachine(client, other.token, now=parts.now())
    rival.claim()
    rival.start()
    mine = machine.start().exam.questions[0].id
    headers = {"Authorization": f"Bearer {rival.grant.token}"}
    answer = client.get(f"/api/interview/question/{mine}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    body = {"question": mine, "text": "x"}
    assert client.post("/api/interview/answer/text", json=body, headers=headers).status_code == 404
    stands = rival.signed("POST", f"start/{machine.session}", b'{"consent":1}')
    assert stands.json()["code"] == "not_found"


def stood(machine: CandidateMachine, stood_ms: int) -> str:
    receipt = machine.sync([], stood_ms=stood_ms)
    assert receipt.stood_ms == stood_ms
    assert receipt.deadline_at is not None
    return receipt.deadline_at[11:19]


def test_a_clock_that_stood_still_while_the_app_spoke_moves_the_end_once(
    machine, clock, db
) -> None:
    clock.advance(seconds=30)
    assert stood(machine, 12_000) == "09:10:12"
    assert stood(machine, 12_000) == "09:10:12"
    assert rows(db)[-1] == ("stood_still", 12)
    clock.advance(seconds=3)
    assert stood(machine, 14_000) == "09:10:14"


def test_nobody_stood_still_for_longer_than_the_interview_runs(machine, clock) -> None:
    clock.advance(seconds=2)
    assert stood(machine, 3_600_000) == "09:10:02"


def test_a_stand_still_ends_at_the_cap_of_the_questions(machine, clock, db) -> None:
    prompts = db.exec(select(SessionQuestion.prompt)).all()
    db.commit()
    cap_ms = sum(map(outages.stand_cap_ms, prompts))
    clock.advance(seconds=500)
    stood(machine, 3_600_000)
    (interview,) = db.exec(select(InterviewSession)).all()
    assert interview.stood_ms == cap_ms


def test_a_new_machine_counts_on_from_what_was_given(client, parts, invited, machine, clock):
    clock.advance(seconds=30)
    stood(machine, 12_000)
    assert machine.start().stood_ms == 12_000
