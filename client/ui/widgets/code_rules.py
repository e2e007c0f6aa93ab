"""What an editor of code does with a key: margins, pairs, comments, brackets.

Pure: text in, text out. One rule: nothing here guesses what the code means; a line is judged by
how it begins and ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shared.exam import Language

UNITS: dict[Language, str] = {
    "python": "    ",
    "javascript": "  ",
    "java": "    ",
    "c": "    ",
    "cpp": "    ",
    "go": "\t",
    "sql": "    ",
}
"""One step of indentation as each language's own formatter writes it."""
COMMENTS: dict[Language, str] = {
    "python": "#",
    "javascript": "//",
    "java": "//",
    "c": "//",
    "cpp": "//",
    "go": "//",
    "sql": "--",
}
PAIRS = {"(": ")", "[": "]", "{": "}"}
QUOTES: dict[Language, str] = {
    "python": "\"'",
    "javascript": "\"'`",
    "java": "\"'",
    "c": "\"'",
    "cpp": "\"'",
    "go": '"`',
    "sql": "'",
}
_CLOSING = {closing: opening for opening, closing in PAIRS.items()}
_LEAVES = ("return", "pass", "break", "continue", "raise")
"""After these a Python block is over."""
FARTHEST = 8_000
"""Characters looked through for a bracket's partner: some screens' worth."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Text for the place of the cursor, which then stands `back` characters before its end."""

    text: str
    back: int = 0


def unit(language: Language | None) -> str:
    """One step of indentation."""
    return "    " if language is None else UNITS[language]


def margin(line: str) -> str:
    """The blanks that a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def new_line(before: str, after: str, language: Language | None) -> Inserted:
    """What Return puts between the two halves of a line."""
    step, stands = unit(language), margin(before)
    written = before.rstrip()
    if language == "python":
        if written.endswith(":"):
            return Inserted("\n" + stands + step)
        if written.split()[:1] and written.split()[0] in _LEAVES and not after.strip():
            return Inserted("\n" + stands.removesuffix(step))
    if written[-1:] in PAIRS:
        inner = "\n" + stands + step
        if after.lstrip()[:1] == PAIRS[written[-1]]:
            outer = "\n" + stands
            return Inserted(inner + outer, len(outer))
        return Inserted(inner)
    return Inserted("\n" + stands)


def narrower(before: str, language: Language | None) -> int:
    """How many blanks before the cursor Backspace takes at once; 0: it is in the text."""
    if not before or before.strip(" \t"):
        return 0
    step = unit(language)
    if before.endswith("\t") or step == "\t":
        return 1
    return (len(before) - 1) % len(step) + 1


def taken_out(line: str, language: Language | None) -> int:
    """How many blanks one step to the left takes from a line's start."""
    if line.startswith("\t"):
        return 1
    return min(len(margin(line)), max(len(unit(language)), 1 if unit(language) != "\t" else 4))


def closes_here(before: str, key: str) -> bool:
    """Whether a closing bracket is the first thing on its line: the line goes back a step."""
    return key in _CLOSING and bool(before) and not before.strip()


def paired(key: str, before: str, after: str, language: Language | None) -> Inserted | None:
    """What a bracket or quote brings with it; None: nothing but itself. `back` > 0 in what is
    answered; an empty text means to step over the sign that is there."""
    following = after[:1]
    if key in _CLOSING and following == key:
        return Inserted("")
    free = not following or following.isspace() or following in _CLOSING or following in ",;:"
    if key in PAIRS:
        return Inserted(key + PAIRS[key], 1) if free else None
    if key in (QUOTES[language] if language else ""):
        if following == key:
            return Inserted("")
        begins = not before[-1:].isalnum() and before[-1:] not in ("_", key, "\\")
        return Inserted(key + key, 1) if free and begins else None
    return None


def both_go(before: str, after: str, language: Language | None) -> bool:
    """Whether Backspace between an empty pair takes both of it."""
    opening, following = before[-1:], after[:1]
    if not opening or not following:
        return False
    quotes = QUOTES[language] if language else ""
    return PAIRS.get(opening) == following or (opening == following and opening in quotes)


def commented(lines: Sequence[str], language: Language | None) -> list[str]:
    """The lines as comments, or no longer so where all of them are; blank ones stay."""
    sign = COMMENTS[language] if language else "#"
    written = [line for line in lines if line.strip()]
    if not written:
        return list(lines)
    if all(line.lstrip().startswith(sign) for line in written):
        return [_uncommented(line, sign) for line in lines]
    at = min(len(margin(line)) for line in written)
    return [f"{line[:at]}{sign} {line[at:]}" if line.strip() else line for line in lines]


def partner(text: str, at: int, counts: Callable[[int], bool]) -> int | None:
    """The place of the bracket that belongs to the one at `at`; None where there is none.

    `counts(place)`: whether a bracket there is code.
    """
    sign = text[at : at + 1]
    if sign in PAIRS and sign:
        other, step, end = PAIRS[sign], 1, min(len(text), at + FARTHEST)
    elif sign in _CLOSING and sign:
        other, step, end = _CLOSING[sign], -1, max(-1, at - FARTHEST)
    else:
        return None
    depth = 0
    for place in range(at, end, step):
        if text[place] not in (sign, other) or not counts(place):
            continue
        depth += 1 if text[place] == sign else -1
        if depth == 0:
            return place
    return None


def _uncommented(line: str, sign: str) -> str:
    at = len(margin(line))
    if not line[at:].startswith(sign):
        return line
    rest = line[at + len(sign) :]
    return line[:at] + rest.removeprefix(" ")
