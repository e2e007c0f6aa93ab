"""Making, signing and checking a build by the command that a release uses."""

import json
import logging
import os
import sys
from pathlib import Path

import pytest

from client.attest.__main__ import main
from client.attest.here import measure
from client.attest.manifest import root
from client.spool.keys import signature_fits
from shared.build import statement
from shared.version import APP_VERSION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    app = tmp_path / "app"
    (app / "lib").mkdir(parents=True)
    (app / "invigil").write_bytes(b"\x7fELF")
    (app / "lib" / "rules.py").write_text("LEVEL = 2\n", "utf-8")
    return app


def released(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Lists and signs; the public key."""
    key = folder.parent / "release.key"
    assert main(["key", str(key)]) == 0
    assert main(["list", str(folder)]) == 0
    assert main(["sign", str(folder), "--key", str(key)]) == 0
    capsys.readouterr()
    return json.loads((folder / "build.sig").read_text("utf-8"))["key"]


def test_a_released_build_says_so_with_a_signature_that_fits(folder: Path, capsys) -> None:
    public = released(folder, capsys)
    build = measure(folder)
    assert build.found == build.released is not None
    assert (build.version, build.files, build.changed) == (APP_VERSION, 2, ())
    assert signature_fits(public, statement=statement(build), signature=build.sig)
    assert main(["check", str(folder)]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_a_release_key_is_its_owners_alone_and_never_overwritten(tmp_path: Path, capsys) -> None:
    key = tmp_path / "release.key"
    assert main(["key", str(key)]) == 0
    made = key.read_bytes()
    assert os.stat(key).st_mode & 0o777 == 0o600
    assert main(["key", str(key)]) == 2
    assert key.read_bytes() == made
    assert made.hex() not in capsys.readouterr().out


def test_changed_missing_and_added_files_are_named(folder: Path, capsys) -> None:
    released(folder, capsys)
    (folder / "lib" / "rules.py").write_text("LEVEL = 9\n", "utf-8")
    (folder / "invigil").unlink()
    (folder / "lib" / "extra.py").touch()
    build = measure(folder)
    assert build.changed == ("invigil", "lib/extra.py", "lib/rules.py")
    assert build.found != build.released
    assert main(["check", str(folder)]) == 1
    assert "lib/rules.py" in capsys.readouterr().out


def test_what_was_changed_since_the_list_is_not_signed(folder: Path, capsys) -> None:
    released(folder, capsys)
    (folder / "invigil").write_bytes(b"other")
    assert main(["sign", str(folder), "--key", str(folder.parent / "release.key")]) == 1
    assert "invigil" in capsys.readouterr().err
    assert main(["list", str(folder)]) == 0
    assert not (folder / "build.sig").exists(), "the old signature is of the old list"


@pytest.mark.parametrize("broken", [b"", b"{}", b'{"sig": 7}', b"\xff", b'{"sig":"' + b"a" * 200])
def test_a_broken_signature_is_none(folder: Path, capsys, broken: bytes) -> None:
    released(folder, capsys)
    (folder / "build.sig").write_bytes(broken)
    assert measure(folder).sig == ""


@pytest.mark.expects_log
def test_a_broken_list_makes_it_unknown_and_is_logged(folder: Path, caplog) -> None:
    (folder / "build.json").write_bytes(b"{")
    with caplog.at_level(logging.WARNING, "client.attest"):
        build = measure(folder)
    assert (build.released, build.sig) == (None, "")
    assert build.found is not None
    assert "cannot be used" in caplog.text
    assert main(["check", str(folder)]) == 2


def test_a_checkout_is_named_by_its_own_files_and_nothing_beside_them() -> None:
    one = measure(root())
    assert (one.released, one.sig, one.changed) == (None, "", ())
    assert one.found == measure(root()).found
