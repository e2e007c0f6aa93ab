"""The proctor's rules: rows, made from the interview's policy and the candidate's accommodations.

Pure. One rule: tuning is editing this table; no rule ends an interview or lowers a mark.
"""

from dataclasses import dataclass, replace

from client.proctor.dwell import Levels
from client.proctor.types import Measure
from shared.events import Severity, SignalKind
from shared.policy import Accommodations, Policy

SLOW_FPS = 4.0
"""Below this an episode of 1 s can pass between two looks."""
TICS_FACTOR = 3.0
"""A tic lasts a second or less; bouts of them can last several."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: which measure, how far, how long, and what to keep."""

    signal: SignalKind
    measure: Measure
    levels: Levels
    severity: Severity
    evidence: bool
    """Whether one cropped picture is kept when it opens."""
    about_others: bool = False
    """Whether other faces stay recognisable in that picture."""
    about_things: bool = False
    """Whether that picture shows an object, not the face."""


def rules_for(policy: Policy, accommodations: Accommodations) -> tuple[Rule, ...]:
    """The rules that are evaluated for this candidate."""
    left_out = _left_out(policy, accommodations)
    rules = (rule for rule in _all(policy) if rule.signal not in left_out)
    return tuple(_accommodated(rule, accommodations) for rule in rules)


_HEAD = frozenset({SignalKind.HEAD_TURNED})
_GAZE = frozenset({SignalKind.GAZE_AWAY})
_IDENTITY = frozenset({SignalKind.IDENTITY_MISMATCH, SignalKind.IDENTITY_UNSURE})
_OBJECTS = frozenset({SignalKind.PHONE, SignalKind.BOOK, SignalKind.SECOND_SCREEN})
_OWN_VOICE = frozenset({SignalKind.SPEECH})
_SPEAKER = frozenset({SignalKind.SPEAKER_MISMATCH, SignalKind.SPEAKER_UNSURE})
_OTHER_VOICES = _SPEAKER | frozenset({SignalKind.SECOND_VOICE})
_PLAYBACK = frozenset({SignalKind.PLAYBACK})
_VOICES = _OWN_VOICE | _OTHER_VOICES | _PLAYBACK
_OTHERS = frozenset({SignalKind.SECOND_FACE}) | _OTHER_VOICES | _OWN_VOICE


def _left_out(policy: Policy, accommodations: Accommodations) -> frozenset[SignalKind]:
    """What the policy does not ask for, and what was agreed not to be judged."""
    rows: tuple[tuple[bool, frozenset[SignalKind]], ...] = (
        (not policy.identity, _IDENTITY),
        (not policy.objects, _OBJECTS),
        (not policy.voices, _VOICES),
        (accommodations.head_and_gaze_off, _HEAD | _GAZE),
        (accommodations.nystagmus, _GAZE),
        (accommodations.reads_aloud, _OWN_VOICE),
        # Its synthetic speech is another voice from a loudspeaker, and its user need not look.
        (accommodations.screen_reader, _GAZE | _VOICES),
        (accommodations.second_person_agreed, _OTHERS),
        (accommodations.no_voice_sample, _SPEAKER),
        (accommodations.no_biometrics, _IDENTITY | _SPEAKER),
    )
    return frozenset[SignalKind]().union(*(kinds for applies, kinds in rows if applies))


def _accommodated(rule: Rule, accommodations: Accommodations) -> Rule:
    if not accommodations.tics or rule.signal not in _HEAD | _GAZE | _OWN_VOICE:
        return rule
    longer = round(TICS_FACTOR * rule.levels.enter_after_ms)
    return replace(rule, levels=replace(rule.levels, enter_after_ms=longer))


def _all(policy: Policy) -> tuple[Rule, ...]:
    levels = policy.sensitivity
    turned = levels.head_turned_deg
    return (
        Rule(
            SignalKind.FACE_ABSENT,
            Measure.FACES,
            Levels(0, 0, _ms(levels.face_absent_after_s), 300, below=True),
            Severity.MEDIUM,
            evidence=False,
        ),
        Rule(
            SignalKind.FACE_UNCLEAR,
            Measure.UNCLEAR,
            Levels(1, 1, _ms(levels.face_unclear_after_s), 1_000),
            Severity.INFO,
            evidence=True,
        ),
        Rule(
            SignalKind.SECOND_FACE,
            Measure.PEOPLE,
            # The detector looks every 0.3 s, or every 1.2 when the machine is slow.
            Levels(2, 2, _ms(levels.second_face_after_s), 700, longest_step_ms=1_500),
            Severity.HIGH,
            evidence=True,
            about_others=True,
        ),
        Rule(
            SignalKind.HEAD_TURNED,
            Measure.TURN_DEG,
            Levels(turned, 0.75 * turned, _ms(levels.head_turned_after_s), 500),
            Severity.LOW,
            evidence=True,
        ),
        Rule(
            SignalKind.GAZE_AWAY,
            Measure.GAZE_BEYOND_DEG,
            Levels(
                levels.gaze_beyond_deg,
                0.5 * levels.gaze_beyond_deg,
                _ms(levels.gaze_away_after_s),
                500,
            ),
            Severity.LOW,
            evidence=True,
        ),
        Rule(
            SignalKind.IDENTITY_MISMATCH,
            Measure.STRANGER,
            _seldom(levels.identity_after_s),
            Severity.HIGH,
            evidence=True,
        ),
        Rule(
            SignalKind.IDENTITY_UNSURE,
            Measure.IDENTITY_UNSURE,
            _seldom(2 * levels.identity_after_s),
            Severity.LOW,
            evidence=True,
        ),
        # How often living people are taken for a picture is not known yet: see its card.
        Rule(
            SignalKind.LIVENESS,
            Measure.NOT_ALIVE,
            _each_second(1, 0.5, levels.liveness_after_s),
            Severity.LOW,
            evidence=True,
        ),
        # No recording with a phone was there to measure how many are found: see its card.
        Rule(
            SignalKind.PHONE,
            Measure.PHONE,
            _each_second(0.5, 0.3, levels.object_after_s),
            Severity.MEDIUM,
            evidence=True,
            about_things=True,
        ),
        Rule(
            SignalKind.BOOK,
            Measure.BOOK,
            _each_second(0.5, 0.3, levels.object_after_s),
            Severity.LOW,
            evidence=True,
            about_things=True,
        ),
        Rule(
            SignalKind.SECOND_SCREEN,
            Measure.SECOND_SCREEN,
            _each_second(0.5, 0.3, levels.object_after_s),
            Severity.MEDIUM,
            evidence=True,
            about_things=True,
        ),
        Rule(
            SignalKind.SPEECH,
            Measure.SPEECH,
            Levels(0.5, 0.3, _ms(levels.speech_after_s), 1_000),
            Severity.LOW,
            evidence=False,
        ),
        Rule(
            SignalKind.SECOND_VOICE,
            Measure.SECOND_VOICE,
            _each_second(1, 1, levels.second_voice_after_s),
            Severity.MEDIUM,
            evidence=False,
        ),
        # Another live voice is taken for a loudspeaker in 13 of 100 cases.
        Rule(
            SignalKind.PLAYBACK,
            Measure.PLAYBACK,
            _each_second(1, 1, levels.second_voice_after_s),
            Severity.LOW,
            evidence=False,
        ),
        Rule(
            SignalKind.SPEAKER_MISMATCH,
            Measure.OTHER_SPEAKER,
            _seldom(levels.identity_after_s),
            Severity.MEDIUM,
            evidence=False,
        ),
        Rule(
            SignalKind.SPEAKER_UNSURE,
            Measure.SPEAKER_UNSURE,
            _seldom(2 * levels.identity_after_s),
            Severity.INFO,
            evidence=False,
        ),
        Rule(
            SignalKind.CAMERA_COVERED,
            Measure.COVERED,
            Levels(1, 1, _ms(levels.camera_covered_after_s), 500),
            Severity.HIGH,
            evidence=False,
        ),
        # No picture of a live sensor equals the one before, so a single change ends it at once.
        Rule(
            SignalKind.CAMERA_FROZEN,
            Measure.STILL,
            Levels(1, 1, 5_000, 0),
            Severity.HIGH,
            evidence=True,
        ),
        Rule(
            SignalKind.CAMERA_LOOPED,
            Measure.LOOPED,
            _each_second(1, 1, 3.0),
            Severity.HIGH,
            evidence=True,
        ),
        Rule(
            SignalKind.CAMERA_LOST,
            Measure.CAMERA,
            Levels(0, 0, 1_000, 0, below=True),
            Severity.HIGH,
            evidence=False,
        ),
        Rule(
            SignalKind.RATE_LOW,
            Measure.FACE_FPS,
            Levels(SLOW_FPS, SLOW_FPS + 1, 5_000, 2_000, below=True),
            Severity.INFO,
            evidence=False,
        ),
    )


def _each_second(enter: float, leave: float, after_s: float) -> Levels:
    """For a detector that looks once a second, or every four when the machine is slow."""
    return Levels(enter, leave, _ms(after_s), 2_500, longest_step_ms=4_500, unknown_ends_ms=9_000)


def _seldom(after_s: float) -> Levels:
    """For a verdict that comes every ten seconds."""
    return Levels(1, 1, _ms(after_s), 8_000, longest_step_ms=25_000, unknown_ends_ms=60_000)


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
