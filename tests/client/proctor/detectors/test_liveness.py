from dataclasses import replace

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.models.store import ModelFile
from client.proctor.bank import Bank
from client.proctor.detectors import Row, antispoof, liveness, signs
from client.proctor.detectors.antispoof import Antispoof
from client.proctor.detectors.liveness import LivenessDetector, verdict
from client.proctor.detectors.signs import WATCH_S, Life, Shape
from client.proctor.pose import Angles
from client.proctor.scene import Face, Scene
from client.proctor.sources.replay import upright
from client.proctor.types import Frame

STILL = Shape(0.32, 0.5, 0.01)
CHANCE = np.random.default_rng(6)


def noisy(shape: Shape, deviation: float = 0.004) -> Shape:
    lids, irises, lips = CHANCE.normal(0, deviation, 3)
    return Shape(shape.lids + lids, shape.irises + irises, shape.lips + lips)


def watched(shapes, fps: float = 10.0, life: Life = Life(), start_s: float = 0.0) -> Life:
    for number, shape in enumerate(shapes):
        life = signs.watch(life, start_s + number / fps, shape)
    return life


def still(seconds: float, deviation: float = 0.004) -> list[Shape]:
    return [noisy(STILL, deviation) for _ in range(round(10 * seconds))]


@pytest.mark.parametrize("deviation", [0.0, 0.004, 0.02])
def test_a_portrait_whose_landmarks_tremble_is_not_alive_after_its_time(deviation) -> None:
    assert watched(still(WATCH_S - 2, deviation)).not_alive is None
    life = watched(still(WATCH_S + 3, deviation))
    assert life.not_alive == 1
    assert life.sign == ""


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        (lambda shape: replace(shape, lids=0.12), "a blink"),
        (lambda shape: replace(shape, irises=0.57), "eyes that turned"),
        (lambda shape: replace(shape, lips=0.09), "a mouth that moved"),
    ],
)
def test_one_sign_of_life_in_twenty_seconds_is_alive(change, sign) -> None:
    shapes = still(40)
    for at in (150, 300):
        shapes[at : at + 3] = [change(shape) for shape in shapes[at : at + 3]]
    life = watched(shapes)
    assert life.not_alive == 0
    assert life.sign == sign


def test_a_single_slip_of_the_landmarks_is_no_sign() -> None:
    shapes = still(30)
    for at in range(20, 300, 40):
        shapes[at] = Shape(0.1, 0.9, 0.3)
    assert watched(shapes).not_alive == 1


def test_looks_add_up_over_absences_but_an_absence_counts_nothing() -> None:
    life = watched(still(15))
    life = watched([None] * 600, life=life, start_s=15)
    assert life.lifeless_s < 15
    life = watched(still(14), life=life, start_s=75)
    assert life.not_alive == 1


def test_a_face_that_slides_into_place_shows_no_sign() -> None:
    arriving = [Shape(0.1, 0.8, 0.2)] * 4
    assert watched([*arriving, *still(20)]).sign == ""


def test_gaps_and_clocks_that_go_back_count_nothing() -> None:
    life = Life()
    for number in range(200):
        life = signs.watch(life, number * 0.9, STILL)
    assert life.lifeless_s == 0
    for number in range(200):
        life = signs.watch(life, -0.1 * number, STILL)
    assert life.lifeless_s == 0


@given(st.lists(st.tuples(st.floats(0, 100), st.none() | st.just(STILL)), max_size=80))
def test_time_without_a_sign_never_exceeds_the_time_of_watching(looks) -> None:
    life, since = Life(), None
    for at_s, shape in looks:
        since = at_s if since is None else min(since, at_s)
        before = life.lifeless_s
        life = signs.watch(life, at_s, shape)
        assert 0 <= life.lifeless_s - before <= 0.5
        assert life.not_alive is None


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf])
def test_landmarks_without_extent_have_no_shape(value) -> None:
    assert signs.shape(np.full((478, 3), value, np.float32)) is None


ALIVE = Life(sign="a blink", lifeless_s=3.0)
LIFELESS = Life(lifeless_s=WATCH_S)


@pytest.mark.parametrize(
    ("life", "votes", "expected"),
    [
        (Life(), (), None),
        (Life(), (0.99,) * 5, None),
        (ALIVE, (), 0.0),
        (ALIVE, (0.9,) * 5, 0.0),
        (ALIVE, (0.01,) * 4, 0.0),
        (ALIVE, (0.01,) * 5, 1.0),
        (ALIVE, (0.4,) * 5, 0.5),
        (LIFELESS, (), 1.0),
        (LIFELESS, (0.99,) * 10, 1.0),
    ],
)
def test_either_evidence_alone_can_call_it_a_picture_and_only_signs_call_it_alive(
    life, votes, expected
) -> None:
    assert verdict(life, votes).not_alive == expected


def test_the_detail_says_which_signs_spoke() -> None:
    assert "no blink" in verdict(LIFELESS, ()).detail
    assert "networks" not in verdict(LIFELESS, ()).detail
    assert verdict(ALIVE, (0.9,) * 5).detail == (
        "a blink, 3 s of watching ago; networks: 0.90 real in 5 frames"
    )


POINTS = CHANCE.uniform(40, 120, (478, 3)).astype(np.float32)
POINTS[33, :2], POINTS[133, :2], POINTS[362, :2], POINTS[263, :2] = (
    (40, 60),
    (65, 60),
    (95, 60),
    (120, 60),
)
RGB = CHANCE.integers(0, 256, (160, 160, 3), dtype=np.uint8)


def scene(at_s: float, faces: int | None = 1, *, number: int | None = None, rgb=RGB) -> Scene:
    face = Face((0.25, 0.25, 0.5, 0.5), POINTS, 0.5)
    frame = Frame(rgb, at_s, round(10 * at_s) if number is None else number)
    found = None if faces is None else (face,) * faces
    return Scene(frame, faces=found, pose=Angles(0, 5, 0) if faces else None)


class Networks:
    title = "test"

    def __init__(self, real: float | None) -> None:
        self.answer, self.asked = real, 0

    def real(self, rgb, box) -> float | None:
        self.asked += 1
        return self.answer


def test_it_speaks_once_a_second_and_asks_the_networks_every_other() -> None:
    networks = Networks(0.01)
    detector = LivenessDetector(networks)
    said = [detector.look(scene(n / 10)).liveness for n in range(200)]
    known = [each for each in said if each is not None]
    assert 18 <= len(known) <= 21
    assert 9 <= networks.asked <= 11
    assert known[-1].not_alive == 1


def test_votes_are_not_kept_for_whoever_comes_next() -> None:
    detector = LivenessDetector(Networks(0.01))
    for n in range(120):
        detector.look(scene(n / 10))
    detector.look(scene(12.0, faces=0))
    said = [detector.look(scene(n / 10)).liveness for n in range(121, 160)]
    assert [each.not_alive for each in said if each] != []
    assert all(each.not_alive is None for each in said if each)


def test_another_camera_begins_anew() -> None:
    detector = LivenessDetector(None)
    for n in range(300):
        last = detector.look(scene(n / 10)).liveness or Life()
    detector.look(scene(30.0, number=0))
    said = [detector.look(scene(30 + n / 10, number=n)).liveness for n in range(1, 30)]
    assert last is not None
    assert all(each.not_alive is None for each in said if each)


@pytest.mark.parametrize("faces", [None, 0, 2])
def test_without_exactly_one_face_it_says_nothing(faces) -> None:
    detector = LivenessDetector(Networks(0.0))
    assert all(detector.look(scene(n / 10, faces)).liveness is None for n in range(50))


def test_without_its_models_it_runs_on_signs_and_says_what_is_missing() -> None:
    def make(_model):
        return liveness.make(lambda _: None, lambda name: f"The {name} model is not here.")

    bank = Bank((Row("liveness", None, 0.1, make),))
    assert bank.runs("liveness")
    assert bank.off == {"liveness": "The antispoof model is not here."}
    assert [each.what for each in bank.news] == ["model_missing"]
    for n in range(300):
        looked, _ = bank.look(scene(n / 10))
    assert looked.frame.at_s > 29


def test_a_damaged_model_leaves_the_signs(tmp_path) -> None:
    broken = tmp_path / "x.onnx"
    broken.write_bytes(b"nothing")
    detector = liveness.make(lambda name: ModelFile(name, broken, "1", "a" * 64, "x"), str)
    assert "cannot be opened" in detector.without


@pytest.mark.parametrize("shape", [(1, 1), (2, 300), (100, 100)])
@pytest.mark.parametrize(
    "box", [(0, 0, 1, 1), (-2, -2, 5, 5), (0.9, 0.9, 0.4, 0.4), (0, 0, 0, 0), (np.nan, 0, 1, 1)]
)
def test_a_crop_lies_in_the_picture_whatever_the_box(shape, box) -> None:
    seen = antispoof.crop(np.zeros((*shape, 3), np.uint8), box, 2.7)
    assert seen is None or seen.shape == (80, 80, 3)


def test_a_crop_is_as_many_boxes_wide_as_asked_around_its_middle() -> None:
    rgb = np.zeros((400, 400, 3), np.uint8)
    rgb[195:206, 195:206] = 255
    seen = antispoof.crop(rgb, (0.45, 0.45, 0.1, 0.1), 2.7)
    assert seen is not None
    rows, columns = np.nonzero(seen[:, :, 0] > 128)
    assert abs(rows.mean() - 39.5) < 1
    assert abs(columns.mean() - 39.5) < 1
    assert 6 <= np.ptp(rows) <= 9  # 11 pixels of 108, in 80


@pytest.mark.models
@pytest.mark.samples
def test_the_labelled_pictures_are_told_apart(samples, models_folder) -> None:
    from client.models import store
    from client.proctor.detectors.face import FaceDetector

    networks = antispoof.load()
    assert isinstance(networks, Antispoof)
    import cv2

    real = {}
    for path in sorted((samples / "spoof").glob("*.jpg")):
        rgb = np.ascontiguousarray(cv2.imread(str(path))[:, :, ::-1])
        detector = FaceDetector(store.find("face"))
        found = detector.look(Scene(Frame(rgb, 0.0, 0)))
        detector.close()
        real[path.stem] = networks.real(rgb, found.faces[0].box)
    assert real["image_T1"] > 0.9
    assert max(real["image_F1"], real["image_F2"]) < liveness.PICTURE


@pytest.mark.models
@pytest.mark.samples
@pytest.mark.parametrize(
    "clip",
    [
        "gaze_video/center_focus.mp4",
        "gaze_video/center_left_center.mp4",
        "gaze_video_pointer/demo.mp4",
        "people_video/video00.mp4",
    ],
)
def test_people_in_recordings_are_never_called_a_picture(samples, models_folder, clip) -> None:
    """Ten looks a second of the recording, which is what the app takes of a camera."""
    bank = Bank(liveness_rows(), clock=lambda: 0.0)
    said = []
    due_s = 0.0
    with av.open(str(samples / clip)) as container:
        for number, image in enumerate(container.decode(video=0)):
            at_s = float(image.time or 0)
            if at_s < due_s - 0.02:
                continue
            due_s += 0.1
            said.append(bank.look(Scene(Frame(upright(image), at_s, number)))[0].liveness)
    bank.close()
    assert not [each for each in said if each is not None and each.not_alive]


def held_print(at_s: float, chance: np.random.Generator) -> np.ndarray:
    """A printed portrait tilted in the hand: 12 degrees round, 8 up and down, with sensor noise."""
    import cv2
    from skimage import data

    portrait = data.astronaut()[:335]
    yaw, pitch = np.radians(12) * np.sin(1.1 * at_s), np.radians(8) * np.sin(0.7 * at_s + 1)
    round_y = [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
    round_x = [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
    turn = np.array(round_y) @ np.array(round_x)
    place = [0.03 * np.sin(0.9 * at_s), 0.02 * np.sin(1.3 * at_s), 1 + 0.05 * np.sin(0.4 * at_s)]
    size = 0.75 / len(portrait)
    paper = np.array([[size, 0, -size * 228], [0, size, -size * 150], [0, 0, 1]])
    lens = np.array([[640, 0, 320], [0, 640, 240], [0, 0, 1]])
    seen = lens @ np.column_stack([turn[:, 0], turn[:, 1], place]) @ paper
    frame = cv2.warpPerspective(portrait, seen, (640, 480), borderValue=(90, 95, 100))
    return np.clip(frame + chance.normal(0, 3, frame.shape), 0, 255).astype(np.uint8)


@pytest.mark.models
def test_a_print_tilted_in_the_hand_is_called_a_picture_by_signs_alone(models_folder) -> None:
    from client.proctor.detectors import DETECTORS

    chance = np.random.default_rng(13)  # of twenty seeds the one with the most wavering lids
    rows = tuple(row for row in DETECTORS if row.name in ("face", "head_pose"))
    bank = Bank(rows, clock=lambda: 0.0)
    detector = LivenessDetector(None)
    said = []
    for number in range(280):
        seen, _ = bank.look(Scene(Frame(held_print(number / 10, chance), number / 10, number)))
        said.append(detector.look(seen).liveness)
    bank.close()
    known = [each.not_alive for each in said if each is not None]
    assert set(known[:24]) == {None}
    assert known[-1] == 1


def liveness_rows():
    from client.proctor.detectors import DETECTORS

    return tuple(row for row in DETECTORS if row.name in ("face", "head_pose", "liveness"))
