"""A person's score stands over a machine's; a total is as settled as its least settled part."""

import pytest

from server.scoring.rules import Given, Standing, current, total


def test_a_person_stands_over_a_machine_and_the_newest_over_the_older():
    machine = Given("a", "baseline", "provisional", 1000)
    person = Given("b", "person", "final", 2000)
    again = Given("c", "baseline", "provisional", 3000)
    assert current([machine, again]) == again
    assert current([machine, person, again]) == person


@pytest.mark.parametrize(
    ("states", "state", "points"),
    [
        (["final", "final"], "final", 2000),
        (["final", "provisional"], "provisional", 2000),
        (["needs_person", "provisional"], "needs_person", 1000),
        (["needs_review", "provisional"], "needs_person", 2000),
        ([None, "final"], "open", 1000),
        ([], "open", None),
    ],
)
def test_a_total_is_as_settled_as_its_least_settled_part(
    states: list[str | None], state: str, points: int | None
):
    questions = [
        Standing(
            10,
            None if one is None else Given("x", "g", one, None if one == "needs_person" else 1000),
        )
        for one in states
    ]
    found = total(questions)
    assert (found.state, found.points_milli, found.max_marks) == (state, points, 10 * len(states))


def test_a_failure_stands_behind_any_other_score_and_alone_only_where_there_is_none():
    failed = Given("f", "judge", "failed", None)
    baseline = Given("b", "baseline", "provisional", 1000)
    assert current([baseline, failed]) == baseline
    assert current([failed]) == failed
