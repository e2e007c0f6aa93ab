"""Papers as files: what is exported is imported equal, and every fault is told with its place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.papers import files
from server.papers.document import PaperDocument, PaperHead, QuestionDocument
from server.papers.marking import CodeTest, Criterion, KeyPoint
from server.papers.template import TEMPLATE
from server.refusals import Refused
from shared.policy import Policy, Sensitivity
from tests.server.sheets.books import workbook

ODD = st.sampled_from(
    [
        "=1+1",
        "'=x",
        "[2] x",
        "a: b | c",
        "[{",
        "_x000D_",
        "a\r\nb",
        "<b>&amp;</b>",
        "\u202ehi",
        "ä;é\t",
    ]
)


def text(most: int, *, least: int = 0) -> st.SearchStrategy[str]:
    plain = st.text(
        st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=most
    )
    found = plain | ODD
    return found.filter(lambda one: bool(one.strip())) if least else found


WEIGHT = st.integers(1, 100)
POINTS = st.lists(st.builds(KeyPoint, text=text(40, least=1), weight=WEIGHT), max_size=3)
LEVELS = st.lists(text(20, least=1), min_size=2, max_size=4)
RUBRIC = st.lists(
    st.builds(Criterion, name=text(20, least=1), weight=WEIGHT, levels=LEVELS),
    max_size=3,
    unique_by=lambda one: one.name.strip().casefold(),
)
TESTS = st.lists(
    st.builds(
        CodeTest,
        name=text(20, least=1),
        stdin=text(30),
        expected=text(30),
        weight=WEIGHT,
        visible=st.booleans(),
        time_limit_ms=st.integers(100, 60_000),
    ),
    max_size=2,
    unique_by=lambda one: one.name.strip().casefold(),
)
COMMON = {
    "prompt": text(60, least=1) | st.integers(15_990, 20_000).map(lambda n: "=é" * (n // 2)),
    "topic": text(40),
    "difficulty": st.sampled_from(["easy", "medium", "hard"]),
    "marks": st.integers(1, 1000),
    "time_limit_s": st.integers(10, 14_400),
    "starter": text(40),
    "expected_answer": text(40),
    "key_points": POINTS,
    "rubric": RUBRIC,
}
QUESTION = st.one_of(
    st.builds(QuestionDocument, kind=st.sampled_from(["spoken", "written"]), **COMMON),
    st.builds(
        QuestionDocument,
        kind=st.just("coding"),
        language=st.sampled_from(["python", "c", "sql"]),
        tests=TESTS,
        **COMMON,
    ),
)
TITLE = text(40, least=1).filter(lambda one: _is_line(one))
POLICY = st.builds(
    Policy, selfie=st.booleans(), sensitivity=st.builds(Sensitivity, head_turned_deg=st.just(31.5))
)
PAPER = st.builds(
    PaperDocument,
    title=TITLE,
    description=text(40),
    duration_s=st.integers(60, 43_200),
    language=st.sampled_from(["en", "de-AT"]),
    policy=POLICY,
    questions=st.lists(QUESTION, max_size=3),
)


def _is_line(title: str) -> bool:
    try:
        return bool(PaperHead(title=title))
    except ValueError:
        return False


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
@settings(max_examples=60)
@given(paper=PAPER)
def test_what_is_exported_is_imported_equal(format, paper: PaperDocument) -> None:
    content, _ = files.write(paper, format)
    found = files.read(content)
    assert found.all_faults == []
    assert found.notes == ()
    assert found.head == PaperHead(
        **{name: getattr(paper, name) for name in PaperHead.model_fields}
    )
    again = [QuestionDocument(**dict(body)) for body in found.bodies]
    assert again == paper.questions


def test_lists_are_written_as_lines_that_people_edit() -> None:
    content = files.write(TEMPLATE, "csv")[0].decode("utf-8-sig")
    assert "[1] Reflection: blames others | names a cause | names a cause and the lesson" in content
    assert "[2] memory for time\n[1] stale entries" in content


def test_hand_written_sheet_is_read_generously() -> None:
    content = (
        "Type;Question;Points;Programming language;Key points\r\n"
        " Written ;Why?;5,0;;one\r\n"
        'CODING;Sort.;10;Python;"[3] stable\nquick"\r\n'
    ).encode("cp1252")
    first, second = files.read(content).bodies
    assert (first.kind, first.marks, first.key_points) == ("written", 5, [KeyPoint(text="one")])
    assert second.key_points == [KeyPoint(text="stable", weight=3), KeyPoint(text="quick")]


def test_every_fault_names_its_row_and_column() -> None:
    rows = [
        ["kind", "prompt", "marks", "language", "rubric", "tests", "shoe size"],
        ["written", "fits", "5", None, None, None, None],
        ["singing", None, "many", None, "no colon", "{", "44"],
        ["coding", "no language", "0", None, None, None, None],
        ["written", "=1+1", "5", "python", None, None, None],
    ]
    found = files.read(workbook(rows))
    assert [item.row for item in found.items if item.body] == [2]
    places = {(fault.row, fault.column) for fault in found.all_faults}
    assert places == {
        (3, "kind"),
        (3, "prompt"),
        (3, "marks"),
        (3, "rubric"),
        (3, "tests"),
        (4, "marks"),
        (5, "prompt"),
    }
    assert "shoe_size" in found.notes[0]


def test_kind_and_language_must_fit_each_other() -> None:
    found = files.read(
        b'kind,prompt,language,tests\ncoding,a,,\nwritten,b,c,\nwritten,c,,"[{""name"":""x""}]"\n'
    )
    assert [(fault.row, fault.column) for fault in found.all_faults] == [
        (2, "language"),
        (3, "language"),
        (4, "tests"),
    ]


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"{", "file_unreadable", "JSON"),
        (b"[" * 100_000, "file_unreadable", "JSON"),
        (b"{}", "file_unreadable", "questions"),
        (b'{"format": "other", "questions": []}', "file_unreadable", "format"),
        (b'{"questions": [' + b"1," * 300 + b"1]}", "too_large", "200"),
        (b"name,size\nx,1\n", "file_unreadable", "template"),
    ],
)
def test_files_that_are_no_papers_say_what_is_missing(content: bytes, code: str, word: str) -> None:
    with pytest.raises(Refused) as refused:
        files.read(content)
    assert refused.value.code == code
    assert word in (refused.value.detail or "")


def test_json_questions_are_checked_one_by_one() -> None:
    content = [{"kind": "written", "prompt": "a"}, 7, {"kind": "written"}, {"prompt": "\0"}]
    found = files.read(json.dumps(content).encode())
    assert [item.body is not None for item in found.items] == [True, False, False, False]
    assert {fault.row for fault in found.all_faults} == {2, 3, 4}
