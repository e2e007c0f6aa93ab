"""S23: a resume with a bomb, a macro, entities, 10,000 pages or of another kind is refused by name.

It is read in a process of its own that has limits.
"""

import io
import zipfile
import zlib

import pytest

from server.documents import child, kinds, parsing, pdf, word
from server.refusals import Refused
from tests.server.documents.made import SEEN, stream
from tests.server.documents.made import pdf as made_pdf
from tests.server.documents.made import word as made_word
from tests.server.sheets.books import rebuilt, workbook

pytestmark = pytest.mark.adversarial
PLAIN = made_word(lambda document: document.add_paragraph("We need somebody who knows Python."))
BODY = "word/document.xml"


def refusal(call, content: bytes) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        call(content)
    return refused.value.code, refused.value.detail or ""


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "unsupported_media", "JPEG"),
        (b"\x89PNG\r\n", "unsupported_media", "PNG"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "file_locked", "password"),
        (b"<html><p>hi", "unsupported_media", "web page"),
        (b"\x7fELF", "unsupported_media", "program"),
        (b" \n ", "no_text", "empty"),
        (b"x" * (kinds.MAX_BYTES + 1), "too_large", "8 MB"),
    ],
)
def test_s23_other_kinds_of_files_are_refused_before_any_process_starts(
    content: bytes, code: str, word: str
) -> None:
    found, words = refusal(kinds.kind_of, content)
    assert (found, word in words) == (code, True)


def test_s23_zip_bomb_macros_and_entities_in_a_word_file_are_refused() -> None:
    bomb = rebuilt(PLAIN, lambda parts: parts.update({"word/media/a.png": b"\0" * 60_000_000}))
    assert len(bomb) < 200_000
    code, words = refusal(word.read, bomb)
    assert (code, "larger than 40 MB" in words) == ("too_large", True)
    macro = rebuilt(PLAIN, lambda parts: parts.update({"word/vbaProject.bin": b"x"}))
    code, words = refusal(word.read, macro)
    assert (code, "macros" in words) == ("file_unsafe", True)
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    for part in (BODY, "word/styles.xml", "[Content_Types].xml"):
        hurt = rebuilt(PLAIN, lambda parts, part=part: parts.update({part: entities}))
        code, words = refusal(word.read, hurt)
        assert (code, "entities" in words) == ("file_unsafe", True), part


def test_s23_another_office_file_is_told_by_what_it_is_and_a_torn_one_is_damaged() -> None:
    code, words = refusal(word.read, workbook([["prompt"]]))
    assert (code, "Excel workbook" in words) == ("unsupported_media", True)
    for cut in range(4, len(PLAIN), len(PLAIN) // 20):
        assert refusal(word.read, PLAIN[:cut])[0] == "file_unreadable"
    for part in (BODY, "word/styles.xml"):
        hurt = rebuilt(PLAIN, lambda parts, part=part: parts.update({part: b"<a>"}))
        assert refusal(word.read, hurt)[0] == "file_unreadable"


def test_s23_deep_nesting_is_refused_and_no_error_of_ours() -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = "<w:sdt><w:sdtContent>" * 2000 + "</w:sdtContent></w:sdt>" * 2000
    content = f"<w:document {namespace}><w:body>{deep}</w:body></w:document>".encode()
    hurt = rebuilt(PLAIN, lambda parts: parts.update({BODY: content}))
    assert refusal(word.read, hurt)[0] in ("file_unsafe", "file_unreadable")


def test_s23_ten_thousand_pages_are_refused_by_their_number() -> None:
    code, words = refusal(pdf.read, made_pdf(*[SEEN] * 60, count=10_000))
    assert (code, "10000 pages" in words) == ("too_large", True)
    # A file that says it has one page and has sixty.
    code, words = refusal(pdf.read, made_pdf(*[SEEN] * 60, count=1))
    assert (code, "60 pages" in words) == ("too_large", True)


def test_s23_pages_that_unpack_or_draw_beyond_measure_are_refused() -> None:
    huge = zlib.compress(zlib.compress(b" " * 90_000_000))
    twice = f"<< /Length {len(huge)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    form = twice.replace(b"<<", b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9]", 1)
    bomb = made_pdf(
        SEEN + "/Bomb Do",
        resources="/XObject << /Bomb 10 0 R >>",
        objects=[form + huge + b"\nendstream"],
    )
    assert len(bomb) < 10_000
    assert refusal(pdf.read, bomb)[0] == "file_unsafe"
    # A form that draws itself, and two that double each other.
    own = stream(
        "/Own Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Own 10 0 R >> >>",
    )
    loop = made_pdf(SEEN + "/Own Do", resources="/XObject << /Own 10 0 R >>", objects=[own])
    assert refusal(pdf.read, loop)[0] == "file_unsafe"


@pytest.mark.parametrize("at", range(0, 900, 90))
def test_s23_torn_pdf_is_refused_or_read_and_never_an_error_of_ours(at: int) -> None:
    whole = made_pdf(SEEN)
    hurt = whole[:at] + b"\0\xff<<" + whole[at + 4 :]
    code = None
    try:
        assert "Python" in pdf.read(hurt).blocks[0].text
    except Refused as refused:
        code = refused.code
    assert code in (None, "file_unreadable", "no_text", "file_locked")


def test_s23_the_process_reads_refuses_and_has_nothing_of_the_servers(monkeypatch) -> None:
    monkeypatch.setenv("INVIGIL_RUNNER_TOKEN", "hush")
    found = parsing.parse(made_pdf(SEEN))
    assert found.blocks[0].text == "We need somebody who knows Python and SQL well."
    assert child.read(b"\xff\xd8\xff")["refused"][0] == "unsupported_media"
    told = parsing.subprocess.run(
        [parsing.sys.executable, "-c", "import os; print(sorted(os.environ))"],
        env={"LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "INVIGIL_RUNNER_TOKEN" not in told.stdout


def test_s23_a_process_that_takes_too_long_or_too_much_is_a_refusal(monkeypatch) -> None:
    monkeypatch.setattr(parsing, "WALL_S", 0.5)
    sleeper = (parsing.sys.executable, "-c", "import time; time.sleep(60)")
    monkeypatch.setattr(parsing, "COMMAND", sleeper)
    assert refusal(parsing.parse, b"some text")[0] == "file_unsafe"
    eater = "from server.documents import child; child.limit(); bytearray(2 << 30)"
    monkeypatch.setattr(parsing, "WALL_S", 60.0)
    monkeypatch.setattr(parsing, "COMMAND", (parsing.sys.executable, "-c", eater))
    assert refusal(parsing.parse, b"some text")[0] == "file_unsafe"


@pytest.mark.parametrize(
    "answer",
    [b"", b"[]", b"{}", b'{"document": {"kind": "exe", "blocks": []}}', b'{"refused": 7}', b"\xff"],
)
def test_s23_an_answer_that_a_taken_over_process_could_write_is_not_believed(answer: bytes) -> None:
    code, _ = refusal(lambda content: parsing.understood(0, content), answer)
    assert code == "file_unsafe"


def test_s23_archive_with_a_password_is_refused() -> None:
    out = io.BytesIO(PLAIN)
    content = bytearray(out.getvalue())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        for part in archive.infolist():
            content[part.header_offset + 6] |= 1
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    code, words = refusal(word.read, bytes(content))
    assert (code, "password" in words) == ("file_unreadable", True)
