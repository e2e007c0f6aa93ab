"""The object detector on real pictures, and the shape of model that it wants."""

import json
from pathlib import Path

import numpy as np
import pytest

from client.models import manifest
from client.models.store import ModelFile, Store, default_store
from client.proctor.detectors.objects import LEAST, LEAST_PERSON, ObjectsDetector
from client.proctor.scene import Scene
from client.proctor.types import Frame


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
