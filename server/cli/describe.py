"""`openapi` and `schema`: the HTTP surface and the database as documents.

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
    """Declares `openapi` and `schema`."""
    openapi = declare(commands, "openapi", _openapi, words="write the OpenAPI document")
    openapi.add_argument("--out", type=Path, help="file; left out: standard output")
    schema = declare(commands, "schema", _schema, words="write the database's schema as documents")
    schema.add_argument("--out", type=Path, required=True, help="folder for the two files")


def _openapi(settings: Settings, asked: argparse.Namespace) -> int:
    from server.api import describe

    text = json.dumps(describe(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if asked.out is None:
        sys.stdout.write(text)
    else:
        asked.out.write_text(text, encoding="utf-8")
    return 0


def _schema(settings: Settings, asked: argparse.Namespace) -> int:
    for name, text in schema_documents().items():
        (asked.out / name).write_text(text, encoding="utf-8")
    return 0


def schema_documents() -> dict[str, str]:
    """`schema.dbml` and `schema.md`, by file name."""
    from server.models import metadata
    from server.models.base import Table
    from server.models.diagram import dbml, mermaid

    purposes = {
        str(table.__tablename__): " ".join((table.__doc__ or "").split())
        for table in Table.__subclasses__()
        if hasattr(table, "__table__")
    }
    page = [
        "# The database",
        "",
        "Made by `python -m server schema --out docs` from `server/models/`; a test compares.",
        "Every column, key and index is in [schema.dbml](schema.dbml), which tools for DBML read.",
        "",
        "```mermaid",
        mermaid(metadata).rstrip(),
        "```",
        "",
        "| Table | What a row is |",
        "| --- | --- |",
        *(f"| `{name}` | {purposes[name]} |" for name in sorted(purposes)),
    ]
    return {"schema.dbml": dbml(metadata, purposes), "schema.md": "\n".join(page) + "\n"}
