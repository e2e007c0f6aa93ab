"""The probes of one interview, one row each: pace, time limit, and what is read and judged.

One rule: this is the only place that joins readers to topics. What a policy switches off has no
row; what this system does not tell has one, and is unknown.
"""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from client.lockdown.probes import (
    capture,
    clipboard,
    clock,
    devices,
    displays,
    injection,
    keys,
    machine,
    network,
    remote,
    windows,
)
from client.lockdown.probes.answer import Answer, ProbeName, unknown
from client.lockdown.probes.lists import NEEDS, Lists, Programs, known, noted, programs
from client.lockdown.probes.processes import unreadable
from client.lockdown.probes.readers.here import Readers, readers_here
from client.lockdown.probes.runner import Probe
from client.lockdown.probes.scan import Scan
from client.preflight import probes as preflight
from shared.policy import Accommodations, Policy

T = TypeVar("T")

NOT_TOLD = "this system does not tell"
REMOTE, CAPTURES = ("remote",), ("record", "share")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the probes are to know of the interview."""

    policy: Policy
    accommodations: Accommodations
    data_dir: Path
    """Where the interview is kept."""
    skew_s: Callable[[], float | None] = lambda: None
    """This computer's clock less the server's, in seconds; called from any thread."""
    devices: Callable[[], tuple[str, ...]] = tuple
    """Names of the camera and the microphone in use; called from any thread."""


def probes_for(setting: Setting, readers: Readers | None = None) -> tuple[Probe, ...]:
    """All that this interview's policy asks for; nothing is read yet. `readers`: in tests."""
    if not setting.policy.probes:
        return ()
    looks = _Looks(setting, readers or readers_here())
    return tuple(
        Probe(name, every_s, within_s, functools.partial(looks.look, look))
        for name, every_s, within_s, look in ROWS
        if name != "machine" or setting.policy.note_virtual_machine
    )


class _Looks:
    """What the rows share: the scan of processes, which others ask too, and the lists."""

    def __init__(self, setting: Setting, readers: Readers) -> None:
        self.setting = setting
        self.readers = readers
        self.agreed = setting.accommodations.assistive_tools or setting.accommodations.screen_reader
        self.scan = (
            None
            if readers.processes is None
            else Scan(readers.processes, lambda: self.programs.listed, own=os.getpid())
        )

    @functools.cached_property
    def clipboards(self) -> clipboard.Watched:
        """Who owned the clipboard at the first look; used by one thread."""
        return clipboard.Watched()

    @functools.cached_property
    def networks(self) -> network.Watched:
        """The way to the network at the first look; used by one thread."""
        return network.Watched()

    @functools.cached_property
    def lists(self) -> Lists:
        """Read once; a broken file makes each look that needs it fail, and so unknown."""
        return known(more=self.setting.policy.probe_rows)

    @functools.cached_property
    def programs(self) -> Programs:
        """As `lists`."""
        return programs(self.setting.policy)

    def look(self, look: "Callable[[_Looks], Answer]") -> Answer:
        """One look, with the rows that its lists lacked."""
        answer = look(self)
        needs = set(NEEDS.get(answer.probe, ()))
        listed = "programs" in needs and self.scan is not None
        left_out = self.programs.left_out if listed else ()
        if needs - {"programs"}:
            left_out += self.lists.left_out
        return noted(answer, left_out)

    def allowed(self) -> frozenset[str]:
        """Programs whose windows may lie over ours."""
        lists = self.lists
        return lists.input_methods | lists.assistive if self.agreed else lists.input_methods

    def running(self, does: tuple[str, ...]) -> tuple[str, ...] | None:
        """Listed programs of a kind that ran at the last look; None where that is not known."""
        found = None if self.scan is None else self.scan.running
        if found is None:
            return None
        return tuple(sorted(name for name, what in found.items() if what in does))


def _processes(looks: _Looks) -> Answer:
    return unreadable() if looks.scan is None else looks.scan.look()


def _windows(looks: _Looks) -> Answer:
    titles = looks.setting.policy.window_titles
    stack = _read(looks.readers.windows)
    return windows.judge(stack, titles=titles, allowed=looks.allowed())


def _displays(looks: _Looks) -> Answer:
    second = looks.setting.policy.note_second_display
    return displays.judge(_read(looks.readers.displays), looks.lists, note_second=second)


def _machine(looks: _Looks) -> Answer:
    return machine.judge(_read(looks.readers.machine), looks.lists.machines)


def _remote(looks: _Looks) -> Answer:
    if looks.readers.session is None:
        return unknown("remote", NOT_TOLD)
    return remote.judge(looks.readers.session(looks.running(REMOTE) or ()))


def _capture(looks: _Looks) -> Answer:
    found = capture.Captures(looks.running(CAPTURES), _read(looks.readers.streams))
    allowed = looks.lists.assistive if looks.agreed else frozenset[str]()
    return capture.judge(found, allowed=allowed)


def _devices(looks: _Looks) -> Answer:
    readers = looks.readers
    found = devices.Devices(
        looks.setting.devices(), _read(readers.cameras), _read(readers.loopback)
    )
    return devices.judge(found, looks.lists)


def _injection(looks: _Looks) -> Answer:
    process = _read(looks.readers.process)
    return unknown("injection", NOT_TOLD) if process is None else injection.judge(process)


def _typing(looks: _Looks) -> Answer:
    read = _read(looks.readers.keys) or keys.Keyboards(None, {})
    return keys.judge(read, looks.lists, agreed=looks.agreed)


def _clipboard(looks: _Looks) -> Answer:
    return looks.clipboards.judge(_read(looks.readers.clipboard))


def _network(looks: _Looks) -> Answer:
    return looks.networks.judge(_read(looks.readers.network))


def _clock(looks: _Looks) -> Answer:
    return clock.judge_clock(looks.setting.skew_s())


def _disk(looks: _Looks) -> Answer:
    asked = preflight.Asked(looks.setting.data_dir)
    return clock.judge_disk(preflight.disk(asked, preflight.Measured()))


def _read(reader: Callable[[], T] | None) -> T | None:
    return None if reader is None else reader()


ROWS: tuple[tuple[ProbeName, float, float, Callable[[_Looks], Answer]], ...] = (
    ("processes", 1.5, 6.0, _processes),
    ("windows", 0.75, 3.0, _windows),
    ("typing", 1.0, 3.0, _typing),
    ("displays", 2.0, 4.0, _displays),
    ("remote", 2.0, 5.0, _remote),
    ("capture", 3.0, 5.0, _capture),
    ("devices", 5.0, 4.0, _devices),
    ("injection", 5.0, 4.0, _injection),
    ("clipboard", 1.0, 3.0, _clipboard),
    ("network", 5.0, 3.0, _network),
    ("clock", 5.0, 2.0, _clock),
    ("machine", 600.0, 15.0, _machine),
    ("disk", 30.0, 6.0, _disk),
)
"""Name, seconds between two looks, seconds that one may take, and the look. A gap of 2 s at most
for processes and windows, of 5 s for who joins from afar: `docs/probes.md`."""
