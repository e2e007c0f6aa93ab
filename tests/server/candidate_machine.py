"""A candidate's machine in a few lines: real keys, real signatures, a real chain, no app.

It speaks the contract of `shared` against anything with httpx's interface (TestClient or
httpx.Client). It keeps every row it made, so that a test can send it again, change it, or compare
it with what the server stored.
"""

import base64
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.chain import Row, body_digest, canonical, make_row, receipt_statement, request_statement
from shared.clock import utc_text
from shared.events import BODIES, Artifact
from shared.ids import sha256_hex
from shared.model import Wire
from shared.session import GENESIS, ChainHead, Grant, InviteView, SessionState, Started
from shared.sync import COUNTER_HEADER, SIGNATURE_HEADER, Receipt
from shared.version import APP_VERSION, PROTOCOL

KINDS = {model: str(kind) for kind, model in BODIES.items()}


class Http(Protocol):
    def request(self, method: str, url: str, **kwargs: Any) -> Any: ...


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Sent:
    """A row with what travels."""

    row: Row
    sealed: bytes

    def wire(self) -> dict[str, str]:
        return {"row": self.row.raw.decode(), "sealed": base64.b64encode(self.sealed).decode()}


@dataclass
class CandidateMachine:
    """One machine with its own key pair; `claim` first."""

    http: Http
    token: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    now: datetime = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    counter: int = 0
    mono_ms: int = 1000
    rows: list[Sent] = field(default_factory=list)
    head: ChainHead = GENESIS
    knows: tuple[str, ...] = ()
    _grant: Grant | None = None

    # --- the calls ------------------------------------------------------------------------

    def access(self) -> Any:
        return self.http.request("GET", f"/api/interview/access/{self.token}")

    def view(self) -> InviteView:
        return InviteView.model_validate(_ok(self.access()))

    def ask_claim(self, **change: Any) -> Any:
        return self.http.request("POST", "/api/interview/claim", json=self.claim_body() | change)

    def claim_body(self) -> dict[str, Any]:
        """What a claim says."""
        return {
            "token": self.token,
            "public_key": b64(self.key.public_key().public_bytes_raw()),
            "client_version": APP_VERSION,
            "protocol": PROTOCOL,
            "machine": "Linux x86-64",
            "knows": list(self.knows),
        }

    def claim(self) -> Grant:
        return self.keep_grant(_ok(self.ask_claim()))

    def keep_grant(self, answer: Any) -> Grant:
        """Takes what a claim was answered with."""
        self._grant = Grant.model_validate(answer)
        if not self.rows:
            self.head = self._grant.head
        return self._grant

    def ask_start(self, consent: int = 1) -> Any:
        return self.signed(
            "POST",
            f"start/{self.session}",
            canonical({"consent": consent, "terms": self.grant.terms}),
        )

    def start(self) -> Started:
        return Started.model_validate(_ok(self.ask_start()))

    def ask_sync(self, rows: list[Sent], /, **change: Any) -> Any:
        return self.signed("POST", f"sync/{self.session}", canonical(self.batch(rows) | change))

    def sync(self, rows: list[Sent] | None = None, /, **change: Any) -> Receipt:
        """Sends `rows` (default: all of them) and checks the receipt's signature."""
        sent = self.rows if rows is None else rows
        receipt = Receipt.model_validate(_ok(self.ask_sync(sent, **change)))
        self.check(receipt)
        return receipt

    def ask_blob(self, sealed: bytes, *, address: str | None = None) -> Any:
        path = f"blob/{self.session}/{address or sha256_hex(sealed)}"
        return self.signed("PUT", path, sealed, content_type="application/octet-stream")

    def put_blob(self, content: bytes, media_type: str) -> Artifact:
        sealed = self.seal(content, b"blob")
        answer = self.ask_blob(sealed)
        assert answer.status_code == 204, answer.text
        return Artifact(sha256=sha256_hex(sealed), media_type=media_type, size=len(sealed))

    def selfie(self, artifact: Artifact) -> SessionState:
        body = canonical({"sha256": artifact.sha256, "media_type": artifact.media_type})
        return SessionState.model_validate(_ok(self.signed("POST", f"selfie/{self.session}", body)))

    def ask_finish(self, head: ChainHead | None = None) -> Any:
        body = canonical({"head": (head or self.head).model_dump(), "reason": "candidate"})
        return self.signed("POST", f"finish/{self.session}", body)

    def finish(self) -> SessionState:
        return SessionState.model_validate(_ok(self.ask_finish()))

    # --- what is underneath ---------------------------------------------------------------

    @property
    def claimed(self) -> bool:
        return self._grant is not None

    @property
    def grant(self) -> Grant:
        assert self._grant is not None, "claim first"
        return self._grant

    @property
    def session(self) -> str:
        return self.grant.session

    def append(self, body: Wire, *, kind: str | None = None, at: str | None = None) -> Sent:
        """The next row of the record, sealed; not yet sent."""
        return self.append_raw(kind or KINDS[type(body)], _body_bytes(body), at=at)

    def append_raw(self, kind: str, content: bytes, *, at: str | None = None) -> Sent:
        salt = os.urandom(32)
        self.mono_ms += 100
        row = make_row(
            v=PROTOCOL,
            session=self.session,
            seq=self.head.seq + 1,
            at=at or utc_text(self.now),
            mono_ms=self.mono_ms,
            kind=kind,
            body_sha256=body_digest(salt, content),
            prev=self.head.hash,
        )
        sent = Sent(row, self.seal(salt + content, row.raw))
        self.rows.append(sent)
        self.head = ChainHead(seq=row.seq, hash=row.hash)
        return sent

    def seal(self, content: bytes, context: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + AESGCM(unb64(self.grant.key)).encrypt(nonce, content, context)

    def batch(self, rows: list[Sent]) -> dict[str, Any]:
        return {
            "v": PROTOCOL,
            "session": self.session,
            "segment": self.grant.segment,
            "sent_at": utc_text(self.now),
            "mono_ms": self.mono_ms,
            "rows": [row.wire() for row in rows],
            "heartbeat": {"question": 1, "left_s": 600, "spool_rows": len(rows)},
            "applied": 0,
        }

    def headers(self, method: str, path: str, body: bytes, *, counter: int | None = None) -> dict:
        if counter is None:
            self.counter += 1
            counter = self.counter
        statement = request_statement(
            session=self.session,
            nonce=self.grant.nonce,
            counter=counter,
            method=method,
            path=path,
            body=body,
        )
        return {
            "Authorization": f"Bearer {self.grant.token}",
            SIGNATURE_HEADER: b64(self.key.sign(statement)),
            COUNTER_HEADER: str(counter),
        }

    def signed(
        self, method: str, path: str, body: bytes, *, content_type: str = "application/json"
    ) -> Any:
        path = f"/api/interview/{path}"
        headers = self.headers(method, path, body) | {"Content-Type": content_type}
        return self.http.request(method, path, content=body, headers=headers)

    def check(self, receipt: Receipt) -> None:
        """Raises InvalidSignature unless the server's key signed this receipt."""
        assert receipt.kid == self.grant.kid
        statement = receipt_statement(
            session=receipt.session,
            seq=receipt.acked.seq,
            head=receipt.acked.hash,
            received_at=receipt.received_at,
            prev=receipt.prev,
            kind="receipt",
            body_sha256=receipt.body_sha256,
        )
        key = Ed25519PublicKey.from_public_bytes(unb64(self.grant.server_key))
        key.verify(unb64(receipt.sig), statement)


def _body_bytes(body: Wire) -> bytes:
    return canonical(body.model_dump(mode="json"))


def _ok(answer: Any) -> Any:
    assert answer.status_code == 200, f"{answer.status_code}: {answer.text}"
    return answer.json()
