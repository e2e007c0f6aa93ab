import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from client.proctor.alignment import PLACES, eye_distance, five_points, placing, similarity

EXACT = 1e-6  # float64 throughout, at a few hundred pixels
SOURCE = np.array([(10.0, 20.0), (50.0, 22.0), (31.0, 45.0), (15.0, 66.0), (47.0, 67.0)])


def moved(points: np.ndarray, angle: float, scale: float, shift: tuple[float, float]):
    turn = scale * np.array(
        [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]
    )
    return points @ turn.T + shift


def landmarks(five: np.ndarray) -> np.ndarray:
    points = np.zeros((478, 3), np.float32)
    for pair, place in (((33, 133), five[0]), ((362, 263), five[1])):
        points[pair[0], :2] = place - (4, 0)
        points[pair[1], :2] = place + np.array([4, 0])
    points[1, :2], points[61, :2], points[291, :2] = five[2:]
    return points


@given(
    st.floats(-math.pi, math.pi),
    st.floats(0.05, 20),
    st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
)
def test_a_turned_shifted_and_scaled_face_lands_on_the_same_place(angle, scale, shift) -> None:
    placed = similarity(moved(SOURCE, angle, scale, shift), SOURCE)
    assert placed is not None
    back = moved(SOURCE, angle, scale, shift) @ placed[:, :2].T + placed[:, 2]
    assert np.abs(back - SOURCE).max() < EXACT * 100


@given(st.integers(0, 2**31))
def test_nothing_is_stretched_or_mirrored(seed: int) -> None:
    chance = np.random.default_rng(seed)
    placed = similarity(chance.normal(size=(5, 2)), chance.normal(size=(5, 2)))
    assume(placed is not None)
    turn = placed[:, :2]
    size = math.hypot(turn[0, 0], turn[1, 0])
    assert np.linalg.det(turn) == pytest.approx(size**2, rel=EXACT)
    assert turn[0] @ turn[1] == pytest.approx(0, abs=EXACT * size**2)


def test_least_squares_beats_every_neighbour() -> None:
    chance = np.random.default_rng(2)
    target = moved(SOURCE, 0.3, 1.7, (4, 9)) + chance.normal(0, 2, SOURCE.shape)
    best = similarity(SOURCE, target)
    assert best is not None

    def error(angle: float, scale: float, x: float, y: float) -> float:
        base = moved(SOURCE @ best[:, :2].T + best[:, 2], angle, scale, (x, y))
        return float(((base - target) ** 2).sum())

    least = error(0, 1, 0, 0)
    for change in ((0.01, 1, 0, 0), (-0.01, 1, 0, 0), (0, 1.01, 0, 0), (0, 0.99, 0, 0)):
        assert error(*change) > least
    assert error(0, 1, 0.1, 0) > least
    assert error(0, 1, 0, -0.1) > least


def test_a_face_on_its_place_stays_there() -> None:
    placed = placing(landmarks(PLACES * 112), 112)
    assert placed is not None
    assert np.abs(placed - [[1, 0, 0], [0, 1, 0]]).max() < 1e-3  # landmarks are float32
    assert np.abs(five_points(landmarks(PLACES * 112)) - PLACES * 112).max() < 1e-3


def test_eyes_are_measured_between_their_middles() -> None:
    assert eye_distance(landmarks(SOURCE)) == pytest.approx(math.hypot(40, 2), abs=1e-3)


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf])
def test_landmarks_without_extent_have_no_place(value: float) -> None:
    assert placing(np.full((478, 3), value, np.float32), 112) is None


def test_a_target_without_extent_is_no_place() -> None:
    assert similarity(SOURCE, np.ones((5, 2))) is None
