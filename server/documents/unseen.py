"""Takes apart the content of a PDF page into what a reader sees and what is hidden.

One rule: nothing is rewritten but which texts are shown; `kept(page, entries, None)` is the page
without its hidden texts, `kept(page, entries, reason)` those alone.
"""

from dataclasses import dataclass, replace
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

from server.documents import drawn
from server.documents.document import Reason
from server.documents.drawn import Mark, Matrix, Paint, State

MAX_OPERATIONS = 400_000
"""Of one page, forms included. A dense page of a resume has about 5,000."""
MAX_DEPTH = 8
"""Forms inside forms."""
_AS_IS = "bytes"
"""Strings stay bytes: what letters they are decides the font, which the extraction asks."""
_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_ENDS = {*_FILLS, b"S", b"s", b"n"}


class TooComplex(Exception):
    """The page draws more than any page that people write."""


@dataclass(slots=True)
class Entry:
    """One operation; texts with their mark, forms with what they draw."""

    operands: Any
    operator: bytes
    mark: Mark | None = None
    form: "Form | None" = None


@dataclass(slots=True)
class Form:
    """A form that is drawn here, under the state of this place."""

    stream: Any
    entries: list[Entry]


class Walk:
    """Follows the operations of one page."""

    def __init__(self, page: Any, reader: Any, layers_off: frozenset[int]) -> None:
        box = page.cropbox
        self.drawn = drawn.Page(
            (float(box.left), float(box.bottom), float(box.right), float(box.top))
        )
        self._reader = reader
        self._layers_off = layers_off
        self._left = MAX_OPERATIONS

    def content(self, page: Any) -> list[Entry]:
        """The page's operations, judged."""
        contents = page.get("/Contents")
        if contents is None:
            return []
        entries = self._follow(
            ContentStream(contents, self._reader, _AS_IS), _resources(page), State(), depth=0
        )
        self.drawn.judge()
        return entries

    def _follow(
        self, stream: ContentStream, resources: DictionaryObject, state: State, *, depth: int
    ) -> list[Entry]:
        entries: list[Entry] = []
        stack: list[State] = []
        marked: list[bool] = []
        path: list[drawn.Box | None] = []
        for operands, operator in stream.operations:
            self._left -= 1
            if self._left < 0:
                raise TooComplex
            entry = Entry(operands, operator)
            entries.append(entry)
            if operator == b"q":
                stack.append(state)
            elif operator == b"Q":
                state = stack.pop() if stack else state
            elif operator in (b"BDC", b"BMC"):
                off = operator == b"BDC" and self._is_off(operands, resources)
                marked.append(off)
                state = replace(state, layer_off=state.layer_off + off)
            elif operator == b"EMC":
                if marked and marked.pop():
                    state = replace(state, layer_off=max(0, state.layer_off - 1))
            elif operator == b"re":
                x, y, width, height = _numbers(operands, 4)
                path.append(drawn.box_of(state.ctm, x, y, width=width, height=height))
            elif operator in (b"m", b"l", b"c", b"v", b"y"):
                path.append(None)  # other shapes hide and show nothing: their outline is not kept
            elif operator in _ENDS:
                if operator in _FILLS:
                    for box in path if None not in path else ():
                        assert box is not None
                        self.drawn.paint(box, state.fill)
                path.clear()
            elif operator == b"Do":
                entry.form = self._do(operands, resources, state, depth=depth)
            elif operator == b"INLINE IMAGE":
                self._picture(state, clear=True)
            else:
                state = self._text(entry, state, resources)
        return entries

    def _text(self, entry: Entry, state: State, resources: DictionaryObject) -> State:
        operands, operator = entry.operands, entry.operator
        match operator:
            case b"BT":
                return replace(state, text=drawn.UNIT, line=drawn.UNIT)
            case b"Tm":
                matrix = _matrix(operands)
                return replace(state, text=matrix, line=matrix)
            case b"Td":
                return drawn.moved(state, *_numbers(operands, 2))
            case b"TD":
                x, y = _numbers(operands, 2)
                return drawn.moved(replace(state, leading=-y), x, y)
            case b"T*":
                return drawn.moved(state, 0.0, -state.leading)
            case b"'" | b'"':
                state = drawn.moved(state, 0.0, -state.leading)
        if operator in _SHOWS:
            entry.mark = self.drawn.show(state)
            # How far the letters reach is not measured: half an em each keeps what follows on the
            # same line about where it is.
            width = 0.5 * state.size * _letters(operands) * state.stretch
            return replace(state, text=drawn.times((1, 0, 0, 1, width, 0), state.text))
        return self._settings(operands, operator, state, resources)

    def _settings(
        self, operands: Any, operator: bytes, state: State, resources: DictionaryObject
    ) -> State:
        match operator:
            case b"cm":
                return replace(state, ctm=drawn.times(_matrix(operands), state.ctm))
            case b"Tf":
                return replace(state, size=_numbers(operands[1:], 1)[0])
            case b"TL":
                return replace(state, leading=_numbers(operands, 1)[0])
            case b"Tz":
                return replace(state, stretch=_numbers(operands, 1)[0] / 100)
            case b"Ts":
                return replace(state, rise=_numbers(operands, 1)[0])
            case b"Tr":
                return replace(state, mode=int(_numbers(operands, 1)[0]))
            case b"g" | b"rg" | b"k":
                light = drawn.luminance([float(one) for one in operands])
                return replace(
                    state,
                    fill=replace(state.fill, luminance=light),
                    inverted=False,
                    unknown_space=False,
                )
            case b"cs":
                return self._space(operands, state, resources)
            case b"sc" | b"scn":
                numbers = [float(one) for one in operands if isinstance(one, (int, float))]
                light = (
                    None
                    if state.unknown_space or len(numbers) < len(operands)
                    else drawn.luminance(numbers, inverted=state.inverted)
                )
                return replace(state, fill=replace(state.fill, luminance=light))
            case b"gs":
                found = _entry(resources, "/ExtGState", operands)
                alpha = found.get("/ca") if isinstance(found, DictionaryObject) else None
                if isinstance(alpha, (int, float)):
                    return replace(state, fill=replace(state.fill, alpha=float(alpha)))
        return state

    def _space(self, operands: Any, state: State, resources: DictionaryObject) -> State:
        name = str(operands[0]) if operands else ""
        found = _entry(resources, "/ColorSpace", operands)
        family = str(found[0]) if isinstance(found, ArrayObject) and found else name
        inverted = family in ("/Separation", "/DeviceN")
        unknown = family in ("/Indexed", "/Pattern", "/Lab")
        # Every space begins with black, inks with full ink.
        fill = replace(state.fill, luminance=None if unknown else 0.0)
        return replace(state, inverted=inverted, unknown_space=unknown, fill=fill)

    def _do(
        self, operands: Any, resources: DictionaryObject, state: State, *, depth: int
    ) -> Form | None:
        found = _entry(resources, "/XObject", operands)
        if not isinstance(found, DictionaryObject):
            return None
        if found.get("/Subtype") == "/Image":
            self._picture(state, clear="/SMask" in found or "/Mask" in found)
            return None
        if depth >= MAX_DEPTH:
            raise TooComplex
        if matrix := found.get("/Matrix"):
            state = replace(state, ctm=drawn.times(_matrix(matrix), state.ctm))
        own = found.get("/Resources")
        own = own.get_object() if own is not None else resources
        if self._layer_off(found.get("/OC")):
            state = replace(state, layer_off=state.layer_off + 1)
        entries = self._follow(
            ContentStream(found, self._reader, _AS_IS), own, state, depth=depth + 1
        )
        return Form(found, entries)

    def _picture(self, state: State, *, clear: bool) -> None:
        box = drawn.box_of(state.ctm, 0, 0, width=1, height=1)
        if box is not None and not clear:
            self.drawn.paint(box, Paint(None, state.fill.alpha), picture=True)

    def _is_off(self, operands: Any, resources: DictionaryObject) -> bool:
        if len(operands) < 2 or operands[0] != "/OC":
            return False
        found = _entry(resources, "/Properties", operands[1:], resolve=False)
        return self._layer_off(found)

    def _layer_off(self, reference: Any) -> bool:
        if reference is None:
            return False
        key = getattr(reference, "idnum", None)
        if key in self._layers_off:
            return True
        group = reference.get_object()
        members = group.get("/OCGs") if isinstance(group, DictionaryObject) else None
        if members is None:
            return False
        members = members if isinstance(members, ArrayObject) else [group.raw_get("/OCGs")]
        keys = [getattr(one, "idnum", None) for one in members]
        return bool(keys) and all(key in self._layers_off for key in keys)


def layers_off(reader: Any) -> frozenset[int]:
    """Object numbers of the layers that are switched off when the file is opened."""
    try:
        settings = reader.root_object["/OCProperties"]["/D"]
        off = [one.idnum for one in settings.get("/OFF", [])]
        if settings.get("/BaseState") == "/OFF":
            on = {one.idnum for one in settings.get("/ON", [])}
            off += [one.idnum for one in reader.root_object["/OCProperties"]["/OCGs"]]
            off = [one for one in off if one not in on]
        return frozenset(off)
    except (KeyError, AttributeError, TypeError):
        return frozenset()


def kept(page: Any, entries: list[Entry], reason: Reason | None) -> None:
    """Leaves in `page` only the texts of this reason; None: those that are seen."""
    resources = _resources(page)
    page[NameObject("/Contents")] = _rebuilt(entries, resources, reason, page.pdf)


def _rebuilt(
    entries: list[Entry], resources: DictionaryObject, reason: Reason | None, pdf: Any
) -> ContentStream:
    stream = ContentStream(None, pdf, _AS_IS)
    operations: list[tuple[Any, bytes]] = []
    for entry in entries:
        if entry.form is not None:
            operations.append(([_own_form(entry.form, resources, reason, pdf)], b"Do"))
        elif entry.mark is None or entry.mark.reason == reason:
            operations.append((entry.operands, entry.operator))
        elif entry.operator in (b"'", b'"'):
            operations.append(([], b"T*"))  # the line that it would have begun
    stream.operations = operations
    return stream


def _own_form(
    form: Form, resources: DictionaryObject, reason: Reason | None, pdf: Any
) -> NameObject:
    """The form under a name of its own: another place may draw it where it is seen."""
    own = form.stream.get("/Resources")
    inner = own.get_object() if own is not None else resources
    made = DecodedStreamObject()
    made.update({key: value for key, value in form.stream.items() if "Filter" not in key})
    made.pop("/DecodeParms", None)
    made.set_data(_rebuilt(form.entries, inner, reason, pdf).get_data())
    forms = resources["/XObject"].get_object()
    assert isinstance(forms, DictionaryObject)
    name = NameObject(f"/InvigilForm{len(forms)}")
    forms[name] = made
    return name


def _resources(page: Any) -> DictionaryObject:
    found = page.get_inherited("/Resources") if hasattr(page, "get_inherited") else None
    found = found if found is not None else page.get("/Resources")
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _entry(resources: Any, kind: str, operands: Any, *, resolve: bool = True) -> Any:
    table = resources.get(kind)
    table = table.get_object() if table is not None else None
    if not isinstance(table, DictionaryObject) or not operands:
        return None
    name = operands[0]
    if not isinstance(name, str) or name not in table:
        return None
    found = table.raw_get(name)
    return found.get_object() if resolve else found


def _numbers(operands: Any, count: int) -> list[float]:
    numbers = [float(one) for one in list(operands)[:count] if isinstance(one, (int, float))]
    return numbers + [0.0] * (count - len(numbers))


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return (a, b, c, d, e, f)


def _letters(operands: Any) -> int:
    shown = operands[-1] if operands else ""
    parts = shown if isinstance(shown, ArrayObject) else [shown]
    return sum(len(part) for part in parts if isinstance(part, (str, bytes)))
