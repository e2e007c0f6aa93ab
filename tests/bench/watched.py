"""The shared recordings as our detectors see them, for the quality benchmarks of pictures.

One rule: everything goes through the bank, the observations and the rules of the product, in the
recording's own time; a clock that stands still keeps every detector at its rate.
"""

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from client.proctor import engine, observe
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS
from client.proctor.rules import rules_for
from client.proctor.scene import Scene
from client.proctor.sources.replay import upright
from client.proctor.types import Frame, Observation, Opened
from shared.policy import Accommodations, Policy

Picture = NDArray[np.uint8]
EVERY_S = 0.1
ONE_PERSON = (
    "gaze_video/center_focus.mp4",
    "gaze_video/center_left_center.mp4",
    "gaze_video_pointer/demo.mp4",
)
SEVERAL = ("people_video/video00.mp4", "people_video/video02.mp4", "people_video/video03.mp4")
_GREY = 114


@dataclass(frozen=True, slots=True)
class Look:
    """One frame that the detectors looked at."""

    at_s: float
    scene: Scene
    seen: tuple[Observation, ...]


def samples() -> Path | None:
    """The folder of recordings, or None."""
    folder = Path(os.environ.get("INVIGIL_SAMPLES", "/nowhere"))
    return folder if folder.is_dir() else None


def model(name: str) -> Path | None:
    """A comparison's file in a folder of INVIGIL_MODELS, or None."""
    folders = [
        Path(part) for part in os.environ.get("INVIGIL_MODELS", "").split(os.pathsep) if part
    ]
    return next((path for folder in folders if (path := folder / name).exists()), None)


def bank(*names: str) -> Bank:
    """These detectors alone, in their order."""
    rows = tuple(row for row in DETECTORS if row.name in names)
    return Bank(rows, clock=lambda: 0.0)


def frames(clip: Path) -> Iterator[tuple[float, Picture]]:
    """(seconds, RGB) of ten frames a second."""
    due_s = 0.0
    with av.open(str(clip)) as container:
        for image in container.decode(video=0):
            at_s = float(image.time or 0)
            if at_s >= due_s - 0.02:
                due_s += EVERY_S
                yield at_s, upright(image)


def looks(loaded: Bank, pictures: Iterator[tuple[float, Picture]]) -> Iterator[Look]:
    """What the detectors make of them."""
    for number, (at_s, rgb) in enumerate(pictures):
        scene, _ = loaded.look(Scene(Frame(rgb, at_s, number)))
        at_ms = round(1000 * at_s)
        yield Look(at_s, scene, observe.observations(scene, loaded.running, at_ms))


def opened(seen: Sequence[Look]) -> list[Opened]:
    """The signals that our rules open on these looks."""
    state = engine.begin(rules_for(Policy(), Accommodations()))
    signals: list[Opened] = []
    for look in seen:
        state, found = engine.step(state, look.seen, round(1000 * look.at_s))
        signals += [each for each in found if isinstance(each, Opened)]
    return signals


def photo(path: Path) -> Picture:
    """RGB as it is."""
    bgr = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if bgr is None:
        raise ValueError(f"{path.name} is no picture")
    return np.ascontiguousarray(bgr[:, :, ::-1], dtype=np.uint8)


def fitted(rgb: Picture, width: int = 640, height: int = 480) -> Picture:
    """Shrunk or grown into a grey frame of a webcam's size."""
    scale = min(width / rgb.shape[1], height / rgb.shape[0])
    size = (round(rgb.shape[1] * scale), round(rgb.shape[0] * scale))
    frame = np.full((height, width, 3), _GREY, np.uint8)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    frame[top : top + size[1], left : left + size[0]] = small
    return frame


def people_of(folder: Path) -> dict[str, str]:
    """Of each photograph of faces_deepface one name for its person: pairs say who is the same."""
    of: dict[str, str] = {path.name: path.name for path in sorted(folder.glob("*.jpg"))}
    with (folder / "master.csv").open(newline="") as file:
        same = [row for row in csv.DictReader(file) if row["Decision"] == "Yes"]
    for row in same:
        one, other = of.get(row["file_x"]), of.get(row["file_y"])
        if one is not None and other is not None:
            of = {name: one if who == other else who for name, who in of.items()}
    return of


def row(name: str, measure: str, ours: float | None, **more: Any) -> dict[str, Any]:
    """A benchmark's row with the keys that quality does not use left empty."""
    empty = dict.fromkeys(("denominator", "ratio", "repeats", "spread", "n", "interval", "target"))
    return {"name": name, "measure": measure, "ours": ours, "unit": "", "ok": None} | empty | more
