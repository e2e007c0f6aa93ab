"""The yardstick: how many words of the expected answer an answer repeats.

Pure. One rule: as plain as can be, so that whoever does not beat it is seen not to.
"""

import re

_WORD = re.compile(r"[^\W_]+")


def overlap(answer: str, expected: str) -> float:
    """Share of the different words of `expected` that stand in `answer`, 0 to 1."""
    wanted = set(_WORD.findall(expected.casefold()))
    return len(wanted & set(_WORD.findall(answer.casefold()))) / len(wanted) if wanted else 0.0
