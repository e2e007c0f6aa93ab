"""Alembic's entry: compares with and migrates over the connection that `run` hands in."""

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from server.models import metadata
from server.models.types import StatusText, Utc, current_xid


def render(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """How a new step writes our own column types: short, and without SQLModel."""
    if kind == "server_default" and isinstance(getattr(item, "arg", None), current_xid):
        return "current_xid()"
    match item:
        case Utc():
            return "Utc()"
        case StatusText():
            return "StatusText()"
        case AutoString():
            return f"sa.String({item.length})"
        case _:
            return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render,
    compare_type=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
