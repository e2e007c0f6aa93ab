"""The machine stays awake while an interview runs, and says when its battery is empty."""

from dataclasses import replace

import pytest

from client.awake import Allowed, Awake
from client.power import Power
from client.spool.store import Spool
from client.ui.comfort import Comfort
from tests.client.ui.conduct import Desk
from tests.client.ui.edges import Hushed


class Granting(Awake):
    """Says what it is told to, and how often it was asked."""

    def __init__(self, *allowed: Allowed) -> None:
        super().__init__(())
        self.allowed, self.held, self.released = allowed, 0, 0

    def hold(self) -> tuple[Allowed, ...]:
        self.held += 1
        return self.allowed

    def release(self) -> None:
        self.released += 1


SLEEP = Allowed("sleep_allowed", "Linux: The system refused.")
LID = Allowed("lid_allowed", "macOS: A closed lid means sleep.")
LOUD = Allowed("notifications_allowed", "macOS lets no program hold notifications off.")
DARK = Allowed("screen_saver_allowed", "Linux: this desktop offers no way.")


@pytest.fixture
def desk(qapp, spool: Spool):
    made = Desk(spool)
    yield made
    made.close()


def test_it_is_asked_once_and_what_is_not_granted_is_on_record(desk: Desk, qtbot):
    awake = Granting(SLEEP)
    comfort = Comfort(
        desk.conductor, awake=awake, power=lambda: None, make_quiet=lambda: Hushed(DARK, LOUD)
    )
    for _ in range(3):
        comfort.follow(desk.state)
    qtbot.waitUntil(lambda: len(desk.rows("system")) == 3)
    told = [(row["what"], row["detail"]) for row in desk.rows("system")]
    assert told == [(one.what, one.why) for one in (SLEEP, DARK, LOUD)]
    assert awake.held == 1
    comfort.follow(replace(desk.state, closing="done"))
    assert awake.released == 1


def test_a_battery_that_runs_empty_is_told_and_so_is_its_end(desk: Desk, qtbot):
    readings = [Power(14, charging=False), Power(13, charging=False), Power(13, charging=True)]
    comfort = Comfort(
        desk.conductor, awake=Granting(), power=lambda: readings.pop(0), make_quiet=Hushed
    )
    comfort.follow(desk.state)
    qtbot.waitUntil(lambda: desk.notices == ("battery_low",))
    comfort.look()
    comfort.look()  # the first is not answered yet: this one is left out
    qtbot.waitUntil(lambda: not comfort.looking)
    assert len(readings) == 1
    comfort.look()
    qtbot.waitUntil(lambda: desk.notices == ())
    qtbot.waitUntil(desk.idle)
    assert [one["what"] for one in desk.rows("system")] == ["battery_low", "battery_back"]
    comfort.release()


def test_where_everything_is_held_off_there_is_no_row(desk: Desk, qtbot):
    comfort = Comfort(desk.conductor, awake=Granting(), power=lambda: None, make_quiet=Hushed)
    comfort.follow(desk.state)
    qtbot.waitUntil(lambda: not comfort.looking)
    qtbot.wait(50)
    assert desk.rows("system") == []
    comfort.release()


def test_a_lid_that_is_not_held_is_on_record_once_and_only_where_there_is_one(desk: Desk, qtbot):
    readings = [None, Power(80, charging=True), Power(80, charging=True)]
    comfort = Comfort(
        desk.conductor,
        awake=Granting(LID),
        power=lambda: readings.pop(0),
        make_quiet=Hushed,
    )
    comfort.follow(desk.state)
    qtbot.waitUntil(lambda: not comfort.looking and comfort._lid is not None)
    assert desk.rows("system") == []  # without a battery it has no lid
    comfort.look()
    qtbot.waitUntil(lambda: len(desk.rows("system")) == 1)
    comfort.look()
    qtbot.waitUntil(lambda: not comfort.looking)
    qtbot.waitUntil(desk.idle)
    assert [row["what"] for row in desk.rows("system")] == ["lid_allowed"]
    comfort.release()
