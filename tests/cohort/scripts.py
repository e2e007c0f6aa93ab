"""Who sits in a cohort: scripted cheaters and honest fidgeters, with what they really did.

One rule: a script says what detectors would observe and what was true; the flags come from the
product's own rules under the policy that is tried, so that another policy flags otherwise.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from client.proctor import engine
from client.proctor.rules import rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.events import Severity, SignalKind
from shared.policy import Accommodations, Policy

PLAIN = {"selfie": False, "voice_sample": False, "calibrate_gaze": False}
"""The record's own parts are not played here."""
POLICY = Policy.model_validate(PLAIN)
FAST_S, EACH_S, SELDOM_S = 0.2, 1.0, 10.0
"""Seconds between two looks: of the face, of objects and voices, of who it is."""
_QUIET: tuple[tuple[Measure, float, float], ...] = (
    (Measure.FACES, 1, FAST_S),
    (Measure.PEOPLE, 1, FAST_S),
    (Measure.TURN_DEG, 4, FAST_S),
    (Measure.GAZE_BEYOND_DEG, 0, FAST_S),
    (Measure.COVERED, 0, FAST_S),
    (Measure.PHONE, 0.05, EACH_S),
    (Measure.BOOK, 0.05, EACH_S),
    (Measure.SPEECH, 0, EACH_S),
    (Measure.SECOND_VOICE, 0, EACH_S),
    (Measure.STRANGER, 0, SELDOM_S),
)
"""What a person who sits still and works is seen as."""
_OF_A_FACE = frozenset({Measure.TURN_DEG, Measure.GAZE_BEYOND_DEG, Measure.STRANGER})
"""Unknown while there is no face."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that somebody does again and again."""

    measure: Measure
    value: float
    lasts_s: tuple[float, float]
    """Shortest and longest time."""
    every_s: tuple[float, float]
    """Shortest and longest time from one beginning to the next."""
    wrong: SignalKind | None = None
    """What a reviewer should be shown for it; None: it is harmless."""


@dataclass(frozen=True, slots=True)
class Person:
    """One kind of candidate."""

    name: str
    habits: tuple[Habit, ...]

    @property
    def honest(self) -> bool:
        """Whether nothing that they do is against the rules."""
        return all(habit.wrong is None for habit in self.habits)


_GLANCE = Habit(Measure.GAZE_BEYOND_DEG, 9, (0.4, 2.2), (8, 25))
_THINK = Habit(Measure.GAZE_BEYOND_DEG, 14, (1.5, 4.5), (40, 90))
_STRETCH = Habit(Measure.FACES, 0, (0.4, 1.6), (60, 150))
PEOPLE: tuple[Person, ...] = (
    Person("still", (Habit(Measure.GAZE_BEYOND_DEG, 6, (0.3, 1.0), (15, 40)),)),
    Person("glances", (_GLANCE, _STRETCH)),
    Person("thinks looking up", (_GLANCE, _THINK)),
    Person("turns to the window", (_GLANCE, Habit(Measure.TURN_DEG, 32, (0.6, 2.6), (30, 80)))),
    Person("mumbles", (_GLANCE, Habit(Measure.SPEECH, 0.8, (1.0, 3.5), (45, 120)))),
    Person("somebody passes by", (_GLANCE, Habit(Measure.PEOPLE, 2, (0.3, 0.9), (70, 160)))),
    Person("puts the phone away", (_GLANCE, Habit(Measure.PHONE, 0.8, (0.8, 1.6), (90, 200)))),
    Person("leans out of the picture", (_STRETCH, Habit(Measure.FACES, 0, (1.0, 3.0), (50, 120)))),
    Person(
        "reads notes",
        (_GLANCE, Habit(Measure.GAZE_BEYOND_DEG, 12, (5, 9), (25, 50), SignalKind.GAZE_AWAY)),
    ),
    Person(
        "uses a phone",
        (_GLANCE, Habit(Measure.PHONE, 0.85, (6, 15), (45, 90), SignalKind.PHONE)),
    ),
    Person(
        "is helped by somebody",
        (
            Habit(Measure.PEOPLE, 2, (8, 25), (60, 120), SignalKind.SECOND_FACE),
            Habit(Measure.SECOND_VOICE, 1, (5, 12), (50, 100), SignalKind.SECOND_VOICE),
        ),
    ),
    Person(
        "is somebody else",
        (_GLANCE, Habit(Measure.STRANGER, 1, (60, 90), (70, 100), SignalKind.IDENTITY_MISMATCH)),
    ),
)
"""Two of three are honest. Some of what they do lasts longer, now and then, than the standard
policy waits; the rest only than a stricter one does."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was against the rules, and when."""

    signal: SignalKind
    from_s: float
    until_s: float


@dataclass(frozen=True, slots=True)
class Script:
    """One interview: what was true, and what the rules made of it."""

    person: Person
    deeds: tuple[Deed, ...]
    flags: tuple[Opened | Closed, ...]
    """In the order of their times."""


@dataclass(frozen=True, slots=True)
class _Episode:
    habit: Habit
    from_s: float
    until_s: float


def written(
    person: Person,
    minutes: float,
    policy: Policy,
    accommodations: Accommodations | None = None,
    *,
    seed: int,
) -> Script:
    """One interview of `minutes`, the same for the same seed."""
    episodes = list(_episodes(person, 60 * minutes, random.Random(f"{person.name} {seed}")))
    flags = tuple(_flags(episodes, 60 * minutes, policy, accommodations or Accommodations()))
    deeds = tuple(
        Deed(each.habit.wrong, each.from_s, each.until_s)
        for each in episodes
        if each.habit.wrong is not None
    )
    return Script(person, deeds, flags)


def _episodes(person: Person, seconds: float, chance: random.Random) -> Iterator[_Episode]:
    for habit in person.habits:
        at_s = chance.uniform(2.0, habit.every_s[0])
        while at_s < seconds - habit.lasts_s[1]:
            lasts_s = chance.uniform(*habit.lasts_s)
            yield _Episode(habit, at_s, at_s + lasts_s)
            at_s += max(lasts_s + 2.0, chance.uniform(*habit.every_s))


def _flags(
    episodes: Sequence[_Episode], seconds: float, policy: Policy, agreed: Accommodations
) -> Iterator[Opened | Closed]:
    state = engine.begin(rules_for(policy, agreed))
    for look in range(int(seconds / FAST_S)):
        at_s = look * FAST_S
        state, found = engine.step(state, tuple(_seen(episodes, at_s, look)), round(1000 * at_s))
        yield from found
    yield from engine.finish(state, round(1000 * seconds))[1]


def _seen(episodes: Sequence[_Episode], at_s: float, look: int) -> Iterator[Observation]:
    now = {
        each.habit.measure: each.habit.value
        for each in episodes
        if each.from_s <= at_s < each.until_s
    }
    faceless = now.get(Measure.FACES) == 0
    for measure, quiet, every_s in _QUIET:
        if look % round(every_s / FAST_S):
            continue
        value = None if faceless and measure in _OF_A_FACE else now.get(measure, quiet)
        yield Observation(measure, value, round(1000 * at_s), "script")


BEFORE_S, AFTER_S = 1.0, 3.0
"""A flag belongs to a deed of its kind that it touches within these."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules found in one script."""

    deeds: int
    found: int
    """Deeds with a flag of their kind."""
    flags: int
    false: int
    """Flags at a time and of a kind at which nothing was wrong."""
    review_s: float
    """What looking at the flags takes a person."""
    asks_review: bool
    """Whether a person would open the interview at all: one flag of medium severity or above."""


LOOK_S = {Severity.HIGH: 60.0, Severity.MEDIUM: 45.0, Severity.LOW: 15.0, Severity.INFO: 0.0}
"""Seconds for which a reviewer looks at a flag: an assumption, the same for every policy."""


def judged(script: Script) -> Judged:
    """Compares the flags with the truth."""
    opened = [flag for flag in script.flags if isinstance(flag, Opened)]
    ended = {
        (flag.signal, flag.onset_ms): flag.ended_ms
        for flag in script.flags
        if isinstance(flag, Closed)
    }

    def fits(flag: Opened, deed: Deed) -> bool:
        until_ms = ended.get((flag.signal, flag.onset_ms), flag.at_ms)
        return (
            flag.signal is deed.signal
            and flag.onset_ms <= 1000 * (deed.until_s + AFTER_S)
            and until_ms >= 1000 * (deed.from_s - BEFORE_S)
        )

    found = sum(any(fits(flag, deed) for flag in opened) for deed in script.deeds)
    false = sum(not any(fits(flag, deed) for deed in script.deeds) for flag in opened)
    return Judged(
        deeds=len(script.deeds),
        found=found,
        flags=len(opened),
        false=false,
        review_s=sum(LOOK_S[flag.severity] for flag in opened),
        asks_review=any(flag.severity in (Severity.MEDIUM, Severity.HIGH) for flag in opened),
    )
