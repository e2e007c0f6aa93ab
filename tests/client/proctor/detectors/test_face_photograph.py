"""Light and sharpness of a face, as the face detector measures them on real landmarks."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import observe
from client.proctor.bank import Bank
from client.proctor.detectors import DETECTORS
from client.proctor.scene import Face, Scene
from client.proctor.types import Frame


class Camera:
    """Shows a picture for two frames, after a black one that ends all tracking."""

    def __init__(self, bank: Bank) -> None:
        self._bank, self._at_s = bank, 0.0

    def scene(self, rgb: np.ndarray) -> Scene:
        scene = None
        for pixels in (np.zeros((120, 160, 3), np.uint8), rgb, rgb):
            self._at_s += 1.0
            frame = Frame(np.ascontiguousarray(pixels), self._at_s, 0)
            scene, _ = self._bank.look(Scene(frame))
        assert scene is not None
        return scene

    def face(self, rgb: np.ndarray) -> Face:
        faces = self.scene(rgb).faces
        assert faces is not None
        assert len(faces) == 1
        return faces[0]


@pytest.fixture(scope="module")
def camera(models_folder: Path) -> Iterator[Camera]:
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    rows = tuple(row for row in DETECTORS if row.name in ("picture", "face"))
    bank = Bank(rows, find=store.find, why_missing=store.why_missing, clock=lambda: 0.0)
    yield Camera(bank)
    bank.close()


def portrait() -> np.ndarray:
    """(480, 640): head and shoulders; the face is about 150 pixels high."""
    from skimage import data

    head = cv2.resize(data.astronaut()[:340, 60:400], (480, 480), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(np.pad(head, ((0, 0), (80, 80), (0, 0)), "edge"))


def blurred(rgb: np.ndarray, deviation: float) -> np.ndarray:
    return np.asarray(cv2.GaussianBlur(rgb, (0, 0), deviation), np.uint8)


@pytest.mark.models
def test_a_clear_portrait_is_not_unclear(camera: Camera) -> None:
    assert observe.why_unclear(camera.scene(portrait())) == ()


@pytest.mark.models
def test_sharpness_falls_with_blur_and_not_with_light(camera: Camera) -> None:
    clear, dim = camera.face(portrait()), camera.face((portrait() * 0.4).astype(np.uint8))
    soft, softer = (camera.face(blurred(portrait(), each)) for each in (3, 5))
    known = [each.sharpness for each in (clear, dim, soft, softer)]
    assert None not in known
    sharp, dimmed, less, least = (float(each or 0) for each in known)
    assert sharp > 3 * less > 3 * least
    assert dimmed == pytest.approx(sharp, rel=0.1)  # rounding of dark pixels
    assert dim.brightness == pytest.approx(0.4 * clear.brightness, rel=0.05)  # the same


@pytest.mark.models
def test_a_sharp_room_does_not_make_a_blurred_face_clear(camera: Camera) -> None:
    rgb = portrait()
    (left, top, right, bottom) = (170, 0, 470, 330)
    rgb[top:bottom, left:right] = blurred(rgb, 6)[top:bottom, left:right]
    rgb[::4, :120] = 255
    assert observe.why_unclear(camera.scene(rgb)) == ("blurred",)


@pytest.mark.models
def test_each_reason_is_said_in_words(camera: Camera) -> None:
    rgb = portrait()
    _, top, _, height = camera.face(rgb).box
    small = np.asarray(cv2.resize(rgb, (320, 240), interpolation=cv2.INTER_AREA), np.uint8)
    for word, picture in (
        ("too dark", (rgb * 0.08).astype(np.uint8)),
        ("too small", small),
        ("cut off", rgb[: round(480 * (top + 0.65 * height))]),
    ):
        assert word in (observe.why_unclear(camera.scene(picture)) or ())


@pytest.mark.models
def test_a_dark_skinned_face_in_room_light_is_not_called_dark(camera: Camera) -> None:
    """Luma of 0.2 to 0.3 in the face: skin that reflects a third of this portrait's light."""
    face = camera.face((portrait() * 0.35).astype(np.uint8))
    assert face.brightness > 3 * observe.DARK_FACE
