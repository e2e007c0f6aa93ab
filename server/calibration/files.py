"""Graded answers from a file that somebody sent.

One rule: a file that does not fit is refused whole, and every such line is named by its number.
"""

from dataclasses import dataclass

from server.calibration import graded, labs
from server.calibration.gate import Ruling
from server.calibration.graded import Graded
from server.calibration.groups import Mark
from server.refusals import Refused
from server.sheets import Limits, read_table

LIMITS = Limits(rows=3000, cell_chars=20_000)
"""The baseline reads as many answers in some seconds; `invigil-server calibrate` takes more."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a file holds."""

    answers: list[Graded]
    ruling: Ruling | None
    """Of two versions of a grader; None where the file has no marks of both."""
    by_group: tuple[list[Mark], list[Mark]] | None
    """Marks of people and of the baseline; None where the file does not say whose answers."""


def read(content: bytes) -> Sent:
    """Reads CSV or XLSX; refuses `file_unreadable` with `errors` by line, and what `read_table`
    refuses.
    """
    table = read_table(content, limits=LIMITS)
    try:
        lines = labs.lines(table)
        found = graded.of_lines(table.columns, lines)
        whose = labs.marks_of_groups(table.columns, lines, found, graded.by_baseline)
        return Sent(found, labs.ruling(table.columns, lines), whose)
    except graded.BadLine as fault:
        errors = [
            {
                "field": f"line {one.line}",
                "message": one.message.removeprefix(f"Line {one.line}: "),
            }
            for one in fault.faults
        ]
        raise Refused("file_unreadable", str(fault), errors=errors) from None
