"""Whether the server should transcribe a take.

Pure. One rule: only where the candidate's machine could not: a recording in which it heard nobody,
or a policy without transcripts, asks for none.
"""

from shared.events import AnswerTranscribed
from shared.policy import Policy
from shared.transcript import NO_MODEL, STOPPED, UNREADABLE

COULD_NOT = (NO_MODEL, STOPPED, UNREADABLE)
"""What an app says that had no model, or whose model broke."""


def wanted(standing: AnswerTranscribed | None, *, take: int, policy: Policy) -> bool:
    """`standing`: what is known of the answer; `take`: its last recording, from 1."""
    if not policy.transcribe or take < 1:
        return False
    if standing is None or standing.take < take:
        return True
    return not standing.text and standing.reason in COULD_NOT
