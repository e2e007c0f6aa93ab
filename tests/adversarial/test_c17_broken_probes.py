"""C17: each probe is missing, hangs, raises and lies in turn: unknown, visible, and nobody waits.

The detectors have their own tests; here it is each look at the computer.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from client.lockdown.probes import table
from client.lockdown.probes.answer import PROBES, Answer, ProbeName
from client.lockdown.probes.displays import Display
from client.lockdown.probes.injection import Process
from client.lockdown.probes.keys import Keyboards
from client.lockdown.probes.lists import NEEDS, known, programs
from client.lockdown.probes.machine import Machine
from client.lockdown.probes.network import Network
from client.lockdown.probes.processes import Brief
from client.lockdown.probes.readers.here import Readers
from client.lockdown.probes.remote import Session
from client.lockdown.probes.runner import Runner
from client.lockdown.probes.scan import Listing
from client.lockdown.probes.windows import Stack, Window
from shared.policy import Accommodations, Policy, ProbeRow

pytestmark = pytest.mark.adversarial


class Calm:
    """A computer on which nothing is amiss; processes."""

    def listing(self) -> Listing | None:
        return Listing((Brief(1, 1, "init", 0),), whole=True)

    def detail(self, pid: int, sizes: frozenset[int]) -> None:
        return None

    def installed(self, listed: Any) -> Any:
        return listed


CALM = Readers(
    processes=Calm(),
    windows=lambda: Stack((Window("invigil", 0, 0, 9, 9, ours=True),)),
    displays=lambda: (Display("DP-1", 0, 0, 9, 9),),
    machine=lambda: Machine(cpu_model="a processor", hypervisor=False),
    session=lambda servers: Session(display=":0", connections=(), servers=servers),
    streams=lambda: (),
    cameras=lambda: (),
    loopback=lambda: False,
    process=lambda: Process(0, {}, ()),
    keys=lambda: Keyboards((), {}),
    clipboard=lambda: (),
    network=lambda: Network(frozenset({"eth0"}), frozenset(), frozenset(), proxy=False),
)
READ_BY: dict[ProbeName, str] = {
    "processes": "processes",
    "windows": "windows",
    "displays": "displays",
    "machine": "machine",
    "remote": "session",
    "injection": "process",
    "typing": "keys",
    "clipboard": "clipboard",
    "network": "network",
}


def setting(folder: Path) -> table.Setting:
    return table.Setting(
        Policy(), Accommodations(), folder, lambda: 0.0, lambda: ("Integrated Camera",)
    )


def answers(probes: tuple[Any, ...]) -> dict[str, Answer]:
    """What is told first of each probe."""
    heard: Queue[Answer] = Queue()
    runner = Runner(probes, heard.put, stagger_s=0.0)
    runner.start()
    found: dict[str, Answer] = {}
    while len(found) < len(probes):
        answer = heard.get(timeout=30)
        found.setdefault(answer.probe, answer)
    runner.stop()
    return found


class Hanging:
    """A look that hangs until the test is over."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.release = threading.Event()

    def __call__(self) -> Any:
        self.entered.release()
        self.release.wait(60)


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    made = Hanging()
    yield made
    made.release.set()


def test_a_computer_on_which_nothing_is_amiss_is_ok_in_everything(tmp_path: Path):
    found = answers(table.probes_for(setting(tmp_path), CALM))
    # The capture probe asks what the processes probe has seen, and may be the earlier one.
    amiss = {name: one for name, one in found.items() if one.outcome != "ok" and name != "capture"}
    assert amiss == {}
    assert set(found) == set(PROBES)


@pytest.mark.parametrize("name", PROBES)
@pytest.mark.parametrize("way", ["raises", "answers nonsense"])
def test_one_that_breaks_is_unknown_and_the_others_are_not(name: ProbeName, way: str, tmp_path):
    def breaks() -> Any:
        if way == "raises":
            raise OSError("no such device")
        return "ok"

    probes = tuple(
        replace(one, look=breaks) if one.name == name else one
        for one in table.probes_for(setting(tmp_path), CALM)
    )
    found = answers(probes)
    assert found[name].outcome == "unknown"
    assert found[name].evidence
    others = {one.outcome for key, one in found.items() if key not in (name, "capture")}
    assert others == {"ok"}


@pytest.mark.parametrize("name", READ_BY)
def test_one_without_its_reader_is_unknown(name: ProbeName, tmp_path: Path):
    (probe,) = (
        one
        for one in table.probes_for(setting(tmp_path), replace(CALM, **{READ_BY[name]: None}))
        if one.name == name
    )
    answer = probe.look()
    assert answer.outcome == "unknown"
    assert answer.evidence


def test_a_broken_list_is_unknown_for_whoever_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = tmp_path / "lists.json"
    broken.write_text('{"about": "", "assistive": [')
    monkeypatch.setattr(table, "known", lambda more: known(broken, more))
    monkeypatch.setattr(table, "programs", lambda policy: programs(policy, broken))
    found = answers(table.probes_for(setting(tmp_path), CALM))
    for name in ("processes", "windows", "displays", "typing", "devices"):
        assert found[name].outcome == "unknown", name
        assert "JSONDecodeError" in found[name].evidence[0]


@pytest.mark.parametrize("name", NEEDS)
def test_a_row_of_a_list_that_cannot_be_used_is_named_and_never_silently_ok(
    name: ProbeName, tmp_path: Path
):
    for wanted in NEEDS[name]:
        row = ProbeRow(list=wanted, name="Odd One", patterns=("NOT LOWER CASE",))
        policy = Policy(probe_rows=(row,))
        probes = table.probes_for(table.Setting(policy, Accommodations(), tmp_path), CALM)
        (probe,) = (one for one in probes if one.name == name)
        answer = probe.look()
        assert answer.outcome == "unknown"
        (said,) = (one for one in answer.evidence if "left out" in one)
        assert f"row 1 of {wanted} in the policy" in said


def test_each_that_hangs_is_unknown_in_its_time_and_the_one_that_does_not_is_ok(
    tmp_path: Path, hanging: Hanging
):
    probes = tuple(
        one if one.name == "disk" else replace(one, look=hanging, within_s=0.05)
        for one in table.probes_for(setting(tmp_path), CALM)
    )
    found = answers(probes)
    assert found.pop("disk").outcome == "ok"
    assert {one.evidence for one in found.values()} == {("it took longer than 0.05 s",)}


def test_all_of_them_hanging_never_hold_whoever_asks(tmp_path: Path, hanging: Hanging):
    """Starting is all that the window's thread does; stopping goes to another one."""
    probes = tuple(replace(one, look=hanging) for one in table.probes_for(setting(tmp_path), CALM))
    runner = Runner(probes, lambda answer: None, stagger_s=0.0)
    began_s = time.thread_time()
    runner.start()
    # Processor time of this thread: what else runs on a busy machine does not count.
    assert time.thread_time() - began_s < 0.05
    for _ in PROBES:
        assert hanging.entered.acquire(timeout=30)
    assert set(runner.stop()) == set(PROBES)
