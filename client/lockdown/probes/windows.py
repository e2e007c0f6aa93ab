"""Which windows of other programs lie over ours, and how they are made.

Pure. One rule: found by listing windows, never by a picture of the screen, so a window that hides
from pictures is found like any other; it is named by its program, by its title only on request.
"""

from collections.abc import Collection
from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation

LEAST_PX = 256
"""Overlap that counts: window managers keep marks of a few pixels along the edges."""
MOST_SHARE, SMALL_SHARE = 0.5, 0.05
"""Of our window: above is *most of* it, below a *small part*."""
TITLE_CHARS = 80


@dataclass(frozen=True, slots=True)
class Window:
    """One visible window; sizes in pixels of the whole desktop."""

    program: str
    """Of the process that owns it; empty where the system does not tell."""
    left: int
    top: int
    width: int
    height: int
    title: str = ""
    ours: bool = False
    on_top: bool = False
    """It asks to stay above all others."""
    unmanaged: bool = False
    """It goes around the window manager (X11: override-redirect)."""
    see_through: bool = False
    """It may let what is below shine through (X11: 32 bits deep; Windows: layered)."""
    passes_clicks: bool = False
    hides_from_capture: bool = False
    """It is left out of screen captures (Windows: display affinity; macOS: sharing none)."""


@dataclass(frozen=True, slots=True)
class Stack:
    """All visible windows, the lowest first."""

    windows: tuple[Window, ...]
    unseen: str = ""
    """Why there may be others that are not among them; empty where these are all."""


def judge(stack: Stack | None, *, titles: bool = False, allowed: Collection[str] = ()) -> Answer:
    """`allowed`: programs, lower case, whose windows may lie over ours."""
    if stack is None:
        return unknown("windows", "this system does not tell which windows there are")
    ours = [place for place, window in enumerate(stack.windows) if window.ours]
    if not ours:
        return unknown("windows", stack.unseen or "the app's own window is not in sight")
    place = max(ours, key=lambda one: _area(stack.windows[one]))
    mine = stack.windows[place]
    found: list[str] = []
    for at, window in enumerate(stack.windows):
        if window.ours or window.program.lower() in allowed:
            continue
        covered = overlap(window, mine)
        if at > place and covered >= LEAST_PX:
            found.append(_said(window, titles=titles, share=covered / _area(mine)))
        elif window.hides_from_capture and covered < _area(window):
            # Beneath ours it shows nothing; beside ours, on another display, it does.
            found.append(_said(window, titles=titles, share=0.0))
    if found:
        return violation("windows", *sorted(set(found)))
    return unknown("windows", stack.unseen) if stack.unseen else ok("windows")


def overlap(one: Window, other: Window) -> int:
    """Pixels that both cover."""
    width = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    height = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(0, width) * max(0, height)


def _area(window: Window) -> int:
    return max(1, window.width * window.height)


def _said(window: Window, *, titles: bool, share: float) -> str:
    name = plain(window.program, 40) or "a program without a name"
    if titles and window.title:
        name += f" “{plain(window.title, TITLE_CHARS)}”"
    where = "beside the app"
    if share > 0:
        how_much = "most" if share > MOST_SHARE else "part"
        where = f"over {'a small part' if share < SMALL_SHARE else how_much} of the app"
    made = (
        (window.hides_from_capture, "hidden from screen captures"),
        (window.on_top, "always on top"),
        (window.unmanaged, "around the window manager"),
        (window.see_through, "see-through"),
        (window.passes_clicks, "lets clicks through"),
    )
    return ", ".join([f"{name}: {where}", *(words for is_so, words in made if is_so)])
