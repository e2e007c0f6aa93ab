"""Persons without a visible face beside the faces that are seen, by times and boxes alone."""

from typing import Any

import numpy as np

from client.proctor.detectors.company import BELIEVED_S, CompanyDetector
from client.proctor.scene import Face, Scene, Thing
from client.proctor.types import Box, Frame

PIXELS = np.zeros((4, 4, 3), np.uint8)
MINE: Box = (0.4, 0.2, 0.2, 0.3)
BODY = Thing("person", (0.3, 0.1, 0.4, 0.9), 0.9)
BESIDE = Thing("person", (0.75, 0.0, 0.2, 0.9), 0.8)
THEIRS: Box = (0.8, 0.1, 0.08, 0.12)


def scene(at_s: float, **fields: Any) -> Scene:
    return Scene(Frame(PIXELS, at_s, 0), **fields)


def count(detector: CompanyDetector, at_s: float, **fields: Any) -> int | None:
    people = detector.look(scene(at_s, **fields)).people
    return None if people is None else len(people)


def seen(detector: CompanyDetector, *things: Thing, at_s: tuple[float, ...] = (0.1, 1.1)) -> None:
    for moment_s in at_s:
        assert count(detector, moment_s - 0.1, people=(MINE,)) is not None
        assert count(detector, moment_s, things=things) is None


def test_a_body_beside_the_candidate_counts_from_the_second_look_on() -> None:
    detector = CompanyDetector()
    seen(detector, BODY, BESIDE, at_s=(0.1,))
    assert count(detector, 0.3, people=(MINE,)) == 1
    seen(detector, BODY, BESIDE, at_s=(1.1,))
    assert count(detector, 1.3, people=(MINE,)) == 2


def test_nobody_counts_twice_by_face_and_body() -> None:
    detector = CompanyDetector()
    seen(detector, BODY)
    assert count(detector, 1.3, people=(MINE,)) == 1


def test_a_body_whose_face_is_found_later_is_that_face() -> None:
    detector = CompanyDetector()
    seen(detector, BODY, BESIDE)
    assert count(detector, 1.3, people=(MINE, THEIRS)) == 2
    assert count(detector, 1.6, people=(MINE,)) == 2


def test_the_candidate_who_turns_away_is_one_person() -> None:
    detector = CompanyDetector()
    for at_s in (0.1, 1.1, 2.1):
        assert count(detector, at_s - 0.1, people=()) in (0, 1)
        detector.look(scene(at_s, things=(BODY,)))
    assert count(detector, 2.3, people=()) == 1
    assert count(detector, 2.6, people=(MINE,)) == 1


def test_a_body_that_leaves_is_gone_with_the_next_look() -> None:
    detector = CompanyDetector()
    seen(detector, BODY, BESIDE)
    seen(detector, BODY, at_s=(2.1,))
    assert count(detector, 2.3, people=(MINE,)) == 1


def test_a_body_is_believed_no_longer_than_two_looks_can_be_apart() -> None:
    detector = CompanyDetector()
    seen(detector, BODY, BESIDE)
    assert count(detector, 1.1 + BELIEVED_S, people=(MINE,)) == 2
    assert count(detector, 1.2 + BELIEVED_S, people=(MINE,)) == 1


def test_a_clock_that_goes_back_forgets() -> None:
    detector = CompanyDetector()
    seen(detector, BODY, BESIDE)
    assert count(detector, 0.5, people=(MINE,)) == 1


def test_bodies_in_other_places_are_not_the_same_body_again() -> None:
    detector = CompanyDetector()
    other = Thing("person", (0.0, 0.0, 0.2, 0.9), 0.8)
    seen(detector, BODY, BESIDE, at_s=(0.1,))
    seen(detector, BODY, other, at_s=(1.1,))
    assert count(detector, 1.3, people=(MINE,)) == 1


def test_without_the_far_detector_the_landmarkers_faces_are_the_people() -> None:
    detector = CompanyDetector()
    face = Face(MINE, np.zeros((478, 3), np.float32), 0.5)
    for at_s in (0.1, 1.1):
        detector.look(scene(at_s, faces=(face,), things=(BODY, BESIDE)))
    assert count(detector, 1.2, faces=(face,)) == 2
    assert count(detector, 1.3) is None


def test_where_nobody_looked_nobody_is_made_up() -> None:
    assert count(CompanyDetector(), 0.0) is None
    assert count(CompanyDetector(), 0.0, things=(BODY, BESIDE)) is None
