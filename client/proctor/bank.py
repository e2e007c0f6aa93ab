"""The detectors that are loaded, and those that are off with the reason.

One rule: a detector that cannot load or fails again and again is turned off alone, and visibly;
where the machine cannot keep up, those that give way look less often, and that is told as well.
"""

import logging
import math
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from client.models import store
from client.models.errors import MissingModelError
from client.models.store import ModelFile
from client.proctor.detectors import DETECTORS, Detector, Partial, Row
from client.proctor.pace import Pace
from client.proctor.scene import Scene
from client.proctor.strain import MOST, Look, Strain
from client.proctor.types import System
from client.sentences import DETECTOR_FAILED, DETECTOR_UNLOADED

MOST_FAILURES = 3
"""Failures in a row: one bad frame is no reason, three are."""
_RATED_OVER_S = 3.0
_RATED_OVER_LOOKS = 4
"""A rate is that of so many seconds, and at least of so many looks."""
_BRIDGED_S = 0.8
"""Of the second that rules bridge, a little is left for a frame that comes late."""
_SHARES = {1: "as often as intended again", 2: "half as often", MOST: "a quarter as often"}

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Loaded:
    row: Row
    detector: Detector
    pace: Pace
    failures: int = 0
    since_s: float | None = None
    """Capture time of the first frame of this source that it looked at."""
    looks_s: deque[float] = field(default_factory=deque)
    """Capture times of the newest frames that it looked at."""

    @property
    def last_s(self) -> float:
        return self.looks_s[-1] if self.looks_s else -math.inf

    def looked(self, at_s: float) -> None:
        if self.since_s is None or at_s < self.last_s:
            self.looks_s.clear()
            self.since_s = at_s
        self.looks_s.append(at_s)
        while self.looks_s[0] <= at_s - self._rated_over_s:
            self.looks_s.popleft()

    def rate(self, now_s: float) -> float | None:
        over_s = self._rated_over_s
        if self.since_s is None or now_s - self.since_s < over_s:
            return None
        return sum(now_s - over_s < each <= now_s for each in self.looks_s) / over_s

    @property
    def _rated_over_s(self) -> float:
        return max(_RATED_OVER_S, _RATED_OVER_LOOKS * self.row.every_s)


class Bank:
    """Runs every detector that is due on a frame."""

    def __init__(
        self,
        rows: tuple[Row, ...] = DETECTORS,
        *,
        find: Callable[[str], ModelFile | None] = store.find,
        why_missing: Callable[[str], str] = store.why_missing,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`clock` measures what looking costs; one that stands still keeps every rate."""
        self.off: dict[str, str] = {}
        """Sentence for each detector that is off, wholly or in part."""
        self.news: list[System] = []
        """What happened since somebody last emptied it."""
        self._clock = clock
        self._loaded: list[_Loaded] = []
        self._resting: frozenset[str] = frozenset()
        for row in rows:
            self._load(row, find, why_missing)
        beat_s = min((each.row.every_s for each in self._loaded), default=1.0)
        self._beat, self._strain = Pace(beat_s), Strain(beat_s)

    def runs(self, name: str) -> bool:
        """Whether that detector is loaded."""
        return any(each.row.name == name for each in self._loaded)

    def detector(self, name: str) -> Detector | None:
        """That detector, where it is loaded."""
        return next((each.detector for each in self._loaded if each.row.name == name), None)

    @property
    def running(self) -> frozenset[str]:
        """Names of the detectors that are loaded and look."""
        return frozenset(each.row.name for each in self._awake())

    def rest(self, names: frozenset[str]) -> None:
        """These do not look from now on, all others do: nobody asked for what they would say."""
        self._resting = names

    def rates(self, now_s: float) -> dict[str, float | None]:
        """Looks a second of each loaded detector; None while it is too early to tell."""
        return {each.row.name: each.rate(now_s) for each in self._loaded}

    def look(self, scene: Scene) -> tuple[Scene, bool]:
        """The scene after all detectors that are due, and whether any was.

        One that gives way looks at a frame that steady ones look at too, and alone of its kind, the
        longest waiting first: two slow ones on one frame would make the next one late.
        """
        at_s = scene.frame.at_s
        if not self._beat.due(at_s):
            return scene, False
        steady = [each for each in self._awake() if not each.row.gives_way and each.pace.due(at_s)]
        waiting = sorted(self._giving_way(), key=lambda each: each.last_s)
        slow = next((each for each in waiting if each.pace.due(at_s)), None)
        spent = {False: 0.0, True: 0.0}
        for each in tuple(self._loaded):
            if each is slow or each in steady:
                began_s = self._clock()
                scene = self._look(each, scene)
                spent[each.row.gives_way] += self._clock() - began_s
                each.looked(at_s)
        self._give_way(Look(at_s, spent[False], spent[True]))
        return scene, bool(steady) or slow is not None

    def close(self) -> None:
        """Closes every detector."""
        for each in self._loaded:
            each.detector.close()
        self._loaded.clear()

    def _giving_way(self) -> Iterable[_Loaded]:
        return (each for each in self._awake() if each.row.gives_way)

    def _awake(self) -> Iterable[_Loaded]:
        return (each for each in self._loaded if each.row.name not in self._resting)

    def _give_way(self, look: Look) -> None:
        """Sets the intervals by what this frame cost, and tells it where they change."""
        before = self._strain.factor
        factor = self._strain.see(look)
        if factor == before:
            return
        for each in self._giving_way():
            each.pace.change(stretched_s(each.row.every_s, factor))
        names = ", ".join(each.row.name.replace("_", " ") for each in self._giving_way())
        if factor > before:
            sentence = f"This computer cannot keep up: {names} {_SHARES[factor]}."
            self.news.append(System("rate_low", sentence))
        else:
            sentence = f"This computer keeps up better: {names} {_SHARES[factor]}."
            self.news.append(System("rate_back", sentence))
        log.info("%s", sentence)

    def _look(self, each: _Loaded, scene: Scene) -> Scene:
        try:
            scene = each.detector.look(scene)
        except (RuntimeError, ValueError) as error:
            each.failures += 1
            log.warning("detector %s failed: %s", each.row.name, error)
            if each.failures >= MOST_FAILURES:
                self._loaded.remove(each)
                each.detector.close()
                self._turn_off(each.row, DETECTOR_FAILED(name=each.row.name))
            return scene
        each.failures = 0
        return scene

    def _load(
        self,
        row: Row,
        find: Callable[[str], ModelFile | None],
        why_missing: Callable[[str], str],
    ) -> None:
        model = None
        if row.model is not None:
            model = find(row.model)
            if model is None:
                self._miss(row, why_missing(row.model))
                return
        try:
            detector = row.make(model)
        except MissingModelError as missing:
            self._miss(row, str(missing))
            return
        except (RuntimeError, ValueError, OSError) as error:
            log.warning("detector %s did not load: %s", row.name, error)
            self._turn_off(row, DETECTOR_UNLOADED(name=row.name))
            return
        if isinstance(detector, Partial) and detector.without:
            self._miss(row, detector.without)
        self._loaded.append(_Loaded(row, detector, Pace(row.every_s)))

    def _miss(self, row: Row, sentence: str) -> None:
        self.off[row.name] = sentence
        self.news.append(System("model_missing", sentence))

    def _turn_off(self, row: Row, sentence: str) -> None:
        self.off[row.name] = sentence
        self.news.append(System("detector_off", sentence))


def stretched_s(every_s: float, factor: int) -> float:
    """Seconds between two looks at this factor.

    Rules bridge 1 s of a measure that comes several times a second, 4.5 s of one that comes once,
    and 25 s of a verdict that comes every ten (`dwell`, `rules`).
    """
    bridged_s = _BRIDGED_S if every_s < 1 else max(float(MOST), 2 * every_s)
    return min(factor * every_s, max(every_s, bridged_s))
