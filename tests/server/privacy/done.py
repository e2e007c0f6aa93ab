"""A finished interview with something of every kind that can be destroyed."""

from fastapi.testclient import TestClient

from server import dispatch
from server.auth.people import Person
from server.deps import Parts
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerRevised,
    ConsentGiven,
    Enrolled,
    Severity,
    SignalClosed,
    SignalOpened,
)
from shared.ids import sha256_hex
from shared.templates import MEDIA_TYPE, Template
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import EXPECTED, Invited, invite

ANSWER = EXPECTED + " Zebra."
TEXT = "What is watched\nYour face, compared with your selfie."


class Finished:
    """Two answers, a picture, two recordings, a template of the face."""

    def __init__(
        self, client: TestClient, parts: Parts, admin: Person, *, finish: bool = True
    ) -> None:
        self.invited: Invited = invite(parts, admin)
        self.machine = CandidateMachine(client, self.invited.token, now=parts.now())
        self.machine.claim()
        put, append = self.machine.put_blob, self.machine.append
        template = Template(
            what="face", model="test 1", sha256="a" * 64, values_micro=(250_000,) * 16
        )
        self.template = put(template.model_dump_json().encode(), MEDIA_TYPE)
        self.selfie = put(b"\xff\xd8 a selfie", "image/jpeg")
        self.picture = put(b"\xff\xd8 a face", "image/jpeg")
        sound = [put(content, "audio/ogg") for content in (b"Ogg1", b"Ogg2")]
        self.sound = sound
        append(ConsentGiven(version=3, text_sha256=sha256_hex(TEXT.encode())))
        append(
            Enrolled(what="selfie", artifact=self.selfie, template=self.template, model="test 1")
        )
        self.machine.sync()
        self.machine.start()
        append(
            SignalOpened(
                signal="second_face",
                severity=Severity.HIGH,
                onset_ms=1000,
                at_ms=2000,
                evidence=(self.picture,),
            )
        )
        append(SignalClosed(signal="second_face", onset_ms=1000, ended_ms=4000, at_ms=4100))
        written, spoken = self.invited.written, self.invited.spoken
        append(AnswerRevised(question=written, revision=1, text=ANSWER, at_ms=5000))
        append(AnswerDone(question=written, revision=1, spent_ms=4000))
        for part, chunk in enumerate(sound, 1):
            append(AnswerChunk(question=spoken, take=1, part=part, audio=chunk, duration_ms=500))
        append(AnswerDone(question=spoken, takes=1))
        self.machine.sync()
        if finish:
            self.machine.finish()
        dispatch.run_due(parts.database, parts.now)

    @property
    def id(self) -> str:
        return self.invited.id

    @property
    def url(self) -> str:
        return f"/api/admin/result/{self.id}"


def work(parts: Parts) -> int:
    """Everything that is due now, as the worker does it."""
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    return dispatch.run_due(parts.database, parts.now, errands=errands)
