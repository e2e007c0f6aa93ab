"""The probes while the interview's clock runs: started and ended with it, their changes on record.

One rule: nothing that is found changes the interview; it becomes a row, and what stands now is
shown to the candidate.
"""

import logging
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
        self._runner: Runner | None = None
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
        if wanted and self._runner is None:
            self._begin(state)
        elif not wanted and self._runner is not None:
            runner = self._forget()
            # It waits for looks that are under way: never on the window's thread.
            self._conductor.background.run(runner.stop)

    def stop(self) -> None:
        """Waits, for a second at most, until the threads have ended."""
        if self._runner is not None:
            self._forget().stop()

    def _begin(self, state: State) -> None:
        from client.lockdown.probes import table
        from client.lockdown.probes.runner import Runner

        setting = table.Setting(
            state.policy, state.accommodations, self._data_dir, self._skew_s, self._devices
        )
        probes = (self._make or table.probes_for)(setting)
        # A bridge of its own: what a run that was ended still says reaches nobody.
        self._bridge = Bridge(self)
        self._bridge.delivered.connect(self._heard)
        self._runner = Runner(probes, self._bridge.post)
        self._runner.start()

    def _forget(self) -> "Runner":
        assert self._runner is not None
        assert self._bridge is not None
        runner, self._runner = self._runner, None
        self._bridge.close()
        self._bridge.deleteLater()
        self._standing = {}
        return runner

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
