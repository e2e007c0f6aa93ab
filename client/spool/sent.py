"""What has left this machine for one interview: how often, how many bytes, when last.

One rule: whatever may have left counts, also what was lost on the way and sent again; only what
never reached a network does not. Bytes are those of the content, without the connection's own.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Literal, get_args

from client.errors import ClientError, Unreachable
from shared.sync import Batch

log = logging.getLogger(__name__)

What = Literal[
    "answers",
    "watch",
    "words",
    "progress",
    "sound",
    "pictures",
    "numbers",
    "thumbnails",
    "live",
    "beats",
    "requests",
    "lines",
]
"""Rows by what they are about, blobs by what they hold; `live`: looks through the camera;
`beats`: how the machine is doing; `requests`: opening, starting and handing in; `lines`: the open
line, on which only we are told."""
ALL: tuple[What, ...] = get_args(What)

_NEVER_LEFT = frozenset({"certificate", "ConnectError", "ConnectTimeout", "PoolTimeout"})
"""Causes of `Unreachable` at which nothing of the content was sent yet."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of thing that left."""

    count: int = 0
    """Rows, blobs, pictures or requests; each time it was sent."""
    size: int = 0
    """Bytes of content."""
    last_ms: int = 0
    """Wall clock of the last time, milliseconds since 1970; 0 before the first."""


class Ledger:
    """Counts; safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._tallies: dict[What, Tally] = {}

    def note(self, what: What, size: int, now_ms: int, *, count: int = 1) -> None:
        """Something left just now."""
        with self._lock:
            old = self._tallies.get(what, Tally())
            last_ms = max(old.last_ms, now_ms)
            self._tallies[what] = Tally(old.count + count, old.size + size, last_ms)

    def note_batch(self, batch: Batch, now_ms: int) -> None:
        """A sync call left: its rows by what they are about, the rest is how the machine is."""
        whole = len(batch.model_dump_json().encode())
        for row in batch.rows:
            size = len(row.model_dump_json().encode())
            self.note(what_of(_kind(row.row)), size, now_ms)
            whole -= size
        self.note("beats", whole, now_ms)

    def tallies(self) -> Mapping[What, Tally]:
        """As it stands, in the order of `ALL`; kinds of which nothing left are not there."""
        with self._lock:
            return {what: self._tallies[what] for what in ALL if what in self._tallies}

    def dump(self) -> bytes:
        """For the spool."""
        with self._lock:
            plain = {k: [v.count, v.size, v.last_ms] for k, v in self._tallies.items()}
        return json.dumps(plain).encode()

    def load(self, saved: bytes | None) -> None:
        """Goes on from what `dump` wrote; what cannot be read is left out and logged."""
        try:
            plain = json.loads(saved or b"{}")
            kept: dict[What, Tally] = {
                what: Tally(*(int(number) for number in plain[what]))
                for what in ALL
                if what in plain
            }
        except (ValueError, TypeError):
            log.warning("what was sent before cannot be read")
            return
        with self._lock:
            self._tallies = kept


@contextmanager
def counted(note: Callable[[], None]) -> Iterator[None]:
    """Notes what is sent inside, answered or not; a ClientError goes on."""
    try:
        yield
    except ClientError as error:
        if may_have_left(error):
            note()
        raise
    note()


def may_have_left(error: ClientError) -> bool:
    """Whether a request that ended so had sent anything."""
    return not (isinstance(error, Unreachable) and error.cause in _NEVER_LEFT)


def what_of(kind: str) -> What:
    """What a row of that kind is about; kinds that are new count as progress."""
    for start, what in _ROWS:
        if kind.startswith(start):
            return what
    return "progress"


def what_of_blob(media_type: str) -> What:
    """What a blob holds."""
    whole = media_type.partition("/")[0]
    return "sound" if whole == "audio" else "pictures" if whole == "image" else "numbers"


_ROWS: tuple[tuple[str, What], ...] = (
    ("answer.", "answers"),
    ("question.", "answers"),
    ("signal.", "watch"),
    ("probe", "watch"),
    ("lockdown", "watch"),
    ("focus", "watch"),
    ("keys.", "watch"),
    ("calibrated", "watch"),
    ("challenged", "watch"),
    ("candidate.", "words"),
    ("consent", "words"),
    ("instruction.read", "words"),
)


def _kind(row: str) -> str:
    try:
        return str(json.loads(row).get("kind", ""))
    except (ValueError, AttributeError):
        return ""
