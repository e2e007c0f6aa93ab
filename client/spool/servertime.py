"""What the server's clock shows, judged by its receipts.

Pure. One rule: the estimate hangs on the monotonic clock, so a wall clock that is set back in
mid-interview moves nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class ServerTime:
    """Server time as an offset to the monotonic clock."""

    offset_s: float
    """Server's POSIX time minus the monotonic clock, in seconds."""
    uncertainty_s: float
    """Half the round trip in which it was read, in seconds."""

    def at(self, mono_s: float) -> datetime:
        """The server's time, in UTC, when the monotonic clock shows `mono_s`."""
        return datetime.fromtimestamp(self.offset_s + mono_s, UTC)

    def wall_offset_s(self, *, wall: datetime, mono_s: float) -> float:
        """Seconds by which the server is ahead of a wall clock read at the same moment."""
        return self.offset_s + mono_s - wall.timestamp()


def refine(
    known: ServerTime | None, *, sent_s: float, received_s: float, server: datetime
) -> ServerTime:
    """The estimate after a request between two readings of the monotonic clock.

    The tighter of old and new stays, unless they contradict each other: then the machine slept
    or the server's clock was set, and the new one counts.
    """
    uncertainty = max(0.0, (received_s - sent_s) / 2)
    fresh = ServerTime(server.timestamp() - (sent_s + received_s) / 2, uncertainty)
    if known is None:
        return fresh
    apart = abs(fresh.offset_s - known.offset_s)
    if apart > fresh.uncertainty_s + known.uncertainty_s + 0.002:  # 2 ms: stamps are rounded
        return fresh
    return known if known.uncertainty_s <= fresh.uncertainty_s else fresh
