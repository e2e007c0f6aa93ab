"""The world outside the app, for its tests: a whole server, a proctor that says what it is told.

One rule: only the outermost edges are fakes; everything of ours between them is real.
"""

import json
import math
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import numpy as np
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.awake import Allowed
from client.live.orders import Order
from client.proctor.calibration import Calibration
from client.proctor.supervisor import LookAt, Screen
from client.proctor.types import (
    Aimed,
    GazeFitted,
    LightJudged,
    Looked,
    Message,
    Preview,
    Snapshot,
    SourceSpec,
    VoiceEnrolled,
)
from client.spool.sealing import to_base64url, to_wire
from client.ui.quiet import Quiet
from shared.clock import utc_text
from shared.exam import Exam, ExamQuestion, SealedExam, exam_context
from shared.ids import sha256_hex
from shared.lifecycle import Status
from shared.model import Wire
from shared.policy import Policy
from shared.session import ClaimRequest, FinishRequest, InviteView, SessionState, Started
from shared.templates import Template
from shared.version import APP_VERSION
from tests.client.spool.memory_server import T0, MemoryServer, refusal

TOKEN = "x" * 43
LINK = f"http://127.0.0.1:9/i#{TOKEN}"
WRITTEN, SPOKEN = "1" * 32, "2" * 32
PAPER = Exam(
    title="Paper",
    duration_s=600,
    questions=(
        ExamQuestion(id=WRITTEN, position=1, kind="written", prompt="Write.", time_limit_s=300),
        ExamQuestion(id=SPOKEN, position=2, kind="spoken", prompt="Say.", time_limit_s=300),
    ),
)
EXAM_KEY = b"e" * 32
POLICY = Policy(
    voice_sample=False,
    speak_questions=False,
    transcribe=False,
    calibrate_gaze=False,
    probes=False,
)
"""Without what would need a voice, a loudspeaker, a model or half a minute, and without looks at
the computer that the tests run on."""


def holds_nothing(*_: object) -> tuple[()]:
    """In place of the lockdown's measures: a test's window is not the only one on its screen."""
    return ()


FACE = Template(what="face", model="tiny 1", sha256="e" * 64, values_micro=tuple(range(16)))
SCREEN = Screen(300.0, 190.0, 550.0)
CALIBRATION = Calibration(SCREEN, 1.8, 17.0, 3.1, "ridge 1")
VOICE = Template(what="voice", model="tiny 1", sha256="f" * 64, values_micro=tuple(range(16)))
GOOD_LOOK = Looked(1, (0.3, 0.3, 0.4, 0.4), 0.0, 0.0, 0.0, brightness=0.5, sharpness=100.0)


def ahead(session: str) -> SealedExam:
    """The paper as it goes with a grant before the start."""
    sealed = b"n" * 12 + AESGCM(EXAM_KEY).encrypt(
        b"n" * 12, PAPER.model_dump_json().encode(), exam_context(session)
    )
    return SealedExam(id=sha256_hex(EXAM_KEY), sealed=to_wire(sealed))


@dataclass
class InterviewServer(MemoryServer):
    """MemoryServer with all that comes before and after sync."""

    status: Status = Status.LINK_ACCESSED
    selfies: list[str] = field(default_factory=list)
    exam_key: bytes = EXAM_KEY
    spoken: bytes = b""
    """The sealed sound of the questions; empty: none is prepared."""
    spoken_key: str | None = None
    spoken_asked: int = 0
    refuses: dict[str, httpx.Response] = field(default_factory=dict)
    """Answers by verb (`claim`, `start`, …) in place of the usual one."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        verb = request.url.path.split("/")[3]
        if verb in self.refuses:
            return self.refuses[verb]
        match verb:
            case "access":
                return _json(self._view())
            case "claim":
                asked = ClaimRequest.model_validate_json(request.read())
                if self.client_key not in ("", asked.public_key):
                    self._next_segment()
                self.client_key = asked.public_key
                return _json(self.grant)
            case "spoken":
                assert request.headers["Authorization"] == f"Bearer {self.grant.token}"
                self.spoken_asked += 1
                return (
                    httpx.Response(200, content=self.spoken) if self.spoken else refusal("no_voice")
                )
            case _:
                return super().__call__(request)

    def answer(self, path: str, body: bytes) -> httpx.Response:
        match path.split("/")[3]:
            case "selfie":
                self.selfies.append(body.decode())
                return _json(self._state())
            case "start":
                ahead = self.grant.ahead
                held = ahead is not None and json.loads(body)["ahead"] == ahead.id
                return _json(
                    Started(
                        exam=None if held else PAPER,
                        exam_key=to_base64url(self.exam_key) if held else None,
                        spoken_key=self.spoken_key,
                        started_at=utc_text(T0),
                        deadline_at=utc_text(T0 + timedelta(seconds=PAPER.duration_s)),
                        server_time=utc_text(T0),
                    )
                )
            case "finish":
                if FinishRequest.model_validate_json(body).head.seq > self.head().seq:
                    return refusal("chain_gap")  # a row came after the last batch
                self.status = Status.COMPLETED
                return _json(self._state())
            case _:
                return super().answer(path, body)

    def _next_segment(self) -> None:
        """Another key: the record goes on after what is here, under another nonce."""
        grant = self.grant
        fresh = {"segment": grant.segment + 1, "head": self.head(), "nonce": "o" * 22}
        self.grant = grant.model_copy(update=fresh)
        self.counter = 0

    def _state(self) -> SessionState:
        return SessionState(
            session=self.grant.session, status=self.status, server_time=utc_text(T0)
        )

    def _view(self) -> InviteView:
        grant = self.grant
        return InviteView(
            session=grant.session,
            candidate_name=grant.candidate_name,
            organisation=grant.organisation,
            title=grant.title,
            status=self.status,
            opens_at=grant.opens_at,
            closes_at=grant.closes_at,
            zone=grant.zone,
            duration_s=grant.duration_s,
            question_count=grant.question_count,
            server_time=grant.server_time,
            min_client=APP_VERSION,
        )


def _json(answer: Wire) -> httpx.Response:
    return httpx.Response(200, content=answer.model_dump_json().encode())


class ScriptedProctor:
    """Says what the test has it say, and gives a picture when asked for one."""

    def __init__(self, source: SourceSpec | None, on_message: Callable[[Message], None]) -> None:
        self.say = on_message
        self.sources: list[SourceSpec | None] = [source]
        self.told: list[str] = []
        self.targets: list[LookAt] = []
        self.sees_eyes = True
        self.fitted = GazeFitted(CALIBRATION, "", 9, 4, 1.8, 17.0, 3.1)
        self.calibrations: list[Calibration] = []
        self.clicks: list[tuple[float, float]] = []
        self.faces: list[Template | None] = []
        self.voices: list[Template | None] = []
        self.samples: list[bytes] = []
        self.enrolled = VoiceEnrolled(VOICE, "", "tiny 1")
        self.heard: list[tuple[bytes, float]] = []
        self.expected: list[tuple[bool, bool]] = []
        self.lights: list[tuple[int, int, int] | None] = []
        self.shown: list[Order] = []
        self.hidden: list[str] = []
        self.lit: LightJudged | None = LightJudged("ok", 0.8, "the face answered")

    def start(self) -> None:
        self.told.append("start")

    def stop(self) -> None:
        self.told.append("stop")

    def use_camera(self, spec: SourceSpec) -> None:
        self.sources.append(spec)

    def set_neutral(self) -> None:
        self.told.append("neutral")

    def begin(self, policy: object, accommodations: object) -> None:
        self.told.append("begin")

    def finish(self) -> None:
        self.told.append("finish")

    def snapshot(self, *, learn: bool) -> None:
        face, model = (FACE, "tiny 1") if learn else (None, "")
        self.say(Snapshot(b"a picture", 4, 3, GOOD_LOOK, face, model))

    def look_at(self, target: LookAt) -> None:
        self.targets.append(target)
        if self.sees_eyes:
            self.say(Aimed(target.number, 1.0))

    def fit_gaze(self, screen: Screen) -> None:
        self.told.append("fit")
        self.say(self.fitted)

    def clicked(self, x_mm: float, y_mm: float) -> None:
        self.clicks.append((x_mm, y_mm))

    def show_live(self, order: Order) -> None:
        self.shown.append(order)

    def hide_live(self, look: str) -> None:
        self.hidden.append(look)

    def use_face(self, template: Template | None) -> None:
        self.faces.append(template)

    def use_voice(self, template: Template | None) -> None:
        self.voices.append(template)

    def use_calibration(self, calibration: Calibration) -> None:
        self.calibrations.append(calibration)

    def enrol_voice(self, pcm: bytes) -> None:
        self.samples.append(pcm)
        self.say(self.enrolled)

    def hear(self, pcm: bytes, at_s: float) -> None:
        self.heard.append((pcm, at_s))

    def expect(self, *, spoken_open: bool, machine_speaks: bool) -> None:
        self.expected.append((spoken_open, machine_speaks))

    def light(self, rgb: tuple[int, int, int] | None) -> None:
        self.lights.append(rgb)
        if rgb is None and self.lit is not None:
            self.say(self.lit)

    def look(self) -> None:
        """A picture and a face, as many as a second brings."""
        self.say(Preview(bytes(4 * 3 * 3), 4, 3, 1.0))
        self.say(GOOD_LOOK)


def tone(path: Path, *, seconds: float = 2.0) -> Path:
    """A wave file with something to hear."""
    times = np.arange(int(16_000 * seconds)) / 16_000
    samples = (8000 * np.sin(2 * math.pi * 440 * times)).astype(np.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(samples.tobytes())
    return path


class Hushed(Quiet):
    """In place of the desktop's services: holds all but what it is told to let be."""

    def __init__(self, *allowed: Allowed) -> None:
        super().__init__()
        self.allowed = allowed

    def hold(self) -> tuple[Allowed, ...]:
        return self.allowed

    def release(self) -> None: ...
