import importlib.util
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import observe
from client.proctor.bank import MOST_FAILURES, Bank
from client.proctor.detectors import Row
from client.proctor.scene import Scene
from client.proctor.types import Frame


def blank(height: int, width: int, level: int = 0) -> Frame:
    return Frame(np.full((height, width, 3), level, np.uint8), 0.0, 1)


@pytest.fixture
def bank(models_folder: Path):
    store = Store(manifest.bundled(), (models_folder, *default_store().folders))
    bank = Bank(find=store.find, why_missing=store.why_missing)
    yield bank
    bank.close()


@pytest.mark.models
@pytest.mark.parametrize(
    "frame",
    [blank(480, 640), blank(480, 640, 255), blank(1, 1), blank(3, 900), blank(2000, 20)],
    ids=["black", "white", "one pixel", "flat", "narrow"],
)
def test_a_picture_of_nothing_has_no_face_and_breaks_nothing(bank: Bank, frame: Frame) -> None:
    scene, looked = bank.look(Scene(frame))
    assert looked
    assert scene.faces == ()
    assert observe.is_covered(scene)
    assert not bank.off


@pytest.mark.models
def test_a_portrait_has_one_face_a_pose_and_eyes_whatever_its_size(bank: Bank) -> None:
    from skimage import data

    portrait = np.ascontiguousarray(data.astronaut())
    grey = np.repeat(portrait.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)
    for number, pixels in enumerate((portrait, grey, portrait[:300], portrait[:400, :420])):
        frame = Frame(np.ascontiguousarray(pixels), float(number), number)
        scene, _ = bank.look(Scene(frame))
        assert scene.faces is not None
        assert len(scene.faces) == 1
        assert scene.pose is not None
        assert abs(scene.pose.yaw_deg) < 12
        assert scene.eyes is not None


@pytest.mark.expects_log
def test_a_detector_that_fails_again_and_again_is_turned_off_alone() -> None:
    class Broken:
        def look(self, scene: Scene) -> Scene:
            raise ValueError("no")

        def close(self) -> None:
            pass

    bank = Bank((Row("broken", None, 0.0, lambda _: Broken()),))
    for number in range(MOST_FAILURES):
        assert not bank.off
        bank.look(Scene(Frame(np.zeros((2, 2, 3), np.uint8), float(number), number)))
    assert [each.what for each in bank.news] == ["detector_off"]
    assert not bank.runs("broken")


def test_only_the_two_face_tasks_of_mediapipe_are_imported() -> None:
    command = (
        "import sys\n"
        "from client.proctor.detectors.fast_mediapipe import load\n"
        "load()\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    here = set(done.stdout.split())
    assert not here & {"matplotlib", "sounddevice", "_sounddevice", "PIL"}
    assert len({name for name in here if name.startswith("mediapipe")}) < 45  # all tasks: 77
    tasks = "mediapipe.tasks.python.vision.face_"
    of_faces = {f"{tasks}detector", f"{tasks}landmarker"}
    assert {name for name in here if name.startswith(tasks)} == of_faces


def test_mediapipe_imports_all_its_tasks_by_itself() -> None:
    package = importlib.util.find_spec("mediapipe")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent
    source = Path(folder, "tasks", "python", "vision", "__init__.py").read_text("utf-8")
    assert "drawing_utils" in source, "MediaPipe imports less now: is fast_mediapipe still needed?"
