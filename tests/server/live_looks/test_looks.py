"""A look begins by a person, is told to the app, moves on by the app's word, and is on record."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.auth.people import Person
from server.deps import Parts
from server.dispatch import sweep
from server.models import AuditLog, InterviewSession, LiveLook, ServerLink
from shared.chain import canonical
from shared.looks import LIVE, LookEnd, look_statement
from shared.policy import Policy
from shared.sync import Line
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import invite
from tests.server.live_looks.offers import ANSWER, OFFER
from tests.server.support import Clock


def machine_with(
    client: TestClient, parts: Parts, admin: Person, *, live_camera: bool = True, knows: str = LIVE
) -> CandidateMachine:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, invited.id)
        interview.policy_json = Policy(live_camera=live_camera).model_dump_json()
        db.add(interview)
    machine = CandidateMachine(client, invited.token, now=parts.now(), knows=(knows,))
    machine.claim()
    return machine


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    machine = machine_with(client, parts, admin)
    machine.start()
    return machine


def ask(client: TestClient, machine: CandidateMachine, offer: str = OFFER):
    return client.post(f"/api/admin/interviews/{machine.session}/looks", json={"offer": offer})


def begin(client: TestClient, machine: CandidateMachine) -> str:
    answer = ask(client, machine)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def tell(machine: CandidateMachine, look: str, phase: str, **more: str) -> int:
    body = canonical({"look": look, "phase": phase} | more)
    return machine.signed("POST", f"look/{machine.session}", body).status_code


def mine(client: TestClient) -> list[dict]:
    return client.get("/api/admin/live-status").json()["looks"]


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_from_the_wish_to_the_picture_and_its_end(
    machine: CandidateMachine, admin_client: TestClient, db: Session
):
    look = begin(admin_client, machine)
    (told,) = machine.sync([]).looks
    assert (told.id, told.phase, told.offer, told.limit_s) == (look, "asked", OFFER, 900)
    assert tell(machine, look, "answered", answer=ANSWER) == 204
    (shown,) = mine(admin_client)
    assert (shown["phase"], shown["answer"], shown["why"]) == ("answered", ANSWER, None)
    assert tell(machine, look, "live") == 204
    (told,) = machine.sync([]).looks
    assert (told.phase, told.offer) == ("live", "")
    path = f"/api/admin/interviews/{machine.session}/looks/{look}"
    assert admin_client.delete(path).status_code == 204
    (told,) = machine.sync([]).looks
    assert told.phase == "ended"
    (shown,) = mine(admin_client)
    assert (shown["phase"], shown["why"], shown["answer"]) == ("ended", "closed", "")
    kept = db.get_one(LiveLook, look)
    assert (kept.offer, kept.answer) == ("", "")


def test_every_look_is_in_the_audit_log_and_in_the_signed_chain(
    machine: CandidateMachine, admin_client: TestClient, admin: Person, db: Session, clock: Clock
):
    first = begin(admin_client, machine)
    tell(machine, first, "answered", answer=ANSWER)
    tell(machine, first, "live")
    clock.advance(seconds=12)
    tell(machine, first, "ended", why="lost")
    begin(admin_client, machine)
    rows = db.exec(select(AuditLog).where(col(AuditLog.action).startswith("camera."))).all()
    assert [row.action for row in rows] == ["camera.looked", "camera.look_ended", "camera.looked"]
    assert {row.actor for row in rows} == {f"user:{admin.id}"}
    assert '"seconds": 12' in rows[1].detail_json
    assert '"why": "lost"' in rows[1].detail_json
    links = db.exec(select(ServerLink).where(ServerLink.kind == "look")).all()
    assert len(links) == 2


def test_the_open_line_brings_a_look_at_once_and_its_end(
    machine: CandidateMachine, client: TestClient, admin_client: TestClient
):
    headers = machine.headers("GET", f"/api/interview/ws/{machine.session}", b"")
    with client.websocket_connect(f"/api/interview/ws/{machine.session}", headers=headers) as line:
        look = begin(admin_client, machine)
        (told,) = Line.model_validate(line.receive_json()).looks
        assert (told.id, told.phase) == (look, "asked")
        admin_client.delete(f"/api/admin/interviews/{machine.session}/looks/{look}")
        (told,) = Line.model_validate(line.receive_json()).looks
        assert told.phase == "ended"


def test_what_the_app_is_told_is_signed_by_the_key_of_its_interview(
    machine: CandidateMachine, admin_client: TestClient
):
    begin(admin_client, machine)
    (told,) = machine.sync([]).looks
    key = Ed25519PublicKey.from_public_bytes(unb64(machine.grant.server_key))
    key.verify(unb64(told.sig), look_statement(told, machine.session))
    changed = told.model_copy(update={"offer": told.offer + "a=x\r\n"})
    with pytest.raises(InvalidSignature):
        key.verify(unb64(told.sig), look_statement(changed, machine.session))


@pytest.mark.parametrize(
    ("live_camera", "knows", "words"),
    [(False, LIVE, "policy allows no live look"), (True, "ask", "too old")],
)
def test_where_it_was_not_agreed_or_is_not_known_nobody_looks(
    client: TestClient,
    admin_client: TestClient,
    parts: Parts,
    admin: Person,
    live_camera: bool,
    knows: str,
    words: str,
):
    machine = machine_with(client, parts, admin, live_camera=live_camera, knows=knows)
    machine.start()
    answer = ask(admin_client, machine)
    assert code(answer) == (409, "wrong_state")
    assert words in answer.json()["detail"]
    assert machine.sync([]).looks == ()
    (tile,) = admin_client.get("/api/admin/live-status").json()["sessions"]
    assert tile["may_look"] is False


def test_the_live_page_says_where_a_look_is_possible(
    machine: CandidateMachine, admin_client: TestClient
):
    (tile,) = admin_client.get("/api/admin/live-status").json()["sessions"]
    assert tile["may_look"] is True


def test_before_the_start_and_while_paused_nobody_looks(
    client: TestClient, admin_client: TestClient, parts: Parts, admin: Person
):
    machine = machine_with(client, parts, admin)
    assert code(ask(admin_client, machine)) == (409, "wrong_state")
    machine.start()
    look = begin(admin_client, machine)
    path = f"/api/admin/interviews/{machine.session}/actions"
    admin_client.post(path, json={"action": "pause", "reason": "break"})
    (shown,) = mine(admin_client)
    assert (shown["id"], shown["phase"], shown["why"]) == (look, "ended", "paused")
    assert [one.phase for one in machine.sync([]).looks] == ["ended"]
    assert code(ask(admin_client, machine)) == (409, "wrong_state")


def test_a_machine_that_is_not_heard_is_not_asked(
    machine: CandidateMachine, admin_client: TestClient, clock: Clock
):
    clock.advance(seconds=40)
    answer = ask(admin_client, machine)
    assert "not connected" in answer.json()["detail"]
    machine.sync([])
    assert ask(admin_client, machine).status_code == 201


def test_whoever_looks_anew_ends_their_own_look_and_nobody_elses(
    machine: CandidateMachine, admin_client: TestClient, super_client: TestClient
):
    other = begin(super_client, machine)
    first, second = begin(admin_client, machine), begin(admin_client, machine)
    assert {one["id"]: one["why"] for one in mine(admin_client)} == {
        first: "replaced",
        second: None,
    }
    assert [(one["id"], one["why"]) for one in mine(super_client)] == [(other, None)]


def test_no_more_than_the_setting_says_look_at_a_time(
    machine: CandidateMachine, admin_client: TestClient, super_client: TestClient, parts: Parts
):
    one = parts.settings.model_copy(update={"live_lookers": 1})
    object.__setattr__(parts, "settings", one)
    begin(super_client, machine)
    assert "One person looks already" in ask(admin_client, machine).json()["detail"]


def test_what_nobody_answers_is_over_and_written_down_by_the_sweep(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, db: Session, clock: Clock
):
    look = begin(admin_client, machine)
    clock.advance(seconds=26)
    (shown,) = mine(admin_client)
    assert shown["why"] == "no_answer"
    assert tell(machine, look, "answered", answer=ANSWER) == 204  # too late
    clock.advance(seconds=1)
    sweep(parts.database, clock())
    kept = db.get_one(LiveLook, look)
    assert (kept.why, kept.answer) == ("no_answer", "")
    assert kept.ended_at is not None


def test_the_sweep_ends_what_nobody_asks_about(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, db: Session, clock: Clock
):
    look = begin(admin_client, machine)
    tell(machine, look, "answered", answer=ANSWER)
    tell(machine, look, "live")
    clock.advance(minutes=14, seconds=59)
    sweep(parts.database, clock())
    assert mine(admin_client)[0]["phase"] == "live"
    clock.advance(seconds=1)
    sweep(parts.database, clock())
    assert db.get_one(LiveLook, look).why == LookEnd.TIME
    db.commit()
    clock.advance(minutes=2)
    assert mine(admin_client) == []


def test_whose_it_is_not_they_neither_see_nor_end_nor_answer(
    machine: CandidateMachine,
    admin_client: TestClient,
    other_client: TestClient,
    super_client: TestClient,
    client: TestClient,
    parts: Parts,
    admin: Person,
):
    assert code(ask(other_client, machine)) == (404, "not_found")
    look = begin(admin_client, machine)
    path = f"/api/admin/interviews/{machine.session}/looks/{look}"
    assert other_client.delete(path).status_code == 404
    assert (
        super_client.delete(path).status_code == 404
    )  # sees the interview, but looks are one's own
    stranger = machine_with(client, parts, admin)
    stranger.start()
    assert tell(stranger, look, "answered", answer=ANSWER) == 404
    (shown,) = mine(admin_client)
    assert shown["phase"] == "asked"


def test_another_machine_is_told_nothing_of_a_look_at_the_one_before(
    machine: CandidateMachine, client: TestClient, admin_client: TestClient, clock: Clock
):
    look = begin(admin_client, machine)
    clock.advance(seconds=61)
    other = CandidateMachine(client, machine.token, now=clock.now, knows=(LIVE,))
    other.claim()
    assert other.sync([]).looks == ()
    assert tell(other, look, "answered", answer=ANSWER) == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"phase": "answered"}, 422),
        ({"phase": "live", "answer": ANSWER}, 422),
        ({"phase": "asked"}, 422),
        ({"phase": "ended", "why": "because"}, 422),
        ({"phase": "ended"}, 204),
    ],
)
def test_words_of_another_shape_are_refused(
    machine: CandidateMachine, admin_client: TestClient, body: dict, status: int
):
    look = begin(admin_client, machine)
    answer = machine.signed("POST", f"look/{machine.session}", canonical({"look": look} | body))
    assert answer.status_code == status


def test_an_offer_of_another_shape_names_the_field(
    machine: CandidateMachine, admin_client: TestClient
):
    answer = ask(admin_client, machine, "hello")
    assert code(answer) == (422, "invalid_request")
    assert answer.json()["errors"][0]["field"] == "body.offer"
    assert ask(admin_client, machine, "v=0\r\n" + "a" * 40_000).status_code in (413, 422)


def test_servers_to_find_a_way_by_come_with_credentials_of_ones_own(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, admin: Person, clock: Clock
):
    assert admin_client.get("/api/admin/look-servers").json() == {
        "ice": [],
        "relay_only": False,
        "limit_s": 900,
    }
    change = {"turn_urls": "turn:turn.example:3478", "live_relay_only": True}
    secret = {"turn_secret": type(parts.settings.turn_secret)("a secret of the turn server")}
    object.__setattr__(parts, "settings", parts.settings.model_copy(update=change | secret))
    found = admin_client.get("/api/admin/look-servers").json()
    ends = int((clock() + timedelta(minutes=16)).timestamp())
    assert found["ice"][0]["username"] == f"{ends}:{admin.id}"
    assert found["relay_only"] is True
    begin(admin_client, machine)
    (told,) = machine.sync([]).looks
    assert told.relay_only
    assert told.ice[0].username == f"{ends}:{machine.session}"
    assert told.ice[0].credential != found["ice"][0]["credential"]
