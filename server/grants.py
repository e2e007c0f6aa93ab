"""What the role that the server connects as may do in PostgreSQL: not change what is only added.

One rule: the tables' owner migrates and grants, the role that serves owns nothing; so whoever takes
over the server's process can add to the audit log and the record, and rewrite neither.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Engine, text

ADDED_ONLY: Mapping[str, tuple[str, ...]] = {
    "audit_log": (),
    "consents": (),
    "fork_rows": ("sealed",),
    "record_rows": ("sealed",),
    "server_links": (),
    "status_timeline": ("reason",),
}
"""Tables whose rows are never changed or deleted, with the columns that an erasure empties."""
REVISION = "alembic_version"
"""Read at every start, written by the owner."""


class CannotGrant(Exception):
    """Nothing was changed; the message says what to do."""


def grant(engine: Engine, role: str) -> None:
    """Gives `role` what the server needs, takes what it must not have; may be repeated.

    Raises CannotGrant with nothing changed.
    """
    with engine.begin() as connection:
        _refuse_unless_it_would_hold(connection, role)
        for statement in _statements(connection, role):
            connection.exec_driver_sql(statement)
        # GRANT by somebody who may not is a warning, no error.
        if found := _faults(connection, role):
            raise CannotGrant(f"{found[0]} Run this as the tables' owner.")


def faults(engine: Engine, role: str) -> list[str]:
    """What `role` may do and should not, or needs and may not; a sentence for each."""
    with engine.connect() as connection:
        _refuse_unless_it_would_hold(connection, role)
        return _faults(connection, role)


def _refuse_unless_it_would_hold(connection: Connection, role: str) -> None:
    if connection.dialect.name != "postgresql":
        raise CannotGrant("SQLite knows no roles: set DATABASE_URL to a PostgreSQL database.")
    asked = {"role": role}
    found = connection.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = :role"), asked)
    superuser = found.scalar_one_or_none()
    if superuser is None:
        raise CannotGrant(
            f"There is no role {role}: make it with CREATE ROLE … LOGIN PASSWORD '…'."
        )
    if superuser:
        raise CannotGrant(f"{role} is a superuser, whom no grant holds: name another role.")
    owner = connection.execute(
        text("SELECT relowner::regrole::text FROM pg_class WHERE oid = to_regclass('audit_log')")
    ).scalar_one_or_none()
    if owner is None:
        raise CannotGrant("There are no tables yet: run `invigil-server migrate` first.")
    owns = text("SELECT pg_has_role(:role, relowner, 'MEMBER') FROM pg_class WHERE oid = :oid")
    if connection.execute(owns, asked | {"oid": _oid(connection, "audit_log")}).scalar_one():
        raise CannotGrant(f"{role} is, or may become, the tables' owner {owner}: name another.")


def _statements(connection: Connection, role: str) -> Iterator[str]:
    quote = connection.dialect.identifier_preparer.quote
    to = quote(role)
    schema = quote(str(connection.execute(text("SELECT current_schema()")).scalar_one()))
    rows, numbers = "SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {to}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {to}"
    yield f"GRANT {rows} ON ALL TABLES IN SCHEMA {schema} TO {to}"
    yield f"GRANT {numbers} ON ALL SEQUENCES IN SCHEMA {schema} TO {to}"
    # A table that a later migration makes is usable before anybody runs this again.
    yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT {rows} ON TABLES TO {to}"
    yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT {numbers} ON SEQUENCES TO {to}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON {REVISION} FROM {to}"
    for table, columns in ADDED_ONLY.items():
        yield f"REVOKE UPDATE, DELETE ON {table} FROM {to}"
        for column in columns:
            yield f"GRANT UPDATE ({column}) ON {table} TO {to}"


def _faults(connection: Connection, role: str) -> list[str]:
    found: list[str] = []
    tables = connection.execute(
        text(
            "SELECT oid, relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
            " AND relkind IN ('r', 'p') ORDER BY relname"
        )
    ).all()
    for oid, table in tables:
        asked = {"role": role, "oid": oid}

        def may(what: str, asked: dict[str, object] = asked) -> bool:
            query = text("SELECT has_table_privilege(:role, CAST(:oid AS oid), :what)")
            return bool(connection.execute(query, asked | {"what": what}).scalar_one())

        needs = ["SELECT"] if table == REVISION else ["SELECT", "INSERT"]
        forbidden = ["TRUNCATE", "TRIGGER"]
        if table in ADDED_ONLY or table == REVISION:
            forbidden += ["UPDATE", "DELETE"]
        else:
            needs += ["UPDATE", "DELETE"]
        found += [f"{role} may not {what} {table}, and has to." for what in needs if not may(what)]
        found += [f"{role} may {what} {table}." for what in forbidden if may(what)]
        if table in ADDED_ONLY:
            columns = connection.execute(
                text(
                    "SELECT attname FROM pg_attribute WHERE attrelid = :oid AND attnum > 0"
                    " AND NOT attisdropped AND"
                    " has_column_privilege(:role, attrelid, attnum, 'UPDATE')"
                ),
                asked,
            ).scalars()
            more = sorted(set(columns) - set(ADDED_ONLY[table]))
            found += [f"{role} may UPDATE {table}.{column}." for column in more]
    return found


def _oid(connection: Connection, table: str) -> int:
    return connection.execute(text("SELECT to_regclass(:name)::oid"), {"name": table}).scalar_one()
