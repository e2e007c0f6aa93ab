"""The report counts as the issue says: in time, outside, lost and doubled."""

from tests.e2e.report import Episode, Seen, compare_records, match, signals

TRUTH = [Episode("face_absent", 12, 16)]
DWELL = {"face_absent": 2.0}


def test_an_episode_opened_within_its_time_is_found():
    result = match(TRUTH, [Seen("face_absent", 12.1, 14.2, 15.9)], DWELL)
    assert [entry["kind"] for entry in result["found"]] == ["face_absent"]
    assert result["missed"] == result["false"] == []


def test_an_episode_found_too_late_is_missed():
    result = match(TRUTH, [Seen("face_absent", 12.1, 15.6, 15.9)], DWELL)
    assert len(result["missed"]) == 1


def test_a_signal_that_reaches_beyond_the_cut_is_false():
    result = match(TRUTH, [Seen("face_absent", 12.1, 14.2, 16.4)], DWELL)
    assert len(result["false"]) == 1
    assert len(result["missed"]) == 1


def test_a_signal_of_another_kind_inside_an_episode_is_false():
    result = match(TRUTH, [Seen("gaze_away", 13, 14, 15)], DWELL)
    assert [entry["kind"] for entry in result["false"]] == ["gaze_away"]


def test_what_holds_all_the_time_may_be_found_at_any_time():
    always = [*TRUTH, Episode("liveness", 0, None)]
    late = [Seen("face_absent", 12.1, 14.2, 15.9), Seen("liveness", 20, 41, 55)]
    assert match(always, late, DWELL)["false"] == []
    assert [entry["kind"] for entry in match(always, late, DWELL)["found"]] == [
        "face_absent",
        "liveness",
    ]
    assert [entry["kind"] for entry in match(always, late[:1], DWELL)["missed"]] == ["liveness"]


def test_a_signal_that_never_closed_lasts_to_the_end():
    opened = {"kind": "signal.opened", "signal": "a"}
    events = [
        opened | {"onset_ms": 1000, "at_ms": 3000, "ended_ms": 5000},
        opened | {"onset_ms": 9000, "at_ms": 9900, "ended_ms": None},
        {"kind": "system", "signal": "", "onset_ms": None, "at_ms": 1, "ended_ms": None},
    ]
    assert signals(events, 20.0) == [Seen("a", 1.0, 3.0, 5.0), Seen("a", 9.0, 9.9, 20.0)]


def test_lost_and_doubled_rows_are_counted():
    client = [(1, "a"), (2, "b"), (3, "c")]
    assert compare_records(client, [(1, "a"), (2, "x"), (2, "b")]) == {
        "client": 3,
        "server": 3,
        "lost": 1,
        "doubled": 1,
    }
