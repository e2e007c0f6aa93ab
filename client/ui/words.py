"""Times and causes in words for the person.

One rule: pure text; what a candidate reads names the next step.
"""

import re

from PySide6.QtCore import QCoreApplication

from client.exam import Problem

_FOR_SUPPORT = re.compile(r"[^.`]*`[^`]*`[^.;]*; until then (\w)")
"""How to install what is missing: for whoever set this computer up, not for the candidate."""


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)


def clock(left_ms: int | None) -> str:
    """`4:05` or `1:04:05`; empty where nothing is timed. A second that has begun counts."""
    if left_ms is None:
        return ""
    seconds = -(-left_ms // 1000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def length(seconds: int) -> str:
    """A duration as people say it."""
    if seconds < 120:
        return tr("{n} seconds").format(n=seconds)
    minutes = round(seconds / 60)
    if minutes < 120:
        return tr("{n} minutes").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    return tr("{h} hours {m} minutes").format(h=hours, m=minutes)


def sentence(problem: Problem | None) -> str:
    """What happened and what to do, in one paragraph; empty without a problem."""
    if problem is None:
        return ""
    parts = (problem.title, problem.action)
    return " ".join(QCoreApplication.translate("problems", text) for text in parts if text)


def not_watched(off: tuple[str, ...]) -> str:
    """What of the watch is switched off on this computer; empty where all of it runs."""
    if not off:
        return ""
    told = (_FOR_SUPPORT.sub(lambda found: f" {found[1].upper()}", one) for one in off)
    return tr("Not watched here: {list}").format(list=" ".join(told))


def notice(what: str) -> str:
    """What to do about a trouble that stands in mid-interview, by `SystemNoted.what`."""
    return {
        "camera_lost": tr(
            "The camera gives no picture. Plug it in again, close other programs that use it, or "
            "choose another under Devices. "
            "You can go on meanwhile; the time without picture is noted."
        ),
        "microphone_lost": tr(
            "No microphone can be heard. Plug it in again, or choose another under Devices. "
            "What you said until now is saved, and a recording goes on once you are heard again."
        ),
        "network_lost": tr(
            "There is no connection. Just go on: your answers are kept on this computer and go "
            "up by themselves when the connection is back."
        ),
        "disk_full": tr(
            "The disk of this computer is full. Free some space now; what was saved is safe."
        ),
        "proctor_lost": tr("The camera watch stopped and is being started again. Just go on."),
        "battery_low": tr(
            "The battery is nearly empty. Plug the charger in now. If the computer stops, start "
            "it again and open the app: it comes back to this question."
        ),
        "rate_low": tr(
            "This computer is busy. Close other programs if you can; your answers are safe."
        ),
    }.get(what, "")
