"""Whoever transcribes for the server: a process of its own here, or a machine with a GPU.

One rule: a recording gets a text or a reason in bounded time, and never takes the server with it.
"""

import importlib.util
import logging
import multiprocessing
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from pathlib import Path
from typing import Protocol

from server.refusals import Refused
from server.speech import whisper
from shared.transcript import Transcript

WITHIN_S = 300.0
MOST_WAITING = 4
"""Whoever comes later is told to come again: a queue nobody sees is worse than a no."""

_log = logging.getLogger(__name__)


class Transcriber(Protocol):
    """Turns recordings into text."""

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        """Refuses `no_speech`, `overloaded`."""
        ...

    def close(self) -> None:
        """Ends what it started."""
        ...


class Nobody:
    """Stands where speech is not set up, and says why."""

    def __init__(self, why: str) -> None:
        self._why = why

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        """Refuses `no_speech`, always."""
        raise Refused("no_speech", f"{self._why} A person will listen to the recording.")

    def close(self) -> None:
        """Nothing was started."""


NOBODY = Nobody("No speech model is set: INVIGIL_STT_MODEL names its folder.")


class Local:
    """One process with one model, started with the first recording and again after a crash."""

    def __init__(self, model: Path, *, within_s: float = WITHIN_S) -> None:
        self._model, self._within_s = model, within_s
        self._places = threading.BoundedSemaphore(MOST_WAITING)
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        """Waits for its turn; refuses `overloaded` where four wait already, `no_speech`."""
        if not self._places.acquire(blocking=False):
            raise Refused("overloaded", "Four recordings wait already.", retry_after_s=30)
        pool = self._running()
        try:
            job = pool.submit(whisper.transcribe, self._model, audio, language)
            return job.result(self._within_s)
        except (BrokenExecutor, TooLong) as error:
            _log.warning("the transcriber is started anew after %s", type(error).__name__)
            self._end(pool)
            raise Refused("no_speech", "The speech model stopped: try again.") from None
        except Exception as error:
            _log.warning("the speech model failed: %s", type(error).__name__)
            raise Refused("no_speech", "The speech model could not be used.") from None
        finally:
            self._places.release()

    @property
    def pids(self) -> tuple[int, ...]:
        """Of the processes that run now."""
        with self._lock:
            return tuple((self._pool._processes or {}) if self._pool else ())

    def close(self) -> None:
        """Ends the process, in mid-word too."""
        if self._pool is not None:
            self._end(self._pool)

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                # Forking a server with threads copies their locks.
                spawn = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(max_workers=1, mp_context=spawn)
            return self._pool

    def _end(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in tuple((pool._processes or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def open_transcriber(model: Path | None) -> Transcriber:
    """By what is installed and set; loads nothing yet."""
    if importlib.util.find_spec("faster_whisper") is None:
        return Nobody("Speech-to-text is not installed here: pip install 'invigil[speech]'.")
    if model is None:
        return NOBODY
    return Local(model)
