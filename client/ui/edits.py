"""What an earlier run of the app wrote of each answer, so that Ctrl+Z works after a crash.

One rule: it is read from the record of this machine once, off the GUI thread; another machine's
edits are not here, and begin anew.
"""

from client.ui.record import Spool
from client.ui.widgets.editors import MOST_UNDONE
from shared.events import AnswerEdited, Edit, Kind


def earlier_edits(spool: Spool) -> dict[str, list[Edit]]:
    """By question, the oldest first; no more of each than an editor can take back."""
    found: dict[str, list[Edit]] = {}
    for body in spool.bodies(Kind.ANSWER_EDITED):
        row = AnswerEdited.model_validate_json(body)
        edits = found.setdefault(row.question, [])
        edits += row.edits
        del edits[:-MOST_UNDONE]
    return found
