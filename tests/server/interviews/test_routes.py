"""Invitations: what is frozen, shown once, moved, withdrawn and brought back."""

import pytest
from sqlmodel import Session, select

from server.interviews.service import expire_due
from server.models import AuditLog, InterviewSession, SessionQuestion
from shared.ids import token_hash

QUESTION = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because"}]}
WINDOW = {"opens_at": "2026-11-23T09:00:00Z", "closes_at": "2026-11-23T19:00:00+01:00"}


@pytest.fixture
def paper(admin_client) -> str:
    key = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    admin_client.post(f"/api/admin/papers/{key}/questions", json=QUESTION)
    return key


def body(paper: str, **fields) -> dict:
    return {
        "paper_id": paper,
        "candidate_name": "Cleo",
        "candidate_email": "Cleo@Example.org",
        "zone": "Europe/Berlin",
        **WINDOW,
        **fields,
    }


@pytest.fixture
def made(admin_client, paper) -> dict:
    answer = admin_client.post("/api/admin/interviews", json=body(paper))
    assert answer.status_code == 201, answer.text
    return answer.json()


def token_of(view: dict) -> str:
    address, token = view["invite_url"].split("#")
    assert address == "http://127.0.0.1:8080/i"
    return token


def access(client, view: dict):
    return client.get(f"/api/interview/access/{token_of(view)}")


def test_invite_opens_the_interview_and_its_link_is_shown_once(
    client, admin_client, made, db: Session
) -> None:
    assert access(client, made).json()["session"] == made["id"]
    assert made["closes_at"] == "2026-11-23T18:00:00Z"
    assert made["candidate_email"] == "cleo@example.org"
    assert [step["rule"] for step in made["timeline"]] == ["created"]
    again = admin_client.get(f"/api/admin/interviews/{made['id']}").json()
    assert again == made | {"invite_url": None}
    stored = db.get(InterviewSession, made["id"])
    assert stored.invite_hash == token_hash(token_of(made))
    assert token_of(made) not in repr(stored.model_dump())


def test_key_is_wrapped_for_this_session_only(made, parts, db: Session) -> None:
    sealed = db.get(InterviewSession, made["id"]).key_sealed
    assert len(parts.keys.unwrap(sealed, about=made["id"])) == 32
    with pytest.raises(Exception, match="does not open"):
        parts.keys.unwrap(sealed, about="0" * 32)


def test_later_changes_of_the_paper_do_not_reach_the_interview(
    admin_client, paper, made, db: Session
) -> None:
    listed = admin_client.get(f"/api/admin/papers/{paper}/questions").json()["items"][0]
    changed = {"prompt": "What else?", "key_points": []}
    admin_client.patch(f"/api/admin/questions/{listed['id']}", json=changed)
    admin_client.patch(f"/api/admin/papers/{paper}", json={"title": "New", "duration_s": 60})
    found = admin_client.get(f"/api/admin/interviews/{made['id']}").json()
    assert (found["title"], found["duration_s"]) == ("Backend", 3600)
    assert found["questions"][0]["prompt"] == "Why?"
    assert "because" in db.exec(select(SessionQuestion)).one().key_points_json


@pytest.mark.parametrize(
    "unseen",
    ["\u202e", "\u202a", "\u2066", "\u2069", "\u2028", "\x85", "\ufffb"],
    ids=lambda character: f"U+{ord(character):04X}",
)
@pytest.mark.parametrize("field", ["candidate_name", "candidate_email"])
def test_text_that_would_show_as_another_is_refused_with_a_sentence(
    admin_client, paper, field: str, unseen: str
) -> None:
    answer = admin_client.post(
        "/api/admin/interviews", json=body(paper, **{field: f"cleo{unseen}gro@example.org"})
    )
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["field"] == f"body.{field}"
    assert "type it again" in error["message"] or "pattern" in error["message"]


@pytest.mark.parametrize(
    "name", ["Zo\u00eb O\u2019Brien", "\u0645\u06cc\u200c\u0631", "\u05d0\u200f!"]
)
def test_names_of_all_scripts_are_taken_as_written(admin_client, paper, name: str) -> None:
    answer = admin_client.post("/api/admin/interviews", json=body(paper, candidate_name=name))
    assert (answer.status_code, answer.json()["candidate_name"]) == (201, name)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"closes_at": "2026-11-23T09:00:30Z"}, "closes_at"),
        ({"opens_at": "2020-01-01T00:00:00Z", "closes_at": "2020-01-02T00:00:00Z"}, "closes_at"),
        ({"opens_at": "2026-11-23T09:00:00"}, "opens_at"),
        ({"opens_at": "0001-01-01T00:00:00+14:00"}, "opens_at"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"candidate_email": "nobody"}, "candidate_email"),
        ({"candidate_name": "Two\r\nlines"}, "candidate_name"),
        ({"accommodations": {"extra_time_percent": 500}}, "accommodations.extra_time_percent"),
        (
            {"policy": {"sensitivity": {"gaze_beyond_deg": 31}}},
            "policy.sensitivity.gaze_beyond_deg",
        ),
        ({"policy": {"sensitivity": {"mind_reading_s": 1}}}, "policy.sensitivity.mind_reading_s"),
        ({"policy": {"identity": "yes"}}, "policy.identity"),
    ],
)
def test_impossible_invitation_is_refused_by_field(admin_client, paper, change, field) -> None:
    answer = admin_client.post("/api/admin/interviews", json=body(paper, **change))
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [f"body.{field}"]


def test_paper_must_have_questions_be_visible_and_not_archived(
    admin_client, other_client, paper
) -> None:
    empty = admin_client.post("/api/admin/papers", json={"title": "Empty"}).json()["id"]
    answer = admin_client.post("/api/admin/interviews", json=body(empty))
    assert answer.json()["code"] == "paper_empty"
    assert other_client.post("/api/admin/interviews", json=body(paper)).status_code == 404
    admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": True})
    answer = admin_client.post("/api/admin/interviews", json=body(paper))
    assert answer.json()["code"] == "wrong_state"


def test_withdrawn_invite_opens_nothing_and_keeps_its_reason(
    client, admin_client, made, db: Session
) -> None:
    address = f"/api/admin/interviews/{made['id']}"
    answer = admin_client.patch(address, json={"cancel_reason": "Position filled"}).json()
    assert answer["status"] == "cancelled"
    assert access(client, made).json()["code"] == "invite_revoked"
    again = admin_client.patch(address, json={"cancel_reason": "Twice"})
    assert again.json()["code"] == "wrong_state"
    entries = db.exec(select(AuditLog).where(AuditLog.action == "interview.changed")).all()
    assert ["Position filled" in entry.detail_json for entry in entries] == [True]


def test_rules_and_accommodations_are_set_for_one_interview(admin_client, paper, clock) -> None:
    accommodations = {"tics": True, "reads_aloud": True, "no_light_challenge": True}
    policy = {"light_challenge": True, "objects": False, "sensitivity": {"gaze_beyond_deg": 5}}
    asked = body(paper, accommodations=accommodations, policy=policy)
    made = admin_client.post("/api/admin/interviews", json=asked).json()
    assert accommodations.items() <= made["accommodations"].items()
    assert (made["policy"]["light_challenge"], made["policy"]["objects"]) == (True, False)
    assert made["policy"]["sensitivity"]["gaze_beyond_deg"] == 5
    assert made["policy"]["sensitivity"]["object_after_s"] == 2
    other = admin_client.post("/api/admin/interviews", json=body(paper)).json()
    assert other["policy"]["objects"] is True


def test_rules_change_until_the_start_and_not_afterwards(admin_client, made, parts) -> None:
    address = f"/api/admin/interviews/{made['id']}"
    change = {
        "policy": {"voices": False, "sensitivity": {"speech_after_s": 4.5}},
        "accommodations": {"nystagmus": True, "screen_reader": True, "no_calibration": True},
    }
    changed = admin_client.patch(address, json=change).json()
    assert changed["policy"]["voices"] is False
    assert changed["policy"]["sensitivity"]["speech_after_s"] == 4.5
    assert changed["accommodations"]["nystagmus"] is True
    assert admin_client.patch(address, json={"zone": "UTC"}).json()["policy"]["voices"] is False
    with parts.database.write() as session:
        interview = session.get(InterviewSession, made["id"])
        interview.status = "interview_active"
        session.add(interview)
    refused = admin_client.patch(address, json={"policy": {}})
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")


def test_new_link_brings_a_cancelled_interview_back(client, admin_client, made) -> None:
    address = f"/api/admin/interviews/{made['id']}"
    admin_client.patch(address, json={"cancel_reason": "Mistake"})
    assert admin_client.patch(address, json={"zone": "UTC"}).json()["code"] == "wrong_state"
    back = admin_client.patch(address, json={"new_link": True}).json()
    assert back["status"] == "invited"
    assert [step["status"] for step in back["timeline"]] == ["invited", "cancelled", "invited"]
    assert access(client, back).status_code == 200
    assert access(client, made).json()["code"] == "invite_unknown"


def test_new_time_moves_the_window_and_leaves_the_link(client, admin_client, made) -> None:
    later = {"opens_at": "2026-12-01T09:00:00Z", "closes_at": "2026-12-01T12:00:00Z"}
    answer = admin_client.patch(f"/api/admin/interviews/{made['id']}", json=later).json()
    assert answer["invite_url"] is None
    assert access(client, made).json()["opens_at"].startswith("2026-12-01T09:00:00")


def test_half_a_window_is_checked_against_the_other_half(admin_client, made) -> None:
    answer = admin_client.patch(
        f"/api/admin/interviews/{made['id']}", json={"closes_at": "2026-11-23T09:00:00Z"}
    )
    assert answer.status_code == 422


def test_window_over_expires_and_a_new_window_brings_it_back(
    admin_client, made, parts, clock
) -> None:
    with parts.database.write() as session:
        assert expire_due(session, now=clock()) == 0
    clock.advance(hours=10)
    with parts.database.write() as session:
        assert expire_due(session, now=clock()) == 1
        assert expire_due(session, now=clock()) == 0
    address = f"/api/admin/interviews/{made['id']}"
    found = admin_client.get(address).json()
    assert (found["status"], found["timeline"][-1]["rule"]) == ("expired", "window_over")
    later = {"closes_at": "2026-11-25T09:00:00Z"}
    assert admin_client.patch(address, json=later).json()["status"] == "invited"


def test_unstarted_interview_can_be_deleted_and_frees_its_paper(
    admin_client, paper, made, db: Session
) -> None:
    assert admin_client.delete(f"/api/admin/papers/{paper}").json()["code"] == "in_use"
    assert admin_client.delete(f"/api/admin/interviews/{made['id']}").status_code == 204
    assert db.exec(select(SessionQuestion)).all() == []
    db.rollback()
    assert admin_client.delete(f"/api/admin/papers/{paper}").status_code == 204


def test_started_interview_is_kept(admin_client, made, parts, clock) -> None:
    with parts.database.write() as session:
        interview = session.get(InterviewSession, made["id"])
        interview.status, interview.started_at = "interview_active", clock()
        session.add(interview)
    address = f"/api/admin/interviews/{made['id']}"
    assert admin_client.delete(address).json()["code"] == "wrong_state"
    assert admin_client.patch(address, json={"new_link": True}).json()["code"] == "wrong_state"


def test_interview_of_somebody_else_is_not_there(other_client, super_client, made) -> None:
    address = f"/api/admin/interviews/{made['id']}"
    assert other_client.get(address).status_code == 404
    assert other_client.patch(address, json={"cancel_reason": "x"}).status_code == 404
    assert other_client.delete(address).status_code == 404
    assert other_client.get("/api/admin/interviews").json()["items"] == []
    assert super_client.get(address).status_code == 200


def test_list_filters_searches_and_goes_on(admin_client, paper, made, clock) -> None:
    for name in ("Dora 100%", "Emil", "Fay"):
        clock.advance(seconds=1)
        admin_client.post("/api/admin/interviews", json=body(paper, candidate_name=name))
    admin_client.patch(f"/api/admin/interviews/{made['id']}", json={"cancel_reason": "x"})

    def names(query: str) -> list[str]:
        page = admin_client.get(f"/api/admin/interviews?{query}").json()
        return [item["candidate_name"] for item in page["items"]]

    assert names("status=cancelled") == ["Cleo"]
    assert names("status=cancelled&status=invited&limit=2") == ["Fay", "Emil"]
    assert names("q=emi") == ["Emil"]
    assert names("q=%25") == ["Dora 100%"]
    assert names(f"paper_id={'0' * 32}") == []
    first = admin_client.get("/api/admin/interviews?limit=3").json()
    assert [i["candidate_name"] for i in first["items"]] == ["Fay", "Emil", "Dora 100%"]
    assert names(f"limit=3&cursor={first['next_cursor']}") == ["Cleo"]


def test_new_link_shuts_out_the_machine_that_held_the_interview(
    admin_client, made, parts, clock
) -> None:
    with parts.database.write() as session:
        interview = session.get(InterviewSession, made["id"])
        interview.public_key, interview.segment = "k" * 43, 1
        interview.lease_hash, interview.lease_seen_at = "h" * 64, clock()
        session.add(interview)
    admin_client.patch(f"/api/admin/interviews/{made['id']}", json={"new_link": True})
    with parts.database.read() as session:
        interview = session.get(InterviewSession, made["id"])
        assert interview.lease_hash is None
        assert interview.public_key != "k" * 43
        assert interview.segment == 1
