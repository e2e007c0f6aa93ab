"""What the drawing operators of a PDF page put where: a piece of text, and whether one sees it.

One rule: everything that decides (colour, size, place, what is painted under and over it) is
followed as a viewer follows it; where something is unknown, such as a pattern, the text counts as
seen. Source of the operators: ISO 32000-2, annex A.
"""

from dataclasses import dataclass, field, replace

from server.documents.document import Reason

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SMALLEST_PT = 4.0
"""Legal small print begins at 5 points, and LaTeX's smallest index of a 10-point text has 5."""
LEAST_CONTRAST = 1.35
"""Contrast as WCAG counts it: #dedede on white. The lightest text that designers set is #cccccc
(1.6); accessible text has 4.5."""
LEAST_ALPHA = 0.1
WHITE = 1.0
INVISIBLE_MODES = (3, 7)


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill colour by its relative luminance, 0 to 1; None where it cannot be told."""

    luminance: float | None = 0.0
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class State:
    """The graphics and text state, as far as it decides."""

    ctm: Matrix = UNIT
    fill: Paint = Paint()
    inverted: bool = False
    """Whether the colour space counts ink instead of light (Separation, DeviceN)."""
    unknown_space: bool = False
    mode: int = 0
    size: float = 0.0
    leading: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    text: Matrix = UNIT
    line: Matrix = UNIT
    layer_off: int = 0
    """How many switched-off layers it is inside of."""


@dataclass(slots=True)
class Mark:
    """One piece of text that was shown."""

    order: int
    x: float
    y: float
    size: float
    state: State
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that was painted."""

    order: int
    box: Box
    luminance: float | None
    picture: bool = False


@dataclass(slots=True)
class Page:
    """What was drawn so far."""

    box: Box
    marks: list[Mark] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    order: int = 0

    def show(self, state: State) -> Mark:
        """A piece of text at the state's place."""
        self.order += 1
        whole = times(state.text, state.ctm)
        size = abs(state.size) * (abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5)
        size *= min(1.0, abs(state.stretch)) ** 0.5
        # A point inside the first letter rather than on the baseline's very beginning.
        em = state.size
        x, y = apply(whole, 0.2 * em, 0.3 * em + state.rise)
        mark = Mark(self.order, x, y, size, state)
        self.marks.append(mark)
        return mark

    def paint(self, box: Box, paint: Paint, *, picture: bool = False) -> None:
        """A rectangle; what lets the ground through covers nothing."""
        if paint.alpha >= 0.99:
            self.order += 1
            self.areas.append(Area(self.order, box, paint.luminance, picture))

    def judge(self) -> None:
        """Gives every piece of text that a reader does not see its reason."""
        for mark in self.marks:
            mark.reason = self._reason(mark)

    def _reason(self, mark: Mark) -> Reason | None:
        state = mark.state
        if state.layer_off:
            return "hidden_layer"
        if state.mode in INVISIBLE_MODES or state.fill.alpha < LEAST_ALPHA:
            return "invisible"
        if mark.size < SMALLEST_PT:
            return "tiny"
        left, bottom, right, top = self.box
        if not (left - 1 <= mark.x <= right + 1 and bottom - 1 <= mark.y <= top + 1):
            return "off_page"
        there = [area for area in self.areas if _inside(mark, area.box)]
        if any(area.order > mark.order for area in there):
            return "covered"
        # Pictures count as white paper: whether one is white under this letter is not looked up.
        grounds = [area.luminance for area in there if not area.picture]
        ground = grounds[-1] if grounds else WHITE
        if state.mode == 0 and contrast(state.fill.luminance, ground) < LEAST_CONTRAST:
            return "no_contrast"
        return None


def contrast(one: float | None, other: float | None) -> float:
    """WCAG's ratio, 1 to 21; 21 where one of the two cannot be told."""
    if one is None or other is None:
        return 21.0
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def luminance(components: list[float], *, inverted: bool = False) -> float | None:
    """Of one (grey, or ink), three (RGB) or four (CMYK) components from 0 to 1."""
    parts = [min(1.0, max(0.0, one)) for one in components]
    match parts:
        case [grey]:
            return _linear(1.0 - grey if inverted else grey)
        case [red, green, blue] if not inverted:
            return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
        case [cyan, magenta, yellow, black] if not inverted:
            light = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
            return luminance(light)
        case _:
            return None


def times(one: Matrix, other: Matrix) -> Matrix:
    """`one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point of the inner system in the outer one."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box_of(matrix: Matrix, x: float, y: float, *, width: float, height: float) -> Box | None:
    """A rectangle as a box of the page; None where it is turned by other than right angles."""
    if min(abs(matrix[0]) + abs(matrix[3]), abs(matrix[1]) + abs(matrix[2])) > 1e-6:
        return None
    one, other = apply(matrix, x, y), apply(matrix, x + width, y + height)
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def moved(state: State, x: float, y: float) -> State:
    """The next line, `x` and `y` away from the beginning of this one."""
    line = times((1.0, 0.0, 0.0, 1.0, x, y), state.line)
    return replace(state, line=line, text=line)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _inside(mark: Mark, box: Box) -> bool:
    return box[0] <= mark.x <= box[2] and box[1] <= mark.y <= box[3]
