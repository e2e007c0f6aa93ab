"""What is measured on this computer, each within its own time.

One rule: a probe answers with a verdict and may take its time or fail; `run` gives it a thread
and a limit, and turns whatever else happens into `unknown`.
"""

import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from client import sentences
from client.preflight import programs, rules
from client.preflight.rules import Probe, Verdict
from client.preflight.voice import has_voice
from shared.readiness import ReadinessLine

if TYPE_CHECKING:
    from client.proctor.types import Frame

log = logging.getLogger(__name__)

FRAMES_WITHIN_S = 6.0
"""From opening a camera to enough pictures; slow ones take three."""
FRAMES = 10
STOPPED_WITHIN_S = 0.1
"""How late it is noticed that nobody waits any more."""
LISTEN_S = 2.0
PACE_S = 3.0
"""How long the face detector is driven; shorter measures the turbo, not the machine."""


@dataclass
class Measured:
    """What one probe leaves for a later one."""

    skew_s: float | None = None
    frames: "list[Frame]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be tried, and against which server."""

    data_dir: Path
    server: str = ""
    """Base address; empty for none."""
    reach: "Callable[[], Reached] | None" = None
    """Asks the server; None without one."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What the server answered."""

    round_trip_ms: float | None
    """None where it does not answer."""
    skew_s: float | None = None
    """This computer's clock less the server's; None where it did not tell."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One probe with its limit."""

    probe: Probe
    within_s: float
    measure: Callable[[Asked, Measured], Verdict]


def run(
    asked: Asked, steps: "tuple[Step, ...] | None" = None, stop: threading.Event | None = None
) -> Iterator[ReadinessLine]:
    """One line after the other; never raises, and each takes at most its step's time.

    Once `stop` is set nothing more is said, also not of the probe that runs.
    """
    measured, stop = Measured(), stop or threading.Event()
    for step in STEPS if steps is None else steps:
        if stop.is_set():
            return
        began = time.monotonic()
        verdict = _bounded(step, asked, measured, stop)
        if stop.is_set():
            return
        yield rules.line(step.probe, verdict, round((time.monotonic() - began) * 1000))


def _bounded(step: Step, asked: Asked, measured: Measured, stop: threading.Event) -> Verdict:
    answer: list[Verdict] = []

    def work() -> None:
        try:
            answer.append(step.measure(asked, measured))
        except Exception as error:  # the top of a thread: a probe that breaks tells nothing
            log.info("%s could not be tried: %s", step.probe, type(error).__name__)
            cause = sentences.NOT_TRIED(kind=type(error).__name__)
            answer.append(rules.unknown(cause, TRY_AGAIN))

    # A daemon: a driver that hangs must not keep the process.
    thread = threading.Thread(target=work, name=f"preflight-{step.probe}", daemon=True)
    thread.start()
    until = time.monotonic() + step.within_s
    while thread.is_alive() and not stop.is_set() and (left := until - time.monotonic()) > 0:
        thread.join(min(STOPPED_WITHIN_S, left))
    if not answer:
        return rules.unknown(sentences.TOOK_LONGER(seconds=f"{step.within_s:.0f}"), TRY_AGAIN)
    return answer[0]


def disk(asked: Asked, measured: Measured) -> Verdict:
    """Room and the right to write, where interviews are kept."""
    folder = asked.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return rules.disk(free, writable=False)
    return rules.disk(free, writable=True)


def network(asked: Asked, measured: Measured) -> Verdict:
    """One request to the server and back, the fastest of three."""
    if asked.reach is None:
        return rules.network(None, "", server="")
    reached = asked.reach()
    measured.skew_s = reached.skew_s
    return rules.network(reached.round_trip_ms, reached.why, server=asked.server)


def clock(asked: Asked, measured: Measured) -> Verdict:
    """Against the server that was just asked."""
    return rules.clock(measured.skew_s)


def models(asked: Asked, measured: Measured) -> Verdict:
    """Every model of the manifest, hashed."""
    from client.models.store import default_store

    store = default_store()
    found = {model.name: store.find(model.name) for model in store.models}
    present = tuple(f"{name} {one.sha256[:8]}" for name, one in found.items() if one is not None)
    absent = [model for model in store.models if found[model.name] is None]
    missing = tuple(store.why_missing(one.name) for one in absent if one.required)
    optional = tuple(store.why_missing(one.name) for one in absent if not one.required)
    return rules.models(present, missing, optional)


def blocked(asked: Asked, measured: Measured) -> Verdict:
    """Programs of the list that run now."""
    listed, running = programs.blocked_list(), programs.running()
    return rules.programs(None if running is None else programs.found(running, listed))


def camera(asked: Asked, measured: Measured) -> Verdict:
    """The first camera: opened, and some pictures taken; they are dropped afterwards."""
    from client.proctor.sources.camera import CameraSource, cameras

    there = cameras()
    if not there:
        return rules.camera("", None, None)
    source = CameraSource(there[0])
    try:
        source.start()
        source.begin(time.monotonic())
        until = time.monotonic() + FRAMES_WITHIN_S
        while len(measured.frames) < FRAMES and time.monotonic() < until:
            if (frame := source.take(0.5)) is not None:
                measured.frames.append(frame)
    finally:
        source.close()
    frames = measured.frames
    if not frames:
        return rules.camera(there[0].name, None, None)
    high, wide = frames[-1].rgb.shape[:2]
    lasted = frames[-1].at_s - frames[0].at_s
    return rules.camera(
        there[0].name, (wide, high), (len(frames) - 1) / lasted if lasted > 0 else None
    )


def light(asked: Asked, measured: Measured) -> Verdict:
    """Mean brightness of the last picture."""
    if not measured.frames:
        return rules.light(None)
    return rules.light(float(measured.frames[-1].rgb.mean()) / 255)


def microphone(asked: Asked, measured: Measured) -> Verdict:
    """The loudest of two seconds at the default microphone; the sound itself is not kept."""
    from client.errors import SpeechError
    from client.speech.devices import microphones
    from client.speech.microphone import Microphone

    there = microphones()
    if not there:
        return rules.microphone("", None)
    levels: list[float] = []
    heard = Microphone(
        there[0],
        on_chunk=lambda pcm, at_s: None,
        on_level=lambda level: levels.append(level.rms_dbfs),
    )
    try:
        heard.start()
    except SpeechError:
        return rules.microphone(there[0].name, None)
    try:
        time.sleep(LISTEN_S)
    finally:
        heard.stop()
    return rules.microphone(there[0].name, max(levels, default=None))


def speakers(asked: Asked, measured: Measured) -> Verdict:
    """Devices to hear with, and whether this machine has a voice; nothing is played."""
    from client.speech import devices

    names = tuple(one.name for one in devices.speakers())
    return rules.speakers(names, voice=has_voice(), system=sys.platform)


def pace(asked: Asked, measured: Measured) -> Verdict:
    """The face detector on one picture after the other, as the proctor drives it."""
    from client.models.store import default_store, find
    from client.proctor.worker import prepare

    prepare()
    cores = os.cpu_count() or 1
    model = find("face")
    if model is None:
        return rules.pace(None, cores, default_store().why_missing("face"))
    import numpy as np

    from client.proctor.detectors.face import FaceDetector
    from client.proctor.scene import Scene
    from client.proctor.types import Frame

    rgb = (
        measured.frames[-1].rgb if measured.frames else np.full((480, 640, 3), 128, dtype=np.uint8)
    )
    detector = FaceDetector(model)
    try:
        looks, began = 0, time.monotonic()
        while (gone := time.monotonic() - began) < PACE_S:
            detector.look(Scene(Frame(rgb, gone, looks)))
            looks += 1
    finally:
        detector.close()
    return rules.pace(looks / PACE_S, cores)


TRY_AGAIN = "Try again; if it stays so, tell your IT department what this line says."

STEPS: tuple[Step, ...] = (
    Step("network", 20.0, network),
    Step("clock", 1.0, clock),
    Step("disk", 5.0, disk),
    Step("programs", 8.0, blocked),
    Step("models", 30.0, models),
    Step("camera", 12.0, camera),
    Step("light", 2.0, light),
    Step("microphone", 8.0, microphone),
    Step("speakers", 6.0, speakers),
    Step("pace", 15.0, pace),
)
"""The network first: the clock is measured by it. The camera before the light and the pace."""
