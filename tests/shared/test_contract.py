"""The contract's models are frozen, described, and still read what version 1 wrote."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from shared import build, events, exam, looks, policy, runs, session, sync, templates
from shared.clock import parse_utc, utc_text
from shared.events import BODIES, Kind
from shared.lifecycle import BEFORE_START, RUNNING, TERMINAL, TRANSITIONS, Status, may_change
from shared.model import Wire
from shared.problems import PROBLEMS
from shared.version import is_older, parse_version

GOLDEN = Path(__file__).parent / "golden" / "v1"


def every_model() -> list[type[BaseModel]]:
    modules = (build, events, exam, looks, policy, runs, session, sync, templates)
    return [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Wire)
        and value.__module__ == module.__name__
    ]


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_means(model):
    assert [name for name, field in model.model_fields.items() if not field.description] == []
    assert model.model_config["frozen"]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_what_version_one_wrote_still_reads(path):
    golden = json.loads(path.read_text())
    model = {m.__name__: m for m in every_model()}[golden["model"]]
    read = model.model_validate(golden["value"])
    assert_holds(read.model_dump(mode="json"), golden["value"])


def assert_holds(now: object, then: object) -> None:
    """What was written then stands unchanged; a newer model may only have said more."""
    match then:
        case dict():
            assert isinstance(now, dict)
            for key, value in then.items():
                assert_holds(now[key], value)
        case list():
            assert isinstance(now, list)
            for newer, older in zip(now, then, strict=True):
                assert_holds(newer, older)
        case _:
            assert now == then


def test_every_kind_of_row_has_a_model_and_a_golden_file():
    assert set(BODIES) == set(Kind)
    named = {json.loads(path.read_text())["model"] for path in GOLDEN.glob("*.json")}
    assert {model.__name__ for model in BODIES.values()} <= named
    assert {"Batch", "Receipt", "Grant", "ClaimRequest", "Started"} <= named


def test_bodies_hold_no_floats():
    for model in BODIES.values():
        schema = json.dumps(model.model_json_schema())
        assert '"type": "number"' not in schema, model.__name__


def test_newer_fields_are_ignored_and_models_stay_frozen():
    body = events.RecordClosed.model_validate({"reason": "candidate", "answers": 4, "new": 1})
    with pytest.raises(ValidationError):
        body.answers = 5


def test_every_problem_names_a_next_step():
    for code, (status, title, action) in PROBLEMS.items():
        assert 400 <= status < 600, code
        assert title.endswith("."), code
        assert action.endswith("."), code


def test_every_status_has_its_row_in_the_table():
    assert set(TRANSITIONS) == set(Status) == {*BEFORE_START, *RUNNING, *TERMINAL}


def test_only_a_reopening_leaves_a_finished_interview():
    assert TRANSITIONS[Status.COMPLETED] == {Status.INTERVIEW_ACTIVE}
    assert TRANSITIONS[Status.TERMINATED] == {Status.INTERVIEW_ACTIVE}


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_nothing_returns_to_before_the_start_but_a_renewed_invite(old, new):
    if may_change(old, new) and old not in BEFORE_START:
        assert new not in BEFORE_START or new is Status.INVITED


@given(st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)))
def test_utc_text_keeps_milliseconds(moment):
    read = parse_utc(utc_text(moment))
    assert abs((read - moment).total_seconds()) < 0.001


def test_instants_without_a_zone_are_refused():
    with pytest.raises(ValueError, match="naive"):
        utc_text(datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="final Z"):
        parse_utc("2026-01-01T00:00:00+01:00")


def test_versions_compare_by_number_and_refuse_words():
    assert is_older("0.9.2", "0.10")
    assert not is_older("1.0", "1.0.0")
    with pytest.raises(ValueError, match="not a version"):
        parse_version("1.x")
