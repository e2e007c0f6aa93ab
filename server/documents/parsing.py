"""Parses an uploaded document outside of the server's process.

One rule: this is the only place that decides *where* documents are parsed. `Parse` is the seam:
whoever has a better box passes its function instead of `parse`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from server.documents import kinds
from server.documents.document import Document
from server.refusals import Refused

Parse = Callable[[bytes], Document]
"""Bytes to a document; refuses as `server.documents.kinds`, `pdf`, `word` and `plain` do."""
WALL_S = 40.0
"""Twice the seconds of processor that the child has: the machine may be busy."""
MAX_ANSWER = 8 * 1024 * 1024
"""Bytes of JSON: forty times the most characters of a document."""
COMMAND = (sys.executable, "-m", "server.documents.child")
_ROOT = Path(__file__).parents[2]


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
