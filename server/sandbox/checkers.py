"""Whether what a program printed is what its test expects.

One rule: pure; both texts are compared as their author chose, and nothing is guessed. A custom
checker is a program and runs in a box (`engine`); it is not decided here.
"""

import math
from collections import Counter
from collections.abc import Callable

from server.sandbox.wire import Checker


def exact(printed: str, expected: str, _tolerance: float) -> bool:
    """Every character, a last line break apart."""
    return printed.removesuffix("\n") == expected.removesuffix("\n")


def whitespace(printed: str, expected: str, _tolerance: float) -> bool:
    """The same words in the same order on the same lines; blank lines and blanks do not count."""
    return _lines(printed) == _lines(expected)


def within(printed: str, expected: str, tolerance: float) -> bool:
    """The same words, where both are numbers within `tolerance`, absolute or relative."""
    ours, theirs = printed.split(), expected.split()
    return len(ours) == len(theirs) and all(
        _close(one, other, tolerance) for one, other in zip(ours, theirs, strict=True)
    )


def unordered(printed: str, expected: str, _tolerance: float) -> bool:
    """The same lines, each as often, in any order."""
    return Counter(_lines(printed)) == Counter(_lines(expected))


CHECKERS: dict[Checker, Callable[[str, str, float], bool]] = {
    "exact": exact,
    "whitespace": whitespace,
    "float": within,
    "unordered": unordered,
}


def _lines(text: str) -> list[tuple[str, ...]]:
    lines = (tuple(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


def _close(one: str, other: str, tolerance: float) -> bool:
    if one == other:
        return True
    try:
        ours, theirs = float(one), float(other)
    except ValueError:
        return False
    # Only finite numbers have a distance; nan and inf must be spelled alike, up to their case.
    if not (math.isfinite(ours) and math.isfinite(theirs)):
        return repr(ours) == repr(theirs)
    return math.isclose(ours, theirs, rel_tol=tolerance, abs_tol=tolerance)
