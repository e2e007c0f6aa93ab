"""`vision`: what watching costs beside what it cannot do without.

CPU time per frame of our whole path (landmarks, pose, gaze, rules) over the bare stock
FaceLandmarker on the same frames. One rule: the denominator is measured in the same run,
alternating, and a run in which it wavers by more than a tenth says so.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from client.models import manifest, store
from client.proctor import engine, observe
from client.proctor.bank import Bank
from client.proctor.detectors import fast_mediapipe
from client.proctor.detectors.face import MOST_FACES
from client.proctor.neutral import Neutral, Sample, neutral_of
from client.proctor.rules import rules_for
from client.proctor.scene import Scene
from client.proctor.sources.replay import upright
from client.proctor.types import Frame
from shared.policy import Accommodations, Policy

REPEATS = 7
FRAMES = 120
TARGET = 0.90
_EVERY_S = 0.1
_STEADY = 0.10

Frames = list[NDArray[np.uint8]]


def run(clip: Path | None = None, repeats: int = REPEATS) -> list[dict[str, Any]]:
    """One result; `clip` defaults to a real recording where INVIGIL_SAMPLES has one."""
    stock_model = _stock_model()
    if stock_model is None:
        return [_row(None, None, note="the stock face_landmarker.task is not on this machine")]
    frames, what = _frames(clip)
    ours, stock = _Ours(), _Stock(stock_model)
    try:
        for path in (ours, stock):
            path.look(frames[:20])
        pairs = [(_cpu_ms(ours.look, frames), _cpu_ms(stock.look, frames)) for _ in range(repeats)]
    finally:
        ours.close()
        stock.close()
    return [_row(pairs, len(frames), note=what)]


def main() -> int:
    """Prints the result as one line and as JSON."""
    for row in run():
        sys.stdout.write(f"{json.dumps(row)}\n")
    return 0


class _Ours:
    """Everything that the worker does with a frame, short of drawing the preview."""

    def __init__(self) -> None:
        self._bank = Bank()
        self._state = engine.begin(rules_for(Policy(), Accommodations()))
        self._neutral: Neutral | None = None
        self._number = 0

    def look(self, frames: Frames) -> None:
        samples: list[Sample] = []
        for pixels in frames:
            at_s = self._number * _EVERY_S
            scene, _ = self._bank.look(Scene(Frame(pixels, at_s, self._number)))
            if self._neutral is None and scene.pose is not None:
                samples.append(Sample(at_s, scene.pose, scene.eyes))
                self._neutral = neutral_of(samples)
            at_ms = round(1000 * at_s)
            seen = observe.observations(scene, self._neutral, at_ms)
            self._state, _ = engine.step(self._state, seen, at_ms)
            self._number += 1

    def close(self) -> None:
        self._bank.close()


class _Stock:
    """MediaPipe's own bundle with its defaults, as its documentation shows it."""

    def __init__(self, model: Path) -> None:
        mediapipe, vision = fast_mediapipe.load()
        self._mediapipe = mediapipe
        self._landmarker = vision.FaceLandmarker.create_from_options(
            vision.FaceLandmarkerOptions(
                base_options=mediapipe.tasks.BaseOptions(model_asset_path=str(model)),
                running_mode=vision.RunningMode.VIDEO,
                num_faces=MOST_FACES,
            )
        )
        self._number = 0

    def look(self, frames: Frames) -> None:
        for pixels in frames:
            self._number += 1
            image = self._mediapipe.Image(
                image_format=self._mediapipe.ImageFormat.SRGB, data=pixels
            )
            self._landmarker.detect_for_video(image, round(1000 * _EVERY_S * self._number))

    def close(self) -> None:
        self._landmarker.close()


def _stock_model() -> Path | None:
    face = next(model for model in manifest.bundled() if model.name == "face")
    stock = next(source.sha256 for source in face.sources if source.url is not None)
    for candidate in store.default_store().candidates("face"):
        if candidate.found is not None and candidate.found.sha256 == stock:
            return candidate.path
    return None


def _frames(clip: Path | None) -> tuple[Frames, str]:
    samples = os.environ.get("INVIGIL_SAMPLES")
    if clip is None and samples:
        clip = Path(samples) / "gaze_video" / "center_left_center.mp4"
    if clip is None or not clip.exists():
        return _swaying_portrait(), "swaying portrait, 640 by 480"
    frames: Frames = []
    with av.open(str(clip)) as container:
        for number, image in enumerate(container.decode(video=0)):
            if number % 3 == 0:
                frames.append(upright(image))
            if len(frames) == FRAMES:
                break
    return frames, f"{clip.name}, {frames[0].shape[1]} by {frames[0].shape[0]}"


def _swaying_portrait() -> Frames:
    from skimage import data

    portrait = np.ascontiguousarray(np.pad(data.astronaut(), ((0, 0), (80, 80), (0, 0)), "edge"))
    sway = [round(6 * np.sin(number / 9)) for number in range(FRAMES)]
    return [np.ascontiguousarray(portrait[:480, 16 + x : 656 + x]) for x in sway]


def _cpu_ms(look: Callable[[Frames], None], frames: Frames) -> float:
    """CPU milliseconds a frame over all threads of this process."""
    before = time.process_time()
    look(frames)
    return 1000 * (time.process_time() - before) / len(frames)


def _row(pairs: list[tuple[float, float]] | None, n: int | None, *, note: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": "vision",
        "ours": None,
        "denominator": None,
        "ratio": None,
        "unit": "CPU ms per frame, num_faces=2",
        "repeats": None,
        "spread": None,
        "n": n,
        "interval": None,
        "target": TARGET,
        "ok": None,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "commit": _commit(),
        "note": note,
    }
    if pairs is None:
        return row
    ours, stock = (statistics.median(side) for side in zip(*pairs, strict=True))
    bare = [pair[1] for pair in pairs]
    spread = (max(bare) - min(bare)) / stock
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    row |= {
        "ours": round(ours, 2),
        "denominator": round(stock, 2),
        "ratio": round(ours / stock, 3),
        "repeats": len(pairs),
        "spread": round(spread, 3),
        "interval": [round(ratios[0], 3), round(ratios[-1], 3)],
        "ok": ours / stock <= TARGET,
    }
    if spread > _STEADY:
        row["note"] += f"; unsteady: the denominator spreads {spread:.0%}"
    return row


def _commit() -> str | None:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or None


if __name__ == "__main__":
    raise SystemExit(main())
