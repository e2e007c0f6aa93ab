"""S23: a file with a bomb, a macro, entities, or of another kind is refused by name."""

import resource
import time
import zipfile

import pytest

from server.refusals import Refused
from server.sheets import read_table
from tests.server.sheets.books import rebuilt, workbook

pytestmark = pytest.mark.adversarial
PLAIN = workbook([["prompt"], ["Why?"]])
SHEET = "xl/worksheets/sheet1.xml"


def refusal(content: bytes) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        read_table(content)
    return refused.value.code, refused.value.detail or ""


def test_s23_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    def blow_up(parts: dict[str, bytes]) -> None:
        parts[SHEET] = parts[SHEET].replace(b"Why?", b"a" * 400_000_000)

    bomb = rebuilt(PLAIN, blow_up)
    assert len(bomb) < 2_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    code, words = refusal(bomb)
    assert (code, "larger than" in words) == ("too_large", True)
    assert time.process_time() - began < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_s23_bomb_that_lies_about_its_size_is_damaged() -> None:
    content = bytearray(rebuilt(PLAIN, lambda parts: parts.update({SHEET: b"<x>" * 20_000_000})))
    at = content.find(SHEET.encode(), content.rfind(b"PK\x01\x02") - 5000)
    while at >= 0:  # the size of the unpacked part, in the directory's entry before its name
        if content[at - 46 : at - 42] == b"PK\x01\x02":
            content[at - 22 : at - 18] = (1000).to_bytes(4, "little")
        at = content.find(SHEET.encode(), at + 1)
    assert refusal(bytes(content))[0] == "file_unreadable"


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_s23_entity_bomb_and_outside_entity_are_refused(coding: str) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = (
        f'<?xml version="1.0" encoding="{coding}"?><!DOCTYPE x [<!ENTITY l0 "ha">{lol}'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&l8;&f;</x>'
    ).encode(coding)
    for part in (
        SHEET,
        "xl/styles.xml",
        "xl/workbook.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    ):
        code, words = refusal(rebuilt(PLAIN, lambda parts, part=part: parts.update({part: bomb})))
        assert (code, "entities" in words) == ("file_unsafe", True), part


def test_s23_openpyxl_reads_xml_through_the_guarded_parser() -> None:
    import openpyxl

    assert openpyxl.DEFUSEDXML is True


@pytest.mark.parametrize(
    ("name", "word"),
    [("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "links")],
)
def test_s23_macros_and_links_to_other_files_are_refused(name: str, word: str) -> None:
    code, words = refusal(rebuilt(PLAIN, lambda parts: parts.update({name: b"<x/>"})))
    assert (code, word in words) == ("file_unsafe", True)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 500, ".xls"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\x7fELF\x02\x01\0\0", "neither"),
        (b"<html><table>", "web page"),
        (b"\x1f\x8b\x08", "gzip"),
        (
            rebuilt(
                PLAIN,
                lambda parts: parts.update({"word/document.xml": parts.pop("xl/workbook.xml")}),
            ),
            "Word",
        ),
        (
            rebuilt(PLAIN, lambda parts: [parts.pop(name) for name in list(parts)] and None),
            "archive",
        ),
    ],
)
def test_s23_other_kinds_of_files_are_told_by_what_they_are(content: bytes, word: str) -> None:
    code, words = refusal(content)
    assert code in ("unsupported_media", "file_unreadable")
    assert word in words


@pytest.mark.parametrize("cut", range(0, len(PLAIN), 97))
def test_s23_torn_file_is_refused_and_never_an_error_of_ours(cut: int) -> None:
    assert refusal(PLAIN[:cut] or b"PK\x03\x04")[0] in ("file_unreadable", "unsupported_media")


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"<a>", b"\xff\xfe\xfa", b"<worksheet"])
def test_s23_parts_that_are_no_xml_are_refused(part: str, content: bytes) -> None:
    broken = rebuilt(PLAIN, lambda parts: parts.update({part: content}))
    assert refusal(broken)[0] == "file_unreadable"


def test_s23_far_rows_and_cells_cost_nothing() -> None:
    def scatter(parts: dict[str, bytes]) -> None:
        row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row + b"</sheetData>")

    began = time.process_time()
    assert read_table(rebuilt(PLAIN, scatter)).rows[-1].number == 1_048_576
    assert time.process_time() - began < 5


def test_s23_same_part_twice_is_refused(tmp_path) -> None:
    path = tmp_path / "twice.xlsx"
    path.write_bytes(PLAIN)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SHEET, b"<worksheet/>")
    assert refusal(path.read_bytes())[0] == "file_unsafe"
