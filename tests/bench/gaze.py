"""`gaze`: how far a calibrated gaze is from the point looked at, and whether its interval holds.

One person, two sessions, one picture for each point. One rule: nine pictures near a 3 by 3 grid
calibrate, four judge the error, and all figures are of the pictures of that session left over;
sixty draws, because nine pictures are a matter of luck.
"""

import csv
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from client.models import store
from client.models.onnx import session as open_model
from client.proctor import gaze_fit, observe, offscreen
from client.proctor.calibration import (
    Calibration,
    Screen,
    corrected,
    features,
    from_middle,
    predict,
    share,
    steady,
)
from client.proctor.gaze_fit import Sighting
from client.proctor.pose import Look
from client.proctor.scene import Scene
from client.proctor.types import Frame
from shared.policy import Policy
from tests.bench import stats, watched
from tests.bench.gaze_models import MODELS, Model
from tests.bench.watched import row

NAME = "gaze"
BASELINE = 11.7
"""Percent of the diagonal after nine frames: the figure to beat in the shared README."""
SCREEN = Screen(344, 194, 600)
"""The recording does not say: a 15.6-inch screen seen from 60 cm is assumed, for degrees only."""
_PIXELS = (1920, 1080)
_LEVEL = Policy().sensitivity.gaze_beyond_deg
_DRAWS = 60
_NEAR = 4
"""One of the four pictures nearest to each grid point is drawn."""
_GRID = tuple((x, y) for y in (0.1, 0.5, 0.9) for x in (0.1, 0.5, 0.9))
_HELD = tuple((x, y) for y in (0.3, 0.7) for x in (0.3, 0.7))

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture and the point looked at."""

    session: str
    at: tuple[float, float]
    """Shares of the screen."""
    look: Look
    vector: tuple[float, float] | None = None
    """The comparison's gaze, degrees across and down."""

    def sighting(self) -> Sighting:
        return Sighting(self.at[0] * SCREEN.width_mm, self.at[1] * SCREEN.height_mm, (self.look,))


@dataclass(frozen=True, slots=True)
class Draw:
    """Which pictures calibrate, which judge, which are left over."""

    points: list[Shot]
    held_out: list[Shot]
    others: list[Shot]


@dataclass(frozen=True, slots=True)
class Missed:
    """One prediction of a picture left over."""

    picture: str
    diagonal: float
    """Percent of the screen's diagonal."""
    degrees: float
    within: bool
    """Whether the stated interval held it."""
    half_deg: float
    claimed: bool = False
    """Whether the rule would call this look at the screen a look off it."""


def run() -> list[dict[str, Any]]:
    """Rows for each session, across sessions, and for the other models."""
    samples, loaded = watched.samples(), watched.bank("face", "head_pose", "gaze")
    if samples is None or loaded.off:
        loaded.close()
        missing = " ".join(loaded.off.values()) or "INVIGIL_SAMPLES names no folder"
        return [row(NAME, "screen-point error", None, note=missing)]
    shots, unseen = _shots(samples / "gaze_screen_point", loaded.look)
    loaded.close()
    sessions = sorted({shot.session for shot in shots})
    rows: list[dict[str, Any]] = []
    for name in sessions:
        mine = [shot for shot in shots if shot.session == name]
        rows += _session(name, mine, unseen.get(name, 0))
    for one, other in ((sessions[0], sessions[1]), (sessions[1], sessions[0])):
        rows += _transfer(shots, one, other)
    for name in sessions:
        rows += _compared(name, [shot for shot in shots if shot.session == name])
    return [each | {"model": landmarker()} for each in rows]


def landmarker() -> str:
    """Which landmarker the figures are of."""
    found = store.find("face")
    return "" if found is None else f"{found.source} {found.version}"


def _session(name: str, shots: list[Shot], unseen: int) -> list[dict[str, Any]]:
    missed: list[Missed] = []
    stated: list[float] = []
    refused = 0
    for draw in _draws(shots):
        fitted = _fitted(draw)
        if fitted.calibration is None:
            refused += 1
            continue
        stated.append(fitted.calibration.error_deg)
        missed += _judged(fitted.calibration, draw.others)
    where = f"gaze_screen_point {name}"
    note = (
        f"one person; interval over pictures; {_DRAWS} draws, {refused} refused, "
        f"{unseen} pictures without open eyes"
    )
    within = {"n": len(shots), "data": where, "note": note}
    diagonal = _mean(missed, lambda each: each.diagonal)
    degrees = _mean(missed, lambda each: each.degrees)
    held = float(np.mean([each.within for each in missed]))
    claimed = float(np.mean([each.claimed for each in missed]))
    half = float(np.mean([each.half_deg for each in missed]))
    return [
        row(
            NAME,
            f"screen-point error after 9 frames, session {name[0]}",
            diagonal,
            denominator=BASELINE,
            ratio=diagonal / BASELINE,
            unit="% of the diagonal",
            interval=_interval(missed, lambda each: each.diagonal),
            target=BASELINE,
            ok=diagonal < BASELINE,
            **within,
        ),
        row(
            NAME,
            f"angular error after 9 frames, free head, session {name[0]}",
            degrees,
            unit="degrees, if the screen is 15.6 inches at 60 cm",
            interval=_interval(missed, lambda each: each.degrees),
            target=5.0,
            ok=degrees <= 5.0,
            **within | {"note": f"{note}; stated error {np.mean(stated):.2f}"},
        ),
        row(
            NAME,
            f"coverage of the stated 90 % interval, session {name[0]}",
            held,
            unit="share",
            interval=_interval(missed, lambda each: float(each.within)),
            target=0.9,
            ok=0.88 <= held <= 0.92,
            **within | {"note": f"{note}; mean half width {half:.1f} degrees"},
        ),
        row(
            NAME,
            f"looks at the screen called looks off it, session {name[0]}",
            claimed,
            unit="share",
            interval=list(stats.wilson(len({e.picture for e in missed if e.claimed}), len(shots))),
            target=0.02,
            ok=claimed <= 0.02,
            **within | {"note": f"{note}; single pictures, before the rule's 3 s"},
        ),
    ]


def _transfer(shots: list[Shot], one: str, other: str) -> list[dict[str, Any]]:
    """Calibrated in one session, used in the other, before and after four clicks there."""
    asked = [shot for shot in shots if shot.session == other]
    plain: list[Missed] = []
    clicked: list[Missed] = []
    for number, draw in enumerate(_draws([shot for shot in shots if shot.session == one])):
        model = _fitted(draw).calibration
        if model is None:
            continue
        plain += _judged(model, asked)
        clicks = np.random.default_rng(number).choice(len(asked), 4, replace=False)
        for i in clicks:
            x_mm, y_mm = asked[i].at[0] * SCREEN.width_mm, asked[i].at[1] * SCREEN.height_mm
            model = corrected(model, [asked[i].look], x_mm, y_mm)
        clicked += _judged(model, [shot for i, shot in enumerate(asked) if i not in clicks])
    return [
        row(
            NAME,
            f"error, calibrated in {one[0]}, used in {other[0]}{after}",
            _mean(missed, lambda each: each.diagonal),
            unit="% of the diagonal",
            n=len(asked),
            interval=_interval(missed, lambda each: each.diagonal),
            data="gaze_screen_point",
            note="another day, seat and light: nobody should do this; stated interval held "
            f"{np.mean([each.within for each in missed]):.0%}",
        )
        for after, missed in (("", plain), (", after 4 clicks", clicked))
    ]


def _compared(name: str, shots: list[Shot]) -> list[dict[str, Any]]:
    """The other models on the same draws and features."""
    rows: list[dict[str, Any]] = []

    def judged(asked: Callable[[Shot, Look], Sequence[float]], model: Model) -> list[Missed]:
        missed: list[Missed] = []
        for draw in _draws(shots, draws=20):
            rest = steady([shot.look for shot in draw.points])
            known = np.array([asked(shot, rest) for shot in draw.points])
            wanted = np.array([_degrees(shot) for shot in draw.points])
            found = model(known, wanted, np.array([asked(shot, rest) for shot in draw.others]))
            missed += [
                _missed(shot, (at[0], at[1]), math.inf)
                for shot, at in zip(draw.others, found, strict=True)
            ]
        return missed

    def ours(shot: Shot, rest: Look) -> Sequence[float]:
        return features(shot.look, rest, mirrored=False)

    tried = [(label, judged(ours, model)) for label, model in MODELS.items()]
    if all(shot.vector is not None for shot in shots):
        vector = judged(lambda shot, _: shot.vector or (0.0, 0.0), MODELS["ridge"])
        tried.append(("gaze-estimation-adas-0002, then ridge", vector))
    for label, missed in tried:
        rows.append(
            row(
                NAME,
                f"comparison: {label}, session {name[0]}",
                _mean(missed, lambda each: each.diagonal),
                unit="% of the diagonal",
                n=len(shots),
                interval=_interval(missed, lambda each: each.diagonal),
                data=f"gaze_screen_point {name}",
                note="same features, same nine points, 20 draws",
            )
        )
    return rows


def _fitted(draw: Draw) -> gaze_fit.Fit:
    points, held_out = draw.points, draw.held_out
    return gaze_fit.fit(
        SCREEN, [shot.sighting() for shot in points], [shot.sighting() for shot in held_out]
    )


def _judged(model: Calibration, shots: list[Shot]) -> list[Missed]:
    missed: list[Missed] = []
    for shot in shots:
        aim = predict(model, shot.look)
        if aim is not None:
            beyond = observe.beyond_deg(offscreen.gaze(SCREEN, aim, measured=True))
            each = _missed(shot, (aim.x_deg, aim.y_deg), aim.half_deg, share(SCREEN, aim))
            missed.append(replace(each, claimed=beyond is not None and beyond >= _LEVEL))
    return missed


def _missed(
    shot: Shot,
    at_deg: tuple[float, float],
    half_deg: float,
    place: tuple[float, float] | None = None,
) -> Missed:
    if place is None:
        x, y = (math.tan(math.radians(each)) * SCREEN.distance_mm for each in at_deg)
        place = 0.5 + x / SCREEN.width_mm, 0.5 + y / SCREEN.height_mm
    across, down = ((place[i] - shot.at[i]) * _PIXELS[i] for i in (0, 1))
    degrees = math.dist(at_deg, _degrees(shot))
    return Missed(
        f"{shot.at}",
        100 * math.hypot(across, down) / math.hypot(*_PIXELS),
        degrees,
        degrees <= half_deg,
        half_deg,
    )


def _degrees(shot: Shot) -> tuple[float, float]:
    return from_middle(SCREEN, shot.at[0] * SCREEN.width_mm, shot.at[1] * SCREEN.height_mm)


def _mean(missed: list[Missed], what: Callable[[Missed], float]) -> float:
    return float(np.mean([what(each) for each in missed]))


def _interval(missed: list[Missed], what: Callable[[Missed], float]) -> list[float]:
    """Pictures are drawn again: there is one person only."""
    by_picture: dict[str, list[float]] = {}
    for each in missed:
        by_picture.setdefault(each.picture, []).append(what(each))
    return list(stats.bootstrap(by_picture, lambda values: float(values.mean()), draws=300))


def _draws(shots: list[Shot], draws: int = _DRAWS) -> Iterator[Draw]:
    chance = np.random.default_rng(1)
    for _ in range(draws):
        left = list(shots)
        chosen = [_near(spot, left, chance) for spot in (*_GRID, *_HELD)]
        yield Draw(chosen[: len(_GRID)], chosen[len(_GRID) :], left)


def _near(spot: tuple[float, float], left: list[Shot], chance: np.random.Generator) -> Shot:
    """Takes one of the nearest pictures out of those left."""
    near = sorted(left, key=lambda shot: math.dist(shot.at, spot))[:_NEAR]
    taken = near[int(chance.integers(len(near)))]
    left.remove(taken)
    return taken


def _shots(
    folder: Path, look: Callable[[Scene], tuple[Scene, bool]]
) -> tuple[list[Shot], dict[str, int]]:
    """All pictures, and how many of each session showed no open eyes.

    Each is shown twice, so that the landmarker follows from one picture to the next as in a film.
    """
    with (folder / "labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    other = _Other.found()
    shots: list[Shot] = []
    unseen: dict[str, int] = {}
    for number, label in enumerate(rows):
        rgb = watched.photo(folder / "frames" / label["image"])
        look(Scene(Frame(rgb, 0.4 * number, 2 * number)))
        scene, _ = look(Scene(Frame(rgb, 0.4 * number + 0.2, 2 * number + 1)))
        if scene.look is None:
            unseen[label["session"]] = unseen.get(label["session"], 0) + 1
            continue
        at = int(label["screen_x"]) / _PIXELS[0], int(label["screen_y"]) / _PIXELS[1]
        vector = None if other is None else other.gaze(scene)
        shots.append(Shot(label["session"], at, scene.look, vector))
    return shots, unseen


class _Other:
    """Intel's gaze and head pose models, as a comparison."""

    def __init__(self, gaze: Path, pose: Path) -> None:
        self._gaze, self._pose = open_model(gaze), open_model(pose)

    @classmethod
    def found(cls) -> "_Other | None":
        gaze = watched.model("gaze-estimation-adas-0002.onnx")
        pose = watched.model("head-pose-estimation-adas-0001.onnx")
        return None if gaze is None or pose is None else cls(gaze, pose)

    def gaze(self, scene: Scene) -> tuple[float, float] | None:
        """Degrees across and down of its gaze vector."""
        if not scene.faces:
            return None
        bgr, points = scene.frame.rgb[:, :, ::-1], scene.faces[0].points
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        side = 1.1 * float(max(high - low))
        head = self._pose.run(None, {"data": _cut(bgr, (low + high) / 2, side)})
        names = [output.name for output in self._pose.get_outputs()]
        angle = {
            name: float(np.asarray(value).ravel()[0])
            for name, value in zip(names, head, strict=True)
        }
        crops = [
            _cut(
                bgr, points[[a, b], :2].mean(axis=0), 1.8 * math.dist(points[a, :2], points[b, :2])
            )
            for a, b in ((362, 263), (33, 133))
        ]
        turn = [[angle["angle_y_fc"], angle["angle_p_fc"], angle["angle_r_fc"]]]
        inputs = {
            "left_eye_image": crops[0],
            "right_eye_image": crops[1],
            "head_pose_angles": np.array(turn, np.float32),
        }
        x, y, z = np.asarray(self._gaze.run(None, inputs)[0]).ravel()
        return math.degrees(math.atan2(x, -z)), math.degrees(math.atan2(y, -z))


def _cut(bgr: NDArray[np.uint8], middle: Points, side: float) -> NDArray[np.float32]:
    """A square around the middle as (1, 3, 60, 60)."""
    scale = 60 / side
    move = np.array([[scale, 0, 30 - scale * middle[0]], [0, scale, 30 - scale * middle[1]]])
    crop = cv2.warpAffine(np.ascontiguousarray(bgr), move, (60, 60), flags=cv2.INTER_LINEAR)
    return np.asarray(crop.transpose(2, 0, 1)[None], dtype=np.float32)
