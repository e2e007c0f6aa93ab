"""What a measurement of this computer means: ok, violation or unknown, with cause and cure.

Pure. One rule: unknown is never counted as ok, and every line that is not ok says what to do.
"""

from dataclasses import dataclass, replace
from typing import Literal

from client import sentences
from shared.readiness import ReadinessLine, ReadinessOutcome, overall

Probe = Literal[
    "clock",
    "disk",
    "models",
    "programs",
    "network",
    "camera",
    "light",
    "microphone",
    "speakers",
    "pace",
]

LEAST_FREE_BYTES = 1_000_000_000
"""An hour of spoken answers is 20 MB; the rest is what the system itself needs to stay alive."""
LOW_FREE_BYTES = 3_000_000_000
FAR_MS, SLOW_MS = 400, 1500
"""Round trips above which a person waits noticeably, and above which pages seem broken."""
SKEW_S = 60
"""Interviews follow the server's clock; beyond this certificates and times begin to confuse."""
DARK, BRIGHT = 0.18, 0.92
"""Mean brightness, 0..1: below and above, faces are not found (the device check's own levels)."""
QUIET_DBFS = -60.0
"""A microphone that is muted stays below; a silent room with a live one lies at -55 to -45."""
PACE_FPS, SLOW_FPS = 8.0, 4.0
"""Looks a second of the proctor's heaviest detector that leave room for the window beside it."""


WITHIN_A_SECOND = "within a second of the server"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line before it is timed."""

    outcome: ReadinessOutcome
    found: str = ""
    cause: str = ""
    cure: str = ""


def ok(found: str) -> Verdict:
    """Nothing to be done."""
    return Verdict("ok", found)


def unknown(cause: str, cure: str, found: str = "") -> Verdict:
    """It could not be told."""
    return Verdict("unknown", found, cause, cure)


def violation(found: str, cause: str, cure: str) -> Verdict:
    """An interview would suffer from it."""
    return Verdict("violation", found, cause, cure)


def line(probe: Probe, verdict: Verdict, spent_ms: int) -> ReadinessLine:
    """As it is reported; long texts are cut."""
    cut = replace(
        verdict,
        found=verdict.found[:500],
        cause=verdict.cause[:500],
        cure=verdict.cure[:500],
    )
    return ReadinessLine(
        probe=probe,
        outcome=cut.outcome,
        found=cut.found,
        cause=cut.cause,
        cure=cut.cure,
        spent_ms=max(0, spent_ms),
    )


def exit_status(lines: tuple[ReadinessLine, ...]) -> int:
    """0: all is ok; 1: something is wrong; 3: nothing is wrong, but something is unknown.

    2 stays for wrong arguments, as everywhere.
    """
    return {"ok": 0, "violation": 1, "unknown": 3}[overall(lines)]


def disk(free_bytes: int, *, writable: bool) -> Verdict:
    """Room for the record of an interview."""
    found = sentences.DISK_FREE(gb=f"{free_bytes / 1e9:.1f}")
    if not writable:
        return violation(
            found,
            "The app may not write where it keeps interviews.",
            "Give this person the right to write to the app's data folder.",
        )
    if free_bytes < LEAST_FREE_BYTES:
        return violation(found, "The disk is almost full.", "Free 3 GB, then try again.")
    if free_bytes < LOW_FREE_BYTES:
        return unknown(
            "It is enough now, but a system update could use it up.", "Free 3 GB.", found
        )
    return ok(found)


def network(round_trip_ms: float | None, why: str, *, server: str) -> Verdict:
    """Whether the server is reached, and how soon it answers."""
    if not server:
        return unknown(
            "No server is named here.", "Paste the link from the invitation, or name the server."
        )
    if round_trip_ms is None:
        return violation(
            sentences.SERVER_SILENT(server=server),
            why or "The server cannot be reached.",
            "Connect to a network, sign in to it where it asks for that, and let this app through "
            "the firewall (HTTPS to the server's address).",
        )
    found = sentences.SERVER_ANSWERS(server=server, ms=f"{round_trip_ms:.0f}")
    if round_trip_ms > SLOW_MS:
        return violation(
            found, "The connection is very slow.", "Move closer to the router or use a cable."
        )
    if round_trip_ms > FAR_MS:
        return unknown(
            "The connection is slow; an interview works, and pages take a while.",
            "Use a cable, and end downloads and calls on this network.",
            found,
        )
    return ok(found)


def clock(skew_s: float | None) -> Verdict:
    """This computer's clock against the server's."""
    if skew_s is None:
        return unknown(
            "There was no server to compare with.", "Name the server, or set the clock by itself."
        )
    side = sentences.CLOCK_AHEAD if skew_s > 0 else sentences.CLOCK_BEHIND
    found = side(seconds=f"{abs(skew_s):.0f}")
    if abs(skew_s) < 1:
        found = WITHIN_A_SECOND
    if abs(skew_s) > SKEW_S:
        return violation(
            found,
            "This computer's clock is wrong.",
            "Switch on setting date and time by network in the system's settings.",
        )
    return ok(found)


def models(
    present: tuple[str, ...], missing: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Verdict:
    """`present`: names with the start of their hashes; `missing` and `optional`: sentences with
    what to do, for those that an interview needs and for those that it can do without."""
    found = ", ".join(present) or "none"
    if missing:
        return violation(
            found,
            sentences.MODELS_NEEDED(n=len(missing)),
            " ".join(missing),
        )
    if optional:
        cause = sentences.MODELS_SPARED(n=len(optional))
        return unknown(cause, " ".join(optional), found)
    return ok(found)


def programs(running: tuple[str, ...] | None) -> Verdict:
    """`running`: names of blocked programs that run now; None where they cannot be listed."""
    if running is None:
        return unknown(
            "The running programs cannot be listed here.",
            "Close programs for screen sharing and remote control before an interview.",
        )
    if running:
        names = ", ".join(running)
        return violation(
            sentences.PROGRAMS_RUN(names=names),
            "These programs can share, record or control the screen, or help with answers.",
            "Close them before the interview.",
        )
    return ok(
        "No program of the app's own list runs. An interview may name more: they are looked for "
        "once its invitation is opened."
    )


def camera(name: str, size: tuple[int, int] | None, fps: float | None) -> Verdict:
    """`size` is None where no picture came."""
    if not name:
        return violation(
            "No camera",
            "No camera is connected, or the system hides it from this app.",
            "Plug one in, or allow this app to use the camera in the privacy settings.",
        )
    if size is None:
        return violation(
            name,
            "The camera gives no picture.",
            "Close other programs that use it, open its cover, or plug it in again.",
        )
    wide, high = size
    found = sentences.PICTURE(name=name, width=wide, height=high)
    if fps is not None:
        found = sentences.PICTURES(name=name, width=wide, height=high, fps=f"{fps:.0f}")
    if min(size) < 360:
        return unknown(
            "The picture is small; faces at a distance are hard to see.",
            "Choose a larger picture in the camera's settings, or another camera.",
            found,
        )
    return ok(found)


def light(brightness: float | None) -> Verdict:
    """Mean brightness of the picture, 0..1; None without a picture."""
    if brightness is None:
        return unknown("There was no picture to look at.", "See the line about the camera.")
    found = sentences.BRIGHTNESS(percent=f"{brightness:.0%}")
    if brightness < DARK:
        return violation(
            found, "It is too dark to see a face.", "Switch on a lamp in front of you."
        )
    if brightness > BRIGHT:
        return violation(
            found, "It is too bright to see a face.", "Turn away from the window or lamp."
        )
    return ok(found)


def microphone(name: str, loudest_dbfs: float | None) -> Verdict:
    """`loudest_dbfs`: of two seconds; None where nothing could be recorded."""
    if not name:
        return violation(
            "No microphone",
            "No microphone is connected, or the system hides it from this app.",
            "Plug one in, or allow this app to use the microphone in the privacy settings.",
        )
    if loudest_dbfs is None:
        return violation(
            name,
            "The microphone cannot be opened.",
            "Close other programs that use it, or plug it in again.",
        )
    found = sentences.LOUDEST(name=name, dbfs=f"{loudest_dbfs:.0f}")
    if loudest_dbfs < QUIET_DBFS:
        return violation(
            found,
            "The microphone delivers silence.",
            "Take its mute switch off and raise its level in the sound settings.",
        )
    return ok(found)


def speakers(names: tuple[str, ...], *, voice: bool | None, system: str) -> Verdict:
    """`voice`: whether this machine can read aloud; `system`: as `sys.platform` names it."""
    if not names:
        return violation(
            "No loudspeaker",
            "Nothing can be heard on this computer.",
            "Plug in a loudspeaker or a headset. Questions are always shown as text too.",
        )
    found = ", ".join(names)
    if voice:
        return ok(found)
    if voice is None:
        return unknown(
            "Whether this computer has a voice for reading aloud cannot be told.",
            "Questions are shown as text; nothing else is needed.",
            found,
        )
    match system:
        case "win32":
            return unknown(
                "Windows has no voice here that reads questions aloud.",
                "Add one in the settings under Time & language, Speech. Questions are always shown "
                "as text too.",
                found,
            )
        case "darwin":
            return unknown(
                "macOS has no voice here that reads questions aloud.",
                "Add one in the system settings under Accessibility, Spoken Content. Questions are "
                "always shown as text too.",
                found,
            )
        case _:
            return unknown(
                "There is no voice here that reads questions aloud.",
                "Install espeak-ng. Questions are always shown as text too.",
                found,
            )


def pace(looks_per_s: float | None, cores: int, why: str = "") -> Verdict:
    """How often the face detector could look a second, alone on this machine."""
    if looks_per_s is None:
        return unknown(
            why or "The watch could not be tried.",
            "See the line about models.",
            sentences.CORES(n=cores),
        )
    found = sentences.LOOKS(looks=f"{looks_per_s:.0f}", n=cores)
    if looks_per_s < SLOW_FPS:
        return violation(
            found,
            "This computer is too slow or too busy for the watch.",
            "Close other programs, plug in the power supply, or use another computer.",
        )
    if looks_per_s < PACE_FPS:
        return unknown(
            "The watch works at a lower rate, and the record says so.",
            "Close other programs and plug in the power supply.",
            found,
        )
    return ok(found)
