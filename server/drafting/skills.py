"""The skills that documents are searched for, and what to ask about each.

One rule: a skill is found only where its name, or a name that the table gives it, is written.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

Area = Literal[
    "language",
    "web",
    "framework",
    "database",
    "cloud",
    "tool",
    "practice",
    "data",
    "design",
    "lead",
]
_TABLE = Path(__file__).with_name("skills.toml")


@dataclass(frozen=True, slots=True)
class Skill:
    """One row of the table."""

    name: str
    area: Area
    aliases: tuple[str, ...] = ()
    careful: bool = False
    """Its name is also an ordinary word or a letter."""
    ask: str = ""
    points: tuple[str, ...] = ()
    deep: str = ""
    deep_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a skill is named in a text."""

    skill: Skill
    start: int
    end: int


@cache
def table() -> tuple[Skill, ...]:
    """All skills, in the table's order."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["skill"]
    return tuple(
        Skill(
            name=row["name"],
            area=cast(Area, row["area"]),
            aliases=tuple(row["aliases"]),
            careful=row.get("careful", False),
            ask=row.get("ask", ""),
            points=tuple(row.get("points", ())),
            deep=row.get("deep", ""),
            deep_points=tuple(row.get("deep_points", ())),
        )
        for row in rows
    )


def mentions(text: str) -> list[Mention]:
    """Every skill that the text names, once each, where it is named first."""
    found: dict[str, Mention] = {}
    for match in _pattern().finditer(text):
        skill = _names()[match.group().casefold()]
        # Only `R`, not `r`; an alias such as `golang` is no ordinary word.
        written = match.group()
        if skill.careful and written.casefold() == skill.name.casefold() and written != skill.name:
            continue
        found.setdefault(skill.name, Mention(skill, match.start(), match.end()))
    sure = any(not one.skill.careful for one in found.values())
    return [
        one
        for one in sorted(found.values(), key=lambda one: one.start)
        if sure or not one.skill.careful or text[one.start : one.end] != one.skill.name
    ]


@cache
def _names() -> dict[str, Skill]:
    names = {skill.name.casefold(): skill for skill in table()}
    for skill in table():
        for alias in skill.aliases:
            names.setdefault(alias.casefold(), skill)
    return names


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    # `Java` is not in `JavaScript`, `C` not in `C++`, `.NET` may follow a letter of ASP.
    inside = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<![\w+#])(?<!\w[.-])(?:{inside})(?![\w+#]|-\w|\.\w)", re.IGNORECASE)
