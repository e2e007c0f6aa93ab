"""`openapi`: the HTTP surface as a document.

One rule: the same text every time; it needs no database, no keys and no settings.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `openapi`."""
    openapi = declare(commands, "openapi", _openapi, words="write the OpenAPI document")
    openapi.add_argument("--out", type=Path, help="file; left out: standard output")


def _openapi(settings: Settings, asked: argparse.Namespace) -> int:
    from server.api import describe

    text = json.dumps(describe(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if asked.out is None:
        sys.stdout.write(text)
    else:
        asked.out.write_text(text, encoding="utf-8")
    return 0
