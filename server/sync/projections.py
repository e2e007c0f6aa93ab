"""What follows from a stored row: status steps, answers, events for lists, names of blobs.

One rule: a projection is an index that could be made again from the record; it decides nothing
that the rules did not.
"""

import json
from collections import Counter
from typing import Any

from sqlmodel import Session, select

from server import asked, builds, consents, counts, evidence, instructions, templates, timeline
from server.candidate import answers
from server.candidate import rules as candidate_rules
from server.candidate.setting import Setting
from server.follow_ups import service as follow_ups
from server.models import InterviewSession, ProctoringEvent, SessionQuestion
from server.privacy import service as privacy
from server.sync import rules
from server.sync.bulk import insert_all
from server.timeline import Cause
from shared.build import Build
from shared.clock import parse_utc
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerEdited,
    AnswerPasted,
    AnswerRevised,
    AnswerRun,
    AnswerTranscribed,
    BlockChanged,
    CandidateAsked,
    ConsentGiven,
    ConsentWithdrawn,
    Enrolled,
    InstructionRead,
    MomentExplained,
    Probed,
    QuestionOpened,
    SegmentStarted,
    Severity,
    SignalClosed,
    SignalOpened,
    StatusReached,
)
from shared.model import Wire

QUARANTINED = "row.quarantined"
"""Kind of the event that shows a row which could not be read."""

_ANSWERS = (
    AnswerRevised,
    AnswerEdited,
    AnswerRun,
    AnswerChunk,
    AnswerTranscribed,
    AnswerDone,
)
"""Shown with the answer, never in the list of events."""
_ABOUT_A_QUESTION = (*_ANSWERS, AnswerPasted, QuestionOpened)


class Projector:
    """For the rows of one batch, in their order."""

    def __init__(self, db: Session, interview: InterviewSession, setting: Setting) -> None:
        self._db = db
        self._interview = interview
        self._received_at = setting.now
        self._vault = templates.Vault(setting.settings, setting.keys)
        self._trust = builds.trust(setting.settings)
        self._questions: set[str] | None = None
        self._events: list[dict[str, Any]] = []

    def objection(self, body: Wire) -> str:
        """Why a well-formed body cannot belong to this interview; empty where it can."""
        if isinstance(body, _ABOUT_A_QUESTION) and not self._asks(body.question):
            return "it names a question that this interview does not have"
        if isinstance(body, SegmentStarted):
            return rules.segment_fault(body, self._segments())
        return ""

    def project(self, seq: int, envelope: rules.Envelope, body: Wire | None) -> None:
        """Acts on a good row; `body` is None for a kind that this server does not know."""
        if body is not None:
            for artifact in rules.artifacts(body):
                evidence.name(self._db, self._interview.id, artifact)
        cause = answers.Cause(self._interview, self._received_at, seq)
        match body:
            case AnswerRevised():
                answers.revise(self._db, cause, body)
            case AnswerChunk():
                answers.add_chunk(self._db, cause, body)
            case AnswerTranscribed():
                answers.transcribe(self._db, cause, body)
                self._consider(body.question)
            case AnswerDone():
                answers.finish(self._db, cause, body)
                self._consider(body.question)
            case Build():
                self._interview.build_json = builds.kept(body)
            case StatusReached():
                self._step(body)
            case ConsentGiven():
                consents.note_given(self._db, self._interview, body, seq=seq, now=self._received_at)
            case ConsentWithdrawn():
                privacy.withdraw(self._db, self._interview, seq=seq, now=self._received_at)
            case InstructionRead():
                instructions.note_read(self._db, self._interview.id, body.number, self._received_at)
            case CandidateAsked():
                asked.note(self._db, self._interview, body, self._received_at)
            case Enrolled() if consents.may_compare(self._db, self._interview.id):
                templates.keep(
                    self._db, self._interview, body, vault=self._vault, now=self._received_at
                )
            case _:
                pass
        if not isinstance(body, _ANSWERS):
            self._event(seq, envelope.kind, body=body, at_ms=self._since_start(envelope.at))

    def quarantined(self, seq: int, kind: str, flaw: str) -> None:
        """Shows a row that could not be read, so that a person sees it."""
        told = {"kind": rules.column_text(kind, rules.COLUMN_CHARS), "flaw": flaw}
        values = {"severity": Severity.MEDIUM, "body_json": json.dumps(told)}
        self._note(seq, QUARANTINED, values)

    def flush(self) -> None:
        """Stores the events so far; called once more after the last row."""
        insert_all(self._db, ProctoringEvent, self._events)
        counted = (
            counts.counted(each["kind"], each["signal"], each["severity"], each["body_json"])
            for each in self._events
        )
        counts.add(self._db, self._interview.id, Counter(what for what in counted if what))
        self._events = []

    def _asks(self, question: str) -> bool:
        if self._questions is None:
            ids = select(SessionQuestion.id).where(SessionQuestion.session_id == self._interview.id)
            self._questions = set(self._db.exec(ids))
        return question in self._questions

    def _consider(self, question: str) -> None:
        self.flush()  # it reads what this batch has told so far
        follow_ups.consider(self._db, self._interview, question, now=self._received_at)

    def _note(self, seq: int, kind: str, values: dict[str, Any]) -> None:
        event = {
            "session_id": self._interview.id,
            "seq": seq,
            "kind": kind,
            "signal": "",
            "onset_ms": None,
            "at_ms": None,
            "ended_ms": None,
            "received_at": self._received_at,
            **values,
        }
        self._events.append(event | {"severity": str(event["severity"])})

    def _segments(self) -> rules.Segments:
        interview = self._interview
        reopenings = instructions.reopenings(self._db, interview.id)
        return rules.Segments(interview.segment, interview.record_segment, reopenings)

    def _step(self, body: StatusReached) -> None:
        for step in candidate_rules.record_step(self._interview.status, body.status):
            timeline.move(self._db, self._interview, step, Cause("record", self._received_at))

    def _event(self, seq: int, kind: str, *, body: Wire | None, at_ms: int | None) -> None:
        values: dict[str, Any] = {"signal": "", "severity": Severity.INFO, "at_ms": at_ms}
        match body:
            case SignalOpened():
                values = {
                    "signal": rules.column_text(body.signal, rules.COLUMN_CHARS),
                    "severity": body.severity,
                    "onset_ms": body.onset_ms,
                    "at_ms": body.at_ms,
                }
                self._interview.high_signals += body.severity is Severity.HIGH
                self._interview.medium_signals += body.severity is Severity.MEDIUM
            case SignalClosed():
                values = {
                    "signal": rules.column_text(body.signal, rules.COLUMN_CHARS),
                    "severity": Severity.INFO,
                    "onset_ms": body.onset_ms,
                    "at_ms": body.at_ms,
                    "ended_ms": body.ended_ms,
                }
            case MomentExplained():
                values = {
                    "signal": rules.column_text(body.signal, rules.COLUMN_CHARS),
                    "severity": Severity.INFO,
                    "onset_ms": body.about_ms,
                    "at_ms": body.at_ms,
                    "ended_ms": body.until_ms,
                }
            case Build():
                changed = builds.standing(body, self._trust) == "changed"
                severity = Severity.MEDIUM if changed else Severity.INFO
                values = {"signal": "", "severity": severity, "at_ms": at_ms}
            case BlockChanged():
                values = {"signal": "", "severity": Severity.INFO, "at_ms": body.at_ms}
            case Probed():
                found = body.outcome == "violation"
                severity = Severity.MEDIUM if found else Severity.INFO
                values = {"signal": "", "severity": severity, "at_ms": body.at_ms}
            case _:
                pass
        values["body_json"] = "{}" if body is None else rules.column_text(body.model_dump_json())
        self._note(seq, rules.column_text(kind, rules.COLUMN_CHARS), values)

    def _since_start(self, at: str) -> int | None:
        """By the candidate's own wall clock; None before the start or where it cannot be read."""
        started = self._interview.started_at
        if started is None:
            return None
        try:
            return round((parse_utc(at) - started).total_seconds() * 1000)
        except ValueError:
            return None
