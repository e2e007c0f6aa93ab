"""Who is counted in real recordings and in the demo's portrait, through bank and rules."""

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import engine, observe
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS
from client.proctor.rules import rules_for
from client.proctor.scene import Scene
from client.proctor.sources.replay import upright
from client.proctor.types import Frame, Measure, Opened
from shared.events import SignalKind
from shared.policy import Accommodations, Policy

NAMES = ("picture", "face", "people", "objects", "company")
LONGEST_S = 6.0
Film = Iterable[tuple[float, np.ndarray]]


def bank(folder: Path, *names: str) -> Bank:
    store = Store(manifest.bundled(), (folder, *default_store().folders))
    rows = tuple(row for row in DETECTORS if row.name in names)
    bank = Bank(rows, find=store.find, why_missing=store.why_missing, clock=lambda: 0.0)
    assert not bank.off
    return bank


def counted(loaded: Bank, film: Film) -> tuple[dict[float, float], set[SignalKind]]:
    """Persons by time, where known, and the signals that opened."""
    state = engine.begin(rules_for(Policy(), Accommodations()))
    people: dict[float, float] = {}
    signals: set[SignalKind] = set()
    try:
        for number, (at_s, rgb) in enumerate(film):
            at_ms = round(1000 * at_s)
            scene, _ = loaded.look(Scene(Frame(rgb, at_s, number)))
            seen = observe.observations(scene, loaded.running, at_ms)
            known = next(each.value for each in seen if each.measure is Measure.PEOPLE)
            if known is not None:
                people[at_s] = known
            state, found = engine.step(state, seen, at_ms)
            signals |= {each.signal for each in found if isinstance(each, Opened)}
    finally:
        loaded.close()
    return people, signals


def film(clip: Path, longest_s: float = LONGEST_S) -> Iterator[tuple[float, np.ndarray]]:
    """Ten frames a second."""
    due_s = 0.0
    with av.open(str(clip)) as container:
        for image in container.decode(video=0):
            at_s = float(image.time or 0)
            if at_s > longest_s:
                return
            if at_s >= due_s - 0.02:
                due_s += 0.1
                yield at_s, upright(image)


@pytest.mark.models
@pytest.mark.samples
@pytest.mark.parametrize("name", ["video00", "video02", "video03"])
def test_a_room_with_several_people_opens_second_face(
    models_folder: Path, samples: Path, name: str
) -> None:
    clip = samples / "people_video" / f"{name}.mp4"
    people, signals = counted(bank(models_folder, *NAMES), film(clip, 17.0))
    assert SignalKind.SECOND_FACE in signals
    assert max(people.values()) >= 2


@pytest.mark.models
@pytest.mark.samples
@pytest.mark.parametrize("name", ["gaze_video/center_focus", "gaze_video_pointer/demo"])
def test_one_person_is_never_two(models_folder: Path, samples: Path, name: str) -> None:
    people, signals = counted(bank(models_folder, *NAMES), film(samples / f"{name}.mp4"))
    assert set(people.values()) == {1.0}
    assert signals == set()


@pytest.mark.models
@pytest.mark.parametrize("names", [NAMES, ("picture", "face", "people", "company")])
def test_the_demos_candidate_is_one_and_two_while_the_script_says_so(
    models_folder: Path, names: tuple[str, ...]
) -> None:
    """With the object detector and without: it is no required model."""
    portrait = _portrait()
    stage = portrait.Stage()
    script = [
        number / 10
        for first, last in ((90, 180), (190, 260), (270, 350))
        for number in range(first, last)
    ]
    people, _ = counted(bank(models_folder, *names), ((at_s, stage.frame(at_s)) for at_s in script))
    absent, second = portrait.EPISODES[:2]
    for at_s, value in people.items():
        wanted = 1 + (second.start_s <= at_s < second.end_s)
        assert value == (0 if absent.start_s <= at_s < absent.end_s else wanted), at_s
    assert len(people) > 0.3 * len(script)


@pytest.mark.models
@pytest.mark.parametrize("level", [0, 128, 255, None], ids=["black", "grey", "white", "noise"])
def test_nothing_is_nobody(models_folder: Path, level: int | None) -> None:
    rgb = np.full((480, 640, 3), level or 0, np.uint8)
    if level is None:
        rgb = np.random.default_rng(1).integers(0, 255, (480, 640, 3), dtype=np.uint8)
    still = ((number / 10, rgb) for number in range(30))
    people, _ = counted(bank(models_folder, *NAMES), still)
    assert set(people.values()) == {0.0}


def _portrait() -> Any:
    """tests/e2e/portrait.py: tests are no package."""
    path = Path(__file__).parents[3] / "e2e" / "portrait.py"
    spec = importlib.util.spec_from_file_location("portrait", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
