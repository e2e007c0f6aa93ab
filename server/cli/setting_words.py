"""`settings`: the table of all settings, which docs/settings.md holds.

One rule: names, types, ranges, defaults and words come from `Settings`; nothing is written by hand.
"""

import argparse
import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import SecretStr

from server.cli.commands import declare
from server.setting_faults import PLAIN_NAMES, PREFIX
from server.settings import Settings

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from server.cli.commands import Commands

HEAD = """# Settings of the server

Made from `server/settings.py` by `python -m server settings`; a test compares. Every value comes
from the environment, once, at the start; what does not fit or is unsafe stops the start with a
sentence that names it, and so does an INVIGIL_ name that nobody reads. Empty means the default.

| variable | what it is | default | values |
| --- | --- | --- | --- |
"""


def add(commands: "Commands") -> None:
    """Declares `settings`."""
    declare(commands, "settings", _print, words="write the table of all settings")


def table() -> str:
    """The whole page."""
    texts = field_texts()
    rows = [_row(name, field, texts[name]) for name, field in Settings.model_fields.items()]
    return HEAD + "\n".join(rows) + "\n"


def field_texts() -> dict[str, str]:
    """What stands below each field in its source. Pydantic would read it at every start; only this
    page needs it."""
    (made,) = ast.parse(textwrap.dedent(inspect.getsource(Settings))).body
    assert isinstance(made, ast.ClassDef)
    found: dict[str, str] = {}
    for field, text in pairwise(made.body):
        match field, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                found[name] = inspect.cleandoc(words)
            case _:
                continue
    return found


def _print(settings: Settings, asked: argparse.Namespace) -> int:
    print(table(), end="")
    return 0


def _row(name: str, field: "FieldInfo", text: str) -> str:
    words = " ".join(text.split()).replace("|", "\\|")
    default: Any = field.default
    if isinstance(default, SecretStr):
        default = ""
    if name == "dashboard_dir":
        default = "the installed one"
    shown = "" if default in ("", None) else f"`{default}`"
    variable = PLAIN_NAMES.get(name, PREFIX + name.upper())
    return f"| `{variable}` | {words} | {shown} | {_values(field)} |"


def _values(field: "FieldInfo") -> str:
    kind = field.annotation
    if get_origin(kind) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(kind) if value != "")
    low = next((item.ge for item in field.metadata if hasattr(item, "ge")), None)
    high = next((item.le for item in field.metadata if hasattr(item, "le")), None)
    if low is not None or high is not None:
        return f"{low} to {high}"
    names = {bool: "`true`, `false`", int: "a number", float: "a number", SecretStr: "secret"}
    return names.get(kind, "text") if isinstance(kind, type) else "text"
