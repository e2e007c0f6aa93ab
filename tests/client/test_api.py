"""Every answer of a network becomes one of our errors, with a sentence to act on."""

import json
import logging
import ssl
from collections.abc import Callable, Iterator

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from client.api import InterviewApi, check_instruction, parse_invite
from client.errors import BadAnswer, ClientError, Refused, Unreachable, WrongInvite
from client.spool.keys import Lease, SigningKey
from client.spool.sealing import to_base64url
from shared.chain import canonical
from shared.problems import PROBLEMS
from shared.runs import RunRequest
from shared.session import ClaimRequest, Grant
from shared.sync import Batch, Instruction
from shared.version import APP_VERSION, PROTOCOL
from tests.client.spool.memory_server import MemoryServer, make_grant, refusal

TOKEN = "AbC-_" * 8 + "xyz"

Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def server_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture
def signing_key() -> SigningKey:
    return SigningKey.generate()


@pytest.fixture
def grant(server_key: Ed25519PrivateKey) -> Grant:
    return make_grant(server_key)


@pytest.fixture
def lease(grant: Grant, signing_key: SigningKey) -> Lease:
    counters: Iterator[int] = iter(range(1, 1000))
    return Lease(
        session=grant.session,
        token=grant.token,
        nonce=grant.nonce,
        kid=grant.kid,
        server_key=grant.server_key,
        signing_key=signing_key,
        next_counter=lambda: next(counters),
    )


def talking_to(answer: Answer, lease: Lease | None = None) -> InterviewApi:
    api = InterviewApi("https://jobs.example.com", transport=httpx.MockTransport(answer))
    if lease:
        api.take_lease(lease)
    return api


def batch(grant: Grant) -> Batch:
    return Batch(
        v=1, session=grant.session, segment=1, sent_at="2026-11-22T15:00:00.000Z", mono_ms=1
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"https://jobs.example.com/i#{TOKEN}", ("https://jobs.example.com", TOKEN)),
        (f"  <https://jobs.example.com/i#{TOKEN}>\n", ("https://jobs.example.com", TOKEN)),
        (f"Hello Ada, go to https://a.example:8443/i#{TOKEN}.", ("https://a.example:8443", TOKEN)),
        (f"http://127.0.0.1:8000/i#{TOKEN}", ("http://127.0.0.1:8000", TOKEN)),
        (f"http://[::1]:8000/i#{TOKEN}", ("http://[::1]:8000", TOKEN)),
        (f"invigil://jobs.example.com/i#{TOKEN}", ("https://jobs.example.com", TOKEN)),
        (f"invigil://jobs.example.com/{TOKEN}", ("https://jobs.example.com", TOKEN)),
        (f"invigil://localhost:8000/i#{TOKEN}", ("http://localhost:8000", TOKEN)),
        (TOKEN, ("https://default.example", TOKEN)),
        (f"\u200b{TOKEN} ", ("https://default.example", TOKEN)),
    ],
)
def test_invite_is_read_in_every_form(text: str, expected: tuple[str, str]):
    assert parse_invite(text, "https://default.example/") == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Paste the link"),
        ("   ", "Paste the link"),
        ("my interview", "neither"),
        ("short", "neither"),
        ("https://jobs.example.com/i", "end of this link is missing"),
        ("https://jobs.example.com/i#abc", "end of this link is missing"),
        (f"https:///i#{TOKEN}", "names no server"),
        (f"https://jobs.example.com:99999999/i#{TOKEN}", "names no server"),
        (f"http://jobs.example.com/i#{TOKEN}", "not protected"),
        (f"ftp://jobs.example.com/i#{TOKEN}", "neither"),
    ],
)
def test_wrong_invite_says_what_is_wrong(text: str, says: str):
    with pytest.raises(WrongInvite, match=says):
        parse_invite(text, "https://default.example")


def test_bare_code_needs_a_server():
    with pytest.raises(WrongInvite, match="which server"):
        parse_invite(TOKEN)


def test_unprotected_server_is_taken_where_it_is_allowed():
    link = f"http://10.0.0.5:8000/i#{TOKEN}"
    assert parse_invite(link, allow_http=True) == ("http://10.0.0.5:8000", TOKEN)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str):
    try:
        base_url, token = parse_invite(text, "https://default.example")
    except WrongInvite as error:
        assert error.message.endswith(".")  # noqa: PT017 - both outcomes are right
    else:
        assert base_url.startswith(("https://", "http://"))
        assert 16 <= len(token) <= 128


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_problem_becomes_its_sentence(code: str):
    api = talking_to(lambda request: refusal(code))
    with pytest.raises(Refused) as raised:
        api.access(TOKEN)
    _, title, what_to_do = PROBLEMS[code]
    assert raised.value.code == code
    assert raised.value.message == f"{title} {what_to_do}"


@pytest.mark.parametrize(
    ("code", "retryable"),
    [
        ("overloaded", True),
        ("rate_limited", True),
        ("internal", True),
        ("replayed", True),
        ("invite_expired", False),
        ("open_elsewhere", False),
        ("chain_fork", False),
        ("bad_signature", False),
    ],
)
def test_only_what_passes_is_tried_again(code: str, retryable: bool):
    with pytest.raises(Refused) as raised:
        talking_to(lambda request: refusal(code)).access(TOKEN)
    assert raised.value.retryable is retryable


def test_unknown_code_of_a_newer_server_still_says_something():
    body = {"title": "A new rule.", "status": 409, "code": "brand_new", "detail": "Do this."}
    api = talking_to(lambda request: httpx.Response(409, json=body))
    with pytest.raises(Refused, match="A new rule. Do this.") as raised:
        api.access(TOKEN)
    assert not raised.value.retryable


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        (
            {
                "Retry-After": "Sun, 22 Nov 2026 15:00:30 GMT",
                "Date": "Sun, 22 Nov 2026 15:00:00 GMT",
            },
            30.0,
        ),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Sun, 22 Nov 2026 15:00:30 GMT"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_both_forms(headers: dict[str, str], seconds: float | None):
    with pytest.raises(Refused) as raised:
        talking_to(lambda request: refusal("overloaded", **headers)).access(TOKEN)
    assert raised.value.retry_after_s == seconds


@pytest.mark.parametrize(
    ("status", "expected"),
    [(502, Refused), (503, Refused), (429, Refused), (403, BadAnswer), (302, BadAnswer)],
)
def test_page_of_something_between_us_may_pass(status: int, expected: type[ClientError]):
    api = talking_to(lambda request: httpx.Response(status, html="<h1>Sign in</h1>"))
    with pytest.raises(expected) as raised:
        api.access(TOKEN)
    assert raised.value.retryable


@pytest.mark.parametrize("content", [b"<html>", b"{}", b"", b"[1]", b"\xff\xfe"])
def test_answer_that_is_not_ours_says_so(content: bytes):
    api = talking_to(lambda request: httpx.Response(200, content=content))
    with pytest.raises(BadAnswer, match="did not come from an Invigil server"):
        api.access(TOKEN)


def failing_with(error: Exception, cause: Exception | None = None) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error from cause

    return answer


VIEW = {"session": "a" * 32, "candidate_name": "Ada"}
"""An answer of ours, as far as a server of another version gives it."""


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"version": "0.0.9", "protocol": PROTOCOL}, "client_too_new"),
        ({"version": APP_VERSION, "protocol": PROTOCOL - 1}, "client_too_new"),
        ({"version": "99.0", "protocol": PROTOCOL - 1}, "client_too_new"),
        ({"version": "99.0", "protocol": PROTOCOL}, "client_too_old"),
        ({"version": "0.0.9", "protocol": PROTOCOL + 1}, "client_too_old"),
    ],
)
def test_view_of_another_version_says_which_side_to_update(config: dict[str, object], code: str):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=config if request.url.path == "/api/config" else VIEW)

    with pytest.raises(Refused) as caught:
        talking_to(answer).access(TOKEN)
    _, title, what_to_do = PROBLEMS[code]
    assert caught.value.code == code
    assert str(caught.value) == f"{title} {what_to_do}"


@pytest.mark.parametrize(
    "config",
    [{"version": APP_VERSION, "protocol": PROTOCOL}, {"version": "x", "protocol": 0}, {}, None],
)
def test_misfit_that_no_version_explains_is_not_ours(config: dict[str, object] | None):
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/api/config":
            return httpx.Response(200, json=VIEW)
        return httpx.Response(404) if config is None else httpx.Response(200, json=config)

    with pytest.raises(BadAnswer, match="not come from an Invigil server"):
        talking_to(answer).access(TOKEN)


@pytest.mark.parametrize(
    ("error", "cause", "says"),
    [
        (httpx.ConnectError("refused"), None, "cannot be reached"),
        (httpx.ConnectTimeout("slow"), None, "in time"),
        (httpx.ReadTimeout("slow"), None, "in time"),
        (httpx.ReadError("cut"), None, "cannot be reached"),
        (httpx.RemoteProtocolError("nonsense"), None, "cannot be reached"),
        (httpx.ConnectError("tls"), ssl.SSLCertVerificationError("self-signed"), "not trusted"),
    ],
)
def test_silent_network_is_unreachable(error: Exception, cause: Exception | None, says: str):
    with pytest.raises(Unreachable, match=says) as raised:
        talking_to(failing_with(error, cause)).access(TOKEN)
    assert raised.value.retryable


def test_nothing_listens_on_a_real_port():
    api = InterviewApi("http://127.0.0.1:1", connect_timeout_s=1.0)
    with pytest.raises(Unreachable):
        api.access(TOKEN)
    api.close()


def test_claim_carries_the_key_and_reads_the_grant(grant: Grant, signing_key: SigningKey):
    seen: list[dict[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        assert request.url.path == "/api/interview/claim"
        return httpx.Response(200, content=grant.model_dump_json().encode())

    request = ClaimRequest(
        token=TOKEN, public_key=signing_key.public, client_version="0.1.0", protocol=1
    )
    assert talking_to(answer).claim(request) == grant
    assert seen[0]["public_key"] == signing_key.public


def test_a_run_is_asked_with_the_leases_token_and_uses_no_counter(lease: Lease):
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"state": "done", "revision": 2})

    asked = RunRequest(question="3" * 32, language="go", code="package main", revision=2)
    told = talking_to(answer, lease).run(asked)
    assert (told.state, told.revision) == ("done", 2)
    (request,) = seen
    assert request.url.path == f"/api/interview/run/{lease.session}"
    assert request.headers["Authorization"] == f"Bearer {lease.token}"
    assert RunRequest.model_validate_json(request.content) == asked
    assert lease.next_counter() == 1


def test_signed_request_is_one_that_the_contract_accepts(
    grant: Grant, server_key: Ed25519PrivateKey, signing_key: SigningKey, lease: Lease
):
    server = MemoryServer(grant, server_key, signing_key.public)
    receipt = talking_to(server, lease).sync(batch(grant))
    assert receipt.acked.seq == 0
    assert server.counter == 1


@pytest.mark.parametrize(
    "change",
    [
        {"session": "ab" * 16},
        {"received_at": "2026-11-22T16:00:00.000Z"},
        {"prev": "ab" * 32},
        {"body_sha256": "ab" * 32},
        {"kid": "another"},
        {"sig": to_base64url(b"x" * 64)},
    ],
)
def test_receipt_that_was_tampered_with_is_refused(
    grant: Grant,
    server_key: Ed25519PrivateKey,
    signing_key: SigningKey,
    lease: Lease,
    change: dict[str, str],
):
    server = MemoryServer(grant, server_key, signing_key.public)

    def answer(request: httpx.Request) -> httpx.Response:
        receipt = server.receipt(request.read(), **change)
        return httpx.Response(200, content=receipt.model_dump_json().encode())

    with pytest.raises(BadAnswer, match="not signed") as raised:
        talking_to(answer, lease).sync(batch(grant))
    assert not raised.value.retryable


def test_instruction_needs_the_servers_signature(
    grant: Grant, server_key: Ed25519PrivateKey, lease: Lease
):
    given_at = "2026-11-22T15:00:00.000Z"
    fields = {
        "number": 1,
        "action": "extend",
        "reason": "outage",
        "text": "",
        "seconds": 300,
        "at": given_at,
    }
    statement = canonical({**fields, "session": grant.session})
    instruction = Instruction.model_validate(
        {**fields, "sig": to_base64url(server_key.sign(statement))}
    )
    check_instruction(instruction, lease=lease)
    with pytest.raises(BadAnswer):
        check_instruction(instruction.model_copy(update={"seconds": 3000}), lease=lease)


def test_signed_request_without_a_lease_is_a_fault_of_ours(grant: Grant):
    with pytest.raises(RuntimeError, match="take_lease"):
        talking_to(lambda request: httpx.Response(200)).sync(batch(grant))


def test_invite_never_reaches_a_log(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    with pytest.raises(Refused):
        talking_to(lambda request: refusal("invite_expired")).access(TOKEN)
    assert TOKEN not in caplog.text
