"""The running processes, look after look: what is known of one is not asked again.

One rule: a process is known by its pid, its start and its name together, so neither a pid that is
used again nor a program that becomes another one (exec) is taken for the old; and a share of the
known ones is asked anew in each look, so that nobody stays known for ever by a word of old.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from client.lockdown.probes.answer import Answer
from client.lockdown.probes.processes import Brief, Denied, Found, Process, judge, unreadable
from client.preflight.programs import Blocked, Does

ANEW_SHARE = 24
"""One of so many known processes is asked again in each look: each within 36 s at 1.5 s a look."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All processes of one look."""

    processes: tuple[Brief, ...]
    whole: bool
    """Whether other people's are among them."""


class ProcessReader(Protocol):
    """What a system tells of its processes."""

    def listing(self) -> Listing | None:
        """All of them, briefly; None where they cannot be listed."""
        ...

    def detail(self, pid: int, sizes: frozenset[int]) -> Process | None:
        """One of them; hashed where its file has one of the sizes. None where it ended."""
        ...

    def installed(self, listed: tuple[Blocked, ...]) -> tuple[Blocked, ...]:
        """The list with the files of those programs that are installed here added."""
        ...


class Scan:
    """One probe's memory; used by one thread."""

    def __init__(
        self,
        reader: ProcessReader,
        load: Callable[[], tuple[Blocked, ...]],
        *,
        own: int,
    ) -> None:
        """`load`: the denied programs; may raise OSError or ValueError. `own`: our pid."""
        self._reader = reader
        self._load = load
        self._own = own
        self._denied: Denied | None = None
        self._known: dict[int, tuple[Brief, Found | None]] = {}
        self._ours: set[int] = {own}
        self._turn = 0
        self.asked = 0
        """Processes that were asked in full in the last look."""
        self.running: dict[str, Does] | None = None
        """Listed programs that ran at the last look and what they do; None before it, and where
        processes cannot be listed. It is exchanged whole, so any thread may read it."""

    def look(self) -> Answer:
        """Which denied programs run now."""
        listing = self._reader.listing()
        if listing is None or not listing.processes:
            self.running = None
            return unreadable()
        if self._denied is None:
            self._denied = Denied(self._reader.installed(self._load()))
        found = self._update(listing, self._denied)
        self.running = {one.program: self._denied.does(one.program) for one in found}
        return judge(found, whole=listing.whole)

    def _update(self, listing: Listing, denied: Denied) -> list[Found]:
        known, fresh = self._known, {}
        self._turn = (self._turn + 1) % ANEW_SHARE
        self.asked = 0
        there = {one.pid for one in listing.processes}
        self._ours = {pid for pid in self._ours if pid in there} | {self._own}
        # Parents before their children, so that a child finds its parent judged.
        for brief in sorted(listing.processes, key=lambda one: (one.started, one.pid)):
            if brief.pid == self._own or brief.parent in self._ours:
                self._ours.add(brief.pid)
                continue
            old = known.get(brief.pid)
            same = old is not None and (old[0].started, old[0].name) == (brief.started, brief.name)
            if old is not None and same and brief.pid % ANEW_SHARE != self._turn:
                fresh[brief.pid] = (brief, old[1])
                continue
            inherited = self._of_before(brief, old) or self._of_parent(brief, fresh)
            fresh[brief.pid] = (brief, self._ask(brief, inherited, denied))
        self._known = fresh
        return [found for _, found in fresh.values() if found is not None]

    def _ask(self, brief: Brief, inherited: Found | None, denied: Denied) -> Found | None:
        self.asked += 1
        process = self._reader.detail(brief.pid, denied.sizes)
        found = denied.match(Process(brief.name) if process is None else process)
        # Once started by a listed program, always: it may have outlived its parent.
        return found or (inherited if inherited is not None and inherited.how == "parent" else None)

    @staticmethod
    def _of_before(brief: Brief, old: tuple[Brief, Found | None] | None) -> Found | None:
        """What it was found to be before it became another program: that one started this one."""
        if old is None or old[0].started != brief.started or old[1] is None:
            return None
        became = old[0].name != brief.name
        return Found(old[1].program, "parent") if became else old[1]

    @staticmethod
    def _of_parent(brief: Brief, fresh: dict[int, tuple[Brief, Found | None]]) -> Found | None:
        parent = fresh.get(brief.parent)
        if parent is None or parent[1] is None:
            return None
        return Found(parent[1].program, "parent")
