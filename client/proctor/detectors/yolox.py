"""The arithmetic around a YOLOX network: the picture going in, the boxes coming out.

Pure. One rule: boxes are shares of the upright frame, whatever size the network wants; numbers
that are not finite are no boxes.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from client.proctor.types import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

EDGE = 416
"""Pixels of the longer side of the network's input."""
_STRIDES = (8, 16, 32)
KINDS = 80
"""Of COCO, which a network says as it comes."""
_GREY = 114
"""What its training filled the rest of the square with."""
_SAME = 0.45
"""Overlap from which two boxes of one kind are one object; as in YOLOX's own evaluation."""
_WITHIN = 0.75
"""Share of a box inside a surer one of its kind from which it is a part of that: an arm of a
person, a page of a book."""


class Found(NamedTuple):
    """One object."""

    kind: int
    """Index among the 80 classes of COCO."""
    box: Box
    confidence: float
    """Objectness times class probability, 0..1."""


def input_size(shape: tuple[int, ...], *, square: bool = False) -> tuple[int, int]:
    """(height, width) of the input for a frame of `shape`: no more grey than whole cells need.

    `square`: for a network that takes nothing but its whole square.
    """
    if square:
        return EDGE, EDGE
    cell, longer = _STRIDES[-1], max(shape[:2])
    height, width = (-(-max(1, round(edge * EDGE / longer)) // cell) * cell for edge in shape[:2])
    return height, width


def letterboxed(rgb: "NDArray[np.uint8]", size: tuple[int, int]) -> "Numbers":
    """(1, 3, *size) float32 BGR 0..255: the frame at the upper left, the rest grey."""
    height, width = rgb.shape[:2]
    scale = EDGE / max(height, width)
    inner = (max(1, round(width * scale)), max(1, round(height * scale)))
    whole = np.full((*size, 3), _GREY, np.uint8)
    whole[: inner[1], : inner[0]] = cv2.resize(rgb, inner, interpolation=cv2.INTER_LINEAR)
    planes = whole[:, :, ::-1].transpose(2, 0, 1)
    return np.ascontiguousarray(planes, dtype=np.float32)[None]


def cells_of(size: tuple[int, int]) -> int:
    """How many cells the network speaks of for an input of (height, width)."""
    return sum((size[0] // stride) * (size[1] // stride) for stride in _STRIDES)


def found(
    output: "Numbers",
    shape: tuple[int, ...],
    kinds: tuple[int, ...],
    least: float,
    *,
    given: tuple[int, int],
) -> tuple[Found, ...]:
    """The objects of these kinds, surest first.

    `output`: (1, cells, 5 + n): centre, log size, objectness and the probabilities for each cell,
    of all 80 kinds or of just these; `shape`: of the frame; `given`: (height, width) of the input.
    Raises ValueError where the output has another shape.
    """
    grid, edges = _grid(given)
    wanted = (1, len(grid), 5 + KINDS)
    columns = {wanted: kinds, (1, len(grid), 5 + len(kinds)): range(len(kinds))}.get(output.shape)
    if columns is None:
        raise ValueError(f"expected an output of {wanted}, got {output.shape}")
    cells = output[0]
    with np.errstate(over="ignore", invalid="ignore"):
        scores = cells[:, 4:5] * cells[:, [5 + column for column in columns]]
    scores = np.where(np.isfinite(scores), scores, 0.0)
    height, width = shape[:2]
    edge = max(height, width)
    objects: list[Found] = []
    for column, kind in enumerate(kinds):
        at = np.flatnonzero(scores[:, column] >= least)
        at = at[np.argsort(-scores[at, column], kind="stable")]
        with np.errstate(over="ignore"):
            size = np.exp(cells[at, 2:4]) * edges[at]
        centre = (cells[at, :2] + grid[at]) * edges[at]
        corners = (
            np.hstack([centre - size / 2, size]) / EDGE * edge / (width, height, width, height)
        )
        kept: list[Found] = []
        for row, box in zip(at, corners, strict=True):
            if not (np.isfinite(box).all() and box[2] > 0 and box[3] > 0):
                continue
            x, y, w, h = (float(number) for number in box)
            one = Found(kind, (x, y, w, h), float(scores[row, column]))
            if not any(_is_part(one.box, other.box) for other in kept):
                kept.append(one)
        objects += kept
    return tuple(sorted(objects, key=lambda each: -each.confidence))


def overlap(first: Box, second: Box) -> float:
    """Area that both share, in squares of the frame."""
    across = min(first[0] + first[2], second[0] + second[2]) - max(first[0], second[0])
    down = min(first[1] + first[3], second[1] + second[3]) - max(first[1], second[1])
    return max(0.0, across) * max(0.0, down)


def _is_part(box: Box, surer: Box) -> bool:
    both, area = overlap(box, surer), box[2] * box[3]
    union = area + surer[2] * surer[3] - both
    return both > _SAME * union or both > _WITHIN * area


@lru_cache(maxsize=4)
def _grid(size: tuple[int, int]) -> "tuple[Numbers, Numbers]":
    """(cells, 2) column and row of each cell, and (cells, 1) its edge in pixels."""
    places, edges = [], []
    for stride in _STRIDES:
        down, across = size[0] // stride, size[1] // stride
        rows, columns = np.divmod(np.arange(down * across), across)
        places.append(np.stack([columns, rows], axis=1))
        edges.append(np.full((down * across, 1), stride))
    return np.concatenate(places).astype(np.float32), np.concatenate(edges).astype(np.float32)
