"""The proctor's rules: rows, made from the interview's policy and the candidate's accommodations.

Pure. One rule: tuning is editing this table; no rule ends an interview or lowers a mark.
"""

from dataclasses import dataclass

from client.proctor.dwell import Levels
from client.proctor.types import Measure
from shared.events import Severity, SignalKind
from shared.policy import Accommodations, Policy

GAZE_AWAY_DEG = 22.0
"""Uncalibrated gaze is off by 5 to 10 degrees, and a laptop's edge seen from 50 cm is at 18."""
SLOW_FPS = 4.0
"""Below this an episode of 1 s can pass between two looks."""


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


def rules_for(policy: Policy, accommodations: Accommodations) -> tuple[Rule, ...]:
    """The rules that are evaluated for this candidate."""
    return tuple(
        rule
        for rule in _all(policy)
        if not (accommodations.head_and_gaze_off and rule.measure in _HEAD_AND_GAZE)
        and not (accommodations.second_person_agreed and rule.signal is SignalKind.SECOND_FACE)
    )


_HEAD_AND_GAZE = (Measure.TURN_DEG, Measure.GAZE_DEG)


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
            SignalKind.SECOND_FACE,
            Measure.FACES,
            Levels(2, 2, _ms(levels.second_face_after_s), 700),
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
            Measure.GAZE_DEG,
            Levels(GAZE_AWAY_DEG, 0.75 * GAZE_AWAY_DEG, _ms(levels.gaze_away_after_s), 500),
            Severity.LOW,
            evidence=True,
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


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
