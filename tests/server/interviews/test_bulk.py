"""Many interviews from one file, once; many changes in one request; the list as a file."""

import csv
import io

import pytest
from openpyxl import Workbook
from sqlmodel import Session, func, select

from server.models import AuditLog, InterviewSession
from shared.lifecycle import Status

HEAD = "Name,E-mail,Opens at,Closes at,Zone,Duration (min),Extra time,Accommodations\n"
GOOD = "Cleo,cleo@example.org,2026-11-30 09:00,2026-11-30 18:00,Europe/Berlin,45,25,screen reader\n"
ALSO = "Dan,dan@example.org,2026-11-30T09:00:00Z,2026-12-01T09:00:00Z,,,,\n"


@pytest.fixture
def paper(admin_client) -> str:
    key = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    for topic, difficulty in (("SQL", "easy"), ("SQL", "hard"), ("Go", "easy"), ("Go", "easy")):
        question = {"kind": "written", "prompt": "Why?", "topic": topic, "difficulty": difficulty}
        admin_client.post(f"/api/admin/papers/{key}/questions", json=question)
    return key


def send(client, paper: str, content: str | bytes, **query):
    content = content if isinstance(content, bytes) else content.encode()
    return client.post(
        "/api/admin/interviews/bulk", params={"paper_id": paper, **query}, content=content
    )


def outcomes(answer) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["outcome"] for row in answer.json()["rows"]]


def made(db: Session) -> int:
    count = db.exec(select(func.count()).select_from(InterviewSession)).one()
    db.commit()
    return count


def test_a_preview_writes_nothing_and_tells_each_rows_fault(admin_client, paper, db) -> None:
    rows = (
        GOOD
        + "Eve,eve@example,org,x\n"
        + "Flo,flo@example.org,2026-11-30 18:00,2026-11-30 09:00,Europe/Atlantis,,500,levitation\n"
        + "Cleo B,CLEO@example.org,2026-11-30 09:00,2026-11-30 18:00,,,,\n"
    )
    answer = send(admin_client, paper, HEAD + rows)
    assert outcomes(answer) == ["new", "fault", "fault", "twice"]
    assert made(db) == 0
    faults = {fault["column"]: fault["message"] for fault in answer.json()["rows"][2]["faults"]}
    assert set(faults) == {"zone", "extra_time_percent", "accommodations"}
    assert "IANA" in faults["zone"]
    assert "'levitation' is none of" in faults["accommodations"]


def test_all_or_nothing_makes_nothing_while_a_row_has_a_fault(admin_client, paper, db) -> None:
    answer = send(admin_client, paper, HEAD + GOOD + "Eve,nobody,,,,,,\n", commit=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "rows_faulty")
    assert made(db) == 0


def test_good_rows_are_made_and_a_second_upload_makes_none(admin_client, paper, db) -> None:
    content = HEAD + GOOD + ALSO + "Eve,nobody,,,,,,\n"
    first = send(admin_client, paper, content, commit=True, rows="good")
    assert outcomes(first) == ["made", "made", "fault"]
    link = first.json()["rows"][0]["invite_url"]
    again = send(admin_client, paper, content, commit=True, rows="good")
    assert outcomes(again) == ["there", "there", "fault"]
    assert [row["invite_url"] for row in again.json()["rows"]] == [None, None, None]
    assert made(db) == 2
    token = link.split("#")[1]
    assert admin_client.get(f"/api/interview/access/{token}").json()["duration_s"] == 45 * 75
    key = first.json()["rows"][0]["interview"]
    view = admin_client.get(f"/api/admin/interviews/{key}").json()
    assert view["opens_at"] == "2026-11-30T08:00:00Z"
    assert view["accommodations"]["screen_reader"] is True
    assert db.exec(select(AuditLog).where(AuditLog.action == "interviews.invited")).first()
    db.commit()


def test_one_invited_by_hand_is_there_whatever_became_of_it(admin_client, paper, db) -> None:
    body = {
        "paper_id": paper,
        "candidate_name": "Cleo",
        "candidate_email": "Cleo@example.org",
        "opens_at": "2026-11-30T09:00:00Z",
        "closes_at": "2026-11-30T18:00:00Z",
    }
    key = admin_client.post("/api/admin/interviews", json=body).json()["id"]
    admin_client.patch(f"/api/admin/interviews/{key}", json={"cancel_reason": "Filled"})
    (row,) = send(admin_client, paper, HEAD + GOOD).json()["rows"]
    assert (row["outcome"], row["interview"], row["status"]) == ("there", key, "cancelled")


def test_a_workbook_with_local_times_and_usual_values(admin_client, paper) -> None:
    from datetime import datetime

    book = Workbook()
    book.active.append(["name", "email", "opens at"])
    book.active.append(["Cleo", "cleo@example.org", datetime(2026, 11, 30, 9, 0)])
    book.active.append(["=1+1", "dan@example.org", "2027-03-28 02:30"])
    out = io.BytesIO()
    book.save(out)
    usual = {"zone": "Europe/Berlin", "closes_at": "2027-04-01 12:00"}
    answer = send(admin_client, paper, out.getvalue(), **usual)
    good, bad = answer.json()["rows"]
    assert good["outcome"] == "new"
    messages = {fault["column"]: fault["message"] for fault in bad["faults"]}
    assert "formula" in messages["name"]
    assert "opens_at" in messages  # clocks go forward: that hour does not exist


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "file_unreadable"),
        (b"name,phone\nCleo,1\n", 422, "file_unreadable"),
        (b"name,email,shoe size\n", 422, "file_unreadable"),
        (b"%PDF-1.7", 415, "unsupported_media"),
        (b"x" * (5 * 2**20), 413, "too_large"),
        (("name,email\n" + "a,b\n" * 2001).encode(), 413, "too_large"),
    ],
)
def test_what_is_no_sheet_of_candidates_is_refused(
    admin_client, paper, content, status, code
) -> None:
    answer = send(admin_client, paper, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_somebody_elses_paper_is_not_found(other_client, paper) -> None:
    assert send(other_client, paper, HEAD + GOOD).status_code == 404


def test_the_result_comes_as_a_file_in_which_nothing_calculates(admin_client, paper) -> None:
    evil = "=HYPERLINK(1),cleo@example.org,2026-11-30 09:00,2026-11-30 18:00,,,,\n"
    answer = send(admin_client, paper, HEAD + evil, commit=True, answer="csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["name"].startswith("'=")
    assert row["link"].startswith("http://127.0.0.1:8080/i#")


def test_each_draws_its_own_questions_and_a_seed_draws_the_same(admin_client, paper) -> None:
    rules = {"quotas": [{"count": 1, "topic": "sql"}, {"count": 1, "topic": "Go"}], "shuffle": True}
    view = admin_client.put(f"/api/admin/papers/{paper}/draw", json=rules).json()
    assert view["fault"] == ""
    assert {"topic": "Go", "difficulty": "easy", "kind": "written", "count": 2} in view["available"]
    many = HEAD + "".join(GOOD.replace("cleo", f"c{n}") for n in range(12))
    rows = send(admin_client, paper, many, commit=True).json()["rows"]
    views = [admin_client.get(f"/api/admin/interviews/{row['interview']}").json() for row in rows]
    drawn = {tuple(q["topic"] for q in one["questions"]) for one in views}
    assert drawn == {("SQL", "Go"), ("Go", "SQL")}
    assert all([q["position"] for q in one["questions"]] == [1, 2] for one in views)

    def made_with(seed: str, email: str) -> list[str]:
        body = {
            "paper_id": paper,
            "candidate_name": "Cleo",
            "candidate_email": email,
            "opens_at": "2026-11-30T09:00:00Z",
            "closes_at": "2026-11-30T18:00:00Z",
            "seed": seed,
            "draw": {"quotas": [{"count": 2}]},
        }
        made = admin_client.post("/api/admin/interviews", json=body).json()
        assert made["seed"] == seed
        return [(q["topic"], q["prompt"]) for q in made["questions"]]

    assert made_with("fixed", "x@example.org") == made_with("fixed", "y@example.org")


def test_impossible_quotas_make_nothing_and_say_why(admin_client, paper, db) -> None:
    rules = {"quotas": [{"count": 3, "topic": "SQL"}]}
    view = admin_client.put(f"/api/admin/papers/{paper}/draw", json=rules).json()
    assert view["fault"] == "3 questions (SQL) wanted, the paper has 2."
    answer = send(admin_client, paper, HEAD + GOOD + ALSO, commit=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "draw_impossible")
    assert answer.json()["detail"] == view["fault"]
    assert made(db) == 0


def test_many_are_moved_cancelled_and_brought_back_each_for_itself(admin_client, paper) -> None:
    rows = send(admin_client, paper, HEAD + GOOD + ALSO, commit=True).json()["rows"]
    keys = [row["interview"] for row in rows]
    path = "/api/admin/interviews/change-many"
    gone = admin_client.post(path, json={"ids": [*keys, "0" * 32], "cancel_reason": "Filled"})
    assert [one["code"] for one in gone.json()["items"]] == [None, None, "not_found"]
    view = admin_client.get(f"/api/admin/interviews/{keys[0]}").json()
    assert (view["status"], view["timeline"][-1]["reason"]) == ("cancelled", "Filled")
    again = admin_client.post(path, json={"ids": keys, "cancel_reason": "Filled"}).json()
    assert {one["code"] for one in again["items"]} == {"wrong_state"}
    assert admin_client.post(path, json={"ids": keys, "invite_again": True}).status_code == 409


def test_the_list_is_filtered_counted_and_comes_as_a_file(admin_client, paper) -> None:
    rows = send(admin_client, paper, HEAD + GOOD + ALSO, commit=True).json()["rows"]
    admin_client.patch(
        f"/api/admin/interviews/{rows[1]['interview']}", json={"cancel_reason": "Filled"}
    )
    path = "/api/admin/interviews"

    def names(**query) -> list[str]:
        return [
            one["candidate_name"] for one in admin_client.get(path, params=query).json()["items"]
        ]

    assert names(status="invited") == ["Cleo"]
    assert names(closes_after="2026-12-01T00:00:00Z") == ["Dan"]
    assert names(opens_before="2026-11-30T08:30:00Z") == ["Cleo"]
    assert names(paper_id="0" * 32) == []
    page = admin_client.get(path, params={"limit": 1, "status": "invited"}).json()
    assert page["counts"] == {"invited": 1, "cancelled": 1}
    later = admin_client.get(path, params={"limit": 1}).json()["next_cursor"]
    assert admin_client.get(path, params={"cursor": later}).json()["counts"] is None
    content = admin_client.get("/api/admin/interviews.csv", params={"q": "dan"}).content
    (line,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (line["candidate_email"], line["status"]) == ("dan@example.org", Status.CANCELLED)
