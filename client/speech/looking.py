"""How often the text of an answer that is still being spoken may be looked for.

Pure. One rule: it is a comfort, so it takes what nobody else needs: a machine that is not clearly
quick enough shows none, and the look at hand never holds up the answer's own transcript for long.
"""

from dataclasses import dataclass, replace

TAIL_S = 10.0
"""Of the sound that is looked at: what was said longer ago has scrolled away anyway."""
LEAST_TAIL_S = 2.0
EVERY_S = 3.0
"""Text that changes more often cannot be read."""
SHARE = 0.15
"""Of the time, at most, that looking takes."""
MOST_S = 0.4
"""Longest look: that long the transcript of the answer may have to wait for the last one."""
SLOW_LOOKS = 2
"""After so many slow ones nobody looks any more in this run: one may be an accident."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What is known of this machine's pace."""

    wait_s: float = EVERY_S
    """Until the next look."""
    slow: int = 0

    known: bool = True
    """Whether there is a model to look with."""

    @property
    def off(self) -> bool:
        """Whether this machine has no room for it."""
        return self.slow >= SLOW_LOOKS or not self.known


def looked(before: Looking, took_s: float) -> Looking:
    """After a look that took as long, by the transcriber's own clock."""
    if not took_s <= MOST_S:
        return replace(before, slow=before.slow + 1)
    return replace(before, wait_s=max(EVERY_S, took_s / SHARE))
