"""What is watched, what leaves the machine, what never does: the text that is agreed to.

One rule: the text follows from policy and accommodations alone, a changed word is a new
`VERSION`, and the digest in the record is of exactly what was shown.
"""

from dataclasses import dataclass

from shared.ids import sha256_hex
from shared.policy import Accommodations, Policy

VERSION = 1


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and its lines."""

    title: str
    lines: tuple[str, ...]


def sections(policy: Policy, accommodations: Accommodations) -> tuple[Section, ...]:
    """The consent text for this interview."""
    watched = ["Whether your face is in the picture, and whether another face is."]
    if not accommodations.head_and_gaze_off:
        watched.append("Whether your head or your eyes are turned away from the screen.")
    watched += [
        "Whether the camera is covered, frozen or unplugged.",
        "Your microphone, only while you record an answer"
        + (" or the voice sample." if _voice(policy, accommodations) else "."),
    ]
    sent = ["Your typed answers as you write, and the recordings of your spoken answers."]
    if _selfie(policy, accommodations):
        sent.append("Your selfie, so that a person can see who took the interview.")
    if _voice(policy, accommodations):
        sent.append("Your voice sample.")
    sent.append("A list of what was noticed, with times. No score comes from it.")
    if policy.evidence_images:
        sent.append(
            f"At most {policy.evidence_per_hour} small pictures an hour, each belonging to an "
            "entry of that list."
        )
    return (
        Section("What is watched on this computer", tuple(watched)),
        Section("What leaves this computer, encrypted", tuple(sent)),
        Section(
            "What never leaves it",
            (
                "Video. The camera's picture is looked at here and then forgotten.",
                "Your other files, your other programs, your passwords.",
                "Any guess about your feelings, honesty or character: none is made.",
            ),
        ),
        Section(
            "Who decides",
            (
                "People. Nothing that is noticed ends the interview or lowers a mark by itself.",
                f"Answers and pictures are erased after {policy.retention_days} days.",
            ),
        ),
    )


def digest(shown: tuple[Section, ...]) -> str:
    """SHA-256 of the text as shown: headings and lines, each on a line of its own."""
    lines = [text for section in shown for text in (section.title, *section.lines)]
    return sha256_hex("\n".join(lines).encode())


def _selfie(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.selfie and not accommodations.no_selfie


def _voice(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.voice_sample and not accommodations.no_voice_sample
