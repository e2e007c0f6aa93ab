"""Whole recordings through rules and engine, in their own time.

`replays/portrait.jsonl` was recorded by `watching.py`; the last test watches the same clip anew.
"""

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from client.proctor import engine
from client.proctor.rules import rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.policy import Accommodations, Policy

Look = tuple[int, tuple[Observation, ...]]
WITHIN_MS = 300
"""Three looks; measured from the script at both ends."""
DWELL_MS = {"face_absent": 2_000, "second_face": 1_000, "head_turned": 2_000}


def recorded() -> tuple[list[dict[str, Any]], list[Look]]:
    path = Path(__file__).parent / "replays" / "portrait.jsonl"
    head, *lines = map(json.loads, path.read_text().splitlines())
    looks = [
        (
            line["at_ms"],
            tuple(
                Observation(Measure(name), value, line["at_ms"], "recorded")
                for name, value in line.items()
                if name != "at_ms"
            ),
        )
        for line in lines
    ]
    return head["truth"], looks


def episodes(
    looks: Sequence[Look], accommodations: Accommodations | None = None
) -> dict[str, tuple[Opened, Closed]]:
    """Opening and closing by signal; fails where a signal opened twice or stayed open."""
    state = engine.begin(rules_for(Policy(), accommodations or Accommodations()))
    opened: dict[str, Opened] = {}
    closed: dict[str, Closed] = {}
    for at_ms, seen in looks:
        state, signals = engine.step(state, seen, at_ms)
        for each in signals:
            kept = opened if isinstance(each, Opened) else closed
            assert each.signal not in kept
            kept[each.signal] = each  # pyright: ignore[reportArgumentType] # the pair fits
    assert state.open_signals == ()
    assert set(opened) == set(closed)
    return {name: (opened[name], closed[name]) for name in opened}


def assert_as_scripted(
    found: dict[str, tuple[Opened, Closed]], truth: list[dict[str, Any]], within_ms: int
) -> None:
    assert set(found) == {each["kind"] for each in truth}
    for each in truth:
        opened, closed = found[each["kind"]]
        start_ms, end_ms = 1000 * each["start_s"], 1000 * each["end_s"]
        assert abs(opened.onset_ms - start_ms) <= within_ms, each
        assert abs(opened.at_ms - start_ms - DWELL_MS[each["kind"]]) <= within_ms, each
        assert abs(closed.ended_ms - end_ms) <= within_ms, each


def test_the_recorded_portrait_gives_exactly_its_script() -> None:
    truth, looks = recorded()
    assert_as_scripted(episodes(looks), truth, WITHIN_MS)


def test_half_the_looks_give_the_same_episodes() -> None:
    truth, looks = recorded()
    assert_as_scripted(episodes(looks[::2]), truth, 400)


def test_the_same_looks_give_the_same_signals() -> None:
    _, looks = recorded()
    assert episodes(looks) == episodes(looks)


def test_a_blind_second_within_an_open_signal_neither_ends_nor_doubles_it() -> None:
    truth, looks = recorded()
    blind = [look for look in looks if not 14_500 <= look[0] < 15_500]
    assert_as_scripted(episodes(blind), truth, WITHIN_MS)


def test_agreed_exceptions_silence_their_signal_alone() -> None:
    _, looks = recorded()
    heads = Accommodations(head_and_gaze_off=True)
    company = Accommodations(second_person_agreed=True)
    assert set(episodes(looks, heads)) == {"face_absent", "second_face"}
    assert set(episodes(looks, company)) == {"face_absent", "head_turned"}


@pytest.mark.models
@pytest.mark.timeout(300)
def test_the_portrait_watched_frame_by_frame_is_read_as_scripted(tmp_path: Path) -> None:
    watching = _watching()
    portrait = watching.load(watching.PORTRAIT)
    looks = list(watching.observed(portrait.render(tmp_path, watching.LENGTH_S)))
    assert_as_scripted(episodes(looks), portrait.truth(watching.LENGTH_S), WITHIN_MS)


def _watching() -> Any:
    spec = importlib.util.spec_from_file_location(
        "watching", Path(__file__).with_name("watching.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
