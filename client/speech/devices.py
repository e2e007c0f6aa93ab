"""Which microphones and loudspeakers there are.

One rule: a device is chosen by a key that survives replugging (its name), never by an index.
PortAudio knows only one device of a PulseAudio or PipeWire machine, so there the sound server
is asked itself and PortAudio is steered by `PULSE_SOURCE` and `PULSE_SINK`.
"""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from types import ModuleType
from typing import Any, Literal

from client.errors import NoMicrophone
from client.speech import portaudio

PACTL_TIMEOUT_S = 2.0
BRIDGE = "pulse"
"""PortAudio's name for the device that leads to the sound server."""
_steering = Lock()


@dataclass(frozen=True, slots=True)
class AudioDevice:
    """One microphone or loudspeaker."""

    key: str
    """Stable name by which it is chosen again."""
    name: str
    """What a person reads."""
    index: int | str | None = None
    """PortAudio's device; None for its default."""
    pulse: str | None = None
    """Name at the sound server, where there is one."""
    default: bool = False


def microphones() -> tuple[AudioDevice, ...]:
    """Microphones, the default one first; empty where there is none or no sound at all."""
    found = _pulse("source")
    return _default_first(_portaudio("input") if found is None else found)


def speakers() -> tuple[AudioDevice, ...]:
    """Loudspeakers, the default one first."""
    found = _pulse("sink")
    return _default_first(_portaudio("output") if found is None else found)


def still_there(device: AudioDevice) -> bool:
    """Whether the sound server still has this microphone.

    It moves a stream whose device vanished to another one in silence, so one has to ask.
    """
    if device.pulse is None:
        return True
    found = _pulse("source")
    return found is None or any(one.pulse == device.pulse for one in found)


@dataclass(frozen=True, slots=True)
class Stream:
    """A recording stream of any program at the sound server."""

    number: int
    source: int
    """Number of the source that it hears."""
    process: int | None


def streams() -> tuple[Stream, ...]:
    """Every recording stream at the sound server; nothing where there is no server."""
    return tuple(
        Stream(
            number=one["index"],
            source=one["source"],
            process=_number(one["properties"].get("application.process.id")),
        )
        for one in _pactl("list", "source-outputs") or ()
    )


def sources() -> dict[str, int]:
    """Numbers of the sound server's sources by their names; nothing where there is no server."""
    return {one["name"]: one["index"] for one in _pactl("list", "sources") or ()}


def move_stream(number: int, source: str) -> bool:
    """Has a recording stream hear another source; whether the server did it."""
    command = ["pactl", "move-source-output", str(number), source]
    try:
        subprocess.run(command, capture_output=True, timeout=PACTL_TIMEOUT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def library() -> ModuleType:
    """sounddevice; raises NoMicrophone where PortAudio is not installed."""
    try:
        import sounddevice
    except OSError as error:
        raise NoMicrophone(
            "Sound does not work on this computer because PortAudio is missing. "
            "Install the package libportaudio2 and start Invigil again."
        ) from error
    return sounddevice


def number_of(device: AudioDevice | None, direction: Literal["input", "output"]) -> Any:
    """What PortAudio calls it now: numbers change when its list is made anew.

    To be asked once a stream has begun (`portaudio.streams`); raises NoMicrophone where the device
    is no longer listed, so that no other is opened in its place.
    """
    if device is None or not isinstance(device.index, int):
        return None if device is None else device.index
    there = [one.index for one in _listed_for(direction) if one.key == device.key]
    if not there:
        raise NoMicrophone("This device is no longer there. Plug it in again or choose another.")
    return device.index if device.index in there else there[0]


@contextlib.contextmanager
def steered(device: AudioDevice | None, direction: Literal["source", "sink"]) -> Iterator[None]:
    """Streams opened inside go to `device` at the sound server."""
    if device is None or device.pulse is None:
        yield
        return
    variable = f"PULSE_{direction.upper()}"
    with _steering:
        before = os.environ.get(variable)
        os.environ[variable] = device.pulse
        try:
            yield
        finally:
            if before is None:
                del os.environ[variable]
            else:
                os.environ[variable] = before


def _pulse(kind: Literal["source", "sink"]) -> tuple[AudioDevice, ...] | None:
    """Devices of the sound server; None where there is no server."""
    if shutil.which("pactl") is None or not _can_be_steered():
        return None
    listed = _pactl("list", f"{kind}s")
    info = _pactl("info")
    if listed is None or info is None:
        return None
    default = info.get(f"default_{kind}_name")
    return tuple(
        AudioDevice(
            key=one["name"],
            name=one.get("description") or one["name"],
            index=BRIDGE,
            pulse=one["name"],
            default=one["name"] == default,
        )
        for one in listed
        if kind == "sink" or not one["name"].endswith(".monitor")
    )


def _can_be_steered() -> bool:
    """Whether PortAudio has ALSA's way to the sound server (libasound2-plugins)."""
    return any(one["name"] == BRIDGE for one in _listed()[0])


def _listed() -> tuple[list[Any], tuple[int, int]]:
    """PortAudio's devices and its default (input, output); nothing where it does not work."""
    try:
        sound = library()
    except NoMicrophone:
        return [], (-1, -1)
    try:
        with portaudio.streams.listing():
            return list(sound.query_devices()), tuple(sound.default.device)
    except sound.PortAudioError:
        return [], (-1, -1)


def _pactl(*words: str) -> Any:
    command = ["pactl", "--format=json", *words]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PACTL_TIMEOUT_S, check=True)
        return json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() else None


def _portaudio(direction: Literal["input", "output"]) -> tuple[AudioDevice, ...]:
    """What is there now, as far as PortAudio may look again."""
    with contextlib.suppress(NoMicrophone):
        portaudio.streams.renew(library())
    return _listed_for(direction)


def _listed_for(direction: Literal["input", "output"]) -> tuple[AudioDevice, ...]:
    listed, defaults = _listed()
    default = defaults[0 if direction == "input" else 1]
    return tuple(
        AudioDevice(one["name"], one["name"], index=one["index"], default=one["index"] == default)
        for one in listed
        if one[f"max_{direction}_channels"] > 0
    )


def _default_first(devices: tuple[AudioDevice, ...]) -> tuple[AudioDevice, ...]:
    return tuple(sorted(devices, key=lambda device: not device.default))
