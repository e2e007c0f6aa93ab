"""The form of a model's reply: evidence first, then what it shows, then the level.

Pure. One rule: a reply that does not fit is a ValueError and asked again; it is never read as zero.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from server.scoring.judge.rubric import Criterion

SCHEMA_VERSION = "1"
MOST_QUOTES = 5
MOST_FINDING = 400


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of one criterion."""

    quotes: tuple[str, ...]
    """As it wrote them: not looked for yet."""
    finding: str
    """What they show, in a sentence of the model's."""
    level: int


def schema(group: Sequence[Criterion]) -> dict[str, Any]:
    """JSON schema of the reply about these criteria, in this order."""
    return _closed({one.key: _of(one) for one in group})


def parse(text: str, group: Sequence[Criterion]) -> Mapping[str, Judged]:
    """The reply by the criteria's keys; raises ValueError."""
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("nested without end") from None
    if not isinstance(found, dict) or set(found) != {one.key for one in group}:
        raise ValueError("not the criteria that were asked for")
    return {one.key: _judged(found[one.key], one) for one in group}


def _of(criterion: Criterion) -> dict[str, Any]:
    quote = _closed({"segment": {"type": "integer"}, "quote": {"type": "string"}})
    return _closed(
        {
            "evidence": {"type": "array", "items": quote},
            "finding": {"type": "string"},
            "level": {"type": "integer", "enum": list(range(criterion.top + 1))},
        }
    )


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _judged(found: Any, criterion: Criterion) -> Judged:
    if not isinstance(found, dict) or set(found) != {"evidence", "finding", "level"}:
        raise ValueError("not the members that were asked for")
    level, finding, evidence = found["level"], found["finding"], found["evidence"]
    if type(level) is not int or not 0 <= level <= criterion.top:
        raise ValueError("no level of this criterion")
    if not isinstance(finding, str) or not isinstance(evidence, list):
        raise ValueError("a member is of another type")
    quotes: list[str] = []
    for one in evidence:
        if not isinstance(one, dict) or not isinstance(one.get("quote"), str):
            raise ValueError("evidence that is no quote")
        if one["quote"].strip():
            quotes.append(one["quote"])
    return Judged(tuple(quotes[:MOST_QUOTES]), " ".join(finding.split())[:MOST_FINDING], level)
