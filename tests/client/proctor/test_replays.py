"""Whole recordings through rules and engine, in their own time.

`replays/portrait.jsonl` is what the recorder wrote of the demo's portrait; the last test watches
the same clip anew. To renew it: `python -m tests.e2e.portrait FOLDER 55` prints CLIP, then
`python -m client.proctor.worker CLIP --record tests/client/proctor/replays/portrait.jsonl`.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from client.proctor.record import Recorded, read, replay
from client.proctor.recorder import main
from client.proctor.types import Closed, Opened
from shared.policy import Accommodations
from tests.e2e import portrait
from tests.e2e.outcome import dwell

REPLAY = Path(__file__).parent / "replays" / "portrait.jsonl"
LENGTH_S = 55.0
WITHIN_MS = 300
"""Three looks; measured from the script at both ends."""

Episodes = dict[str, tuple[Opened, Closed]]


def episodes(recorded: Recorded, accommodations: Accommodations | None = None) -> Episodes:
    """Opening and closing by signal; fails where a signal opened twice."""
    opened: dict[str, Opened] = {}
    closed: dict[str, Closed] = {}
    for each in replay(recorded, accommodations=accommodations):
        match each:
            case Opened():
                assert each.signal not in opened
                opened[each.signal] = each
            case Closed():
                closed[each.signal] = each
    assert set(opened) == set(closed)
    return {name: (opened[name], closed[name]) for name in opened}


def assert_as_scripted(found: Episodes, within_ms: int = WITHIN_MS) -> None:
    truth, after_s = portrait.truth(LENGTH_S), dwell()
    assert set(found) == {each["kind"] for each in truth}
    for each in portrait.EPISODES:
        opened, closed = found[each.kind]
        start_ms, end_ms = 1000 * each.start_s, 1000 * each.end_s
        assert abs(opened.onset_ms - start_ms) <= within_ms, each
        assert abs(opened.at_ms - start_ms - 1000 * after_s[each.kind]) <= within_ms, each
        assert abs(closed.ended_ms - end_ms) <= within_ms, each


def without(recorded: Recorded, from_ms: int, to_ms: int) -> Recorded:
    looks = tuple(look for look in recorded.looks if not from_ms <= look.at_ms < to_ms)
    return replace(recorded, looks=looks)


def test_the_recorded_portrait_gives_exactly_its_script() -> None:
    assert_as_scripted(episodes(read(REPLAY)))


def test_half_the_looks_give_the_same_episodes() -> None:
    recorded = read(REPLAY)
    assert_as_scripted(episodes(replace(recorded, looks=recorded.looks[::2])), 400)


def test_the_same_looks_give_the_same_signals() -> None:
    recorded = read(REPLAY)
    assert replay(recorded) == replay(recorded)


def test_a_blind_second_within_an_open_signal_neither_ends_nor_doubles_it() -> None:
    assert_as_scripted(episodes(without(read(REPLAY), 14_500, 15_500)))


def test_agreed_exceptions_silence_their_signal_alone() -> None:
    recorded = read(REPLAY)
    heads = Accommodations(head_and_gaze_off=True)
    company = Accommodations(second_person_agreed=True)
    assert set(episodes(recorded, heads)) == {"face_absent", "second_face", "liveness"}
    assert set(episodes(recorded, company)) == {"face_absent", "head_turned", "liveness"}


@pytest.mark.timeout(300)
def test_the_portrait_watched_frame_by_frame_is_read_as_scripted(tmp_path: Path) -> None:
    clip = portrait.render(tmp_path, LENGTH_S)
    written = tmp_path / "portrait.jsonl"
    assert main([str(clip), "--record", str(written)]) == 0
    assert_as_scripted(episodes(read(written)))
    header = json.loads(written.read_text().splitlines()[0])
    assert {model["name"] for model in header["models"]} >= {"face", "people"}
