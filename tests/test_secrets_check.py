"""A planted key is found in what git keeps, by its place and without its text; nothing else is."""

import base64
import random
import subprocess
from pathlib import Path

import pytest

from tests import secrets_check


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / "harmless.py").write_text('PASSWORD = "password"\nNAME = "token"\n')
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return folder


def planted(kind: str) -> str:
    """Made here, so that no file of ours holds one."""
    draw = random.Random(kind)
    match kind:
        case "private key":
            body = base64.b64encode(draw.randbytes(900)).decode()
            lines = "\n".join(body[at : at + 64] for at in range(0, len(body), 64))
            return f"-----BEGIN RSA PRIVATE KEY-----\n{lines}\n-----END RSA PRIVATE KEY-----\n"
        case "token":
            letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
            numbers = f"{draw.randrange(10**11, 10**12)}-{draw.randrange(10**12, 10**13)}"
            return f'SLACK = "xoxb-{numbers}-{"".join(draw.choices(letters, k=24))}"\n'
        case _:
            letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            secret = base64.b64encode(draw.randbytes(30)).decode()
            key = "".join(draw.choices(letters, k=16))
            return f'aws_access_key_id = "AKIA{key}"\naws_secret_access_key = "{secret}"\n'


@pytest.mark.parametrize("kind", ["private key", "token", "cloud"])
def test_a_planted_key_fails_by_its_place_and_its_text_is_not_shown(
    checkout: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (checkout / "deep").mkdir()
    (checkout / "deep" / "settings.py").write_text("# first\n" + planted(kind))
    assert secrets_check.main([str(checkout)]) == 0  # not git's: somebody's own .env is theirs
    subprocess.run(["git", "add", "."], cwd=checkout, check=True)
    assert secrets_check.main([str(checkout)]) == 1
    said = capfd.readouterr()
    assert "deep/settings.py:" in said.err
    for line in planted(kind).splitlines():
        assert line not in said.out + said.err


def test_a_line_that_says_that_it_is_none_is_let_pass(checkout: Path) -> None:
    line = planted("token").strip() + "  # kingfisher:ignore - an example\n"
    (checkout / "example.py").write_text(line)
    subprocess.run(["git", "add", "."], cwd=checkout, check=True)
    assert secrets_check.look(checkout) == []


def test_what_was_not_looked_at_is_no_ok(
    tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert secrets_check.main([str(tmp_path)]) == 2
    monkeypatch.setattr(secrets_check, "PROGRAM", tmp_path / "kingfisher")
    assert secrets_check.main([str(checkout)]) == 2
    (tmp_path / "kingfisher").write_text("#!/bin/sh\necho broken >&2; exit 1\n")
    (tmp_path / "kingfisher").chmod(0o755)
    assert secrets_check.main([str(checkout)]) == 2
