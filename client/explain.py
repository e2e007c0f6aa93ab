"""`invigil policy explain [--json]`: what holds on this computer, where each of it comes from, and
what it means.

One rule: nothing is changed and nothing is asked over the network; a value is told with its source,
and what cannot be read is said, with its line.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from client import managed
from client.managed import Managed
from client.settings import PREFIX, Settings, load
from shared.policy import Policy

if TYPE_CHECKING:
    from shared.session import Grant

PRECEDENCE = (
    "Rules of an interview: only the policy that its server signed counts; nothing on this "
    "computer changes it. Without an interview the defaults are shown.",
    "Settings of this installation: the system's own policy first (Windows' group policy, a "
    "profile on macOS), then the managed file, then the variables "
    f"{PREFIX}*, then the defaults.",
)
WORDS = Path(__file__).with_name("explained.json")
"""Descriptions of the fields: the packaged app has no source to read them from."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field."""

    part: str
    """`policy` or `settings`."""
    name: str
    value: Any
    source: str
    """`signed policy`, `system policy`, `managed file`, `last good managed file`, `environment` or
    `default`."""
    default: Any
    means: str


def main(arguments: Sequence[str] | None = None, show: Callable[[str], None] = print) -> int:
    """0; 1 where the managed file or an interview cannot be used; 2 for wrong arguments."""
    parser = argparse.ArgumentParser(
        prog="invigil policy explain",
        description="What holds on this computer, where it comes from, and what it means.",
        epilog="Exit status: 0 all was read, 1 something does not fit (said), 2 usage.",
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--managed", type=Path, help="try this file instead of the computer's")
    parser.add_argument("--interview", help="the first characters of an interview's number")
    asked = parser.parse_args(arguments)
    folder = managed.user_data_path("Invigil", appauthor=False)
    given = (
        managed.here() if asked.managed is None else managed.read(asked.managed, folder, trial=True)
    )
    settings = load(given=given.given)
    grant, fault = newest(settings.spools, asked.interview or "")
    rows = (*policy_rows(grant), *setting_rows(settings, given, os.environ))
    faults = tuple(text for text in (given.sentence(), fault) if text)
    show(as_json(rows, faults, grant) if asked.json else as_text(rows, faults, grant))
    return 1 if faults else 0


def policy_rows(grant: "Grant | None") -> Iterator[Row]:
    """Each rule of the interview, levels with their own names; without one the defaults."""
    policy = Policy() if grant is None else grant.policy
    source = "default" if grant is None else "signed policy"
    for name, value, usual in _fields(policy, Policy()):
        yield Row("policy", name, value, source, usual, words().get(f"policy.{name}", ""))


def setting_rows(settings: Settings, given: Managed, environ: Mapping[str, str]) -> Iterator[Row]:
    """Each setting of this installation."""
    for name, value, usual in _fields(settings, Settings()):
        source = "default"
        if name in given.above:
            source = "system policy"
        elif name in given.given:
            source = "last good managed file" if given.last_good else "managed file"
        elif environ.get(PREFIX + name.upper()):
            source = "environment"
        yield Row("settings", name, value, source, usual, words().get(f"settings.{name}", ""))


def newest(spools: Path, number: str) -> "tuple[Grant | None, str]":
    """The newest interview here whose number begins so, and why there is none that can be told."""
    from client.errors import SpoolError
    from client.spool.database import FILE_NAME
    from client.spool.store import Spool
    from client.ui.agreed import fits

    folders = [path.parent for path in spools.glob(f"{number}*/{FILE_NAME}")]
    if not folders:
        return None, f"No interview here begins with {number}." if number else ""
    folder = max(folders, key=lambda one: one.stat().st_mtime)
    try:
        with Spool.open(folder) as spool:
            grant = spool.grant
    except SpoolError as error:
        return None, f"Interview {folder.name}: {error.message}"
    if not fits(grant):
        return None, (
            f"Interview {folder.name}: its rules are not the ones that its server signed. Nothing "
            "of them counts: open the invitation again."
        )
    return grant, ""


def as_text(rows: Sequence[Row], faults: Sequence[str], grant: "Grant | None") -> str:
    """For people: faults first, then precedence, then a block for each field."""
    lines = [*(f"DOES NOT FIT: {fault}" for fault in faults), *PRECEDENCE, ""]
    part = ""
    for row in rows:
        if row.part != part:
            part = row.part
            named = f" of interview {grant.session[:8]}, {grant.title}" if grant else ""
            lines.append(f"RULES{named}" if part == "policy" else "SETTINGS OF THIS COMPUTER")
        changed = "" if row.value == row.default else f" (default {_shown(row.default)})"
        lines += [f"{row.name} = {_shown(row.value)}{changed}", f"    from: {row.source}"]
        if row.means:
            lines.append(f"    {row.means}")
    return "\n".join(lines)


def as_json(rows: Sequence[Row], faults: Sequence[str], grant: "Grant | None") -> str:
    """For programs."""
    told = {
        "interview": None if grant is None else grant.session,
        "precedence": PRECEDENCE,
        "faults": list(faults),
        "fields": [asdict(row) for row in rows],
    }
    return json.dumps(told, indent=1, ensure_ascii=False)


@cache
def words() -> dict[str, str]:
    """What each field means."""
    return json.loads(WORDS.read_text("utf-8"))


def words_of_source() -> dict[str, str]:
    """The same, read from the source: what `explained.json` is made from."""
    return {
        f"{part}.{name}": means
        for part, model in (("policy", Policy), ("settings", Settings))
        for name, means in _means(model)
    }


def _means(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _means(inner, f"{before}{name}.")
        else:
            yield before + name, " ".join((field.description or "").split())


def _fields(model: BaseModel, usual: BaseModel, before: str = "") -> Iterator[tuple[str, Any, Any]]:
    for name in type(model).model_fields:
        value, default = getattr(model, name), getattr(usual, name)
        if isinstance(value, BaseModel):
            yield from _fields(value, default, f"{before}{name}.")
        else:
            plain = model.model_dump(mode="json")[name], usual.model_dump(mode="json")[name]
            yield before + name, *plain


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    WORDS.write_text(json.dumps(words_of_source(), indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.stderr.write(f"{WORDS.name} is as the source says.\n")
