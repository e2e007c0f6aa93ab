"""The object detector on real pictures, and the shape of model that it wants."""

import json
from pathlib import Path

import numpy as np
import pytest

from client.models import manifest, onnx
from client.models.store import ModelFile, Store, default_store
from client.proctor.detectors import yolox
from client.proctor.detectors.objects import (
    KINDS,
    LEAST,
    LEAST_PERSON,
    ObjectsDetector,
    open_network,
)
from client.proctor.scene import Scene
from client.proctor.types import Box, Frame

SQUARE = (yolox.EDGE, yolox.EDGE)


@pytest.fixture(scope="module")
def detector(models_folder: Path) -> ObjectsDetector:
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    model = store.find("objects")
    assert model is not None, store.why_missing("objects")
    return ObjectsDetector(model)


def scene(rgb: np.ndarray) -> Scene:
    return Scene(Frame(np.ascontiguousarray(rgb), 1.0, 1))


@pytest.mark.models
def test_the_portrait_is_one_person_and_no_object(detector: ObjectsDetector) -> None:
    from skimage import data

    things = detector.look(scene(data.astronaut())).things
    assert things is not None
    assert [each.what for each in things if each.confidence >= 0.5] == ["person"]
    x, _, width, height = things[0].box
    assert x + width / 2 == pytest.approx(0.45, abs=0.15)  # where the person sits
    assert height > 0.8


@pytest.mark.models
@pytest.mark.parametrize("level", [0, 114, 255])
def test_an_even_picture_holds_nothing(detector: ObjectsDetector, level: int) -> None:
    assert detector.look(scene(np.full((480, 640, 3), level, np.uint8))).things == ()


@pytest.mark.models
@pytest.mark.samples
def test_persons_are_found_where_the_labels_have_them(
    detector: ObjectsDetector, samples: Path
) -> None:
    import cv2

    folder = samples / "objects_coco"
    labels = json.loads((folder / "labels.json").read_text())
    names = {each["id"]: each["file_name"] for each in labels["images"]}
    with_people = {each["image_id"] for each in labels["annotations"] if each["category_id"] == 0}
    for number, name in names.items():
        bgr = cv2.imread(str(folder / "images" / name))
        assert bgr is not None
        things = detector.look(scene(bgr[:, :, ::-1])).things or ()
        assert any(each.what == "person" for each in things) == (number in with_people), name
        for each in things:
            assert each.confidence >= (LEAST_PERSON if each.what == "person" else LEAST)


@pytest.mark.models
def test_a_network_of_another_shape_is_refused(models_folder: Path) -> None:
    path = models_folder / "version-RFB-320-opt.onnx"
    with pytest.raises(ValueError, match="expected an input of"):
        ObjectsDetector(ModelFile("objects", path, "1", "0" * 64, "test"))


@pytest.mark.models
@pytest.mark.samples
@pytest.mark.parametrize("turned", [False, True])
def test_without_the_grey_the_same_things_are_found(
    detector: ObjectsDetector, samples: Path, turned: bool
) -> None:
    """The network that takes any size beside the file's own square, on pictures of every shape."""
    import cv2

    model = default_store().find("objects")
    assert model is not None
    square, (free, _) = onnx.session(model.path), open_network(model.path)
    compared = 0
    for name in sorted((samples / "objects_coco" / "images").iterdir()):
        bgr = cv2.imread(str(name))
        assert bgr is not None
        rgb = np.ascontiguousarray(np.rot90(bgr[:, :, ::-1]) if turned else bgr[:, :, ::-1])
        cells = onnx.run(square, yolox.letterboxed(rgb, SQUARE))
        sure = yolox.found(cells, rgb.shape, tuple(KINDS), 0.4, given=SQUARE)
        size = yolox.input_size(rgb.shape)
        cells = onnx.run(free, yolox.letterboxed(rgb, size))
        found = yolox.found(cells, rgb.shape, tuple(KINDS), 0.25, given=size)
        for each in sure:
            assert any(each.kind == other.kind and _same(each.box, other.box) for other in found)
        compared += len(sure)
    assert compared >= 3


def _same(one: Box, other: Box) -> bool:
    both = yolox.overlap(one, other)
    return both > 0.8 * (one[2] * one[3] + other[2] * other[3] - both)


def test_a_network_that_takes_one_size_only_is_given_its_square(tmp_path: Path) -> None:
    fixed = written_down(tmp_path / "fixed.onnx")
    session, square = open_network(fixed)
    assert square
    assert onnx.run(session, np.zeros((1, 3, 416, 416), np.float32)).shape == (1, 3549, 85)


def written_down(path: Path) -> Path:
    """A network whose inner sizes are numbers, as simplified exports have them."""
    import onnx as made
    from onnx import TensorProto, helper, numpy_helper

    count = 3 * 416 * 416
    nodes = [
        helper.make_node("Reshape", ["images", "flat"], ["row"]),
        helper.make_node("Slice", ["row", "first", "last"], ["part"]),
        helper.make_node("Reshape", ["part", "wanted"], ["output"]),
    ]
    numbers = {
        "flat": [count],
        "first": [0],
        "last": [3549 * 85],
        "wanted": [1, 3549, 85],
    }
    graph = helper.make_graph(
        nodes,
        "fixed",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, 416, 416])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 3549, 85])],
        [numpy_helper.from_array(np.array(each, np.int64), name) for name, each in numbers.items()],
    )
    made.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), path
    )
    return path
