import importlib.util
import time
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from client.proctor.sources import open_source
from client.proctor.sources.camera import _listed
from client.proctor.sources.mailbox import Mailbox, Source
from client.proctor.types import Camera, Frame, Replay


@pytest.fixture(scope="module")
def clips() -> ModuleType:
    spec = importlib.util.spec_from_file_location("clips", Path(__file__).parents[1] / "clips.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def until_phase(source: Source, phase: str) -> list[Frame]:
    """Frames taken on the way there."""
    frames: list[Frame] = []
    deadline = time.monotonic() + 20
    while source.state().phase != phase:
        assert time.monotonic() < deadline, source.state()
        frame = source.take(0.05)
        if frame is not None:
            frames.append(frame)
    return frames


def test_the_newest_frame_wins_and_the_others_are_counted() -> None:
    box = Mailbox()
    for number in range(3):
        box.put(Frame(np.zeros((1, 1, 3), np.uint8), float(number), number))
    newest = box.take(0)
    assert newest is not None
    assert newest.number == 2
    assert box.dropped == 2
    assert box.take(0) is None


def test_a_replay_is_stamped_with_time_zero_and_its_own_clock(
    clips: ModuleType, tmp_path: Path
) -> None:
    path = clips.write_clip(tmp_path / "clip.avi", seconds=1.0)
    zero_s = time.monotonic()
    source = open_source(Replay(path), zero_s)
    source.start()
    frames = until_phase(source, "ended")
    source.close()
    stamps = [round(20 * (frame.at_s - zero_s), 6) for frame in frames]
    assert stamps
    assert stamps == [round(stamp) for stamp in stamps]
    assert stamps == sorted(set(stamps))
    assert source.state().detail == "The recording has ended."


def test_a_replay_loops_before_the_interview_and_jumps_to_its_start(
    clips: ModuleType, tmp_path: Path
) -> None:
    source = open_source(Replay(clips.write_clip(tmp_path / "clip.avi", seconds=0.5)), None)
    source.start()
    until_phase(source, "live")
    deadline, seen = time.monotonic() + 20, 0
    while seen < 15 and time.monotonic() < deadline:
        seen += source.take(0.1) is not None
    assert seen == 15
    zero_s = time.monotonic()
    source.begin(zero_s)
    frames = [frame for frame in until_phase(source, "ended") if frame.at_s >= zero_s]
    source.close()
    assert all(frame.at_s - zero_s <= 0.5 for frame in frames)
    # Counted anew: what was shown in the device check comes again, and is no looped camera.
    assert min(frame.number for frame in frames) < 15


def test_a_camera_that_is_not_there_says_so(tmp_path: Path) -> None:
    source = open_source(Camera(str(tmp_path / "none"), "Desk camera"), None)
    source.start()
    assert until_phase(source, "lost") == []
    assert source.state().detail.startswith("Desk camera is not connected")
    source.close()


def test_cameras_are_listed_without_their_metadata_nodes(tmp_path: Path) -> None:
    for name, index, label in (("video0", 0, "Desk"), ("video1", 1, "Desk"), ("video10", 0, "")):
        node = tmp_path / name
        node.mkdir()
        (node / "index").write_text(f"{index}\n")
        (node / "name").write_text(f"{label}\n")
    assert _listed(tmp_path) == (Camera("/dev/video0", "Desk"), Camera("/dev/video10", "video10"))
