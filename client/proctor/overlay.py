"""A recording with what the detectors saw drawn into it, for people who would rather look.

One rule: it shows the frames that detectors looked at and nothing else; what a slow detector saw
stays until its next look, dimmed, and unknown is shown as a question mark.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from client.proctor import observe
from client.proctor.clip import CannotRead
from client.proctor.pose import Angles
from client.proctor.record import Header
from client.proctor.scene import Gaze, Scene
from client.proctor.types import Box, Measure, Observation

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]

WIDEST, TALLEST, LOWEST = 960, 720, 480
"""Of the picture in the video; small ones are enlarged, so that lines and words can be read."""
PANEL = 340
RATE = 10
"""Frames a second that the file states; each has its own time all the same."""
CODECS = ("libx264", "mpeg4")
"""H.264 plays everywhere; MPEG-4 is in every build of FFmpeg."""
_GREEN, _BLUE, _RED = (70, 220, 90), (90, 160, 255), (255, 70, 60)
_WHITE, _GREY, _YELLOW = (235, 235, 235), (150, 150, 150), (255, 210, 60)
_DARK: Colour = (16, 16, 16)
_ASIDE = {"left": (1, 0), "right": (-1, 0), "up": (0, -1), "down": (0, 1)}
"""In the unmirrored picture, of a direction as the candidate sees it."""
_STAYS_S = 4.5
"""How long the last look of a slow detector is shown."""
_AXIS = 0.6
"""Length of the head's axes in heights of the face."""
_LINE = 19
_LONGEST = 30
"""Letters that fit beside a measure's name."""


class Overlay:
    """Encodes one picture for each look; `close` makes the file whole."""

    def __init__(self, path: Path, size: tuple[int, int], header: Header) -> None:
        """Raises CannotRead where no video can be written there."""
        self._canvas = Canvas(size, _footer(header))
        self._last_ms = -1
        try:
            self._container = av.open(str(path), "w")
            codec = next(each for each in CODECS if each in av.codecs_available)
            self._stream: Any = self._container.add_stream(codec, rate=RATE)
            self._stream.width, self._stream.height = self._canvas.size
            self._stream.pix_fmt = "yuv420p"
            self._stream.codec_context.time_base = Fraction(1, 1000)
            self._container.start_encoding()
        except (FFmpegError, OSError, ValueError, StopIteration) as error:
            raise CannotRead(f"{path} cannot be written as a video: try a name in .mp4.") from error

    def show(
        self, scene: Scene, seen: Sequence[Observation], open_signals: Collection[str]
    ) -> None:
        """One frame; raises OSError where the disk takes no more."""
        picture = self._canvas.draw(scene, seen, open_signals)
        image = av.VideoFrame.from_ndarray(picture, format="rgb24")
        # An encoder refuses a time that did not grow; a damaged clip's may stand still.
        self._last_ms = max(self._last_ms + 1, round(1000 * scene.frame.at_s))
        image.pts, image.time_base = self._last_ms, Fraction(1, 1000)
        self._container.mux(self._encode(image))

    def close(self) -> None:
        """Writes what the encoder still holds."""
        if self._last_ms >= 0:
            self._container.mux(self._encode(None))
        self._container.close()

    def _encode(self, image: av.VideoFrame | None) -> Any:
        return self._stream.encode(image)


class Canvas:
    """Draws; remembers only what slow detectors saw last."""

    def __init__(self, size: tuple[int, int], footer: Sequence[str]) -> None:
        """`size`: width and height of the recording's pictures."""
        scale = min(WIDEST / size[0], TALLEST / size[1])
        self._width = max(160, 2 * round(size[0] * scale / 2))
        self._height = max(LOWEST, 2 * round(size[1] * scale / 2))
        self._footer = tuple(footer)
        self._slow: dict[str, tuple[float, tuple[tuple[Box, str], ...]]] = {}
        self._values: dict[Measure, Observation] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of what `draw` returns; both are even, as video needs."""
        return self._width + PANEL, self._height

    def draw(
        self, scene: Scene, seen: Sequence[Observation], open_signals: Collection[str]
    ) -> Pixels:
        """(height, width, 3) uint8 RGB: the picture at the left, words at the right."""
        canvas = np.full((self._height, self._width + PANEL, 3), _DARK, np.uint8)
        place = _Place.of(scene, (self._width, self._height))
        place.put(canvas, scene.frame.rgb)
        self._boxes(canvas, scene, place)
        _faces(canvas, scene, place)
        if open_signals:
            cv2.rectangle(canvas, (1, 1), (self._width - 2, self._height - 2), _RED, 3)
        for each in seen:
            self._values[each.measure] = each
        self._panel(canvas, scene, sorted(open_signals))
        return canvas

    def _boxes(self, canvas: Pixels, scene: Scene, place: "_Place") -> None:
        """People and things, those of the last look where this frame had none."""
        at_s = scene.frame.at_s
        if scene.people is not None:
            self._slow["people"] = at_s, tuple((box, "person") for box in scene.people)
        if scene.things is not None:
            found = ((each.box, f"{each.what} {each.confidence:.2f}") for each in scene.things)
            self._slow["things"] = at_s, tuple(found)
        for name, (looked_s, boxes) in self._slow.items():
            if not 0 <= at_s - looked_s <= _STAYS_S:
                continue
            bright = _BLUE if name == "people" else _YELLOW
            colour = bright if looked_s == at_s else _dim(bright)
            for box, words in boxes:
                left, top, right, bottom = place.corners(box)
                cv2.rectangle(canvas, (left, top), (right, bottom), colour, 1)
                _write(canvas, words, (left + 3, max(12, top - 4)), colour)

    def _panel(self, canvas: Pixels, scene: Scene, open_signals: Sequence[str]) -> None:
        lines = [(f"{scene.frame.at_s:.1f} s", "", _WHITE)]
        lines += [("OPEN", name, _RED) for name in open_signals] or [("nothing open", "", _GREY)]
        lines.append(("", "", _GREY))
        lines += [
            (each.measure.value, f"{_amount(each)}  {each.detail}", _WHITE)
            for each in self._values.values()
            if each.measure not in (Measure.CAMERA, Measure.FACE_FPS)
        ]
        lines += [("", "", _GREY), *((words, "", _GREY) for words in self._footer)]
        for number, (name, value, colour) in enumerate(lines):
            down = 22 + number * _LINE
            _write(canvas, name, (self._width + 10, down), colour)
            _write(canvas, value[:_LONGEST], (self._width + 140, down), colour)


class _Place:
    """Where a frame lies on the canvas; each may have a size of its own."""

    def __init__(self, left: int, top: int, width: int, height: int, scale: float) -> None:
        self._left, self._top, self._width, self._height = left, top, width, height
        self.scale = scale

    @classmethod
    def of(cls, scene: Scene, room: tuple[int, int]) -> "_Place":
        height, width = scene.frame.rgb.shape[:2]
        scale = min(room[0] / width, room[1] / height)
        shown = max(1, round(width * scale)), max(1, round(height * scale))
        return cls((room[0] - shown[0]) // 2, (room[1] - shown[1]) // 2, *shown, scale)

    def put(self, canvas: Pixels, rgb: Pixels) -> None:
        size = (self._width, self._height)
        shown = cv2.resize(rgb, size, interpolation=cv2.INTER_LINEAR)
        canvas[self._top : self._top + self._height, self._left : self._left + self._width] = shown

    def point(self, x: float, y: float) -> tuple[int, int]:
        """Of pixels of the frame."""
        return round(self._left + x * self.scale), round(self._top + y * self.scale)

    def corners(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, right, bottom, cut to the picture."""
        x, y, width, height = (min(2.0, max(-1.0, each)) for each in box)
        left, right = (min(1.0, max(0.0, each)) for each in (x, x + width))
        top, bottom = (min(1.0, max(0.0, each)) for each in (y, y + height))
        return (
            round(self._left + left * (self._width - 1)),
            round(self._top + top * (self._height - 1)),
            round(self._left + right * (self._width - 1)),
            round(self._top + bottom * (self._height - 1)),
        )


def axes(angles: Angles) -> tuple[tuple[float, float], ...]:
    """Where the head's right, down and forward point in the picture: x right, y down, unit length.

    The signs are those of `types.Looked`.
    """
    yaw, pitch, roll = np.radians((angles.yaw_deg, angles.pitch_deg, angles.roll_deg))
    about_y = [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
    about_x = [[1, 0, 0], [0, np.cos(pitch), np.sin(pitch)], [0, -np.sin(pitch), np.cos(pitch)]]
    about_z = [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
    turned = np.array(about_y) @ np.array(about_x) @ np.array(about_z)
    return tuple((float(turned[0, axis]), float(turned[1, axis])) for axis in range(3))


def _faces(canvas: Pixels, scene: Scene, place: _Place) -> None:
    for number, face in enumerate(scene.faces or ()):
        left, top, right, bottom = place.corners(face.box)
        colour = _GREEN if number == 0 else _RED
        cv2.rectangle(canvas, (left, top), (right, bottom), colour, 1)
        for x, y in face.points[:, :2]:
            if np.isfinite(x) and np.isfinite(y):
                _dot(canvas, place.point(float(x), float(y)), colour)
    if not scene.faces:
        return
    left, top, right, bottom = place.corners(scene.faces[0].box)
    middle, length = ((left + right) // 2, (top + bottom) // 2), _AXIS * (bottom - top)
    if scene.pose is not None:
        neutral = scene.known.neutral
        pose = scene.pose if neutral is None else observe.relative(scene.pose, neutral)
        for (x, y), colour in zip(axes(pose), (_RED, _GREEN, _BLUE), strict=True):
            end = round(middle[0] + length * x), round(middle[1] + length * y)
            cv2.line(canvas, middle, end, colour, 2, cv2.LINE_AA)
    if scene.gaze is not None:
        brow = (left + right) // 2, top + (bottom - top) // 4
        _gaze(canvas, scene.gaze, brow, (left, bottom + 16))


def _gaze(canvas: Pixels, gaze: Gaze, brow: tuple[int, int], below: tuple[int, int]) -> None:
    """An arrow to the side that is looked beyond, a small screen with the point where it is known,
    and the error in words."""
    if gaze.beyond_deg > 0:
        x, y = _ASIDE[gaze.direction]
        length = 4 * min(30.0, gaze.beyond_deg) + 20
        tip = round(brow[0] + length * x), round(brow[1] + length * y)
        sure = _RED if gaze.beyond_deg > gaze.error_deg else _YELLOW
        cv2.arrowedLine(canvas, brow, tip, sure, 2, cv2.LINE_AA, tipLength=0.25)
    side = "beyond" if gaze.beyond_deg > 0 else "inside"
    words = f"{abs(gaze.beyond_deg):.0f} +- {gaze.error_deg:.0f} deg {side} {gaze.direction}"
    _write(canvas, words, below, _YELLOW)
    if gaze.point is None:
        return
    left, top, width, height = 10, 10, 128, 72
    cv2.rectangle(canvas, (left, top), (left + width, top + height), _WHITE, 1)
    x, y = (min(1.5, max(-0.5, each)) for each in gaze.point)
    at = round(left + x * width), round(top + y * height)
    cv2.circle(canvas, at, 4, _YELLOW, -1, cv2.LINE_AA)


def _footer(header: Header) -> list[str]:
    rates = [f"{name} {1 / every_s:.3g}/s" for name, every_s in header.every_s.items() if every_s]
    lines = [", ".join(rates[at : at + 3]) for at in range(0, len(rates), 3)]
    return [*lines, *(f"{name} is off" for name in header.off)]


def _amount(seen: Observation) -> str:
    return "?" if seen.value is None else f"{seen.value:.3g}"


def _dot(canvas: Pixels, at: tuple[int, int], colour: Colour) -> None:
    if 0 <= at[1] < canvas.shape[0] and 0 <= at[0] < canvas.shape[1]:
        canvas[at[1], at[0]] = colour


def _dim(colour: Colour) -> Colour:
    return (colour[0] * 3 // 5, colour[1] * 3 // 5, colour[2] * 3 // 5)


def _write(canvas: Pixels, words: str, at: tuple[int, int], colour: Colour) -> None:
    """On a dark ground of its own; OpenCV's own strokes have no letters beyond ASCII."""
    plain = words.encode("ascii", "replace").decode()
    if not plain:
        return
    font, size = cv2.FONT_HERSHEY_SIMPLEX, 0.42
    (width, height), _ = cv2.getTextSize(plain, font, size, 1)
    cv2.rectangle(
        canvas, (at[0] - 2, at[1] - height - 3), (at[0] + width + 2, at[1] + 4), _DARK, -1
    )
    cv2.putText(canvas, plain, at, font, size, colour, 1, cv2.LINE_AA)
