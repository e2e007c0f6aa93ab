"""What all commands share: how one is declared.

One rule: every command says in one line what it is for, and its function answers the exit status.
"""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from server.settings import Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Call = Callable[[Settings, argparse.Namespace], int]


def declare(commands: "Commands", name: str, call: Call, *, words: str) -> argparse.ArgumentParser:
    """Adds the command `name`, which `call` does; options are added to the answer."""
    parser = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.set_defaults(call=call)
    return parser
