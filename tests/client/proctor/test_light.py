"""Synthetic faces only: real screens and cameras were not to be had."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.light import CHALLENGE, LightChallenge
from client.proctor.pipe import Light
from client.proctor.scene import Face, Scene
from client.proctor.types import Frame, LightJudged

RNG = np.random.default_rng(4)
HEIGHT, WIDTH = 120, 160


def landmarks() -> np.ndarray:
    points = np.tile(np.array([80, 60, 0], np.float32), (478, 1))
    for index, place in {
        33: (65, 50), 133: (75, 50), 362: (85, 50), 263: (95, 50), 1: (80, 62),
        61: (72, 75), 291: (88, 75), 50: (66, 66), 280: (94, 66), 151: (80, 38),
    }.items():  # fmt: skip
        points[index, :2] = place
    return points


FACE = Face((0.35, 0.2, 0.3, 0.55), landmarks(), 0.5)


def screen_at(at_s: float) -> tuple[int, int, int]:
    for colour, seconds in CHALLENGE:
        if at_s < seconds:
            return colour
        at_s -= seconds
    return CHALLENGE[-1][0]


def picture(at_s: float, share: float, *, noise: float, drift: float = 0.0) -> np.ndarray:
    """Skin that takes `share` of its light from the screen as it was 0.15 s before."""
    room = np.full((HEIGHT, WIDTH, 3), (110, 105, 100), np.float64)
    skin = np.array([150, 115, 95], np.float64)
    light = np.array(screen_at(max(0.0, at_s - 0.15))) / 255
    room[20:100, 50:110] = skin * (1 - share + share * light / np.array([0.88, 0.87, 0.84]))
    room *= 1 + drift * np.array([at_s, 0, -at_s])
    room += RNG.normal(0, noise, room.shape)
    return np.clip(room, 0, 255).round().astype(np.uint8)


def challenge(share: float, *, noise: float = 2.0, drift: float = 0.0, faces=(FACE,), fps=10):
    """The verdict on a whole challenge seen at `fps`."""
    light = LightChallenge()
    at_s, changes = 100.0, []
    for colour, seconds in CHALLENGE:
        changes.append((at_s, colour))
        at_s += seconds
    for number in range(round((at_s - 100) * fps)):
        now = 100 + number / fps
        while changes and changes[0][0] <= now:
            start, colour = changes.pop(0)
            light.shine(Light(colour, start))
        frame = Frame(picture(now - 100, share, noise=noise, drift=drift), now, number)
        light.see(Scene(frame, faces=faces))
    return light.judge()


def test_the_challenge_is_slow_pale_and_not_red() -> None:
    assert 7.5 <= sum(seconds for _, seconds in CHALLENGE) <= 9
    assert all(seconds >= 1 for _, seconds in CHALLENGE)
    for (red, green, blue), _ in CHALLENGE:
        assert red / (red + green + blue) < 0.8  # WCAG's bound for a saturated red
        assert min(red, green, blue) > 150
    lumas = [0.2126 * r + 0.7152 * g + 0.0722 * b for (r, g, b), _ in CHALLENGE]
    assert max(lumas) - min(lumas) < 0.1 * 255  # a flash is a change of 10 % and more


@pytest.mark.parametrize("share", [0.05, 0.1, 0.3])
def test_skin_that_takes_light_from_the_screen_is_alive(share: float) -> None:
    verdict = challenge(share)
    assert verdict.outcome == "ok"
    assert verdict.correlation is not None
    assert verdict.correlation > 0.8


def test_a_replay_does_not_answer_the_screen() -> None:
    verdict = challenge(0.0)
    assert verdict.outcome == "violation"
    assert "did not answer" in verdict.detail


def test_a_slow_drift_of_the_white_balance_neither_answers_nor_hides_an_answer() -> None:
    assert challenge(0.0, drift=0.003).outcome == "violation"
    assert challenge(0.1, drift=0.003).outcome == "ok"


def test_where_the_noise_hides_so_faint_an_answer_it_is_unknown() -> None:
    assert challenge(0.008, noise=60.0).outcome == "unknown"


def test_without_a_face_throughout_it_is_unknown() -> None:
    assert challenge(0.2, faces=()).outcome == "unknown"
    assert challenge(0.2, faces=(FACE, FACE)).outcome == "unknown"


def test_without_enough_frames_it_is_unknown() -> None:
    assert challenge(0.2, fps=2).outcome == "unknown"


def test_without_light_it_is_unknown_and_a_verdict_begins_anew() -> None:
    light = LightChallenge()
    assert light.judge() == LightJudged("unknown", None, "No light was shown.")
    light.shine(Light(CHALLENGE[0][0], 1.0))
    light.see(Scene(Frame(picture(0, 0.1, noise=1), 1.1, 1), faces=(FACE,)))
    assert light.judge().outcome == "unknown"


@given(
    st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), max_size=4),
    st.integers(1, 40),
    st.integers(1, 40),
)
def test_nonsense_is_unknown_and_breaks_nothing(where, height: int, width: int) -> None:
    points = landmarks()
    points[50, : min(3, len(where))] = where[:3]
    light = LightChallenge()
    for number, (colour, seconds) in enumerate(CHALLENGE):
        light.shine(Light(colour, 50 - number * seconds))
        frame = Frame(np.zeros((height, width, 3), np.uint8), float(number % 3), number)
        light.see(Scene(frame, faces=(Face((-1, 0, 3, 0.1), points, 0.0),)))
    assert light.judge().outcome == "unknown"
