from typing import Any

import cv2
import numpy as np
import pytest

from client.proctor import evidence
from client.proctor.framing import framing
from client.proctor.rules import rules_for
from client.proctor.scene import Face, Scene, Thing
from client.proctor.types import Frame
from shared.events import SignalKind
from shared.policy import Accommodations, Policy

NOISE = np.random.default_rng(1).integers(0, 255, (480, 640, 3), dtype=np.uint8)
POINTS = np.zeros((478, 3), np.float32)
RULES = {rule.signal: rule for rule in rules_for(Policy(), Accommodations())}
ALONE, COMPANY = RULES[SignalKind.HEAD_TURNED], RULES[SignalKind.SECOND_FACE]
PHONE = RULES[SignalKind.PHONE]
FIRST, SECOND = Face((0.3, 0.3, 0.2, 0.3), POINTS, 0.5), Face((0.55, 0.3, 0.1, 0.2), POINTS, 0.5)


def opened(jpeg: bytes | None) -> np.ndarray:
    assert jpeg is not None
    picture = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture


def scene(*faces: Face, pixels: np.ndarray = NOISE, **more: Any) -> Scene:
    return Scene(Frame(pixels, 0.0, 1), faces=faces, **more)


def test_the_picture_is_cropped_to_the_face_and_small() -> None:
    picture = opened(evidence.picture_of(scene(FIRST), Policy(), ALONE))
    assert max(picture.shape[:2]) <= 245


def test_the_longest_edge_obeys_the_policy() -> None:
    policy = Policy(evidence_max_edge_px=64)
    picture = opened(evidence.picture_of(scene(FIRST, SECOND), policy, COMPANY))
    assert max(picture.shape[:2]) == 64


def test_other_people_are_blurred_unless_the_rule_is_about_them() -> None:
    close = Face((0.45, 0.35, 0.1, 0.2), POINTS, 0.5)
    policy = Policy(evidence_max_edge_px=1280)
    blurred = opened(evidence.picture_of(scene(FIRST, close), policy, ALONE))
    shown = opened(evidence.picture_of(scene(FIRST, close), policy, COMPANY))
    assert blurred[100:150, -60:-20].std() < 0.5 * shown[100:150, -60:-20].std()


def test_without_a_face_there_is_no_picture() -> None:
    assert evidence.picture_of(scene(), Policy(), ALONE) is None


@pytest.mark.parametrize("box", [(-0.5, -0.5, 0.2, 0.2), (0.99, 0.99, 3, 3), (0.0, 0.0, 0.0, 0.0)])
def test_a_face_beyond_the_edge_still_makes_a_picture(box: tuple) -> None:
    face = Face(box, POINTS, 0.5)
    for pixels in (NOISE, NOISE[:1, :1]):
        assert evidence.picture_of(scene(face, pixels=pixels), Policy(), ALONE)


def test_the_budget_holds_for_every_hour_and_comes_back() -> None:
    policy, taken = Policy(evidence_per_hour=2), ()
    for at_ms in (0, 1_000):
        taken = evidence.within_budget(taken, at_ms, policy)
        assert taken is not None
    assert evidence.within_budget(taken, 2_000, policy) is None
    assert evidence.within_budget(taken, evidence.HOUR_MS, policy) == (1_000, evidence.HOUR_MS)


def test_a_picture_of_a_phone_shows_the_phone_and_not_the_face() -> None:
    phone = Thing("phone", (0.05, 0.8, 0.05, 0.1), 0.7)
    seen = scene(FIRST, things=(phone,))
    assert framing(seen, PHONE) is not None
    picture = opened(evidence.picture_of(seen, Policy(), PHONE))
    assert picture.shape[0] < 0.3 * 480
    assert picture.shape[1] < 0.2 * 640


def test_a_thing_that_is_not_in_the_scene_has_no_picture() -> None:
    book = Thing("book", (0.1, 0.1, 0.1, 0.1), 0.9)
    assert evidence.picture_of(scene(FIRST), Policy(), PHONE) is None
    assert evidence.picture_of(scene(FIRST, things=(book,)), Policy(), PHONE) is None
    assert evidence.picture_of(scene(), Policy(), PHONE) is None


def test_beside_an_object_everybody_but_the_candidate_is_blurred() -> None:
    phone = Thing("phone", (0.4, 0.5, 0.1, 0.1), 0.7)
    candidate = Thing("person", (0.2, 0.2, 0.4, 0.8), 0.9)
    behind = Thing("person", (0.7, 0.1, 0.2, 0.5), 0.9)
    far = (0.61, 0.1, 0.04, 0.05)
    seen = scene(FIRST, SECOND, people=(FIRST.box, far), things=(phone, candidate, behind))
    framed = framing(seen, PHONE)
    assert framed is not None
    assert framed.show == (phone.box,)
    assert framed.blur == (SECOND.box, far, (0.7, 0.1, 0.2, 0.2))


def test_where_nobody_is_known_to_be_the_candidate_every_face_beside_an_object_is_blurred() -> None:
    phone = Thing("phone", (0.4, 0.5, 0.1, 0.1), 0.7)
    framed = framing(scene(people=(FIRST.box,), things=(phone,)), PHONE)
    assert framed is not None
    assert framed.blur == (FIRST.box,)


def test_a_picture_of_company_reaches_to_people_whom_only_the_far_detector_sees() -> None:
    far = (0.9, 0.05, 0.04, 0.05)
    policy = Policy(evidence_max_edge_px=1280)
    near = opened(evidence.picture_of(scene(FIRST, SECOND), policy, COMPANY))
    wide = opened(evidence.picture_of(scene(FIRST, people=(FIRST.box, far)), policy, COMPANY))
    assert wide.shape[1] > 1.2 * near.shape[1]
    assert evidence.picture_of(scene(people=(far,)), policy, COMPANY)
    assert evidence.picture_of(scene(), policy, COMPANY) is None


def test_people_whom_only_the_far_detector_sees_are_blurred_in_other_rules_pictures() -> None:
    far = (0.52, 0.35, 0.05, 0.08)
    framed = framing(scene(FIRST, people=((0.31, 0.33, 0.19, 0.25), far)), ALONE)
    assert framed is not None
    assert framed.blur == (far,)
