"""This computer's clock and disk, by the same levels as before the interview.

Pure. One rule: the levels are those of `client/preflight/rules.py`; here they only become answers.
"""

from client.lockdown.probes.answer import Answer, ProbeName
from client.preflight import rules


def judge_clock(skew_s: float | None) -> Answer:
    """Against the server's, as it last told it."""
    return _answer("clock", rules.clock(skew_s))


def judge_disk(verdict: rules.Verdict) -> Answer:
    """Room and the right to write where the interview is kept."""
    return _answer("disk", verdict)


def _answer(probe: ProbeName, verdict: rules.Verdict) -> Answer:
    if verdict.outcome == "ok":
        # Figures that move all the time would be a row each.
        return Answer(probe, "ok")
    return Answer(probe, verdict.outcome, tuple(t for t in (verdict.cause,) if t))
