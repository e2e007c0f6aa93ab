"""S1: a captured request is refused when it comes again, whole or in part of another."""

import random
from typing import Any

import pytest
from fastapi.testclient import TestClient

from shared.events import SystemNoted
from shared.sync import COUNTER_HEADER, SIGNATURE_HEADER
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial
REPLAYS = 300


class Wiretap:
    """Hands on what a machine sends, and keeps it."""

    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.heard: list[tuple[str, str, dict[str, Any]]] = []

    def request(self, method: str, url: str, **kwargs: Any) -> Any:
        if SIGNATURE_HEADER in kwargs.get("headers", {}):
            self.heard.append((method, url, kwargs))
        return self._client.request(method, url, **kwargs)


def recorded(client: TestClient, parts, admin) -> Wiretap:
    """A whole interview on a wire that somebody listens to."""
    tap = Wiretap(client)
    machine = CandidateMachine(tap, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    for number in range(6):
        machine.append(SystemNoted(what="app_restarted", detail=str(number)))
        machine.sync(machine.rows[-1:])
    machine.put_blob(b"Ogg", "audio/ogg")
    return tap


def test_no_replayed_or_recombined_request_is_taken(client: TestClient, parts, admin):
    heard = recorded(client, parts, admin).heard
    chance = random.Random(20261129)
    taken: list[str] = []
    for _ in range(REPLAYS):
        method, url, kwargs = chance.choice(heard)
        headers, content = dict(kwargs["headers"]), kwargs["content"]
        match chance.randrange(5):
            case 0:  # as it was
                pass
            case 1:  # another's body under this signature
                content = chance.choice(heard)[2]["content"]
            case 2:  # this body under another's address
                method, url = chance.choice(heard)[:2]
            case 3:  # a counter that was not used yet
                headers[COUNTER_HEADER] = str(10_000 + chance.randrange(1000))
            case _:  # another's signature
                headers[SIGNATURE_HEADER] = chance.choice(heard)[2]["headers"][SIGNATURE_HEADER]
        answer = client.request(method, url, content=content, headers=headers)
        if answer.status_code < 400:
            taken.append(f"{method} {url} {answer.status_code}")
    assert taken == []


def test_the_honest_machine_goes_on_afterwards(client: TestClient, parts, admin):
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    machine.append(SystemNoted(what="app_restarted"))
    machine.sync()
    path = f"/api/interview/sync/{machine.session}"
    stale = machine.headers("POST", path, b"{}", counter=1)
    refused = client.post(path, content=b"{}", headers=stale)
    assert refused.status_code == 409
    assert refused.json()["code"] == "replayed"
    assert machine.sync().acked == machine.head
