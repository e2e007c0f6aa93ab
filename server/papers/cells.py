"""A question as a row of a spreadsheet, and back.

One rule: what is written is read back equal. A list is written as lines that people can edit where
those lines say everything, and as JSON where they would not.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from server.papers.document import PaperDocument, PaperHead, QuestionBody
from server.papers.marking import Criterion, KeyPoint

QUESTION_COLUMNS = tuple(QuestionBody.model_fields)
PAPER_COLUMNS = tuple(f"paper_{name}" for name in PaperHead.model_fields)
"""Filled in the first row only."""
COLUMNS = (*QUESTION_COLUMNS, *PAPER_COLUMNS)
OTHER_NAMES = {
    "question": "prompt",
    "text": "prompt",
    "type": "kind",
    "time_limit": "time_limit_s",
    "time_limit_(s)": "time_limit_s",
    "seconds": "time_limit_s",
    "points": "marks",
    "programming_language": "language",
    "starter_code": "starter",
    "answer": "expected_answer",
    "hidden_tests": "tests",
}
"""Headings that people write, by what they mean."""
SHEET = "Questions"
_NUMBERS = {"marks", "time_limit_s", "duration_s"}
_WORDS = {"kind", "difficulty", "language"}
_WEIGHT = re.compile(r"^\[(\d{1,3})\] ?")
_CRITERION = re.compile(r"^(?P<name>[^:]+): ?(?P<levels>.*)$")
Cells = dict[str, str | int | None]


class Unreadable(ValueError):
    """A cell's text is not what its column holds; the message says what it holds."""


def as_rows(document: PaperDocument) -> list[Cells]:
    """One row for each question; a paper without questions has one row of its own fields."""
    rows: list[Cells] = [_question_cells(question) for question in document.questions] or [{}]
    rows[0].update(
        paper_title=document.title,
        paper_description=document.description,
        paper_duration_s=document.duration_s,
        paper_language=document.language,
        paper_policy=document.policy.model_dump_json(),
    )
    return rows


def read_cell(column: str, text: str) -> Any:
    """The value of a cell that is not blank, still to be checked; raises `Unreadable`."""
    name = column.removeprefix("paper_")
    if name in _NUMBERS:
        return _number(text)
    if column in _WORDS:
        return text.strip().casefold()
    if column == "paper_language":
        return text.strip()
    if reader := _LISTS.get(name):
        return reader(text)
    return text


def _question_cells(question: QuestionBody) -> Cells:
    return {
        "kind": question.kind,
        "prompt": question.prompt,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "marks": question.marks,
        "time_limit_s": question.time_limit_s,
        "language": question.language,
        "starter": question.starter,
        "expected_answer": question.expected_answer,
        "key_points": _written(question.key_points, _point_lines, _points),
        "rubric": _written(question.rubric, _rubric_lines, _rubric),
        "tests": _json(question.tests) if question.tests else "",
        "follow_ups": "\n".join(question.follow_ups),
    }


def _written(models: list[Any], lines: Callable[..., str], read: Callable[[str], Any]) -> str:
    text = lines(models)
    try:
        plain = [model.model_dump() for model in models]
        if text and read(text) == plain:
            return text
    except Unreadable:
        pass
    return _json(models) if models else ""


def _json(models: list[Any]) -> str:
    return json.dumps([model.model_dump() for model in models], ensure_ascii=False)


def _point_lines(points: list[KeyPoint]) -> str:
    return "\n".join(f"[{point.weight}] {point.text}" for point in points)


def _points(text: str) -> Any:
    if _is_json(text):
        return _from_json(text, '[{"text": "names the trade-off", "weight": 2}]')
    found: list[dict[str, Any]] = []
    for line in text.splitlines():
        if line.strip():
            weight, rest = _weighed(line)
            found.append({"text": rest, "weight": weight})
    return found


def _rubric_lines(rubric: list[Criterion]) -> str:
    return "\n".join(
        f"[{criterion.weight}] {criterion.name}: {' | '.join(criterion.levels)}"
        for criterion in rubric
    )


def _rubric(text: str) -> Any:
    if _is_json(text):
        return _from_json(text, '[{"name": "Depth", "weight": 1, "levels": ["none", "full"]}]')
    found: list[dict[str, Any]] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        weight, rest = _weighed(line)
        parts = _CRITERION.match(rest)
        if parts is None:
            raise Unreadable(
                "Write one criterion to a line, such as “[2] Depth: nothing | some | all of it”."
            )
        levels = [level.strip() for level in parts["levels"].split("|")]
        found.append({"name": parts["name"].strip(), "weight": weight, "levels": levels})
    return found


def _tests(text: str) -> Any:
    return _from_json(text, '[{"name": "adds", "call": "add(1, 2)", "expected": "3"}]')


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _weighed(line: str) -> tuple[int, str]:
    found = _WEIGHT.match(line)
    return (int(found[1]), line[found.end() :]) if found else (1, line)


def _number(text: str) -> int:
    plain = text.strip().replace("\u00a0", "")
    if re.fullmatch(r"[+-]?\d{1,9}([.,]0+)?", plain):
        return int(re.split("[.,]", plain)[0])
    raise Unreadable("Write a whole number.")


def _policy(text: str) -> Any:
    return _from_json(text, '{"selfie": true}')


def _is_json(text: str) -> bool:
    return text.lstrip().startswith(("[{", "[]")) or text.strip() == "[ ]"


def _from_json(text: str, example: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(f"Write JSON, such as {example}") from None


_LISTS: Mapping[str, Callable[[str], Any]] = {
    "key_points": _points,
    "rubric": _rubric,
    "tests": _tests,
    "follow_ups": _lines,
    "policy": _policy,
}
