"""What the record says of each measure, and when it is to say something else.

Pure. One rule: a change is told at once, and the next one not before ten looks have passed, so that
a program that takes and gives the keyboard without end makes few rows, of which the last is true.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shared.events import Measure as Stood

QUIET_LOOKS = 10
"""Between two rows of changes; the looks come once a second."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the newest row says."""

    told: tuple[Stood, ...] = ()
    """Measure by measure, in order."""
    quiet: int = 0
    """Looks that are still to pass before the next change is told."""


def looked(before: Standing, found: Mapping[str, str]) -> tuple[Standing, bool]:
    """What stands after a look, and whether that is a row.

    `found`: of the measures that were looked at, why it does not hold; empty where it does.
    """
    now = tuple(
        one
        if one.name not in found
        else one.model_copy(update={"held": not found[one.name], "reason": found[one.name][:200]})
        for one in before.told
    )
    if before.quiet or [one.held for one in now] == [one.held for one in before.told]:
        return replace(before, quiet=max(0, before.quiet - 1)), False
    return Standing(now, QUIET_LOOKS), True
