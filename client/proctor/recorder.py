"""`python -m client.proctor.worker CLIP --record OUT.jsonl [--overlay OUT.mp4] [--audio FILE] …`.

Watches a recording by its own clock, as fast as this machine can, and keeps what the detectors
said. One rule: no real time is in it, so the same recording and models give the same lines on
every machine; what cannot be read is a sentence and exit status 2.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import av.logging
from av.error import FFmpegError

from client.models import store
from client.proctor import engine, observe
from client.proctor.bank import Bank
from client.proctor.clip import CannotRead, Clip, frames, probe, probe_sound, sounds, truth
from client.proctor.detectors import DETECTORS, FACE_EVERY_S, Row
from client.proctor.detectors.identity import IdentityDetector
from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.neutral import WINDOW_S, Sample, neutral_of
from client.proctor.pipe import Sound
from client.proctor.record import Header, Recorder, Used, as_kept
from client.proctor.rules import rules_for
from client.proctor.scene import Scene
from client.proctor.types import Closed, Frame, Measure, Observation, Opened, System
from shared.policy import Accommodations, Policy

if TYPE_CHECKING:
    from client.proctor.ears import Ears
    from client.proctor.overlay import Overlay

_TOLD_EVERY_S = 1.0
_OTHERS = ("whisper", "speaker-checkpoint")
"""Models of the manifest that no detector opens."""

log = logging.getLogger(__name__)


class Seen(NamedTuple):
    """One look at a recording."""

    at_ms: int
    scene: Scene | None
    """None for a piece of sound."""
    observations: tuple[Observation, ...]
    news: tuple[System, ...]


class Watcher:
    """The detectors on a recording, in its own time."""

    def __init__(
        self,
        rows: tuple[Row, ...] = DETECTORS,
        *,
        ears: "Ears | None" = None,
        enrols: bool = False,
    ) -> None:
        """`enrols`: the first clear face is taken for the one on the selfie."""
        # A clock that stands still: rates that depend on this machine could not be replayed.
        self.bank = Bank(rows, clock=lambda: 0.0)
        self.ears = ears
        for parts in (self.bank, ears):
            if parts is not None:
                parts.news.clear()  # what is off from the start stands in the header
        self._rows = rows
        self._enrols = enrols
        self._known = NOTHING_KNOWN
        self._poses: list[Sample] = []

    @property
    def known(self) -> Known:
        """What was learned on the way; the first two seconds with a pose make the neutral one."""
        return self._known

    def header(self, clip: Clip) -> Header:
        """What will look at it, and with which models."""
        here = store.default_store()
        listens = () if self.ears is not None else ("speaker",)
        names = [each.name for each in here.models if each.name not in (*_OTHERS, *listens)]
        found = [here.find(name) for name in names]
        return Header(
            clip=clip.path.name,
            size=clip.size,
            fps=clip.fps,
            models=tuple(Used(m.name, m.version, m.sha256, m.source) for m in found if m),
            every_s={row.name: row.every_s for row in self._rows if row.name in self.bank.running},
            off=self.bank.off | (self.ears.off if self.ears else {}),
            truth=truth(clip.path),
        )

    def see(self, frame: Frame) -> Seen | None:
        """What the detectors that are due say of it; None where none is."""
        scene, looked = self.bank.look(Scene(frame, self._known))
        news = tuple(self.bank.news)
        self.bank.news.clear()
        if not looked:
            return None
        if self._known.neutral is None and scene.pose is not None:
            self._poses.append(Sample(frame.at_s, scene.pose, scene.eyes))
            if frame.at_s - self._poses[0].at_s >= WINDOW_S:
                self._known = replace(self._known, neutral=neutral_of(self._poses))
                self._poses.clear()
        if self._enrols and self._known.face is None:
            identity = self.bank.detector("identity")
            if isinstance(identity, IdentityDetector):
                self._known = replace(self._known, face=identity.enrol(scene).template)
        at_ms = round(1000 * frame.at_s)
        rate = self.bank.rates(frame.at_s).get("face")
        seen = (
            *observe.observations(scene, self.bank.running, at_ms),
            Observation(Measure.FACE_FPS, rate, at_ms, "worker"),
            Observation(Measure.CAMERA, 1.0, at_ms, "source"),
        )
        return Seen(at_ms, scene, as_kept(seen, at_ms), news)

    def hear(self, sound: Sound) -> Seen | None:
        """What is heard in it; None where nothing can be said."""
        if self.ears is None:
            return None
        heard = self.ears.hear(sound, self._known, 0.0)
        news = tuple(self.ears.news)
        self.ears.news.clear()
        if not heard and not news:
            return None
        at_ms = max((each.at_ms for each in heard), default=round(1000 * sound.at_s))
        return Seen(at_ms, None, as_kept(heard, at_ms), news)

    def close(self) -> None:
        """Gives models back."""
        self.bank.close()
        if self.ears is not None:
            self.ears.close()


def watch(clip: Clip, watcher: Watcher, audio: Path | None = None) -> Iterator[Seen]:
    """Every look at pictures and sound, in the order of their times."""
    heard = sounds(audio) if audio is not None else iter(())
    waiting = next(heard, None)
    for frame in frames(clip, FACE_EVERY_S):
        while waiting is not None and waiting.at_s <= frame.at_s:
            if (said := watcher.hear(waiting)) is not None:
                yield said
            waiting = next(heard, None)
        if (seen := watcher.see(frame)) is not None:
            yield seen


def main(
    arguments: Sequence[str] | None = None,
    *,
    rows: tuple[Row, ...] = DETECTORS,
    now: Callable[[], float] = time.monotonic,
) -> int:
    """The command; 0, 2 for what cannot be read or written, 130 for Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="python -m client.proctor.worker",
        description="Watch a recording and write down what the detectors say of it.",
    )
    parser.add_argument("clip", type=Path, help="a video file")
    parser.add_argument("--record", type=Path, metavar="JSONL", help="observations, a line a look")
    parser.add_argument("--overlay", type=Path, metavar="VIDEO", help="the clip with them drawn")
    parser.add_argument("--audio", type=Path, metavar="FILE", help="sound to listen to beside it")
    parser.add_argument(
        "--enrol", action="store_true", help="take the first clear face for the selfie's"
    )
    options = parser.parse_args(arguments)
    if options.record is None and options.overlay is None:
        parser.error("name what to write: --record, --overlay or both")
    av.logging.set_level(av.logging.PANIC)  # what a file lacks is said in our own sentence
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        return _run(options, rows, now)
    except CannotRead as reason:
        print(reason, file=sys.stderr)  # noqa: T201
        return 2
    except (FFmpegError, OSError) as error:
        print(f"It could not be written to its end: {error}.", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:  # before the first look: nothing was written yet
        return 130


def _run(options: argparse.Namespace, rows: tuple[Row, ...], now: Callable[[], float]) -> int:
    clip = probe(options.clip)
    if options.audio is not None:
        probe_sound(options.audio)
    for written in (options.record, options.overlay):
        if written is not None and written.exists() and written.samefile(clip.path):
            raise CannotRead(f"{written} is the clip itself: name another file to write.")
    with ExitStack() as closing:
        ears = None
        if options.audio is not None:
            from client.proctor.ears import Ears

            ears = Ears()
        watcher = Watcher(rows, ears=ears, enrols=options.enrol)
        closing.callback(watcher.close)
        header = watcher.header(clip)
        for name, why in header.off.items():
            print(f"{name} is off: {why}", file=sys.stderr)  # noqa: T201
        recorder = overlay = None
        if options.record is not None:
            file = closing.enter_context(_writing(options.record))
            recorder = Recorder(file, header)
        if options.overlay is not None:
            from client.proctor.overlay import Overlay

            overlay = Overlay(options.overlay, clip.size, header)
            closing.callback(overlay.close)
        return _write(_Outputs(recorder, overlay), watch(clip, watcher, options.audio), clip, now)


@dataclass(frozen=True, slots=True)
class _Outputs:
    recorder: Recorder | None
    overlay: "Overlay | None"


def _write(outputs: _Outputs, seen: Iterator[Seen], clip: Clip, now: Callable[[], float]) -> int:
    """Writes until the clip ends or Ctrl+C; either way what was written is whole."""
    state = engine.begin(rules_for(Policy(), Accommodations()))
    told_s, end_ms, status = now(), 0, 0
    signals: list[Opened | Closed] = []
    try:
        for look in seen:
            end_ms = max(end_ms, look.at_ms)
            state, said = engine.step(state, look.observations, look.at_ms)
            signals += said
            if outputs.recorder is not None:
                outputs.recorder.look(look.at_ms, look.observations)
            if outputs.overlay is not None and look.scene is not None:
                outputs.overlay.show(look.scene, look.observations, state.open_signals)
            for each in look.news:
                print(f"\n{each.what}: {each.detail}", file=sys.stderr)  # noqa: T201
            if now() - told_s >= _TOLD_EVERY_S:
                told_s = now()
                _progress(look.at_ms, clip, end="")
    except KeyboardInterrupt:
        status = 130
    if outputs.recorder is not None:
        outputs.recorder.end(end_ms + round(1000 * FACE_EVERY_S))
    _progress(end_ms, clip, end="\n" if status == 0 else ", stopped\n")
    opened = [each for each in signals if isinstance(each, Opened)]
    print(f"{len(opened)} signals by the default rules", file=sys.stderr)  # noqa: T201
    return status


def _progress(at_ms: int, clip: Clip, *, end: str) -> None:
    whole = "" if clip.length_s is None else f" of {clip.length_s:.1f}"
    print(f"\r{at_ms / 1000:.1f}{whole} s", end=end, file=sys.stderr, flush=True)  # noqa: T201


def _writing(path: Path) -> Any:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotRead(f"{path} cannot be written ({error.strerror}).") from error
