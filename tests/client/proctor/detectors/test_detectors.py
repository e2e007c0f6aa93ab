import ast
import inspect
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from client.models import manifest
from client.models.store import Store, default_store
from client.proctor import observe
from client.proctor.bank import MOST_FAILURES, Bank
from client.proctor.detectors import Row, fast_mediapipe
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


def test_the_placeholders_are_still_needed_and_gone_afterwards() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from client.proctor.detectors.fast_mediapipe import load\n"
            "load()\n"
            "print(*(name in sys.modules for name in ('matplotlib', 'matplotlib.pyplot', "
            "'sounddevice', '_sounddevice')))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False"] * 4
    spec = inspect.getsource(fast_mediapipe.load()[1].drawing_utils)
    imports = [node for node in ast.walk(ast.parse(spec)) if isinstance(node, ast.Import)]
    names = {alias.name for node in imports for alias in node.names}
    assert "matplotlib.pyplot" in names, "MediaPipe imports no matplotlib: drop fast_mediapipe"
    from mediapipe.tasks.python.audio.core import audio_record

    assert "import sounddevice" in inspect.getsource(audio_record)
