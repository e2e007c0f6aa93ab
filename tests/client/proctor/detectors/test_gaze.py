from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import observe
from client.proctor.bank import Bank
from client.proctor.calibration import Calibration, Screen
from client.proctor.detectors import DETECTORS
from client.proctor.detectors.gaze import GazeDetector
from client.proctor.detectors.gaze_eyes import EyeShot, eye_shot
from client.proctor.detectors.mean_face import INDICES, POINTS_MM
from client.proctor.known import Known
from client.proctor.neutral import Neutral, Sample, neutral_of
from client.proctor.pose import Angles
from client.proctor.scene import Face, Scene
from client.proctor.sources.replay import upright
from client.proctor.types import Frame

WIDTH, HEIGHT, SCALE = 640, 480, 1.6
RIMS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
)
STRAIGHT = Angles(0.0, 0.0, 0.0)


def drawn(
    x: float = 0.0, y: float = 0.0, *, opening: float = 0.34, iris: int = 40
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A mean face with two eyes whose irises stand x, y eye widths from the middle, unmirrored."""
    rgb = np.full((HEIGHT, WIDTH, 3), 150, np.uint8)
    points = np.zeros((478, 3), np.float32)
    points[list(INDICES)] = POINTS_MM * SCALE + (WIDTH / 2, HEIGHT / 2, 0)
    for rim, middle in zip(RIMS, (468, 473), strict=True):
        corners = sorted((rim[0], rim[8]), key=lambda index: points[index, 0])
        start, end = points[corners[0], :2].copy(), points[corners[1], :2].copy()
        width, centre = float(np.linalg.norm(end - start)), (start + end) / 2
        for number, index in enumerate(rim):
            angle = np.pi + 2 * np.pi * number / 16
            points[index, :2] = centre + width * np.array(
                [0.5 * np.cos(angle), 0.5 * opening * np.sin(angle)]
            )
        points[list(corners), :2] = start, end
        outline = np.round(16 * points[list(rim), :2]).astype(np.int32)
        cv2.fillPoly(rgb, [outline], (225, 225, 225), cv2.LINE_AA, 4)
        points[middle, :2] = centre + width * np.array([x, y])
        eye = rgb.copy()
        place = np.round(16 * points[middle, :2]).astype(int)
        cv2.circle(eye, place.tolist(), round(16 * 0.2 * width), (iris,) * 3, -1, cv2.LINE_AA, 4)
        inside = np.zeros((HEIGHT, WIDTH), np.uint8)
        cv2.fillPoly(inside, [outline], 255, shift=4)
        rgb[inside > 0] = eye[inside > 0]
    return rgb, points


def shot(x: float = 0.0, y: float = 0.0, **how: float) -> EyeShot | None:
    return eye_shot(*drawn(x, y, **how))  # pyright: ignore[reportArgumentType]


def test_the_dark_of_the_eye_follows_the_iris() -> None:
    found = [shot(x) for x in (-0.15, -0.05, 0.05, 0.15)]
    across = [each.dark[0] for each in found if each is not None]
    assert len(across) == 4
    assert across == sorted(across)
    assert across[0] < -0.08
    assert across[-1] > 0.08


def test_irises_stand_where_their_landmarks_are_to_the_right_and_down() -> None:
    found, rest = shot(0.1, 0.06), shot()
    assert found is not None
    assert rest is not None
    assert 0.08 < found.eyes.across - rest.eyes.across < 0.12
    assert found.eyes.down > rest.eyes.down
    assert found.dark[1] > rest.dark[1]


def test_shut_eyes_and_eyes_without_contrast_are_unknown() -> None:
    assert shot(opening=0.1) is None
    rgb, points = drawn()
    assert eye_shot(np.full_like(rgb, 120), points) is None
    assert eye_shot(np.zeros_like(rgb), points) is None


@pytest.mark.parametrize("move", [(-2_000, 0), (2_000, 0), (0, -2_000), (0, 2_000), (-310, 0)])
def test_a_face_outside_the_picture_breaks_nothing(move: tuple[int, int]) -> None:
    rgb, points = drawn()
    found = eye_shot(rgb, points + np.array([*move, 0], np.float32))
    assert found is None or abs(found.dark[0]) < 1


def test_tiny_faces_and_landmarks_that_are_no_numbers_are_unknown() -> None:
    rgb, points = drawn()
    assert eye_shot(rgb, points * np.float32(0.2)) is None
    assert eye_shot(rgb, points * np.float32(np.nan)) is None
    assert eye_shot(rgb[:1, :1], points) is None
    assert eye_shot(rgb, np.zeros_like(points)) is None


REST = shot()
assert REST is not None
NEUTRAL = Neutral(STRAIGHT, REST.eyes)


def scene(at_s: float, x: float = 0.0, known: Known | None = None, **pose: float) -> Scene:
    rgb, points = drawn(x)
    face = Face((0.3, 0.3, 0.4, 0.4), points, 0.5)
    angles = replace(STRAIGHT, **pose)
    known = Known(neutral=NEUTRAL) if known is None else known
    return Scene(Frame(rgb, at_s, 0), known, faces=(face,), pose=angles)


def test_irises_to_the_viewers_left_look_to_the_candidates_right() -> None:
    gaze = GazeDetector().look(scene(0.0, -0.2)).gaze
    assert gaze is not None
    assert gaze.direction == "right"
    assert (observe.beyond_deg(gaze) or 0) > 3


def test_without_a_neutral_pose_or_a_face_there_is_no_gaze() -> None:
    looked = GazeDetector().look(scene(0.0, known=Known()))
    assert looked.gaze is None
    assert looked.eyes is not None
    assert looked.look is not None
    assert GazeDetector().look(replace(scene(0.0), faces=())).gaze is None
    assert GazeDetector().look(replace(scene(0.0), faces=None)).gaze is None
    assert GazeDetector().look(replace(scene(0.0), pose=None)).gaze is None


def test_a_head_turned_far_leaves_the_gaze_to_the_rule_about_heads() -> None:
    assert GazeDetector().look(scene(0.0, yaw_deg=24.0)).gaze is None


def test_one_astray_look_among_steady_ones_says_nothing_wrong() -> None:
    detector = GazeDetector()
    for number in range(3):
        detector.look(scene(number / 10))
    gaze = detector.look(scene(0.3, -0.25)).gaze
    assert gaze is not None
    assert gaze.beyond_deg < 0


def test_a_clock_that_goes_back_begins_afresh() -> None:
    detector = GazeDetector()
    for number in range(3):
        detector.look(scene(50 + number / 10))
    gaze = detector.look(scene(1.0, -0.25)).gaze
    assert gaze is not None
    assert gaze.beyond_deg > 0


def test_a_calibration_gives_a_point_and_its_own_error() -> None:
    first = GazeDetector().look(scene(0.0)).look
    model = Calibration(
        Screen(344, 194, 600),
        2.0,
        21.0,
        4.0,
        "by hand",
        weights=((1.0, 0.0, 0.7, 0.0, 0.0), (0.0, 1.0, 0.0, 0.7, 0.0)),
        spread=((0.0,) * 5,) * 5,
        rest=first,
    )
    gaze = GazeDetector().look(scene(0.0, known=Known(calibration=model))).gaze
    assert gaze is not None
    assert gaze.point is not None
    assert np.hypot(gaze.point[0] - 0.5, gaze.point[1] - 0.5) < 0.01
    assert gaze.error_deg >= 4.0


def test_a_screen_that_was_told_stands_in_for_the_assumed_one() -> None:
    wide = Known(neutral=NEUTRAL, screen=Screen(800, 340, 600))
    assumed, told = (GazeDetector().look(scene(0.0, -0.15, each)).gaze for each in (None, wide))
    assert assumed is not None
    assert told is not None
    assert assumed.beyond_deg > 0 > told.beyond_deg


@pytest.mark.models
@pytest.mark.samples
def test_a_man_who_looks_aside_is_off_the_screen_and_ahead_on_it(
    models_folder: Path, samples: Path
) -> None:
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    rows = tuple(row for row in DETECTORS if row.name in ("face", "head_pose", "gaze"))
    bank = Bank(rows, find=store.find, why_missing=store.why_missing)
    poses: list[Sample] = []
    known = Known()
    away: list[bool] = []
    ahead: list[bool] = []
    with av.open(str(samples / "gaze_video" / "center_left_center.mp4")) as container:
        for number, image in enumerate(container.decode(video=0)):
            if number % 3:
                continue
            at_s = float(image.time or 0)
            seen, _ = bank.look(Scene(Frame(upright(image), at_s, number), known))
            if at_s < 2.5 and seen.pose is not None:
                poses.append(Sample(at_s, seen.pose, seen.eyes))
                continue
            known = known if known.neutral else Known(neutral=neutral_of(poses))
            value = None if seen.gaze is None else observe.beyond_deg(seen.gaze)
            side = away if 6 < at_s < 9 else ahead
            if side is away or at_s < 4 or at_s > 11:
                side.append(value is not None and value >= 3)
    bank.close()
    assert len(away) > 20
    assert len(ahead) > 40
    assert sum(away) >= 0.9 * len(away)  # the level lies 2 degrees below this gaze
    assert not any(ahead)
