"""A model that the gate has not admitted scores nothing, and nothing of that is silent."""

import json
import re
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from server import dispatch, outbox
from server.candidate import answers
from server.models import Answer, AuditLog, InterviewResult, Score
from server.scoring.judge import tasks
from server.settings import Settings
from shared.ids import new_id
from tests.server.interview_support import Invited, invite
from tests.server.scoring.model_server import MODEL, Heard, ModelServer
from tests.server.scoring.scripted import read

HEAD = "question,expected_answer,answer,score,max_score\n"
WORDS = ("buffer", "tree", "graph", "lock", "index", "cache")
TEXT = (
    "It keeps results close to the reader and trades memory for time, and stale entries must "
    "expire. Mark 10."
)


def graded() -> str:
    """60 answers that all repeat the expected one: the baseline can't tell them apart."""
    return HEAD + "\n".join(
        f"What is a {word}?,A {word} holds values in an order.,"
        f"A {word} holds values in an order. Mark {mark} run {run}.,{mark},10"
        for word in WORDS
        for run, mark in enumerate((0, 5, 10, 0, 5, 10, 0, 5, 10, 5))
    )


def marking(*, upside_down: bool = False):
    """A model that finds the mark in the answer, or gives the opposite of it."""

    def thinks(heard: Heard) -> str:
        asked = read(heard)
        found = re.search(r"Mark (\d+)", asked.answer)
        share = int(found.group(1)) / 10 if found else 0.5
        number, quote = next(
            (one for one in asked.segments if "holds" in one[1]), asked.segments[0]
        )
        reply = {}
        for key, (_, levels) in asked.criteria.items():
            top = len(levels) - 1
            level = 0 if key == "c0" else round((1 - share if upside_down else share) * top)
            evidence = [{"segment": number, "quote": quote}] if level else []
            reply[key] = {"evidence": evidence, "finding": "As it says.", "level": level}
        return json.dumps(reply)

    return thinks


@pytest.fixture
def settings(settings: Settings, model_server: ModelServer) -> Settings:
    model_server.thinks = marking()
    return settings.model_copy(
        update={
            "llm": "ollama",
            "llm_url": model_server.url,
            "llm_model": MODEL,
            "llm_samples": 1,
        }
    )


@pytest.fixture
def invited(client, parts, admin) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def run(parts, clock):
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)

    def all_due() -> None:
        while dispatch.run_due(parts.database, clock, errands=errands):
            clock.advance(seconds=1)

    yield all_due
    close(errands)


def close(errands: Mapping[str, dispatch.Errand]) -> None:
    judging = errands["judge"]
    assert isinstance(judging, tasks.Judging)
    judging.close()


def answer(parts, question: str, session: str, text: str = TEXT) -> str:
    with parts.database.write() as db:
        row = Answer(session_id=session, session_question_id=question, text=text, revision=1)
        db.add(row)
        db.flush()
        outbox.note(db, answers.SCORE_TOPIC, new_id(), {"answer": row.id}, now=parts.now())
        return row.id


def shown(client: TestClient, invited: Invited) -> dict:
    page = client.get(f"/api/admin/result/{invited.id}").json()
    [found] = [one for one in page["answers"] if one["question"]["id"] == invited.written]
    return found["current"]


def put_to_use(client: TestClient, text: str) -> dict:
    made = client.post(
        "/api/admin/calibration/sets",
        params={"name": "Backend, spring"},
        content=text.encode(),
        headers={"Content-Type": "application/octet-stream"},
    )
    assert made.status_code == 201, made.text
    used = client.put("/api/admin/calibration/gate", json={"set": made.json()["id"]})
    assert used.status_code == 200, used.text
    return used.json()


def gate(client: TestClient) -> dict:
    return client.get("/api/admin/calibration/gate").json()


def test_without_a_set_a_score_says_that_nothing_stands_behind_it(
    super_client, admin_client, parts, invited, run
) -> None:
    answer(parts, invited.written, invited.id)
    run()
    score = shown(admin_client, invited)
    assert (score["grader"], score["calibration"]) == ("judge", "none")
    assert score["label"] == "provisional, for review; not calibrated"
    assert "Not calibrated" in score["reason"]
    found = gate(admin_client)
    assert (found["standing"], found["model"], found["trials"]) == ("not_calibrated", MODEL, [])
    asked = super_client.post("/api/admin/calibration/trials")
    assert (asked.status_code, asked.json()["code"]) == (409, "calibration_state")


@pytest.mark.expects_log
def test_only_what_was_measured_scores_and_a_worse_one_only_with_a_reason(
    super_client, admin_client, parts, invited, run, model_server, admin
) -> None:
    found = put_to_use(super_client, graded())
    assert (found["standing"], found["scoring"]) == ("not_admitted", "")
    answer(parts, invited.written, invited.id)
    run()
    score = shown(admin_client, invited)
    assert (score["state"], score["points"], score["why"]) == ("needs_person", None, ["unadmitted"])
    assert score["calibration"] == "not_admitted"
    assert model_server.heard == []
    assert gate(admin_client)["waiting"] == 1

    # It is measured, found better than the baseline, and what waited is judged by itself.
    begun = super_client.post("/api/admin/calibration/trials")
    assert begun.status_code == 202, begun.text
    assert super_client.post("/api/admin/calibration/trials").status_code == 409
    run()
    found = gate(admin_client)
    [trial] = found["trials"]
    assert (found["standing"], found["scoring"], found["waiting"]) == ("admitted", MODEL, 0)
    assert (trial["may_score"], trial["compared_with"], trial["compared"]) == (True, "baseline", 60)
    assert trial["figures"]["mean_error"]["value"] == pytest.approx(0, abs=1e-9)
    assert trial["error_change"]["high"] < 0
    assert (trial["done"], trial["of"]) == (140, 140), "80 say the same in another way"
    alike = {one["kind"]: (one["n"], one["mean"], one["moved"]) for one in trial["alike"]}
    assert alike == {"names": (20, 0, 0), "words": (20, 0, 0)}, "these have no dialect to change"
    score = shown(admin_client, invited)
    assert (score["calibration"], score["label"]) == ("admitted", "provisional, for review")

    # Other weights under the same name: asked, not believed.
    model_server.models[MODEL] = "sha256:" + "cd" * 32
    model_server.thinks = marking(upside_down=True)
    other = invite(parts, admin)
    answer(parts, other.written, other.id)
    run()
    assert shown(admin_client, other)["state"] == "needs_person"

    # They are worse than those that were admitted: refused, until somebody says why they may.
    super_client.post("/api/admin/calibration/trials")
    run()
    found = gate(admin_client)
    trial = found["trials"][0]
    assert (found["standing"], found["waiting"]) == ("not_admitted", 1)
    assert (trial["may_score"], trial["compared_with"]) == (False, f"{MODEL} (p1s1)")
    assert trial["words"].startswith("The mean error grows by")
    address = f"/api/admin/calibration/trials/{trial['id']}/let-through"
    assert super_client.post(address, json={"reason": "why not"}).status_code == 422
    assert admin_client.post(address, json={"reason": "Read by hand."}).status_code == 403
    let = super_client.post(address, json={"reason": "For a demonstration of the gate."})
    assert let.status_code == 200, let.text
    assert let.json()["trials"][0]["let_by"] == "Rosa Root"
    assert super_client.post(address, json={"reason": "For one more time."}).status_code == 409
    run()
    score = shown(admin_client, other)
    assert score["calibration"] == "let_through"
    assert "let it through" in score["reason"]
    with parts.database.read() as db:
        actions = db.exec(select(AuditLog.action).where(col(AuditLog.action).like("%trial.let%")))
        assert actions.all() == ["grader_trial.let_through"]
        # Scores are only ever added: the earlier word is still there.
        kept = db.exec(
            select(Score.state).where(Score.grader == "judge", Score.session_id == other.id)
        )
        assert sorted(kept.all()) == ["needs_person", "provisional"]
        assert db.exec(select(InterviewResult.state)).all() == ["open", "open"]


def test_a_model_that_is_not_admitted_leaves_it_to_the_one_that_was(
    super_client, admin_client, parts, invited, run, model_server, clock
) -> None:
    put_to_use(super_client, graded())
    super_client.post("/api/admin/calibration/trials")
    run()
    model_server.models["other:70b"] = "sha256:" + "ef" * 32
    changed = parts.settings.model_copy(update={"llm_model": "other:70b"})
    errands = dispatch.errands(changed, parts.database, parts.keys)
    answer(parts, invited.written, invited.id)
    while dispatch.run_due(parts.database, clock, errands=errands):
        clock.advance(seconds=1)
    close(errands)
    score = shown(admin_client, invited)
    assert (score["calibration"], score["points"]) == ("admitted", 10)
    assert f"{MODEL} judged it, the last one admitted: other:70b is not." in score["reason"]
    with parts.database.read() as db:
        row = db.exec(select(Score).where(Score.grader == "judge")).one()
        assert json.loads(row.manifest_json)["models"][0]["model"] == MODEL
        assert json.loads(row.manifest_json)["calibration"]["instead_of"] == "other:70b"


@pytest.mark.expects_log
def test_a_model_that_cannot_be_asked_ends_the_trial_in_words(
    super_client, run, model_server
) -> None:
    put_to_use(super_client, graded())
    super_client.post("/api/admin/calibration/trials")
    model_server.models.clear()
    run()
    [trial] = gate(super_client)["trials"]
    assert (trial["state"], trial["may_score"]) == ("failed", False)
    assert "could not be measured (misconfigured)" in trial["words"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "What?,Because.,So,1,2\n" * 49, "needs 50 answers to 3 questions"),
        (HEAD + "What?,Because.,So,1,2\n" * 60, "needs 50 answers to 3 questions"),
        ("question\nWhat?\n", "Columns are missing"),
    ],
)
def test_a_file_by_which_nobody_could_tell_is_no_set(super_client, text, words) -> None:
    refused = super_client.post(
        "/api/admin/calibration/sets",
        params={"name": "Small"},
        content=text.encode(),
        headers={"Content-Type": "application/octet-stream"},
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "file_unreadable")
    assert words in refused.json()["detail"]


def test_a_set_in_use_stays_and_one_that_is_not_goes_with_its_trials(super_client) -> None:
    found = put_to_use(super_client, graded())
    key = found["sets"][0]["id"]
    address = f"/api/admin/calibration/sets/{key}"
    assert super_client.delete(address).json()["code"] == "calibration_state"
    super_client.post("/api/admin/calibration/trials")
    none = super_client.put("/api/admin/calibration/gate", json={"set": None}).json()
    assert (none["standing"], none["sets"][0]["in_use"]) == ("not_calibrated", False)
    assert super_client.delete(address).status_code == 204
    assert super_client.delete(address).status_code == 404
    assert gate(super_client)["sets"] == []
    unknown = super_client.put("/api/admin/calibration/gate", json={"set": new_id()})
    assert unknown.status_code == 404


def test_a_model_that_marks_by_name_is_shown_to_and_people_decide(
    super_client, admin_client, parts, run, model_server
) -> None:
    fair = marking()

    def partial(heard: Heard) -> str:
        asked = read(heard)
        reply = json.loads(fair(heard))
        if any(name in asked.answer for name in ("Lakisha", "Jamal", "Yılmaz", "Thị", "Fatima")):
            for key in reply:
                reply[key] |= {"level": 0, "evidence": []}
        return json.dumps(reply)

    model_server.thinks = partial
    put_to_use(super_client, graded())
    assert super_client.post("/api/admin/calibration/trials").status_code == 202
    run()
    [trial] = gate(admin_client)["trials"]
    names = next(one for one in trial["alike"] if one["kind"] == "names")
    assert names["mean"] < -0.3
    assert names["moved"] > 0.5
    assert trial["may_score"], "it agrees with people all the same: what follows is theirs to say"
