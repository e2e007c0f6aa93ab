"""Finds a picture that repeats what was shown before: a recording played in a loop as a camera.

One rule: it looks for the grain, not for the motif. A living sensor never makes the same noise
twice, so a person who sits still, or moves in a rhythm, repeats nothing.
"""

import math
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.proctor.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEMORY_S = 150.0
_EDGE = 20
"""Pixels are picked, not averaged: averaging would remove the grain. 20 by 20 of them, ten times a
second, are 2.4 MB."""
_MOST = 1500
_YOUNGEST_S = 2.0
"""Nearer frames belong to the same moment."""
ALIKE = 0.25
"""A copy differs by less than this share of what the newest neighbours differ at least."""
_RUN_S = 4.0
_RUN_COPIES = 12
_STEADY_S = 0.12
"""Copies of one loop are all equally old (or, played back and forth, mirrored), to about a look."""


class LoopDetector:
    """Needs nothing but frames; remembers `MEMORY_S` of them, thinned out."""

    def __init__(self) -> None:
        self._size: tuple[int, ...] | None = None
        self._number = -1
        self._forget()

    def look(self, scene: Scene) -> Scene:
        """Fills `looped`; leaves it None while there is too little to compare with."""
        frame = scene.frame
        size = frame.rgb.shape[:2]
        if size != self._size or frame.number < self._number or frame.at_s < self._newest_s:
            self._forget()
        self._size, self._number = size, frame.number
        picked = _picked(frame.rgb)
        if self._count and np.array_equal(picked, self._pictures[self._last]):
            return replace(scene, looped=self._looped(frame.at_s))  # nothing new: no new grain
        self._match(frame.at_s, picked)
        self._keep(frame.at_s, picked)
        return replace(scene, looped=self._looped(frame.at_s))

    def close(self) -> None:
        """Nothing to give back."""

    def _forget(self) -> None:
        self._pictures = np.zeros((_MOST, _EDGE * _EDGE), np.float32)
        self._powers = np.full(_MOST, np.inf, np.float32)
        self._times = np.full(_MOST, -math.inf)
        self._count = self._last = 0
        self._newest_s = self._oldest_s = -math.inf
        self._steps: deque[tuple[float, float]] = deque()
        self._copies: deque[tuple[float, float]] = deque()

    def _match(self, at_s: float, picked: "NDArray[np.float32]") -> None:
        """Notes when the nearest older picture is so near that it must be the same one."""
        if not self._count:
            self._oldest_s = at_s
            return
        step = float(np.square(picked - self._pictures[self._last]).sum())
        self._steps.append((at_s, step))
        while self._steps[0][0] < at_s - _RUN_S:
            self._steps.popleft()
        while self._copies and self._copies[0][0] < at_s - _RUN_S:
            self._copies.popleft()
        old = (self._times <= at_s - _YOUNGEST_S) & (self._times >= at_s - MEMORY_S)
        if not old.any():
            return
        apart = self._powers - 2 * (self._pictures @ picked) + float(picked @ picked)
        apart[~old] = np.inf
        nearest = int(np.argmin(apart))
        least = min(each for _, each in self._steps)
        if float(np.square(picked - self._pictures[nearest]).sum()) < ALIKE * least:
            self._copies.append((at_s, float(self._times[nearest])))

    def _keep(self, at_s: float, picked: "NDArray[np.float32]") -> None:
        self._last = self._count % _MOST
        self._pictures[self._last] = picked
        self._powers[self._last] = float(picked @ picked)
        self._times[self._last] = at_s
        self._count += 1
        self._newest_s = at_s

    def _looped(self, at_s: float) -> bool | None:
        if at_s - self._oldest_s < _YOUNGEST_S + _RUN_S:
            return None
        return repeats(tuple(self._copies))


def repeats(copies: tuple[tuple[float, float], ...]) -> bool:
    """Whether enough copies, as (seconds, seconds of what they copy), lie on one line of time."""
    if len(copies) < _RUN_COPIES:
        return False
    now, then = np.array(copies).T
    for along in (now - then, now + then):  # played again, or backwards
        middle = np.median(along)
        if int((np.abs(along - middle) <= _STEADY_S).sum()) >= _RUN_COPIES:
            return True
    return False


def _picked(rgb: "NDArray[np.uint8]") -> "NDArray[np.float32]":
    """(400,) luma of single pixels around 0, the mean taken off: lamps flicker."""
    height, width = rgb.shape[:2]
    rows = (np.arange(_EDGE) * height + height // 2) // _EDGE
    columns = (np.arange(_EDGE) * width + width // 2) // _EDGE
    few = np.ascontiguousarray(rgb[rows[:, None], columns[None, :]])
    luma = np.asarray(cv2.cvtColor(few, cv2.COLOR_RGB2GRAY), dtype=np.float32).ravel()
    return luma - luma.mean()
