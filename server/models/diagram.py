"""The schema as text: DBML for tools, Mermaid for readers.

Pure. One rule: everything is read from the tables themselves, so a document can be compared with
what the server would write, and neither grows old.
"""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, Index, MetaData, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql

_DIALECT = postgresql.dialect()


def dbml(metadata: MetaData, purposes: dict[str, str]) -> str:
    """All tables with columns, keys and indexes as PostgreSQL has them. `purposes` by table."""
    tables = _sorted(metadata)
    parts = [_table(table, purposes.get(table.name, "")) for table in tables]
    parts += [_ref(key) for table in tables for key in _keys(table)]
    return "\n\n".join(parts) + "\n"


def mermaid(metadata: MetaData) -> str:
    """Which tables point at which, without their columns."""
    lines = ["erDiagram"]
    for table in _sorted(metadata):
        keys = _keys(table)
        if not keys:
            lines.append(f"  {table.name}")
        for key in keys:
            one = "|o" if key.parent.nullable else "||"
            many = "o|" if key.parent.unique or key.parent.primary_key else "o{"
            lines.append(
                f"  {key.column.table.name} {one}--{many} {table.name} : {key.parent.name}"
            )
    return "\n".join(lines) + "\n"


def _sorted(metadata: MetaData) -> list[Table]:
    return sorted(metadata.tables.values(), key=lambda table: table.name)


def _keys(table: Table) -> list[ForeignKey]:
    return sorted(table.foreign_keys, key=lambda key: key.parent.name)


def _table(table: Table, purpose: str) -> str:
    lines = [f"Table {table.name} {{"]
    for column in table.columns:
        marks = ["pk"] if column.primary_key else []
        marks.append("null" if column.nullable else "not null")
        kind = column.type.compile(_DIALECT).lower().replace(" without time zone", "")
        lines.append(f'  {column.name} "{kind}" [{", ".join(marks)}]')
    indexes = [*_indexes(table)]
    if indexes:
        lines += ["", "  indexes {", *(f"    {each}" for each in indexes), "  }"]
    if purpose:
        lines += ["", f"  Note: '{purpose.replace(chr(39), chr(92) + chr(39))}'"]
    return "\n".join([*lines, "}"])


def _indexes(table: Table) -> Iterable[str]:
    found: list[tuple[str, list[str], bool]] = [
        (str(index.name), [str(part.name) for part in index.columns], bool(index.unique))
        for index in table.indexes
        if isinstance(index, Index)
    ]
    found += [
        (str(each.name), [column.name for column in each.columns], True)
        for each in table.constraints
        if isinstance(each, UniqueConstraint)
    ]
    for name, columns, unique in sorted(found):
        yield f"({', '.join(columns)}) [{'unique, ' if unique else ''}name: '{name}']"


def _ref(key: ForeignKey) -> str:
    here = f"{key.parent.table.name}.{key.parent.name}"
    there = f"{key.column.table.name}.{key.column.name}"
    return f"Ref: {here} > {there} [delete: {(key.ondelete or 'no action').lower()}]"
