"""How much lost time is given back, from the two clocks of an interview.

One rule: a machine says by its own clock how long it could not run the interview (asleep, killed,
off), the server's clock bounds that by how long it heard nothing, and the policy caps the sum. An
app that works on without a network loses nothing, so that staying away gives no time.
"""

OUTAGE_FROM_MS = 5_000
"""Shorter gaps are the machine's or the network's breathing, and count on neither side."""


def gap_ms(passed_ms: int) -> int:
    """What counts as a gap of `passed_ms` between two signs of life."""
    return passed_ms if passed_ms >= OUTAGE_FROM_MS else 0


def accepted_ms(claimed_ms: int, silent_ms: int) -> int:
    """How much of the time that a machine says it lost the server's clock bears out.

    Both count up since the segment's start: in which order wake-up, claim and contact happen does
    not matter.
    """
    return max(0, min(claimed_ms, silent_ms))


def credit_ms(lost_ms: int, *, credited_ms: int, cap_s: int) -> int:
    """What is given back of newly lost time, in whole seconds rounded down, up to the cap:
    no clock gains by it.

    `credited_ms`: what the interview was given before.
    """
    left = cap_s * 1000 - credited_ms
    return max(0, min(lost_ms // 1000 * 1000, left))
