"""The gaze calibration: begun, followed, left, interrupted, and its one row."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import POINTS, Fit, Place, Screen, State, step
from client.exam.gaze import FIT_PATIENCE_MS, MOST_UNSEEN, POINT_PATIENCE_MS
from shared.events import Calibrated, CheckDone, SystemNoted
from shared.policy import Accommodations, Policy
from tests.client.exam.story import at, at_devices, run

PLACE = Place(300.0, 200.0, 0.0, 0.0, 300.0, 200.0)
GOOD = Fit(
    calibrated=True,
    points=9,
    held_out=4,
    error_deg=1.8,
    error_mm=17.25,
    interval90_deg=3.1,
    distance_mm=560.4,
    model="ridge 1",
    saved="{}",
)
POOR = Fit(calibrated=False, reason="Too far off.", points=9, held_out=4, error_deg=9.0)
TICK_S = 0.2
"""As often as the app ticks."""
CHECKED = exam.DevicesChecked((CheckDone(device="camera", outcome="ok"),))


def ready(policy: Policy | None = None, agreed: Accommodations | None = None) -> State:
    return run(at_devices(policy or Policy(), agreed), CHECKED)[0]


class Looking:
    """A person in front of the points, whose eyes are seen after some time or never."""

    def __init__(self, seen_after_s: float | None) -> None:
        self.state, self.now_s = run(ready(), exam.GazeBegun(PLACE))[0], 0.0
        self.seen_after_s = seen_after_s
        self.targets: list[exam.LookAt] = []
        self.fits = 0
        self._asked_s = 0.0

    @property
    def gaze(self) -> exam.Gaze:
        return self.state.live.gaze

    def feed(self, fact: exam.Input) -> None:
        self.state, orders = step(self.state, fact, at(self.now_s))
        for order in orders:
            if isinstance(order, exam.LookAt):
                self.targets.append(order)
                self._asked_s = self.now_s
            self.fits += isinstance(order, exam.FitGaze)

    def wait(self, until_s: float = 60.0) -> None:
        """Ticks until the points are over."""
        while self.gaze.stage == "aiming" and self.now_s < until_s:
            self.now_s += TICK_S
            self.feed(exam.Ticked())
            looks_s = self.now_s - self._asked_s
            if self.seen_after_s is not None and self.gaze.asked and looks_s >= self.seen_after_s:
                self.feed(exam.GazeAimed(self.gaze.number, 1.0))


def test_it_comes_between_devices_and_consent():
    state = ready()
    assert state.screen is Screen.GAZE
    after, rows = run(state, exam.GazeLeft(), now=at(4))
    assert after.screen is Screen.CONSENT
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert (row.outcome, row.spent_ms) == ("skipped", 4000)
    assert "before the first point" in row.reason


@pytest.mark.parametrize(
    "agreed",
    [
        Accommodations(no_calibration=True),
        Accommodations(nystagmus=True),
        Accommodations(screen_reader=True),
        Accommodations(head_and_gaze_off=True),
    ],
)
def test_an_accommodation_skips_it_at_once_and_the_row_says_so(agreed: Accommodations):
    state, rows = run(at_devices(Policy(), agreed), CHECKED)
    assert state.screen is Screen.CONSENT
    assert isinstance(rows[-1], Calibrated)
    assert (rows[-1].outcome, rows[-1].reason) == ("skipped", exam.gaze.AGREED)


def test_a_policy_without_it_asks_for_nothing_and_writes_nothing():
    state, rows = run(at_devices(Policy(calibrate_gaze=False)), CHECKED)
    assert state.screen is Screen.CONSENT
    assert not any(isinstance(one, Calibrated) for one in rows)


def test_where_no_face_can_be_found_it_is_impossible_and_says_why():
    state, rows = run(at_devices(Policy()), replace(CHECKED, no_gaze="No face model."))
    assert state.screen is Screen.CONSENT
    assert rows[-1] == Calibrated(outcome="impossible", reason="No face model.")


def test_every_point_is_asked_for_once_and_in_its_place():
    looking = Looking(seen_after_s=1.2)
    looking.wait()
    assert [one.number for one in looking.targets] == list(range(POINTS))
    assert (looking.targets[0].x_mm, looking.targets[0].y_mm) == (150, 100)
    assert [one.held_out for one in looking.targets] == [False] * 9 + [True] * 4
    assert (looking.gaze.stage, looking.fits) == ("fitting", 1)
    assert looking.now_s < 30


@pytest.mark.parametrize("seen_after_s", [0.4, 1.5, 2.1])
def test_however_slow_the_eyes_are_seen_the_person_is_kept_under_40_s(seen_after_s: float):
    looking = Looking(seen_after_s)
    looking.wait()
    assert looking.gaze.stage == "fitting"
    assert looking.now_s + FIT_PATIENCE_MS / 1000 < 40


def test_a_point_is_not_asked_for_before_the_target_has_arrived():
    looking = Looking(seen_after_s=None)
    looking.now_s = 0.2
    looking.feed(exam.Ticked())
    assert looking.targets == []
    looking.feed(exam.GazeAimed(0, 1.0))
    assert looking.gaze.number == 0


def test_a_point_that_is_half_seen_is_left_after_a_while():
    looking = Looking(seen_after_s=None)
    looking.now_s = 0.4
    looking.feed(exam.Ticked())
    looking.feed(exam.GazeAimed(0, 0.5))
    looking.now_s = POINT_PATIENCE_MS / 1000 + TICK_S
    looking.feed(exam.Ticked())
    assert (looking.gaze.number, looking.gaze.unseen) == (1, 0)


def test_late_news_of_an_earlier_point_moves_nothing():
    looking = Looking(seen_after_s=1.0)
    looking.wait(until_s=4.0)
    number = looking.gaze.number
    assert number > 0
    looking.feed(exam.GazeAimed(number - 1, 1.0))
    assert looking.gaze.number == number


def test_eyes_that_are_never_seen_end_it_soon_and_not_as_a_fault():
    looking = Looking(seen_after_s=None)
    looking.wait()
    assert looking.gaze.stage == "poor"
    assert looking.now_s < MOST_UNSEEN * 3 + 1
    assert looking.fits == 0
    _, rows = run(looking.state, exam.GazeLeft(), now=at(looking.now_s))
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert (row.outcome, row.error_mdeg) == ("impossible", None)
    assert "eyes" in row.reason


def fitted(fit: Fit, place: Place = PLACE) -> State:
    looking = Looking(seen_after_s=0.4)
    looking.state = run(ready(), exam.GazeBegun(place))[0]
    looking.wait()
    looking.feed(exam.GazeFitted(fit))
    return looking.state


def test_a_good_result_is_one_row_with_all_its_numbers():
    after, rows = run(fitted(GOOD), exam.GazeLeft(), now=at(31))
    assert after.gaze_model == "{}"
    (row,) = rows
    assert row == Calibrated(
        outcome="calibrated",
        points=9,
        held_out=4,
        error_mdeg=1800,
        error_um=17250,
        interval90_mdeg=3100,
        screen_um=(300_000, 200_000),
        distance_mm=560,
        model="ridge 1",
        spent_ms=31_000,
    )


def test_a_screen_whose_size_is_assumed_is_unknown_in_the_row():
    _, rows = run(fitted(GOOD, replace(PLACE, measured=False)), exam.GazeLeft())
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert row.screen_um is None


def test_a_number_that_is_none_is_unknown_in_the_row():
    _, rows = run(fitted(replace(GOOD, error_mm=float("nan"))), exam.GazeLeft())
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert row.error_um is None


def test_a_poor_result_may_be_tried_once_more_and_then_left():
    state = fitted(POOR)
    assert exam.may_try_again(state.live.gaze)
    again, _ = run(state, exam.GazeBegun(PLACE))
    assert (again.live.gaze.stage, again.live.gaze.number) == ("aiming", 0)
    second = replace(again.live.gaze, stage="fitting")
    again, _ = run(replace(again, live=replace(again.live, gaze=second)), exam.GazeFitted(POOR))
    assert not exam.may_try_again(again.live.gaze)
    assert run(again, exam.GazeBegun(PLACE))[0] == again
    after, rows = run(again, exam.GazeLeft())
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert (row.outcome, row.error_mdeg, row.reason) == ("poor", 9000, "Too far off.")
    assert (after.screen, after.gaze_model) == (Screen.CONSENT, "")


def test_leaving_in_the_middle_says_at_which_point():
    looking = Looking(seen_after_s=1.0)
    looking.wait(until_s=6.0)
    number = looking.gaze.number + 1
    _, rows = run(looking.state, exam.GazeLeft())
    (row,) = rows
    assert isinstance(row, Calibrated)
    assert row.outcome == "skipped"
    assert f"point {number} of 13" in row.reason


@pytest.mark.parametrize("what", ["camera_lost", "proctor_lost"])
def test_a_camera_or_worker_that_goes_away_ends_it_and_costs_no_try(what: str):
    looking = Looking(seen_after_s=1.0)
    looking.wait(until_s=6.0)
    looking.feed(exam.SystemHappened(SystemNoted.model_validate({"what": what})))
    assert looking.gaze.stage == "poor"
    assert looking.gaze.tries == 0
    assert exam.may_try_again(looking.gaze)


def test_a_fit_that_never_comes_ends_as_not_precise_enough():
    looking = Looking(seen_after_s=0.4)
    looking.wait()
    looking.now_s += FIT_PATIENCE_MS / 1000 + TICK_S
    looking.feed(exam.Ticked())
    assert looking.gaze.stage == "poor"
    looking.feed(exam.GazeFitted(GOOD))
    assert looking.gaze.stage == "poor"


def test_a_restart_in_the_middle_begins_it_anew():
    looking = Looking(seen_after_s=1.0)
    looking.wait(until_s=6.0)
    back, _ = run(exam.load(exam.dump(looking.state)), exam.Resumed(), now=at(90))
    assert back.screen is Screen.GAZE
    assert (back.live.gaze.stage, back.live.gaze.entered_ms) == ("ready", at(90).mono_ms)
    again, _ = run(back, exam.GazeBegun(PLACE))
    assert again.live.gaze.number == 0


def test_a_restart_after_it_goes_on_with_the_calibration():
    state, _ = run(fitted(GOOD), exam.GazeLeft())
    _, orders = run(exam.load(exam.dump(state)), exam.Resumed())
    assert exam.Recalibrate("{}") in orders
