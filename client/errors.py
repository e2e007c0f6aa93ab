"""Everything that can go wrong on the candidate's machine, each with a sentence for the person.

One rule: an error is raised where its caller can act, carries a stable `code`, says whether
trying again can help, and names in `message` what the person can do next.

    ClientError
    ├── WrongInvite          the pasted text is no invite
    ├── Refused              the server understood and said no (RFC 9457 problem)
    ├── Unreachable          no answer: network, name, certificate, time-out
    ├── BadAnswer            an answer that cannot be read or whose signature does not fit
    ├── SpoolError
    │   ├── SpoolBusy        another process has this spool open
    │   ├── SpoolMissing     there is no complete spool in that folder
    │   ├── SpoolDamaged     the file is kept, but it cannot be read or its chain is broken
    │   ├── KeyUnreachable       the system's key store has the signing key, and is locked
    │   ├── RecordDiffers    the server countersigned a row that is not ours
    │   └── DiskFull         nothing was written; freeing space lets the app go on
    └── SpeechError
        ├── NoMicrophone     none there, busy, or forbidden by the system
        └── BadReplay        the file in place of the microphone holds no sound
"""

from pathlib import Path

from client.sentences import SPOOL_DAMAGED
from shared.problems import PROBLEMS, Problem

RETRYABLE_CODES = frozenset(
    {"rate_limited", "overloaded", "internal", "replayed", "chain_gap", "evidence_full"}
)
"""Refusals that pass by themselves or by a fresh request."""


class ClientError(Exception):
    """Base of the tree. `str(error)` is the sentence for the person."""

    code = "client_error"
    retryable = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class WrongInvite(ClientError):
    """The text in the invite field is not a link or a code of ours."""

    code = "wrong_invite"


class Refused(ClientError):
    """The server said no. `problem` is its body, `retry_after_s` its Retry-After, if any."""

    def __init__(self, problem: Problem, *, retry_after_s: float | None = None) -> None:
        super().__init__(_sentence(problem))
        self.problem = problem
        self.code = problem.code
        self.retry_after_s = retry_after_s
        self.retryable = problem.code in RETRYABLE_CODES or problem.status in (429, 502, 503, 504)


class Unreachable(ClientError):
    """No answer came. `cause` is a short technical word for support."""

    code = "unreachable"
    retryable = True

    def __init__(self, message: str, *, cause: str = "") -> None:
        super().__init__(message)
        self.cause = cause


class BadAnswer(ClientError):
    """Something answered, but not as an Invigil server that holds the promised key would."""

    code = "bad_answer"

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class SpoolError(ClientError):
    """Trouble with the record on this machine. `folder` is where it lies."""

    code = "spool_error"

    def __init__(self, message: str, *, folder: Path) -> None:
        super().__init__(message)
        self.folder = folder


class SpoolBusy(SpoolError):
    """Another Invigil has this interview open."""

    code = "spool_busy"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "This interview is already open in another Invigil window on this computer. "
            "Go on there, or close it first.",
            folder=folder,
        )


class SpoolMissing(SpoolError):
    """No spool, or one that was never completed."""

    code = "spool_missing"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "There is no saved interview here. Open your invitation link to begin.", folder=folder
        )


class SpoolDamaged(SpoolError):
    """The saved interview cannot be trusted or read; its files stay where they are."""

    code = "spool_damaged"

    def __init__(self, folder: Path, detail: str) -> None:
        super().__init__(
            SPOOL_DAMAGED(folder=folder),
            folder=folder,
        )
        self.detail = detail


class KeyUnreachable(SpoolError):
    """The record is whole, but nothing can be signed. `detail` is what the store said."""

    code = "key_unreachable"
    retryable = True

    def __init__(self, folder: Path, detail: str) -> None:
        super().__init__(
            "The key of this interview is in the key store of this computer, which does not give "
            "it now. Unlock the key store, as signing in to this computer does, and try again. "
            "Everything recorded so far is safe.",
            folder=folder,
        )
        self.detail = detail


class RecordDiffers(SpoolError):
    """The server's countersigned head is not a row of this spool."""

    code = "chain_fork"

    def __init__(self, folder: Path, detail: str) -> None:
        _, title, what_to_do = PROBLEMS["chain_fork"]
        super().__init__(f"{title} {what_to_do}", folder=folder)
        self.detail = detail


class DiskFull(SpoolError):
    """No room for the write; it left nothing behind."""

    code = "disk_full"
    retryable = True

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "The disk of this computer is full, so the last step could not be saved. "
            "Free some space; everything before it is safe, and you can go on from here.",
            folder=folder,
        )


class SpeechError(ClientError):
    """Trouble with listening or speaking."""

    code = "speech_error"


class NoMicrophone(SpeechError):
    """No microphone could be opened."""

    code = "no_microphone"
    retryable = True


class BadReplay(SpeechError):
    """The recording in place of the microphone cannot be played."""

    code = "bad_replay"


def _sentence(problem: Problem) -> str:
    """Our own words where we know the code: a proxy's page must not speak to the candidate."""
    if problem.code in PROBLEMS:
        _, title, what_to_do = PROBLEMS[problem.code]
        return f"{problem.title or title} {problem.detail or what_to_do}"
    return f"{problem.title} {problem.detail}".strip()
