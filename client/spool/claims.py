"""What this machine says of time that did not count for the candidate, in every request and file.

One rule: each number counts up from a beginning that the server knows, so that saying it twice,
late or in another order gives nothing twice.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claims:
    """Milliseconds, as in `shared.sync.Batch`."""

    lost_ms: int = 0
    """This machine could not run the interview: asleep, killed, off."""
    stood_ms: int = 0
    """The clock stood still while the app spoke or worked."""
    covered_ms: int = 0
    """The questions were covered by a person's word."""


NO_CLAIMS = Claims()
