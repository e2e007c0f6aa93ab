"""The machine stays awake while an interview runs, and says when its battery is empty."""

from dataclasses import replace

import pytest

from client.awake import Awake
from client.power import Power
from client.spool.store import Spool
from client.ui.comfort import Comfort
from tests.client.ui.conduct import Desk


class Granting(Awake):
    """Says what it is told to, and how often it was asked."""

    def __init__(self, why: str) -> None:
        super().__init__(())
        self.why, self.held, self.released = why, 0, 0

    def hold(self) -> str:
        self.held += 1
        return self.why

    def release(self) -> None:
        self.released += 1


@pytest.fixture
def desk(qapp, spool: Spool):
    made = Desk(spool)
    yield made
    made.close()


def test_it_is_asked_once_and_what_is_not_granted_is_on_record(desk: Desk, qtbot):
    awake = Granting("The system refused.")
    comfort = Comfort(desk.conductor, awake=awake, power=lambda: None)
    for _ in range(3):
        comfort.follow(desk.state)
    qtbot.waitUntil(lambda: len(desk.rows("system")) == 1)
    assert desk.rows("system")[0]["what"] == "sleep_allowed"
    assert awake.held == 1
    comfort.follow(replace(desk.state, closing="done"))
    assert awake.released == 1


def test_a_battery_that_runs_empty_is_told_and_so_is_its_end(desk: Desk, qtbot):
    readings = [Power(14, charging=False), Power(13, charging=False), Power(13, charging=True)]
    comfort = Comfort(desk.conductor, awake=Granting(""), power=lambda: readings.pop(0))
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
