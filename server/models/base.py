"""What all tables share: one metadata with named constraints, and the recurring columns.

One rule: a constraint has a name, because SQLite and PostgreSQL drop it by that name.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from server.models.types import WIDE_KEY, Utc, current_xid
from shared.ids import new_id

DEFAULT_ORG = "0" * 32
"""One organisation to a deployment; the column is there for the day when there are more."""


class Table(SQLModel):
    """The base of every table. What pydantic would need to check a row by is made when a row is
    first written out as a dictionary: rows are not checked on the way in, and few are written out.
    """

    model_config = {**SQLModel.model_config, "defer_build": True}


metadata = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def utc_now() -> datetime:
    """Default for columns that only say when a row was made; rules get their time passed in."""
    return datetime.now(UTC)


def id_field() -> Any:
    """An opaque text key."""
    return Field(default_factory=new_id, primary_key=True, max_length=32)


def wide_id_field() -> Any:
    """A counting key for tables that only grow; None until the row is flushed."""
    return Field(default=None, primary_key=True, sa_type=WIDE_KEY)


def xid_field() -> Any:
    """The transaction that inserted the row; the database fills it in."""
    return Field(
        default=None,
        sa_type=BigInteger,
        nullable=False,
        sa_column_kwargs={"server_default": current_xid()},
    )


def org_field() -> Any:
    """The organisation that owns the row."""
    return Field(default=DEFAULT_ORG, max_length=32)


def _maker(context: Any) -> str | None:
    """The person who makes a row owns it, unless a team does."""
    values: dict[str, Any] = context.get_current_parameters()
    return None if values.get("team_id") else values["created_by"]


def owner_field() -> Any:
    """The person who owns the row; None where a team does. Left out: whoever made it."""
    return ref("users.id", None, ondelete=None, sa_column_kwargs={"default": _maker})


def team_field() -> Any:
    """The team that owns the row; None where a person does."""
    return ref("teams.id", None, ondelete=None)


def big(default: Any = ..., **kw: Any) -> Any:
    """A 64-bit integer column."""
    return Field(default, sa_type=BigInteger, **kw)


def utc(default: Any = ..., **kw: Any) -> Any:
    """An instant column."""
    return Field(default, sa_type=Utc, **kw)


def made_at() -> Any:
    """When the row was made."""
    return Field(default_factory=utc_now, sa_type=Utc)


def ref(target: str, default: Any = ..., **kw: Any) -> Any:
    """A foreign key to `table.id`; rows below an interview go with it."""
    kw.setdefault("ondelete", "CASCADE")
    return Field(default, foreign_key=target, max_length=32, **kw)


def named(table: str) -> Any:
    """A table's name; SQLModel declares the attribute as something that plain text is not."""
    return table
