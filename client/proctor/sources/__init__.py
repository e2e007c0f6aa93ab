"""Where frames come from: a camera, or a recording in its place.

One rule: the newest frame wins, drops are counted, and a source that fails says so in a
sentence instead of raising. The libraries that decode are imported when a source is opened.
"""

from client.proctor.sources.mailbox import Source
from client.proctor.types import Camera, Replay, SourceSpec


def open_source(spec: SourceSpec, zero_s: float | None) -> Source:
    """The source of a specification, not yet started; `zero_s` where the interview runs."""
    match spec:
        case Camera():
            from client.proctor.sources.camera import CameraSource

            return CameraSource(spec)
        case Replay(path):
            from client.proctor.sources.replay import ReplaySource

            return ReplaySource(path, zero_s)
