"""The demo's candidate: a public-domain portrait, moved by a script whose truth is known.

Renders scikit-image's `astronaut` (NASA, public domain) before a drawn room to a video file:
swaying a little, out of the frame, with a second face, with the head turned by 30 degrees. One
rule: the cuts are instant, so the truth is exact to one frame. As a command
(`python -m tests.e2e.portrait FOLDER [SECONDS]`) it writes the clip with its truth beside it.
"""

import hashlib
import json
import math
import sys
from pathlib import Path
from typing import NamedTuple

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from client.models import store
from client.proctor.detectors.face import FaceDetector
from client.proctor.scene import Scene
from client.proctor.types import Frame

WIDTH, HEIGHT, FPS = 640, 480, 20
LENGTH_S = 60.0
TURN_DEG = 30.0

Picture = NDArray[np.uint8]


class Episode(NamedTuple):
    kind: str
    start_s: float
    end_s: float


Truth = list[dict[str, object]]

EPISODES = (
    Episode("face_absent", 12.0, 16.0),
    Episode("second_face", 20.0, 24.0),
    Episode("head_turned", 28.0, 34.0),
)

_CROP_HEIGHT = 335
"""Rows of the portrait that a webcam would see: head and shoulders, not the helmet."""
_SCALE = HEIGHT / _CROP_HEIGHT
_HEAD = (228, 97)
"""Middle of the head in the portrait, pixels."""
_HAIR = (82, 98)
"""Half axes of an ellipse just outside the hair."""
_PLACE = 250
"""Where the middle of the head goes across the frame."""
_SECOND = (505, 0.82)
"""Where the second person's head goes, and how large they are."""


def truth(length_s: float = LENGTH_S) -> Truth:
    """`{kind, start_s, end_s}` of every scripted episode that fits into the length.

    A still portrait is not alive, all the time: that one has no end.
    """
    scripted: Truth = [dict(each._asdict()) for each in EPISODES if each.end_s <= length_s]
    return [*scripted, {"kind": "liveness", "start_s": 0.0, "end_s": None}]


def render(folder: Path, length_s: float = LENGTH_S) -> Path:
    """The path of the video, made once for each content; needs the face model for the turn."""
    model = store.find("face")
    if model is None:
        raise FileNotFoundError(store.why_missing("face"))
    recipe = Path(__file__).read_bytes() + f"{length_s} {model.sha256}".encode()
    target = folder / f"portrait-{hashlib.sha256(recipe).hexdigest()[:16]}.mp4"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part.mp4")
        _encode(partial, length_s)
        partial.replace(target)
    return target


class Stage:
    """Everything that is drawn once: the room, the person, the turned person."""

    def __init__(self) -> None:
        from skimage import data

        portrait = np.ascontiguousarray(data.astronaut())
        person = _cut_out(portrait)
        self.room = _room()
        self.person = _premultiplied(person)
        self.turned = _premultiplied(_turned(person, _landmarks(portrait), TURN_DEG))
        self.other = np.ascontiguousarray(self.person[:, ::-1])
        noise = np.random.default_rng(7).normal(0, 2.0, (HEIGHT + 64, WIDTH + 64, 3)).round()
        self.brighter = np.clip(noise, 0, 255).astype(np.uint8)
        self.darker = np.clip(-noise, 0, 255).astype(np.uint8)

    def frame(self, at_s: float) -> Picture:
        """The picture at that second of the script."""
        doing = next((e.kind for e in EPISODES if e.start_s <= at_s < e.end_s), "")
        picture = self.room
        if doing == "second_face":
            middle = self.other.shape[1] - _HEAD[0]
            place = _placed(middle, _SECOND[0], at_s + 1.7, zoom=_SECOND[1])
            picture = _over(picture, self.other, place)
        if doing != "face_absent":
            person = self.turned if doing == "head_turned" else self.person
            picture = _over(picture, person, _placed(_HEAD[0], _PLACE, at_s))
        number = round(at_s * FPS)
        x, y = (number * 13) % 64, (number * 29) % 64
        grain = np.s_[y : y + HEIGHT, x : x + WIDTH]
        picture = cv2.subtract(cv2.add(picture, self.brighter[grain]), self.darker[grain])
        return np.asarray(picture, dtype=np.uint8)


def _encode(target: Path, length_s: float) -> None:
    stage = Stage()
    with av.open(str(target), "w") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "veryfast", "crf": "21", "g": str(FPS), "threads": "1"}
        for number in range(round(length_s * FPS)):
            picture = stage.frame(number / FPS)
            image = av.VideoFrame.from_ndarray(picture, format="rgb24")
            image.pts = number
            container.mux(stream.encode(image))
        container.mux(stream.encode())


def _placed(middle: int, across: float, at_s: float, zoom: float = 1.0) -> NDArray[np.float64]:
    """The affine that puts the portrait into the frame, swaying as a seated person does."""
    sway = 3.0 * math.sin(at_s * 0.9) + 1.3 * math.sin(at_s * 2.3 + 1)
    nod = 1.5 * math.sin(at_s * 1.3 + 2)
    size = _SCALE * zoom * (1 + 0.008 * math.sin(at_s * 0.6 + 0.5))
    lean = math.radians(0.7 * math.sin(at_s * 0.7))
    cos, sin = size * math.cos(lean), size * math.sin(lean)
    bottom = _CROP_HEIGHT
    # The waist stays where it is, below the frame; the head moves with the lean.
    return np.array(
        [
            [cos, -sin, across + sway - cos * middle + sin * bottom],
            [sin, cos, HEIGHT + 6 + nod - sin * middle - cos * bottom],
        ]
    )


def _premultiplied(person: Picture) -> Picture:
    alpha = person[:, :, 3:].astype(np.float32) / 255
    return np.dstack([np.round(person[:, :, :3] * alpha).astype(np.uint8), person[:, :, 3]])


def _over(picture: Picture, person: Picture, place: NDArray[np.float64]) -> Picture:
    """The person drawn over the picture; `person` is RGBA, its colours times its alpha."""
    layer = cv2.warpAffine(person, place, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    behind = cv2.cvtColor(255 - layer[:, :, 3], cv2.COLOR_GRAY2RGB)
    seen = cv2.multiply(picture, behind, scale=1 / 255)
    return np.asarray(cv2.add(seen, layer[:, :, :3]), dtype=np.uint8)


def _room() -> Picture:
    """A wall in evening light with a shelf, out of focus."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = 1.05 - 0.45 * np.hypot((x - 180) / WIDTH, (y - 120) / HEIGHT)
    room = np.clip(np.stack([198 * light, 190 * light, 176 * light], axis=2), 0, 255)
    room = np.ascontiguousarray(room.astype(np.uint8))
    rng = np.random.default_rng(3)
    for board in (150, 290):
        cv2.rectangle(room, (400, board), (640, board + 9), (104, 74, 48), -1)
        left = 410
        while left < 630:
            width, height = int(rng.integers(11, 26)), int(rng.integers(60, 105))
            colour = tuple(int(c) for c in rng.integers(50, 170, 3))
            cv2.rectangle(room, (left, board - height), (left + width, board - 1), colour, -1)
            left += width + int(rng.integers(1, 9))
    cv2.rectangle(room, (40, 60), (150, 210), (88, 82, 76), -1)
    cv2.rectangle(room, (49, 69), (141, 201), (150, 168, 172), -1)
    cv2.circle(room, (95, 150), 34, (120, 142, 116), -1)
    return np.asarray(cv2.GaussianBlur(room, (0, 0), 3.5), dtype=np.uint8)


def _cut_out(portrait: Picture) -> Picture:
    """Head and shoulders as RGBA, (`_CROP_HEIGHT`, 512, 4)."""
    picture = portrait[: _CROP_HEIGHT + 60]
    mask = np.full(picture.shape[:2], cv2.GC_BGD, np.uint8)
    cv2.ellipse(mask, _HEAD, _HAIR, 0, 0, 360, cv2.GC_PR_FGD, -1)
    shoulders = [(105, 200), (125, 150), (185, 142), (265, 150), (272, 176), (312, 215)]
    shoulders += [(350, 262), (372, 300), (385, 395), (5, 395), (30, 265)]
    cv2.fillPoly(mask, [np.array(shoulders)], cv2.GC_PR_FGD)
    cv2.ellipse(mask, (226, 82), (60, 52), 0, 0, 360, cv2.GC_FGD, -1)
    cv2.ellipse(mask, (224, 140), (28, 45), 0, 0, 360, cv2.GC_FGD, -1)
    cv2.ellipse(mask, (209, 224), (90, 60), 25, 0, 360, cv2.GC_FGD, -1)
    chest = [(100, 250), (310, 250), (335, 340), (335, 395), (45, 395), (60, 290)]
    cv2.fillPoly(mask, [np.array(chest)], cv2.GC_FGD)
    cv2.setRNGSeed(1)
    empty = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(picture, mask, None, *empty, 6, cv2.GC_INIT_WITH_MASK)
    kept = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(kept)
    if count > 2:
        kept = (labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    alpha = cv2.erode(kept * 255, np.ones((3, 3), np.uint8))
    alpha = cv2.GaussianBlur(alpha, (0, 0), 1.2)
    return np.dstack([picture, alpha])[:_CROP_HEIGHT]


def _landmarks(portrait: Picture) -> NDArray[np.float64]:
    """(478, 3) in pixels of the portrait; z is smaller nearer to the camera."""
    model = store.find("face")
    if model is None:
        raise FileNotFoundError(store.why_missing("face"))
    detector = FaceDetector(model)
    try:
        for number in range(3):
            scene = detector.look(Scene(Frame(portrait, number / 10, number)))
    finally:
        detector.close()
    if not scene.faces:
        raise RuntimeError("the face model finds no face in the portrait")
    return scene.faces[0].points.astype(np.float64)


def _turned(person: Picture, points: NDArray[np.float64], degrees: float) -> Picture:
    """The head turned about its vertical axis by its landmark mesh; shoulders stay.

    The face is turned as the surface that the landmarks give, the edge of the hair keeps its
    place, and the hair between is stretched.
    """
    angle = math.radians(degrees)
    face = points[:468]
    axis_x = float(face[[234, 454], 0].mean())
    depth = face[:, 2].max() - face[:, 2] + 8.0
    sources, targets = [face[:, :2]], [face[:, :2].copy()]
    targets[0][:, 0] = axis_x + (face[:, 0] - axis_x) * math.cos(angle) + depth * math.sin(angle)
    depths = [_rotated_depth(face[:, 0] - axis_x, depth, angle)]
    for grow, back in ((1.0, -10.0), (1.18, -20.0)):
        around = np.linspace(0, 2 * math.pi, 40, endpoint=False)
        ring = np.column_stack(
            [
                _HEAD[0] + grow * _HAIR[0] * np.cos(around),
                _HEAD[1] + grow * _HAIR[1] * np.sin(around),
            ]
        )
        sources.append(ring)
        targets.append(ring)
        depths.append(np.full(len(ring), back))
    return _warped(person, np.vstack(sources), np.vstack(targets), np.concatenate(depths))


def _rotated_depth(
    across: NDArray[np.float64], depth: NDArray[np.float64], angle: float
) -> NDArray[np.float64]:
    return depth * math.cos(angle) - across * math.sin(angle)


def _warped(
    person: Picture,
    sources: NDArray[np.float64],
    targets: NDArray[np.float64],
    depths: NDArray[np.float64],
) -> Picture:
    """Triangle by triangle, the nearest last."""
    triangles = _delaunay(sources)
    triangles = triangles[np.argsort(depths[triangles].mean(axis=1))]
    result = person.copy()
    height, width = person.shape[:2]
    for corners in triangles:
        before, after = sources[corners], targets[corners]
        left, top = np.floor(after.min(axis=0)).astype(int) - 1
        right, bottom = np.ceil(after.max(axis=0)).astype(int) + 2
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
        if right <= left or bottom <= top:
            continue
        offset = np.array([left, top])
        affine = cv2.getAffineTransform(
            before.astype(np.float32), (after - offset).astype(np.float32)
        )
        size = (right - left, bottom - top)
        piece = cv2.warpAffine(
            person, affine, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        mask = np.zeros((size[1], size[0]), np.uint8)
        cv2.fillConvexPoly(mask, np.round(after - offset).astype(np.int32), 255)
        region = result[top:bottom, left:right]
        region[mask > 0] = piece[mask > 0]
    return result


def _delaunay(points: NDArray[np.float64]) -> NDArray[np.int64]:
    from scipy.spatial import Delaunay

    return Delaunay(points).simplices.astype(np.int64)


def _main(folder: str, seconds: str = str(LENGTH_S)) -> int:
    clip = render(Path(folder), float(seconds))
    clip.with_suffix(".truth.json").write_text(json.dumps(truth(float(seconds))))
    print(clip)
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
