"""Graded answers out of a spreadsheet, and the gate for a changed grader.

Pure. One rule: a row keeps the number that the spreadsheet program shows, and a change is ruled on
with the same answers before and after.
"""

from collections.abc import Mapping, Sequence

from server.calibration import graded
from server.calibration.gate import Both, Ruling, rule
from server.sheets.table import Table

DRAWS = 300
"""Of the bootstrap, while somebody waits; the ends of an interval then vary in the third digit."""
BOTH = ("before_score", "after_score")


def lines(table: Table) -> list[tuple[int, Mapping[str, str]]]:
    """(number, cells) of each row; raises BadLine for a cell that could not be read."""
    found: list[tuple[int, Mapping[str, str]]] = []
    for row in table.rows:
        if row.faults:
            raise graded.BadLine(f"Line {row.number}: {row.faults[0].message}")
        found.append((row.number, {name: row.get(name) for name in table.columns}))
    return found


def ruling(columns: Sequence[str], rows: Sequence[tuple[int, Mapping[str, str]]]) -> Ruling | None:
    """Whether the changed grader may be used; None where the file has no marks of both.

    Raises BadLine for marks that are none.
    """
    if not set(BOTH) <= set(columns):
        return None
    both: list[Both] = []
    for number, line in rows:
        if not line["answer"].strip():
            continue
        most = graded.most(line, number)
        shares = [graded.share(line, name, most, number) for name in ("score", *BOTH)]
        both.append(Both(line["question"].strip(), *shares))
    return rule(both)
