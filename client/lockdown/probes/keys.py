"""Whether keys are typed by a program: by the device they come from, and by their rhythm.

Pure. One rule: only times and devices are looked at, never which key it was; what is kept is a
second of times in memory, and what is told is that it happened.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, pstdev

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation
from client.lockdown.probes.lists import Lists

RUN = 24
"""Keys in a row that a rhythm is judged by: shorter ones are a held key or a lucky roll."""
PAUSE_MS = 400
"""Ends a run."""
FAST_MS = 22
"""Mean distance: 45 keys a second, three times the fastest typists' bursts; a held key repeats at
25 to 40 and is not among the keys, because it is one press."""
EVEN = 0.04
"""Spread of the distances as a share of their mean: people's is 0.2 and more."""
MOST_EVEN_MS = 200
"""An even rhythm slower than this may be counting aloud."""


@dataclass(frozen=True, slots=True)
class Press:
    """One key, without which."""

    at_ms: int
    device: int


@dataclass(frozen=True, slots=True)
class Keyboards:
    """What happened since the last look; None: it cannot be told."""

    presses: tuple[Press, ...] | None
    """Fresh presses in their order; a held key's repetitions are left out."""
    names: dict[int, str]
    """Of the devices that can type, by number."""


def judge(keyboards: Keyboards, lists: Lists, *, agreed: bool) -> Answer:
    """`agreed`: an on-screen keyboard, a switch or voice control may type."""
    if agreed:
        return ok("typing", "typing by assistive tools is agreed")
    if keyboards.presses is None:
        return unknown("typing", "this system does not tell where keys come from")
    injected = {press.device for press in keyboards.presses if _is_program(press, keyboards, lists)}
    found = [
        f"keys were typed by a program ({plain(keyboards.names[one], 40)})" for one in injected
    ]
    by_device: dict[int, list[int]] = {}
    for press in keyboards.presses:
        by_device.setdefault(press.device, []).append(press.at_ms)
    if any(rhythm(times) for times in by_device.values()):
        found.append("keys came faster or more evenly than people type")
    return violation("typing", *sorted(found)) if found else ok("typing")


def rhythm(times: list[int]) -> bool:
    """Whether any run of key presses is a machine's."""
    gaps = [later - earlier for earlier, later in pairwise(times)]
    run: list[int] = []
    for gap in [*gaps, PAUSE_MS]:
        if gap < PAUSE_MS:
            run.append(gap)
            continue
        if len(run) >= RUN and _mechanical(run):
            return True
        run = []
    return False


def _mechanical(run: list[int]) -> bool:
    mean = fmean(run)
    return mean < FAST_MS or (mean < MOST_EVEN_MS and pstdev(run) < EVEN * mean)


def _is_program(press: Press, keyboards: Keyboards, lists: Lists) -> bool:
    name = keyboards.names.get(press.device, "").lower()
    return any(part in name for part in lists.keyboards)
