import numpy as np
import pytest

from client.proctor.detectors.loop import LoopDetector, repeats
from client.proctor.scene import Scene
from client.proctor.types import Frame
from tests.e2e.portrait import EPISODES

HEIGHT, WIDTH = 120, 160
CHANCE = np.random.default_rng(8)
YS, XS = np.mgrid[0:HEIGHT, 0:WIDTH]


def room(at_s: float = 0.0, sway: float = 0.0) -> np.ndarray:
    """A wall with an edge that sways in a rhythm of 4 s, without noise."""
    edge = WIDTH / 2 + sway * np.sin(at_s * np.pi / 2)
    grey = 90 + 60 / (1 + np.exp(edge - XS)) + 0.1 * YS
    return np.repeat(grey[:, :, None], 3, axis=2)


def camera(picture: np.ndarray, noise: float = 2.0) -> np.ndarray:
    grain = CHANCE.normal(0, noise, picture.shape)
    return np.clip(picture + grain, 0, 255).round().astype(np.uint8)


def watch(pictures, fps: float = 10.0, detector=None) -> list[bool | None]:
    detector = detector or LoopDetector()
    return [
        detector.look(Scene(Frame(rgb, number / fps, number))).looped
        for number, rgb in enumerate(pictures)
    ]


def clip(seconds: float, sway: float = 10.0, fps: float = 10.0) -> list[np.ndarray]:
    return [camera(room(n / fps, sway)) for n in range(round(seconds * fps))]


def test_a_recording_in_a_loop_is_found_once_it_has_come_round() -> None:
    said = watch(clip(20) * 3)
    assert not any(said[:200])
    assert all(said[200 + 50 :])


def test_a_still_person_in_a_recording_repeats_their_grain() -> None:
    assert watch(clip(15, sway=0) * 2)[-1] is True


def test_a_recording_played_back_and_forth_is_found() -> None:
    there = clip(12)
    assert any(watch([*there, *there[::-1]]))


def test_a_recording_that_is_encoded_anew_each_time_is_found() -> None:
    there = clip(15)
    again = [
        np.clip(rgb + CHANCE.normal(0, 0.4, rgb.shape), 0, 255).round().astype(np.uint8)
        for rgb in there
    ]
    assert watch([*there, *again])[-1] is True


def test_every_third_frame_of_a_recording_at_thirty_a_second_comes_round_as_well() -> None:
    there = [camera(room(n / 30, 10)) for n in range(30 * 8 + 1)]
    looks = (there * 5)[::3]
    assert any(watch(looks))


def test_a_still_room_with_a_living_sensor_is_no_loop() -> None:
    assert not any(watch(clip(60, sway=0)))


@pytest.mark.parametrize("noise", [0.3, 1.0, 6.0])
def test_a_person_who_moves_in_a_rhythm_is_no_loop(noise: float) -> None:
    pictures = [camera(room(n / 10, 10), noise) for n in range(600)]
    assert not any(watch(pictures))


def test_a_flickering_lamp_is_no_loop() -> None:
    pictures = [camera(room() * (1 + 0.05 * np.sin(n * 2.4))) for n in range(400)]
    assert not any(watch(pictures))


def test_a_drawn_room_without_grain_is_frozen_and_no_loop() -> None:
    assert not any(watch([room().astype(np.uint8)] * 400))


def test_grain_that_comes_again_for_less_than_a_second_is_no_loop() -> None:
    """As in the demo's empty room, whose grain has a period of 3.2 s and stands for 4 s."""
    grains = [camera(room()) for _ in range(32)]
    assert max(each.end_s - each.start_s for each in EPISODES if each.kind == "face_absent") <= 4
    assert not any(watch([*clip(20), *(grains + grains)[:40], *clip(10)]))


def test_at_first_it_is_too_early_to_tell_and_another_camera_begins_anew() -> None:
    detector = LoopDetector()
    there = clip(10)
    said = watch(there, detector=detector)
    assert said[:60] == [None] * 60
    assert said[60] is False
    smaller = np.ascontiguousarray(there[0][:60])
    assert detector.look(Scene(Frame(smaller, 10.0, 100))).looped is None
    assert detector.look(Scene(Frame(there[0], 10.1, 101))).looped is None
    assert detector.look(Scene(Frame(there[1], 3.0, 102))).looped is None


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (7, 3)])
def test_small_frames_break_nothing(shape) -> None:
    frames = [CHANCE.integers(0, 256, (*shape, 3), dtype=np.uint8) for _ in range(100)]
    watch(frames)


def test_copies_of_many_ages_are_chance() -> None:
    ages = CHANCE.uniform(3, 100, 40)
    assert not repeats(tuple((100 + n / 10, 100 + n / 10 - age) for n, age in enumerate(ages)))
    assert repeats(tuple((100 + n / 10, 80 + n / 10) for n in range(12)))
    assert not repeats(tuple((100 + n / 10, 80 + n / 10) for n in range(11)))
