"""Interviews that an earlier run of the app left on this machine.

One rule: what this app cannot read is kept, and said to be another version's.
"""

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from client import exam
from client.errors import ClientError

if TYPE_CHECKING:
    from client.spool.folder import Found
    from client.spool.store import Spool

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saved:
    """An interview that was found on this machine."""

    found: "Found"
    started: bool
    """Whether its clock runs: the person must come back to it without being asked."""


class OtherVersion(ClientError):
    """The flow's state was written by an app that this one does not understand."""

    code = "other_version"


def state_of(spool: "Spool") -> exam.State | None:
    """The flow's state in a spool, None before the first; raises OtherVersion."""
    saved = spool.load_state()
    if saved is None:
        return None
    try:
        return exam.load(saved)
    except ValueError as error:
        log.error("the saved state cannot be read: %s", error)
        raise OtherVersion(
            "This interview was saved by another version of the app. Nothing is lost: install "
            "the version that your invitation names and open it again."
        ) from None


def has_started(found: "Found") -> bool:
    """Whether its clock runs, as far as it can be read."""
    from client.spool.store import Spool

    if found.state != "unfinished":
        return False
    try:
        with Spool.open(found.folder) as spool:
            state = state_of(spool)
    except OtherVersion:
        # Going on with it says what is wrong.
        return True
    except ClientError as error:
        log.info("a saved interview went away while it was looked at: %s", error.code)
        return False
    return state is not None and state.clock is not None


def rows_of(spool: "Spool") -> list[tuple[int, str]]:
    """(sequence number, hash) of every row in the spool, for the demo's report."""
    return [(row.seq, hashlib.sha256(row.envelope).hexdigest()) for row in spool.rows()]
