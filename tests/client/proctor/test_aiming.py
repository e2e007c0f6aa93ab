from dataclasses import replace

import numpy as np
import pytest

from client.proctor.aiming import LONGEST_S, SETTLES_S, WANTED, Aiming, clear
from client.proctor.calibration import EYE_DEG, Screen, from_middle
from client.proctor.known import Known
from client.proctor.pipe import Clicked, FitGaze, LookAt
from client.proctor.pose import Look
from client.proctor.scene import Scene
from client.proctor.types import Aimed, Frame, GazeFitted

SCREEN = Screen(344, 194, 600)
REST = Look(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 600.0)
NINE = [(x, y) for y in (0.1, 0.5, 0.9) for x in (0.1, 0.5, 0.9)]
FOUR = [(x, y) for y in (0.3, 0.7) for x in (0.3, 0.7)]
PIXELS = np.zeros((2, 2, 3), np.uint8)


def scene(at_s: float, look: Look | None, known: Known | None = None) -> Scene:
    return Scene(Frame(PIXELS, at_s, round(10 * at_s)), known or Known(), look=look)


def looking(x: float, y: float, wobble: float = 0.0) -> Look:
    x_deg, y_deg = from_middle(SCREEN, x * SCREEN.width_mm, y * SCREEN.height_mm)
    return replace(REST, across=-(x_deg + wobble) / EYE_DEG, down=(y_deg - wobble) / EYE_DEG)


class Person:
    """Looks at each point as it comes, ten frames a second, half a second late."""

    def __init__(self, *, blinks: bool = False, away: bool = False) -> None:
        self.aiming = Aiming()
        self.now_s = 100.0
        self.at = (0.5, 0.5)
        self._blinks, self._away = blinks, away

    def point(self, number: int, x: float, y: float, *, held_out: bool) -> list[Aimed]:
        self.aiming.look_at(
            LookAt(number, x * SCREEN.width_mm, y * SCREEN.height_mm, held_out=held_out)
        )
        said: list[Aimed] = []
        since = self.now_s
        while not said or said[-1].share < 1:
            if self.now_s - since > 0.35:
                self.at = (x, y)
            shut = self._away or (self._blinks and round(10 * self.now_s) % 4 == 0)
            look = None if shut else looking(*self.at, wobble=0.3 * (round(10 * self.now_s) % 3))
            aimed = self.aiming.see(scene(self.now_s, look))
            said += [] if aimed is None else [aimed]
            self.now_s += 0.1
        return said

    def all_points(self) -> GazeFitted:
        spots = [(spot, False) for spot in NINE] + [(spot, True) for spot in FOUR]
        for number, ((x, y), held_out) in enumerate(spots):
            self.point(number, x, y, held_out=held_out)
        return self.aiming.fit(FitGaze(SCREEN))


def test_thirteen_points_make_a_calibration_in_less_than_forty_seconds() -> None:
    person = Person()
    fitted = person.all_points()
    assert person.now_s - 100.0 < 26
    assert fitted.calibration is not None, fitted.reason
    assert (fitted.points, fitted.held_out) == (9, 4)
    assert fitted.error_deg == fitted.calibration.error_deg
    assert fitted.calibration.error_deg < 1.5


def test_blinks_take_time_and_no_accuracy() -> None:
    person = Person(blinks=True)
    fitted = person.all_points()
    assert fitted.calibration is not None
    assert fitted.calibration.error_deg < 1.5
    assert person.now_s - 100.0 < 40


def test_nobody_there_ends_in_time_with_a_sentence() -> None:
    person = Person(away=True)
    fitted = person.all_points()
    assert person.now_s - 100.0 < 40
    assert fitted.calibration is None
    assert fitted.reason
    assert (fitted.points, fitted.held_out) == (0, 0)


def test_progress_is_told_a_few_times_a_second_and_grows() -> None:
    said = Person().point(0, 0.5, 0.5, held_out=False)
    shares = [each.share for each in said]
    assert 3 <= len(said) <= 10
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1


def test_the_way_to_the_point_does_not_count() -> None:
    aiming = Aiming()
    aiming.look_at(LookAt(0, 34.4, 19.4, held_out=False))
    for number in range(round(10 * SETTLES_S)):
        aiming.see(scene(number / 10, looking(0.9, 0.9)))
    last = None
    for number in range(WANTED + 1):
        last = aiming.see(scene(SETTLES_S + number / 10, looking(0.1, 0.1))) or last
    assert last == Aimed(0, 1.0)


def test_a_point_that_cannot_be_seen_is_given_up() -> None:
    aiming = Aiming()
    aiming.look_at(LookAt(0, 1.0, 1.0, held_out=False))
    said = [aiming.see(scene(number / 10, None)) for number in range(round(10 * LONGEST_S) + 1)]
    assert said[-1] == Aimed(0, 1.0)
    assert all(each is None or each.share == 0 for each in said[:-1])


def test_point_zero_begins_anew() -> None:
    person = Person()
    person.all_points()
    assert person.point(0, 0.5, 0.5, held_out=False)
    fitted = person.aiming.fit(FitGaze(SCREEN))
    assert (fitted.points, fitted.held_out) == (1, 0)
    assert fitted.calibration is None


def test_without_any_point_there_is_a_sentence() -> None:
    fitted = Aiming().fit(FitGaze(SCREEN))
    assert fitted.calibration is None
    assert fitted.reason


def test_nothing_is_told_while_no_point_is_shown() -> None:
    aiming = Aiming()
    assert aiming.see(scene(0.0, REST)) is None


def test_a_clock_that_goes_back_begins_the_point_again() -> None:
    aiming = Aiming()
    aiming.look_at(LookAt(0, 1.0, 1.0, held_out=False))
    for at_s in (50.0, 50.1, 3.0, 3.1, 3.2):
        aimed = aiming.see(scene(at_s, REST))
        assert aimed is None or aimed.share == 0


def test_looks_that_went_elsewhere_are_left_out() -> None:
    steady = [looking(0.5, 0.5) for _ in range(6)]
    assert clear([*steady, looking(3.0, 0.5)]) == tuple(steady)
    assert clear([]) == ()


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(calibration=Person().all_points().calibration)


def test_a_click_corrects_the_calibration_by_the_looks_just_before_it(known: Known) -> None:
    aiming = Aiming()
    for number in range(30):
        aiming.see(scene(number / 10, looking(0.5, 0.5), known))
    drifted = aiming.clicked(Clicked(0.6 * SCREEN.width_mm, 0.5 * SCREEN.height_mm, 2.9))
    assert drifted is not None
    assert drifted.drift.clicks == 1
    # A fourth of the least interval: the click lies 3.3 degrees off.
    assert 0.2 < drifted.drift.x_deg < 0.3


def test_a_click_while_nobody_was_seen_says_nothing(known: Known) -> None:
    aiming = Aiming()
    for number in range(30):
        aiming.see(scene(number / 10, None, known))
    assert aiming.clicked(Clicked(10.0, 10.0, 2.9)) is None
    assert aiming.clicked(Clicked(10.0, 10.0, 60.0)) is None


def test_a_click_without_calibration_says_nothing() -> None:
    aiming = Aiming()
    for number in range(30):
        aiming.see(scene(number / 10, REST))
    assert aiming.clicked(Clicked(10.0, 10.0, 2.9)) is None
