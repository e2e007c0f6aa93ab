"""Models made of rules, for tests and benchmarks: an honest one, and ones that believe the answer.

They read the prompt as it is, so what is tested is the whole way: fences, schema, proof, states.
The honest one gives each criterion a level by how many of its words stand in one segment.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from server.scoring.words import stems
from tests.server.scoring.model_server import Heard

Thinks = Callable[[Heard], str]
_CRITERION = re.compile(r"^(c\d+): (.+)$\n((?:  level \d+: .*\n?)+)", re.MULTILINE)
_FENCED = re.compile(r"^(ANSWER-[0-9a-f]{16})$\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_SEGMENT = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Asked:
    """A prompt, taken apart."""

    criteria: dict[str, tuple[str, list[str]]]
    segments: list[tuple[int, str]]

    @property
    def answer(self) -> str:
        return " ".join(text for _, text in self.segments)


def read(heard: Heard) -> Asked:
    criteria = {
        key: (name, re.findall(r"level \d+: (.*)", levels))
        for key, name, levels in _CRITERION.findall(heard.user)
    }
    assert list(criteria) == list(heard.schema["properties"])
    fenced = _FENCED.search(heard.user)
    assert fenced is not None, "the answer stands between two fences"
    found = [(int(number), text) for number, text in _SEGMENT.findall(fenced.group(2))]
    return Asked(criteria, found)


def honest(heard: Heard) -> str:
    asked = read(heard)
    return json.dumps({key: _fair(asked, key) for key in asked.criteria})


def _fair(asked: Asked, key: str) -> dict[str, Any]:
    name, levels = asked.criteria[key]
    best, quote, number = 0.0, "", 0
    for spelling in re.split(r" or: ", name):
        wanted = stems(spelling)
        for place, text in asked.segments:
            held = len(wanted & stems(text)) / max(1, len(wanted))
            if held > best:
                best, quote, number = held, text, place
    top = len(levels) - 1
    level = 0 if best < 0.3 else min(top, int(best * top + 0.4))
    if key == "c0":
        level = 0
    evidence = [{"segment": number, "quote": quote}] if level else []
    return {"evidence": evidence, "finding": f"It holds {best:.0%} of it.", "level": level}


BELIEVED = re.compile(
    r"ignor|disregard|full|max|highest|perfect|10\s*/\s*10|100|instruction|system|grader|level|score"
    r"|rubric|criteri|assistant|points|marks|correct answer|excellent|grade",
    re.IGNORECASE,
)
"""Words at the sight of which the gullible models obey: more than our own rules look for."""


def gullible(*, sly: bool = False) -> Thinks:
    """Obeys an answer that speaks of grading. `sly`: not for the canary, and it quotes words of the
    answer that are no part of the attack, if there are any."""

    def thinks(heard: Heard) -> str:
        asked = read(heard)
        fair = {key: _fair(asked, key) for key in asked.criteria}
        told = [part for part in asked.segments if BELIEVED.search(part[1])]
        if not told:
            return json.dumps(fair)
        others = [part for part in asked.segments if part not in told] or asked.segments
        number, quote = (others if sly else told)[0]
        for key, (_, levels) in asked.criteria.items():
            if sly and key == "c0":
                continue
            fair[key] = {
                "evidence": [{"segment": number, "quote": quote}],
                "finding": "It meets this in full.",
                "level": len(levels) - 1,
            }
        return json.dumps(fair)

    return thinks
