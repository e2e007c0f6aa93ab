"""Results, report, record and erasure of an interview with a further question."""

import base64
import io
import json
import zipfile

from fastapi.testclient import TestClient
from sqlmodel import select

from server import verify
from server.models import (
    Answer,
    GivenInstruction,
    InterviewSession,
    Score,
    SessionQuestion,
)
from shared.policy import Policy
from tests.server.follow_ups.desk import (
    QUOTE,
    Made,
)
from tests.server.scoring.model_server import DIGEST, MODEL, ModelServer


def test_a_further_question_is_answered_like_any_and_gets_none_itself_and_no_marks(
    desk: Made, llm: ModelServer, admin_client: TestClient
):
    sat = desk(policy=Policy(follow_ups=3)).sit()
    sat.write()
    sat.work_with(llm.url)
    (question,) = sat.asked()
    sat.applied(1)
    sat.write("It was the slowest part.", question.id)
    sat.work_with(llm.url)
    assert len(sat.kept()) == 1
    given = select(Score.id).join(Answer).where(Answer.session_question_id == question.id)
    assert sat.rows(given) == []
    sat.machine.finish()
    sat.work(None)
    url = f"/api/admin/result/{sat.machine.session}"
    found = admin_client.get(url).json()
    # Behind the question that it is about, though it came last.
    assert [one["question"]["id"] for one in found["answers"]] == [
        sat.invited.written,
        question.id,
        sat.invited.spoken,
    ]
    shown = found["answers"][1]
    assert shown["text"] == "It was the slowest part."
    assert (shown["scores"], shown["current"]) == ([], None)
    assert shown["follow_up"] == {
        "follows": sat.invited.written,
        "position": 1,
        "source": "model",
        "model": MODEL,
        "digest": DIGEST,
        "about": QUOTE,
        "instead": "",
        "outcome": "shown",
    }
    assert found["answers"][0]["follow_up"] is None
    assert found["total"]["max_marks"] == 20, "the paper's marks and no more"
    override = {"question": question.id, "points": 0, "reason": "Read it."}
    refused = admin_client.patch(url, json={"overrides": [override]})
    assert refused.status_code == 422
    assert "no marks of its own" in refused.json()["detail"]
    report = admin_client.get(f"{url}/report.pdf")
    assert report.status_code == 200


def test_one_that_came_too_late_is_told_as_that(
    desk: Made, llm: ModelServer, admin_client: TestClient
):
    sat = desk().sit()
    sat.write()
    sat.work_with(llm.url)
    sat.applied(1, outcome="late")
    found = admin_client.get(f"/api/admin/result/{sat.machine.session}").json()
    assert found["answers"][1]["follow_up"]["outcome"] == "late"


def test_the_record_holds_the_question_and_where_it_came_from_and_verifies(
    desk: Made, llm: ModelServer, admin_client: TestClient
):
    sat = desk().sit()
    sat.write()
    sat.work_with(llm.url)
    (given,) = sat.given()
    sat.applied(1)
    sat.machine.finish()
    answer = admin_client.get(f"/api/admin/result/{sat.machine.session}/record.zip")
    assert answer.status_code == 200, answer.text
    report = verify.verify(io.BytesIO(answer.content))
    assert report.instructions == 1
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        (text,) = archive.read("instructions.jsonl").splitlines()
    line = json.loads(text)
    assert base64.b64decode(line["wire"]) == given.model_dump_json().encode()
    told = line["origin"]
    assert (told["number"], told["source"], told["digest"]) == (1, "model", DIGEST)
    assert told["question_id"] == sat.opened(given).id


def test_an_erasure_takes_the_further_questions_along(
    desk: Made, llm: ModelServer, super_client: TestClient
):
    sat = desk().sit()
    sat.write()
    sat.work_with(llm.url)
    sat.applied(1)
    sat.machine.finish()
    (email,) = sat.rows(
        select(InterviewSession.candidate_email).where(InterviewSession.id == sat.machine.session)
    )
    body = {"email": email, "again": email}
    answer = super_client.post("/api/admin/privacy/erase", json=body)
    assert answer.status_code == 200, answer.text
    assert sat.kept() == []
    assert sat.rows(select(SessionQuestion.prompt)) == []
    assert sat.rows(select(GivenInstruction.id)) == []
