"""Follows the pauses of a person who records, and says when to ask about one.

One rule: it hears nothing itself. The proctor, which listens anyway, tells how surely somebody
spoke (a second voice detector here would cost 21 to 29 MB); where it does not, nobody is asked.
"""

from collections.abc import Callable, Sequence

from client.speech.endpointing import Pausing, begun, heard, thinking, unheard


class PauseWatch:
    """`on_change(asking)` is called where `hear` or `thinking` is called."""

    def __init__(self, on_change: Callable[[bool], None]) -> None:
        self._on_change = on_change
        self._state = Pausing()
        self._from_s: float | None = None
        """When the take began on the monotonic clock; None between two."""

    @property
    def state(self) -> Pausing:
        """What is known of this person's speaking."""
        return self._state

    def begin(self, at_s: float) -> None:
        """A take begins: what was said before it belongs to no answer."""
        self._state = begun(self._state)
        self._from_s = at_s

    def end(self) -> None:
        """The take is over: what was learned is kept."""
        self._from_s = None

    def hear(self, looks: Sequence[tuple[float, float]]) -> None:
        """Looks of the voice detector: (probability of speech, when on the monotonic clock).

        None at all: nobody can tell any more.
        """
        if self._from_s is None:
            return
        before = self._state.asking
        if not looks:
            self._state = unheard(self._state)
        for probability, at_s in looks:
            if at_s >= self._from_s:
                self._state = heard(self._state, probability, at_s)
        if self._state.asking != before:
            self._on_change(self._state.asking)

    def thinking(self) -> None:
        """The person said "still thinking"."""
        if self._state.at_s is not None:
            self._state = thinking(self._state, self._state.at_s)
        self._on_change(False)
