"""A real SMTP server on loopback, and the server set up to mail through it."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from server import dispatch
from server.deps import Parts
from server.settings import Settings

QUESTION = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because"}]}
WINDOW = {"opens_at": "2026-11-25T09:00:00Z", "closes_at": "2026-11-25T17:00:00Z"}


@dataclass
class Mailbox:
    """What the SMTP server was handed, and what it is to answer."""

    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    on_mail: str = "250 OK"
    on_rcpt: str = "250 OK"
    on_data: str = "250 OK"
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    in_data: Callable[[], None] = lambda: None

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.on_mail

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.on_rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.on_rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.in_data()
        if self.on_data.startswith("250"):
            made = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(made, EmailMessage)
            self.mails.append(made)
            self.recipients.extend(envelope.rcpt_tos)
            self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return self.on_data

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login, given.password))
        return AuthResult(success=given.password == b"right", handled=False)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


class FreePort(Controller):
    """On whichever port is free; `port` says which, once it has started."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(mailbox: Mailbox, **kw: Any) -> Iterator[FreePort]:
    """A real SMTP server on loopback; `kw` are aiosmtpd's."""
    controller = FreePort(mailbox, hostname="127.0.0.1", port=0, ready_timeout=20, **kw)
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


@pytest.fixture
def plain_smtp(mailbox: Mailbox) -> Iterator[FreePort]:
    """An SMTP server without encryption."""
    with serving(mailbox) as controller:
        yield controller


@pytest.fixture
def settings(settings: Settings, plain_smtp: FreePort) -> Settings:
    """The server of `tests/server/conftest.py`, mailing through `plain_smtp`."""
    return settings.model_copy(
        update={
            "smtp_host": "127.0.0.1",
            "smtp_port": plain_smtp.port,
            "smtp_security": "none",
            "mail_from": "interviews@acme.example",
            "organisation": "Acme & Co",
        }
    )


@pytest.fixture
def post(parts: Parts) -> Callable[[], int]:
    """Does the jobs that are due; answers how many were tried."""
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    return lambda: dispatch.run_due(parts.database, parts.now, errands=errands)


@pytest.fixture
def paper(admin_client) -> str:
    key = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    admin_client.post(f"/api/admin/papers/{key}/questions", json=QUESTION)
    return key


@pytest.fixture
def made(admin_client, paper) -> dict:
    """An interview that Cleo was invited to, its mail still in the outbox."""
    answer = admin_client.post(
        "/api/admin/interviews",
        json={
            "paper_id": paper,
            "candidate_name": "Cleo <Gro>",
            "candidate_email": "cleo@example.org",
            "zone": "Europe/Berlin",
            **WINDOW,
        },
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


@dataclass(frozen=True)
class Certificate:
    """A self-signed certificate for 127.0.0.1."""

    ca: Path
    server: ssl.SSLContext


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = folder / "server.pem", folder / "server.key"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, secret)
    return Certificate(pem, context)
