"""The light challenge: the screen changes its colour slowly, and living skin answers.

Pure. One rule: it is evidence only, and what cannot be told is `unknown`: no face throughout, too
few frames, or a picture that moves too much for so faint an answer.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from client.proctor.alignment import eye_distance
from client.proctor.pipe import Light
from client.proctor.scene import Scene
from client.proctor.types import Frame, LightJudged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Rgb = tuple[int, int, int]

COOL: Rgb = (196, 218, 255)
WARM: Rgb = (255, 226, 176)
CHALLENGE: tuple[tuple[Rgb, float], ...] = (
    (COOL, 1.2),
    (WARM, 1.0),
    (COOL, 1.6),
    (WARM, 1.6),
    (COOL, 1.0),
    (WARM, 1.2),
    (COOL, 1.0),
)
"""What the screen shows, and for how many seconds. Never more than one change a second, pale
colours of nearly the same brightness, no red: far from what WCAG 2.3.1 calls a flash."""

OK_CORRELATION = 0.8
LEAST_GAIN = 0.01
"""Share of the skin's light that comes from the screen: about 2 % from a dim laptop in a bright
office, 10 % and more in a dim room. Computed, not measured on real screens."""
_LEAST_FRAMES = 30
_LEAST_SEEN = 0.8
"""Share of the looks with exactly one face."""
_LATEST_S = 0.6
"""Between the command and the light in the picture: painting, the screen, the camera."""
_LAGS_S = tuple(step / 20 for step in range(round(20 * _LATEST_S) + 1))
_SKIN = (50, 280, 151)
"""Landmarks in the middle of both cheeks and of the forehead."""


@dataclass(frozen=True, slots=True)
class _Look:
    at_s: float
    answer: float | None
    """Blue against red of the skin, less that of what is behind; natural logarithms."""


class LightChallenge:
    """Watches the face's colour between the first `Light` and the last."""

    def __init__(self) -> None:
        self._shone: list[tuple[float, float]] = []
        self._looks: list[_Look] = []

    def shine(self, light: Light) -> None:
        """The screen shines in this colour from its time on."""
        if light.rgb is not None:
            self._shone.append((light.at_s, _blue_against_red(np.asarray(light.rgb, np.float64))))

    def see(self, scene: Scene) -> None:
        """Takes the colour of the face and of what is behind it."""
        if self._shone and scene.faces is not None:
            self._looks.append(_Look(scene.frame.at_s, answer(scene)))

    def judge(self) -> LightJudged:
        """What the face did; begins anew."""
        shone, looks = self._shone, self._looks
        self._shone, self._looks = [], []
        return judged(shone, [(look.at_s, look.answer) for look in looks])


def answer(scene: Scene) -> float | None:
    """How blue the skin is against what is behind it; None without exactly one usable face."""
    if scene.faces is None or len(scene.faces) != 1:
        return None
    skin = _skin(scene.frame, scene.faces[0].points)
    behind = _behind(scene.frame, scene.faces[0].box)
    if skin is None or behind is None:
        return None
    return _blue_against_red(skin) - _blue_against_red(behind)


def judged(
    shone: list[tuple[float, float]], looks: list[tuple[float, float | None]]
) -> LightJudged:
    """`shone`: (seconds, blue against red of the screen from then on); `looks`: the answers."""
    if len({colour for _, colour in shone}) < 2:
        return LightJudged("unknown", None, "No light was shown.")
    looks = [each for each in looks if each[0] >= shone[0][0]]
    seen = [(at_s, value) for at_s, value in looks if value is not None and math.isfinite(value)]
    if len(seen) < _LEAST_FRAMES:
        return LightJudged("unknown", None, f"Only {len(seen)} frames showed one face.")
    if len(seen) < _LEAST_SEEN * len(looks):
        share = len(seen) / len(looks)
        return LightJudged("unknown", None, f"The face was seen {share:.0%} of the time.")
    at_s = np.array([each[0] for each in seen])
    values = np.array([each[1] for each in seen], dtype=np.float64)
    fits = [_fit(at_s, values, _screen(shone, at_s - lag)) for lag in _LAGS_S]
    known = [fit for fit in fits if fit is not None]
    if not known:
        return LightJudged("unknown", None, "The picture's colour cannot be told.")
    best = max(known, key=lambda fit: fit.correlation)
    highest = max(fit.gain + 2 * fit.error for fit in known)
    said = (
        f"{len(seen)} frames: the skin took {best.gain:.1%} of its colour from the screen "
        f"(error {2 * best.error:.1%})"
    )
    if best.correlation >= OK_CORRELATION and best.gain - 2 * best.error > LEAST_GAIN / 2:
        return LightJudged("ok", best.correlation, f"{said}.")
    if highest < LEAST_GAIN:
        return LightJudged("violation", best.correlation, f"{said}; the skin did not answer.")
    return LightJudged("unknown", best.correlation, f"{said}; too little to tell.")


@dataclass(frozen=True, slots=True)
class _Fit:
    gain: float
    error: float
    """One standard error, the residuals' own correlation taken into account."""
    correlation: float


def _fit(at_s: "Numbers", values: "Numbers", screen: "Numbers") -> _Fit | None:
    """How far `values` follow `screen` beside a slow drift (camera, daylight) of second order."""
    when = (at_s - at_s.mean()) / max(float(np.ptp(at_s)), 1e-9)
    drift = np.column_stack([np.ones_like(when), when, when**2])
    left_values = values - drift @ np.linalg.lstsq(drift, values, rcond=None)[0]
    left_screen = screen - drift @ np.linalg.lstsq(drift, screen, rcond=None)[0]
    power = float(left_screen @ left_screen)
    if power < 1e-9 * len(values):
        return None
    gain = float(left_screen @ left_values) / power
    rest = left_values - gain * left_screen
    before, after = rest[:-1], rest[1:]
    spread = float(rest @ rest)
    alike = float(np.clip(before @ after / spread, 0, 0.95)) if spread > 0 else 0.0
    free = max(1.0, len(values) * (1 - alike) / (1 + alike) - 4)
    error = math.sqrt(spread / len(values) / free / (power / len(values)))
    total = float(left_values @ left_values)
    correlation = gain * math.sqrt(power / total) if total > 0 else 0.0
    return _Fit(gain, error, correlation)


def _screen(shone: list[tuple[float, float]], at_s: "Numbers") -> "Numbers":
    """The screen's colour at those times; before the first one: the first."""
    starts = np.array([each[0] for each in shone])
    colours = np.array([each[1] for each in shone])
    return colours[np.clip(np.searchsorted(starts, at_s, side="right") - 1, 0, None)]


def _skin(frame: Frame, points: "NDArray[np.float32]") -> "Numbers | None":
    """Mean red, green, blue of both cheeks and the forehead."""
    if not np.isfinite(points[:, :2]).all():
        return None
    half = max(1, round(0.15 * eye_distance(points)))
    height, width = frame.rgb.shape[:2]
    patches: list[NDArray[np.uint8]] = []
    for index in _SKIN:
        x, y = round(float(points[index, 0])), round(float(points[index, 1]))
        if not (half <= x < width - half and half <= y < height - half):
            return None
        patches.append(frame.rgb[y - half : y + half + 1, x - half : x + half + 1])
    return np.mean([patch.mean(axis=(0, 1)) for patch in patches], axis=0)


def _behind(frame: Frame, box: tuple[float, float, float, float]) -> "Numbers | None":
    """Mean colour beside the head, above the shoulders; None where the face fills the picture."""
    height, width = frame.rgb.shape[:2]
    left, top, across, down = box
    bottom = round(min(max(top + 0.7 * down, 0.1), 1) * height)
    room = 0.6 * across
    sides = [
        frame.rgb[:bottom, : round(max(0.0, left - room) * width)],
        frame.rgb[:bottom, round(min(1.0, left + across + room) * width) :],
    ]
    means = [side.mean(axis=(0, 1)) for side in sides if side.shape[1] >= 8]
    return np.mean(means, axis=0) if means else None


def _blue_against_red(rgb: "Numbers") -> float:
    return math.log((float(rgb[2]) + 1) / (float(rgb[0]) + 1))
