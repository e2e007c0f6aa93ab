"""The whole bank and the observations on pictures that no camera should deliver, but some do.

Whatever stands in `DETECTORS` is driven, so a new detector is held to the same. A warning in the
log fails a test, and a detector that raises is logged.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from client.models import manifest
from client.models.store import ModelFile, Store, default_store
from client.proctor import engine, observe
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS, Row
from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.neutral import Neutral
from client.proctor.pose import Angles, Eyes
from client.proctor.rules import rules_for
from client.proctor.scene import Face, Gaze, Scene
from client.proctor.types import Frame, Observation
from shared.policy import Accommodations, Policy

Picture = np.ndarray
NEUTRAL = Known(neutral=Neutral(Angles(0, 8, 0), Eyes(0.0, -0.1, 0.15)))


def portrait() -> Picture:
    from skimage import data

    return np.ascontiguousarray(data.astronaut())


def webcam(height: int = 480, width: int = 640) -> Picture:
    """The portrait's head and shoulders in a grey frame of that size."""
    head = portrait()[:340, 60:400]
    scale = min(height / 340, width / 340)
    size = (max(1, round(340 * scale)), max(1, round(340 * scale)))
    frame = np.full((height, width, 3), 114, np.uint8)
    small = cv2.resize(head, size, interpolation=cv2.INTER_AREA)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    frame[top : top + size[1], left : left + size[0]] = small
    return frame


def faces(count: int) -> Picture:
    """So many heads side by side, 1280 by 720."""
    frame = np.full((720, 1280, 3), 114, np.uint8)
    head = cv2.resize(portrait()[0:220, 120:340], (240, 240))
    for number in range(count):
        frame[200:440, 20 + 250 * number : 260 + 250 * number] = head[:, :: 1 - 2 * (number % 2)]
    return frame


def level(value: int) -> Picture:
    return np.full((480, 640, 3), value, np.uint8)


def torn() -> Picture:
    before, after = webcam(), np.roll(webcam(), 90, axis=1)
    return np.concatenate([before[:230], after[230:]])


def masked() -> Picture:
    picture = webcam()
    cv2.rectangle(picture, (255, 150), (370, 240), (150, 190, 210), -1)
    return picture


def spectacles() -> Picture:
    picture = webcam()
    for middle in (285, 340):
        cv2.circle(picture, (middle, 128), 24, (15, 15, 15), 5)
    return picture


def grey() -> Picture:
    return np.repeat(webcam().mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)


def noise() -> Picture:
    return np.random.default_rng(3).integers(0, 255, (480, 640, 3), dtype=np.uint8)


UNRULY: dict[str, Sequence[Picture]] = {
    "black": [level(0)] * 3,
    "white": [level(255)] * 3,
    "noise": [noise()] * 2,
    "one pixel": [level(9)[:1, :1]] * 3,
    "one row": [webcam()[200:201]] * 2,
    "one column": [webcam()[:, 300:301]] * 2,
    "two pixels": [level(9)[:2, :1]] * 2,
    "very wide": [np.zeros((3, 1900, 3), np.uint8)] * 2,
    "very high": [np.zeros((2000, 20, 3), np.uint8)] * 2,
    "frozen": [webcam()] * 6,
    "torn": [webcam(), torn(), webcam()],
    "4:3": [webcam(480, 640)] * 2,
    "16:9": [webcam(1080, 1920)] * 2,
    "portrait format": [webcam(848, 480)] * 2,
    "greyscale": [grey()] * 2,
    "mirrored": [webcam()[:, ::-1], webcam()],
    "upside down": [webcam()[::-1]] * 2,
    "half a face": [webcam()[:, 310:], webcam()[:, :310], webcam()[130:], webcam()[:130]],
    "mask": [masked()] * 2,
    "spectacles": [spectacles()] * 2,
    "changes its size": [
        webcam(),
        webcam(240, 320),
        webcam(1080, 1920),
        level(0)[:1, :1],
        webcam(),
    ],
    "not contiguous": [webcam()[::2, ::2], webcam()[:, ::-1]],
    **{f"{count} faces": [faces(count)] * 2 for count in range(6)},
}
CLOCKS = {
    "goes back": [10.0, 10.1, 3.0, 3.1, 10.2],
    "stands still": [5.0] * 4,
    "leaps": [0.0, 0.1, 90_000.0, 90_000.1],
    "is negative": [-3.0, -2.9, -2.8],
    "creeps": [1.0, 1.0001, 1.0002, 1.0003],
}


@pytest.fixture(scope="module")
def bank(models_folder: Path) -> Iterator[Bank]:
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    bank = Bank(find=store.find, why_missing=store.why_missing, clock=lambda: 0.0)
    assert {each.what for each in bank.news} <= {"model_missing"}, bank.news
    bank.news.clear()
    assert {"face", "people", "objects"} <= bank.running
    yield bank
    bank.close()


def watched(
    bank: Bank, pictures: Sequence[Picture], times_s: Sequence[float]
) -> list[tuple[Observation, ...]]:
    """Observations of each look, also put through rules and device check."""
    state = engine.begin(rules_for(Policy(), Accommodations()))
    found: list[tuple[Observation, ...]] = []
    for number, (rgb, at_s) in enumerate(zip(pictures, times_s, strict=True)):
        scene, _ = bank.look(Scene(Frame(rgb, at_s, number), NEUTRAL))
        seen = observe.observations(scene, bank.running, round(1000 * at_s))
        observe.looked(scene)
        state, _ = engine.step(state, seen, round(1000 * at_s))
        found.append(seen)
    return found


def assert_sane(bank: Bank, found: Sequence[tuple[Observation, ...]]) -> None:
    assert not [each for each in bank.news if each.what == "detector_off"]
    for seen in found:
        assert all(each.value is None or math.isfinite(each.value) for each in seen)


_next_s = [100.0]


def slowly(count: int) -> list[float]:
    """Times at which every detector is due, each test after the one before."""
    start_s = _next_s[0] + 60.0
    _next_s[0] = start_s + 20.0 * count
    return [start_s + 20.0 * number for number in range(count)]


@pytest.mark.models
@pytest.mark.parametrize("name", UNRULY)
def test_each_unruly_picture_gives_an_observation_or_unknown(bank: Bank, name: str) -> None:
    pictures = UNRULY[name]
    assert_sane(bank, watched(bank, pictures, slowly(len(pictures))))


@pytest.mark.models
@pytest.mark.parametrize("name", UNRULY)
def test_at_the_pace_of_a_camera_each_unruly_picture_does_as_well(bank: Bank, name: str) -> None:
    start_s = slowly(1)[0]
    pictures = [webcam(), *UNRULY[name], webcam()] * 3
    times_s = [start_s + 0.1 * number for number in range(len(pictures))]
    assert_sane(bank, watched(bank, pictures, times_s))


@pytest.mark.models
@pytest.mark.parametrize("name", CLOCKS)
def test_a_clock_that_misbehaves_stops_no_detector(bank: Bank, name: str) -> None:
    times_s = CLOCKS[name]
    assert_sane(bank, watched(bank, [webcam()] * len(times_s), times_s))


@pytest.mark.models
@pytest.mark.parametrize("name", ["one pixel", "black", "white"])
def test_a_picture_of_nothing_is_covered_and_says_nothing_about_faces(
    bank: Bank, name: str
) -> None:
    seen = {each.measure.value: each.value for each in watched(bank, UNRULY[name], slowly(3))[-1]}
    assert (seen["covered"], seen["faces"], seen["unclear"]) == (1, None, None)


@pytest.mark.models
def test_a_frozen_picture_is_still_and_a_torn_one_is_not(bank: Bank) -> None:
    frozen = watched(bank, UNRULY["frozen"], slowly(6))
    moving = watched(bank, UNRULY["torn"], slowly(3))
    assert [value(seen, "still") for seen in frozen[1:]] == [1] * 5
    assert [value(seen, "still") for seen in moving[1:]] == [0, 0]


@pytest.mark.models
def test_masks_and_spectacles_hide_no_face(bank: Bank) -> None:
    for name in ("mask", "spectacles", "mirrored", "greyscale", "16:9", "portrait format"):
        assert value(watched(bank, UNRULY[name], slowly(2))[-1], "faces") == 1, name


def value(seen: Sequence[Observation], measure: str) -> float | None:
    return next(each.value for each in seen if each.measure.value == measure)


@pytest.mark.models
@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_landmarks_that_are_no_numbers_are_no_face(
    bank: Bank, number: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MediaPipe's edge is the only place where numbers of a picture come in from outside."""
    shares = np.full((478, 3), number, np.float32)
    monkeypatch.setattr("client.proctor.detectors.face._shares", lambda _: shares)
    found = watched(bank, [webcam()] * 3, slowly(3))
    assert_sane(bank, found)
    assert [value(seen, "faces") for seen in found] == [0] * 3


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_scene_of_numbers_that_are_none_is_no_observation(number: float) -> None:
    points = np.full((478, 3), number, np.float32)
    face = Face((number, number, number, number), points, number, number)
    scene = Scene(
        Frame(level(100), 1.0, 1),
        NEUTRAL,
        faces=(face,),
        people=(face.box,),
        pose=Angles(number, number, number),
        gaze=Gaze(number, number, "left"),
    )
    seen = observe.observations(scene, {"face", "people"}, 1_000)
    assert all(each.value is None or math.isfinite(each.value) for each in seen)


WITH_MODEL = [row for row in DETECTORS if row.model is not None]


def damaged(row: Row, folder: Path, models: Sequence[Path]) -> Iterator[Path]:
    """Files that carry the model's name: empty, nonsense, and half of the real one."""
    for name, content in (("empty", b""), ("nonsense", b"no model" * 100)):
        path = folder / name
        path.write_bytes(content)
        yield path
    assert row.model is not None
    real = Store(manifest.bundled(), tuple(models)).find(row.model)
    if real is not None and real.path.is_file():
        path = folder / f"half{real.path.suffix}"
        path.write_bytes(real.path.read_bytes()[: real.path.stat().st_size // 2])
        yield path


def turned_off(bank: Bank, others: tuple[Row, ...]) -> list[str]:
    """What is off in this bank and would not be without the row that it was made for.

    Identity and liveness look for their models by themselves, and this machine may have none.
    """
    alone = Bank(others, clock=lambda: 0.0)
    alone.close()
    return [name for name in bank.off if name not in alone.off]


@pytest.mark.expects_log
@pytest.mark.parametrize("row", WITH_MODEL, ids=lambda row: row.name)
def test_a_damaged_model_turns_off_its_detector_alone(row: Row, tmp_path: Path) -> None:
    others = tuple(each for each in DETECTORS if each.model is None)
    for path in damaged(row, tmp_path, default_store().folders):
        broken = ModelFile(str(row.model), path, "1", "0" * 64, "test")

        def find(_: str, broken: ModelFile = broken) -> ModelFile:
            return broken

        bank = Bank((row, *others), find=find, clock=lambda: 0.0)
        assert turned_off(bank, others) == [row.name], path.name
        assert [each.what for each in bank.news if each.detail == bank.off[row.name]] == [
            "detector_off"
        ]
        assert row.name in bank.off[row.name]
        scene, looked = bank.look(Scene(Frame(level(100), 1.0, 1), NOTHING_KNOWN))
        assert looked
        assert scene.picture is not None
        bank.close()


@pytest.mark.parametrize("row", WITH_MODEL, ids=lambda row: row.name)
def test_a_missing_model_turns_off_its_detector_alone_and_says_what_to_do(row: Row) -> None:
    others = tuple(each for each in DETECTORS if each.model is None)
    empty = Store(manifest.bundled(), ())
    bank = Bank((row, *others), find=empty.find, why_missing=empty.why_missing)
    assert turned_off(bank, others) == [row.name]
    assert [each.what for each in bank.news if each.detail == bank.off[row.name]] == [
        "model_missing"
    ]
    assert "fetch" in bank.off[row.name] or "Put" in bank.off[row.name]
    bank.close()


def test_every_observation_of_an_unknown_scene_is_unknown() -> None:
    scene: Any = Scene(Frame(level(0), 0.0, 1))
    names = {row.name for row in DETECTORS}
    assert {each.value for each in observe.observations(scene, names, 0)} == {None}
