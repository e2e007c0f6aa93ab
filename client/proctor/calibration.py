"""From head and eyes to a point on this candidate's screen, learned from looks at known points.

Pure. One rule: the error is estimated on points that the fit never saw, and an error that is too
large makes no calibration.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from client.proctor.pose import Look

EYE_DEG = 110.0
"""Degrees for one eye width of the dark of the eye, before the fit finds the candidate's own: the
dark moves further than the iris (145), because the lids and the sclera's shade move with it."""
STEEPEST_DEG = 75.0
"""A direction further aside meets no screen."""
MEAN_TO_90 = 1.71
"""Of a distance in two directions with normal errors: 90 % lie within so many times its mean."""
_SLOWEST, _FIRST = 12, 4
"""A click moves the offset by a fourth of its error at first and by a twelfth later."""
_FORGETS = 0.2
"""Share of a click in the running error: one careless click is forgotten after about ten."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The candidate's screen and where they sit."""

    width_mm: float
    height_mm: float
    distance_mm: float
    """From the eyes to the screen; estimated."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What clicks have shown since the calibration."""

    x_deg: float = 0.0
    """Added to the gaze; positive: to the right of the screen."""
    y_deg: float = 0.0
    """Added to the gaze; positive: down."""
    error_deg: float | None = None
    """Running mean distance between clicks and gaze; None before the first."""
    clicks: int = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a look points, in degrees from the screen's middle."""

    x_deg: float
    """Positive: to the right, as the candidate sees it."""
    y_deg: float
    """Positive: down."""
    half_deg: float
    """Half width of the 90 % interval: radius of the circle that holds nine true points of ten."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted gaze model for one candidate at one screen."""

    screen: Screen
    error_deg: float
    """Mean error at the held-out points."""
    error_mm: float
    interval90_deg: float
    """Half width of the 90 % interval around one gaze point, in the middle of the points."""
    model: str
    """Which kind of model, with its version."""
    mirrored: bool = False
    """Whether the camera shows the candidate as a mirror does."""
    weights: tuple[tuple[float, ...], ...] = ()
    """For x and y: degrees for each of `features` and for the constant; empty: no model."""
    spread: tuple[tuple[float, ...], ...] = ()
    """How the squared half width grows with features away from `rest`, a quadratic form over the
    features and the constant, in squares of `interval90_deg`."""
    floor: float = 1.0
    """What is added to that form: the share of the interval that no distance changes."""
    rest: Look | None = None
    """The median look of the calibration."""
    drift: Drift = Drift()


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the head is, against where it was during the calibration."""

    x_mm: float
    """To the candidate's right."""
    y_mm: float
    """Down."""
    nearness: float
    """Distance now over distance then."""


def features(look: Look, rest: Look, *, mirrored: bool) -> tuple[float, ...]:
    """Eyes and head in degrees away from the resting look, to the candidate's right and down."""
    aside = 1.0 if mirrored else -1.0
    return (
        aside * EYE_DEG * (look.across - rest.across),
        EYE_DEG * (look.down - rest.down),
        aside * (look.yaw_deg - rest.yaw_deg),
        look.pitch_deg - rest.pitch_deg,
    )


def from_middle(screen: Screen, x_mm: float, y_mm: float) -> tuple[float, float]:
    """Degrees of a point of the screen from its middle, seen from straight before it."""
    x, y = x_mm - screen.width_mm / 2, y_mm - screen.height_mm / 2
    return _degrees(x, screen.distance_mm), _degrees(y, screen.distance_mm)


def direction(screen: Screen, at_deg: tuple[float, float], place: Seat) -> tuple[float, float]:
    """The direction in which that point lies from where the head is now, in degrees."""
    x, y = (math.tan(math.radians(each)) * screen.distance_mm for each in at_deg)
    distance = screen.distance_mm * place.nearness
    return _degrees(x - place.x_mm, distance), _degrees(y - place.y_mm, distance)


def seat(look: Look, rest: Look, *, mirrored: bool) -> Seat:
    """The head's place in that look."""
    aside = 1.0 if mirrored else -1.0
    nearness = look.distance_mm / rest.distance_mm if rest.distance_mm > 0 else 1.0
    return Seat(aside * (look.x_mm - rest.x_mm), look.y_mm - rest.y_mm, nearness)


def predict(calibration: Calibration, look: Look) -> Aim | None:
    """Where that look points; None where the calibration holds no model or nothing is met."""
    rest = calibration.rest
    if rest is None or not calibration.weights:
        return None
    terms = (*features(look, rest, mirrored=calibration.mirrored), 1.0)
    along = [_dot(row, terms) for row in calibration.weights]
    if not all(abs(each) < STEEPEST_DEG for each in along):
        return None
    place = seat(look, rest, mirrored=calibration.mirrored)
    screen, distance = calibration.screen, calibration.screen.distance_mm
    x_mm = place.x_mm + math.tan(math.radians(along[0])) * distance * place.nearness
    y_mm = place.y_mm + math.tan(math.radians(along[1])) * distance * place.nearness
    grown = calibration.floor + _dot([_dot(row, terms) for row in calibration.spread], terms)
    half = calibration.interval90_deg * math.sqrt(max(1.0, grown))
    drift = calibration.drift
    if drift.error_deg is not None:
        half = max(half, MEAN_TO_90 * drift.error_deg)
    x_deg, y_deg = _degrees(x_mm, screen.distance_mm), _degrees(y_mm, screen.distance_mm)
    return Aim(x_deg + drift.x_deg, y_deg + drift.y_deg, half)


def share(screen: Screen, aim: Aim) -> tuple[float, float]:
    """x, y of the gaze point in shares of the screen's width and height; beyond 0..1: off it."""
    x, y = (
        math.tan(math.radians(max(-STEEPEST_DEG, min(STEEPEST_DEG, each)))) * screen.distance_mm
        for each in (aim.x_deg, aim.y_deg)
    )
    return 0.5 + x / screen.width_mm, 0.5 + y / screen.height_mm


def corrected(
    calibration: Calibration, looks: Sequence[Look], x_mm: float, y_mm: float
) -> Calibration:
    """The calibration after a click at that point of the screen, during those looks.

    The offset follows slowly, and a click outside the interval counts as one on its rim. The
    running error of the clicks widens the interval where that is larger: answers become unknown.
    """
    aims = [aim for aim in (predict(calibration, look) for look in looks) if aim is not None]
    if not aims:
        return calibration
    wanted = from_middle(calibration.screen, x_mm, y_mm)
    off = (
        wanted[0] - median(aim.x_deg for aim in aims),
        wanted[1] - median(aim.y_deg for aim in aims),
    )
    size = math.hypot(*off)
    old = calibration.drift
    pull = 1 / min(_SLOWEST, _FIRST + old.clicks)
    before = calibration.error_deg if old.error_deg is None else old.error_deg
    believed = max(calibration.interval90_deg, MEAN_TO_90 * before)
    if size > believed:
        pull *= believed / size
    drift = Drift(
        old.x_deg + pull * off[0],
        old.y_deg + pull * off[1],
        before + _FORGETS * (size - before),
        old.clicks + 1,
    )
    return replace(calibration, drift=drift)


def steady(looks: Sequence[Look]) -> Look:
    """The median of each part; `looks` is not empty."""
    return Look(
        median(look.across for look in looks),
        median(look.down for look in looks),
        median(look.yaw_deg for look in looks),
        median(look.pitch_deg for look in looks),
        median(look.x_mm for look in looks),
        median(look.y_mm for look in looks),
        median(look.distance_mm for look in looks),
    )


def _degrees(across: float, away: float) -> float:
    return math.degrees(math.atan2(across, away))


def _dot(row: Sequence[float], terms: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(row, terms, strict=True))
