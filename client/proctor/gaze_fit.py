"""Fits the candidate's own gaze model to looks at known points: a straight line per direction, held
near the geometry of eye and head.

Pure. One rule: nine points are few, so what they cannot say comes from geometry, and a look that
fits nobody else's counts little (docs/decisions/0071).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from client.proctor.calibration import (
    MEAN_TO_90,
    Calibration,
    Screen,
    direction,
    features,
    from_middle,
    predict,
    seat,
    steady,
)
from client.proctor.pose import Look
from client.sentences import GAZE_POOR, GAZE_UNSEEN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

MODEL = "geometric-ridge-1"
FEWEST_POINTS = 7
"""Of the nine to fit: with fewer a corner of the screen is a guess."""
FEWEST_HELD_OUT = 3
"""Of the four held out: with fewer the error itself is a guess."""
WORST_DEG = 6.0
"""A mean error above this says little that the uncalibrated model does not say."""
LEAST_DEG = 1.0
"""Eyes that rest on a point wander by half a degree; a smaller interval is luck."""
_NOISE_DEG = 2.0
"""Error of one look, before the fit knows better: published appearance-free models have 2 to 4."""
_TAILS = 4.0
"""Degrees of freedom of the errors: a blink or a glance aside is no rare event."""
_ROUNDS = 8
_PRIOR = np.array([[1.0, 0.0], [0.0, 1.0], [0.7, 0.0], [0.0, 0.7]])
"""Degrees of gaze for a degree of each feature: the eyes whole; the head less, because the eyes'
measure already holds a part of its turn."""
_PRIOR_SD = np.array([[0.35, 0.1], [0.1, 0.35], [0.35, 0.1], [0.1, 0.35]])


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was seen while the candidate looked at one point."""

    x_mm: float
    """From the screen's left edge."""
    y_mm: float
    """From its upper edge."""
    looks: tuple[Look, ...]
    """Not empty."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A model and how well it did."""

    calibration: Calibration | None
    """None where it is too poor."""
    reason: str
    """Why there is none, in a sentence."""
    error_deg: float | None = None
    error_mm: float | None = None
    interval90_deg: float | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    weights: "Matrix"
    """(5, 2): four features and the constant, to x and y."""
    covariance: "Matrix"
    """(5, 5) of the weights, in squares of the noise."""
    loss: float
    """How badly points and prior are met together."""


def fit(screen: Screen, points: Sequence[Sighting], held_out: Sequence[Sighting]) -> Fit:
    """The model of `points`, its error judged on `held_out`."""
    if len(points) < FEWEST_POINTS or len(held_out) < FEWEST_HELD_OUT:
        seen = len(points) + len(held_out)
        return Fit(None, GAZE_UNSEEN(n=seen))
    either = (_model(screen, points, mirrored=side) for side in (False, True))
    model, _ = min(either, key=lambda found: found[1])
    missed = [_missed(model, each) for each in held_out]
    error = float(np.mean([each[0] for each in missed]))
    error_mm = math.tan(math.radians(min(error, 89.0))) * screen.distance_mm
    left_out = [
        _missed(_model(screen, [*points[:i], *points[i + 1 :]], mirrored=model.mirrored)[0], each)
        for i, each in enumerate(points)
    ]
    interval = interval90([each[1] for each in (*missed, *left_out)])
    judged = Calibration(
        screen=screen,
        error_deg=error,
        error_mm=error_mm,
        interval90_deg=interval,
        model=MODEL,
        mirrored=model.mirrored,
        weights=model.weights,
        spread=model.spread,
        floor=model.floor,
        rest=model.rest,
    )
    if not math.isfinite(error) or error > WORST_DEG:
        said = GAZE_POOR(degrees=f"{error:.1f}", limit=f"{WORST_DEG:.0f}")
        return Fit(None, said, error, error_mm, interval)
    return Fit(judged, "", error, error_mm, interval)


def interval90(residuals: Sequence[float]) -> float:
    """Radius that holds nine in ten of further errors, from these distances; `residuals`: degrees.

    From their mean, which one wild point moves less than it moves the mean square or the largest;
    few residuals widen it. On two sessions it held 89 to 92 % (docs/decisions/0071).
    """
    n = len(residuals)
    return max(LEAST_DEG, MEAN_TO_90 * (1 + 1 / n) * sum(residuals) / n)


def _model(
    screen: Screen, points: Sequence[Sighting], *, mirrored: bool
) -> tuple[Calibration, float]:
    """A calibration without its errors, and its loss."""
    looks = [steady(point.looks) for point in points]
    rest = steady(looks)
    rows = np.array([(*features(look, rest, mirrored=mirrored), 1.0) for look in looks])
    wanted = np.array(
        [
            direction(
                screen,
                from_middle(screen, point.x_mm, point.y_mm),
                seat(look, rest, mirrored=mirrored),
            )
            for point, look in zip(points, looks, strict=True)
        ]
    )
    line = _line(rows, wanted)
    leverage = float(np.mean(np.einsum("ij,jk,ik->i", rows, line.covariance, rows)))
    spread = line.covariance / (1 + leverage)
    found = Calibration(
        screen=screen,
        error_deg=0.0,
        error_mm=0.0,
        interval90_deg=1.0,
        model=MODEL,
        mirrored=mirrored,
        weights=tuple(tuple(float(w) for w in row) for row in line.weights.T),
        spread=tuple(tuple(float(c) for c in row) for row in spread),
        floor=1 / (1 + leverage),
        rest=rest,
    )
    return found, line.loss


def _line(rows: "Matrix", wanted: "Matrix") -> _Line:
    """Regression towards the prior under errors with heavy tails, by weighting again and again."""
    precision = np.vstack([1 / _PRIOR_SD**2, np.full((1, 2), 1e-6)]) * _NOISE_DEG**2
    prior = np.vstack([_PRIOR, np.zeros((1, 2))])
    trust = np.ones(len(rows))
    weights, missed = prior, trust
    for _ in range(_ROUNDS):
        squares = (rows.T * trust) @ rows
        met = (rows.T * trust) @ wanted
        solved = [
            np.linalg.solve(
                squares + np.diag(precision[:, side]),
                met[:, side] + precision[:, side] * prior[:, side],
            )
            for side in (0, 1)
        ]
        weights = np.column_stack(solved).astype(np.float64)
        missed = ((wanted - rows @ weights) ** 2).sum(axis=1) / _NOISE_DEG**2
        trust = (_TAILS + 2) / (_TAILS + missed)
    information = (rows.T * trust) @ rows + np.diag(precision.mean(axis=1))
    covariance = np.asarray(np.linalg.inv(information), dtype=np.float64)
    strayed = float(((weights - prior) ** 2 * precision).sum()) / _NOISE_DEG**2
    loss = (_TAILS + 2) * float(np.log1p(missed / _TAILS).sum()) + strayed
    return _Line(weights, covariance, loss)


def _missed(model: Calibration, point: Sighting) -> tuple[float, float]:
    """Degrees between a point and the gaze: of the median look, and the mean of single ones, the
    latter divided by how much wider than usual the model states its interval there."""
    wanted = from_middle(model.screen, point.x_mm, point.y_mm)

    def off(look: Look) -> tuple[float, float]:
        aim = predict(model, look)
        if aim is None:
            return math.inf, math.inf
        size = math.hypot(aim.x_deg - wanted[0], aim.y_deg - wanted[1])
        return size, size / aim.half_deg

    single = [off(look)[1] for look in point.looks]
    return off(steady(point.looks))[0], float(np.mean(single))
