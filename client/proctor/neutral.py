"""The candidate's own resting pose, to which head and gaze angles are relative.

Pure. One rule: nobody looks "straight" by the numbers of a generic face (a straight portrait
reads +9 to +13 degrees of pitch), so without a neutral pose angles are unknown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from client.proctor.pose import Angles, Eyes

WINDOW_S = 2.0
"""How far back the poses go that make it."""
FEWEST = 8
"""Fewer poses than this make none."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """What counts as straight ahead."""

    angles: Angles
    eyes: Eyes | None
    """None where the irises were not seen well enough."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at the resting candidate."""

    at_s: float
    angles: Angles
    eyes: Eyes | None


def neutral_of(samples: Iterable[Sample]) -> Neutral | None:
    """The median of the samples, or None for fewer than `FEWEST`."""
    kept = list(samples)
    if len(kept) < FEWEST:
        return None
    angles = Angles(
        median(each.angles.yaw_deg for each in kept),
        median(each.angles.pitch_deg for each in kept),
        median(each.angles.roll_deg for each in kept),
    )
    eyes = [each.eyes for each in kept if each.eyes is not None]
    if len(eyes) < FEWEST:
        return Neutral(angles, None)
    resting = Eyes(
        median(each.across for each in eyes),
        median(each.down for each in eyes),
        median(each.apart for each in eyes),
    )
    return Neutral(angles, resting)
