"""An interview whose app takes further questions, and the worker that asks them."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi.testclient import TestClient
from sqlmodel import col, select

from server import dispatch
from server.auth.people import Person
from server.deps import Parts
from server.follow_ups import service, tasks
from server.models import FollowUp, InterviewSession, SessionQuestion
from server.scoring.llm.model import Limits, Means, Model
from server.scoring.llm.ollama import Ollama
from shared.events import AnswerDone, AnswerRevised, AnswerTranscribed, InstructionApplied
from shared.exam import ExamQuestion, further_context
from shared.policy import Policy
from shared.sync import Instruction
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import Invited, invite
from tests.server.scoring.model_server import MODEL, Heard
from tests.server.support import Clock

ANSWER = "It keeps results close to the reader, so we put Redis in front of the database."
QUOTE = "put Redis in front"
QUESTION = "What made you put Redis in front of the database?"
PREPARED = "Which figure would you look at first?"
CODE = "def total(rows):\n    seen = {}\n    for row in rows:\n        seen[row.id] = row\n"


def says(*proposals: tuple[str, str]) -> Callable[[Heard], str]:
    """A model that proposes these, as (quote, question)."""
    asked = [{"quote": quote, "question": question} for quote, question in proposals]
    return lambda heard: json.dumps({"questions": asked})


GOOD = says((QUOTE, QUESTION))


def model_at(url: str) -> Model:
    adapter = Ollama(url, MODEL, context_tokens=16_384)
    return Model(adapter, Limits(within_s=10), means=Means(sleep=lambda seconds: None))


@dataclass
class Desk:
    """One interview; `sit` first."""

    client: TestClient
    parts: Parts
    clock: Clock
    admin: Person
    policy: Policy = field(default_factory=lambda: Policy(follow_ups=1))
    extra_time_percent: int = 0

    def sit(self, *, knows: tuple[str, ...] = ("ask",), prepared: tuple[str, ...] = ()) -> "Desk":
        """Invites, claims and starts."""
        self.invited: Invited = invite(
            self.parts, self.admin, extra_time_percent=self.extra_time_percent
        )
        with self.parts.database.write() as db:
            interview = db.get_one(InterviewSession, self.invited.id)
            interview.policy_json = self.policy.model_dump_json()
            question = db.get_one(SessionQuestion, self.invited.written)
            question.follow_ups_json = json.dumps(prepared)
            db.add_all([interview, question])
        self.machine = CandidateMachine(self.client, self.invited.token, now=self.parts.now())
        self.machine.knows = knows
        self.machine.claim()
        self.machine.start()
        return self

    def change(self, question: str, **values: Any) -> None:
        with self.parts.database.write() as db:
            found = db.get_one(SessionQuestion, question)
            for name, value in values.items():
                setattr(found, name, value)
            db.add(found)

    def write(self, text: str = ANSWER, question: str = "", *, reason: Any = "candidate") -> None:
        """The written question is answered and done; sent."""
        key = question or self.invited.written
        self.machine.append(AnswerRevised(question=key, revision=1, text=text, at_ms=1000))
        self.machine.append(AnswerDone(question=key, revision=1, reason=reason))
        self.machine.sync()

    def speak(self, text: str) -> None:
        """The spoken question is done, and what the app understood comes after it."""
        key = self.invited.spoken
        self.machine.append(AnswerDone(question=key, takes=1))
        self.machine.sync()
        self.work(None)
        body = AnswerTranscribed(question=key, take=1, text=text, reason="" if text else "No model")
        self.machine.append(body)
        self.machine.sync()

    def work(self, model: Model | None) -> None:
        """Does what is due."""
        errands: Mapping[str, dispatch.Errand] = {
            service.TOPIC: tasks.FollowUps(self.parts.database, self.parts.keys, model)
        }
        dispatch.run_due(self.parts.database, self.clock, errands=errands)

    def work_with(self, url: str) -> None:
        model = model_at(url)
        try:
            self.work(model)
        finally:
            model.close()

    def given(self) -> tuple[Instruction, ...]:
        return self.machine.sync([]).instructions

    def opened(self, instruction: Instruction) -> ExamQuestion:
        """The question, as the app reads it."""
        raw = base64.b64decode(instruction.sealed or "")
        context = further_context(self.machine.session, instruction.number)
        key = AESGCM(unb64(self.machine.grant.key))
        return ExamQuestion.model_validate_json(key.decrypt(raw[:12], raw[12:], context))

    def asked(self) -> list[ExamQuestion]:
        return [self.opened(one) for one in self.given() if one.action == "ask"]

    def applied(self, number: int, *, outcome: Any = "") -> None:
        body = InstructionApplied(number=number, action="ask", outcome=outcome)
        self.machine.append(body)
        self.machine.sync(applied=number)

    def rows(self, query: Any) -> list[Any]:
        with self.parts.database.read() as db:
            return list(db.exec(query))

    def kept(self) -> list[FollowUp]:
        query = select(FollowUp).where(FollowUp.session_id == self.machine.session)
        return self.rows(query.order_by(col(FollowUp.number)))


Made = Callable[..., Desk]
"""What the fixture `desk` makes interviews with."""
