"""Files from spreadsheet programs, and ours back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.refusals import Refused
from server.sheets import Limits, escaped, read_table, unescaped, write_csv, write_xlsx
from server.sheets.cells import as_xml, from_xml
from tests.server.sheets.books import workbook

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
HOSTILE = st.sampled_from(
    [
        "=1+1",
        "'=1",
        "@SUM(A1)",
        "+1",
        "-1",
        "\tx",
        "_x000D_",
        "_x005F_x0041_",
        "a\r\nb",
        "'",
        "\ufeff",
    ]
)
CELL = st.one_of(TEXT, HOSTILE, st.integers(15_990, 16_010).map(lambda n: "=" * n))
ROWS = st.lists(st.fixed_dictionaries({"a": CELL, "b": CELL}), max_size=4)


@given(TEXT | HOSTILE)
def test_escaping_for_csv_and_xml_loses_nothing(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert from_xml(as_xml(text)) == text
    assert escaped(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
@given(rows=ROWS)
def test_what_is_written_is_read_back(write, rows) -> None:
    rows = [row for row in rows if any(text.strip() for text in row.values())]
    table = read_table(write(["a", "b"], rows))
    assert [(row.get("a"), row.get("b")) for row in table.rows] == [
        (row["a"], row["b"]) for row in rows
    ]
    assert not any(row.faults for row in table.rows)


def test_numbers_stay_numbers_and_rows_keep_their_place() -> None:
    table = read_table(write_xlsx(["name", "marks"], [{"name": "x", "marks": 10}]))
    assert (table.format, table.columns) == ("xlsx", ("name", "marks"))
    assert (table.rows[0].number, table.rows[0].cells) == (2, {"name": "x", "marks": "10"})


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("name;size\r\nä;1\r\n".encode("utf-8-sig"), "semicolons"),
        ("name\tsize\r\nä\t1\r\n".encode("utf-16"), "UTF-16"),
        ("name,size\nä,1\n".encode("cp1252"), "Windows-1252"),
        ("sep=;\r\nname;size\r\nä;1".encode(), "semicolons"),
        ('"na;me","x"\n'.replace("na;me", "Name").encode() + b"\xc3\xa4,1", None),
    ],
)
def test_files_as_european_spreadsheets_write_them(content: bytes, note: str | None) -> None:
    table = read_table(content)
    assert table.rows[0].get("name") == "ä"
    assert (note in " ".join(table.notes)) if note else table.notes == ()


def test_headings_are_read_generously_and_blank_rows_skipped() -> None:
    table = read_table(b"\r\n Time Limit ,KIND\r\n,\r\n60,written\r\n")
    assert table.columns == ("time_limit", "kind")
    assert [(row.number, row.get("time_limit")) for row in table.rows] == [(4, "60")]


def test_quoted_text_keeps_its_lines_and_rows_their_numbers() -> None:
    table = read_table(b'a,b\n"one\ntwo",x\nthree,y\n')
    assert [(row.number, row.get("a")) for row in table.rows] == [(2, "one\ntwo"), (3, "three")]


def test_formula_and_error_cells_are_faults_of_their_row() -> None:
    content = workbook([["a", "b"], ["=1+1", "x"], ["#REF!", "y"]])
    first, second = read_table(content).rows
    assert (first.cells, first.faults[0].row, first.faults[0].column) == ({"b": "x"}, 2, "a")
    assert "formula" in first.faults[0].message
    assert "#REF!" in second.faults[0].message


def test_text_without_a_heading_is_told() -> None:
    row = read_table(b"a\nx,stray\n").rows[0]
    assert "column 2" in row.faults[0].message
    assert row.get("a") == "x"


def test_sheet_by_name_else_the_first() -> None:
    content = workbook([["a"], ["first"]], more={"Questions": [["a"], ["second"]]})
    assert read_table(content, sheet="Questions").rows[0].get("a") == "second"
    assert read_table(content, sheet="missing").rows[0].get("a") == "first"


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"", "file_unreadable", "empty"),
        (b"\r\n,,\r\n", "file_unreadable", "empty"),
        (b"a,A\n", "file_unreadable", "twice"),
        (b'a\n"x\n', "file_unreadable", "Row 2"),
        (b"a\n\x81\n", "file_unreadable", "CSV UTF-8"),
        (b"a\nx\ny\nz\nw\n", "too_large", "3 rows"),
        (b"a,b,c,d,e\n", "file_unreadable", "4 columns"),
        (b"a\n" + b"x" * 5000, "too_large", "larger"),
        (workbook([["a"], ["x"], ["x"], ["x"], ["x"]]), "too_large", "3 rows"),
        (workbook([["a"], ["x"] * 5]), "file_unreadable", "4 columns"),
    ],
)
def test_whole_files_that_do_not_fit_say_why(content: bytes, code: str, word: str) -> None:
    limits = Limits(
        rows=3, columns=4, bytes=5000 if len(content) < 4000 or word == "larger" else 2**20
    )
    with pytest.raises(Refused) as refused:
        read_table(content, limits=limits)
    assert refused.value.code == code
    assert word in (refused.value.detail or "")


def test_cell_beyond_its_limit_is_a_fault() -> None:
    row = read_table(b"a,b\n" + b"x" * 50 + b",y\n", limits=Limits(cell_chars=40)).rows[0]
    assert (row.cells, row.faults[0].column) == ({"b": "y"}, "a")
