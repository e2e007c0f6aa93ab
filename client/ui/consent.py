"""What is watched, what leaves the machine, what never does: the text that is agreed to.

One rule: the text follows from policy, accommodations and the app's language alone, a changed word
of the English is a new `VERSION`, and language and digest in the record are of exactly what was
shown (decision 0210).
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from client.ui.blocks import found_words
from shared.ids import sha256_hex
from shared.policy import Accommodations, Outside, Policy, compares_face, compares_voice

VERSION = 6
"""Of the English text below. A translation that changes keeps it: the digest tells them apart."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and its lines."""

    title: str
    lines: tuple[str, ...]


def sections(policy: Policy, accommodations: Accommodations) -> tuple[Section, ...]:
    """The consent text for this interview, in the app's language."""
    agreed = accommodations
    watched = [_faces(policy, agreed)]
    if not agreed.head_and_gaze_off:
        watched.append(_head_and_gaze(policy, agreed))
    if policy.objects:
        watched.append(tr("Whether a phone, a book or a second screen is seen."))
    watched.append(tr("Whether the camera is covered, frozen or unplugged."))
    watched += _microphone(policy, agreed)
    if policy.probes:
        watched.append(
            tr(
                "This computer, during the questions: whether programs for remote control, "
                "recording or help with answers run, whether other windows lie over this one, and "
                "which displays and input devices there are."
            )
        )
        watched.append(
            tr(
                "Also during the questions: whether another program puts something into the "
                "clipboard (never what), and whether the way to the network changes."
            )
        )
    if policy.blocks:
        named = "; ".join(found_words(kind) for kind in policy.blocks)
        watched.append(
            tr(
                "Covers the questions until it is put right or a person lets you go on: {list}. "
                "The time is given back up to {n} seconds; nothing is ended by it."
            ).format(list=named, n=policy.block_credit_s)
        )
    return (
        Section(tr("What is watched on this computer"), tuple(watched)),
        *_lockdown(policy, agreed),
        Section(tr("What leaves this computer, encrypted"), tuple(_sent(policy, agreed))),
        *_outside(policy),
        Section(
            tr("What never leaves it"),
            (
                _video(policy),
                tr("Sound beside your recordings: heard here and forgotten, never written down."),
                tr("Your other files, what your other programs show or hold, your passwords.")
                if policy.probes
                else tr("Your other files, your other programs, your passwords."),
            ),
        ),
        Section(
            tr("Who decides"),
            (
                tr(
                    "People. Nothing that is noticed ends the interview or lowers a mark by itself."
                ),
                tr("No guess is made about your feelings, honesty or character."),
                tr(
                    "Answers, recordings and pictures are erased after {n} days; your name and "
                    "your marks when their time is over."
                ).format(n=policy.retention_days),
            ),
        ),
        *comparison(policy, agreed),
    )


def _video(policy: Policy) -> str:
    match policy.thumbnails, policy.live_camera:
        case True, True:
            return tr(
                "Any other video: but for that small still picture and those live looks, it is "
                "looked at here and forgotten. No video is kept anywhere."
            )
        case True, False:
            return tr(
                "Video: but for that small still picture, it is looked at here and forgotten."
            )
        case False, True:
            return tr(
                "Any other video: but for those live looks, it is looked at here and forgotten. "
                "No video is kept anywhere."
            )
        case _:
            return tr("Video: the picture is looked at here and forgotten.")


def _lockdown(policy: Policy, agreed: Accommodations) -> tuple[Section, ...]:
    if policy.lockdown == "off":
        return ()
    keys = (
        tr(
            "This window stays in front of all others. If another one takes the keyboard, this one "
            "takes it back, and when that was is noted."
        )
        if agreed.screen_reader
        else tr(
            "This window stays in front of all others, and keys that switch programs or take "
            "pictures of the screen do nothing. When one is pressed, or another window takes the "
            "keyboard, that is noted."
        )
    )
    return (
        Section(
            tr("What is held while the interview runs"),
            (
                keys,
                tr("The clipboard is emptied at the start and at the end."),
                tr(
                    "You can leave at any time by the button above. At the end, and also after a "
                    "crash, your computer is set back as it was."
                ),
            ),
        ),
    )


def comparison(policy: Policy, agreed: Accommodations) -> tuple[Section, ...]:
    """What is asked by itself: whether a computer may compare; empty where nothing is compared."""
    face, voice = compares_face(policy, agreed), compares_voice(policy, agreed)
    if face and voice:
        title = tr("Comparing your face and voice by computer")
        numbers = tr(
            "Your face and voice as numbers, made from selfie and voice sample: like a "
            "fingerprint, encrypted, and for this interview only."
        )
    elif face:
        title = tr("Comparing your face by computer")
        numbers = tr(
            "Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this "
            "interview only."
        )
    elif voice:
        title = tr("Comparing your voice by computer")
        numbers = tr(
            "Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and "
            "for this interview only."
        )
    else:
        return ()
    without = (
        tr("You may say no and go on: then a person checks who you are.")
        if policy.biometrics_optional
        else tr(
            "This interview needs it. If you do not want it, choose Leave above and ask the "
            "person who invited you for a way without: then a person checks who you are."
        )
    )
    back = tr(
        "You can take a yes back at any time, also on your invitation's page: the numbers are "
        "destroyed."
    )
    return (Section(title, (numbers, without, back)),)


def language() -> str:
    """BCP 47 code of the language in which the text is shown."""
    #: The code of the language that this file translates into, such as de. It goes into the record.
    return tr("en")


def _outside(policy: Policy) -> tuple[Section, ...]:
    """To whom the organisation's server hands answers on."""
    if not policy.outside:
        return ()
    lines = [_handed_on(one).format(host=one.host) for one in policy.outside]
    lines.append(
        tr("No picture of you goes to them, and none of your name unless you say it in an answer.")
    )
    return (Section(tr("Who else gets your answers"), tuple(lines)),)


def _handed_on(service: Outside) -> str:
    match service.does:
        case "language_model":
            return tr(
                "The texts of your answers, by the server: to a language model at {host}, which "
                "proposes marks and may write further questions. A person decides."
            )
        case "speech_to_text":
            return tr(
                "Recordings that this computer cannot write down, by the server: to a service at "
                "{host}, which turns them into text."
            )


def words(shown: tuple[Section, ...]) -> str:
    """The text as shown: headings and lines, each on a line of its own."""
    return "\n".join(text for section in shown for text in (section.title, *section.lines))


def digest(shown: tuple[Section, ...]) -> str:
    """SHA-256 of the text as shown."""
    return sha256_hex(words(shown).encode())


def _sent(policy: Policy, agreed: Accommodations) -> list[str]:
    sent = [tr("Your typed answers as you write, and the recordings of your spoken answers.")]
    match _selfie(policy, agreed), _voice(policy, agreed):
        case True, True:
            sent.append(
                tr(
                    "Your selfie and your voice sample, so that a person can tell who took the "
                    "interview."
                )
            )
        case True, False:
            sent.append(tr("Your selfie, so that a person can tell who took the interview."))
        case False, True:
            sent.append(tr("Your voice sample, so that a person can tell who took the interview."))
        case _:
            pass
    if _calibrated(policy, agreed):
        sent.append(tr("How exact the gaze calibration was, if you made it."))
    sent.append(tr("A list of what was noticed, with times. No score comes from it."))
    if policy.probes:
        sent.append(
            tr(
                "Names of such programs, windows with their titles, and devices, where they were "
                "noticed."
            )
            if policy.window_titles
            else tr("Names of such programs, windows and devices, where they were noticed.")
        )
    if policy.evidence_images:
        sent.append(
            tr(
                "At most {n} small pictures an hour, each belonging to an entry of that list."
            ).format(n=policy.evidence_per_hour)
        )
    if policy.thumbnails:
        sent.append(
            tr(
                "A small still picture of the camera every ten seconds, for a person who "
                "accompanies the interview. Only the newest is kept, and none after the end."
            )
        )
    if policy.live_camera:
        sent.append(
            tr(
                "The camera's picture, live and without sound, while a person who accompanies the "
                "interview looks through it. You are told each time and for as long as somebody "
                "looks; each look is on record and the picture is not kept."
            )
        )
    return sent


def _faces(policy: Policy, agreed: Accommodations) -> str:
    match compares_face(policy, agreed), agreed.second_person_agreed:
        case True, True:
            return tr("Whether your face is in the picture, whether it is the one of the selfie.")
        case True, False:
            return tr(
                "Whether your face is in the picture, whether it is the one of the selfie, and "
                "whether anybody else is."
            )
        case False, True:
            return tr("Whether your face is in the picture.")
        case _:
            return tr("Whether your face is in the picture, and whether anybody else is.")


def _head_and_gaze(policy: Policy, agreed: Accommodations) -> str:
    if agreed.nystagmus or agreed.screen_reader:
        return tr("Whether your head is turned away from the screen.")
    if _calibrated(policy, agreed):
        return tr("Whether your head or your eyes are turned away from the screen.")
    return tr("Whether your head or your eyes are turned away from the screen, coarsely.")


def _calibrated(policy: Policy, agreed: Accommodations) -> bool:
    excused = agreed.no_calibration or agreed.nystagmus or agreed.screen_reader
    return policy.calibrate_gaze and not excused and not agreed.head_and_gaze_off


def _microphone(policy: Policy, agreed: Accommodations) -> list[str]:
    recorded = (
        tr("Your microphone: recorded only while you record an answer or the voice sample.")
        if _voice(policy, agreed)
        else tr("Your microphone: recorded only while you record an answer.")
    )
    heard = _heard(agreed) if policy.voices else ""
    return [recorded, heard] if heard else [recorded]


def _heard(agreed: Accommodations) -> str:
    """What is listened for, as one sentence for each choice: lists are put together differently
    in each language."""
    speech = not (agreed.reads_aloud or agreed.screen_reader)
    loudspeakers = not agreed.screen_reader
    match speech, not agreed.second_person_agreed, loudspeakers:
        case True, True, _:
            return tr(
                "It is listened to for speech, a second voice and loudspeakers during the "
                "questions."
            )
        case True, False, _:
            return tr("It is listened to for speech and loudspeakers during the questions.")
        case False, True, True:
            return tr("It is listened to for a second voice and loudspeakers during the questions.")
        case False, True, False:
            return tr("It is listened to for a second voice during the questions.")
        case False, False, True:
            return tr("It is listened to for loudspeakers during the questions.")
        case _:
            return ""


def _selfie(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.selfie and not accommodations.no_selfie


def _voice(policy: Policy, accommodations: Accommodations) -> bool:
    return policy.voice_sample and not accommodations.no_voice_sample


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
