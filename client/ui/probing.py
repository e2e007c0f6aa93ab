"""The probes while the interview's clock runs: started and ended with it, their changes on record.

One rule: nothing that is found changes the interview; it becomes a row, and what stands now is
shown to the candidate.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from client import exam
from client.exam import State
from client.ui.bridge import Bridge
from client.ui.conductor import Conductor

if TYPE_CHECKING:
    from client.lockdown.probes.answer import Answer
    from client.lockdown.probes.runner import Probe, Runner
    from client.lockdown.probes.table import Setting
    from shared.policy import Accommodations, Policy

    Given = tuple[
        Policy, Accommodations, Path, Callable[[], float | None], Callable[[], tuple[str, ...]]
    ]

log = logging.getLogger(__name__)

MakeProbes = Callable[["Setting"], "Sequence[Probe]"]


class Probing(QObject):
    """Follows the flow: looks from the start to the hand-in, and never while it is paused."""

    def __init__(
        self,
        conductor: Conductor,
        data_dir: Path,
        *,
        make: MakeProbes | None = None,
        devices: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        """`devices`: names of the camera and microphone in use; called from other threads."""
        super().__init__(conductor)
        self._conductor = conductor
        self._data_dir = data_dir
        self._make = make
        self._devices = devices
        self._run: _Run | None = None
        self._bridge: Bridge | None = None
        self._standing: dict[str, Answer] = {}

    @property
    def standing(self) -> "tuple[Answer, ...]":
        """What each probe answered last, in the order in which they first did."""
        return tuple(self._standing.values())

    def follow(self, state: State) -> None:
        """Begins with the clock, rests in a pause, ends when the hand-in begins."""
        wanted = (
            state.policy.probes
            and state.clock is not None
            and not state.closing
            and state.paused is None
        )
        if wanted and self._run is None:
            self._begin(state)
        elif not wanted and self._run is not None:
            # It waits for looks that are under way: never on the window's thread.
            self._conductor.background.run(self._forget().end)

    def stop(self) -> None:
        """Waits, for a second at most, until the threads have ended."""
        if self._run is not None:
            self._forget().end()

    def _begin(self, state: State) -> None:
        # A bridge of its own: what a run that was ended still says reaches nobody.
        self._bridge = Bridge(self)
        self._bridge.delivered.connect(self._heard)
        self._run = run = _Run(self._bridge.post)
        given = (state.policy, state.accommodations, self._data_dir, self._skew_s, self._devices)
        # What is imported for it would hold the window up.
        self._conductor.background.run(
            lambda: run.begin(self._make, given), on_error=lambda error: self._failed(run, error)
        )

    def _forget(self) -> "_Run":
        assert self._run is not None
        assert self._bridge is not None
        run, self._run = self._run, None
        self._bridge.close()
        self._bridge.deleteLater()
        self._standing = {}
        return run

    def _failed(self, run: "_Run", error: Exception) -> None:
        """Nothing is looked at: that is unknown, and on record."""
        log.error("the looks at this computer cannot begin", exc_info=error)
        if run is self._run:
            why = f"the looks could not begin ({type(error).__name__})"
            self._conductor.feed(exam.ProbeAnswered("probes", "unknown", (why,)))

    def _heard(self, answer: "Answer") -> None:
        self._standing[answer.probe] = answer
        if answer.outcome != "ok":
            log.info("probe %s: %s", answer.probe, answer.outcome)
        fact = exam.ProbeAnswered(answer.probe, answer.outcome, answer.evidence)
        self._conductor.feed(fact)

    def _skew_s(self) -> float | None:
        """By the newest word of the server; the state is exchanged whole, so any thread may."""
        clock = self._conductor.state.clock
        return None if clock is None else (clock.anchor.utc_ms - clock.server_ms) / 1000


class _Run:
    """One run of the probes, begun and ended on other threads, in whatever order."""

    def __init__(self, on_change: "Callable[[Answer], None]") -> None:
        self._on_change = on_change
        self._lock = threading.Lock()
        self._runner: Runner | None = None
        self._ended = False

    def begin(self, make: MakeProbes | None, given: "Given") -> None:
        """Imports, makes and starts the probes, unless it was ended by now."""
        from client.lockdown.probes import table
        from client.lockdown.probes.runner import Runner

        probes = (make or table.probes_for)(table.Setting(*given))
        with self._lock:
            if not self._ended:
                self._runner = Runner(probes, self._on_change)
                self._runner.start()

    def end(self) -> None:
        """Nothing more is told; waits for looks that are under way, for a second at most."""
        with self._lock:
            self._ended = True
        if self._runner is not None:
            self._runner.stop()
