"""What the columns of somebody else's spreadsheet stand for, and questions with choices among them.

One rule: a heading means what its author says, else what it is known to mean, else nothing; what is
left out or assumed is told.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from server.papers import cells
from server.papers.cells import Unreadable
from server.refusals import Refused
from server.sheets.table import column_name

CHOICES = tuple(f"choice_{number}" for number in range(1, 9))
CORRECT = "correct_choice"
MEANINGS = (*cells.QUESTION_COLUMNS, *CHOICES, CORRECT)
"""What a column can stand for; beside these the paper's own columns."""
_CHOICE = re.compile(
    r"^(?:choice|option|alternative|distractor|possible_answer)_?\(?([1-8a-h])\)?$"
)
_LETTERS = "abcdefgh"
_CORRECT = {
    "correct",
    "correct_answer",
    "correct_choice",
    "correct_option",
    "right_answer",
    "answer_key",
    "key",
    "solution",
}
_MORE = {
    "subject": "topic",
    "category": "topic",
    "skill": "topic",
    "level": "difficulty",
    "score": "marks",
    "mark": "marks",
    "question_text": "prompt",
    "question_type": "kind",
    "model_answer": "expected_answer",
    "sample_answer": "expected_answer",
}


def read_mapping(text: str) -> dict[str, str]:
    """`{"Question": "prompt", "Class": ""}` from a form; refuses `invalid_request`."""
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or len(found) > 200:
        raise _misfit('Send the columns as JSON, such as {"Question": "prompt"}.')
    mapping: dict[str, str] = {}
    for heading, meaning in found.items():
        if meaning not in ("", *MEANINGS, *cells.PAPER_COLUMNS):
            raise _misfit(
                f"The column “{heading[:60]}” is to be “{str(meaning)[:60]}”, which is none."
            )
        mapping[column_name(heading)] = meaning
    return mapping


def meant(columns: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """What each column stands for; empty: nothing. A meaning belongs to one column only.

    `columns`: as `column_name` makes them.
    """
    found = {name: mapping.get(name, _guess(name)) for name in columns}
    told = [meaning for name, meaning in found.items() if name in mapping and meaning]
    for meaning in told:
        if told.count(meaning) > 1:
            raise _misfit(f"Two columns are to be “{meaning}”. Leave one of them out.")
    taken = set(told)
    for name, meaning in found.items():
        if name in mapping or not meaning:
            continue
        # The author's own word for a column beats our guess for another one; so does the column
        # that is called exactly so.
        if meaning in taken or (name != meaning and meaning in columns and meaning not in mapping):
            found[name] = ""
        taken.add(found[name])
    return found


def with_choices(given: dict[str, Any], choices: Mapping[str, str]) -> dict[str, Any]:
    """The question with its choices below it, the right one as the expected answer.

    `choices`: cells of `CHOICES` and `CORRECT` that are not blank. Raises `Unreadable` where the
    right one is not among them.
    """
    listed = [choices[name].strip() for name in CHOICES if name in choices]
    right = choices.get(CORRECT, "").strip()
    if not listed:
        if right:
            given.setdefault("expected_answer", right)
        return given
    lines = [f"{_LETTERS[at].upper()}) {text}" for at, text in enumerate(listed)]
    if isinstance(given.get("prompt"), str):
        given["prompt"] = "\n".join([given["prompt"].rstrip(), "", *lines])
    if not right:
        return given
    at = _place(right, listed)
    if at is None:
        raise Unreadable(
            f"Write the number (1 to {len(listed)}), the letter or the text of the right choice."
        )
    given.setdefault("expected_answer", lines[at])
    given.setdefault("key_points", [{"text": listed[at][:500], "weight": 1}])
    return given


def _place(right: str, listed: Sequence[str]) -> int | None:
    plain = right.casefold()
    texts = [text.casefold() for text in listed]
    if plain in texts:  # before numbers: the choices may be numbers themselves
        return texts.index(plain)
    if re.fullmatch(r"[1-8](\.0+)?", plain) and int(plain[0]) <= len(listed):
        return int(plain[0]) - 1
    letter = plain.strip("().")
    if len(letter) == 1 and letter in _LETTERS[: len(listed)]:
        return _LETTERS.index(letter)
    return None


def _guess(name: str) -> str:
    if name in (*cells.COLUMNS, *CHOICES):
        return name
    if name in _CORRECT:
        return CORRECT
    if found := _CHOICE.match(name):
        mark = found[1]
        return f"choice_{mark if mark.isdigit() else _LETTERS.index(mark) + 1}"
    return cells.OTHER_NAMES.get(name, _MORE.get(name, ""))


def _misfit(message: str) -> Refused:
    errors = [{"field": "columns", "message": message}]
    return Refused("invalid_request", message, errors=errors)
