"""What the server asks, as the app's own code reads it: for its interview, and for no other."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from client.api import genuine
from client.exam import Append, Instructed, State, dump, load, step
from client.spool.further import opened
from client.spool.keys import Lease, SigningKey
from server.auth.people import Person
from server.deps import Parts
from shared.events import InstructionApplied
from shared.sync import Instruction
from tests.client.exam.story import at, at_written
from tests.server.follow_ups.desk import GOOD, QUESTION, Desk
from tests.server.scoring.model_server import serving
from tests.server.support import Clock


def lease(desk: Desk) -> Lease:
    grant = desk.machine.grant
    return Lease(
        session=grant.session,
        token=grant.token,
        nonce=grant.nonce,
        kid=grant.kid,
        server_key=grant.server_key,
        signing_key=SigningKey.generate(),
        next_counter=lambda: 1,
    )


def in_the_app(desk: Desk, given: Instruction) -> tuple[State, list[InstructionApplied]]:
    """What it does to an interview that is at its second question."""
    state, effects = step(at_written(), Instructed(given, opened(desk.machine.grant, given)), at(5))
    rows = [one.body for one in effects if isinstance(one, Append)]
    return state, [row for row in rows if isinstance(row, InstructionApplied)]


@pytest.fixture
def asked(
    client: TestClient, parts: Parts, clock: Clock, admin: Person
) -> tuple[Desk, Desk, Instruction]:
    """An interview that is asked, another one beside it, and the instruction."""
    sat, other = (Desk(client, parts, clock, admin).sit() for _ in range(2))
    sat.write()
    with serving(GOOD) as llm:
        sat.work_with(llm.url)
    (given,) = sat.given()
    return sat, other, given


def test_the_app_that_it_is_for_takes_it_and_has_it_again_after_a_kill(
    asked: tuple[Desk, Desk, Instruction],
):
    sat, _, given = asked
    assert genuine((given,), lease(sat)) == (given,)
    state, rows = in_the_app(sat, given)
    assert [(row.action, row.outcome) for row in rows] == [("ask", "")]
    back = load(dump(state))
    assert back.exam is not None
    further = [one for one in back.exam.questions if one.follows is not None]
    assert [(one.prompt, one.marks) for one in further] == [(QUESTION, 0)]
    assert back.exam.questions.index(further[0]) == back.index + 1


@pytest.mark.expects_log
def test_carried_to_another_app_it_is_left_out_and_would_not_open_either(
    asked: tuple[Desk, Desk, Instruction],
):
    _, other, given = asked
    assert genuine((given,), lease(other)) == ()
    state, rows = in_the_app(other, given)
    assert [row.outcome for row in rows] == ["unreadable"]
    assert replace(state, applied=0).exam == at_written().exam


@pytest.mark.expects_log
def test_one_whose_question_was_exchanged_on_the_way_is_left_out(
    asked: tuple[Desk, Desk, Instruction],
):
    sat, _, given = asked
    for change in ({"sealed": None}, {"sealed": "AAAA"}, {"seconds": 1}, {"number": 2}):
        assert genuine((given.model_copy(update=change),), lease(sat)) == ()
