"""`people`: whether somebody beside the candidate is counted, and nobody who is not there.

One rule: the product's way of counting stands beside each detector alone, on the same looks.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from client.models.onnx import session
from client.proctor.types import Measure
from shared.events import SignalKind
from tests.bench import stats, watched
from tests.bench.watched import Look, Picture, row

NAME = "people"
_OURS = ("picture", "face", "people", "objects", "company")
_RFB_SIZE, _RFB_LEAST, _RFB_SAME = (320, 240), 0.7, 0.3
Count = Callable[[Look], float | None]


def run() -> list[dict[str, Any]]:
    """Rows for the clips with several people, with one, and with nobody."""
    samples = watched.samples()
    loaded = watched.bank(*_OURS)
    try:
        if samples is None or loaded.off:
            missing = " ".join(loaded.off.values()) or "INVIGIL_SAMPLES names no folder"
            return [row(NAME, "people counted", None, note=missing)]
        several = {name: _watched(samples / name, *_OURS) for name in watched.SEVERAL}
        single = {name: _watched(samples / name, *_OURS) for name in watched.ONE_PERSON}
        far_several = {name: _watched(samples / name, "people") for name in watched.SEVERAL}
        far_single = {name: _watched(samples / name, "people") for name in watched.ONE_PERSON}
        far = "full-range faces alone, 0.5", lambda look: _length(look.scene.people)
        return [
            _episodes_where_due(several),
            *(_counted(several, *way) for way in _ways()),
            _counted(far_several, *far),
            _false_looks(single),
            _false_episodes(single),
            *(_false_looks_alone(single, *way) for way in _ways()[1:]),
            _false_looks_alone(far_single, *far),
            _stills(samples),
            _nothing(),
        ]
    finally:
        loaded.close()


def _watched(clip: Path, *names: str) -> list[Look]:
    loaded = watched.bank(*names)
    try:
        return list(watched.looks(loaded, watched.frames(clip)))
    finally:
        loaded.close()


def _ways() -> list[tuple[str, Count]]:
    ways: list[tuple[str, Count]] = [
        ("ours: faces near and far, persons without a face", _ours),
        ("landmarker alone (two at most)", lambda look: _length(look.scene.faces)),
        ("YOLOX-nano persons alone, 0.5", _persons),
    ]
    rfb = watched.model("version-RFB-320-opt.onnx")
    return [*ways, ("RFB-320 faces alone, 0.7", _rfb(rfb))] if rfb else ways


def _ours(look: Look) -> float | None:
    return next(each.value for each in look.seen if each.measure is Measure.PEOPLE)


def _length(found: tuple[Any, ...] | None) -> float | None:
    return None if found is None else float(len(found))


def _persons(look: Look) -> float | None:
    things = look.scene.things
    return None if things is None else float(sum(each.what == "person" for each in things))


def _rfb(model: Path) -> Count:
    network = session(model)

    def count(look: Look) -> float:
        small = cv2.resize(look.scene.frame.rgb, _RFB_SIZE).astype(np.float32)
        planes = ((small - 127) / 128).transpose(2, 0, 1)[None]
        scores, boxes = (np.asarray(each) for each in network.run(None, {"input": planes}))
        sure = scores[0, :, 1] >= _RFB_LEAST
        corners = boxes[0, sure]
        rectangles = np.hstack([corners[:, :2], corners[:, 2:] - corners[:, :2]]) * 1000
        kept = cv2.dnn.NMSBoxes(
            rectangles.tolist(), scores[0, sure, 1].tolist(), _RFB_LEAST, _RFB_SAME
        )
        return float(len(kept))

    return count


def _episodes_where_due(several: dict[str, list[Look]]) -> dict[str, Any]:
    found = sum(
        any(each.signal is SignalKind.SECOND_FACE for each in watched.opened(seen))
        for seen in several.values()
    )
    return row(
        NAME,
        "clips with several people in which second_face opens",
        found / len(several),
        unit="share",
        n=len(several),
        interval=list(stats.wilson(found, len(several))),
        target="= 1",
        ok=found == len(several),
        data="people_video (Pexels)",
    )


def _counted(several: dict[str, list[Look]], way: str, count: Count) -> dict[str, Any]:
    """Share of the looks at which the way counted anybody at all that counted two or more."""
    by_clip = {
        name: [float(value >= 2) for look in seen if (value := count(look)) is not None]
        for name, seen in several.items()
    }
    values = [value for each in by_clip.values() for value in each]
    each = ", ".join(f"{Path(name).stem} {np.mean(seen):.0%}" for name, seen in by_clip.items())
    return row(
        NAME,
        f"looks at several people that count two or more: {way}",
        float(np.mean(values)),
        unit="share",
        n=len(values),
        interval=list(stats.bootstrap(by_clip, lambda drawn: float(drawn.mean()))),
        data="people_video (Pexels), 3 clips",
        note=f"{way}: {each}",
    )


def _false_looks(single: dict[str, list[Look]]) -> dict[str, Any]:
    return _false_looks_alone(single, *_ways()[0])


def _false_looks_alone(single: dict[str, list[Look]], way: str, count: Count) -> dict[str, Any]:
    counts = [count(look) for seen in single.values() for look in seen]
    known = [value for value in counts if value is not None]
    wrong = sum(value >= 2 for value in known)
    return row(
        NAME,
        f"looks at one person that count two or more: {way}",
        wrong / len(known),
        unit="share",
        n=len(known),
        interval=list(stats.wilson(wrong, len(known))),
        target="= 0" if way.startswith("ours") else None,
        ok=wrong == 0 if way.startswith("ours") else None,
        data="gaze_video, gaze_video_pointer",
        note="2 persons: the interval says nothing about others",
    )


def _false_episodes(single: dict[str, list[Look]]) -> dict[str, Any]:
    found = sum(
        each.signal is SignalKind.SECOND_FACE
        for seen in single.values()
        for each in watched.opened(seen)
    )
    hours = sum(seen[-1].at_s for seen in single.values()) / 3600
    rate, low, high = stats.per_hour(found, hours)
    return row(
        NAME,
        "false second_face episodes",
        rate,
        unit="an hour",
        n=len(single),
        interval=[low, high],
        data="gaze_video, gaze_video_pointer",
        note=f"{3600 * hours:.0f} s in all: far too little for a rate",
    )


def _stills(samples: Path) -> dict[str, Any]:
    """Webcam crops as a camera that shows each for 2.2 s: three looks of the object detector."""
    wrong = n = 0
    loaded = watched.bank(*_OURS)
    try:
        start_s = 0.0
        for path in sorted((samples / "gaze_screen_point" / "frames").glob("*.png"))[::10]:
            start_s += 100.0
            held = _held(watched.fitted(watched.photo(path)), start_s, 2.2)
            values = [_ours(look) for look in watched.looks(loaded, held)]
            wrong += max((value for value in values if value is not None), default=0) >= 2
            n += 1
    finally:
        loaded.close()
    return row(
        NAME,
        "webcam crops of one person that count two or more",
        wrong / n,
        unit="share",
        n=n,
        interval=list(stats.wilson(wrong, n)),
        target="= 0",
        ok=wrong == 0,
        data="gaze_screen_point, each tenth",
        note="1 person",
    )


def _nothing() -> dict[str, Any]:
    loaded = watched.bank(*_OURS)
    chance = np.random.default_rng(1)
    pictures: list[Picture] = [np.full((480, 640, 3), level, np.uint8) for level in (0, 128, 255)]
    for spread in (10, 40, 80):
        noise = chance.normal(128, spread, (480, 640, 3)).clip(0, 255)
        pictures.append(noise.astype(np.uint8))
    try:
        counts = [
            len(look.scene.people or ()) + len(look.scene.faces or ())
            for number, rgb in enumerate(pictures)
            for look in watched.looks(loaded, _held(rgb, 100.0 * number, 2.2))
        ]
    finally:
        loaded.close()
    wrong = sum(value > 0 for value in counts)
    return row(
        NAME,
        "looks at black, grey, white and noise that count anybody",
        wrong / len(counts),
        unit="share",
        n=len(counts),
        interval=list(stats.wilson(wrong, len(counts))),
        target="= 0",
        ok=wrong == 0,
        data="made here",
    )


def _held(rgb: Picture, start_s: float, seconds: float) -> Iterator[tuple[float, Picture]]:
    for number in range(round(seconds / watched.EVERY_S)):
        yield start_s + number * watched.EVERY_S, rgb
