"""A grant, and a server in memory that keeps the contract to the letter.

One rule: the server is faked at the HTTP transport, so everything of ours above it is real.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.spool.keys import signature_fits
from client.spool.sealing import Sealer, from_key32, from_wire, to_base64url
from shared.chain import (
    ZERO_HASH,
    body_digest,
    parse_row,
    receipt_statement,
    request_statement,
    statement_hash,
)
from shared.clock import utc_text
from shared.ids import new_id, sha256_hex
from shared.lifecycle import Status
from shared.looks import Look, look_statement
from shared.policy import Accommodations, Policy
from shared.problems import PROBLEMS
from shared.session import GENESIS, ChainHead, Grant
from shared.sync import (
    COUNTER_HEADER,
    SIGNATURE_HEADER,
    Batch,
    Instruction,
    Receipt,
    instruction_statement,
)
from shared.terms import SignedTerms, Terms, statement

T0 = datetime(2026, 11, 22, 15, 0, 0, tzinfo=UTC)


def make_grant(server_key: Ed25519PrivateKey, **changes: object) -> Grant:
    fields: dict[str, object] = {
        "v": 1,
        "session": new_id(),
        "token": "t" * 43,
        "nonce": "n" * 22,
        "segment": 1,
        "head": GENESIS,
        "key": to_base64url(b"k" * 32),
        "candidate_name": "Ada",
        "organisation": "Org",
        "exam": None,
        "title": "Paper",
        "question_count": 1,
        "duration_s": 600,
        "policy": Policy(),
        "accommodations": Accommodations(),
        "status": Status.LINK_ACCESSED,
        "opens_at": "2026-11-22T14:00:00.000Z",
        "closes_at": "2026-11-22T18:00:00.000Z",
        "zone": "Europe/Berlin",
        "server_time": "2026-11-22T15:00:00.000Z",
        "kid": "0123456789abcdef",
        "server_key": to_base64url(server_key.public_key().public_bytes_raw()),
    }
    return sign_terms(Grant.model_validate({**fields, **changes}), server_key)


def sign_terms(grant: Grant, key: Ed25519PrivateKey) -> Grant:
    """The grant with its own terms signed, as a server does it."""
    text = Terms(
        session=grant.session,
        policy=grant.policy,
        accommodations=grant.accommodations,
        duration_s=grant.duration_s,
        closes_at=grant.closes_at,
    ).model_dump_json()
    signed = SignedTerms(text=text, sig=to_base64url(key.sign(statement(text))))
    return grant.model_copy(update={"signed": signed})


@dataclass
class MemoryServer:
    """The server's side of sync and blobs; `weather` may drop a request before or after it."""

    grant: Grant
    key: Ed25519PrivateKey
    client_key: str
    rows: list[bytes] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    counter: int = 0
    link: str = ZERO_HASH
    load: int = 0
    missing: tuple[str, ...] = ()
    asked: list[Instruction] = field(default_factory=list)
    """Instructions, delivered until they are applied."""
    applied: int = 0
    weather: Callable[[int, str], str | httpx.Response] = lambda n, path: "fair"
    now: Callable[[], datetime] | None = None
    """The server's clock; without one it moves a millisecond with each request."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.requests.append(path)
        weather = self.weather(len(self.requests), path)
        if isinstance(weather, httpx.Response):
            return weather
        if weather == "lost before":
            raise httpx.ConnectError("no route")
        answer = self._signed(request)
        if weather == "lost after":
            raise httpx.ReadError("cut")
        return answer

    def _signed(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        counter = int(request.headers[COUNTER_HEADER])
        statement = request_statement(
            session=self.grant.session,
            nonce=self.grant.nonce,
            counter=counter,
            method=request.method,
            path=request.url.path,
            body=body,
        )
        if request.headers["Authorization"] != f"Bearer {self.grant.token}":
            return refusal("not_signed_in")
        if not signature_fits(
            self.client_key, statement=statement, signature=request.headers[SIGNATURE_HEADER]
        ):
            return refusal("bad_signature")
        if counter <= self.counter:
            return refusal("replayed")
        self.counter = counter
        return self.answer(request.url.path, body)

    def answer(self, path: str, body: bytes) -> httpx.Response:
        """What a request with a fitting signature gets."""
        if path == f"/api/interview/sync/{self.grant.session}":
            return self._sync(body)
        address = path.rsplit("/", 1)[-1]
        if sha256_hex(body) != address:
            return refusal("blob_mismatch")
        self.blobs[address] = body
        return httpx.Response(204)

    def _sync(self, body: bytes) -> httpx.Response:
        batch = Batch.model_validate_json(body)
        self.applied = max(self.applied, batch.applied)
        sealer = Sealer(from_key32(self.grant.key))
        for sealed_row in batch.rows:
            row = parse_row(sealed_row.row.encode())
            if row.seq <= len(self.rows):
                if self.rows[row.seq - 1] != row.raw:
                    return refusal("chain_fork")
                continue
            if row.seq != len(self.rows) + 1:
                return refusal("chain_gap")
            if row.prev != self.head().hash:
                return refusal("chain_fork")
            salt, content = sealer.open_body(from_wire(sealed_row.sealed), row.raw)
            assert body_digest(salt, content) == row.body_sha256
            self.rows.append(row.raw)
            self.bodies.append(content)
        return httpx.Response(200, content=self.receipt(body).model_dump_json().encode())

    def ask(self, action: str, reason: str = "technical", **fields: object) -> Instruction:
        """Gives the next instruction, signed."""
        asked = Instruction.model_validate(
            {"number": len(self.asked) + 1, "action": action, "reason": reason, "sig": ""}
            | {"at": utc_text(T0)}
            | fields
        )
        sig = self.key.sign(instruction_statement(asked, self.grant.session))
        self.asked.append(asked.model_copy(update={"sig": to_base64url(sig)}))
        return self.asked[-1]

    def look(self, key: str, phase: str = "asked") -> Look:
        """A look through the camera, signed."""
        asked = Look.model_validate({"id": key, "phase": phase, "offer": "v=0", "sig": ""})
        sig = self.key.sign(look_statement(asked, self.grant.session))
        return asked.model_copy(update={"sig": to_base64url(sig)})

    def head(self) -> ChainHead:
        if not self.rows:
            return GENESIS
        return ChainHead(seq=len(self.rows), hash=sha256_hex(self.rows[-1]))

    def receipt(self, body: bytes, **changes: object) -> Receipt:
        head = self.head()
        moved = T0 + timedelta(milliseconds=len(self.requests))
        received_at = utc_text(self.now() if self.now else moved)
        statement = receipt_statement(
            session=self.grant.session,
            seq=head.seq,
            head=head.hash,
            received_at=received_at,
            prev=self.link,
            kind="receipt",
            body_sha256=sha256_hex(body),
        )
        receipt = Receipt(
            v=1,
            session=self.grant.session,
            acked=head,
            received_at=received_at,
            missing_blobs=self.missing,
            instructions=tuple(one for one in self.asked if one.number > self.applied),
            load=self.load,
            prev=self.link,
            body_sha256=sha256_hex(body),
            kid=self.grant.kid,
            sig=to_base64url(self.key.sign(statement)),
        )
        self.link = statement_hash(statement)
        return receipt.model_copy(update=changes)


def refusal(code: str, **headers: str) -> httpx.Response:
    status, title, detail = PROBLEMS[code]
    body = {"title": title, "status": status, "code": code, "detail": detail}
    return httpx.Response(
        status,
        content=json.dumps(body).encode(),
        headers={"Content-Type": "application/problem+json", **headers},
    )
