"""Graded answers out of a spreadsheet, and the gate for a changed grader.

Pure. One rule: a row keeps the number that the spreadsheet program shows, and a change is ruled on
with the same answers before and after.
"""

from collections.abc import Callable, Mapping, Sequence

from server.calibration import alike, graded
from server.calibration.fairness import Shift
from server.calibration.gate import Both, Ruling, rule
from server.calibration.graded import Graded
from server.calibration.groups import Mark
from server.sheets.table import Table

DRAWS = 300
"""Of the bootstrap, while somebody waits; the ends of an interval then vary in the third digit."""
WHOSE = ("person", "group")
"""Any key of a person, no name needed, and a group of theirs."""
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


def alike_by(
    grader: Callable[[Graded], float], answers: Sequence[Graded]
) -> Mapping[alike.Kind, Shift]:
    """How far a grader marks answers apart that say the same in another way."""
    marks = [round(1000 * grader(one)) for one in answers]
    beside = [
        None if one.line is None else round(1000 * grader(one.line))
        for one in alike.others(answers)
    ]
    return alike.shifts([*marks, *beside], len(answers))


def marks_of_groups(
    columns: Sequence[str],
    rows: Sequence[tuple[int, Mapping[str, str]]],
    answers: Sequence[Graded],
    grader: Callable[[Graded], float],
) -> tuple[list[Mark], list[Mark]] | None:
    """(by people, by the grader) with whose each answer is; None where the file does not say.

    Raises BadLine for a line that names a group and nobody, or somebody and no group.
    """
    if not set(WHOSE) <= set(columns):
        return None
    people: list[Mark] = []
    graded_ones: list[Mark] = []
    faults: list[graded.Fault] = []
    read = [(number, line) for number, line in rows if line["answer"].strip()]
    for (number, line), one in zip(read, answers, strict=True):
        whose, group = (line[name].strip() for name in WHOSE)
        if bool(whose) != bool(group):
            words = f"Line {number}: person and group belong together: fill in both, or neither."
            faults.append(graded.Fault(number, words))
        elif whose:
            people.append(Mark(whose, group, one.question, one.score))
            graded_ones.append(Mark(whose, group, one.question, grader(one)))
    graded.refuse(faults)
    return people, graded_ones


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
