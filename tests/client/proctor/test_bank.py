"""Detectors look when they are due; one that cannot is off alone; slow ones give way."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.models.store import ModelFile
from client.proctor.bank import Bank, stretched_s
from client.proctor.detectors import DETECTORS, Row
from client.proctor.scene import Scene
from client.proctor.types import Frame

PIXELS = np.zeros((4, 4, 3), np.uint8)


class Clock:
    """Moves only when a detector works."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class Works:
    """Takes its time and writes down at which frames."""

    def __init__(self, clock: Clock, cost_s: float = 0.0) -> None:
        self.clock, self.cost_s = clock, cost_s
        self.looks_s: list[float] = []
        self.closed = 0

    def look(self, scene: Scene) -> Scene:
        self.clock.now_s += self.cost_s
        self.looks_s.append(scene.frame.at_s)
        return scene

    def close(self) -> None:
        self.closed += 1


class Breaks(Works):
    def look(self, scene: Scene) -> Scene:
        super().look(scene)
        raise RuntimeError("broken")


class Machine:
    """A bank with steady and slow detectors on a camera of 30 frames a second."""

    def __init__(self, **costs_s: float) -> None:
        self.clock = Clock()
        self.works = {name: Works(self.clock, cost_s) for name, cost_s in costs_s.items()}
        self.bank = Bank(tuple(map(self._row, self.works)), clock=self.clock)
        self.at_s = 0.0

    def _row(self, name: str) -> Row:
        slow = name != "face"
        return Row(name, None, 1.0 if slow else 0.1, lambda _: self.works[name], gives_way=slow)

    def run(self, seconds: float) -> list[str]:
        """Frames until then; what was told. A frame that takes long makes the next one late."""
        until_s = self.at_s + seconds
        while self.at_s < until_s:
            before_s = self.clock.now_s
            self.bank.look(Scene(Frame(PIXELS, self.at_s, 0)))
            self.at_s += max(1 / 30, self.clock.now_s - before_s)
        told = [each.what for each in self.bank.news]
        self.bank.news.clear()
        return told

    def rate(self, name: str) -> float | None:
        return self.bank.rates(self.at_s)[name]


@pytest.fixture
def clock() -> Clock:
    return Clock()


def scenes(count: int = 5) -> Iterator[Scene]:
    return (Scene(Frame(PIXELS, number / 10, number)) for number in range(count))


def test_each_detector_is_looked_with_at_its_own_rate() -> None:
    machine = Machine(face=0.01, objects=0.03, people=0.01)
    assert machine.run(30) == []
    assert machine.rate("face") == pytest.approx(10, abs=0.5)  # one look of 3 s
    assert machine.rate("objects") == pytest.approx(1, abs=0.3)  # one look of 4 s
    assert machine.rate("people") == pytest.approx(1, abs=0.3)


def test_two_slow_detectors_never_look_at_one_frame_and_always_at_one_with_faces() -> None:
    machine = Machine(face=0.01, objects=0.03, people=0.01, identity=0.02)
    machine.run(10)
    slow = [set(machine.works[name].looks_s) for name in ("objects", "people", "identity")]
    assert not slow[0] & slow[1]
    assert not slow[0] & slow[2]
    assert not slow[1] & slow[2]
    assert set().union(*slow) <= set(machine.works["face"].looks_s)


def test_rates_are_unknown_until_there_were_enough_seconds() -> None:
    machine = Machine(face=0.01, objects=0.02)
    machine.run(2)
    assert machine.bank.rates(machine.at_s) == {"face": None, "objects": None}


def test_a_detector_that_no_longer_looks_has_a_rate_of_zero() -> None:
    machine = Machine(face=0.01)
    machine.run(5)
    assert machine.bank.rates(machine.at_s + 60) == {"face": 0.0}


def test_slow_detectors_give_way_and_the_face_does_not() -> None:
    machine = Machine(face=0.04, objects=0.3, people=0.2)
    assert machine.run(60) == ["rate_low", "rate_low"]
    assert machine.rate("objects") == pytest.approx(0.25, abs=0.1)
    face = machine.rate("face")
    assert face is not None
    assert face > 8.5


def test_the_lower_rate_is_told_by_name_and_so_is_its_return() -> None:
    machine = Machine(face=0.02, second_screen=0.6)
    while not machine.bank.news:
        machine.bank.look(Scene(Frame(PIXELS, machine.at_s, 0)))
        machine.at_s += 0.1
    assert machine.bank.news[0].what == "rate_low"
    assert "second screen half as often" in machine.bank.news[0].detail
    machine.bank.news.clear()
    machine.works["second_screen"].cost_s = 0.01
    assert machine.run(120)[-1] == "rate_back"
    assert machine.rate("second_screen") == pytest.approx(1, abs=0.3)  # one look of 4 s


def test_a_clock_that_stands_still_keeps_every_rate() -> None:
    machine = Machine(face=0.0, objects=0.0)
    assert machine.run(120) == []


@settings(max_examples=30)
@given(st.floats(0, 0.2), st.floats(0, 1), st.floats(0, 1))
def test_a_steady_cost_never_makes_the_rates_swing(face: float, one: float, two: float) -> None:
    told = Machine(face=face, one=one, two=two).run(300)
    assert told == ["rate_low"] * len(told)
    assert len(told) <= 2


@given(st.floats(0.01, 60), st.sampled_from([1, 2, 4]))
def test_no_interval_grows_beyond_what_rules_bridge(every_s: float, factor: int) -> None:
    stretched = stretched_s(every_s, factor)
    assert every_s <= stretched <= factor * every_s
    assert stretched <= (max(0.8, every_s) if every_s < 1 else max(4.0, 2 * every_s))
    assert stretched_s(every_s, 1) == every_s


def test_none_of_the_detectors_that_look_at_the_face_gives_way() -> None:
    rows = {row.name: row for row in DETECTORS}
    steady = ("picture", "face", "head_pose", "gaze")
    assert not any(rows[name].gives_way for name in steady)


def test_a_detector_without_its_model_is_off_alone_with_a_sentence(clock: Clock) -> None:
    works = Works(clock)
    bank = Bank(
        (Row("lost", "m", 0.1, lambda _: Works(clock)), Row("here", None, 0.1, lambda _: works)),
        find=lambda _: None,
        why_missing=lambda name: f"No {name}.",
    )
    assert bank.running == {"here"}
    assert bank.off == {"lost": "No m."}
    assert [(each.what, each.detail) for each in bank.news] == [("model_missing", "No m.")]
    assert [bank.look(scene)[1] for scene in scenes(3)] == [True] * 3
    assert len(works.looks_s) == 3


@pytest.mark.expects_log
def test_a_damaged_model_turns_off_its_detector_alone(clock: Clock, tmp_path) -> None:
    def refuse(_: ModelFile | None) -> Works:
        raise ValueError("damaged")

    file = ModelFile("m", tmp_path, "1", "0" * 64, "test")
    bank = Bank(
        (Row("torn", "m", 0.1, refuse), Row("here", None, 0.1, lambda _: Works(clock))),
        find=lambda _: file,
    )
    assert bank.running == {"here"}
    assert [each.what for each in bank.news] == ["detector_off"]
    assert "torn" in bank.off["torn"]


@pytest.mark.expects_log
def test_failing_again_and_again_turns_it_off_and_closes_it(clock: Clock) -> None:
    breaks, works = Breaks(clock), Works(clock)
    bank = Bank(
        (Row("breaks", None, 0.1, lambda _: breaks), Row("works", None, 0.1, lambda _: works))
    )
    for scene in scenes(6):
        bank.look(scene)
    assert len(breaks.looks_s) == 3
    assert breaks.closed == 1
    assert len(works.looks_s) == 6
    assert bank.running == {"works"}
    assert [each.what for each in bank.news] == ["detector_off"]


@pytest.mark.expects_log
def test_a_bad_frame_now_and_then_turns_nothing_off(clock: Clock) -> None:
    class Sometimes(Works):
        def look(self, scene: Scene) -> Scene:
            super().look(scene)
            if len(self.looks_s) % 3:
                raise ValueError("torn frame")
            return replace(scene, looped=True)

    bank = Bank((Row("sometimes", None, 0.1, lambda _: Sometimes(clock)),))
    looped = [bank.look(scene)[0].looped for scene in scenes(9)]
    assert looped == [None, None, True] * 3
    assert bank.running == {"sometimes"}


def test_closing_closes_every_detector_once(clock: Clock) -> None:
    works = Works(clock)
    bank = Bank((Row("works", None, 0.1, lambda _: works),))
    bank.close()
    bank.close()
    assert works.closed == 1
    assert bank.look(next(scenes()))[1] is False


def test_without_any_detector_nobody_looks(clock: Clock) -> None:
    assert [Bank(()).look(scene)[1] for scene in scenes(2)] == [False, False]


def test_what_nobody_asked_for_does_not_look_until_somebody_does() -> None:
    clock = Clock()
    works = {name: Works(clock) for name in ("identity", "objects", "face")}
    rows = tuple(
        Row(name, None, 0.1, lambda _, name=name: works[name], gives_way=name == "objects")
        for name in works
    )
    bank = Bank(rows, clock=clock)
    bank.rest(frozenset({"identity", "objects"}))
    assert bank.running == {"face"}
    for number in range(3):
        bank.look(Scene(Frame(PIXELS, number / 10, number)))
    assert [len(each.looks_s) for each in works.values()] == [0, 0, 3]
    bank.rest(frozenset())
    bank.look(Scene(Frame(PIXELS, 0.3, 3)))
    assert [len(each.looks_s) for each in works.values()] == [1, 1, 4]
