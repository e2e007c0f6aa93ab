"""The light challenge runs its colours in order, tells each, and can be stopped."""

from collections.abc import Iterator

import pytest

from client import exam
from client.ui.shining import Rgb, Shining

STEPS = (((10, 20, 30), 0.01), ((40, 50, 60), 0.01))
OK = exam.LightJudged("ok", 0.9, "")


class Lamp:
    def __init__(self) -> None:
        self.seen: list[tuple[str, Rgb | None]] = []
        self.verdicts: list[exam.LightJudged] = []
        self.shining = Shining(self.verdicts.append)
        self.shining.shown.connect(lambda rgb: self.seen.append(("shown", rgb)))

    def tell(self, rgb: Rgb | None) -> None:
        self.seen.append(("told", rgb))


@pytest.fixture
def lamp(qtbot) -> Iterator[Lamp]:
    made = Lamp()
    yield made
    made.shining.stop()


def test_each_colour_is_on_the_screen_before_the_proctor_hears_of_it(qtbot, lamp: Lamp):
    lamp.shining.start(STEPS, lamp.tell)
    qtbot.waitUntil(lambda: ("told", None) in lamp.seen)
    first, second = STEPS[0][0], STEPS[1][0]
    expected = [("shown", rgb) for rgb in (first, second, None)]
    assert lamp.seen == [one for rgb in expected for one in (rgb, ("told", rgb[1]))]
    lamp.shining.judged(OK)
    lamp.shining.judged(OK)
    assert lamp.verdicts == [OK]


def test_stopping_ends_light_and_judgement(qtbot, lamp: Lamp):
    lamp.shining.start(STEPS, lamp.tell)
    lamp.shining.stop()
    assert lamp.seen[-2:] == [("shown", None), ("told", None)]
    lamp.shining.judged(OK)
    assert lamp.verdicts == []


def test_a_verdict_that_never_comes_is_unknown(qtbot, lamp: Lamp):
    lamp.shining.start((), lamp.tell)
    lamp.shining._next()  # its patience is over
    assert [one.outcome for one in lamp.verdicts] == ["unknown"]
