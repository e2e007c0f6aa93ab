"""SendGrid's events from the network to what an admin reads, on both databases."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from sqlmodel import select

from server import dispatch
from server.auth import password_links
from server.mail import service
from server.mail.rules import State
from server.mail.tasks import Postman
from server.main import create_app
from server.models import Mail, PasswordLink, User
from server.settings import Settings
from tests.server.mail.test_sendgrid import Recorded
from tests.server.mail_events.signing import SendGrid, batch, event

URL = "/api/mail/sendgrid-events"


@pytest.fixture
def there() -> SendGrid:
    return SendGrid()


@pytest.fixture
def settings(settings: Settings, there: SendGrid) -> Settings:
    """The server of `tests/server/conftest.py`, mailing through SendGrid and listening to it."""
    return settings.model_copy(
        update={
            "mail_from": "interviews@acme.example",
            "sendgrid_key": SecretStr("SG.none"),
            "sendgrid_events_key": there.key,
        }
    )


@pytest.fixture
def made(admin_client) -> str:
    """The id of an interview whose invitation waits."""
    paper = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    question = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because"}]}
    admin_client.post(f"/api/admin/papers/{paper}/questions", json=question)
    answer = admin_client.post(
        "/api/admin/interviews",
        json={
            "paper_id": paper,
            "candidate_name": "Cleo",
            "candidate_email": "cleo@example.org",
            "opens_at": "2026-11-25T09:00:00Z",
            "closes_at": "2026-11-25T17:00:00Z",
        },
    )
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


@pytest.fixture
def sent(made, parts) -> str:
    """What SendGrid was given to know the invitation by."""
    asked = Recorded()
    postman = Postman(parts.settings, parts.database, lambda interview: None, asked)
    dispatch.run_due(parts.database, parts.now, errands={"mail": postman})
    (request,) = asked.asked
    (to,) = json.loads(request.content)["personalizations"]
    return to["custom_args"]["invigil_mail"]


@pytest.fixture
def tell(client, there: SendGrid, clock) -> Callable[..., Any]:
    """Posts events as SendGrid does."""

    def post(*events: object) -> Any:
        body = batch(*events)
        stamp = str(int(clock.now.timestamp()))
        return client.post(URL, content=body, headers=there.headers(stamp, body))

    return post


def mail(admin_client, made: str) -> tuple[str, str]:
    seen = admin_client.get(f"/api/admin/interviews/{made}").json()["mails"][0]
    return seen["state"], seen["words"]


def test_a_mail_that_comes_back_later_stands_as_bounced(
    admin_client, made, sent, tell, clock
) -> None:
    assert mail(admin_client, made) == ("sent", "Taken by SendGrid.")
    clock.advance(hours=3)
    answer = tell(event("bounce", sent, type="bounce", reason="550 5.1.1 no such user"))
    assert (answer.status_code, answer.content) == (204, b"")
    assert mail(admin_client, made) == ("bounced", "Sent back: 550 5.1.1 no such user")
    seen = admin_client.get(f"/api/admin/interviews/{made}").json()
    assert seen["mail_state"] == "bounced"
    assert "check the address" in seen["mail_words"]
    assert seen["mails"][0]["settled_at"] == "2026-11-23T12:00:00Z"


def test_after_it_a_corrected_address_is_invited_anew(
    admin_client, made, sent, tell, clock
) -> None:
    clock.advance(hours=1)
    tell(event("dropped", sent, reason="Invalid"))
    answer = admin_client.patch(
        f"/api/admin/interviews/{made}", json={"candidate_email": "cleo.gro@example.org"}
    )
    assert answer.json()["mail_state"] == "queued"


def test_the_same_events_again_and_later_ones_change_nothing(
    admin_client, made, sent, tell, clock
) -> None:
    tell(event("bounce", sent, reason="first"))
    before = admin_client.get(f"/api/admin/interviews/{made}").json()["mails"]
    clock.advance(minutes=5)
    for again in (
        event("bounce", sent, reason="first"),
        event("bounce", sent, reason="another", sg_event_id="b3RoZXI"),
        event("delivered", sent),
    ):
        assert tell(again).status_code == 204
    assert admin_client.get(f"/api/admin/interviews/{made}").json()["mails"] == before


def test_a_mail_that_arrived_says_so_and_may_still_come_back(
    admin_client, made, sent, tell
) -> None:
    tell(event("delivered", sent))
    assert mail(admin_client, made) == ("sent", "Delivered to the mailbox's server.")
    tell(event("spamreport", sent))
    assert mail(admin_client, made) == ("bounced", "Marked as spam by whoever got it.")


def test_a_bounce_that_is_told_before_our_own_mark_stays(
    admin_client, made, tell, parts, clock
) -> None:
    with parts.database.read() as db:
        (key,) = db.exec(select(Mail.id).where(Mail.kind == "invite"))
    tell(event("dropped", key, reason="Bounced Address"))
    with parts.database.write() as db:
        service.settle(db, key, State.SENT, words="Taken.", address="c@example.org", now=clock.now)
    assert mail(admin_client, made)[0] == "bounced"


def test_the_mail_with_an_accounts_link_comes_back_too(parts, admin, tell, clock) -> None:
    with parts.database.write() as db:
        user = db.get(User, admin.id)
        assert user
        link = password_links.make(db, user, keys=parts.keys, now=clock.now)
        link.mail_state = State.QUEUED

    def stands() -> str:
        with parts.database.read() as db:
            found = db.get(PasswordLink, link.id)
            assert found
            return found.mail_state

    tell(event("delivered", link.id))
    assert stands() == "queued"
    tell(event("bounce", link.id))
    with parts.database.write() as db:
        password_links.settle(db, link.id, State.SENT)
    assert stands() == "bounced"


def test_events_of_mails_that_are_not_ours_are_passed_over(admin_client, made, sent, tell) -> None:
    others = [event("bounce", f"{number:032x}") for number in range(1200)]
    strange = {"email": "example@test.com", "event": "bounce", "sg_event_id": "x"}
    assert tell(strange, *others, event("bounce", sent)).status_code == 204
    assert mail(admin_client, made)[0] == "bounced"


def test_what_sendgrid_did_not_sign_is_refused(
    admin_client, made, sent, client, there: SendGrid, clock
) -> None:
    body, stamp = batch(event("bounce", sent)), str(int(clock.now.timestamp()))
    good = there.headers(stamp, body)
    for headers in (
        {},
        SendGrid().headers(stamp, body),
        {name: value for name, value in good.items() if "Timestamp" not in name},
        good | {"X-Twilio-Email-Event-Webhook-Signature": "AAAA"},
    ):
        answer = client.post(URL, content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "bad_signature")
    answer = client.post(URL, content=body + b" ", headers=good)
    assert answer.status_code == 401
    assert mail(admin_client, made)[0] == "sent"


def test_an_old_batch_is_refused_and_points_to_the_clocks(
    admin_client, made, sent, client, there: SendGrid, clock
) -> None:
    body, stamp = batch(event("bounce", sent)), str(int(clock.now.timestamp()))
    headers = there.headers(stamp, body)
    clock.advance(hours=26)
    answer = client.post(URL, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_signature")
    assert "clocks" in answer.json()["detail"]


def test_a_signed_body_that_is_no_list_is_said(client, there: SendGrid, clock) -> None:
    stamp = str(int(clock.now.timestamp()))
    answer = client.post(URL, content=b"{}", headers=there.headers(stamp, b"{}"))
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_body")


def test_a_body_beyond_all_batches_is_refused_unread(client, there: SendGrid) -> None:
    answer = client.post(URL, content=b" " * (4 * 1024 * 1024 + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_without_a_key_nothing_is_listened_to(settings: Settings, clock, there: SendGrid) -> None:
    app = create_app(
        settings.model_copy(update={"sendgrid_events_key": ""}), now=clock, background=False
    )
    body = batch(event("bounce", "a" * 32))
    headers = there.headers(str(int(clock.now.timestamp())), body)
    answer = TestClient(app).post(URL, content=body, headers=headers)
    app.state.parts.database.close()
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert "INVIGIL_SENDGRID_EVENTS_KEY" in answer.json()["detail"]
