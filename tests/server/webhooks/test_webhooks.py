"""Messages reach a real receiver, signed, once more by hand, and never a private address."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from server import dispatch
from server.deps import Parts
from server.models import AuditLog, WebhookDelivery
from server.settings import Settings
from server.webhooks import post as posting
from server.webhooks.post import post
from shared.events import AnswerDone, AnswerRevised
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import EXPECTED, invite
from tests.server.killed_worker import work_and_die
from tests.server.support import Clock
from tests.server.webhooks.receiver import Receiver, receiving

ALL = [
    "interview.started",
    "interview.completed",
    "interview.terminated",
    "result.scored",
    "result.overridden",
]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"webhook_private_hosts": "localhost"})


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


def make(super_client: TestClient, url: str, events=ALL) -> dict:
    answer = super_client.post("/api/admin/webhooks", json={"url": url, "events": events})
    assert answer.status_code == 201, answer.text
    return answer.json()


def deliver(parts: Parts) -> None:
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    dispatch.run_due(parts.database, parts.now, errands=errands)


def log(super_client: TestClient, made: dict) -> list[dict]:
    return super_client.get(f"/api/admin/webhooks/{made['id']}/deliveries").json()["items"]


def verified(secret: str, message: tuple[dict[str, str], bytes], at: datetime) -> dict:
    headers, content = message
    lower = {name.lower(): value for name, value in headers.items()}
    # The reference checks the time as well: it is told the test's.
    fixed = Webhook(secret)
    signed = fixed.sign(lower["webhook-id"], at, content.decode())
    assert signed in lower["webhook-signature"].split()
    return json.loads(content)


def test_an_interview_is_told_from_start_to_score(
    super_client: TestClient, client: TestClient, parts: Parts, admin, receiver: Receiver
):
    made = make(super_client, receiver.url)
    assert made["secret"].startswith("whsec_")
    assert "secret" not in super_client.get(f"/api/admin/webhooks/{made['id']}").json()
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    machine.append(AnswerRevised(question=invited.written, revision=1, text=EXPECTED, at_ms=1))
    machine.append(AnswerDone(question=invited.written, revision=1))
    machine.sync()
    deliver(parts)
    told = [verified(made["secret"], message, parts.now()) for message in receiver.got]
    assert {one["type"] for one in told} >= {"interview.started"}
    assert all(one["data"]["interview"] == invited.id for one in told)
    everything = b"".join(content for _, content in receiver.got).decode()
    assert "Grace" not in everything
    assert "grace@example.org" not in everything
    assert {item["state"] for item in log(super_client, made)} == {"delivered"}


def test_a_worker_killed_before_it_knew_sends_the_same_message_once_more(
    super_client: TestClient,
    client: TestClient,
    settings: Settings,
    parts: Parts,
    admin,
    clock: Clock,
    receiver: Receiver,
):
    made = make(super_client, receiver.url, ["interview.started"])
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()  # committed; nobody was told yet

    def on_arrival(call: Callable[[], None]) -> None:
        receiver.arrived = call

    work_and_die(settings, clock.now, on_arrival=on_arrival)
    assert {item["state"] for item in log(super_client, made)} == {"waiting"}
    deliver(parts)
    assert len(receiver.got) == 1, "it is somebody's until the lease ends"
    clock.advance(seconds=61)
    deliver(parts)
    deliver(parts)
    ids = [{k.lower(): v for k, v in headers.items()}["webhook-id"] for headers, _ in receiver.got]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert {item["state"] for item in log(super_client, made)} == {"delivered"}


def test_the_reference_library_takes_what_we_sign(
    super_client: TestClient, parts: Parts, clock: Clock, receiver: Receiver
):
    clock.now = datetime.now(clock.now.tzinfo)
    made = make(super_client, receiver.url)
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    deliver(parts)
    ((headers, content),) = receiver.got
    lower = {name.lower(): value for name, value in headers.items()}
    assert Webhook(made["secret"]).verify(content, lower)["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        Webhook(made["secret"]).verify(content + b" ", lower)


def test_a_new_secret_overlaps_with_the_old_one_for_a_day(
    super_client: TestClient, parts: Parts, clock: Clock, receiver: Receiver
):
    made = make(super_client, receiver.url)
    new = super_client.post(f"/api/admin/webhooks/{made['id']}/secret").json()["secret"]
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    deliver(parts)
    verified(made["secret"], receiver.got[0], parts.now())
    verified(new, receiver.got[0], parts.now())
    clock.advance(hours=25)
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    deliver(parts)
    verified(new, receiver.got[1], parts.now())
    with pytest.raises(AssertionError):
        verified(made["secret"], receiver.got[1], parts.now())


def test_what_fails_is_tried_again_with_the_same_id_and_shown(
    super_client: TestClient, parts: Parts, clock: Clock, receiver: Receiver
):
    made = make(super_client, receiver.url)
    receiver.status = 500
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    deliver(parts)
    (item,) = log(super_client, made)
    assert (item["state"], item["attempts"], item["status"]) == ("waiting", 1, 500)
    assert super_client.get(f"/api/admin/webhooks/{made['id']}").json()["failing_since"]
    receiver.status = 200
    clock.advance(seconds=6)
    deliver(parts)
    (item,) = log(super_client, made)
    assert (item["state"], item["attempts"]) == ("delivered", 2)
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1
    deliver(parts)
    assert len(receiver.got) == 2
    replayed = super_client.post(f"/api/admin/webhooks/{made['id']}/deliveries/{item['id']}/replay")
    assert replayed.status_code == 202
    deliver(parts)
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1
    assert len(receiver.got) == 3


@pytest.mark.expects_log
def test_an_address_that_takes_nothing_for_long_is_put_out_of_service(
    super_client: TestClient, parts: Parts, clock: Clock, receiver: Receiver, db: Session
):
    made = make(super_client, receiver.url)
    receiver.status = 503
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    for _ in range(12):
        deliver(parts)
        clock.advance(hours=24)
    (item,) = log(super_client, made)
    assert item["state"] == "failed"
    shown = super_client.get(f"/api/admin/webhooks/{made['id']}").json()
    assert (shown["active"], shown["disabled_reason"]) == (False, "It took nothing for three days.")
    actions = db.exec(select(AuditLog.action)).all()
    db.commit()
    assert "webhook.disabled" in actions
    refused = super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    back = super_client.patch(f"/api/admin/webhooks/{made['id']}", json={"active": True}).json()
    assert (back["active"], back["disabled_reason"], back["failing_since"]) == (True, "", None)


def test_redirects_are_not_followed_and_long_answers_not_read(
    super_client: TestClient, parts: Parts, receiver: Receiver
):
    made = make(super_client, receiver.url)
    receiver.status, receiver.headers = 302, {"Location": receiver.url}
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    deliver(parts)
    assert len(receiver.got) == 1
    assert log(super_client, made)[0]["words"].startswith("It points elsewhere")
    receiver.status, receiver.headers, receiver.body = 200, {}, b"x" * 20_000_000
    outcome = post(receiver.url, b"{}", {}, private_hosts={"localhost"})
    assert outcome.taken


def test_a_private_address_is_refused_when_it_is_connected_to(receiver: Receiver):
    outcome = post(receiver.url, b"{}", {}, private_hosts=())
    assert outcome.status is None
    assert "private" in outcome.words
    assert receiver.got == []


def test_a_name_that_changes_its_meaning_gains_nothing(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
):
    """Looked up once: what was judged is what is connected to."""
    port = int(receiver.url.split(":")[2].split("/")[0])
    answers = iter([["1.1.1.1", "127.0.0.1"], ["127.0.0.1"]])

    def lookup(host: str, port: int, **_: object):
        return [(0, 0, 0, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(posting.socket, "getaddrinfo", lookup)
    outcome = post(f"http://rebind.example:{port}/", b"{}", {}, private_hosts=())
    assert "private" in outcome.words
    assert receiver.got == []


def test_who_answers_drop_by_drop_is_left(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(posting, "WHOLE_WITHIN_S", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stop = threading.Event()

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                while not stop.wait(0.05):
                    try:
                        connection.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        url = f"http://localhost:{listener.getsockname()[1]}/"
        outcome = post(url, b"{}", {}, private_hosts={"localhost"})
        stop.set()
        thread.join()
    assert outcome.status is None


def test_plain_http_and_unknown_events_are_refused(super_client: TestClient, app):
    for body in (
        {"url": "ftp://example.org", "events": ALL},
        {"url": "https://example.org/", "events": ["interview.exploded"]},
        {"url": "https://example.org/", "events": []},
    ):
        answer = super_client.post("/api/admin/webhooks", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_a_deleted_address_is_told_nothing_more(
    super_client: TestClient, parts: Parts, receiver: Receiver, db: Session
):
    made = make(super_client, receiver.url)
    super_client.post(f"/api/admin/webhooks/{made['id']}/test")
    assert super_client.delete(f"/api/admin/webhooks/{made['id']}").status_code == 204
    deliver(parts)
    assert receiver.got == []
    assert db.exec(select(WebhookDelivery)).all() == []
    db.commit()
