import math
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import observe
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS
from client.proctor.detectors.head_pose import head_pose
from client.proctor.detectors.mean_face import INDICES, POINTS_MM
from client.proctor.neutral import Neutral
from client.proctor.pose import Angles
from client.proctor.scene import Scene
from client.proctor.types import Frame

WIDTH, HEIGHT = 640, 480
TURNS = st.floats(-35, 35)


def turned(yaw: float, pitch: float, roll: float) -> NDArray[np.float64]:
    """Rotation by these angles, signs as in `types.Looked`; y is down, z away from the camera."""
    a, b, c = (math.radians(each) for each in (yaw, pitch, roll))
    around_y = [[math.cos(a), 0, -math.sin(a)], [0, 1, 0], [math.sin(a), 0, math.cos(a)]]
    around_x = [[1, 0, 0], [0, math.cos(b), -math.sin(b)], [0, math.sin(b), math.cos(b)]]
    around_z = [[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0], [0, 0, 1]]
    return np.array(around_y) @ np.array(around_x) @ np.array(around_z)


def seen(turn: NDArray[np.float64], *, far_mm: float = 700.0, aside_mm: float = 0.0):
    """The mean face as a camera of one frame width's focal length sees it: (478, 3) pixels."""
    face = POINTS_MM @ turn.T + (aside_mm, 0.0, far_mm)
    points = np.zeros((478, 3), np.float32)
    scale = WIDTH / face[:, 2:]
    points[list(INDICES), :2] = face[:, :2] * scale + (WIDTH / 2, HEIGHT / 2)
    points[list(INDICES), 2] = (face[:, 2] - far_mm) * WIDTH / far_mm
    return points


@given(TURNS, TURNS, TURNS)
def test_a_mean_face_turned_by_known_angles_is_read_within_three_degrees(
    yaw: float, pitch: float, roll: float
) -> None:
    found = head_pose(seen(turned(yaw, pitch, roll)), WIDTH, HEIGHT)
    assert found is not None
    nose = -turned(yaw, pitch, roll)[:, 2]
    assert abs(found.yaw_deg - math.degrees(math.atan2(nose[0], -nose[2]))) < 3
    across = math.hypot(nose[0], nose[2])
    assert abs(found.pitch_deg - math.degrees(math.atan2(nose[1], across))) < 3


@pytest.mark.parametrize(
    ("angles", "field"),
    [((20, 0, 0), "yaw_deg"), ((0, 20, 0), "pitch_deg"), ((0, 0, 20), "roll_deg")],
)
def test_each_angle_has_the_documented_sign(angles: tuple[float, ...], field: str) -> None:
    found = head_pose(seen(turned(*angles)), WIDTH, HEIGHT)
    assert found is not None
    assert 17 < getattr(found, field) < 23


def test_yaw_to_the_viewers_right_moves_the_nose_to_the_right() -> None:
    points = seen(turned(20, 0, 0))
    corners = points[[33, 263], 0].mean()
    assert points[4, 0] > corners


def test_a_neutral_pose_is_taken_off() -> None:
    rest = Neutral(Angles(5.0, 10.0, 1.0), None)
    assert observe.relative(Angles(25.0, 10.0, 1.0), rest) == Angles(20.0, 0.0, 0.0)


def test_a_depth_that_contradicts_the_picture_makes_the_pose_unknown() -> None:
    points = seen(turned(30, 0, 0))
    points[:, 2] = seen(turned(-30, 0, 0))[:, 2]
    assert head_pose(points, WIDTH, HEIGHT) is None


@pytest.mark.parametrize("value", [0.0, math.nan, math.inf])
def test_landmarks_that_are_no_face_have_no_pose(value: float) -> None:
    assert head_pose(np.full((478, 3), value, np.float32), WIDTH, HEIGHT) is None


@pytest.fixture
def bank(models_folder: Path):
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    rows = tuple(row for row in DETECTORS if row.name in ("face", "head_pose"))
    bank = Bank(rows, find=store.find, why_missing=store.why_missing)
    yield bank
    bank.close()


def pose_of(bank: Bank, pixels: NDArray[np.uint8], at_s: float) -> Angles:
    """Of the third look at that picture: the landmarker has settled by then."""
    frames = [Frame(np.ascontiguousarray(pixels), at_s + i / 10, i) for i in range(3)]
    pose = [bank.look(Scene(frame))[0].pose for frame in frames][-1]
    assert pose is not None
    return pose


@pytest.mark.models
def test_a_picture_rotated_in_its_plane_is_read_within_two_degrees(bank: Bank) -> None:
    from skimage import data

    portrait = np.ascontiguousarray(data.astronaut())
    rest = pose_of(bank, portrait, 0.0)
    for number, degrees in enumerate((-25, -10, 10, 25)):
        turn = cv2.getRotationMatrix2D((228, 110), -degrees, 1.0)
        picture = cv2.warpAffine(portrait, turn, (512, 512), borderMode=cv2.BORDER_REPLICATE)
        found = pose_of(bank, np.asarray(picture, np.uint8), 1.0 + number)
        assert abs(found.roll_deg - rest.roll_deg - degrees) < 2
        assert abs(found.yaw_deg - rest.yaw_deg) < 3
        assert abs(found.pitch_deg - rest.pitch_deg) < 3


@pytest.mark.models
def test_a_mirrored_picture_mirrors_yaw_and_roll(bank: Bank) -> None:
    from skimage import data

    portrait = np.ascontiguousarray(data.astronaut())
    straight, mirrored = pose_of(bank, portrait, 0.0), pose_of(bank, portrait[:, ::-1], 1.0)
    assert abs(straight.yaw_deg + mirrored.yaw_deg) < 3
    assert abs(straight.roll_deg + mirrored.roll_deg) < 3
    assert abs(straight.pitch_deg - mirrored.pitch_deg) < 3
