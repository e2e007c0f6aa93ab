"""`head-pose`: degrees that are read against degrees that a head was turned by.

A portrait in the public domain is turned in the plane by rotating the picture and about its
vertical axis by its own mesh; on a film of a turning head Intel's network is asked beside ours. One
rule: all angles are away from the same head at rest, as the rules take them.
"""

import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from client.models.onnx import session as open_model
from client.proctor.pose import Angles
from client.proctor.scene import Scene
from client.proctor.types import Frame
from tests.bench import stats, watched
from tests.bench.gaze import landmarker
from tests.bench.watched import Picture, row

NAME = "head-pose"
_TURNS = (-30, -20, -10, 10, 20, 30)
_MIDDLE = (228, 110)
"""Of the portrait's face, in its pixels."""
_CLIP = "gaze_video_pointer/demo.mp4"


def run() -> list[dict[str, Any]]:
    """Rows for roll, yaw and the comparison."""
    loaded = watched.bank("face", "head_pose")
    missing = " ".join(loaded.off.values())
    loaded.close()
    if missing:
        return [row(NAME, "head pose", None, note=missing)]
    rows = [*_rolled(), *_turned()]
    samples, other = watched.samples(), watched.model("head-pose-estimation-adas-0001.onnx")
    if samples is not None and other is not None:
        rows += _beside(samples / _CLIP, other)
    return [each | {"model": landmarker()} for each in rows]


def _rolled() -> list[dict[str, Any]]:
    from skimage import data

    portrait = np.ascontiguousarray(data.astronaut())
    rest = _pose(portrait)
    size = portrait.shape[1::-1]
    off: list[float] = []
    drift: list[float] = []
    for degrees in _TURNS:
        # OpenCV counts counter-clockwise, our roll clockwise.
        turn = cv2.getRotationMatrix2D(_MIDDLE, -degrees, 1.0)
        picture = cv2.warpAffine(portrait, turn, size, borderMode=cv2.BORDER_REPLICATE)
        found = _pose(np.asarray(picture, dtype=np.uint8))
        if rest is None or found is None:
            continue
        off.append(abs(found.roll_deg - rest.roll_deg - degrees))
        drift += [abs(found.yaw_deg - rest.yaw_deg), abs(found.pitch_deg - rest.pitch_deg)]
    note = f"yaw and pitch stray by {max(drift):.1f} degrees at most"
    return [_error("roll: error of a picture turned by 10, 20 and 30 degrees", off, note, 3.0)]


def _turned() -> list[dict[str, Any]]:
    from skimage import data

    from tests.e2e import portrait as stage

    portrait = np.ascontiguousarray(data.astronaut())
    person, points = stage._cut_out(portrait), stage._landmarks(portrait)

    def seen(degrees: float) -> Angles | None:
        turned = stage._turned(person, points, degrees) if degrees else person
        place = stage._placed(stage._HEAD[0], stage._PLACE, 0.0)
        return _pose(stage._over(stage._room(), stage._premultiplied(turned), place))

    rest = seen(0)
    read = {degrees: seen(degrees) for degrees in _TURNS}
    found = {
        degrees: pose.yaw_deg - rest.yaw_deg
        for degrees, pose in read.items()
        if pose is not None and rest is not None
    }
    shares = [value / degrees for degrees, value in found.items()]
    note = f"synthetic; {np.mean(shares):.0%} of the turn is read: " + ", ".join(
        f"{degrees}: {value:.0f}" for degrees, value in found.items()
    )
    off = [abs(value - degrees) for degrees, value in found.items()]
    return [_error("yaw: error of a head turned by 10, 20 and 30 degrees", off, note, 5.0)]


def _error(measure: str, off: list[float], note: str, target: float) -> dict[str, Any]:
    mean = float(np.mean(off))
    return row(
        NAME,
        measure,
        mean,
        unit="degrees",
        n=len(off),
        interval=[min(off), max(off)],
        target=target,
        ok=mean <= target,
        data="astronaut (NASA, public domain)",
        note=f"{note}; one face, the interval is the range",
    )


def _beside(clip: Path, model: Path) -> list[dict[str, Any]]:
    other = open_model(model)
    names = [output.name for output in other.get_outputs()]
    loaded = watched.bank("face", "head_pose")
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for number, (at_s, rgb) in enumerate(watched.frames(clip)):
        scene, _ = loaded.look(Scene(Frame(rgb, at_s, number)))
        if number % 2 or scene.pose is None or not scene.faces:
            continue
        values = other.run(None, {"data": _cut(rgb, scene)})
        said = {
            name: float(np.asarray(value).ravel()[0])
            for name, value in zip(names, values, strict=True)
        }
        ours.append((scene.pose.yaw_deg, scene.pose.pitch_deg))
        theirs.append((said["angle_y_fc"], said["angle_p_fc"]))
    loaded.close()
    rows: list[dict[str, Any]] = []
    for side, name in enumerate(("yaw", "pitch")):
        mine = np.array([each[side] for each in ours])
        its = np.array([each[side] for each in theirs])
        slope = float(np.polyfit(its, mine, 1)[0])
        apart = np.abs((mine - np.median(mine)) - (its - np.median(its)))
        blocks = {str(i): list(part) for i, part in enumerate(np.array_split(apart, 10))}
        rows.append(
            row(
                NAME,
                f"{name}: difference from head-pose-estimation-adas-0001",
                float(apart.mean()),
                unit="degrees",
                n=len(mine),
                interval=list(stats.bootstrap(blocks, lambda values: float(values.mean()))),
                data=_CLIP,
                note=f"no truth: two estimates; ours turns {slope:.2f} of its degrees, "
                f"correlation {np.corrcoef(its, mine)[0, 1]:.2f}; one person, interval over time",
            )
        )
    return rows


def _cut(rgb: Picture, scene: Scene) -> Any:
    """The face as the network wants it, (1, 3, 60, 60) BGR."""
    assert scene.faces
    points = scene.faces[0].points[:468, :2]
    low, high = points.min(axis=0), points.max(axis=0)
    scale = 60 / (1.15 * float(max(high - low)))
    middle = (low + high) / 2
    move = np.array([[scale, 0, 30 - scale * middle[0]], [0, scale, 30 - scale * middle[1]]])
    crop = cv2.warpAffine(np.ascontiguousarray(rgb[:, :, ::-1]), move, (60, 60))
    return crop.transpose(2, 0, 1)[None].astype(np.float32)


def _pose(rgb: Picture) -> Angles | None:
    """Of a picture shown three times, so that the landmarker settles."""
    loaded = watched.bank("face", "head_pose")
    pose = None
    for number in range(3):
        scene, _ = loaded.look(Scene(Frame(np.ascontiguousarray(rgb), number / 10, number)))
        pose = scene.pose
    loaded.close()
    return pose if pose is not None and math.isfinite(pose.yaw_deg) else None
