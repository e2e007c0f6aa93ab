"""Papers as files: written for download, read for a preview and for taking over.

One rule: reading makes nothing. It says row by row what would be made, or in which column of which
row what is wrong; whoever commits reads the same file again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ValidationError

from server.papers import cells, headings
from server.papers.document import PaperDocument, PaperHead, QuestionBody
from server.papers.rules import MAX_QUESTIONS, question_fault
from server.refusals import Refused
from server.sheets import (
    CSV_TYPE,
    XLSX_TYPE,
    Fault,
    Limits,
    Row,
    Table,
    read_table,
    write_csv,
    write_xlsx,
)

Format = Literal["csv", "xlsx", "json"]
Model = TypeVar("Model", bound=BaseModel)
JSON_TYPE = "application/json"
LIMITS = Limits(bytes=8 * 1024 * 1024, rows=MAX_QUESTIONS, columns=200)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a file: its body, or what is wrong with it."""

    row: int
    """As the spreadsheet program numbers it; in JSON the question's number from 1."""
    given: Mapping[str, Any]
    """What could be read, for showing."""
    body: QuestionBody | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file that was read."""

    format: Format
    head: PaperHead | None
    """None: the file says nothing of the paper itself, or nothing that fits."""
    items: tuple[Item, ...]
    faults: tuple[Fault, ...]
    """Of the paper's own fields."""
    notes: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()
    """What each column of a spreadsheet was taken for; empty: it was left out."""

    @property
    def bodies(self) -> list[QuestionBody]:
        """The questions that fit."""
        return [item.body for item in self.items if item.body is not None]

    @property
    def all_faults(self) -> list[Fault]:
        """Everything that is wrong, from the top."""
        return [*self.faults, *(fault for item in self.items for fault in item.faults)]


def write(document: PaperDocument, format: Format) -> tuple[bytes, str]:
    """The file and its media type; `read` of it gives an equal paper."""
    match format:
        case "csv":
            return write_csv(cells.COLUMNS, cells.as_rows(document)), CSV_TYPE
        case "xlsx":
            content = write_xlsx(cells.COLUMNS, cells.as_rows(document), sheet=cells.SHEET)
            return content, XLSX_TYPE
        case "json":
            plain = document.model_dump(mode="json", exclude={"questions": {"__all__": {"id"}}})
            return json.dumps(plain, ensure_ascii=False, indent=2).encode(), JSON_TYPE


def read(content: bytes, columns: Mapping[str, str] | None = None) -> PaperFile:
    """`columns`: what the author says that columns stand for (`headings.read_mapping`).

    Refuses, for the whole file, what `read_table` refuses; faults of rows come with them."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and not content.startswith(
        b"{\\rtf"
    ):
        return _from_json(content)
    return _from_table(read_table(content, limits=LIMITS, sheet=cells.SHEET), columns or {})


def _from_json(content: bytes) -> PaperFile:
    if len(content) > LIMITS.bytes:
        raise Refused("too_large", f"The file is larger than {LIMITS.bytes // 2**20} MB.")
    try:
        found: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(
            "file_unreadable", "The file looks like JSON and is none. Export a paper to see one."
        ) from None
    if isinstance(found, list):
        found = {"questions": found}
    questions = found.pop("questions", None)
    if not isinstance(questions, list):
        raise Refused("file_unreadable", "The JSON needs a list that is called “questions”.")
    if len(questions) > LIMITS.rows:
        raise Refused("too_large", f"A paper has at most {MAX_QUESTIONS} questions.")
    for name, known in (("format", "invigil-paper"), ("format_version", 1)):
        if found.pop(name, known) != known:
            raise Refused(
                "file_unreadable",
                f"The JSON is no paper of this version: “{name}” must be {known!r}.",
            )
    items: list[Item] = []
    for number, given in enumerate(questions, start=1):
        plain = dict(given) if isinstance(given, dict) else {}
        plain.pop("id", None)
        items.append(_item(number, plain if isinstance(given, dict) else given, ()))
    head, faults = _checked(PaperHead, found, row=0) if found else (None, [])
    return PaperFile("json", head, tuple(items), tuple(faults), ())


def _from_table(table: Table, mapping: Mapping[str, str]) -> PaperFile:
    names = headings.meant(table.columns, mapping)
    known = set(names.values())
    if "prompt" not in known:
        raise Refused(
            "file_unreadable",
            "The first row must name the columns, and none of them is known to hold the question. "
            "Call it “prompt” or “question”, or start from the template.",
        )
    notes = list(table.notes)
    kind = "" if "kind" in known else "written"
    if kind:
        notes.append("The file has no column for the kind of question: all of them are written.")
    for name, meant in names.items():
        if not meant:
            notes.append(f"The column “{name[:60]}” is not known and was left out.")
    heads, items = [], []
    for row in table.rows:
        given, faults = _values(row, names)
        if kind and given:
            given.setdefault("kind", kind)
        own = {name: given.pop(name) for name in list(given) if name in cells.PAPER_COLUMNS}
        if own and not heads:
            heads.append((row.number, own))
        elif own:
            notes.append(f"The paper's own columns are read once; row {row.number} was left out.")
        if given or any(fault.column not in cells.PAPER_COLUMNS for fault in faults):
            items.append(_item(row.number, given, faults))
    head, faults = None, []
    for number, own in heads:
        plain = {name.removeprefix("paper_"): value for name, value in own.items()}
        head, faults = _checked(PaperHead, plain, row=number, prefix="paper_")
    return PaperFile(
        "xlsx" if table.format == "xlsx" else "csv",
        head,
        tuple(items),
        tuple(faults),
        tuple(dict.fromkeys(notes)),
        tuple(names.items()),
    )


def _values(row: Row, names: Mapping[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    given: dict[str, Any] = {}
    choices: dict[str, str] = {}
    faults = list(row.faults)
    for name, meant in names.items():
        text = row.get(name)
        if not meant or not text:
            continue
        if meant not in cells.COLUMNS:
            choices[meant] = text
            continue
        try:
            given[meant] = cells.read_cell(meant, text)
        except cells.Unreadable as error:
            faults.append(Fault(row.number, meant, str(error)))
    try:
        return headings.with_choices(given, choices), faults
    except cells.Unreadable as error:
        return given, [*faults, Fault(row.number, headings.CORRECT, str(error))]


def _item(row: int, given: Any, faults: Iterable[Fault]) -> Item:
    found = list(faults)
    body, wrong = _checked(QuestionBody, given, row=row)
    told = {fault.column for fault in found}
    found += [fault for fault in wrong if fault.column not in told]
    if body is not None and (fault := question_fault(body.kind, body.language, len(body.tests))):
        found.append(Fault(row, *fault))
    shown = given if isinstance(given, dict) else {}
    return Item(row, shown, None if found else body, tuple(found))


def _checked(
    model: type[Model], given: Any, *, row: int, prefix: str = ""
) -> tuple[Model | None, list[Fault]]:
    try:
        return model.model_validate(given), []
    except ValidationError as error:
        faults: dict[str, Fault] = {}
        for one in error.errors(include_url=False, include_input=False, include_context=False):
            place = [str(part) for part in one["loc"]] or [""]
            column = prefix + place[0] if place[0] else ""
            message = one["msg"].removeprefix("Value error, ")
            inside = f" (at {'.'.join(place[1:])})" if len(place) > 1 else ""
            faults.setdefault(column, Fault(row, column, f"{message}{inside}"))
        return None, list(faults.values())
