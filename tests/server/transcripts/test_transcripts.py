"""Recordings without a text are transcribed by the server, once, and by nobody where it cannot."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import av
import numpy as np
import pytest
from sqlmodel import Session, select

from client.speech.opus import OpusFile
from server import dispatch, outbox
from server.candidate import answers
from server.deps import Parts
from server.models import Answer, InterviewSession, Outbox, SessionQuestion
from server.refusals import Refused
from server.scoring import service as scoring
from server.speech.transcriber import Local
from server.speech.whisper import RATE_HZ
from server.transcripts.rules import COULD_NOT
from server.transcripts.service import GRACE, LOOKED_BACK, TOPIC
from server.transcripts.tasks import GAVE_UP, NOT_OPENED, PAUSES_S
from shared.events import AnswerChunk, AnswerDone, AnswerTranscribed, Artifact, TranscriptWord
from shared.ids import sha256_hex
from shared.transcript import NO_MODEL, NO_SPEECH, Transcript
from tests.client.speech.scripted_whisper import make
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite
from tests.server.speech.test_transcriber import SENTENCE, needs_espeak
from tests.server.support import Clock

WORD = TranscriptWord(text="maps", start_ms=10, end_ms=300, probability_milli=900)
FOUND = Transcript("maps", (WORD,), "whisper tiny")


@dataclass
class Listener:
    """Stands where Whisper does."""

    says: Transcript = FOUND
    away: Refused | None = None
    heard: list[tuple[bytes, str | None]] = field(default_factory=list)

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        self.heard.append((audio, language))
        if self.away is not None:
            raise self.away
        return self.says

    def close(self) -> None: ...


@dataclass
class Desk:
    """An interview whose machine has no speech model, and the server's workers."""

    parts: Parts
    clock: Clock
    db: Session
    invited: Invited
    machine: CandidateMachine
    listener: Listener

    def record(self, *parts: bytes, take: int = 1, reason: str = NO_MODEL, text: str = "") -> None:
        for number, content in enumerate(parts, start=1):
            self.chunk(self.machine.put_blob(content, "audio/ogg"), number, take=take)
        self.said(take=take, reason=reason, text=text)

    def chunk(self, audio: Artifact, part: int, *, take: int = 1) -> None:
        question = self.invited.spoken
        self.machine.append(
            AnswerChunk(question=question, take=take, part=part, audio=audio, duration_ms=10_000)
        )

    def said(self, *, take: int = 1, reason: str = NO_MODEL, text: str = "") -> None:
        question, model = self.invited.spoken, "w" if text else ""
        self.machine.append(
            AnswerTranscribed(question=question, take=take, text=text, model=model, reason=reason)
        )

    def done(self, takes: int = 1) -> None:
        self.machine.append(AnswerDone(question=self.invited.spoken, takes=takes))
        self.send()

    def send(self) -> None:
        held = {row for row in self.machine.rows if row.row.seq > self._sent}
        self.machine.sync([row for row in self.machine.rows if row in held])
        self._sent = self.machine.head.seq

    _sent: int = 0

    def work(self, *, transcriber: bool = True) -> None:
        settings = self.parts.settings.model_copy(update={"use_modal": transcriber})
        errands = dispatch.errands(settings, self.parts.database, self.parts.keys, self.listener)
        dispatch.sweep(self.parts.database, self.clock.now, transcribing=TOPIC in errands)
        dispatch.run_due(self.parts.database, self.clock, errands=errands)

    def wait(self, by: timedelta = GRACE) -> None:
        self.clock.now += by + timedelta(seconds=1)

    @property
    def answer(self) -> Answer:
        query = select(Answer).where(Answer.session_question_id == self.invited.spoken)
        found = self.db.exec(query).one()
        self.db.refresh(found)
        self.db.commit()
        return found

    @property
    def readable(self) -> tuple[str, str]:
        question = self.db.get_one(SessionQuestion, self.invited.spoken)
        self.db.commit()
        return scoring.readable(self.answer, question)

    @property
    def jobs(self) -> list[tuple[str, str]]:
        found = self.db.exec(select(Outbox).where(Outbox.topic == TOPIC)).all()
        self.db.commit()
        return [(job.state, job.last_error) for job in found]


@pytest.fixture
def desk(client, parts: Parts, admin, clock: Clock, db: Session) -> Desk:
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=clock.now)
    machine.claim()
    machine.start()
    return Desk(parts, clock, db, invited, machine, Listener())


def test_a_take_without_a_text_is_transcribed_once_it_is_here_and_says_whose_text_it_is(
    desk: Desk, admin_client
) -> None:
    desk.record(b"Ogg1", b"Ogg2")
    desk.done()
    desk.work()
    assert desk.jobs == []  # the app's own transcript may be on its way
    desk.wait()
    desk.work()
    assert desk.jobs == [("done", "")]
    assert desk.listener.heard == [(b"Ogg1Ogg2", "en")]
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert (kept.text, kept.words, kept.model, kept.by) == (
        "maps",
        (WORD,),
        "whisper tiny",
        "server",
    )
    assert desk.readable == ("maps", "")
    shown = admin_client.get(f"/api/admin/result/{desk.invited.id}").json()["answers"][1]
    assert (shown["transcript"], shown["transcript_by"]) == ("maps", "server")
    # Scored with the empty text first, and anew with this one.
    assert len(desk.db.exec(select(Outbox.state).where(Outbox.topic == "score")).all()) >= 2
    desk.db.commit()
    desk.wait()
    desk.work()
    assert len(desk.listener.heard) == 1


def test_a_take_whose_pieces_have_not_all_come_waits_for_them(desk: Desk) -> None:
    sealed = desk.machine.seal(b"Ogg2", b"blob")
    missing = Artifact(sha256=sha256_hex(sealed), media_type="audio/ogg", size=len(sealed))
    desk.record(b"Ogg1")
    desk.chunk(missing, 2)
    desk.done()
    desk.wait()
    desk.work()
    assert desk.jobs == []
    assert desk.machine.ask_blob(sealed).status_code == 204
    desk.work()
    assert desk.listener.heard == [(b"Ogg1Ogg2", "en")]


@pytest.mark.parametrize(
    ("reason", "text"),
    [("", "what the app understood"), (NO_SPEECH, ""), ("Transcripts are off.", "")],
)
def test_what_the_app_could_tell_is_not_asked_again(desk: Desk, reason: str, text: str) -> None:
    desk.record(b"Ogg1", reason=reason, text=text)
    desk.done()
    desk.wait()
    desk.work()
    assert (desk.jobs, desk.listener.heard) == ([], [])


def test_a_policy_without_transcripts_has_none_made(desk: Desk) -> None:
    interview = desk.db.get_one(InterviewSession, desk.invited.id)
    interview.policy_json = '{"transcribe": false}'
    desk.db.add(interview)
    desk.db.commit()
    desk.record(b"Ogg1")
    desk.done()
    desk.wait()
    desk.work()
    assert desk.jobs == []


def test_only_the_last_take_counts_and_the_app_s_own_text_goes_first(desk: Desk) -> None:
    desk.record(b"Ogg1")
    desk.record(b"Ogg2", take=2)
    desk.done(takes=2)
    desk.wait()
    desk.work()
    assert desk.listener.heard == [(b"Ogg2", "en")]
    # An empty row of the same take that comes late takes nothing away; a text does.
    desk.said(take=2)
    desk.send()
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert (kept.text, kept.by) == ("maps", "server")
    desk.said(take=2, reason="", text="of the app")
    desk.send()
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert (kept.text, kept.by) == ("of the app", "app")


def test_no_row_of_a_record_can_say_that_the_server_understood_it(desk: Desk) -> None:
    body = b'{"by":"server","model":"w","question":"%s","reason":"","take":1,"text":"x","words":[]}'
    desk.machine.append_raw("answer.transcribed", body % desk.invited.spoken.encode())
    desk.send()
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert (kept.text, kept.by) == ("x", "app")


@pytest.mark.expects_log
def test_a_transcriber_that_stays_away_leaves_it_to_a_person_who_can_have_it_tried_again(
    desk: Desk,
) -> None:
    desk.listener.away = Refused("no_speech", "The speech model stopped: try again.")
    desk.record(b"Ogg1")
    desk.done()
    for pause_s in (GRACE.total_seconds(), *PAUSES_S):
        desk.wait(timedelta(seconds=pause_s))
        desk.work()
    assert desk.jobs == [("dead", "no_speech: The speech model stopped: try again.")]
    assert desk.answer.transcript_reason == GAVE_UP
    assert "a person listens" in desk.readable[1]
    desk.listener.away = None
    job = desk.db.exec(select(Outbox).where(Outbox.topic == TOPIC)).one()
    assert job.id is not None
    assert outbox.revive(desk.db, job.id, now=desk.clock.now)
    desk.db.commit()
    desk.work()
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert kept.text == "maps"
    assert desk.answer.transcript_reason == ""


def test_a_recording_in_which_the_server_hears_nobody_says_so(desk: Desk) -> None:
    desk.listener.says = Transcript(model="whisper tiny", reason=NO_SPEECH)
    desk.record(b"Ogg1")
    desk.done()
    desk.wait()
    desk.work()
    assert desk.answer.transcript_reason == NO_SPEECH
    desk.wait()
    desk.work()
    assert len(desk.listener.heard) == 1


def test_a_recording_that_nobody_can_open_is_said_to_be_one(desk: Desk) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = b"n" * 12 + AESGCM(b"x" * 32).encrypt(b"n" * 12, b"Ogg1", b"blob")
    assert desk.machine.ask_blob(sealed).status_code == 204
    desk.chunk(Artifact(sha256=sha256_hex(sealed), media_type="audio/ogg", size=len(sealed)), 1)
    desk.said()
    desk.done()
    desk.wait()
    desk.work()
    assert (desk.answer.transcript_reason, desk.listener.heard) == (NOT_OPENED, [])


def test_an_interview_that_was_erased_or_is_long_over_is_left_alone(desk: Desk) -> None:
    desk.record(b"Ogg1")
    desk.done()
    desk.wait()
    interview = desk.db.get_one(InterviewSession, desk.invited.id)
    key, interview.key_sealed = interview.key_sealed, None
    desk.db.add(interview)
    desk.db.commit()
    desk.work()
    assert desk.jobs == []
    interview.key_sealed = key
    desk.db.add(interview)
    desk.db.commit()
    desk.wait(LOOKED_BACK)
    desk.work()
    assert desk.jobs == []


def test_without_a_transcriber_nothing_is_noted_and_a_person_listens(desk: Desk) -> None:
    desk.record(b"Ogg1")
    desk.done()
    desk.wait()
    desk.work(transcriber=False)
    assert desk.jobs == []
    assert desk.answer.transcript_reason == NO_MODEL in COULD_NOT
    # Once there is one, it is made up for.
    desk.work()
    assert desk.jobs == [("done", "")]


@pytest.fixture
def whisper(tmp_path: Path) -> Iterator[Local]:
    made = Local(make(tmp_path / "tiny", SENTENCE))
    yield made
    made.close()


@needs_espeak
def test_pieces_as_the_app_records_them_become_one_text(
    desk: Desk, whisper: Local, tmp_path: Path
) -> None:
    words = ["espeak-ng", "--stdout", "A hash table maps keys to values, and it is quick."]
    made = subprocess.run(words, check=True, capture_output=True).stdout
    (tmp_path / "said.wav").write_bytes(made)
    with av.open(str(tmp_path / "said.wav")) as file:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
        frames = [out for frame in file.decode(audio=0) for out in resampler.resample(frame)]
    pcm = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    pieces: list[bytes] = []
    for number, half in enumerate((pcm[: len(pcm) // 2], pcm[len(pcm) // 2 :])):
        piece = OpusFile(tmp_path / f"{number}.ogg")
        piece.write(half)
        piece.finish()
        pieces.append((tmp_path / f"{number}.ogg").read_bytes())
    desk.listener = whisper  # type: ignore[assignment] - a Transcriber too
    desk.record(*pieces)
    desk.done()
    desk.wait()
    desk.work()
    kept = answers.transcript_of(desk.answer)
    assert kept is not None
    assert (kept.text, kept.by) == (SENTENCE, "server")
    assert kept.words[-1].end_ms <= len(pcm) * 1000 // RATE_HZ + 1000
