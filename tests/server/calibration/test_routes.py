"""The lab measures a file beside yardstick and ceiling, and people's decisions beside proposals."""

import io

import openpyxl
import pytest

from server.models import Answer, Score
from server.scoring import service
from shared.ids import new_id
from tests.server.interview_support import invite

HEAD = "question,expected_answer,answer,score,max_score,second_score\n"
WORDS = ("buffer", "tree", "graph", "lock", "index", "cache")


def lines() -> list[str]:
    return [
        f"What is a {word}?,A {word} holds values in an order.,"
        f"{'It holds values in order' if mark > 2 else 'Something else'} {mark}.,{mark},5,{mark}"
        for word in WORDS
        for mark in range(1, 6)
    ]


def measure(client, text: str):
    headers = {"Content-Type": "application/octet-stream"}
    return client.post("/api/admin/calibration/graded", content=text.encode(), headers=headers)


def test_a_file_is_measured_beside_overlap_and_two_people(admin_client) -> None:
    answer = measure(admin_client, HEAD + "\n".join(lines()))
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["baseline"]["n"], found["baseline"]["questions"]) == (30, 6)
    assert found["baseline"]["pearson"]["value"] > 0.5
    low, high = found["baseline"]["pearson"]["low"], found["baseline"]["pearson"]["high"]
    assert low <= found["baseline"]["pearson"]["value"] <= high
    assert found["people"]["mean_error"]["value"] == 0
    assert [one["n"] for one in found["overlap"]["bands"]] == [0, 6, 6, 6, 12]
    assert found["ruling"] is None


@pytest.mark.parametrize(("worse", "passes"), [(0, True), (2, False)])
def test_a_change_that_makes_it_worse_is_refused_with_its_figures(
    admin_client, worse: int, passes: bool
) -> None:
    both = "before_score,after_score\n"
    rows = [f"{line},{line[-1]},{(int(line[-1]) + worse) % 6}" for line in lines() * 2]
    ruling = measure(admin_client, HEAD.replace("\n", ",") + both + "\n".join(rows)).json()[
        "ruling"
    ]
    assert ruling["passes"] is passes
    assert (ruling["error_change"]["low"] > 0) is not passes
    if not passes:
        assert ruling["words"].startswith("The mean error grows by")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "a,b,c,9,5,\n", "Line 2: score must be between"),
        ("question,answer\na,b\n", "Columns are missing"),
        (HEAD, "There is no answer in it"),
    ],
)
def test_a_file_that_does_not_fit_is_told_by_its_line(admin_client, text, words) -> None:
    refused = measure(admin_client, text)
    assert (refused.status_code, refused.json()["code"]) == (422, "file_unreadable")
    assert words in refused.json()["detail"]


def sheet(rows: list[list[object]]) -> bytes:
    """An XLSX file as a spreadsheet program saves it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # pyright: ignore[reportOptionalMemberAccess]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


COLUMNS = ["question", "expected_answer", "answer", "score", "max_score", "second_score"]


def send(client, content: bytes):
    headers = {"Content-Type": "application/octet-stream"}
    return client.post("/api/admin/calibration/graded", content=content, headers=headers)


def test_a_spreadsheet_measures_as_the_same_answers_in_csv(admin_client) -> None:
    rows = [line.split(",") for line in lines()]
    numbers = [[*row[:3], float(row[3]), int(row[4]), float(row[5])] for row in rows]
    answer = send(admin_client, sheet([COLUMNS, *numbers]))
    assert answer.status_code == 200, answer.text
    assert answer.json() == measure(admin_client, HEAD + "\n".join(lines())).json()


def test_every_row_of_a_spreadsheet_that_does_not_fit_is_named(admin_client) -> None:
    rows: list[list[object]] = [
        COLUMNS,
        ["What?", "Because.", "So.", 1, 5, None],
        ["What?", "Because.", "So.", "many", 5, None],
        ["What?", "Because.", None, "not read: blank", 5, None],
        ["What?", "Because.", "So.", 6, 5, None],
        ["What?", "Because.", "So.", 1, 0, None],
    ]
    refused = send(admin_client, sheet(rows))
    assert (refused.status_code, refused.json()["code"]) == (422, "file_unreadable")
    assert refused.json()["detail"] == (
        "Line 3: score is no number. 2 more lines do not fit either."
    )
    assert refused.json()["errors"] == [
        {"field": "line 3", "message": "score is no number."},
        {"field": "line 5", "message": "score must be between 0 and max_score."},
        {"field": "line 6", "message": "max_score must be above 0."},
    ]
    calculated = sheet([COLUMNS, ["What?", "Because.", "So.", "=1+1", 5, None]])
    refused = send(admin_client, calculated)
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (
        422,
        ["line 2"],
    )


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 cut", sheet([["question"]])[:400], b"\xff\xd8\xff a picture.xlsx"]
)
def test_what_is_no_spreadsheet_is_refused_in_words(admin_client, content: bytes) -> None:
    refused = send(admin_client, content)
    assert 400 <= refused.status_code < 500
    assert refused.json()["code"] in ("file_unreadable", "unsupported_media", "file_unsafe")


def test_decisions_of_people_are_figures_for_whoever_sees_the_interviews(
    admin_client, other_client, parts, admin, clock
) -> None:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        for question, proposed in ((invited.written, 9000), (invited.spoken, 2000)):
            answer = Answer(id=new_id(), session_id=invited.id, session_question_id=question)
            db.add(answer)
            db.flush()
            service.insert_score(
                db,
                Score(
                    id=new_id(),
                    session_id=invited.id,
                    answer_id=answer.id,
                    grader="judge",
                    grader_version="1",
                    state="provisional",
                    points_milli=proposed,
                    max_marks=10,
                    created_at=clock(),
                    input_sha256=new_id() * 2,
                ),
            )
    clock.advance(minutes=5)
    overrides = [
        {"question": invited.written, "points": 8, "reason": "As I read it"},
        {"question": invited.spoken, "points": 3, "reason": "As I heard it"},
    ]
    address = f"/api/admin/result/{invited.id}"
    assert admin_client.patch(address, json={"overrides": overrides}).status_code == 200
    [found] = admin_client.get("/api/admin/calibration/decided").json()["items"]
    assert (found["grader"], found["figures"]["n"]) == ("judge", 2)
    assert found["figures"]["mean_error"]["value"] == pytest.approx(0.1)
    assert other_client.get("/api/admin/calibration/decided").json()["items"] == []


def test_groups_in_a_file_are_compared_and_nothing_of_them_is_kept(admin_client, parts) -> None:
    head = "question,expected_answer,answer,score,max_score,person,group\n"
    rows = [
        f"What is it?,A thing in order,A thing in order,{5 if number % 40 < 30 - 20 * half else 1},"
        f"5,p{half}-{number},{'north' if half else 'south'}"
        for half in (0, 1)
        for number in range(40)
    ]
    answer = measure(admin_client, head + "\n".join(rows))
    assert answer.status_code == 200, answer.text
    found = answer.json()
    by_group = {one["group"]: one for one in found["fairness"]["groups"]}
    assert by_group["north"]["n"] == 40
    assert by_group["north"]["ratio_by_people"] == pytest.approx(1 / 3)
    assert by_group["north"]["adverse"] is True
    assert by_group["south"]["ratio_by_people"] == 1
    assert {one["kind"] for one in found["alike"]} == {"names", "words"}
    broken = measure(admin_client, head + "Q,E,A,1,5,p1,\n")
    assert broken.json()["errors"] == [
        {
            "field": "line 2",
            "message": "person and group belong together: fill in both, or neither.",
        }
    ]
