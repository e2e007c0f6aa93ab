"""Times and causes in words for the person.

One rule: pure text; what a candidate reads names the next step.
"""

import re

from PySide6.QtCore import QCoreApplication

from client.exam import Problem
from client.sentences import FOR_SUPPORT, SENTENCES, Sentence
from client.ui import i18n

_CONTEXTS = ("problems", "preflight", "sentences")
"""Of Linguist's files: what other parts of the app say, see `tests/translations.py`."""
_ENDS = re.compile(r"(?<=[.!?]) +")
_MOST_WORDS_FIRST = sorted(SENTENCES, key=lambda one: -len(re.sub(r"{\w+}", "", one.pattern)))
"""What has only a few words of its own fits what has more as well."""


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
    return " ".join(localised(text) for text in (problem.title, problem.action) if text)


def localised(text: str) -> str:
    """What another part of the app said in English, in the person's language.

    Sentence by sentence, as far as each is known; what is not stays as it came.
    """
    if i18n.spoken() == i18n.ENGLISH:
        return text
    return "\n".join(_localised(line) for line in text.split("\n"))


def _localised(line: str) -> str:
    parts, told, at = _ENDS.split(line), list[str](), 0
    while at < len(parts):
        end, words = _longest(parts, at) or _filled(parts, at) or (at + 1, parts[at])
        told.append(words)
        at = end
    return " ".join(told)


def _longest(parts: list[str], at: int) -> tuple[int, str] | None:
    """(where the rest begins, translation) of as many sentences as are known as one text."""
    for end in range(len(parts), at, -1):
        english = " ".join(parts[at:end])
        for context in _CONTEXTS:
            if (found := QCoreApplication.translate(context, english)) != english:
                return end, found
    return None


def _filled(parts: list[str], at: int) -> tuple[int, str] | None:
    """The same for a sentence with values, as few sentences as it takes."""
    for end in range(at + 1, len(parts) + 1):
        english = " ".join(parts[at:end])
        for one in _MOST_WORDS_FIRST:
            if (values := one.values(english)) is not None:
                return end, _said(one, values)
    return None


def _said(one: Sentence, values: dict[str, str]) -> str:
    pattern = QCoreApplication.translate("sentences", one.pattern)
    return pattern.format(
        **{name: localised(text) if name == "why" else text for name, text in values.items()}
    )


def not_watched(off: tuple[str, ...]) -> str:
    """What of the watch is switched off on this computer; empty where all of it runs."""
    if not off:
        return ""
    told = " ".join(localised(_without_support(one)) for one in off)
    return tr("Not watched here: {list}").format(list=told)


def _without_support(text: str) -> str:
    """Without how to install what is missing: for whoever set this computer up."""
    parts = _ENDS.split(text)
    return " ".join(one for one in parts if all(known.values(one) is None for known in FOR_SUPPORT))


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
