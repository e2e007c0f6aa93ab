"""`identity`: whether two pictures show the same person, and what our alignment is worth.

One rule: the selfie is as it was taken, the other picture may be dim, blurred or small; landmarks
are found anew in what is left of it. The other way is DeepFace's own with the same weights: the
face's box turned level by the eyes, shrunk and padded as `DeepFace.verify` does it.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from client.models.errors import MissingModelError
from client.proctor.detectors import embedder
from client.proctor.detectors.embedder import Embedder
from tests.bench import stats, watched
from tests.bench.watched import Picture, row

NAME = "identity"
RATE = 1e-3
_FRAMES = 10
_CLIPS = (*watched.ONE_PERSON, "people_video/video00.mp4")
_DATA = "faces_deepface, 300 labelled pairs"
_POOL = "faces_deepface, four clips, gaze_screen_point"

Vector = NDArray[np.float64]
Points = NDArray[np.float32]
Degrade = Callable[[Picture], Picture]
Kind = Literal["labelled", "unlabelled", "film"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One face of one person, as both ways see it."""

    person: str
    kind: Kind
    """Who may stand for a stranger: two labelled ones, or anybody beside one of a film; the
    unlabelled photographs show some people twice, labelled ones too."""
    ours: Vector
    theirs: Vector


def run() -> list[dict[str, Any]]:
    """One row for each figure."""
    folder = watched.samples()
    try:
        network = embedder.load()
    except MissingModelError as missing:
        return [row(NAME, "equal error rate", None, note=str(missing))]
    if folder is None:
        return [row(NAME, "equal error rate", None, note="INVIGIL_SAMPLES names no folder")]
    faces = folder / "faces_deepface"
    pairs = _labelled(faces)
    clean = _photos(network, faces, lambda rgb: rgb)
    rows = [*_verification(network, pairs, clean), *_pooled(network, folder, clean)]
    for what, degrade in _conditions():
        worse = _photos(network, faces, degrade)
        rows += _degraded(network, pairs, clean, worse, what)
    return rows


def _verification(
    network: Embedder, pairs: list[tuple[str, str, bool]], photos: dict[str, Sample]
) -> Iterator[dict[str, Any]]:
    scores = {way: _scores(pairs, photos, photos, way) for way in ("ours", "theirs")}
    more = {"data": _DATA, "model": network.title, "n": len(pairs)}
    for measure, statistic, unit in (
        ("equal error rate", lambda s: stats.equal_error(*_split(s))[0], "share"),
        ("distance between same and different, in deviations", _apart, "d'"),
    ):
        ours, theirs = statistic(scores["ours"]), statistic(scores["theirs"])
        better = ours > theirs if unit == "d'" else ours < theirs
        equal = ours == theirs  # neither better nor worse: another row must tell
        yield row(
            NAME,
            measure,
            ours,
            denominator=theirs,
            unit=unit,
            interval=_interval(scores["ours"], statistic),
            target="better than DeepFace's own way",
            ok=None if equal else bool(better),
            note="beside it DeepFace's own way; 28 of the 38 same pairs are of one person",
            **more,
        )
    first, second = stats.halves([photos[one].person for one, _, _ in pairs if one in photos])
    chosen = _of(scores["ours"], first)
    level = stats.equal_error(*_split(chosen))[1]
    held = _of(scores["ours"], second)
    right = [float((score >= level) == same) for _, score, same in held]
    yield row(
        NAME,
        "accuracy, threshold chosen on the other half of the people",
        float(np.mean(right)),
        unit="share",
        interval=list(stats.wilson(int(sum(right)), len(right))),
        note=f"threshold {level:.3f}; Wilson's interval over pairs: too few people for draws",
        **(more | {"n": len(right)}),
    )


def _pooled(network: Embedder, folder: Path, photos: dict[str, Sample]) -> Iterator[dict[str, Any]]:
    """Our thresholds on everybody at hand."""
    everybody = [*photos.values(), *_clips(network, folder), *_crops(network, folder)]
    same: dict[str, list[float]] = {}
    other: dict[str, list[float]] = {}
    for one, two in combinations(everybody, 2):
        score = float(one.ours @ two.ours)
        if one.person == two.person:
            same.setdefault(one.person, []).append(score)
        elif "film" in (one.kind, two.kind) or one.kind == two.kind == "labelled":
            other.setdefault(f"{one.person} {two.person}", []).append(score)
    genuine = [score for each in same.values() for score in each]
    strangers = [score for each in other.values() for score in each]
    levels = network.kind.levels
    false_match, _ = stats.accuracy_at(genuine, strangers, levels.same)
    bounds = _between(other, lambda scores: float(np.mean(scores >= levels.same)))
    shown = True if bounds[1] <= RATE else None  # no error among few people shows nothing yet
    yield row(
        NAME,
        f"strangers called the same (from {levels.same:.2f})",
        false_match,
        unit="share",
        n=len(strangers),
        interval=bounds,
        target=f"<= {RATE}",
        ok=False if false_match > RATE else shown,
        data=_POOL,
        model=network.title,
        note=f"highest {max(strangers):.3f}; {len(other)} pairs of people, not drawn at random",
    )
    yield row(
        NAME,
        f"the same person called another (below {levels.other:.2f})",
        float(np.mean(np.array(genuine) < levels.other)),
        unit="share",
        n=len(genuine),
        interval=_between(same, lambda scores: float(np.mean(scores < levels.other))),
        data=_POOL,
        model=network.title,
        note=f"lowest {min(genuine):.3f}; {len(same)} people, frames of one clip are alike",
    )
    level = stats.threshold_at(strangers, RATE)
    yield row(
        NAME,
        f"same person rejected at a false-match rate of {RATE}",
        stats.accuracy_at(genuine, strangers, level)[1],
        unit="share",
        n=len(genuine),
        interval=_between(same, lambda scores: float(np.mean(scores < level))),
        data=_POOL,
        model=network.title,
        note=f"threshold {level:.3f} on the same pairs",
    )


def _degraded(
    network: Embedder,
    pairs: list[tuple[str, str, bool]],
    clean: dict[str, Sample],
    worse: dict[str, Sample],
    what: str,
) -> Iterator[dict[str, Any]]:
    scores = {way: _scores(pairs, clean, worse, way) for way in ("ours", "theirs")}
    levels = network.kind.levels
    genuine, strangers = _split(scores["ours"])
    yield row(
        NAME,
        f"equal error rate, {what}",
        stats.equal_error(genuine, strangers)[0],
        denominator=stats.equal_error(*_split(scores["theirs"]))[0],
        unit="share",
        n=len(scores["ours"]),
        interval=_interval(scores["ours"], lambda s: stats.equal_error(*_split(s))[0]),
        target="further apart (d') than DeepFace's own way",
        ok=bool(_apart(scores["ours"]) > _apart(scores["theirs"])),
        data=_DATA,
        model=network.title,
        note=(
            f"{len(worse)} of {len(clean)} faces found; d' {_apart(scores['ours']):.2f} beside "
            f"{_apart(scores['theirs']):.2f}; with our levels "
            f"{np.mean(genuine < levels.other):.1%} of the same called another, "
            f"{np.mean(strangers >= levels.same):.1%} of strangers the same"
        ),
    )


def _conditions() -> tuple[tuple[str, Degrade], ...]:
    chance = np.random.default_rng(11)

    def dim(rgb: Picture) -> Picture:
        dark = rgb * 0.22 + chance.normal(0, 5, rgb.shape)
        return np.clip(dark, 0, 255).astype(np.uint8)

    def blurred(rgb: Picture) -> Picture:
        return np.asarray(cv2.GaussianBlur(rgb, (0, 0), 3.0), dtype=np.uint8)

    def small(rgb: Picture) -> Picture:
        size = (round(rgb.shape[1] * 0.3), round(rgb.shape[0] * 0.3))
        return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)

    def side_lit(rgb: Picture) -> Picture:
        ramp = np.linspace(0.25, 1.1, rgb.shape[1])[None, :, None]
        return np.clip(rgb * ramp, 0, 255).astype(np.uint8)

    return (
        ("webcam frame of 640 by 480", watched.fitted),
        ("dim to 22 % with noise, at that size", lambda rgb: dim(watched.fitted(rgb))),
        ("light from one side, at that size", lambda rgb: side_lit(watched.fitted(rgb))),
        ("blurred by 3 pixels, at that size", lambda rgb: blurred(watched.fitted(rgb))),
        ("192 by 144", lambda rgb: small(watched.fitted(rgb))),
    )


def _photos(network: Embedder, folder: Path, degrade: Degrade) -> dict[str, Sample]:
    people = watched.people_of(folder)
    labelled = {name for one, two, _ in _labelled(folder) for name in (one, two)}
    found: dict[str, Sample] = {}
    for path in sorted(folder.glob("*.jpg")):
        rgb = degrade(_bounded(watched.photo(path)))
        points = _landmarks(rgb)
        if points is not None:
            kind: Kind = "labelled" if path.name in labelled else "unlabelled"
            found[path.name] = _sample(network, (people[path.name], kind), rgb, points)
    return found


def _clips(network: Embedder, folder: Path) -> Iterator[Sample]:
    """Ten frames of each clip with one near person; both of `gaze_video` are one man."""
    for clip in _CLIPS:
        bank = watched.bank("face")
        looks = [
            look
            for look in watched.looks(bank, watched.frames(folder / clip))
            if look.scene.faces is not None and len(look.scene.faces) == 1
        ]
        bank.close()
        for look in looks[:: max(1, len(looks) // _FRAMES)]:
            assert look.scene.faces
            person = clip.split("/")[0]
            points = look.scene.faces[0].points
            yield _sample(network, (person, "film"), look.scene.frame.rgb, points)


def _crops(network: Embedder, folder: Path) -> Iterator[Sample]:
    """One person in two sessions; crops of 190 pixels."""
    paths = sorted((folder / "gaze_screen_point").rglob("*.png"))
    for path in paths[:: max(1, len(paths) // (2 * _FRAMES))]:
        rgb = watched.fitted(watched.photo(path), 320, 320)
        points = _landmarks(rgb)
        if points is not None:
            yield _sample(network, ("gaze_screen_point", "film"), rgb, points)


def _sample(network: Embedder, who: tuple[str, Kind], rgb: Picture, points: Points) -> Sample:
    crop = network.aligned(rgb, points)
    boxed = _boxed(rgb, points, network.kind.size)
    ours = None if crop is None else network.embed(crop)
    theirs = network.embed(boxed)
    if ours is None or theirs is None:
        raise RuntimeError("a face without an embedding")
    return Sample(*who, ours, theirs)


def _boxed(rgb: Picture, points: Points, size: int) -> Picture:
    """DeepFace's way: turned by the line of the eyes, cut at the box, shrunk, padded in black."""
    eyes = points[[33, 133], :2].mean(axis=0), points[[362, 263], :2].mean(axis=0)
    angle = float(np.degrees(np.arctan2(*(eyes[1] - eyes[0])[::-1])))
    middle = (float(points[:, 0].mean()), float(points[:, 1].mean()))
    turn = cv2.getRotationMatrix2D(middle, angle, 1.0)
    level = cv2.warpAffine(rgb, turn, (rgb.shape[1], rgb.shape[0]))
    turned = points[:, :2] @ turn[:, :2].T + turn[:, 2]
    left, top = np.clip(np.floor(turned.min(axis=0)), 0, None).astype(int)
    right, bottom = np.ceil(turned.max(axis=0)).astype(int) + 1
    part = level[top:bottom, left:right]
    scale = min(size / part.shape[0], size / part.shape[1])
    small = cv2.resize(part, (int(part.shape[1] * scale), int(part.shape[0] * scale)))
    down, across = size - small.shape[0], size - small.shape[1]
    sides = ((down // 2, down - down // 2), (across // 2, across - across // 2), (0, 0))
    return np.asarray(np.pad(small, sides), dtype=np.uint8)


def _landmarks(rgb: Picture) -> Points | None:
    """Of the largest face, by a landmarker of its own: photographs are no video."""
    bank = watched.bank("face")
    looks = list(watched.looks(bank, iter([(0.0, rgb), (0.2, rgb)])))
    bank.close()
    faces = looks[-1].scene.faces
    return faces[0].points if faces else None


def _bounded(rgb: Picture) -> Picture:
    scale = min(1.0, 1280 / max(rgb.shape[:2]))
    size = (round(rgb.shape[1] * scale), round(rgb.shape[0] * scale))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _labelled(folder: Path) -> list[tuple[str, str, bool]]:
    with (folder / "master.csv").open(newline="") as file:
        return [
            (each["file_x"], each["file_y"], each["Decision"] == "Yes")
            for each in csv.DictReader(file)
        ]


Score = tuple[str, float, bool]
"""Who the first picture shows, the cosine, whether the second shows them too."""


def _scores(
    pairs: list[tuple[str, str, bool]],
    first: dict[str, Sample],
    second: dict[str, Sample],
    way: str,
) -> list[Score]:
    return [
        (first[one].person, float(getattr(first[one], way) @ getattr(second[two], way)), same)
        for one, two, same in pairs
        if one in first and two in second
    ]


def _split(scores: list[Score]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    same = np.array([score for _, score, alike in scores if alike])
    other = np.array([score for _, score, alike in scores if not alike])
    return same, other


def _of(scores: list[Score], people: frozenset[str]) -> list[Score]:
    return [each for each in scores if each[0] in people]


def _apart(scores: list[Score]) -> float:
    same, other = _split(scores)
    spread = float(np.sqrt((same.var() + other.var()) / 2))
    return float(same.mean() - other.mean()) / spread


def _interval(scores: list[Score], statistic: Callable[[list[Score]], float]) -> list[float] | None:
    """95 %, drawing people with replacement; draws without both kinds of pairs are left out."""
    people = sorted({person for person, _, _ in scores})
    by_person = {who: [each for each in scores if each[0] == who] for who in people}
    chance = np.random.default_rng(1)
    found: list[float] = []
    for _ in range(1_000):
        drawn = [
            each
            for i in chance.integers(len(people), size=len(people))
            for each in by_person[people[i]]
        ]
        if len({alike for _, _, alike in drawn}) == 2:
            found.append(statistic(drawn))
    low, high = np.percentile(found, (2.5, 97.5))
    return [float(low), float(high)]


def _between(
    groups: dict[str, list[float]], statistic: Callable[[NDArray[np.float64]], float]
) -> list[float]:
    """95 % over people, or over pairs of people; where nothing went wrong in any of them, draws
    would say that it never can, so Wilson's interval speaks."""
    if not any(statistic(np.array(each)) for each in groups.values()):
        return list(stats.wilson(0, len(groups)))
    return list(stats.bootstrap(groups, statistic))
