"""What is watched, what leaves the machine, what never does: the text that is agreed to.

One rule: the text follows from policy and accommodations alone, a changed word is a new
`VERSION`, and the digest in the record is of exactly what was shown.
"""

from dataclasses import dataclass

from shared.ids import sha256_hex
from shared.policy import Accommodations, Policy, compares_face, compares_voice

VERSION = 4
LANGUAGE = "en"
"""Of the text below."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and its lines."""

    title: str
    lines: tuple[str, ...]


def sections(policy: Policy, accommodations: Accommodations) -> tuple[Section, ...]:
    """The consent text for this interview."""
    agreed = accommodations
    watched = [_faces(policy, agreed)]
    if not agreed.head_and_gaze_off:
        watched.append(_head_and_gaze(policy, agreed))
    if policy.objects:
        watched.append("Whether a phone, a book or a second screen is seen.")
    watched.append("Whether the camera is covered, frozen or unplugged.")
    watched += _microphone(policy, agreed)
    if policy.probes:
        watched.append(
            "This computer, during the questions: whether programs for remote control, recording "
            "or help with answers run, whether other windows lie over this one, and which displays "
            "and input devices there are."
        )
    sent = ["Your typed answers as you write, and the recordings of your spoken answers."]
    given = [
        name
        for name, there in (
            ("your selfie", _selfie(policy, agreed)),
            ("your voice sample", _voice(policy, agreed)),
        )
        if there
    ]
    if given:
        what = " and ".join(given)
        sent.append(f"{what.capitalize()}, so that a person can tell who took the interview.")
    if _calibrated(policy, agreed):
        sent.append("How exact the gaze calibration was, if you made it.")
    sent.append("A list of what was noticed, with times. No score comes from it.")
    if policy.probes:
        sent.append(
            "Names of such programs, windows"
            + (" with their titles," if policy.window_titles else "")
            + " and devices, where they were noticed."
        )
    if policy.evidence_images:
        sent.append(
            f"At most {policy.evidence_per_hour} small pictures an hour, each belonging to an "
            "entry of that list."
        )
    if policy.thumbnails:
        sent.append(
            "A small still picture of the camera every ten seconds, for a person who accompanies "
            "the interview. Only the newest is kept, and none after the end."
        )
    video = "the picture is looked at here and forgotten."
    if policy.thumbnails:
        video = "but for that small still picture, it is looked at here and forgotten."
    return (
        Section("What is watched on this computer", tuple(watched)),
        *_lockdown(policy, agreed),
        Section("What leaves this computer, encrypted", tuple(sent)),
        Section(
            "What never leaves it",
            (
                f"Video: {video}",
                "Sound beside your recordings: heard here and forgotten, never written down.",
                "Your other files, what your other programs show or hold, your passwords."
                if policy.probes
                else "Your other files, your other programs, your passwords.",
            ),
        ),
        Section(
            "Who decides",
            (
                "People. Nothing that is noticed ends the interview or lowers a mark by itself.",
                "No guess is made about your feelings, honesty or character.",
                f"Answers, recordings and pictures are erased after {policy.retention_days} days; "
                "your name and your marks when their time is over.",
            ),
        ),
        *comparison(policy, agreed),
    )


def _lockdown(policy: Policy, agreed: Accommodations) -> tuple[Section, ...]:
    if policy.lockdown == "off":
        return ()
    keys = (
        "This window stays in front of all others. If another one takes the keyboard, this one "
        "takes it back, and when that was is noted."
        if agreed.screen_reader
        else "This window stays in front of all others, and keys that switch programs or take "
        "pictures of the screen do nothing. When one is pressed, or another window takes the "
        "keyboard, that is noted."
    )
    return (
        Section(
            "What is held while the interview runs",
            (
                keys,
                "The clipboard is emptied at the start and at the end.",
                "You can leave at any time by the button above. At the end, and also after a "
                "crash, your computer is set back as it was.",
            ),
        ),
    )


def comparison(policy: Policy, agreed: Accommodations) -> tuple[Section, ...]:
    """What is asked by itself: whether a computer may compare; empty where nothing is compared."""
    parts = [
        (name, sample)
        for name, sample, there in (
            ("face", "selfie", compares_face(policy, agreed)),
            ("voice", "voice sample", compares_voice(policy, agreed)),
        )
        if there
    ]
    if not parts:
        return ()
    whose = " and ".join(name for name, _ in parts)
    samples = " and ".join(sample for _, sample in parts)
    without = (
        "You may say no and go on: then a person checks who you are."
        if policy.biometrics_optional
        else "This interview needs it. If you do not want it, choose Leave above and ask the "
        "person who invited you for a way without: then a person checks who you are."
    )
    return (
        Section(
            f"Comparing your {whose} by computer",
            (
                f"Your {whose} as numbers, made from {samples}: like a fingerprint, encrypted, and "
                "for this interview only.",
                without,
                "You can take a yes back at any time, also on your invitation's page: the numbers "
                "are destroyed.",
            ),
        ),
    )


def words(shown: tuple[Section, ...]) -> str:
    """The text as shown: headings and lines, each on a line of its own."""
    return "\n".join(text for section in shown for text in (section.title, *section.lines))


def digest(shown: tuple[Section, ...]) -> str:
    """SHA-256 of the text as shown."""
    return sha256_hex(words(shown).encode())


def _faces(policy: Policy, agreed: Accommodations) -> str:
    words = "Whether your face is in the picture"
    if compares_face(policy, agreed):
        words += ", whether it is the one of the selfie"
    return words + ("." if agreed.second_person_agreed else ", and whether anybody else is.")


def _head_and_gaze(policy: Policy, agreed: Accommodations) -> str:
    if agreed.nystagmus or agreed.screen_reader:
        return "Whether your head is turned away from the screen."
    gaze = "Whether your head or your eyes are turned away from the screen"
    return f"{gaze}." if _calibrated(policy, agreed) else f"{gaze}, coarsely."


def _calibrated(policy: Policy, agreed: Accommodations) -> bool:
    excused = agreed.no_calibration or agreed.nystagmus or agreed.screen_reader
    return policy.calibrate_gaze and not excused and not agreed.head_and_gaze_off


def _microphone(policy: Policy, agreed: Accommodations) -> list[str]:
    recorded = "Your microphone: recorded only while you record an answer" + (
        " or the voice sample." if _voice(policy, agreed) else "."
    )
    if not policy.voices:
        return [recorded]
    heard: list[str] = []
    if not (agreed.reads_aloud or agreed.screen_reader):
        heard.append("speech")
    if not agreed.second_person_agreed:
        heard.append("a second voice")
    if not agreed.screen_reader:
        heard.append("loudspeakers")
    if not heard:
        return [recorded]
    listed = " and ".join([", ".join(heard[:-1]), heard[-1]] if len(heard) > 1 else heard)
    return [recorded, f"It is listened to for {listed} during the questions."]


def _selfie(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.selfie and not accommodations.no_selfie


def _voice(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.voice_sample and not accommodations.no_voice_sample
