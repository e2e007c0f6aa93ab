"""What parses an upload gets the file and nothing else; each way to go wrong has its code."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from server.sandbox import parsing
from server.sandbox.limits import MB
from server.sandbox.parsing import PARSING, BoxRefusal, parse_in_box

pytestmark = pytest.mark.box


def evaluate(statement: str, **changes: float) -> bytes | BoxRefusal:
    """Runs a statement in the box: `timeit` is a module that takes one."""
    limits = replace(PARSING, **changes) if changes else PARSING
    return parse_in_box("timeit", b"", argv=("-n1", "-r1", "--", statement), limits=limits)


def test_a_module_gets_the_file_and_its_words_come_back() -> None:
    answer = parse_in_box("json.tool", b'{"a": [1, 2]}', argv=("--compact",))
    assert isinstance(answer, bytes)
    assert json.loads(answer) == {"a": [1, 2]}


def test_our_own_and_the_installed_packages_are_there_to_import() -> None:
    answer = evaluate("import pypdf, docx, openpyxl, server.sheets, shared.ids; print('there')")
    assert isinstance(answer, bytes), answer
    assert answer.startswith(b"there")


@pytest.mark.parametrize(
    ("statement", "changes", "code"),
    [
        ("while True: pass", {"cpu_s": 1}, "took_too_long"),
        ("import time; time.sleep(60)", {"wall_s": 1}, "took_too_long"),
        ("b = [b'x' * 2**20 for _ in range(4000)]", {}, "too_much_memory"),
        ("while True: print('x' * 65536)", {"output_bytes": MB}, "too_much_output"),
        ("1/0", {}, "unreadable"),
        ("import os; os.fork()", {}, "unreadable"),
        ("import os; os.abort()", {}, "unreadable"),
    ],
)
def test_each_way_to_go_wrong_has_its_code(statement, changes, code) -> None:
    answer = evaluate(statement, **changes)
    assert isinstance(answer, BoxRefusal)
    assert answer.code == code
    assert answer.reason.endswith(".")


def test_a_module_that_refuses_says_why_itself() -> None:
    said = f"import os; os.write(2, b'Page 3 is encrypted.'); os._exit({parsing.REFUSED})"
    assert evaluate(said) == BoxRefusal("unreadable", "Page 3 is encrypted.")


def test_a_parser_sees_no_disk_no_network_and_no_settings_of_ours(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("INVIGIL_RUNNER_TOKEN", "zanzibar")
    secret = tmp_path / "key"
    secret.write_text("zanzibar")
    answer = evaluate(
        "import os\n"
        f"print([os.path.exists(p) for p in ({str(secret)!r}, '/home', '/var', '/etc/passwd')])\n"
        "print('INVIGIL_RUNNER_TOKEN' in os.environ, os.listdir('/tmp'))\n"
    )
    assert isinstance(answer, bytes)
    # A checkout below /tmp shows the folder that the interpreter lies in, and nothing beside it.
    seen = [Path(sys.prefix).parts[2]] if Path(sys.prefix).is_relative_to("/tmp") else []
    assert answer.splitlines()[:2] == [b"[False, False, False, False]", f"False {seen}".encode()]
    for hostile in (
        "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
        "open('/app/server/x', 'w')",
        "import os; os.unlink('/app/server/__init__.py')",
    ):
        assert evaluate(hostile).code == "unreadable"  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_too_large_is_refused_before_a_box_is_made() -> None:
    answer = parse_in_box("json.tool", bytes(parsing.MAX_INPUT_BYTES + 1))
    assert isinstance(answer, BoxRefusal)
    assert answer.code == "too_large"


def test_a_machine_without_boxes_says_so(monkeypatch) -> None:
    monkeypatch.setattr(parsing.sys, "platform", "win32")
    assert parse_in_box("json.tool", b"{}") == BoxRefusal("box_off", "Boxes need Linux.")
