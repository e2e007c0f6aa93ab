"""`phone`: what is taken for a phone, a book or a screen, and what of them is found.

One rule: the shared pictures hold no phone, seven small books and no screen, so recall is said to
be unknown and only false alarms are counted.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from client.proctor.scene import Scene, Something
from client.proctor.types import Box, Frame
from shared.events import SignalKind
from tests.bench import stats, watched
from tests.bench.watched import Look, Picture, row

NAME = "phone"
LEVEL = 0.5
"""At which the rules count a look."""
_LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7)
_RATE = 0.01
_KINDS: tuple[Something, ...] = ("phone", "book", "screen")
_SIGNALS = (SignalKind.PHONE, SignalKind.BOOK, SignalKind.SECOND_SCREEN)
_BOOK = 10
"""Of labels.json, by what its boxes hold; the boxes are centre, width and height."""
_SAME = 0.3


def run() -> list[dict[str, Any]]:
    """Rows on recall, false alarms and the level."""
    samples = watched.samples()
    loaded = watched.bank("objects")
    try:
        if samples is None or loaded.off:
            missing = " ".join(loaded.off.values()) or "INVIGIL_SAMPLES names no folder"
            return [row(NAME, "recall of phones", None, target="≥ 0.92", note=missing)]
        detector = _Detector()
        clips = {
            name: list(watched.looks(watched.bank("objects"), watched.frames(samples / name)))
            for name in (*watched.ONE_PERSON, *watched.SEVERAL)
        }
        scores = _scores(samples, detector, clips)
        return [
            row(
                NAME,
                "recall of phones at 1 % false alarms",
                None,
                n=0,
                target="≥ 0.92",
                note="not provable here: no shared recording shows a phone that is labelled",
            ),
            _books(samples / "objects_coco", detector),
            *_false_looks(scores),
            *_false_episodes(clips),
        ]
    finally:
        loaded.close()


class _Detector:
    """Still pictures, each on its own."""

    def __init__(self) -> None:
        self._bank = watched.bank("objects")
        self._at_s = 0.0

    def look(self, rgb: Picture) -> Scene:
        self._at_s += 10.0
        return self._bank.look(Scene(Frame(rgb, self._at_s, 0)))[0]


def _most(scene: Scene, what: Something) -> float:
    things = scene.things or ()
    return max((each.confidence for each in things if each.what == what), default=0.0)


def _scores(
    samples: Path, detector: _Detector, clips: dict[str, list[Look]]
) -> dict[str, dict[Something, list[float]]]:
    """Highest confidence of each kind in each look, by subject; none of them shows the object."""
    found: dict[str, list[Scene]] = {
        Path(name).stem: [look.scene for look in looks if look.scene.things is not None]
        for name, looks in clips.items()
    }
    faces = samples / "faces_deepface"
    for name, person in watched.people_of(faces).items():
        rgb = watched.fitted(watched.photo(faces / name))
        found.setdefault(person, []).append(detector.look(rgb))
    for path in sorted((samples / "gaze_screen_point" / "frames").glob("*.png")):
        found.setdefault("webcam crops", []).append(detector.look(watched.photo(path)))
    return {
        subject: {what: [_most(scene, what) for scene in scenes] for what in _KINDS}
        for subject, scenes in found.items()
    }


def _false_looks(scores: dict[str, dict[Something, list[float]]]) -> list[dict[str, Any]]:
    """The level from one half of the subjects, the rate from the other; and at the rules' level."""
    choosing, reporting = stats.halves(list(scores))
    rows: list[dict[str, Any]] = []
    for what in _KINDS:
        level = next(
            (
                level
                for level in _LEVELS
                if np.mean(_share([scores[who][what] for who in choosing], level)) <= _RATE
            ),
            _LEVELS[-1],
        )
        for at, why in ((level, "the lowest that the choosing half allows"), (LEVEL, "the rule's")):
            theirs = {who: _share([scores[who][what]], at) for who in reporting}
            values = [value for each in theirs.values() for value in each]
            rows.append(
                row(
                    NAME,
                    f"looks that show no {what} but count one at {at:g} ({why})",
                    float(np.mean(values)),
                    unit="share",
                    n=len(values),
                    interval=_interval(theirs),
                    target="≤ 0.01",
                    ok=float(np.mean(values)) <= _RATE,
                    data="6 clips, 64 photographs, 380 webcam crops",
                    note=f"{len(theirs)} subjects of the reporting half",
                )
            )
    return rows


def _interval(by_subject: dict[str, list[float]]) -> list[float]:
    """Over subjects; where nobody raised one, drawing again would say nothing."""
    values = [value for each in by_subject.values() for value in each]
    if not any(values):
        return list(stats.wilson(0, len(by_subject)))
    return list(stats.bootstrap(by_subject, lambda drawn: float(drawn.mean())))


def _share(scores: Sequence[Sequence[float]], level: float) -> list[float]:
    return [float(score >= level) for each in scores for score in each]


def _false_episodes(clips: dict[str, list[Look]]) -> list[dict[str, Any]]:
    hours = sum(looks[-1].at_s for looks in clips.values()) / 3600
    signals = [each.signal for looks in clips.values() for each in watched.opened(looks)]
    rows: list[dict[str, Any]] = []
    for signal in _SIGNALS:
        rate, low, high = stats.per_hour(signals.count(signal), hours)
        rows.append(
            row(
                NAME,
                f"false {signal.value} episodes",
                rate,
                unit="an hour",
                n=len(clips),
                interval=[low, high],
                data="6 clips of people",
                note=f"{3600 * hours:.0f} s in all: far too little for a rate",
            )
        )
    return rows


def _books(folder: Path, detector: _Detector) -> dict[str, Any]:
    """The seven books of the one picture that has any, matched by overlap."""
    labels = json.loads((folder / "labels.json").read_text())
    names = {each["id"]: each["file_name"] for each in labels["images"]}
    hits = n = 0
    for number, name in names.items():
        truth = [
            each["bbox"]
            for each in labels["annotations"]
            if each["image_id"] == number and each["category_id"] == _BOOK
        ]
        if not truth:
            continue
        rgb = watched.photo(folder / "images" / name)
        height, width = rgb.shape[:2]
        seen = [
            each.box
            for each in detector.look(rgb).things or ()
            if each.what == "book" and each.confidence >= LEVEL
        ]
        for x, y, w, h in truth:
            box = ((x - w / 2) / width, (y - h / 2) / height, w / width, h / height)
            hits += any(_overlaps(box, other) for other in seen)
            n += 1
    return row(
        NAME,
        "recall of books on a far shelf",
        hits / n,
        unit="share",
        n=n,
        interval=list(stats.wilson(hits, n)),
        data="objects_coco, 1 picture",
        note="spines of 8 to 60 pixels; five pictures cannot carry a claim",
    )


def _overlaps(first: Box, second: Box) -> bool:
    from client.proctor.detectors.yolox import overlap

    both = overlap(first, second)
    return both > _SAME * (first[2] * first[3] + second[2] * second[3] - both)
