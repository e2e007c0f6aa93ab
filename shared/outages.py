"""How much lost time is given back, from the two clocks of an interview.

One rule: a machine says by its own clock how long it could not run the interview (asleep, killed,
off), the server's clock bounds that by how long it heard nothing, and the policy caps the sum. An
app that works on without a network loses nothing, so that staying away gives no time.
"""

OUTAGE_FROM_MS = 5_000
"""Shorter gaps are the machine's or the network's breathing, and count on neither side."""

STAND_MS = 20_000
"""For a question, whatever it asks: what saving and writing down a spoken answer may take."""
STAND_MS_PER_CHARACTER = 120
"""A slow voice says nine characters a second; a repetition at the usual pace is half of that."""
MOST_STAND_MS = 180_000
"""Of one question: who wants longer texts read again reads on with the clock running."""


def stand_cap_ms(prompt: str) -> int:
    """How long the clock may stand still in one question while the machine speaks or works."""
    return min(MOST_STAND_MS, STAND_MS + STAND_MS_PER_CHARACTER * len(prompt))


def stood_ms(claimed_ms: int, *, before_ms: int, cap_ms: int, passed_ms: int) -> int:
    """How much more a machine is given for having stood still, by what it claims in all.

    `before_ms`: given before; `cap_ms`: the sum of the questions' caps; `passed_ms`: since the
    start by the server's clock, because nobody stood still for longer than that.
    """
    return max(0, min(claimed_ms, cap_ms, passed_ms) - before_ms)


NOTE_MS = 15_000
"""For a note that covers the question until it is confirmed: seeing it and pressing the button."""
NOTE_MS_PER_CHARACTER = 90
"""A slow reader's eleven characters a second."""
MOST_NOTE_MS = 120_000
"""Of one note: who leaves it unread longer than that reads on with the clock running."""


def note_cap_ms(text: str) -> int:
    """How long the clock may stand still while one note of a proctor covers the question."""
    return min(MOST_NOTE_MS, NOTE_MS + NOTE_MS_PER_CHARACTER * len(text))


def covered_ms(claimed_ms: int, *, before_ms: int, allowed_ms: int, passed_ms: int) -> int:
    """How much more is given for questions that were covered, by what the machine claims in all.

    `before_ms`: given before; `allowed_ms`: what covered them, as the server knows it; `passed_ms`:
    since the start by the server's clock, less what was given back of it for other reasons.
    """
    return max(0, min(claimed_ms, allowed_ms, passed_ms) - before_ms)


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
