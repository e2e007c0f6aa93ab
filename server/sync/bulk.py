"""Rows of one table by the hundred, in one statement.

One rule: the statement's text depends on the table alone, never on how many rows there are, so
that PostgreSQL plans it once for each connection; SQLite gets its executemany.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import LargeBinary, String, Table, insert
from sqlalchemy.dialects import postgresql
from sqlmodel import Session, SQLModel

_DIALECT = postgresql.dialect()


def insert_all(db: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts `rows`, which name the same columns, in their order; the others get the database's
    defaults. Objects of the session are not flushed before.
    """
    if not rows:
        return
    made: Table = table.__table__  # pyright: ignore[reportAttributeAccessIssue] -- every table has one
    connection = db.connection()
    if connection.dialect.name != "postgresql":
        connection.execute(insert(made), list(rows))
        return
    names = tuple(rows[0])
    columns = tuple([row[name] for row in rows] for name in names)
    connection.exec_driver_sql(_unnest(made, names), columns)


@lru_cache(maxsize=16)
def _unnest(table: Table, names: tuple[str, ...]) -> str:
    arrays = ", ".join(f"%s::{_type(table, name)}[]" for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table.name} ({columns}) SELECT * FROM unnest({arrays})"  # noqa: S608 -- names of ours


def _type(table: Table, name: str) -> str:
    kind = table.c[name].type
    # A cast to varchar(n) would cut what is too long in silence; into the column it is an error.
    if isinstance(kind, String):
        return "text"
    return "bytea" if isinstance(kind, LargeBinary) else kind.compile(_DIALECT)
