"""What a report says of signals: what was seen, and how sure that is.

One rule: a signal is something for a person to look at; no word here judges anybody, and what was
never measured is called so. The figures are those of `docs/detectors`.
"""

from collections.abc import Mapping

from server.results.views import FollowUpView
from shared.events import SignalKind

LABELS: Mapping[str, str] = {
    SignalKind.FACE_ABSENT: "No face in view",
    SignalKind.SECOND_FACE: "More than one face",
    SignalKind.HEAD_TURNED: "Head turned",
    SignalKind.GAZE_AWAY: "Eyes off the screen",
    SignalKind.CAMERA_COVERED: "Camera covered",
    SignalKind.CAMERA_FROZEN: "Picture frozen",
    SignalKind.CAMERA_LOOPED: "Picture seems to repeat",
    SignalKind.CAMERA_LOST: "Camera lost",
    SignalKind.FACE_UNCLEAR: "Face hard to see",
    SignalKind.IDENTITY_MISMATCH: "May be another person than on the selfie",
    SignalKind.IDENTITY_UNSURE: "Could not tell who it is",
    SignalKind.LIVENESS: "May be a picture of a face",
    SignalKind.PHONE: "A phone may be in the picture",
    SignalKind.BOOK: "A book may be in the picture",
    SignalKind.SECOND_SCREEN: "Another screen may be in the picture",
    SignalKind.SPEECH: "Speech while no spoken question was open",
    SignalKind.SECOND_VOICE: "Another voice was heard",
    SignalKind.PLAYBACK: "Speech that sounds like a loudspeaker",
    SignalKind.SPEAKER_MISMATCH: "May be another voice than in the sample",
    SignalKind.SPEAKER_UNSURE: "Could not tell whose voice it is",
    SignalKind.RATE_LOW: "Too few pictures",
}

_FACE = "Faces are missed in very dark pictures (9 of 64 at a twentieth of the light)."
_OBJECT = (
    "How often such things are missed, or seen where there are none, was not measured: look at the "
    "picture."
)
_CAMERA = "A fault of the camera or the light looks the same."
_WHO = (
    "Measured on 300 pairs of photographs without an error; ageing, make-up, twins and fairness "
    "were not measured. Compare the pictures yourself."
)
_VOICE = (
    "The built-in comparison takes the same voice for another in up to 4 of 100 windows of two "
    "seconds, and misses a quarter of other voices. Nothing was kept to listen to."
)

HOW_SURE: Mapping[str, str] = {
    SignalKind.FACE_ABSENT: _FACE,
    SignalKind.FACE_UNCLEAR: _FACE,
    SignalKind.SECOND_FACE: "False alarms were not measured beyond 45 seconds of one person; "
    "posters and screens can count.",
    SignalKind.HEAD_TURNED: "Relative to the candidate's own pose; about three quarters of a turn "
    "is read. Accuracy on people is not known.",
    SignalKind.GAZE_AWAY: "The error is the one stated under “How well could be seen”; "
    "it grows when the candidate moves.",
    SignalKind.CAMERA_COVERED: _CAMERA,
    SignalKind.CAMERA_FROZEN: _CAMERA,
    SignalKind.CAMERA_LOOPED: _CAMERA,
    SignalKind.CAMERA_LOST: "A cable or another program is the usual cause.",
    SignalKind.IDENTITY_MISMATCH: _WHO,
    SignalKind.IDENTITY_UNSURE: _WHO,
    SignalKind.LIVENESS: "How often living people are taken for a picture was not measured.",
    SignalKind.PHONE: _OBJECT,
    SignalKind.BOOK: _OBJECT,
    SignalKind.SECOND_SCREEN: _OBJECT,
    SignalKind.SPEECH: "Thinking aloud is speech too; who spoke is not told by this.",
    SignalKind.SECOND_VOICE: _VOICE,
    SignalKind.PLAYBACK: "Another live voice is taken for a loudspeaker in 13 of 100 cases.",
    SignalKind.SPEAKER_MISMATCH: _VOICE,
    SignalKind.SPEAKER_UNSURE: _VOICE,
    SignalKind.RATE_LOW: "A busy computer is the usual cause.",
}

SYSTEM: Mapping[str, str] = {
    "proctor_lost": "Watching stopped",
    "proctor_back": "Watching resumed",
    "camera_lost": "Camera lost",
    "camera_back": "Camera back",
    "camera_changed": "Camera changed",
    "microphone_lost": "Microphone lost",
    "microphone_back": "Microphone back",
    "microphone_changed": "Microphone changed",
    "network_lost": "Connection lost",
    "network_back": "Connection back",
    "disk_full": "Disk full on the candidate's machine",
    "disk_back": "Disk has room again",
    "model_missing": "A model was missing",
    "detector_off": "A detector was off",
    "rate_low": "Fewer pictures than planned",
    "rate_back": "Full rate again",
    "clock_moved": "The machine's clock moved",
    "app_restarted": "The app was restarted",
    "slept": "The computer slept or stood still",
    "sleep_allowed": "Sleep could not be held off on this computer",
    "lid_allowed": "A closed lid could put this computer to sleep",
    "screen_saver_allowed": "The screen could go dark or be locked",
    "notifications_allowed": "Notifications of other programs could not be held off",
    "battery_low": "The battery was low",
    "battery_back": "The battery was charged again",
    "key_in_file": "The signing key is in a file: no key store of the system has it",
}

SEVERITIES: Mapping[str, str] = {"high": "High", "medium": "Medium", "low": "Low", "info": "Note"}
STATUSES: Mapping[str, str] = {
    "invited": "Invited",
    "link_accessed": "Invitation opened in the app",
    "authenticated": "Signed in",
    "selfie_uploaded": "Selfie taken",
    "enrollment": "Prepared",
    "interview_active": "Running",
    "paused": "Paused",
    "completed": "Handed in",
    "expired": "Window passed",
    "cancelled": "Cancelled",
    "terminated": "Ended by a person",
}
TOTALS: Mapping[str, str] = {
    "open": "Nothing scored yet",
    "needs_person": "Some answers need a person",
    "provisional": "Provisional, for review",
    "final": "Decided by a person",
}
AGREED: Mapping[str, str] = {
    "no_selfie": "No selfie: a person checked the identity",
    "no_voice_sample": "No voice sample",
    "no_biometrics": "Face and voice are not compared: a person checks the identity",
    "head_and_gaze_off": "Head and gaze are not judged",
    "tics": "Head and gaze must stand away three times as long",
    "nystagmus": "The gaze is not judged",
    "reads_aloud": "The candidate reads or thinks aloud",
    "screen_reader": "A screen reader speaks",
    "no_calibration": "The gaze is not calibrated",
    "no_light_challenge": "The screen's light is never changed",
    "second_person_agreed": "Another person in the room is agreed",
}

DECIDES = (
    "Scores by machine are proposals for a person to review. A signal says what was measured, "
    "with the error that is known of it; it is something to look at and proves nothing. Nothing "
    "computed ended this interview or lowered a mark: a person decides."
)


def label(signal: str) -> str:
    """What a signal is called; an unknown one by its own name."""
    return LABELS.get(signal) or SYSTEM.get(signal) or signal.replace("_", " ").capitalize()


def how_sure(signal: str) -> str:
    """How far a signal can be believed."""
    return HOW_SURE.get(signal, "How sure this is, is not known.")


def clock(ms: int | None) -> str:
    """`4:05` or `1:04:05` from the interview's start; a dash where it is not known."""
    if ms is None:
        return "–"
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def points(value: float | None) -> str:
    """`7.5`, `10`; a dash without a number."""
    return "–" if value is None else f"{value:g}"


_NOT_SHOWN = {
    "pending": " The app has not said that it was shown.",
    "late": " It came after the hand-in and was not shown.",
    "unreadable": " The app could not open it.",
    "unknown": " The app was too old to show it and was given its time.",
}


def origin(further: FollowUpView) -> str:
    """Where a further question came from, and what became of it."""
    said = "Prepared by the paper's author."
    if further.source == "model":
        about = f" about “{further.about}”" if further.about else ""
        said = f"Written by the language model {further.model}{about}."
    return said + _NOT_SHOWN.get(further.outcome, "")
