"""Runs the probes beside the window, each on a thread of its own and within its time.

One rule: a probe that is missing, hangs, raises or answers nonsense is told as unknown, and the
others go on; only what changed is told. Whoever starts it stops it; a look that hangs is left to
its thread, which holds nothing and ends with the process.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ProbeName, Told, checked, tell, unknown

log = logging.getLogger(__name__)

OVERSEE_S = 0.2
"""Between two looks for probes that take too long, and for answers that were held back."""
STAGGER_S = 0.15
"""Between the first looks: what they read would all come at once."""
LEAVE_S = 1.0
"""How long a stop waits for looks that are under way, all together."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One probe with its pace and its limit."""

    name: ProbeName
    every_s: float
    """From the end of a look to the next one."""
    within_s: float
    """A look that takes longer is unknown."""
    look: Callable[[], Answer]


class _Lane:
    """One probe's thread, what it is at and what was told of it."""

    def __init__(self, probe: Probe, wait_s: float) -> None:
        self.probe = probe
        self.wait_s = wait_s
        self.began_s: float | None = None
        """When the look under way began; None between two looks."""
        self.late = False
        """Whether it was told that this look takes too long."""
        self.told = Told()
        self.thread: threading.Thread | None = None


class Runner:
    """All probes of one interview; `start` once, then `stop`."""

    def __init__(
        self,
        probes: Sequence[Probe],
        on_change: Callable[[Answer], None],
        *,
        stagger_s: float = STAGGER_S,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`on_change` is called from the probes' threads, one call after the other."""
        self._on_change = on_change
        self._now = now
        self._stop = threading.Event()
        self._telling = threading.Lock()
        self._lanes = [_Lane(probe, stagger_s * place) for place, probe in enumerate(probes)]
        self._overseer = threading.Thread(target=self._oversee, name="invigil-probes", daemon=True)

    def start(self) -> None:
        """The first looks come at once."""
        for lane in self._lanes:
            lane.thread = threading.Thread(
                target=self._run, args=(lane,), name=f"invigil-probe-{lane.probe.name}", daemon=True
            )
            lane.thread.start()
        self._overseer.start()

    def stop(self) -> tuple[str, ...]:
        """Nothing is told any more; the names of probes that hang and were left."""
        with self._telling:
            self._stop.set()
        until = self._now() + LEAVE_S
        if self._overseer.is_alive():
            self._overseer.join(LEAVE_S)
        for lane in self._lanes:
            if lane.thread is not None:
                lane.thread.join(max(0.0, until - self._now()))
        left = [one.probe.name for one in self._lanes if one.thread and one.thread.is_alive()]
        for name in left:
            log.info("the probe %s hangs and is left", name)
        return tuple(left)

    def _run(self, lane: _Lane) -> None:
        wait_s = lane.wait_s
        while not self._stop.wait(wait_s):
            with self._telling:
                lane.began_s, lane.late = self._now(), False
            answer = self._look(lane.probe)
            with self._telling:
                lane.began_s = None
                self._tell(lane, answer)
            wait_s = lane.probe.every_s

    @staticmethod
    def _look(probe: Probe) -> Answer:
        try:
            return checked(probe.name, probe.look())
        except Exception as error:  # the top of a thread: a probe that breaks tells nothing
            log.info("the probe %s broke: %s", probe.name, type(error).__name__)
            return unknown(probe.name, f"it could not be tried ({type(error).__name__})")

    def _oversee(self) -> None:
        while not self._stop.wait(OVERSEE_S):
            with self._telling:
                for lane in self._lanes:
                    took_s = 0.0 if lane.began_s is None else self._now() - lane.began_s
                    if took_s > lane.probe.within_s and not lane.late:
                        lane.late = True
                        why = f"it took longer than {lane.probe.within_s:g} s"
                        self._tell(lane, unknown(lane.probe.name, why))
                    else:
                        self._tell(lane, None)

    def _tell(self, lane: _Lane, answer: Answer | None) -> None:
        if self._stop.is_set():
            return
        lane.told, due = tell(lane.told, answer, self._now())
        if due is not None:
            self._on_change(due)
