"""The other side of a practice interview: answers as a server would, inside this process.

One rule: it keeps nothing but the head of the record that it was shown; rows, recordings and
pictures are acknowledged and dropped.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.spool.sealing import to_base64url
from shared.chain import ZERO_HASH, parse_row, receipt_statement, statement_hash
from shared.clock import utc_text
from shared.exam import Exam
from shared.ids import new_id, new_token, sha256_hex
from shared.lifecycle import Status
from shared.model import Wire
from shared.policy import Accommodations, Policy
from shared.problems import PROBLEMS, Problem
from shared.session import GENESIS, ChainHead, Grant, InviteView, SessionState, Started
from shared.sync import Batch, Receipt
from shared.terms import SignedTerms, Terms, statement
from shared.version import APP_VERSION, PROTOCOL

LINK = "https://practice.invalid/i#" + "practice" * 4
"""`.invalid` resolves nowhere (RFC 2606): a mistake in the wiring reaches no server either."""
WINDOW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is practised, in the person's own language."""

    paper: Exam
    policy: Policy
    whose: str
    """In the place of the candidate's name."""
    organisation: str
    """In the place of who invites."""
    no_runs: str
    """Why code is not run, in a sentence."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(eq=False)
class PracticeServer(httpx.BaseTransport):
    """A transport for `client.api.InterviewApi`; safe to call from any thread."""

    sheet: Sheet
    now: Callable[[], datetime] = _utc_now
    _key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    _seal: bytes = field(default_factory=lambda: os.urandom(32))
    _session: str = field(default_factory=new_id)
    _token: str = field(default_factory=new_token)
    _head: ChainHead = GENESIS
    _link: str = ZERO_HASH
    _begun: datetime | None = None
    _status: Status = Status.LINK_ACCESSED
    _one_at_a_time: Lock = field(default_factory=Lock)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answers the candidate's endpoints; what a practice has no use for is a 404."""
        body, parts = request.read(), request.url.path.strip("/").split("/")
        verb = parts[2] if len(parts) > 2 and parts[1] == "interview" else ""
        with self._one_at_a_time:
            match verb:
                case "access":
                    return _json(self._view())
                case "claim":
                    return _json(self._grant())
                case "start":
                    return _json(self._start())
                case "sync":
                    return _json(self._receipt(body))
                case "blob":
                    return httpx.Response(204)
                case "finish":
                    self._status = Status.COMPLETED
                    return _json(self._state())
                case "run":
                    return _refusal("code_runs_practice", 503, self.sheet.no_runs, "")
                case _:
                    status, title, detail = PROBLEMS["not_found"]
                    return _refusal("not_found", status, title, detail)

    def _view(self) -> InviteView:
        sheet, now = self.sheet, self.now()
        return InviteView(
            session=self._session,
            candidate_name=sheet.whose,
            organisation=sheet.organisation,
            title=sheet.paper.title,
            status=self._status,
            opens_at=utc_text(now),
            closes_at=utc_text(now + WINDOW),
            zone="UTC",
            duration_s=sheet.paper.duration_s,
            question_count=len(sheet.paper.questions),
            server_time=utc_text(now),
            min_client=APP_VERSION,
        )

    def _grant(self) -> Grant:
        view = self._view()
        return Grant(
            v=PROTOCOL,
            session=view.session,
            token=self._token,
            nonce=self._session,
            segment=1,
            head=self._head,
            key=to_base64url(self._seal),
            candidate_name=view.candidate_name,
            organisation=view.organisation,
            exam=None,
            title=view.title,
            question_count=view.question_count,
            duration_s=view.duration_s,
            policy=self.sheet.policy,
            accommodations=Accommodations(),
            status=view.status,
            opens_at=view.opens_at,
            closes_at=view.closes_at,
            zone=view.zone,
            server_time=view.server_time,
            kid=sha256_hex(self._public())[:16],
            server_key=to_base64url(self._public()),
            signed=self._signed(view),
        )

    def _signed(self, view: InviteView) -> SignedTerms:
        text = Terms(
            session=view.session,
            policy=self.sheet.policy,
            accommodations=Accommodations(),
            duration_s=view.duration_s,
            closes_at=view.closes_at,
        ).model_dump_json()
        return SignedTerms(text=text, sig=to_base64url(self._key.sign(statement(text))))

    def _start(self) -> Started:
        now = self.now()
        self._begun = self._begun or now
        ends = self._begun + timedelta(seconds=self.sheet.paper.duration_s)
        return Started(
            exam=self.sheet.paper,
            started_at=utc_text(self._begun),
            deadline_at=utc_text(ends),
            server_time=utc_text(now),
        )

    def _receipt(self, body: bytes) -> Receipt:
        batch = Batch.model_validate_json(body)
        if batch.rows:
            last = batch.rows[-1].row.encode()
            self._head = ChainHead(seq=parse_row(last).seq, hash=sha256_hex(last))
        received_at, prev = utc_text(self.now()), self._link
        statement = receipt_statement(
            session=self._session,
            seq=self._head.seq,
            head=self._head.hash,
            received_at=received_at,
            prev=prev,
            kind="receipt",
            body_sha256=sha256_hex(body),
        )
        self._link = statement_hash(statement)
        # No deadline: the app's own clock is the only one here, stand-stills included.
        return Receipt(
            v=PROTOCOL,
            session=self._session,
            acked=self._head,
            received_at=received_at,
            prev=prev,
            body_sha256=sha256_hex(body),
            kid=sha256_hex(self._public())[:16],
            sig=to_base64url(self._key.sign(statement)),
        )

    def _state(self) -> SessionState:
        return SessionState(
            session=self._session, status=self._status, server_time=utc_text(self.now())
        )

    def _public(self) -> bytes:
        return self._key.public_key().public_bytes_raw()


def _json(answer: Wire) -> httpx.Response:
    return httpx.Response(200, content=answer.model_dump_json().encode())


def _refusal(code: str, status: int, title: str, detail: str) -> httpx.Response:
    problem = Problem(title=title, status=status, code=code, detail=detail)
    return httpx.Response(
        status,
        content=problem.model_dump_json().encode(),
        headers={"Content-Type": "application/problem+json"},
    )
