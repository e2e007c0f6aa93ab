"""Which jobs wait in which line.

One rule: what may hang or take long has a line of its own, so that a mail server that does not
answer delays no score. A topic that is not named here waits with the upkeep.
"""

UPKEEP = "upkeep"
TOPICS: dict[str, frozenset[str]] = {
    "scoring": frozenset({"score", "total"}),
    "judging": frozenset({"judge"}),
    "trials": frozenset({"trial"}),
    "code": frozenset({"code_run"}),
    "checks": frozenset({"check_question"}),
    "mail": frozenset({"mail"}),
    "documents": frozenset({"draft"}),
    "webhooks": frozenset({"webhook"}),
    "asking": frozenset({"follow_up"}),
    "voices": frozenset({"voice"}),
    "speech": frozenset({"transcribe"}),
    UPKEEP: frozenset(),
}
"""The topics of each queue; those of the upkeep are all others."""
QUEUES = tuple(TOPICS)
NAMED = frozenset[str]().union(*TOPICS.values())

LEASE_S = {
    "judge": 900,
    "trial": 900,
    "code_run": 900,
    "check_question": 900,
    "draft": 900,
    "voice": 900,
    "transcribe": 900,
    "follow_up": 120,
    "purge": 600,
    "retention": 600,
}
"""Topics whose jobs may take longer than the usual lease, in seconds."""


def queue_of(topic: str) -> str:
    """The queue that a job of this topic waits in."""
    return next((queue for queue, topics in TOPICS.items() if topic in topics), UPKEEP)
