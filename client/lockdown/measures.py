"""What a measure of the lockdown is, and an ExitStack of them.

One rule: measures are entered in order and left in reverse; one that cannot be held says why, and
keeps neither the others nor the interview.
"""

import logging
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Protocol

from client.lockdown.journal import Journal, Undo
from shared.events import Measure as Stood

log = logging.getLogger(__name__)


class CannotHold(Exception):
    """This computer does not allow the measure; the text says why, in a sentence."""

    def __init__(self, why: str, *, later: bool = False) -> None:
        """`later`: it may hold yet. It is asked again, and left with those that hold."""
        super().__init__(why)
        self.later = later


class Measure(Protocol):
    """One thing that is held while the interview runs."""

    @property
    def name(self) -> str:
        """As in docs/lockdown.md."""
        ...

    @property
    def of_window(self) -> bool:
        """Whether only the window's thread may call it, and it never waits; all others may wait for
        the system, and are called from another thread."""
        ...

    def undo(self) -> Undo | None:
        """How to set back what outlives this process, read before it is changed; None: nothing
        does. Raises CannotHold."""
        ...

    def enter(self) -> None:
        """Acts; raises CannotHold, and has then changed nothing."""
        ...

    def leave(self) -> None:
        """Sets back what `enter` changed; may be called twice."""
        ...


class Lockdown:
    """Entered once, left once; from one thread at a time."""

    def __init__(self, measures: Sequence[Measure], journal: Journal, *, guarded: bool) -> None:
        """`guarded`: whether a watchdog runs, without which nothing may outlive this process."""
        self.measures = tuple(measures)
        self._journal = journal
        self._guarded = guarded
        self._stack = ExitStack()

    def enter(self) -> tuple[Stood, ...]:
        """What holds from now on, in order, and why what does not."""
        return tuple(self._enter(measure) for measure in self.measures)

    def leave(self) -> None:
        """Everything is as before; what cannot be set back stays in the journal, for the watchdog
        and the next start."""
        self._stack.close()

    def _enter(self, measure: Measure) -> Stood:
        number: int | None = None
        try:
            undo = measure.undo()
            if undo is not None and not self._guarded:
                raise CannotHold("No watchdog runs that would set it back.")
            number = None if undo is None else self._journal.note(undo)
            measure.enter()
        except CannotHold as why:
            if why.later:
                self._stack.callback(self._leave, measure, number)
            else:
                self._forget(number)
            return Stood(name=measure.name, held=False, reason=str(why)[:200])
        except Exception as error:  # a measure that breaks is one that does not hold
            log.exception("%s could not be entered", measure.name)
            self._leave(measure, number)
            reason = f"It could not be tried ({type(error).__name__})."
            return Stood(name=measure.name, held=False, reason=reason)
        self._stack.callback(self._leave, measure, number)
        return Stood(name=measure.name, held=True)

    def _leave(self, measure: Measure, number: int | None) -> None:
        try:
            measure.leave()
        except Exception:  # the others are still to be left
            log.exception("%s could not be set back; it stays in the journal", measure.name)
            return
        self._forget(number)

    def _forget(self, number: int | None) -> None:
        if number is not None:
            self._journal.done(number)
