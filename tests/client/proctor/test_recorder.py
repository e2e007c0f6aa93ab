"""A recording is watched by its own clock; whatever is no recording is a sentence."""

import subprocess
import sys
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from client.proctor import clip as clips
from client.proctor import record, recorder
from client.proctor.detectors import Row
from client.proctor.pose import Angles
from client.proctor.scene import Face, Scene, Thing
from client.proctor.types import Measure, Opened
from tests.client.proctor.clips import write_clip


class Stares:
    """A face for the first half of each ten seconds, turned by its time."""

    def look(self, scene: Scene) -> Scene:
        at_s = scene.frame.at_s
        points = np.full((478, 3), 40, np.float32)
        face = Face((0.2, 0.2, 0.4, 0.5), points, 0.5)
        there = at_s % 10 < 5
        pose = Angles(2 * at_s, 10.0, 0.0) if there else None
        return replace(scene, faces=(face,) if there else (), pose=pose)

    def close(self) -> None:
        self.closed = True


class Finds:
    def look(self, scene: Scene) -> Scene:
        return replace(scene, things=(Thing("phone", (0.1, 0.1, 0.2, 0.2), 0.75),))

    def close(self) -> None:
        pass


class Stops(Stares):
    """Somebody presses Ctrl+C at the third second."""

    def look(self, scene: Scene) -> Scene:
        if scene.frame.at_s >= 3:
            raise KeyboardInterrupt
        return super().look(scene)


FACE = Row("face", None, 0.1, lambda _: Stares())
ROWS = (FACE, Row("objects", None, 1.0, lambda _: Finds(), gives_way=True))


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., int]:
    def run(*arguments: object, rows: tuple[Row, ...] = ROWS) -> int:
        return recorder.main([str(each) for each in arguments], rows=rows)

    return run


def test_each_look_is_a_line_in_the_clips_own_time(run: Callable[..., int], tmp_path: Path) -> None:
    clip, out = write_clip(tmp_path / "clip.avi", seconds=8.0), tmp_path / "out.jsonl"
    assert run(clip, "--record", out) == 0
    found = record.read(out)
    assert found.header.clip == "clip.avi"
    assert found.header.size == (160, 120)
    assert found.header.every_s == {"face": 0.1, "objects": 1.0}
    times = [look.at_ms for look in found.looks]
    assert times == list(range(0, 8_000, 100))
    assert found.end_ms == 8_000
    phones = [
        look.at_ms for look in found.looks for each in look.seen if each.measure is Measure.PHONE
    ]
    assert phones == list(range(0, 8_000, 1_000))


def test_replaying_the_record_gives_the_signals_of_the_clip(
    run: Callable[..., int], tmp_path: Path
) -> None:
    clip, out = write_clip(tmp_path / "clip.avi", seconds=12.0), tmp_path / "out.jsonl"
    assert run(clip, "--record", out) == 0
    opened = {each.signal.value: each for each in record.replay(out) if isinstance(each, Opened)}
    assert opened["face_absent"].onset_ms == 5_000
    assert opened["face_absent"].at_ms == 7_000
    assert opened["phone"].at_ms == 2_000


def test_the_same_clip_gives_the_same_lines_again(run: Callable[..., int], tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.avi", seconds=4.0)
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    assert run(clip, "--record", first) == run(clip, "--record", second) == 0
    assert first.read_text() == second.read_text()


def test_angles_are_relative_to_the_first_two_seconds(
    run: Callable[..., int], tmp_path: Path
) -> None:
    clip, out = write_clip(tmp_path / "clip.avi", seconds=4.0), tmp_path / "out.jsonl"
    run(clip, "--record", out)
    turns = {
        look.at_ms: each.value
        for look in record.read(out).looks
        for each in look.seen
        if each.measure is Measure.TURN_DEG
    }
    assert turns[1_900] is None
    assert turns[3_000] == pytest.approx(2 * 3.0 - 2 * 1.0, abs=0.1)  # median of 0 to 2 s


def test_what_is_known_of_the_clip_goes_along(run: Callable[..., int], tmp_path: Path) -> None:
    clip, out = write_clip(tmp_path / "clip.avi", seconds=1.0), tmp_path / "out.jsonl"
    (tmp_path / "clip.truth.json").write_text('[{"kind": "face_absent", "start_s": 5}]')
    run(clip, "--record", out)
    assert record.read(out).header.truth == ({"kind": "face_absent", "start_s": 5},)


def test_ctrl_c_leaves_whole_files(run: Callable[..., int], tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.avi", seconds=6.0)
    out, video = tmp_path / "out.jsonl", tmp_path / "out.mp4"
    rows = (Row("face", None, 0.1, lambda _: Stops()),)
    assert run(clip, "--record", out, "--overlay", video, rows=rows) == 130
    found = record.read(out)
    assert found.end_ms == 3_000
    assert len(found.looks) == 30
    with av.open(str(video)) as container:
        assert len(list(container.decode(video=0))) == 30


def test_the_overlay_has_a_picture_for_each_look(run: Callable[..., int], tmp_path: Path) -> None:
    clip, video = write_clip(tmp_path / "clip.avi", seconds=3.0), tmp_path / "out.mp4"
    assert run(clip, "--overlay", video) == 0
    with av.open(str(video)) as container:
        images = list(container.decode(video=0))
    assert len(images) == 30
    assert [round(10 * (image.time or 0)) for image in images] == list(range(30))


def test_progress_is_told_on_stderr_and_nothing_on_stdout(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(write_clip(tmp_path / "clip.avi"), "--record", tmp_path / "out.jsonl")
    told = capsys.readouterr()
    assert told.out == ""
    assert "1.9 of 2.0 s" in told.err


def _bad(tmp_path: Path) -> dict[str, Path]:
    paths = {
        name: tmp_path / f"{name}.mp4" for name in ("missing", "empty", "text", "torn", "sound")
    }
    paths["empty"].touch()
    paths["text"].write_text("this is no video\n" * 50)
    whole = write_clip(tmp_path / "whole.avi").read_bytes()
    paths["torn"].write_bytes(whole[:200])
    with wave.open(str(paths["sound"]), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16000))
    paths["folder"] = tmp_path
    return paths


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "torn", "sound", "folder"])
def test_what_is_no_video_is_one_sentence_and_status_2(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    out = tmp_path / "kept.jsonl"
    out.write_text("what was here before\n")
    assert run(_bad(tmp_path)[kind], "--record", out) == 2
    told = capsys.readouterr().err.strip()
    assert "\n" not in told
    assert "Traceback" not in told
    assert told.endswith(".")
    assert out.read_text() == "what was here before\n"


def test_a_place_that_cannot_be_written_is_a_sentence(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = write_clip(tmp_path / "clip.avi")
    assert run(clip, "--record", tmp_path / "none" / "out.jsonl") == 2
    assert "cannot be written" in capsys.readouterr().err
    assert run(clip, "--overlay", tmp_path / "out.nothing") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_clip_itself_is_never_overwritten(run: Callable[..., int], tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.avi")
    before = clip.read_bytes()
    assert run(clip, "--record", clip) == 2
    assert run(clip, "--overlay", clip) == 2
    assert clip.read_bytes() == before


def test_sound_that_is_none_is_a_sentence(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = write_clip(tmp_path / "clip.avi")
    for audio in (clip, tmp_path / "missing.wav"):
        assert run(clip, "--record", tmp_path / "o.jsonl", "--audio", audio) == 2
        assert "sound" in capsys.readouterr().err


def test_pictures_damaged_in_the_middle_are_left_out(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.avi", seconds=4.0)
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 6000] = bytes(6000)
    path.write_bytes(bytes(damaged))
    found = list(clips.frames(clips.probe(path), 0.1))
    assert 20 <= len(found) <= 40
    assert all(frame.rgb.shape == (120, 160, 3) for frame in found)


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_sound_of_any_rate_comes_in_pieces_of_sixteen_kilohertz(tmp_path: Path, rate: int) -> None:
    path = tmp_path / "tone.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        tone = 20_000 * np.sin(2 * np.pi * 440 * np.arange(rate * 2) / rate)
        sound.writeframes(np.repeat(tone.astype("<i2"), 2).tobytes())
    pieces = list(clips.sounds(path))
    assert [each.at_s for each in pieces] == [n / 4 for n in range(1, len(pieces) + 1)]
    assert len(pieces) in (7, 8)
    heard = np.frombuffer(b"".join(each.pcm for each in pieces), np.int16)
    spectrum = np.abs(np.fft.rfft(heard))
    assert round(int(np.argmax(spectrum)) * 16_000 / len(heard)) in range(438, 443)


def test_the_command_answers_without_a_model_or_a_pipe(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "client.proctor.worker", str(tmp_path / "no.mp4"), "--record", "x"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("does not exist.")
    assert "Traceback" not in done.stderr


@pytest.mark.models
@pytest.mark.samples
@pytest.mark.timeout(300)
def test_a_real_recording_is_kept_with_the_models_that_looked(
    tmp_path: Path, samples: Path
) -> None:
    out = tmp_path / "out.jsonl"
    clip = samples / "gaze_video" / "center_focus.mp4"
    assert recorder.main([str(clip), "--record", str(out), "--enrol"]) == 0
    found = record.read(out)
    assert found.header.clip == clip.name
    assert {model.name for model in found.header.models} >= {"face", "face_reid"}
    strangers = [
        each.value for look in found.looks for each in look.seen if each.measure is Measure.STRANGER
    ]
    assert set(strangers) == {0.0}
    assert all(len(model.sha256) == 64 for model in found.header.models)
    counts = [
        each.value for look in found.looks for each in look.seen if each.measure is Measure.FACES
    ]
    assert set(counts) == {1.0}
