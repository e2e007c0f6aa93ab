"""What detectors said is kept as it was said, and rules can be tried on it without them."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor import record
from client.proctor.record import BadRecord, Header, Look, Recorded, Recorder, Used
from client.proctor.rules import rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.events import SignalKind
from shared.policy import Accommodations, Policy, Sensitivity

HEADER = Header(
    "clip.mp4",
    (640, 480),
    29.97,
    (Used("face", "1", "ab" * 32, "own-bundle"),),
    {"face": 0.1, "objects": 1.0},
    {"people": "No model."},
    ({"kind": "face_absent", "start_s": 1.0, "end_s": 5.0},),
)

observations = st.builds(
    Observation,
    st.sampled_from(Measure),
    st.none() | st.floats(-1e6, 1e6).map(lambda each: round(each, 4)),
    st.integers(0, 10_000_000),
    st.text(max_size=8),
    st.text(max_size=20),
)
looks = st.builds(Look, st.integers(0, 10_000_000), st.lists(observations, max_size=6).map(tuple))


@pytest.fixture
def kept(tmp_path: Path) -> Callable[..., Path]:
    """Writes looks to a file, whole or without its end."""

    def write(*looks: Look, end_ms: int | None = 1_000, header: Header = HEADER) -> Path:
        path = tmp_path / "kept.jsonl"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            recorder = Recorder(file, header)
            for each in looks:
                recorder.look(each.at_ms, each.seen)
            if end_ms is not None:
                recorder.end(end_ms)
        return path

    return write


def faces(at_ms: int, count: float | None) -> Look:
    return Look(at_ms, (Observation(Measure.FACES, count, at_ms, "face"),))


def absence(from_ms: int, to_ms: int, until_ms: int) -> list[Look]:
    return [
        faces(at_ms, 0.0 if from_ms <= at_ms < to_ms else 1.0) for at_ms in range(0, until_ms, 100)
    ]


def test_a_record_comes_back_as_it_was_written(kept: Callable[..., Path]) -> None:
    seen = (
        Observation(Measure.FACES, 1.0, 100, "face"),
        Observation(Measure.TURN_DEG, None, 100, "head_pose"),
        Observation(Measure.GAZE_BEYOND_DEG, 3.25, 100, "gaze", "left, error 2 degrees"),
        Observation(Measure.SPEECH, 0.5, 90, "voice"),
    )
    assert record.read(kept(Look(100, seen))) == Recorded(HEADER, (Look(100, seen),), 1_000)


@given(st.lists(looks, max_size=8))
def test_any_looks_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, looks: list[Look]
) -> None:
    path = tmp_path_factory.mktemp("kept") / "kept.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        recorder = Recorder(file, HEADER)
        for each in looks:
            recorder.look(each.at_ms, each.seen)
        recorder.end(7)
    assert record.read(path) == Recorded(HEADER, tuple(looks), 7)


def test_a_line_is_what_the_module_says_it_is(kept: Callable[..., Path]) -> None:
    head, line, end = map(json.loads, kept(faces(100, 1.0)).read_text().splitlines())
    assert (head["invigil"], head["version"], head["clip"]) == ("observations", 1, "clip.mp4")
    assert line == {"at_ms": 100, "seen": [["faces", 1.0, "face"]]}
    assert end == {"end_ms": 1_000}


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_kept_as_unknown(kept: Callable[..., Path], odd: float) -> None:
    look = record.read(kept(faces(0, odd))).looks[0]
    assert look.seen[0].value is None


def test_the_engine_hears_the_kept_digits_and_not_more() -> None:
    seen = (Observation(Measure.TURN_DEG, 19.999999, 0, "head_pose"),)
    assert record.as_kept(seen, 0)[0].value == 20.0


def test_replaying_needs_nothing_but_the_file(kept: Callable[..., Path]) -> None:
    path = kept(*absence(1_000, 5_000, 8_000), end_ms=8_000)
    opened, closed = record.replay(path)
    assert isinstance(opened, Opened)
    assert isinstance(closed, Closed)
    assert (opened.signal, opened.onset_ms, opened.at_ms) == (
        SignalKind.FACE_ABSENT, 1_000, 3_000
    )  # fmt: skip
    assert (closed.onset_ms, closed.reason) == (1_000, "ended")


def test_other_rules_can_be_tried_on_the_same_record(kept: Callable[..., Path]) -> None:
    path = kept(*absence(1_000, 5_000, 8_000), end_ms=8_000)
    patient = Policy(sensitivity=Sensitivity(face_absent_after_s=10))
    assert record.replay(path, patient) == ()


def test_what_is_open_at_the_end_closes_there(kept: Callable[..., Path]) -> None:
    _, closed = record.replay(kept(*absence(1_000, 9_000, 6_000), end_ms=6_000))
    assert isinstance(closed, Closed)
    assert (closed.reason, closed.at_ms) == ("finished", 6_000)


def test_a_record_that_was_cut_off_is_read_up_to_there(kept: Callable[..., Path]) -> None:
    path = kept(*absence(1_000, 9_000, 6_000), end_ms=None)
    torn = path.read_text()[:-20]
    path.write_text(torn)
    recorded = record.read(path)
    assert recorded.end_ms is None
    assert recorded.looks[-1].at_ms == 5_800
    assert [type(each) for each in record.replay(recorded)] == [Opened, Closed]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "no json",
        "[1]\n",
        '{"at_ms": 0}\n',
        '{"invigil": "observations"}\n',
        '{"invigil": "observations", "version": 2, "clip": "c"}\n',
        '{"invigil": "observations", "version": 1}\n',
        '{"invigil": "observations", "version": 1, "clip": "c"}\nbroken\n{"end_ms": 1}\n',
        '{"invigil": "observations", "version": 1, "clip": "c"}\n{"at_ms": 1}\n{"end_ms": 1}\n',
        '{"invigil": "observations", "version": 1, "clip": "c"}\n'
        '{"at_ms": 1, "seen": [["mood", 1, "x"]]}\n{"end_ms": 1}\n',
    ],
)
def test_a_file_of_another_kind_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(text)
    with pytest.raises(BadRecord, match=r"odd\.jsonl .+"):
        record.read(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(BadRecord):
        record.read(path)


@given(st.lists(st.sampled_from([0.0, 1.0, 2.0, None]), max_size=120))
def test_every_opening_has_its_closing(counts: list[float | None]) -> None:
    seen = [faces(100 * number, count) for number, count in enumerate(counts)]
    found = record.signals(seen, rules_for(Policy(), Accommodations()), 100 * len(counts))
    open_now: set[tuple[str, int]] = set()
    for each in found:
        key = (each.signal, each.onset_ms)
        if isinstance(each, Opened):
            assert key not in open_now
            open_now.add(key)
        else:
            open_now.remove(key)
    assert not open_now
