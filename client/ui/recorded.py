"""Where the sound of each take lies in the spool, so that it can be heard again at any time.

One rule: it is read from the record of this machine, off the GUI thread; takes of another machine
are not here.
"""

from collections.abc import Mapping

from client.ui.record import Spool
from shared.events import AnswerChunk, Kind

Pieces = dict[tuple[str, int], dict[int, str]]
"""(question, take) -> number of the piece -> address of its sound."""


def recorded(spool: Spool) -> Pieces:
    """Every piece that the record names."""
    found: Pieces = {}
    for body in spool.bodies(Kind.ANSWER_CHUNK):
        row = AnswerChunk.model_validate_json(body)
        found.setdefault((row.question, row.take), {})[row.part] = row.audio.sha256
    return found


def opened(spool: Spool, pieces: Mapping[int, str]) -> tuple[bytes, ...]:
    """The sound of one take, piece by piece in order; raises SpoolDamaged."""
    return tuple(spool.open_blob(pieces[part]) for part in sorted(pieces))
