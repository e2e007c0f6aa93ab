"""SendGrid behind SMTP: asked only where the mail was surely not taken."""

import json

import httpx
import pytest

from server import dispatch
from server.mail import sendgrid, smtp
from server.mail.rules import NotNow, Refused, Taken
from server.mail.tasks import Postman
from server.settings import read_settings
from tests.server.mail.conftest import Mailbox
from tests.server.mail.letters import message

KEY = "SG.not-a-real-key"
SETTINGS = read_settings({}, mail_from="interviews@acme.example", sendgrid_key=KEY)
BAD_ADDRESS = {
    "errors": [
        {
            "message": "Does not contain a valid address.",
            "field": "personalizations.0.to.0.email",
            "help": "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html",
        }
    ]
}


class Recorded(httpx.BaseTransport):
    """Answers as SendGrid does, and keeps what it was asked."""

    def __init__(self, status: int = 202, body: object = None) -> None:
        self.status, self.body = status, body
        self.asked: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.asked.append(request)
        content = b"" if self.body is None else json.dumps(self.body).encode()
        return httpx.Response(self.status, content=content)


class Broken(httpx.BaseTransport):
    def __init__(self, error: type[httpx.HTTPError]) -> None:
        self.error = error

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise self.error("as told")


def test_an_accepted_mail_is_taken() -> None:
    there = Recorded()
    assert sendgrid.send(message(), SETTINGS, transport=there) == Taken("SendGrid")
    (asked,) = there.asked
    assert str(asked.url) == "https://api.sendgrid.com/v3/mail/send"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert json.loads(asked.content)["subject"] == "Your interview: Backend"


@pytest.mark.parametrize(
    ("status", "body", "means"),
    [
        (400, BAD_ADDRESS, Refused("400 Does not contain a valid address.")),
        (401, {"errors": [{"message": "denied"}]}, NotNow("401 denied", "SendGrid 401")),
        (429, {"errors": [{"message": "slow"}]}, NotNow("429 slow", "SendGrid 429")),
        (503, None, NotNow("503", "SendGrid 503")),
        (500, ["not", "theirs"], NotNow("500", "SendGrid 500")),
        (500, {"errors": [None]}, NotNow("500", "SendGrid 500")),
    ],
)
def test_what_sendgrid_says_decides(status: int, body: object, means: object) -> None:
    answer = sendgrid.send(message(), SETTINGS, transport=Recorded(status, body))
    assert answer == means
    assert KEY not in repr(answer) + repr(SETTINGS)


@pytest.mark.parametrize(
    "error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError]
)
def test_sendgrid_out_of_reach_is_tried_later(error: type[httpx.HTTPError]) -> None:
    answer = sendgrid.send(message(), SETTINGS, transport=Broken(error))
    assert isinstance(answer, NotNow)
    assert error.__name__ in answer.code


@pytest.fixture
def both(parts, made):
    """Posts the invitation by SMTP with SendGrid behind it; answers what SendGrid was asked."""

    def deliver(there: Recorded, **fields: str) -> list[httpx.Request]:
        kept = parts.settings.model_dump(exclude_defaults=True)
        settings = read_settings({}, **kept | {"sendgrid_key": KEY} | fields)
        postman = Postman(settings, parts.database, lambda interview: None, there)
        dispatch.run_due(parts.database, parts.now, errands={"mail": postman})
        return there.asked

    return deliver


def state(admin_client, made) -> tuple[str, str]:
    mail = admin_client.get(f"/api/admin/interviews/{made['id']}").json()["mails"][0]
    return mail["state"], mail["words"]


def test_sendgrid_is_not_asked_where_smtp_takes_it(both, admin_client, made, mailbox) -> None:
    assert both(Recorded()) == []
    assert state(admin_client, made) == ("sent", "Taken by SMTP.")


def test_sendgrid_takes_what_smtp_puts_off(both, admin_client, made, mailbox: Mailbox) -> None:
    mailbox.on_rcpt = "450 4.2.0 greylisted"
    assert len(both(Recorded())) == 1
    assert state(admin_client, made) == ("sent", "Taken by SendGrid.")


def test_a_bounce_is_a_bounce(both, admin_client, made, mailbox: Mailbox) -> None:
    mailbox.on_rcpt = "550 5.1.1 unknown"
    assert both(Recorded()) == []
    assert state(admin_client, made)[0] == "bounced"


def test_a_mail_that_smtp_may_have_taken_is_not_sent_a_second_way(
    both, admin_client, made, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = NotNow("no answer in time", "SMTP SMTPReadTimeoutError", in_doubt=True)
    monkeypatch.setattr(smtp, "send", lambda mail, settings: doubt)
    assert both(Recorded()) == []
    assert state(admin_client, made) == ("queued", "no answer in time")


def test_without_smtp_sendgrid_is_the_way(both, admin_client, made, parts) -> None:
    assert len(both(Recorded(), smtp_host="")) == 1
    assert state(admin_client, made) == ("sent", "Taken by SendGrid.")


def test_where_both_put_off_both_are_quoted(both, admin_client, made, mailbox: Mailbox) -> None:
    mailbox.on_mail = "451 later"
    both(Recorded(503))
    assert state(admin_client, made) == ("queued", "451 later; 503")
