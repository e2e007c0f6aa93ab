"""The gaze calibration as the person sees it: points over the window, Escape, the result."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from client import exam
from client.exam import POINTS, Gaze, Live, Screen
from client.proctor.types import GazeFitted, System
from client.spool.store import Spool
from client.ui.millimetres import place_of
from client.ui.screens.gaze import result_words
from client.ui.theme import Theme
from client.ui.widgets.target import Target
from client.ui.window import Window
from shared.events import Kind
from shared.policy import Accommodations
from tests.client.ui.conduct import NOW
from tests.client.ui.watched import Watched

TICK_MS = 200


class Aiming(Watched):
    """A person at the calibration screen; time goes on only by `wait`."""

    def __init__(self, spool: Spool, window: Window) -> None:
        super().__init__(spool)
        self.window = window
        window.happened.connect(self.conductor.feed)
        self.conductor.shown.connect(window.show_state)
        start = replace(self.state, screen=Screen.GAZE, exam=None, clock=None, answers=())
        self.conductor.state = replace(start, live=Live(gaze=Gaze(entered_ms=NOW.mono_ms)))

    @property
    def gaze(self) -> Gaze:
        return self.state.live.gaze

    @property
    def layer(self) -> Target:
        found = self.window.findChild(Target, "target_layer")
        assert found is not None
        return found

    def wait(self, ms: int) -> None:
        clocks = self.conductor.clocks
        clocks.reading = replace(  # type: ignore[attr-defined] - StoppedClocks
            clocks.now(), mono_ms=clocks.now().mono_ms + ms, utc_ms=clocks.now().utc_ms + ms
        )
        self.conductor.tick()

    def press(self, name: str) -> None:
        found = self.window.current.findChild(QWidget, name)
        assert found is not None
        assert found.isVisible()
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def result(self) -> str:
        label = self.window.current.findChild(QLabel, "result_label")
        assert label is not None
        return label.text() if label.isVisible() else ""


@pytest.fixture
def person(qtbot, spool: Spool, window: Window) -> Iterator[Aiming]:
    made = Aiming(spool, window)
    made.watch.open()
    qtbot.waitUntil(lambda: bool(made.watch.camera_key))
    made.conductor.tick()
    assert window.current is window.gaze
    yield made
    made.close()


def look_at_all(qtbot, person: Aiming) -> None:
    """Eyes that are seen at every point, until there is nothing more to look at."""
    person.press("begin_button")
    for number in range(POINTS):
        assert person.gaze.number == number
        person.wait(2 * TICK_MS)
        qtbot.waitUntil(lambda number=number: person.gaze.number != number or at_end(person))


def at_end(person: Aiming) -> bool:
    return person.gaze.stage in ("fitting", "good", "poor")


def test_all_points_are_looked_at_and_the_result_is_told_and_recorded(qtbot, person: Aiming):
    look_at_all(qtbot, person)
    qtbot.waitUntil(lambda: person.gaze.stage == "good")
    assert person.layer.isHidden()
    assert person.result() == "Calibrated: your gaze is known to about 2 degrees (2 cm)."
    place = place_of(person.window)
    asked = person.proctor.targets
    assert [one.number for one in asked] == list(range(POINTS))
    assert all(place.left_mm <= one.x_mm <= place.right_mm for one in asked)
    person.press("continue_button")
    assert person.state.screen is Screen.CONSENT
    qtbot.waitUntil(lambda: bool(person.rows(Kind.CALIBRATED)))
    (row,) = person.rows(Kind.CALIBRATED)
    assert (row["outcome"], row["error_mdeg"], row["model"]) == ("calibrated", 1800, "ridge 1")
    assert row["spent_ms"] < 40_000


def test_the_points_cover_the_window_and_tell_how_many_are_left(person: Aiming):
    person.press("begin_button")
    layer = person.layer
    assert layer.isVisible()
    assert layer.geometry() == person.window.rect()
    count = layer.findChild(QLabel, "count_label")
    assert count is not None
    assert count.text() == "1 of 13"
    assert not layer.grab().isNull()


def test_escape_leaves_in_the_middle(qtbot, person: Aiming):
    person.press("begin_button")
    person.wait(2 * TICK_MS)
    QTest.keyClick(person.layer, Qt.Key.Key_Escape)
    assert person.state.screen is Screen.CONSENT
    assert person.layer.isHidden()
    qtbot.waitUntil(lambda: bool(person.rows(Kind.CALIBRATED)))
    assert person.rows(Kind.CALIBRATED)[0]["outcome"] == "skipped"


def test_it_can_be_skipped_before_it_begins(qtbot, person: Aiming):
    person.press("skip_button")
    assert person.state.screen is Screen.CONSENT
    qtbot.waitUntil(lambda: bool(person.rows(Kind.CALIBRATED)))
    assert person.proctor.targets == []


def test_eyes_that_are_not_seen_end_it_with_a_way_on(person: Aiming):
    person.proctor.sees_eyes = False
    person.press("begin_button")
    for _ in range(60):
        person.wait(TICK_MS)
    assert person.gaze.stage == "poor"
    assert "Your eyes could not be seen clearly." in person.result()
    assert "try once more or go on without" in person.result()
    person.proctor.sees_eyes = True
    person.press("begin_button")
    assert person.gaze.stage == "aiming"


def test_a_poor_fit_can_be_tried_once_more_only(qtbot, person: Aiming):
    person.proctor.fitted = GazeFitted(None, "Too far off.", 9, 4, 8.2, 87.0, 14.0)
    for again in (True, False):
        look_at_all(qtbot, person)
        qtbot.waitUntil(lambda: person.gaze.stage == "poor")
        begin = person.window.gaze.findChild(QWidget, "begin_button")
        assert begin is not None
        assert begin.isVisible() is again
    person.press("continue_button")
    qtbot.waitUntil(lambda: bool(person.rows(Kind.CALIBRATED)))
    (row,) = person.rows(Kind.CALIBRATED)
    assert (row["outcome"], row["reason"]) == ("poor", "Too far off.")


@pytest.mark.parametrize("what", ["camera_lost", "proctor_lost"])
def test_a_camera_or_worker_that_dies_in_the_middle_is_told_and_it_can_begin_again(
    qtbot, person: Aiming, what: str
):
    person.press("begin_button")
    person.wait(2 * TICK_MS)
    person.proctor.say(System(what, "why"))  # type: ignore[arg-type] - a literal
    qtbot.waitUntil(lambda: person.gaze.stage == "poor")
    assert person.layer.isHidden()
    assert "camera stopped" in person.result()
    look_at_all(qtbot, person)
    qtbot.waitUntil(lambda: person.gaze.stage == "good")


def test_a_full_disk_holds_the_row_and_not_the_person(qtbot, person: Aiming):
    big = "x" * 100_000
    person.proctor.fitted = replace(person.proctor.fitted, reason=big)
    look_at_all(qtbot, person)
    qtbot.waitUntil(lambda: person.gaze.stage == "good" and person.idle())
    person.spool._db.execute("PRAGMA max_page_count = 1")
    person.press("continue_button")
    assert person.state.screen is Screen.CONSENT
    qtbot.waitUntil(lambda: "disk_full" in person.notices)
    person.spool._db.execute("PRAGMA max_page_count = 1000000")
    qtbot.waitUntil(lambda: bool(person.rows(Kind.CALIBRATED)))


def test_nothing_moves_for_those_whom_motion_disturbs(person: Aiming):
    agreed = Accommodations(tics=True)
    person.conductor.state = replace(person.state, accommodations=agreed)
    person.press("begin_button")
    person.wait(2 * TICK_MS)
    layer = person.layer
    state = layer._glide.state(), layer._shrink.state()
    assert state == (layer._glide.State.Stopped, layer._shrink.State.Stopped)
    assert layer._at == layer._to


@pytest.mark.parametrize("reduced", [True, False])
def test_the_system_s_wish_for_less_motion_is_followed(window: Window, theme: Theme, reduced: bool):
    theme.calm(reduced)
    layer = Target(window)
    for number in (0, 1):
        gaze = Gaze(stage="aiming", place=place_of(window), began_ms=number, number=number)
        layer.show_gaze(gaze, still=False)
    theme.calm(None)
    assert (layer._glide.state() == layer._glide.State.Stopped) is reduced
    assert (layer._at == layer._to) is reduced
    layer.show_gaze(Gaze(), still=False)


def test_where_motion_is_welcome_the_point_glides_to_its_place(qtbot, window: Window):
    layer = Target(window)
    place = place_of(window)
    layer.show_gaze(Gaze(stage="aiming", place=place, began_ms=1), still=True)
    first = layer._at
    layer._still = False
    layer._gaze = Gaze(stage="aiming", place=place, began_ms=1, number=1)
    layer._go(first=False)
    assert layer._at == first
    qtbot.waitUntil(lambda: layer._at == layer._to)
    layer.show_gaze(Gaze(), still=False)
    assert layer.isHidden()


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (exam.Fit(True, error_deg=0.4, error_mm=4.2), "about 1 degree (4 mm)"),
        (exam.Fit(True, error_deg=2.4, error_mm=23.0), "about 2 degrees (2 cm)"),
        (exam.Fit(True), "about an unknown distance"),
        (exam.Fit(False, error_deg=9.0, error_mm=90.0), "not precise enough: about 9 degrees"),
        (exam.Fit(False, reason="No eyes."), "That did not work. No eyes."),
    ],
)
def test_the_result_is_told_in_words_that_can_be_checked(fit: exam.Fit, words: str):
    assert words in result_words(fit, again=True)
