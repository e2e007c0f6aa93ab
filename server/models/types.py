"""Column types that behave alike on SQLite and PostgreSQL.

One rule: instants are aware UTC in Python, enumerations are text in the database, and counters
that may pass 2^31 are 64 bits wide.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

from shared.lifecycle import Status

WIDE_KEY = BigInteger().with_variant(Integer, "sqlite")
"""64-bit autoincrement: SQLite counts up only on INTEGER keys, which are 64 bits wide there."""


class Utc(TypeDecorator[datetime]):
    """An instant. Refuses naive datetimes, answers aware ones in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite has no zones: it gets naive UTC, which sorts as text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: say which zone it is in")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware UTC, whatever zone the connection speaks."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class StatusText(TypeDecorator[Status]):
    """`Status` as text, so that a new state needs no change of a database type."""

    impl = String(24)
    cache_ok = True

    def process_bind_param(self, value: Status | None, dialect: Dialect) -> str | None:
        """The state's name."""
        return None if value is None else Status(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Status | None:
        """The state; a name that this release does not know is an error, not a guess."""
        return None if value is None else Status(value)


class current_xid(FunctionElement[int]):  # noqa: N801
    """The writing transaction's number on PostgreSQL, 0 on SQLite, which has one writer.

    Cursors over (xid, id) below `pg_snapshot_xmin` miss no row: ids alone do not follow commits.
    """

    type = BigInteger()
    inherit_cache = True
    name = "current_xid"


@compiles(current_xid)
def _zero(element: current_xid, compiler: Any, **kw: Any) -> str:
    return "0"


@compiles(current_xid, "postgresql")
def _transaction(element: current_xid, compiler: Any, **kw: Any) -> str:
    return "(pg_current_xact_id()::text::bigint)"
