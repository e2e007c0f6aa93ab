"""The SMTP side against a real server: encryption, sign-in, and what its answers mean."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.mail import smtp
from server.mail.message import BadAddress
from server.mail.rules import NotNow, Refused, Taken
from server.settings import Settings, read_settings
from tests.server.mail.conftest import Certificate, FreePort, Mailbox, serving
from tests.server.mail.letters import message


@pytest.fixture
def secured(mailbox: Mailbox, certificate: Certificate) -> Iterator[FreePort]:
    """Demands STARTTLS and a sign-in."""
    with serving(
        mailbox,
        tls_context=certificate.server,
        require_starttls=True,
        auth_required=True,
        authenticator=mailbox.authenticate,
        enable_SMTPUTF8=True,
    ) as controller:
        yield controller


def through(port: int, **fields) -> Settings:
    return read_settings(
        {},
        **{
            "smtp_host": "127.0.0.1",
            "smtp_port": port,
            "mail_from": "interviews@acme.example",
            **fields,
        },
    )


def test_mail_goes_encrypted_and_signed_in(secured, mailbox: Mailbox, certificate) -> None:
    settings = through(
        secured.port, smtp_ca=certificate.ca, smtp_user="acme", smtp_password="right"
    )
    assert smtp.send(message(), settings) == Taken("SMTP")
    assert mailbox.encrypted == [True]
    assert mailbox.logins[-1] == (b"acme", b"right")


def test_a_wrong_password_is_said_without_the_password(secured, certificate, mailbox) -> None:
    settings = through(
        secured.port, smtp_ca=certificate.ca, smtp_user="acme", smtp_password="hunter2"
    )
    answer = smtp.send(message(), settings)
    assert isinstance(answer, NotNow)
    assert answer.code == "SMTP 535"
    assert "hunter2" not in repr(answer)
    assert "hunter2" not in repr(settings)
    assert mailbox.mails == []


def test_a_certificate_that_nobody_vouches_for_gets_no_password(secured, mailbox) -> None:
    settings = through(secured.port, smtp_user="acme", smtp_password="right")
    answer = smtp.send(message(), settings)
    assert isinstance(answer, NotNow)
    assert "certificate" in answer.words
    assert mailbox.logins == []


def test_a_server_without_encryption_is_not_mailed_through(plain_smtp, mailbox) -> None:
    answer = smtp.send(message(), through(plain_smtp.port))
    assert isinstance(answer, NotNow)
    assert mailbox.mails == []


def test_tls_from_the_first_byte(mailbox, certificate) -> None:
    with serving(mailbox) as plain:
        answer = smtp.send(message(), through(plain.port, smtp_security="tls"))
    assert isinstance(answer, NotNow)
    with serving(mailbox, ssl_context=certificate.server) as wrapped:
        settings = through(wrapped.port, smtp_security="tls", smtp_ca=certificate.ca)
        assert smtp.send(message(), settings) == Taken("SMTP")
    assert mailbox.encrypted == [True]


@pytest.mark.parametrize(
    ("step", "answer", "means"),
    [
        ("on_mail", "451 4.3.0 later", NotNow("451 4.3.0 later", "SMTP 451")),
        ("on_mail", "550 5.7.1 not you", NotNow("550 5.7.1 not you", "SMTP 550")),
        ("on_rcpt", "450 4.2.0 greylisted", NotNow("450 4.2.0 greylisted", "SMTP 450")),
        ("on_rcpt", "550 5.1.1 unknown", Refused("550 5.1.1 unknown")),
        ("on_data", "452 4.3.1 full", NotNow("452 4.3.1 full", "SMTP 452")),
        ("on_data", "554 5.7.1 spam", Refused("554 5.7.1 spam")),
        ("on_rcpt", "550-5.1.1 first\r\n550 second", Refused("550 5.1.1 first second")),
    ],
)
def test_what_the_server_says_decides(plain_smtp, mailbox, step, answer, means) -> None:
    setattr(mailbox, step, answer)
    assert smtp.send(message(), through(plain_smtp.port, smtp_security="none")) == means


def test_nobody_at_the_port_is_no_bounce() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = smtp.send(message(), through(port, smtp_security="none"))
    assert isinstance(answer, NotNow)
    assert not answer.in_doubt


def test_a_line_cut_after_the_content_leaves_it_in_doubt() -> None:
    """The server read everything and said nothing: it may have taken the mail."""
    replies = [b"220 here\r\n", b"250 hello\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n"]

    def talk() -> None:
        line, _ = listener.accept()
        with line, line.makefile("rb") as heard:
            for place, reply in enumerate(replies):
                line.sendall(reply)
                if place < len(replies) - 1:
                    heard.readline()
            while heard.readline() != b".\r\n":
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=talk)
        thread.start()
        port = listener.getsockname()[1]
        answer = smtp.send(message(), through(port, smtp_security="none"))
        thread.join()
    assert isinstance(answer, NotNow)
    assert answer.in_doubt


def test_a_server_that_falls_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "STEP_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        answer = smtp.send(message(), through(port, smtp_security="none"))
    assert isinstance(answer, NotNow)
    assert not answer.in_doubt


def test_an_address_beyond_ascii_needs_a_server_that_takes_it(
    plain_smtp, secured, mailbox, certificate
) -> None:
    mail = message(recipient=("Zoë", "zoë@bücher.example"))
    answer = smtp.send(mail, through(plain_smtp.port, smtp_security="none"))
    assert isinstance(answer, Refused)
    assert "beyond ASCII" in answer.words
    settings = through(
        secured.port, smtp_ca=certificate.ca, smtp_user="acme", smtp_password="right"
    )
    assert smtp.send(mail, settings) == Taken("SMTP")
    assert mailbox.recipients == ["zoë@xn--bcher-kva.example"]


def test_what_is_no_address_is_not_said_to_the_server(mailbox: Mailbox, tmp_path: Path) -> None:
    with pytest.raises(BadAddress):
        smtp.send(message(recipient=("C", "a..b@example.org")), through(9, smtp_security="none"))
