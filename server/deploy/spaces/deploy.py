"""Puts the server on a Hugging Face Space of the Docker kind.

    python server/deploy/spaces/deploy.py OWNER/NAME [--token-file FILE]

It takes what is committed, adds the Space's own Dockerfile and front page, and pushes that as one
commit. One rule: standard library and git only; the token is never on a command line.
*Not run here* against Hugging Face itself; a test pushes to a repository on this machine.
"""

import argparse
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
PARTS = ("requirements/server.txt", "shared", "server")
"""What the image is made of, and nothing else of the project."""

ASK = """#!/bin/sh
case "$1" in Username*) echo "$DEPLOY_USER";; *) echo "$DEPLOY_TOKEN";; esac
"""
"""Answers git's questions from the environment, which only git and its children see."""

README = """---
title: Invigil
emoji: 🎓
colorFrom: blue
colorTo: gray
sdk: docker
app_port: 7860
pinned: false
---

The server of Invigil. Set `INVIGIL_PUBLIC_URL` (https://OWNER-NAME.hf.space) in the settings of
the Space, and give it persistent storage: without it, every restart begins with an empty database.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status; what went wrong is printed."""
    asked = _parser().parse_args(arguments)
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", asked.space):
        print(f"{asked.space!r} is no Space: give it as OWNER/NAME", file=sys.stderr)
        return 2
    remote = asked.remote or f"https://huggingface.co/spaces/{asked.space}"
    token = _token(asked.token_file)
    with tempfile.TemporaryDirectory(prefix="invigil-space-") as name:
        folder = Path(name)
        gather(folder / "space")
        try:
            push(folder / "space", remote, token=token, user=asked.space.partition("/")[0])
        except subprocess.CalledProcessError as error:
            print(f"git could not push: {error.stderr.strip()}", file=sys.stderr)
            return 1
    print(f"Pushed to {remote}. Its settings must name INVIGIL_PUBLIC_URL.")
    return 0


def gather(folder: Path) -> None:
    """The committed files that the image needs, with the Space's Dockerfile and README."""
    folder.mkdir()
    archive = folder.parent / "project.tar"
    _git(ROOT, "archive", "-o", str(archive), "HEAD", *PARTS)
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    (folder / "Dockerfile").write_bytes((HERE / "Dockerfile").read_bytes())
    (folder / "README.md").write_text(README, encoding="utf-8")


def push(folder: Path, remote: str, *, token: str, user: str) -> None:
    """One commit that replaces whatever the Space held."""
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    who = ("-c", "user.name=Invigil", "-c", "user.email=deploy@invigil.invalid")
    _git(folder, *who, "commit", "-q", "-m", "The server of Invigil")
    answers = {"GIT_TERMINAL_PROMPT": "0"}
    if token:
        ask = folder.parent / "ask.sh"
        ask.write_text(ASK)
        ask.chmod(0o700)
        answers |= {"GIT_ASKPASS": str(ask), "DEPLOY_USER": user, "DEPLOY_TOKEN": token}
    _git(folder, "push", "-q", "--force", remote, "main", environment=answers)


def _git(folder: Path, *words: str, environment: dict[str, str] | None = None) -> None:
    command = ["git", "-C", str(folder), *words]
    told = os.environ | (environment or {})
    subprocess.run(command, check=True, capture_output=True, text=True, env=told)


def _token(file: Path | None) -> str:
    """From a file or HF_TOKEN; empty where there is neither."""
    return (file.read_text() if file else os.environ.get("HF_TOKEN", "")).strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Puts the server on a Hugging Face Space.")
    parser.add_argument("space", help="OWNER/NAME")
    parser.add_argument("--token-file", type=Path, help="left out: the variable HF_TOKEN")
    parser.add_argument("--remote", help="another git address than Hugging Face's")
    return parser


if __name__ == "__main__":
    sys.exit(main())
