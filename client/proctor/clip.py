"""A recording on disk: its pictures, its sound, and what is known to be true of it.

One rule: what cannot be read is a sentence of `CannotRead`; what is damaged in the middle is left
out, as a player would.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from client.proctor.pace import Pace
from client.proctor.pipe import Sound
from client.proctor.sources.replay import upright
from client.proctor.types import Frame

SOUND_S = 0.25
"""Of sound in one piece, as the app hands it on."""
_RATE_HZ = 16_000


class CannotRead(Exception):
    """The message is a sentence for the person who named the file."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording that was opened once and found to have pictures."""

    path: Path
    size: tuple[int, int]
    """Width and height, upright."""
    fps: float | None
    length_s: float | None
    """None where the file does not say."""


def probe(path: Path) -> Clip:
    """Decodes one picture; raises CannotRead with what is wrong."""
    if not path.exists():
        raise CannotRead(f"{path} does not exist.")
    if path.is_dir():
        raise CannotRead(f"{path} is a folder: name a video file.")
    if path.stat().st_size == 0:
        raise CannotRead(f"{path} is empty.")
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                raise CannotRead(f"{path} has no pictures in it.")
            stream = container.streams.video[0]
            first = next(_images(container), None)
            if first is None:
                raise CannotRead(f"{path} has no picture that can be decoded.")
            height, width = upright(first[1]).shape[:2]
            length = None if container.duration is None else container.duration / av.time_base
            fps = None if stream.average_rate is None else float(stream.average_rate)
            return Clip(path, (width, height), fps, length)
    except (FFmpegError, OSError, ValueError) as error:
        raise CannotRead(f"{path} is no video that can be read ({_cause(error)}).") from error


def frames(clip: Clip, every_s: float) -> Iterator[Frame]:
    """At most one frame in `every_s` of the clip's own time."""
    beat = Pace(every_s)
    with av.open(str(clip.path)) as container:
        container.streams.video[0].thread_type = "AUTO"
        for number, (at_s, image) in enumerate(_images(container)):
            if beat.due(at_s):
                yield Frame(upright(image), at_s, number)


def sounds(path: Path) -> Iterator[Sound]:
    """Pieces of `SOUND_S`, mono, 16 kHz; times count from the first sample."""
    size = 2 * round(SOUND_S * _RATE_HZ)
    kept, done = b"", 0
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=_RATE_HZ)
        for packet in container.demux(container.streams.audio[0]):
            try:
                decoded = packet.decode()
            except FFmpegError:
                continue
            for part in decoded:
                for ready in resampler.resample(part):  # pyright: ignore[reportArgumentType]
                    kept += ready.to_ndarray().tobytes()
            while len(kept) >= size:
                done += size
                yield Sound(kept[:size], done / 2 / _RATE_HZ)
                kept = kept[size:]


def probe_sound(path: Path) -> None:
    """Raises CannotRead where there is no sound in it."""
    try:
        with av.open(str(path)) as container:
            if container.streams.audio:
                return
    except (FFmpegError, OSError, ValueError) as error:
        raise CannotRead(f"{path} is no sound that can be read ({_cause(error)}).") from error
    raise CannotRead(f"{path} has no sound in it.")


def truth(path: Path) -> tuple[dict[str, Any], ...]:
    """What is known to happen in the clip, where a `.truth.json` lies beside it."""
    beside = path.with_suffix(".truth.json")
    try:
        known = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(known, list):
        return ()
    return tuple(each for each in known if isinstance(each, dict))


def _images(container: Any) -> Iterator[tuple[float, av.VideoFrame]]:
    """(seconds from the first picture, picture); what cannot be decoded is left out."""
    stream = container.streams.video[0]
    origin: float | None = None
    step_s = 1 / float(stream.average_rate or 30)
    at_s = -step_s
    for packet in container.demux(stream):
        try:
            decoded = packet.decode()
        except FFmpegError:
            continue
        for image in decoded:
            if image.time is None:
                at_s += step_s
            else:
                origin = image.time if origin is None else origin
                at_s = image.time - origin
            yield at_s, image


def _cause(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
