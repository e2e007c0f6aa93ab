"""Documents are parsed in a box where one can be made, and it is said where none can."""

import zlib

import pytest

from server.documents import parsing
from server.documents.parsing import BoxBroke, parse_boxed, parser, reading
from server.refusals import Refused
from server.sandbox.parsing import BoxRefusal
from tests.server.documents.made import SEEN, pdf, word
from tests.server.sheets.books import rebuilt

PLAIN = word(lambda document: document.add_paragraph("We need somebody who knows Python."))
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&a;&f;</x>'


def unpacks_to(size: int) -> bytes:
    """A page that draws a form of so many bytes, packed twice."""
    packed = zlib.compress(zlib.compress(b" " * size))
    filters = "/Filter [/FlateDecode /FlateDecode]"
    head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(packed)} {filters} >>"
    form = head.encode() + b"\nstream\n" + packed + b"\nendstream"
    return pdf(SEEN + "/Bomb Do", resources="/XObject << /Bomb 10 0 R >>", objects=[form])


def code_of(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        parse_boxed(content)
    return refused.value.code


@pytest.mark.box
def test_a_machine_with_boxes_parses_in_one_and_reads_every_kind() -> None:
    assert reading("auto") == reading("box")
    assert reading("auto").place == "box"
    assert parser("auto") is parse_boxed
    found = [parse_boxed(content) for content in (pdf(SEEN), PLAIN, b"Knows SQL well.")]
    assert [one.kind for one in found] == ["pdf", "docx", "text"]
    assert all("knows Python" in one.blocks[0].text for one in found[:2])


@pytest.mark.box
@pytest.mark.adversarial
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (unpacks_to(90_000_000), "file_unsafe"),
        (pdf(*[SEEN] * 60, count=10_000), "too_large"),
        (
            rebuilt(PLAIN, lambda parts: parts.update({"word/a.png": b"\0" * 60_000_000})),
            "too_large",
        ),
        (
            rebuilt(PLAIN, lambda parts: parts.update({"word/document.xml": ENTITIES})),
            "file_unsafe",
        ),
        (b"\xff\xd8\xff\xe0 a JPEG named .docx", "unsupported_media"),
    ],
    ids=["packed twice", "pages", "zip bomb", "entities", "picture"],
)
def test_s23_bombs_are_refused_by_name_in_the_box_too(content: bytes, code: str) -> None:
    assert code_of(content) == code


@pytest.mark.box
@pytest.mark.parametrize(
    "does",
    [
        "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
        "held = [b'x' * 2**20 for _ in range(4000)]",
        'print(\'{"document": {"kind": "exe", "blocks": []}}\')',
    ],
)
def test_a_parser_that_a_file_took_over_reaches_nothing(does: str, monkeypatch) -> None:
    # The module's place is taken by one that does what an attacker would.
    def taken_over(module: str, content: bytes):
        from server.sandbox.parsing import parse_in_box

        assert module == "server.documents.child"
        return parse_in_box("timeit", content, argv=("-n1", "-r1", "--", does))

    monkeypatch.setattr(parsing, "parse_in_box", taken_over)
    assert code_of(b"Knows SQL.") == "file_unsafe"


def test_a_machine_without_boxes_says_so_and_parses_in_a_process(monkeypatch) -> None:
    monkeypatch.setattr(parsing, "box_off", lambda: "bubblewrap is not installed.")
    assert reading("auto").place == "process"
    assert reading("auto").words.endswith("without a box. bubblewrap is not installed.")
    assert parser("auto") is parsing.parse
    assert parser("process") is parsing.parse
    with pytest.raises(Refused) as refused:
        parser("box")(b"Knows SQL.")
    assert refused.value.code == "file_unreadable"
    assert "only in a box" in (refused.value.detail or "")


def test_a_box_that_breaks_later_says_nothing_about_the_file(monkeypatch) -> None:
    monkeypatch.setattr(parsing, "parse_in_box", lambda *_: BoxRefusal("box_off", "No room."))
    with pytest.raises(BoxBroke, match="No room"):
        parse_boxed(b"Knows SQL.")
