"""Deploying to a Space, against a git repository on this machine (Hugging Face is not run here)."""

import subprocess
from pathlib import Path

import pytest

from server.deploy.spaces import deploy

TOKEN = "hf_not_a_real_token"


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def space(tmp_path: Path) -> Path:
    made = tmp_path / "space.git"
    made.mkdir()
    git(made, "init", "-q", "--bare", "-b", "main")
    return made


def test_a_space_gets_what_its_image_needs_and_nothing_else(
    space: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    for _ in range(2):  # a second time replaces the first
        assert deploy.main(["someone/invigil", "--remote", str(space)]) == 0
    files = git(space, "ls-tree", "-r", "--name-only", "main").split()
    assert {"Dockerfile", "README.md", "requirements/server.txt"} <= set(files)
    assert "server/main.py" in files
    assert "server/dashboard/package-lock.json" in files
    assert not [name for name in files if name.startswith(("client/", "tests/", "docs/"))]
    assert "app_port: 7860" in git(space, "show", "main:README.md")
    assert "EXPOSE 7860" in git(space, "show", "main:Dockerfile")
    assert git(space, "rev-list", "--count", "main").strip() == "1"
    assert TOKEN not in git(space, "grep", "-c", "", "main")


def test_a_push_that_fails_says_what_git_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy.main(["someone/invigil", "--remote", str(tmp_path / "nowhere")]) == 1
    assert "git could not push" in capsys.readouterr().err


def test_what_is_no_space_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert deploy.main(["https://huggingface.co/spaces/a/b"]) == 2
    assert "OWNER/NAME" in capsys.readouterr().err


def test_the_token_answers_git_and_stands_on_no_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[tuple[str, ...], dict[str, str]]] = []
    monkeypatch.setattr(
        deploy,
        "_git",
        lambda folder, *words, environment=None: said.append((words, environment or {})),
    )
    deploy.push(tmp_path / "space", "https://example.org/x", token=TOKEN, user="someone")
    words, environment = said[-1]
    assert words[0] == "push"
    assert not any(TOKEN in word for each, _ in said for word in each)
    ask = subprocess.run(
        [environment["GIT_ASKPASS"], "Password for 'https://example.org': "],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ask.stdout.strip() == TOKEN
