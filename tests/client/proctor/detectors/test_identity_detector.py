from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from client.models.errors import MissingModelError
from client.models.store import ModelFile
from client.proctor import identity
from client.proctor.alignment import PLACES
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS, Row, embedder
from client.proctor.detectors.embedder import ARCFACE, FACE_REID, Embedder
from client.proctor.detectors.identity import IdentityDetector
from client.proctor.known import Known
from client.proctor.pose import Angles
from client.proctor.scene import Face, Scene
from client.proctor.types import Frame

GRAIN = np.random.default_rng(1).integers(60, 190, (240, 320, 3), dtype=np.uint8)


def landmarks(middle=(160, 120), size=160.0) -> np.ndarray:
    five = (PLACES - 0.5) * size + middle
    points = np.zeros((478, 3), np.float32)
    points[:, :2] = middle
    for pair, place in (((33, 133), five[0]), ((362, 263), five[1])):
        points[pair[0], :2], points[pair[1], :2] = place - (8, 0), place + np.array([8, 0])
    points[1, :2], points[61, :2], points[291, :2] = five[2:]
    return points


FACE = Face((0.3, 0.2, 0.4, 0.6), landmarks(), 0.5)


def scene(at_s: float, known: Known = Known(), *, faces=(FACE,), number=None, rgb=GRAIN) -> Scene:
    frame = Frame(rgb, at_s, round(10 * at_s) if number is None else number)
    return Scene(frame, known, faces=faces, pose=Angles(1, 4, 0) if faces else None)


class Network:
    """Stands in for the native session: answers with the vector it is told."""

    kind, sha256 = FACE_REID, "a" * 64
    model = "face_reid test"
    title = "face_reid test aaaaaaaa"

    def __init__(self) -> None:
        self.person = 0
        self.asked = 0

    def embed(self, crop: np.ndarray) -> np.ndarray:
        assert crop.shape == (128, 128, 3)
        self.asked += 1
        vector = np.zeros(32)
        vector[self.person] = 1.0
        return vector


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def enrolled(network: Network):
    """A detector that has seen person 0, and what it knows of them."""
    detector = IdentityDetector(network)
    for n in range(20):
        detector.look(scene(n / 10))
    made = detector.enrol(scene(2.0))
    assert made.template is not None
    return detector, Known(face=made.template)


def verdicts(detector, known: Known, start: float, end: float, **more):
    found = (
        detector.look(scene(n / 10, known, **more)).identity
        for n in range(round(10 * start), round(10 * end))
    )
    return [each for each in found if each is not None]


def test_the_template_is_the_mean_of_several_clear_frames(enrolled) -> None:
    template = enrolled[1].face
    assert template.samples == 5
    assert template.what == "face"
    assert template.sha256 == "a" * 64
    assert template.values_micro[0] == 1_000_000


def test_the_enrolled_person_is_the_same_and_another_is_another(enrolled, network) -> None:
    detector, known = enrolled
    assert [each.verdict for each in verdicts(detector, known, 2, 5)] == ["same"]
    network.person = 1
    assert [each.verdict for each in verdicts(detector, known, 12, 15)] == ["other"]


def test_it_paces_itself(enrolled, network) -> None:
    detector, known = enrolled
    before = network.asked
    verdicts(detector, known, 2, 11.5)
    assert network.asked - before == identity.FRAMES


def test_without_a_selfie_nothing_is_compared(network) -> None:
    detector = IdentityDetector(network)
    assert verdicts(detector, Known(), 0, 20) == []
    assert network.asked == 0


@pytest.mark.parametrize("change", [{"number": 0}, {"rgb": GRAIN[:200].copy()}])
def test_another_camera_is_checked_at_once(enrolled, change) -> None:
    detector, known = enrolled
    verdicts(detector, known, 2, 5)
    assert verdicts(detector, known, 5, 5.1, **change) == []
    assert len(verdicts(detector, known, 5.1, 8, **change)) == 1


def test_another_selfie_is_compared_at_once(enrolled) -> None:
    detector, known = enrolled
    verdicts(detector, known, 2, 5)
    other = known.face.model_copy(update={"values_micro": known.face.values_micro[::-1]})
    assert [each.verdict for each in verdicts(detector, Known(face=other), 5, 8)] == ["other"]


def test_a_selfie_of_another_model_is_unsure_and_says_why(enrolled) -> None:
    detector, known = enrolled
    other = known.face.model_copy(update={"sha256": "b" * 64})
    found = verdicts(detector, Known(face=other), 2, 13)
    assert [each.verdict for each in found] == ["unsure", "unsure"]
    assert found[0].similarity is None
    assert "another model" in found[0].detail or "enrolled with" in found[0].detail


@pytest.mark.parametrize(
    ("faces", "word"), [((), "No face"), (None, "No face"), ((FACE, FACE), "More than one")]
)
def test_a_selfie_that_does_not_do_is_refused_with_a_sentence(enrolled, faces, word) -> None:
    made = enrolled[0].enrol(scene(2.1, faces=faces))
    assert made.template is None
    assert word in made.refused


def test_a_turned_dark_or_blurred_face_is_refused(enrolled) -> None:
    detector = enrolled[0]
    turned = replace(scene(2.1), pose=Angles(30, 0, 0))
    assert "turned" in detector.enrol(turned).refused
    assert "dark" in detector.enrol(scene(2.1, faces=(replace(FACE, brightness=0.02),))).refused
    even = np.full((240, 320, 3), 128, np.uint8)
    assert "blurred" in detector.enrol(scene(2.1, rgb=even)).refused


def test_a_single_clear_frame_is_no_template(network) -> None:
    detector = IdentityDetector(network)
    detector.look(scene(0.0))
    assert "hold still" in detector.enrol(scene(0.1)).refused


def test_two_people_one_after_the_other_make_no_template(network) -> None:
    detector = IdentityDetector(network)
    for n in range(20):
        detector.look(scene(n / 10))
    answers = iter(range(10))
    network.embed = lambda crop: np.eye(32)[next(answers)]
    assert "differ" in detector.enrol(scene(2.0)).refused


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (240, 320)])
@pytest.mark.parametrize("value", [np.nan, 0.0, -1e6, 1e9])
def test_bad_landmarks_and_frames_break_nothing(enrolled, shape, value) -> None:
    detector, known = enrolled
    points = np.full((478, 3), value, np.float32)
    face = Face((value, 0, 1, 1), points, 0.5)
    rgb = np.zeros((*shape, 3), np.uint8)
    assert verdicts(detector, known, 3, 4, faces=(face,), rgb=rgb) == []
    assert detector.enrol(scene(4.0, faces=(face,), rgb=rgb)).refused


def test_a_large_face_is_shrunk_by_its_area_onto_its_place() -> None:
    big = np.zeros((1200, 1200, 3), np.uint8)
    points = landmarks((600, 600), 900)
    for index in (1, 61, 291):
        x, y = points[index, :2].round().astype(int)
        big[y - 12 : y + 13, x - 12 : x + 13] = 255
    crop = embedder.aligned(big, points, 112)
    assert crop is not None
    for place in PLACES[2:] * 112:
        x, y = place
        bright = np.argwhere(crop[:, :, 0] > 100)
        near = bright[np.hypot(*(bright - (y, x)).T) < 5]
        # Marks lie on whole pixels of the frame: an eighth of a pixel here.
        assert np.abs(near.mean(axis=0) - (y, x)).max() < 0.6


def arcface_file(path: Path, shape=("n", 112, 112, 3)) -> ModelFile:
    """A small random network of ArcFace's shape, as DeepFace's file has it."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    chance = np.random.default_rng(3)
    edge = 112
    weights = {
        "kernel": chance.normal(0, 0.1, (8, 3, 16, 16)),
        "matrix": chance.normal(0, 0.1, (8 * (edge // 16) ** 2, 512)),
    }
    graph = helper.make_graph(
        [
            helper.make_node("Transpose", ["input"], ["planes"], perm=[0, 3, 1, 2]),
            helper.make_node("Conv", ["planes", "kernel"], ["seen"], strides=[16, 16]),
            helper.make_node("Relu", ["seen"], ["lit"]),
            helper.make_node("Flatten", ["lit"], ["flat"]),
            helper.make_node("MatMul", ["flat", "matrix"], ["embedding"]),
        ],
        "arcface",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, list(shape))],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", 512])],
        [numpy_helper.from_array(w.astype(np.float32), name) for name, w in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(path))
    return ModelFile("arcface", path, "random", "c" * 64, "pinned")


def test_arcface_gives_the_very_numbers_that_deepface_gives(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("DEEPFACE_BACKEND_ENGINE", "onnx")
    monkeypatch.setenv("DEEPFACE_HOME", str(tmp_path))
    from deepface import DeepFace

    weights = tmp_path / ".deepface" / "weights"
    weights.mkdir(parents=True, exist_ok=True)
    ours = Embedder(ARCFACE, arcface_file(weights / "arcface_weights.onnx"))
    chance = np.random.default_rng(5)
    crops = [chance.integers(0, 256, (112, 112, 3), dtype=np.uint8) for _ in range(2)]
    vectors = [ours.embed(crop) for crop in crops]
    options = {"model_name": "ArcFace", "detector_backend": "skip", "align": False}
    for crop, vector in zip(crops, vectors, strict=True):
        theirs = DeepFace.represent(crop[:, :, ::-1].copy(), **options)[0]["embedding"]
        assert vector @ embedder.unit(np.array(theirs)) > 0.999999
    both = [crop[:, :, ::-1].copy() for crop in crops]
    distance = DeepFace.verify(*both, **options)["distance"]
    # DeepFace computes in float32.
    assert 1 - vectors[0] @ vectors[1] == pytest.approx(distance, abs=1e-5)
    assert ARCFACE.levels.same == pytest.approx(1 - 0.68)


def test_a_network_of_another_shape_is_refused(tmp_path) -> None:
    right = arcface_file(tmp_path / "a.onnx")
    with pytest.raises(RuntimeError, match="expected n times"):
        Embedder(FACE_REID, right)


def test_arcface_is_preferred_and_the_environment_decides(tmp_path, monkeypatch) -> None:
    found = {"arcface": arcface_file(tmp_path / "a.onnx")}
    assert embedder.load(found.get, str).kind is ARCFACE
    monkeypatch.setenv(embedder.VARIABLE, "face_reid")
    with pytest.raises(MissingModelError):
        embedder.load(found.get, str)
    monkeypatch.setenv(embedder.VARIABLE, "other")
    with pytest.raises(MissingModelError, match="there are arcface, face_reid"):
        embedder.load(found.get, str)


def test_without_a_model_identity_alone_is_off_with_a_sentence(monkeypatch) -> None:
    def make(_model):
        return IdentityDetector(embedder.load(lambda _: None, lambda name: f"No {name}."))

    row = next(row for row in DETECTORS if row.name == "identity")
    picture = next(row for row in DETECTORS if row.name == "picture")
    bank = Bank((picture, Row(row.name, row.model, row.every_s, make)))
    assert bank.off == {"identity": "No arcface. No face_reid."}
    assert [each.what for each in bank.news] == ["model_missing"]
    assert bank.detector("identity") is None
    assert bank.runs("picture")


@pytest.mark.expects_log
def test_a_damaged_model_turns_identity_off(tmp_path) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no model")
    file = ModelFile("face_reid", broken, "x", "d" * 64, "x")

    def make(_model):
        return IdentityDetector(Embedder(FACE_REID, file))

    bank = Bank((Row("identity", None, 0.1, make),))
    assert "could not be loaded" in bank.off["identity"]
