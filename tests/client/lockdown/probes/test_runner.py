"""A probe that misbehaves is told as unknown, delays nobody, and comes back when it can."""

import threading
from collections.abc import Iterator
from queue import Queue

import pytest

from client.lockdown.probes.answer import Answer, ProbeName, ok, violation
from client.lockdown.probes.runner import Probe, Runner


class Desk:
    """Starts a runner and hears what it tells."""

    def __init__(self) -> None:
        self.heard: Queue[Answer] = Queue()
        self.release = threading.Event()
        self.runner: Runner | None = None

    def run(self, *probes: Probe) -> None:
        self.runner = Runner(probes, self.heard.put)
        self.runner.start()

    def next(self) -> Answer:
        return self.heard.get(timeout=20)

    def close(self) -> None:
        self.release.set()
        if self.runner is not None:
            assert self.runner.stop() == ()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


def probe(name: ProbeName, look: object, *, within_s: float = 20.0) -> Probe:
    return Probe(name, 0.01, within_s, look)  # type: ignore[arg-type]


def test_only_what_changed_is_told(desk: Desk):
    answers = [ok("disk"), ok("disk"), violation("disk", "full"), ok("disk")]
    desk.run(probe("disk", lambda: answers.pop(0) if len(answers) > 1 else answers[0]))
    assert [desk.next() for _ in range(3)] == [ok("disk"), violation("disk", "full"), ok("disk")]
    assert desk.heard.empty()


def test_one_that_raises_or_answers_nonsense_is_unknown_and_the_others_go_on(desk: Desk):
    def broken() -> Answer:
        raise ZeroDivisionError

    desk.run(
        probe("clock", broken), probe("disk", lambda: 3), probe("remote", lambda: ok("remote"))
    )
    heard = {answer.probe: answer for answer in (desk.next() for _ in range(3))}
    assert heard["clock"].evidence == ("it could not be tried (ZeroDivisionError)",)
    assert heard["disk"].outcome == "unknown"
    assert heard["remote"] == ok("remote")


def test_one_that_hangs_is_unknown_in_its_time_and_ok_when_it_answers(desk: Desk):
    def slow() -> Answer:
        desk.release.wait(20)
        return ok("windows")

    desk.run(probe("windows", slow, within_s=0.05), probe("disk", lambda: ok("disk")))
    heard = [desk.next(), desk.next()]
    assert {(one.probe, one.outcome) for one in heard} == {("disk", "ok"), ("windows", "unknown")}
    desk.release.set()
    assert desk.next() == ok("windows")


def test_one_that_never_answers_is_left_and_nothing_is_told_after_the_stop():
    heard: list[Answer] = []
    entered, release = threading.Event(), threading.Event()

    def stuck() -> Answer:
        entered.set()
        release.wait(20)
        return violation("windows", "late")

    runner = Runner([probe("windows", stuck)], heard.append, now=iter(range(10_000)).__next__)
    runner.start()
    assert entered.wait(20)
    assert runner.stop() == ("windows",)
    release.set()
    assert violation("windows", "late") not in heard
