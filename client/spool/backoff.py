"""How long to wait before the next request. Pure: chance and time are arguments.

One rule: many clients that lost the same server must not come back at the same moment, so every
wait after a failure is drawn from the whole interval (full jitter).
"""

from dataclasses import dataclass

FIRST_S = 1.0
"""Longest wait after the first failure, in seconds."""
CAP_S = 30.0
"""Longest wait after many: an interview notices a returned network within half a minute."""
FLOOR_S = 0.1
"""Shortest wait, so that a lucky draw is no busy loop."""
RETRY_AFTER_CAP_S = 300.0
"""Most that a server's Retry-After is believed."""
LOAD_STEP_S = 0.4
"""Seconds added to the spacing for each step of the server's load (0 to 10): 5 s at full."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Failures in a row, and the wait that follows from them."""

    failures: int = 0

    def failed(self) -> "Backoff":
        """One more."""
        return Backoff(self.failures + 1)

    def wait_s(self, chance: float, *, retry_after_s: float | None = None) -> float:
        """Seconds to wait; `chance` is uniform in 0..1.

        Never shorter than the server asked, and spread over as long again: whoever was refused in
        the same second was told the same.
        """
        ceiling = min(CAP_S, FIRST_S * 2.0 ** min(self.failures - 1, 16)) if self.failures else 0.0
        told = min(retry_after_s or 0.0, RETRY_AFTER_CAP_S)
        return told + max(FLOOR_S, max(ceiling, told) * chance)


def spacing_s(every_s: float, *, load: int) -> float:
    """Seconds between two sync calls at the server's load (0 idle, 10 full)."""
    return every_s + LOAD_STEP_S * load
