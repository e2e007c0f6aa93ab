"""A server process with people on it, for pages to show: seeded, then played by a real machine.

One rule: everything is made through the same doors as in the product: the command line, the
admin's JSON and the candidate's signed wire.
"""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import httpx
import numpy as np
from PIL import Image, ImageDraw

from shared.clock import utc_text
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerEdited,
    AnswerRevised,
    AnswerTranscribed,
    Calibrated,
    Challenged,
    CheckDone,
    ConsentGiven,
    Edit,
    Enrolled,
    QuestionOpened,
    SegmentStarted,
    Severity,
    SignalClosed,
    SignalOpened,
    StatusReached,
    SystemNoted,
)
from shared.exam import ExamQuestion
from shared.lifecycle import Status
from shared.readiness import ReadinessLine
from shared.templates import MEDIA_TYPE, Template
from tests.server.candidate_machine import CandidateMachine
from tests.server.readiness.signed import post

ROOT = Path(__file__).parents[3]
HOSTILE = '<img src=x onerror="document.title=1"> O\u2019Brien & "Zoë" <b>'
"""A name that pages must show as it is written."""

SPOKEN = (
    "An index is a sorted structure, so the database can find rows without scanning the whole "
    "table. That means faster reads, but slower writes, because each insert has to maintain it."
)
WRITTEN = (
    "I would first reproduce it and read the logs around the time of the error.\n"
    "Then roll back to the last good version, tell the team, and write down what happened."
)
SEEN = {
    "gaze_away": "to the left",
    "phone": "phone, confidence 0.71",
    "identity_unsure": "6 of 9 frames too dark",
}
"""What detectors say they saw, by signal."""
CODE = '''def first_unique(text: str) -> str | None:
    """The first character that occurs once; None where there is none."""
    counts = {}
    for character in text:
        counts[character] = counts.get(character, 0) + 1
    for character in text:
        if counts[character] == 1:
            return character
    return None
'''


@dataclass(frozen=True)
class Stage:
    """A running server and who may sign in to it."""

    url: str
    email: str
    password: str
    paper: str
    process: subprocess.Popen[str]
    folder: Path

    def admin(self) -> httpx.Client:
        """An HTTP client with the admin's bearer token."""
        asked = {"email": self.email, "password": self.password}
        answer = httpx.post(f"{self.url}/api/auth/login", json=asked)
        token = answer.raise_for_status().json()["access_token"]
        return httpx.Client(base_url=self.url, headers={"Authorization": f"Bearer {token}"})

    def invite(self, name: str, **change: Any) -> tuple[str, str]:
        """Session id and token of a new invite on the sample paper."""
        now = datetime.now(UTC)
        body = {
            "paper_id": self.paper,
            "candidate_name": name,
            "candidate_email": "candidate@example.org",
            "zone": "Asia/Kolkata",
            "opens_at": (now - timedelta(minutes=5)).isoformat(),
            "closes_at": (now + timedelta(hours=2)).isoformat(),
        }
        with self.admin() as admin:
            answer = admin.post("/api/admin/interviews", json=body | change).raise_for_status()
        made = answer.json()
        return made["id"], made["invite_url"].partition("#")[2]


def open_stage(folder: Path, **settings: str) -> Stage:
    """Seeds a new data folder and starts the server on a free port; `close_stage` ends it.

    `settings`: further environment variables of the server; without any, mail is off.
    """
    environment = os.environ | {"INVIGIL_DATA_DIR": str(folder / "data")} | settings
    for name in ("DATABASE_URL", "REDIS_URL"):
        environment.pop(name, None)
    seeded = subprocess.run(
        [sys.executable, "-m", "server", "seed", "--demo"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = json.loads(seeded.stdout.strip().splitlines()[-1])
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "server", "run", "--port", "0"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    return Stage(
        url=_address(process),
        email=found["email"],
        password=found["password"],
        paper=found["paper"],
        process=process,
        folder=folder,
    )


def close_stage(stage: Stage) -> None:
    """Ends the server as an operator would."""
    stage.process.send_signal(signal.SIGTERM)
    assert stage.process.wait(timeout=15) == 0
    if stage.process.stdout is not None:
        stage.process.stdout.close()


def begin(
    http: httpx.Client, token: str, *, knows: tuple[str, ...] = ()
) -> tuple[CandidateMachine, tuple[ExamQuestion, ...]]:
    """Claims, passes the checks and starts: the interview is running afterwards."""
    machine = CandidateMachine(http, token, now=datetime.now(UTC), knows=knows)
    grant = machine.claim()
    machine.append(SegmentStarted(segment=grant.segment, client_version="0.1.0", machine="Linux"))
    machine.append(CheckDone(device="camera", outcome="ok", detail="640 x 480"))
    machine.append(ConsentGiven(version=1, text_sha256="0" * 64))
    _enrol(machine)
    for step in (Status.AUTHENTICATED, Status.SELFIE_UPLOADED, Status.ENROLLMENT):
        machine.append(StatusReached(status=step))
    machine.sync()
    started = machine.start()
    _after(machine, 0, StatusReached(status=Status.INTERVIEW_ACTIVE))
    machine.sync(machine.rows[-1:])
    return machine, started.exam.questions


def check_computer(http: httpx.Client, token: str) -> None:
    """Two reports of a candidate's computer: the camera was there, and then it is hidden."""
    hidden = ReadinessLine(
        probe="camera",
        outcome="violation",
        found="No camera",
        cause="No camera is connected, or the system hides it from this app.",
        cure="Plug one in, or allow this app to use the camera in the privacy settings.",
    )
    seen = ReadinessLine(probe="camera", outcome="ok", found="Cam, 1280 × 720")
    others = (
        ReadinessLine(probe="network", outcome="ok", found="The server answers in 31 ms"),
        ReadinessLine(probe="disk", outcome="ok", found="212.4 GB free"),
        ReadinessLine(
            probe="speakers",
            outcome="unknown",
            found="Headset",
            cause="There is no voice that reads aloud here.",
            cure="Questions are shown as text; nothing else is needed.",
        ),
    )
    for camera, made_at in ((seen, "2026-11-21T09:40:00Z"), (hidden, "2026-11-21T09:50:00Z")):
        report = post(token, others[0], camera, *others[1:], made_at=made_at)
        http.post("/api/interview/readiness", json=report).raise_for_status()


def look_away(machine: CandidateMachine) -> None:
    """Leaves the head turned, and tells it in the heartbeat."""
    sent = [
        _after(machine, 6000, _opened("head_turned", Severity.MEDIUM, 4000, 31_200)),
        _after(machine, 7000, _opened("phone", Severity.HIGH, 5000, None)),
    ]
    beat = {
        "question": 2,
        "left_s": 1500,
        "open_signals": ["head_turned", "phone"],
        "off": ["Voices are not compared: the speaker model is not here."],
        "face_fps_milli": 9800,
        "cpu_percent": 41,
        "spool_rows": 3,
    }
    machine.sync(sent, heartbeat=beat)


def play(machine: CandidateMachine, questions: tuple[ExamQuestion, ...]) -> None:
    """The rest of an interview: answers of all kinds, signals with a picture, and handing in."""
    begun = len(machine.rows)
    for index, question in enumerate(questions):
        at = 2000 + index * 15_000
        _after(machine, at, QuestionOpened(question=question.id, position=question.position))
        _answer(machine, question, at + 12_000, transcribed=index == 0)
    picture = machine.put_blob(portrait(), "image/jpeg")
    for name, severity, onset, ended, kept in (
        ("face_absent", Severity.HIGH, 12_000, 16_200, False),
        ("second_face", Severity.HIGH, 20_400, 24_000, True),
        ("head_turned", Severity.MEDIUM, 28_000, 34_100, True),
        ("head_turned", Severity.MEDIUM, 44_000, 47_500, False),
        ("gaze_away", Severity.LOW, 51_000, 55_500, False),
        ("rate_low", Severity.INFO, 57_000, 58_900, False),
        ("phone", Severity.HIGH, 60_000, 64_000, True),
        ("second_voice", Severity.MEDIUM, 66_000, 69_000, False),
        ("identity_unsure", Severity.LOW, 70_000, 84_000, False),
        ("third_hand", Severity.LOW, 86_000, 88_000, False),
    ):
        opened = _opened(name, severity, onset, 31_200 if name == "head_turned" else None)
        opened = opened.model_copy(update={"detail": SEEN.get(name, "")})
        if kept:
            opened = opened.model_copy(update={"evidence": (picture,), "evidence_withheld": ""})
        _after(machine, onset + 2000, opened)
        closed = SignalClosed(signal=name, onset_ms=onset, ended_ms=ended, at_ms=ended + 500)
        _after(machine, ended + 500, closed)
    _after(machine, 39_000, SystemNoted(what="proctor_lost", detail="ended by signal 9"))
    _after(machine, 40_400, SystemNoted(what="proctor_back", gap_ms=1400))
    for at, what, detail in (
        (1000, "model_missing", "Voices are not compared: the speaker model is not here."),
        (56_000, "rate_low", "The computer is busy: objects are looked for every 4 s."),
        (68_000, "rate_back", ""),
    ):
        _after(machine, at, SystemNoted.model_validate({"what": what, "detail": detail}))
    machine.sync(machine.rows[begun:])
    machine.finish()


def portrait() -> bytes:
    """A JPEG of a round face on a plain ground."""
    image = Image.new("RGB", (320, 240), (96, 112, 120))
    draw = ImageDraw.Draw(image)
    draw.ellipse((110, 50, 210, 180), fill=(224, 186, 158))
    draw.ellipse((136, 98, 148, 108), fill=(40, 40, 40))
    draw.ellipse((172, 98, 184, 108), fill=(40, 40, 40))
    draw.arc((140, 120, 180, 152), 20, 160, fill=(120, 60, 60), width=4)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def tone(seconds: float = 2.0) -> bytes:
    """Ogg/Opus with a quiet tone, 16 kHz mono."""
    samples = np.sin(np.arange(int(16_000 * seconds)) * 2 * np.pi * 330 / 16_000) * 4000
    kept = io.BytesIO()
    with av.open(kept, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(
            samples.astype(np.int16).reshape(1, -1), format="s16", layout="mono"
        )
        frame.sample_rate = 16_000
        for resampled in av.AudioResampler("flt", "mono", 48_000, frame_size=960).resample(frame):
            container.mux(stream.encode(resampled))
        container.mux(stream.encode(None))
    return kept.getvalue()


def _enrol(machine: CandidateMachine) -> None:
    """A selfie with its template, a calibration and a challenge."""
    face = Template(
        what="face", model="arcface/1", sha256="ab" * 32, values_micro=(250_000,) * 16, samples=5
    )
    kept = machine.put_blob(face.model_dump_json().encode(), MEDIA_TYPE)
    picture = machine.put_blob(portrait(), "image/jpeg")
    machine.append(
        Enrolled(
            what="selfie",
            artifact=picture,
            detail="one face, sharp",
            template=kept,
            model="arcface/1 abababab",
        )
    )
    machine.append(
        Calibrated(
            outcome="calibrated",
            points=9,
            held_out=4,
            error_mdeg=1840,
            error_um=19_300,
            interval90_mdeg=3420,
            screen_um=(344_000, 194_000),
            distance_mm=600,
            model="ridge/1",
            spent_ms=31_000,
        )
    )
    machine.append(
        Challenged(outcome="unknown", correlation_milli=180, detail="The room is bright.")
    )


def _answer(
    machine: CandidateMachine, question: ExamQuestion, at_ms: int, *, transcribed: bool
) -> None:
    revision = takes = 0
    if question.kind == "spoken":
        takes = 1
        audio = machine.put_blob(tone(), "audio/ogg")
        chunk = AnswerChunk(question=question.id, take=1, part=1, audio=audio, duration_ms=2000)
        _after(machine, at_ms, chunk)
        heard = AnswerTranscribed(
            question=question.id,
            take=1,
            text=SPOKEN if transcribed else "",
            model="sample 1" if transcribed else "",
            reason="" if transcribed else "No speech model is installed on that computer.",
        )
        _after(machine, at_ms, heard)
    else:
        revision = 1
        text = CODE if question.kind == "coding" else WRITTEN
        half = len(text) // 2
        edits = (
            Edit(at_ms=at_ms - 9000, position=0, inserted=text[:half]),
            Edit(at_ms=at_ms - 4000, position=half, inserted=text[half:], origin="pasted"),
        )
        written = AnswerEdited(question=question.id, batch=1, edits=edits, length=len(text))
        _after(machine, at_ms, written)
        _after(
            machine,
            at_ms,
            AnswerRevised(question=question.id, revision=1, text=text, at_ms=at_ms),
        )
    done = AnswerDone(question=question.id, revision=revision, takes=takes, spent_ms=12_000)
    _after(machine, at_ms, done)


def _opened(name: str, severity: Severity, onset: int, value: int | None) -> SignalOpened:
    return SignalOpened(
        signal=name,
        severity=severity,
        onset_ms=onset,
        at_ms=onset + 2000,
        measure="yaw_deg" if value is not None else "",
        value_milli=value,
        detector="face landmarks",
        evidence_withheld="" if severity is Severity.INFO else "none was asked for",
    )


def _after(machine: CandidateMachine, ms: int, body: Any) -> Any:
    return machine.append(body, at=utc_text(machine.now + timedelta(milliseconds=ms)))


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = re.search(r"https?://\S+", process.stdout.readline())
        if found:
            return found.group().rstrip("/.")
        assert process.poll() is None, "the server ended before it listened: see server.log"
    raise AssertionError("the server said no address")
