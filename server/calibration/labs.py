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
    graded.refuse(
        [
            graded.Fault(row.number, f"Line {row.number}: {row.faults[0].message}")
            for row in table.rows
            if row.faults
        ]
    )
    return [(row.number, {name: row.get(name) for name in table.columns}) for row in table.rows]


def ruling(columns: Sequence[str], rows: Sequence[tuple[int, Mapping[str, str]]]) -> Ruling | None:
    """Whether the changed grader may be used; None where the file has no marks of both.

    Raises BadLine for marks that are none.
    """
    if not set(BOTH) <= set(columns):
        return None
    both: list[Both] = []
    faults: list[graded.Fault] = []
    for number, line in rows:
        if not line["answer"].strip():
            continue
        try:
            most = graded.most(line, number)
            shares = [graded.share(line, name, most, number) for name in ("score", *BOTH)]
        except graded.BadLine as fault:
            faults.append(graded.Fault(number, str(fault)))
            continue
        both.append(Both(line["question"].strip(), *shares))
    graded.refuse(faults)
    return rule(both)
