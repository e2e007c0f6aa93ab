"""Papers leave and come back over HTTP: preview, all or nothing, or the good rows."""

import pytest

from server.papers import files
from server.papers.document import PaperHead
from tests.server.sheets.books import workbook

SHEET = b"kind,prompt,marks\nwritten,Why?,5\nwritten,,5\nspoken,How?,x\nspoken,Who?,\n"


@pytest.fixture
def paper(admin_client) -> str:
    return admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]


def upload(client, paper: str, content: bytes, query: str = "", **form):
    address = f"/api/admin/papers/{paper}/questions/upload?{query}"
    return client.post(address, files={"file": ("q.csv", content)}, data=form)


def count(client, paper: str) -> int:
    return len(client.get(f"/api/admin/papers/{paper}/questions").json()["items"])


def test_preview_says_what_would_be_made_and_makes_nothing(admin_client, paper) -> None:
    report = upload(admin_client, paper, SHEET, "preview=true").json()
    assert [(row["row"], row["fits"]) for row in report["rows"]] == [
        (2, True),
        (3, False),
        (4, False),
        (5, True),
    ]
    fault = report["rows"][2]["faults"][0]
    assert [row["marks"] for row in report["rows"]] == [5, 5, None, 10]
    assert fault == {"row": 4, "column": "marks", "message": "Write a whole number."}
    assert (report["fitting"], report["added"], report["paper_id"]) == (2, 0, paper)
    assert count(admin_client, paper) == 0


def test_all_or_nothing_is_the_default(admin_client, paper) -> None:
    refused = upload(admin_client, paper, SHEET)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")
    assert refused.json()["errors"][1]["field"] == "row 4, marks"
    assert count(admin_client, paper) == 0


def test_good_rows_alone_by_choice_behind_those_that_are_there(admin_client, paper) -> None:
    body = {"kind": "written", "prompt": "First"}
    admin_client.post(f"/api/admin/papers/{paper}/questions", json=body)
    report = upload(admin_client, paper, SHEET, "take=good").json()
    assert (report["added"], report["fitting"]) == (2, 2)
    items = admin_client.get(f"/api/admin/papers/{paper}/questions").json()["items"]
    assert [(q["position"], q["prompt"]) for q in items] == [(1, "First"), (2, "Why?"), (3, "Who?")]


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
def test_paper_goes_out_and_comes_back_equal(admin_client, paper, format) -> None:
    admin_client.patch(f"/api/admin/papers/{paper}", json={"policy": {"selfie": False}})
    body = {
        "kind": "coding",
        "language": "c",
        "prompt": "=cmd|' /C calc'!A0\r\n<script>",
        "topic": "@x",
        "tests": [{"name": "a", "stdin": "\x01", "expected": "-1"}],
        "rubric": [{"name": "a:b", "levels": ["|", "x"]}],
    }
    admin_client.post(f"/api/admin/papers/{paper}/questions", json=body)
    out = admin_client.get(f"/api/admin/papers/{paper}/export?format={format}")
    assert out.headers["content-disposition"] == f'attachment; filename="backend-v3.{format}"'
    made = admin_client.post(
        "/api/admin/papers/import", files={"file": ("x", out.content, "text/plain")}
    ).json()
    own = {"id", "paper_id", "created_at", "updated_at", "version", "questions"}
    first = admin_client.get(f"/api/admin/papers/{paper}").json()
    second = admin_client.get(f"/api/admin/papers/{made['paper_id']}").json()
    assert second["version"] == 1
    assert {k: v for k, v in first.items() if k not in own} == {
        k: v for k, v in second.items() if k not in own
    }
    for one, other in zip(first["questions"], second["questions"], strict=True):
        assert one | {"id": 0, "paper_id": 0} == other | {"id": 0, "paper_id": 0}


def test_new_paper_is_called_as_its_file_where_the_file_says_nothing(admin_client) -> None:
    content = workbook([["kind", "prompt"], ["written", "Why?"]])
    for name, title in (("Round 1.xlsx", "Round 1"), ("../..\\x\x1b.csv", "Imported paper")):
        made = admin_client.post("/api/admin/papers/import", files={"file": (name, content)})
        found = admin_client.get(f"/api/admin/papers/{made.json()['paper_id']}").json()
        assert (found["title"], found["question_count"]) == (title, 1)


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
def test_template_can_be_read_back(admin_client, format) -> None:
    content = admin_client.get(f"/api/admin/papers/template?format={format}").content
    assert [body.kind for body in files.read(content).bodies] == ["spoken", "written", "coding"]


def test_paper_that_would_get_too_long_is_refused(admin_client, paper) -> None:
    many = b"kind,prompt\n" + b"written,x\n" * 150
    assert upload(admin_client, paper, many).json()["added"] == 150
    assert (
        "300 questions"
        in upload(admin_client, paper, many, "preview=true").json()["faults"][0]["message"]
    )
    assert upload(admin_client, paper, many, "take=good").status_code == 422
    assert count(admin_client, paper) == 150


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"%PDF-1.7", 415, "unsupported_media"),
        (b"PK\x03\x04nothing", 422, "file_unreadable"),
        (b"kind,prompt\n" + b"x" * 8_400_000, 413, "too_large"),
        (b"x" * 9_000_000, 413, "too_large"),
    ],
)
def test_files_that_cannot_be_read_are_problems(admin_client, paper, content, status, code) -> None:
    answer = upload(admin_client, paper, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_request_without_a_file_is_a_problem(admin_client, paper) -> None:
    for kind, body in (("multipart/form-data; boundary=x", b"--x"), ("application/json", b"{}")):
        answer = admin_client.post(
            f"/api/admin/papers/{paper}/questions/upload",
            content=body,
            headers={"Content-Type": kind},
        )
        assert answer.json()["code"] in ("invalid_request", "malformed_body")


def test_paper_of_somebody_else_takes_and_gives_nothing(other_client, admin_client, paper) -> None:
    assert upload(other_client, paper, b"kind,prompt\nwritten,x\n").status_code == 404
    assert other_client.get(f"/api/admin/papers/{paper}/export").status_code == 404
    assert count(admin_client, paper) == 0


def test_heads_of_papers_and_columns_agree() -> None:
    from server.papers.cells import PAPER_COLUMNS

    assert len(PAPER_COLUMNS) == len(PaperHead.model_fields)
