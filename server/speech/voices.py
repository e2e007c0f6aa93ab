"""Texts read aloud, kept on the disk by what was said and by whom.

One rule: a text is sent to the outside once for each voice; after a failure nobody is kept
waiting again for `PAUSE_S`.
"""

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from server.refusals import Refused

PAUSE_S = 30
MEDIA_TYPE = "audio/mpeg"


class VoiceAway(Exception):
    """The service that speaks cannot be had; the message names the kind of fault only."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be said."""

    text: str
    voice: str
    """Name of an Edge voice, such as en-GB-SoniaNeural."""
    rate_percent: int = 0
    """Faster or slower than the voice's own pace."""

    @property
    def address(self) -> str:
        """The same line has the same one, whoever asks."""
        told = json.dumps(["edge", self.text, self.voice, self.rate_percent])
        return hashlib.sha256(told.encode()).hexdigest()


Speak = Callable[[Line], bytes]
"""MP3 of one line; raises VoiceAway."""


class Voices:
    """Safe to be asked from many threads; two that want the same line make it once."""

    def __init__(self, speak: Speak, folder: Path, *, most_bytes: int) -> None:
        self._speak, self._folder, self._most_bytes = speak, folder, most_bytes
        self._lock = threading.Lock()
        self._making: dict[str, threading.Lock] = {}
        self._away_until: datetime | None = None

    def read(self, line: Line, now: datetime) -> bytes:
        """The MP3; refuses `no_voice` where the service cannot be reached."""
        place = self._folder / f"{line.address}.mp3"
        found = _kept(place, now)
        if found is not None:
            return found
        with self._lock:
            making = self._making.setdefault(line.address, threading.Lock())
        try:
            with making:
                found = _kept(place, now)
                return found if found is not None else self._make(line, place, now)
        finally:
            with self._lock:
                self._making.pop(line.address, None)

    def _make(self, line: Line, place: Path, now: datetime) -> bytes:
        if self._away_until is not None and now < self._away_until:
            left = (self._away_until - now).total_seconds()
            raise Refused("no_voice", retry_after_s=max(1, round(left)))
        try:
            sound = self._speak(line)
        except VoiceAway as away:
            self._away_until = now + timedelta(seconds=PAUSE_S)
            raise Refused("no_voice", f"{away} The app reads it aloud itself.") from None
        self._away_until = None
        self._keep(place, sound, now)
        return sound

    def _keep(self, place: Path, sound: bytes, now: datetime) -> None:
        """Whole or not at all; a full disk costs the copy, not the answer."""
        part = place.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(sound)
            os.utime(part, (now.timestamp(), now.timestamp()))
            part.replace(place)
            self._forget_oldest()
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()

    def _forget_oldest(self) -> None:
        kept = sorted(self._folder.glob("*.mp3"), key=lambda each: each.stat().st_mtime)
        size = sum(each.stat().st_size for each in kept)
        for each in kept[:-1]:
            if size <= self._most_bytes:
                return
            size -= each.stat().st_size
            each.unlink(missing_ok=True)


def _kept(place: Path, now: datetime) -> bytes | None:
    try:
        sound = place.read_bytes()
        os.utime(place, (now.timestamp(), now.timestamp()))  # the oldest is the longest unused
    except OSError:
        return None
    return sound or None
