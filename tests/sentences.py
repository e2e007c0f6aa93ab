"""Every sentence that other parts of the app hand to the window, read off their source.

One rule: whatever looks like a sentence counts, unless it is named here with the reason why no
candidate reads it; so a new one is translated, or a test says that it is not.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LOOKS_LIKE_ONE = re.compile(r"[A-Z][a-z' ].* .*[.!?]", re.DOTALL)

NOT_READ = {
    "client/__main__.py": "the command line",
    "client/attest": "the command line of whoever signs builds",
    "client/awake.py": "goes on record",
    "client/doctor": "the command line, and a file for support",
    "client/lockdown": "goes on record",
    "client/explain.py": "the command line",
    "client/managed.py": "the command line and the log",
    "client/line.py": "tried again, never shown",
    "client/models/__main__.py": "the command line",
    "client/models/build_face.py": "the command line of whoever makes models",
    "client/models/export_speaker.py": "the command line of whoever makes models",
    "client/models/bundle.py": "the command line of whoever fetches models",
    "client/models/download.py": "the command line of whoever fetches models",
    "client/models/fetch.py": "the command line of whoever fetches models",
    "client/models/pin.py": "the command line of whoever fetches models",
    "client/models/wheel.py": "the command line of whoever fetches models",
    "client/preflight/__main__.py": "the command line",
    "client/proctor/clip.py": "the command line of whoever calibrates",
    "client/proctor/detectors": "goes on record with the selfie",
    "client/proctor/identity.py": "goes on record with the selfie",
    "client/proctor/light.py": "goes on record",
    "client/proctor/overlay.py": "the command line of whoever calibrates",
    "client/proctor/record.py": "the command line of whoever calibrates",
    "client/proctor/recorder.py": "the command line of whoever calibrates",
    "client/proctor/sources": "goes on record",
    "client/proctor/supervisor.py": "goes on record; the window says it in `words.notice`",
    "client/updates": "the command line",
    "client/spool/dpapi.py": "goes on record",
    "client/spool/keychain.py": "goes on record",
    "client/spool/keystore.py": "goes on record",
    "client/spool/secret_service.py": "goes on record",
    "client/ui/guarding.py": "goes on record",
    "client/ui/holding.py": "goes on record",
    "client/ui/quiet.py": "goes on record",
    "client/ui/shining.py": "goes on record",
}
"""Files and folders whose sentences no candidate reads, and why."""

NOT_READ_ALONE = frozenset(
    {
        "There is no open line.",
        "The candidate skipped it before the first point.",
        "Agreed beforehand with this candidate.",
        "This interview does without a gaze calibration.",
        "The microphone was unplugged or is used by another program. Plug it in again or choose "
        "another one; what you said so far is saved.",
        "The camera is not watched.",
        "Faces cannot be found on this computer.",
    }
)
"""Sentences in files that are read: they go on record, and the window has its own words."""
NOT_READ_FILLED = frozenset(
    {
        "The candidate skipped it {}.",
        "The candidate skipped it at point {} of {}.",
        "This computer cannot keep up: {} {}.",
        "This computer keeps up better: {} {}.",
        "There is no model called {}: the manifest has {}.",
        "{} is not a folder.",
        "{} cannot be read ({}).",
        "{} has SHA-256 {}…, expected {}…: delete it.",
        "{} holds no sound. Choose a recording that does.",
        "Speech to text: {}",
        "Reading aloud: {}",
    }
)
"""The same for those with values in them: on record, or for whoever set the computer up."""
MORE = frozenset(
    {
        "What belonged to this interview was erased.",
        "The version it names cannot be read.",
        "This machine does not hold the interview (any more). Open your invitation again.",
        "It was compiled. This question has no examples to run.",
        "It does not compile.",
        "We could not run it. This says nothing about your code; try again.",
    }
)
"""What the server says in words of its own."""


def sentences() -> set[str]:
    """All of them, those with values as patterns."""
    from client.preflight.rules import WITHIN_A_SECOND
    from client.sentences import SENTENCES

    read = {text for path in _read() for text in _plain(path)}
    return (
        {one.pattern for one in SENTENCES}
        | {WITHIN_A_SECOND, *MORE, *_without_models()}
        | (read - NOT_READ_ALONE)
    )


def filled_in_place() -> list[str]:
    """Sentences with values that are made where they stand: no pattern of theirs is known."""
    return [
        f"{path.relative_to(ROOT)}: {text}"
        for path in _read()
        for text in _filled(path)
        if text not in NOT_READ_FILLED
    ]


def _read() -> Iterator[Path]:
    yield ROOT / "shared" / "transcript.py"
    for path in sorted((ROOT / "client").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if not any(place == out or place.startswith(f"{out}/") for out in NOT_READ):
            yield path


def _plain(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    beside = _beside(tree)
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in beside
        and _LOOKS_LIKE_ONE.fullmatch(node.value)
    }


def _filled(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            texts = [one.value if isinstance(one, ast.Constant) else "{}" for one in node.values]
            text = "".join(map(str, texts))
            if re.fullmatch(r"[A-Z{].*[a-z] .*[.!?]|[A-Z][a-z ]+: {}", text, re.DOTALL):
                found.add(text)
    return found


def _beside(tree: ast.AST) -> set[int]:
    """Docstrings, parts of f-strings, what is logged, patterns, and what `tr` already has."""
    out: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                out.add(id(text))
            case ast.JoinedStr(values=values):
                out |= {id(one) for one in values}
            case (
                ast.Call(func=ast.Name(id="tr" | "Sentence"))
                | ast.Call(
                    func=ast.Attribute(
                        attr="tr" | "debug" | "info" | "warning" | "error" | "exception"
                    )
                )
            ):
                out |= {id(one) for one in ast.walk(node)}
            case _:
                pass
    return out


def _without_models() -> set[str]:
    """What an interview goes without where a model is missing."""
    listed = tomllib.loads((ROOT / "client" / "models" / "manifest.toml").read_text("utf-8"))
    told = [one["without"] for one in listed["model"] if one["name"] != "speaker-checkpoint"]
    return {f"{one[:1].upper()}{one[1:]}." for one in told}
