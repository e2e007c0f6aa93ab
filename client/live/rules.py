"""Which looks through the camera go on: what was told, what happened, and what follows from it.

Pure. One rule: a look begins once, by a word of the server's that says `asked`, and only where the
policy allows it and a question is open; whatever else is told ends something or changes nothing.
"""

from dataclasses import dataclass, replace

from client.live.orders import Said
from shared.events import CameraLooked
from shared.looks import MAX_AT_ONCE, Look, LookEnd, LookSaid

REMEMBERED = 50
"""Looks that ended, so that a late word of the server's does not begin them again."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One look that goes on."""

    look: str
    since_ms: int
    """When it began, by the monotonic clock."""
    live_ms: int | None = None
    """When the picture stood; None before."""


@dataclass(frozen=True, slots=True)
class Looks:
    """All that go on, and which are over."""

    shown: tuple[Shown, ...] = ()
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Show:
    """Effect: send the picture."""

    look: Look


@dataclass(frozen=True, slots=True)
class Hide:
    """Effect: send it no longer."""

    look: str


@dataclass(frozen=True, slots=True)
class Say:
    """Effect: tell the server."""

    word: LookSaid


@dataclass(frozen=True, slots=True)
class Note:
    """Effect: a row of the record."""

    body: CameraLooked


Effect = Show | Hide | Say | Note
Result = tuple[Looks, tuple[Effect, ...]]


def told(looks: Looks, given: tuple[Look, ...], not_now: LookEnd | None, now_ms: int) -> Result:
    """The server's whole word on looks; `not_now`: why none may begin, None where one may."""
    effects: list[Effect] = []
    for look in given:
        looks, more = _told(looks, look, not_now, now_ms)
        effects += more
    return looks, tuple(effects)


def said(looks: Looks, word: Said, now_ms: int) -> Result:
    """What became of a look in the proctor's process."""
    found = _find(looks, word.look)
    if found is None:
        return looks, ()
    match word.phase:
        case "answered":
            return looks, (Say(LookSaid(look=word.look, phase="answered", answer=word.answer)),)
        case "live":
            stands = replace(found, live_ms=now_ms)
            shown = tuple(stands if one is found else one for one in looks.shown)
            return replace(looks, shown=shown), (Say(LookSaid(look=word.look, phase="live")),)
        case "ended":
            why = word.why or LookEnd.FAILED
            after, note = _end(looks, found, why, now_ms)
            return after, (Say(LookSaid(look=word.look, phase="ended", why=why)), note)


def stopped(looks: Looks, why: LookEnd, now_ms: int) -> Result:
    """Nobody may look any more: a pause, the end, a camera that is gone."""
    effects: list[Effect] = []
    for one in looks.shown:
        looks, note = _end(looks, one, why, now_ms)
        ended = LookSaid(look=one.look, phase="ended", why=why)
        effects += [Hide(one.look), Say(ended), note]
    return looks, tuple(effects)


def _told(looks: Looks, look: Look, not_now: LookEnd | None, now_ms: int) -> Result:
    found = _find(looks, look.id)
    if look.phase == "ended":
        if found is None:
            return looks, ()
        after, note = _end(looks, found, LookEnd.CLOSED, now_ms)
        return after, (Hide(look.id), note)
    if found is not None or look.id in looks.over:
        return looks, ()
    if look.phase != "asked":
        # An earlier run of the app sent it: nobody does any more.
        not_now = LookEnd.LOST
    elif len(looks.shown) >= MAX_AT_ONCE:
        not_now = not_now or LookEnd.BUSY
    if not_now is not None:
        refused = LookSaid(look=look.id, phase="ended", why=not_now)
        return _remember(looks, look.id), (Say(refused),)
    shown = (*looks.shown, Shown(look.id, now_ms))
    return replace(looks, shown=shown), (Note(CameraLooked(look=look.id, what="began")), Show(look))


def _end(looks: Looks, one: Shown, why: LookEnd, now_ms: int) -> tuple[Looks, Note]:
    rest = tuple(other for other in looks.shown if other is not one)
    after = _remember(replace(looks, shown=rest), one.look)
    seen_ms = 0 if one.live_ms is None else max(0, now_ms - one.live_ms)
    return after, Note(CameraLooked(look=one.look, what="ended", why=why, seen_ms=seen_ms))


def _remember(looks: Looks, look: str) -> Looks:
    return replace(looks, over=(*looks.over, look)[-REMEMBERED:])


def _find(looks: Looks, look: str) -> Shown | None:
    return next((one for one in looks.shown if one.look == look), None)
