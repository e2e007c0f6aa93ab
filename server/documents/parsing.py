"""Parses an uploaded document outside of the server's process.

One rule: this is the only place that decides *where* documents are parsed: in a box of the
sandbox's wherever one can be made; in a child process with limits only where none can, and that is
said (`Reading.words`). A box that breaks later is tried again, and nothing is parsed elsewhere.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from server.documents import kinds
from server.documents.document import Document
from server.refusals import Refused
from server.sandbox.parsing import BoxRefusal, box_off, parse_in_box

Wanted = Literal["auto", "box", "process"]
Parse = Callable[[bytes], Document]
"""Bytes to a document; refuses as `server.documents.kinds`, `pdf`, `word` and `plain` do."""
WALL_S = 40.0
"""Twice the seconds of processor that the child has: the machine may be busy."""
MAX_ANSWER = 8 * 1024 * 1024
"""Bytes of JSON: forty times the most characters of a document."""
COMMAND = (sys.executable, "-m", "server.documents.child")
MODULE = "server.documents.child"
_ROOT = Path(__file__).parents[2]
_log = logging.getLogger(__name__)


class BoxBroke(Exception):
    """A box that could be made before could not be made now; it says nothing about the file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where this machine parses documents."""

    place: Literal["box", "process", "nowhere"]
    words: str
    """The same in a sentence for operators, with the reason where it is not a box."""


def reading(wanted: Wanted) -> Reading:
    """What the setting means on this machine, which is tried once."""
    if wanted == "process":
        return Reading("process", "in a process with limits, as it is set")
    if not (why := box_off()):
        return Reading("box", "in a box without network, files or keys")
    if wanted == "auto":
        return Reading("process", f"in a process with limits, without a box. {why}")
    return Reading("nowhere", f"not at all: a box is demanded and none can be made. {why}")


def parser(wanted: Wanted) -> Parse:
    """The function that parses here; says in the log where it does."""
    found = reading(wanted)
    _log.info("documents are parsed %s", found.words)
    return {"box": parse_boxed, "process": parse, "nowhere": _refuse}[found.place]


def parse_boxed(content: bytes) -> Document:
    """Parses in a box; refuses `file_unsafe` where its limits end it, raises BoxBroke."""
    kinds.kind_of(content)
    answer = parse_in_box(MODULE, content)
    if isinstance(answer, BoxRefusal):
        if answer.code == "box_off":
            raise BoxBroke(answer.reason)
        raise _too_much()
    return understood(0, answer)


def _refuse(content: bytes) -> Document:
    raise Refused(
        "file_unreadable",
        "This server reads documents only in a box, and none can be made on it now. "
        "Tell whoever runs it; the questions can be written by hand meanwhile.",
    )


def parse(content: bytes) -> Document:
    """Parses in a child process with limits of its own; refuses `file_unsafe` where they end it."""
    kinds.kind_of(content)  # what is refused at sight needs no process
    try:
        done = subprocess.run(
            COMMAND,
            input=content,
            capture_output=True,
            timeout=WALL_S,
            cwd=_ROOT,
            # Nothing of the server's environment: addresses and secrets are in it.
            env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much() from None
    return understood(done.returncode, done.stdout)


def understood(code: int, answer: bytes) -> Document:
    """The document that a box wrote, as JSON of `server.documents.child.read`.

    `code`: the exit status; anything but 0 means that a limit ended it. What does not fit the
    models is not believed: the file may have taken the process over.
    """
    if code != 0 or len(answer) > MAX_ANSWER:
        raise _too_much()
    try:
        found = json.loads(answer)
        if refusal := found.get("refused"):
            raise Refused(str(refusal[0]), str(refusal[1]) if refusal[1] else None)
        return Document.model_validate(found["document"])
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ValidationError):
        raise _too_much() from None


def _too_much() -> Refused:
    return Refused(
        "file_unsafe",
        "Reading the document took more time or memory than any ordinary one does. "
        "Save it again as a plain PDF or as text, and send that.",
    )
