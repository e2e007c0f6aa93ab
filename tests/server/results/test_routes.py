"""A reviewer reads, listens, looks and decides; nobody else does."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch
from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, Score
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerRevised,
    AnswerTranscribed,
    Artifact,
    Severity,
    SignalClosed,
    SignalOpened,
    SystemNoted,
)
from shared.session import ChainHead
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import EXPECTED, Invited, invite
from tests.server.support import Clock, bearer


class Done:
    """A finished interview with an answer of each kind."""

    def __init__(self, client: TestClient, parts: Parts, admin: Person) -> None:
        self.invited: Invited = invite(parts, admin)
        self.machine = CandidateMachine(client, self.invited.token, now=parts.now())
        self.machine.claim()
        self.machine.start()
        self.picture: Artifact = self.machine.put_blob(b"\xff\xd8 a face", "image/jpeg")
        parts_of_sound = [self.machine.put_blob(sound, "audio/ogg") for sound in (b"Ogg1", b"Ogg2")]
        append = self.machine.append
        append(
            SignalOpened(
                signal="second_face",
                severity=Severity.HIGH,
                onset_ms=1000,
                at_ms=2000,
                evidence=(self.picture,),
            )
        )
        append(SignalClosed(signal="second_face", onset_ms=1000, ended_ms=4000, at_ms=4100))
        written, spoken = self.invited.written, self.invited.spoken
        append(AnswerRevised(question=written, revision=1, text=EXPECTED, at_ms=5000))
        append(AnswerDone(question=written, revision=1, spent_ms=4000))
        for part, sound in enumerate(parts_of_sound, 1):
            append(AnswerChunk(question=spoken, take=1, part=part, audio=sound, duration_ms=500))
        append(AnswerTranscribed(question=spoken, take=1, text="", reason="There is no model."))
        append(AnswerDone(question=spoken, takes=1))
        self.machine.sync()
        self.machine.finish()
        dispatch.run_due(parts.database, parts.now)

    @property
    def url(self) -> str:
        return f"/api/admin/result/{self.invited.id}"


@pytest.fixture
def done(client: TestClient, parts: Parts, admin: Person) -> Done:
    return Done(client, parts, admin)


def test_a_review_page_counts_forks_and_quarantined_rows(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    first = machine.append(SystemNoted(what="app_restarted"))
    machine.append_raw("signal.opened", b'{"signal":5}')
    assert machine.sync().quarantined == (2,)
    machine.head = ChainHead(seq=1, hash=first.row.hash)
    other = [machine.append(SystemNoted(what="proctor_lost")) for _ in range(2)]
    assert machine.ask_sync(other).json()["code"] == "chain_fork"
    record = admin_client.get(f"/api/admin/result/{invited.id}").json()["record"]
    assert (record["rows"], record["head_seq"]) == (2, 2)
    assert (record["forks"], record["quarantined"]) == (2, 1)


def test_a_review_page_has_all_of_an_interview(done: Done, admin_client: TestClient):
    result = admin_client.get(done.url).json()
    assert result["interview"]["status"] == "completed"
    assert [step["status"] for step in result["timeline"]][-1] == "completed"
    (event,) = result["events"]
    assert (event["signal"], event["onset_ms"], event["ended_ms"]) == ("second_face", 1000, 4000)
    assert event["evidence"][0]["sha256"] == done.picture.sha256
    written, spoken = result["answers"]
    assert written["text"] == EXPECTED
    assert written["current"]["points"] == 10
    assert written["current"]["label"] == "provisional, for review"
    quote = written["current"]["evidence"][1]
    assert EXPECTED[quote["start"] : quote["end"]] == quote["quote"] == "trades memory for time"
    assert spoken["takes"] == [{"take": 1, "duration_ms": 1000, "parts": 2, "missing": 0}]
    assert spoken["current"]["state"] == "needs_person"
    assert spoken["current"]["points"] is None
    assert "There is no model." in spoken["current"]["reason"]
    assert result["total"] == {
        "points": 10.0,
        "standard_error": None,
        "max_marks": 20,
        "state": "needs_person",
        "note": "",
    }
    assert result["record"]["rows"] == result["record"]["head_seq"] == len(done.machine.rows)
    assert result["record"]["forks"] == result["record"]["quarantined"] == 0


def test_evidence_and_sound_open_and_the_look_is_written_down(
    done: Done, admin_client: TestClient, db: Session
):
    picture = admin_client.get(f"{done.url}/evidence/{done.picture.sha256}")
    assert (picture.content, picture.headers["content-type"]) == (b"\xff\xd8 a face", "image/jpeg")
    sound = admin_client.get(f"{done.url}/audio/{done.invited.spoken}?take=1")
    assert (sound.content, sound.headers["content-type"]) == (b"Ogg1Ogg2", "audio/ogg")
    assert admin_client.get(f"{done.url}/audio/{done.invited.written}").status_code == 404
    assert admin_client.get(f"{done.url}/evidence/{'0' * 64}").status_code == 404
    actions = [row.action for row in db.exec(select(AuditLog)).all()]
    assert actions.count("evidence.looked") == actions.count("audio.listened") == 1
    db.commit()


def test_an_override_is_a_further_score_with_its_reason(
    done: Done, admin_client: TestClient, db: Session, clock: Clock
):
    clock.advance(minutes=10)
    change = {
        "overrides": [
            {"question": done.invited.spoken, "points": 7.5, "reason": "Listened: three of four."}
        ],
        "note": "Calm and clear.",
    }
    result = admin_client.patch(done.url, json=change).json()
    spoken = result["answers"][1]
    assert [score["grader"] for score in spoken["scores"]] == ["baseline", "person"]
    assert spoken["current"]["points"] == 7.5
    assert result["total"] == {
        "points": 17.5,
        "standard_error": None,
        "max_marks": 20,
        "state": "provisional",
        "note": "Calm and clear.",
    }
    # The machine scoring again changes nothing of a person's decision.
    assert len(db.exec(select(Score)).all()) == 3
    db.commit()


def test_thumbnails_of_one_review_are_one_look(
    done: Done, admin_client: TestClient, super_client: TestClient, clock: Clock, db: Session
):
    def looks() -> int:
        found = db.exec(select(AuditLog).where(AuditLog.action == "evidence.looked")).all()
        db.rollback()
        return len(found)

    address = f"{done.url}/evidence/{done.picture.sha256}"
    for _ in range(5):
        assert admin_client.get(address).status_code == 200
    assert looks() == 1
    super_client.get(address)
    assert looks() == 2
    clock.advance(minutes=31)
    admin_client.get(address)
    assert looks() == 3


@pytest.mark.parametrize(
    ("override", "status"),
    [
        ({"points": 10.5, "reason": "more than all"}, 422),
        ({"points": -1, "reason": "less than none"}, 422),
        ({"points": 5}, 422),
        ({"points": 5, "reason": "   "}, 422),
        ({"points": "5", "reason": "a text"}, 422),
        ({"question": "0" * 32, "points": 5, "reason": "no such question"}, 404),
    ],
)
def test_an_override_that_does_not_fit_is_refused(
    done: Done, admin_client: TestClient, override: dict, status: int
):
    change = {"overrides": [{"question": done.invited.spoken} | override]}
    answer = admin_client.patch(done.url, json=change)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_result_is_not_there_for_others(
    done: Done, other_client: TestClient, super_client: TestClient, client: TestClient
):
    for path in (
        "",
        "/events",
        f"/evidence/{done.picture.sha256}",
        f"/audio/{done.invited.spoken}",
    ):
        assert other_client.get(done.url + path).status_code == 404
        assert client.get(done.url + path).status_code == 401
        assert super_client.get(done.url + path).status_code == 200
    assert other_client.patch(done.url, json={"note": "mine"}).status_code == 404
    assert other_client.get("/api/admin/results").json()["items"] == []


def test_the_list_is_paged_and_counts_signals(
    done: Done, client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    second = Done(client, parts, admin)
    first_page = admin_client.get("/api/admin/results?limit=1").json()
    second_page = admin_client.get(
        f"/api/admin/results?limit=1&cursor={first_page['next_cursor']}"
    ).json()
    found = [*first_page["items"], *second_page["items"]]
    assert {item["id"] for item in found} == {done.invited.id, second.invited.id}
    assert second_page["next_cursor"] is None
    assert (found[0]["points"], found[0]["state"], found[0]["high"]) == (10.0, "needs_person", 1)


def test_a_spreadsheet_calculates_nothing(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient, db: Session
):
    from server.models import InterviewSession

    done = Done(client, parts, admin)
    interview = db.get_one(InterviewSession, done.invited.id)
    interview.candidate_name = '=HYPERLINK("http://x")'
    db.add(interview)
    db.commit()
    answer = admin_client.get("/api/admin/results.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "\"'=HYPERLINK(" in answer.text


def test_whole_lists_leave_only_after_a_fresh_proof(
    done: Done, admin: Person, admin_client: TestClient, parts: Parts, clock: Clock
):
    lists = ("/api/admin/results.csv", "/api/admin/interviews.csv")
    token = admin_client.post(
        "/api/auth/tokens", json={"name": "x", "scopes": ["reviewer", "scheduler"], "days": 1}
    ).json()["token"]
    clock.advance(minutes=6)
    for path in lists:
        refused = admin_client.get(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "step_up_needed")
        script = admin_client.get(path, headers={"Authorization": f"Bearer {token}"})
        assert script.status_code == 403, "nobody is behind a token"
    fresh = bearer(parts, admin)
    for path in lists:
        answer = admin_client.get(path, headers=fresh)
        assert answer.status_code == 200
        assert len(answer.text.splitlines()) == 2


def test_a_blob_that_is_gone_from_the_disk_is_not_found(
    done: Done, parts: Parts, admin_client: TestClient
):
    for path in Path(parts.settings.data_dir / "blobs").rglob("*"):
        if path.is_file():
            path.unlink()
    assert admin_client.get(f"{done.url}/evidence/{done.picture.sha256}").status_code == 404
