"""The worker's loop: newest frame, detectors, engine, messages.

One rule: whatever happens to camera or models is a message; only the parent's disappearance or
a defect of ours ends the loop.
"""

import os
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, assert_never

import cv2

from client import memory
from client.live.orders import Said
from client.live.publisher import Publisher
from client.proctor import engine, evidence, observe
from client.proctor.aiming import Aiming
from client.proctor.bank import Bank
from client.proctor.detectors.identity import Enrolled, IdentityDetector
from client.proctor.ears import Ears
from client.proctor.light import LightChallenge
from client.proctor.neutral import WINDOW_S, Sample, neutral_of
from client.proctor.pace import Pace
from client.proctor.pipe import (
    Begin,
    Checkpoint,
    Clicked,
    Command,
    EnrolVoice,
    Finish,
    FitGaze,
    Hearing,
    HideLive,
    Interview,
    Light,
    LookAt,
    ProctorConfig,
    Report,
    SetNeutral,
    ShowLive,
    Sound,
    Stop,
    TakeSnapshot,
    UseCalibration,
    UseFace,
    UseSource,
    UseVoice,
)
from client.proctor.scene import Scene
from client.proctor.sources import Source, open_source
from client.proctor.types import (
    Box,
    Closed,
    Frame,
    Health,
    LiveMoved,
    Measure,
    Message,
    Observation,
    Opened,
    Preview,
    Replay,
    Snapshot,
    SourceSpec,
    Spoke,
    System,
)

_POLL_S = 0.02
_LOOKED_EVERY_S = 0.2
_HEALTH_EVERY_S = 1.0
_FPS_WINDOW_S = 3.0
_SNAPSHOT_QUALITY = 92


class Watch:
    """Everything the child process holds."""

    def __init__(self, pipe: Connection, config: ProctorConfig, checkpoint: Checkpoint) -> None:
        cv2.setNumThreads(1)  # frames are small; more threads only fight with the GUI
        self._pipe, self._config = pipe, config
        self._state = checkpoint
        self._source: Source | None = None
        self._phase = "starting"
        self._size: tuple[int, ...] | None = None
        self._frame: Frame | None = None
        self._scene: Scene | None = None
        self._people: tuple[Box, ...] | None = None
        self._poses: deque[Sample] = deque()
        self._looks: deque[float] = deque()
        self._watching_since_s = 0.0
        self._preview = Pace(1 / config.preview_fps)
        self._heartbeat = Pace(config.heartbeat_s)
        self._looked = Pace(_LOOKED_EVERY_S)
        self._health = Pace(_HEALTH_EVERY_S)
        self._idle = Pace(config.heartbeat_s)
        self._code, self._let_go = memory.Code(), Pace(memory.CODE_EVERY_S)
        self._cpu = (time.monotonic(), time.process_time())
        self._stopping = False
        self._live_said: SimpleQueue[Said] = SimpleQueue()
        """From the thread of the connections: only this one writes to the pipe."""
        self._bank = Bank()
        self._ears = Ears()
        self._ears.expect(checkpoint.hearing)
        self._aiming = Aiming()
        self._light = LightChallenge()
        self._live = Publisher(self._live_said.put)
        self._rest()

    def run(self, source: SourceSpec | None) -> None:
        """Loops until told to stop; raises EOFError where the parent is gone."""
        if source is not None:
            self._use(source)
        self._send(*self._bank.news)
        self._bank.news.clear()
        while not self._stopping:
            while self._pipe.poll(0):
                self._obey(self._pipe.recv())
            frame = None if self._source is None else self._source.take(_POLL_S)
            if frame is not None:
                self._see(frame)
            elif self._source is None:
                time.sleep(_POLL_S)
            self._tick(time.monotonic())

    def close(self) -> None:
        """Ends the source's thread and the models."""
        if self._source is not None:
            self._source.close()
        self._live.close()
        self._bank.close()
        self._ears.close()

    def _obey(self, command: Command) -> None:
        match command:
            case UseSource(spec):
                self._use(spec)
                self._send(System("camera_changed", _name(spec)))
            case SetNeutral():
                self._settle(anew=True)
            case LookAt():
                self._aiming.look_at(command)
            case FitGaze():
                fitted = self._aiming.fit(command)
                self._learn(calibration=fitted.calibration, screen=command.screen)
                self._send(fitted)
            case Clicked():
                drifted = self._aiming.clicked(command)
                if drifted is not None:
                    self._learn(calibration=drifted)
            case UseFace(template):
                self._learn(face=template)
            case UseVoice(template):
                self._learn(voice=template)
            case UseCalibration(calibration):
                self._learn(calibration=calibration)
            case EnrolVoice(pcm):
                self._send(self._ears.enrol(pcm))
            case Hearing():
                self._state = replace(self._state, hearing=command)
                self._ears.expect(command)
            case Sound():
                self._hear(command)
            case Light(rgb=None):
                self._send(self._light.judge())
            case Light():
                self._light.shine(command)
            case Begin(checkpoint):
                assert checkpoint.interview is not None
                self._state = replace(
                    checkpoint, known=self._state.known, hearing=self._state.hearing
                )
                self._rest()
                self._settle(anew=False)
                self._fresh(checkpoint.interview.zero_s)
                if self._source is not None:
                    self._source.begin(checkpoint.interview.zero_s)
            case Finish(at_s):
                self._finish(at_s)
            case TakeSnapshot(learn):
                self._snapshot(learn=learn)
            case ShowLive(order):
                self._live.begin(order)
            case HideLive(look):
                self._live.end(look)
            case Stop():
                self._stopping = True
            case _:
                assert_never(command)

    def _rest(self) -> None:
        """What the policy does not ask for is not looked for."""
        if self._state.interview is None:
            return
        interview = self._state.interview
        policy, agreed = interview.policy, interview.accommodations
        compared = policy.identity and not agreed.no_biometrics
        asked = {"identity": compared, "objects": policy.objects}
        self._bank.rest(frozenset(name for name, wanted in asked.items() if not wanted))

    def _use(self, spec: SourceSpec) -> None:
        if self._source is not None:
            self._source.close()
        interview = self._state.interview
        self._source = open_source(spec, None if interview is None else interview.zero_s)
        self._phase, self._size, self._frame, self._scene = "starting", None, None, None
        self._fresh(time.monotonic())
        self._source.start()

    def _fresh(self, since_s: float) -> None:
        """Rates and poses of another clock or camera mean nothing."""
        self._looks.clear()
        self._poses.clear()
        self._people = None
        self._watching_since_s = since_s

    def _see(self, frame: Frame) -> None:
        self._frame = frame
        self._live.show(frame.rgb)
        messages: list[Message] = []
        if self._preview.due(frame.at_s):
            messages.append(self._small(frame))
        size = frame.rgb.shape[:2]
        if self._size is not None and size != self._size:
            messages.append(System("camera_changed", f"{size[1]} by {size[0]} pixels"))
        self._size = size
        scene, looked = self._bank.look(Scene(frame, self._state.known))
        messages += self._bank.news
        self._bank.news.clear()
        if looked:
            messages += self._understand(scene)
        if messages:
            self._send(*messages)

    def _understand(self, scene: Scene) -> list[Message]:
        """Rules and device check for a frame that detectors looked at."""
        at_s = scene.frame.at_s
        self._scene = scene
        self._people = self._people if scene.people is None else scene.people
        self._looks.append(at_s)
        while self._looks[0] < at_s - _FPS_WINDOW_S:
            self._looks.popleft()
        if scene.pose is not None:
            self._poses.append(Sample(at_s, scene.pose, scene.eyes))
            while self._poses[0].at_s < at_s - WINDOW_S:
                self._poses.popleft()
        if self._state.known.neutral is None and self._state.interview is not None:
            self._settle(anew=False)
        messages: list[Message] = []
        aimed = self._aiming.see(scene)
        if aimed is not None:
            messages.append(aimed)
        self._light.see(scene)
        if self._looked.due(at_s):
            messages.append(observe.looked(scene))
        interview = self._state.interview
        if interview is not None and at_s >= interview.zero_s:
            at_ms = round(1000 * (at_s - interview.zero_s))
            seen = observe.observations(scene, self._bank.running, at_ms)
            rate = Observation(Measure.FACE_FPS, self._face_fps(), at_ms, "worker")
            messages += self._step(interview, (*seen, rate, self._camera(at_ms)), at_ms)
        return messages

    def _step(
        self, interview: Interview, seen: Sequence[Observation], now_ms: int
    ) -> list[Message]:
        assert self._state.engine is not None
        state, signals = engine.step(self._state.engine, seen, now_ms)
        self._state = replace(self._state, engine=state)
        return [self._with_evidence(each, interview) for each in signals]

    def _with_evidence(self, signal: Opened | Closed, interview: Interview) -> Opened | Closed:
        assert self._state.engine is not None
        if isinstance(signal, Closed):
            return signal
        rule, policy = self._state.engine.rule(signal.signal), interview.policy
        if not rule.evidence or self._scene is None:
            return signal
        if not policy.evidence_images:
            return replace(signal, withheld="policy")
        taken = evidence.within_budget(self._state.evidence_ms, signal.at_ms, policy)
        if taken is None:
            return replace(signal, withheld="budget")
        scene = replace(self._scene, people=self._people)
        picture = evidence.picture_of(scene, policy, rule)
        if picture is None:
            return replace(signal, withheld="no object" if rule.about_things else "no face")
        self._state = replace(self._state, evidence_ms=taken)
        return replace(signal, evidence_jpeg=picture)

    def _camera(self, at_ms: int) -> Observation:
        known = {"live": 1.0, "lost": 0.0}.get(self._phase)
        return Observation(Measure.CAMERA, known, at_ms, "source")

    def _face_fps(self) -> float | None:
        """Looks a second, or None while there were not enough seconds to tell."""
        if not self._bank.runs("face") or not self._looks:
            return None
        if self._looks[-1] - self._watching_since_s < _FPS_WINDOW_S:
            return None
        return len(self._looks) / _FPS_WINDOW_S

    def _settle(self, *, anew: bool) -> None:
        """Takes the poses of the last seconds as neutral, where there are enough of them."""
        if self._state.known.neutral is not None and not anew:
            return
        found = neutral_of(self._poses)
        if found is not None:
            self._learn(neutral=found)

    def _learn(self, **what: Any) -> None:
        """Keeps a new value of one of `Known`'s fields."""
        self._state = replace(self._state, known=replace(self._state.known, **what))

    def _hear(self, sound: Sound) -> None:
        interview = self._state.interview
        watched = interview is not None and interview.policy.voices
        zero_s = interview.zero_s if interview is not None and watched else None
        heard = self._ears.hear(sound, self._state.known, zero_s)
        news = tuple(self._ears.news)
        self._ears.news.clear()
        messages: list[Message] = [*news]
        if self._ears.looks and self._state.hearing.spoken_open:
            messages.append(Spoke(self._ears.looks))
        if interview is not None and heard:
            messages += self._step(interview, heard, max(each.at_ms for each in heard))
        if messages:
            self._send(*messages)

    def _finish(self, at_s: float) -> None:
        closed: tuple[Closed, ...] = ()
        interview, state = self._state.interview, self._state.engine
        if interview is not None and state is not None:
            _, closed = engine.finish(state, round(1000 * (at_s - interview.zero_s)))
        self._state = Checkpoint(known=self._state.known, hearing=self._state.hearing)
        self._send(*closed, finished=True)

    def _snapshot(self, *, learn: bool) -> None:
        if self._frame is None:
            return
        height, width = self._frame.rgb.shape[:2]
        scene = self._scene or Scene(self._frame, self._state.known)
        picture = evidence.jpeg(self._frame.rgb, _SNAPSHOT_QUALITY)
        enrolled, model = self._enrol(scene) if learn else (Enrolled(None, ""), "")
        looked = observe.looked(scene)
        self._send(
            Snapshot(picture, width, height, looked, enrolled.template, model, enrolled.refused)
        )

    def _enrol(self, scene: Scene) -> tuple[Enrolled, str]:
        """The face of the newest clear frames as numbers, and which model made them."""
        detector = self._bank.detector("identity")
        if not isinstance(detector, IdentityDetector):
            return Enrolled(None, self._bank.off.get("identity", "")), ""
        return detector.enrol(scene), detector.title

    def _tick(self, now_s: float) -> None:
        """What happens by the clock, with or without frames."""
        messages: list[Message] = []
        if self._source is not None:
            messages += self._notice(self._source)
        interview = self._state.interview
        silent = self._frame is None or now_s - self._frame.at_s > self._config.heartbeat_s
        if interview is not None and silent and self._idle.due(now_s):
            now_ms = round(1000 * (now_s - interview.zero_s))
            messages += self._step(interview, (self._camera(now_ms),), now_ms)
        while not self._live_said.empty():
            messages.append(_moved(self._live_said.get()))
        if self._health.due(now_s):
            messages.append(self._healthy(now_s))
        if self._heartbeat.due(now_s) or messages:
            self._send(*messages)
        if self._let_go.due(now_s):
            self._code.let_go()

    def _notice(self, source: Source) -> list[Message]:
        """Says once when the source goes and once when it comes back."""
        state = source.state()
        before, self._phase = self._phase, state.phase
        if state.phase == before:
            return []
        match state.phase:
            case "live":
                self._fresh(time.monotonic())
                return [System("camera_back")] if before == "lost" else []
            case "lost":
                return [System("camera_lost", state.detail)]
            case "starting" | "ended":  # a recording's end is no loss: Health tells it
                return []
            case _:
                assert_never(state.phase)

    def _healthy(self, now_s: float) -> Health:
        wall, cpu = now_s - self._cpu[0], time.process_time() - self._cpu[1]
        self._cpu = (now_s, time.process_time())
        dropped = 0 if self._source is None else self._source.dropped
        percent = 100 * cpu / wall if wall > 0 else None
        off = (*self._bank.off.values(), *self._ears.off.values())
        if self._source is not None and self._phase == "ended":
            off = (*off, self._source.state().detail)
        rates = self._bank.rates(now_s).items()
        known = tuple((name, rate) for name, rate in rates if rate is not None)
        return Health(self._face_fps(), dropped, percent, off, known)

    def _small(self, frame: Frame) -> Preview:
        height, width = frame.rgb.shape[:2]
        scale = min(self._config.preview_width / width, self._config.preview_height / height)
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(frame.rgb, size, interpolation=cv2.INTER_LINEAR)
        return Preview(small.tobytes(), size[0], size[1], frame.at_s)

    def _send(self, *messages: Message, finished: bool = False) -> None:
        looked_at_s = self._looks[-1] if self._looks else None
        self._pipe.send(Report(messages, self._state, looked_at_s, finished))


def _moved(said: Said) -> LiveMoved:
    return LiveMoved(said.look, said.phase, said.answer, said.why, said.sent_bytes)


def _name(spec: SourceSpec) -> str:
    return os.path.basename(spec.path) if isinstance(spec, Replay) else spec.name
