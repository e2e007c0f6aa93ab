import cv2
import numpy as np
import pytest

from client.proctor import evidence
from client.proctor.scene import Face, Scene
from client.proctor.types import Frame
from shared.policy import Policy

NOISE = np.random.default_rng(1).integers(0, 255, (480, 640, 3), dtype=np.uint8)
POINTS = np.zeros((478, 3), np.float32)
FIRST, SECOND = Face((0.3, 0.3, 0.2, 0.3), POINTS, 0.5), Face((0.55, 0.3, 0.1, 0.2), POINTS, 0.5)


def opened(jpeg: bytes | None) -> np.ndarray:
    assert jpeg is not None
    picture = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture


def scene(*faces: Face, pixels: np.ndarray = NOISE) -> Scene:
    return Scene(Frame(pixels, 0.0, 1), faces=faces)


def test_the_picture_is_cropped_to_the_face_and_small() -> None:
    picture = opened(evidence.picture_of(scene(FIRST), Policy(), about_others=False))
    assert max(picture.shape[:2]) <= 245


def test_the_longest_edge_obeys_the_policy() -> None:
    policy = Policy(evidence_max_edge_px=64)
    picture = opened(evidence.picture_of(scene(FIRST, SECOND), policy, about_others=True))
    assert max(picture.shape[:2]) == 64


def test_other_people_are_blurred_unless_the_rule_is_about_them() -> None:
    close = Face((0.45, 0.35, 0.1, 0.2), POINTS, 0.5)
    policy = Policy(evidence_max_edge_px=1280)
    blurred = opened(evidence.picture_of(scene(FIRST, close), policy, about_others=False))
    shown = opened(evidence.picture_of(scene(FIRST, close), policy, about_others=True))
    assert blurred[100:150, -60:-20].std() < 0.5 * shown[100:150, -60:-20].std()


def test_without_a_face_there_is_no_picture() -> None:
    assert evidence.picture_of(scene(), Policy(), about_others=False) is None


@pytest.mark.parametrize("box", [(-0.5, -0.5, 0.2, 0.2), (0.99, 0.99, 3, 3), (0.0, 0.0, 0.0, 0.0)])
def test_a_face_beyond_the_edge_still_makes_a_picture(box: tuple) -> None:
    face = Face(box, POINTS, 0.5)
    for pixels in (NOISE, NOISE[:1, :1]):
        assert evidence.picture_of(scene(face, pixels=pixels), Policy(), about_others=False)


def test_the_budget_holds_for_every_hour_and_comes_back() -> None:
    policy, taken = Policy(evidence_per_hour=2), ()
    for at_ms in (0, 1_000):
        taken = evidence.within_budget(taken, at_ms, policy)
        assert taken is not None
    assert evidence.within_budget(taken, 2_000, policy) is None
    assert evidence.within_budget(taken, evidence.HOUR_MS, policy) == (1_000, evidence.HOUR_MS)
