"""Sample interviews that were held: answers, signals, a picture, scores, so that the live wall, the
review and the results have something to show.

One rule: each is held over the interface by a machine with keys of its own, as the app would, so
that its record is whole and can be checked; nothing is written into the database beside it.
"""

import base64
import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server import dispatch, outbox
from server.main import create_app
from server.seed import QUESTIONS
from server.settings import Settings
from shared.chain import body_digest, canonical, make_row, request_statement
from shared.clock import utc_text
from shared.events import (
    BODIES,
    AnswerDone,
    AnswerRevised,
    Artifact,
    ConsentGiven,
    SegmentStarted,
    Severity,
    SignalClosed,
    SignalOpened,
    StatusReached,
)
from shared.exam import ExamQuestion
from shared.ids import sha256_hex
from shared.lifecycle import Status
from shared.model import Wire
from shared.session import GENESIS, ChainHead, Grant, Started
from shared.sync import COUNTER_HEADER, SIGNATURE_HEADER
from shared.version import APP_VERSION, PROTOCOL

if TYPE_CHECKING:
    from starlette.testclient import TestClient

_KINDS = {model: str(kind) for kind, model in BODIES.items()}
_CONSENT = "Sample consent: what a real candidate is shown stands in the app."
_EXPECTED = {question["prompt"]: question["expected_answer"] for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Held:
    """How a sample interview went."""

    token: str
    """Of its invitation."""
    began: datetime
    share: float
    """How much of each expected answer is given, 0 to 1."""
    signals: tuple[tuple[str, Severity, int, int], ...]
    """Signal, severity, onset and end in milliseconds since the start."""
    finished: bool = True
    """Whether it was handed in; else it is still on."""


@dataclass
class _Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


def hold(settings: Settings, asked: Sequence[Held], *, now: datetime) -> int:
    """Holds them one after another, and scores what was handed in; answers how many.

    `now`: when the last of them is over, or still on.
    """
    from starlette.testclient import TestClient

    clock = _Clock(now)
    # Only the parts of this process: no limits, no speech, nobody else's jobs.
    quiet = {"api_per_minute": 0, "lease_per_minute": 0, "address_per_minute": 0, "jobs": "workers"}
    app = create_app(settings.model_copy(update=quiet), now=clock, background=False)
    database = app.state.parts.database
    try:
        with TestClient(app, base_url=settings.url) as http:
            for one in asked:
                _hold(http, one, clock)
        clock.now = now
        while (job := outbox.take(database, now, queue="scoring")) is not None:
            dispatch.run(database, job, clock)
    finally:
        database.close()
    return len(asked)


def _hold(http: "TestClient", held: Held, clock: _Clock) -> None:
    clock.now = held.began
    machine = _Machine(http, held.token, clock)
    machine.claim()
    machine.append(SegmentStarted(segment=1, client_version=APP_VERSION, machine="Sample"))
    machine.append(StatusReached(status=Status.AUTHENTICATED))
    digest = sha256_hex(_CONSENT.encode())
    machine.append(ConsentGiven(version=1, text_sha256=digest, language="en", text=_CONSENT))
    machine.sync()
    questions = machine.start()
    picture = machine.put(_picture())
    for signal, severity, onset, end in held.signals:
        clock.now = held.began + timedelta(milliseconds=onset + 2000)
        machine.append(
            SignalOpened(
                signal=signal,
                severity=severity,
                onset_ms=onset,
                at_ms=onset + 2000,
                detail="sample",
                evidence=(picture,) if severity is Severity.HIGH else (),
            )
        )
        machine.append(SignalClosed(signal=signal, onset_ms=onset, ended_ms=end, at_ms=end + 500))
    for number, question in enumerate(questions if held.finished else questions[:1], 1):
        at_ms = number * 240_000
        clock.now = held.began + timedelta(milliseconds=at_ms)
        text = _share_of(_EXPECTED.get(question.prompt, ""), held.share)
        machine.append(AnswerRevised(question=question.id, revision=1, text=text, at_ms=at_ms))
        machine.append(AnswerDone(question=question.id, revision=1, spent_ms=200_000))
    machine.sync()
    if held.finished:
        machine.finish()


def _share_of(text: str, share: float) -> str:
    words = text.split(" ")
    return " ".join(words[: max(1, round(len(words) * share))])


def _picture() -> bytes:
    """A JPEG that is plainly a drawing: a head and shoulders on grey."""
    from PIL import Image, ImageDraw  # of fpdf2's

    image = Image.new("RGB", (320, 180), (206, 212, 218))
    draw = ImageDraw.Draw(image)
    draw.ellipse((130, 36, 190, 106), fill=(134, 142, 150))
    draw.ellipse((90, 112, 230, 240), fill=(134, 142, 150))
    draw.text((8, 160), "Sample picture: nobody was filmed", fill=(73, 80, 87))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()


@dataclass
class _Machine:
    """A candidate's machine: its own key, its own chain, everything signed."""

    http: "TestClient"
    token: str
    now: Callable[[], datetime]
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    counter: int = 0
    mono_ms: int = 1000
    head: ChainHead = GENESIS
    waiting: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    grant: Grant | None = None

    def claim(self) -> None:
        body = {
            "token": self.token,
            "public_key": _b64(self.key.public_key().public_bytes_raw()),
            "client_version": APP_VERSION,
            "protocol": PROTOCOL,
            "machine": "Sample",
        }
        answer = self.http.post("/api/interview/claim", json=body)
        self.grant = Grant.model_validate(answer.raise_for_status().json())
        self.head = self.grant.head

    def append(self, body: Wire) -> None:
        """The next row of the record."""
        content, salt = canonical(body.model_dump(mode="json")), os.urandom(32)
        self.mono_ms += 1000
        row = make_row(
            v=PROTOCOL,
            session=self._held.session,
            seq=self.head.seq + 1,
            at=utc_text(self.now()),
            mono_ms=self.mono_ms,
            kind=_KINDS[type(body)],
            body_sha256=body_digest(salt, content),
            prev=self.head.hash,
        )
        sealed = base64.b64encode(self._seal(salt + content, row.raw)).decode()
        self.waiting.append({"row": row.raw.decode(), "sealed": sealed})
        self.head = ChainHead(seq=row.seq, hash=row.hash)

    def sync(self) -> None:
        batch = {
            "v": PROTOCOL,
            "session": self._held.session,
            "segment": self._held.segment,
            "sent_at": utc_text(self.now()),
            "mono_ms": self.mono_ms,
            "rows": self.waiting,
            "heartbeat": {"question": 1, "left_s": 1200, "cpu_percent": 12},
        }
        self._signed("POST", f"sync/{self._held.session}", canonical(batch))
        self.waiting = []

    def start(self) -> tuple[ExamQuestion, ...]:
        body = canonical({"consent": 1, "terms": self._held.terms})
        started = Started.model_validate(self._signed("POST", f"start/{self._held.session}", body))
        assert started.exam is not None, "this machine did not ask for sealed questions"
        return started.exam.questions

    def put(self, picture: bytes) -> Artifact:
        sealed = self._seal(picture, b"blob")
        address = sha256_hex(sealed)
        self._signed("PUT", f"blob/{self._held.session}/{address}", sealed)
        return Artifact(sha256=address, media_type="image/jpeg", size=len(sealed))

    def finish(self) -> None:
        body = canonical({"head": self.head.model_dump(), "reason": "candidate"})
        self._signed("POST", f"finish/{self._held.session}", body)

    @property
    def _held(self) -> Grant:
        assert self.grant is not None, "claim first"
        return self.grant

    def _seal(self, content: bytes, context: bytes) -> bytes:
        nonce, text = os.urandom(12), self._held.key
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return nonce + AESGCM(key).encrypt(nonce, content, context)

    def _signed(self, method: str, path: str, body: bytes) -> Any:
        path, self.counter = f"/api/interview/{path}", self.counter + 1
        statement = request_statement(
            session=self._held.session,
            nonce=self._held.nonce,
            counter=self.counter,
            method=method,
            path=path,
            body=body,
        )
        headers = {
            "Authorization": f"Bearer {self._held.token}",
            SIGNATURE_HEADER: _b64(self.key.sign(statement)),
            COUNTER_HEADER: str(self.counter),
            "Content-Type": "application/octet-stream" if method == "PUT" else "application/json",
        }
        answer = self.http.request(method, path, content=body, headers=headers)
        answer.raise_for_status()
        return answer.json() if answer.content else None


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
