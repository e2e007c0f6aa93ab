"""The candidate's microphone, or a recording in its place, as blocks of 16 kHz mono sound.

One rule: a device that goes away is said once and replaced by `switch`, never by an exception in
somebody's callback; what a queue had to drop is counted.
"""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, Protocol

import numpy as np

from client.errors import BadReplay, NoMicrophone, SpeechError
from client.speech.devices import AudioDevice, library, microphones, number_of, steered
from client.speech.hints import Hearing, listened
from client.speech.pcm import BLOCK, BLOCK_S, RATE_HZ, Level, Pcm, measure
from client.speech.portaudio import streams
from client.speech.routing import Routing

log = logging.getLogger(__name__)

LOST_AFTER_S = 1.5
"""Without a block for so long, a device counts as gone; headsets pause up to 0.4 s on a change."""
FIRST_BLOCK_S = 4.0
"""What a device may take to deliver at all: a sleeping PulseAudio source took 1.7 s, headsets that
change their profile up to 3 s."""
ASK_EVERY_S = 1.0
"""Seconds between questions to the sound server whether we still hear the device (8 ms each): for
so long something else may be heard in its place."""
QUEUE_BLOCKS = 200
"""10 s of sound: longer than any pause of the reading thread seen."""

devices = microphones


@dataclass(frozen=True, slots=True)
class ReplaySpec:
    """A recording in place of the microphone, played at real time; then silence.

    For the demo and for tests: the product has no switch for it.
    """

    path: Path
    """Any file with a sound track that PyAV reads."""
    again_for_each_take: bool = True
    """Whether `Microphone.take_begins` goes back to its beginning."""


Source = AudioDevice | ReplaySpec


@dataclass(frozen=True, slots=True)
class MicrophoneLost:
    """The source in use stopped delivering."""

    source: Source | None
    message: str
    """What the person can do."""


class Microphone:
    """One source at a time; `None` is the system's default microphone.

    `on_chunk` gets (n,) int16 blocks and their capture time on the monotonic clock, `on_level`
    about 20 levels a second; all callbacks run on the microphone's own thread.
    """

    def __init__(
        self,
        source: Source | None,
        *,
        on_chunk: Callable[[Pcm, float], None],
        on_level: Callable[[Level], None] = lambda level: None,
        on_lost: Callable[[MicrophoneLost], None] = lambda lost: None,
        on_returned: Callable[[float], None] = lambda gap_s: None,
    ) -> None:
        """`on_returned`: the device left and is heard again; for at most so many seconds something
        else, or nothing, was heard in its place."""
        self._source = source
        self._on_chunk = on_chunk
        self._on_level = on_level
        self._on_lost = on_lost
        self._on_returned = on_returned
        self._swap = Lock()
        self._feed: _Feed | None = None
        self._stopping = Event()
        self._thread: Thread | None = None
        self.dropped = 0
        """Blocks that came while the queue was full, since the start."""

    @property
    def source(self) -> Source | None:
        """What is listened to, or was until it was lost."""
        return self._source

    @property
    def listening(self) -> bool:
        """Whether a source delivers."""
        return self._feed is not None

    def start(self) -> None:
        """Opens the source and begins to deliver; raises NoMicrophone or BadReplay."""
        self.switch(self._source)
        self._thread = Thread(target=self._run, name="microphone", daemon=True)
        self._thread.start()

    def switch(self, source: Source | None) -> None:
        """Goes on with another source, also in mid-recording.

        Raises NoMicrophone or BadReplay; the one in use then stays.
        """
        feed = _open(source)
        with self._swap:
            old, self._feed, self._source = self._feed, feed, source
        if old is not None:
            self.dropped += old.dropped
            old.close()

    def take_begins(self) -> None:
        """A recording starts now: a replay goes back to its beginning, a device does nothing."""
        with self._swap:
            if isinstance(self._feed, _ReplayFeed):
                self._feed.restart()

    def stop(self) -> None:
        """Stops delivering and joins the thread; `start` may be called again."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with self._swap:
            feed, self._feed = self._feed, None
        if feed is not None:
            self.dropped += feed.dropped
            feed.close()
        self._stopping.clear()

    def _run(self) -> None:
        hearing = Hearing()
        while not self._stopping.is_set():
            with self._swap:
                feed = self._feed
            if feed is None:
                self._stopping.wait(BLOCK_S)
                continue
            try:
                read = feed.read()
            except _GoneError as gone:
                self._lose(feed, str(gone))
                continue
            if read is None:
                continue
            pcm, at_s = read
            block = measure(pcm)
            hearing = listened(hearing, block)
            level = Level(block.rms_dbfs, block.peak_dbfs, hearing.hint)
            try:
                self._on_chunk(pcm, at_s)
                self._on_level(level)
                while feed.returned:
                    self._on_returned(feed.returned.pop())
            except Exception:  # the top of this thread: a listener must not end the listening
                log.exception("a listener of the microphone failed")

    def _lose(self, feed: "_Feed", message: str) -> None:
        with self._swap:
            if self._feed is not feed:
                return
            self._feed = None
            lost = MicrophoneLost(self._source, message)
        self.dropped += feed.dropped
        feed.close()
        log.info("microphone lost")
        self._on_lost(lost)


class _GoneError(Exception):
    """The source delivers no more; the text is for the person."""


class _Feed(Protocol):
    dropped: int
    returned: list[float]
    """Seconds of each absence that is over and was not told yet."""

    def read(self) -> tuple[Pcm, float] | None:
        """The next block and its time, None after a short wait; raises _GoneError."""
        ...

    def close(self) -> None: ...


_GONE = (
    "The microphone was unplugged or is used by another program. Plug it in again or choose "
    "another one; what you said so far is saved."
)


class _DeviceFeed:
    """A PortAudio stream; its callback only puts bytes into a queue."""

    def __init__(self, device: AudioDevice | None) -> None:
        self.dropped = 0
        self.returned: list[float] = []
        self._routing = None if device is None else Routing(device)
        self._blocks: queue.Queue[tuple[bytes, float]] = queue.Queue(QUEUE_BLOCKS)
        self._ended = Event()
        self._resampler: Any = None
        self._asked_s = time.monotonic()
        self._last_s = self._asked_s + FIRST_BLOCK_S - LOST_AFTER_S
        sound = library()
        streams.begin()
        try:
            self._number = number_of(device, "input")
            with steered(device, "source"):
                self._stream = self._begun(sound)
        except BaseException:
            streams.end()
            raise

    def _begun(self, sound: Any) -> Any:
        try:
            stream = self._opened(sound, RATE_HZ)
        except (sound.PortAudioError, ValueError):
            # sounddevice says ValueError for a device that is no longer listed.
            stream = self._opened_at_its_own_rate(sound)
        try:
            stream.start()
        except sound.PortAudioError as error:
            stream.close()
            raise _no_microphone(error) from error
        return stream

    def _opened(self, sound: Any, rate_hz: int) -> Any:
        return sound.RawInputStream(
            samplerate=rate_hz,
            blocksize=int(rate_hz * BLOCK_S),
            device=self._number,
            channels=1,
            dtype="int16",
            callback=self._take,
            finished_callback=self._ended.set,
        )

    def _opened_at_its_own_rate(self, sound: Any) -> Any:
        """Some systems give 44.1 or 48 kHz only (WASAPI shared mode, CoreAudio)."""
        import soxr

        try:
            device = sound.query_devices(self._number, "input")
            rate_hz = int(device["default_samplerate"])
            self._resampler = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="int16")
            return self._opened(sound, rate_hz)
        except (sound.PortAudioError, ValueError) as error:
            raise _no_microphone(error) from error

    def _take(self, content: Any, frames: int, times: Any, status: Any) -> None:
        try:
            self._blocks.put_nowait((bytes(content), time.monotonic()))
        except queue.Full:
            self.dropped += 1

    def read(self) -> tuple[Pcm, float] | None:
        now_s = time.monotonic()
        if self._routing is not None and now_s - self._asked_s > ASK_EVERY_S:
            route = self._routing.look()
            if route == "gone":
                raise _GoneError(_GONE)
            if route == "returned":
                log.info("the microphone left and is heard again")
                self.returned.append(time.monotonic() - self._asked_s)
            self._asked_s = now_s
        try:
            content, at_s = self._blocks.get(timeout=0.1)
        except queue.Empty:
            if self._ended.is_set() or time.monotonic() - self._last_s > LOST_AFTER_S:
                raise _GoneError(_GONE) from None
            return None
        self._last_s = time.monotonic()
        pcm = np.frombuffer(content, dtype=np.int16)
        if self._resampler is not None:
            pcm = self._resampler.resample_chunk(pcm)
        return (pcm, at_s) if len(pcm) else None

    def close(self) -> None:
        try:
            self._stream.abort()
            self._stream.close()
        finally:
            streams.end()


class _ReplayFeed:
    """A decoded recording, block by block in real time."""

    def __init__(self, spec: ReplaySpec) -> None:
        self.dropped = 0
        self.returned: list[float] = []
        self._again = spec.again_for_each_take
        self._pcm = decode(spec.path)
        self._at = 0
        self._due_s = time.monotonic()
        self._closed = Event()

    def restart(self) -> None:
        if self._again:
            self._at = 0

    def read(self) -> tuple[Pcm, float] | None:
        wait_s = self._due_s - time.monotonic()
        if wait_s > 0 and self._closed.wait(wait_s):
            return None
        at_s = self._due_s
        self._due_s += BLOCK_S
        block = self._pcm[self._at : self._at + BLOCK]
        self._at += BLOCK
        if len(block) < BLOCK:
            block = np.concatenate([block, np.zeros(BLOCK - len(block), np.int16)])
        return block, at_s

    def close(self) -> None:
        self._closed.set()


def decode(path: Path) -> Pcm:
    """All sound of a file as 16 kHz mono; raises BadReplay where there is none."""
    import av
    from av.error import FFmpegError

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    blocks: list[Pcm] = []
    try:
        with av.open(str(path), "r") as container:
            if not container.streams.audio:
                raise BadReplay(f"{path.name} holds no sound. Choose a recording that does.")
            for frame in container.decode(container.streams.audio[0]):
                blocks += [out.to_ndarray()[0] for out in resampler.resample(frame)]
        blocks += [out.to_ndarray()[0] for out in resampler.resample(None)]
    except (FFmpegError, OSError) as error:
        raise BadReplay(f"{path.name} cannot be played: {error}") from error
    return np.concatenate(blocks) if blocks else np.zeros(0, np.int16)


def _open(source: Source | None) -> _Feed:
    match source:
        case ReplaySpec():
            return _ReplayFeed(source)
        case _:
            return _DeviceFeed(source)


def _no_microphone(error: Exception) -> SpeechError:
    log.info("no microphone: %s", type(error).__name__)
    return NoMicrophone(
        "No microphone can be opened. Plug one in, close other programs that use it, allow "
        "Invigil to use it in the system's privacy settings, and try again."
    )
