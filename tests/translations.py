"""`dev.py check`: the Linguist files hold the texts that the app says today.

`python -m tests.translations --renew` brings new texts in and drops those that nobody says any
more. One rule: what is translated is never lost by it; a text that is not translated is reported,
not refused, and the app says it in English.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import PySide6

from shared.problems import PROBLEMS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "client" / "ui" / "i18n"
CODES = ("ar", "de", "es", "fr", "hi", "zh")
TOOLS = Path(PySide6.__file__).parent
SEEN = (
    *("not_found", "rate_limited", "overloaded", "not_ready", "maintenance", "internal"),
    *("terms_changed", "wrong_state", "invite_unknown", "invite_revoked", "invite_expired"),
    *("invite_early", "invite_used", "open_elsewhere", "client_too_old", "client_too_new"),
    *("evidence_full", "not_started", "already_over", "no_speech", "code_runs_off"),
    *("chain_fork", "not_signed_in", "bad_signature", "erased"),
)
"""Refusals that a candidate may read; the others are for programs and for admins."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every file holds exactly today's texts."""
    parser = argparse.ArgumentParser(prog="tests.translations")
    parser.add_argument("--renew", action="store_true", help="write the files anew")
    renew = parser.parse_args(arguments).renew
    stale: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for code in CODES:
            kept = FOLDER / f"{code}.ts"
            fresh = kept if renew else folder / kept.name
            if not renew and kept.exists():
                fresh.write_bytes(kept.read_bytes())
            update(fresh, code, folder)
            open_ = sum(1 for text in messages(fresh).values() if not text)
            if not renew and (not kept.exists() or set(messages(kept)) != set(messages(fresh))):
                stale.append(code)
            if open_:
                print(f"{code}: {open_} texts are not translated and stay English")
    if stale:
        print(
            f"{', '.join(stale)} lack texts or keep old ones: python -m tests.translations --renew"
        )
    return 1 if stale else 0


def update(file: Path, code: str, folder: Path) -> None:
    """Runs Qt's lupdate over the app's texts."""
    sources = sorted((ROOT / "client" / "ui").rglob("*.py"))
    written = (_problems(folder), _preflight(folder), _sentences(folder))
    command = [str(TOOLS / "lupdate"), *map(str, sources), *map(str, written)]
    command += ["-source-language", "en", "-target-language", code, "-silent"]
    command += ["-no-obsolete", "-locations", "none", "-no-ui-lines", "-ts", str(file)]
    subprocess.run(command, check=True)


def messages(file: Path) -> dict[tuple[str, str], str]:
    """(context, English text) -> translation, empty where there is none."""
    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            found[name, message.findtext("source") or ""] = translation.text or "" if done else ""
    return found


def _problems(folder: Path) -> Path:
    """The sentences for refusals as a source that lupdate reads."""
    return _source(folder, "problems", {text for code in SEEN for text in PROBLEMS[code][1:]})


def _preflight(folder: Path) -> Path:
    """What the checks of a computer say, as far as nothing is filled into it."""
    return _source(folder, "preflight", preflight_texts())


def preflight_texts() -> set[str]:
    """What `client.preflight.rules` says of what is not ok, in whole sentences."""
    tree = ast.parse((ROOT / "client" / "preflight" / "rules.py").read_text("utf-8"))
    texts: set[str] = set()
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            told = call.args if call.func.id in ("ok", "violation", "unknown") else []
            whole = [one for one in told if isinstance(one, ast.Constant | ast.BoolOp)]
            for part in (each for argument in whole for each in ast.walk(argument)):
                if isinstance(part, ast.Constant) and part.value:
                    texts.add(str(part.value))
    return texts


def _sentences(folder: Path) -> Path:
    """What other parts of the app say, as far as it stands nowhere else."""
    from tests.sentences import sentences

    elsewhere = preflight_texts() | {text for code in SEEN for text in PROBLEMS[code][1:]}
    return _source(folder, "sentences", sentences() - elsewhere)


def _source(folder: Path, context: str, texts: set[str]) -> Path:
    """A source that lupdate reads, in a context of its own."""
    lines = ["from PySide6.QtCore import QCoreApplication\n"]
    lines += [f"QCoreApplication.translate('{context}', {_quoted(one)})\n" for one in sorted(texts)]
    file = folder / f"{context}.py"
    file.write_text("".join(lines), "utf-8")
    return file


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
