"""Whether another program has put something into the clipboard since the interview began.

Pure. One rule: only who owns it is looked at, never what is in it; what was there before the first
look is no violation.
"""

from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation


@dataclass(frozen=True, slots=True)
class Owner:
    """Who offers something to be pasted."""

    selection: str
    """`clipboard` or `selection` (X11's middle mouse button)."""
    window: int
    """The window that owns it; 0: nobody does."""
    program: str = ""
    """Its program; empty where that is not known."""
    ours: bool = False


class Watched:
    """Who owned them at the first look."""

    def __init__(self) -> None:
        self._before: frozenset[tuple[str, int]] | None = None

    def judge(self, owners: tuple[Owner, ...] | None) -> Answer:
        """Which other programs offer something now."""
        if owners is None:
            return unknown("clipboard", "this system does not tell")
        owned = [one for one in owners if one.window and not one.ours]
        if self._before is None:
            self._before = frozenset((one.selection, one.window) for one in owned)
        found = {
            f"another program put something into the {one.selection} "
            f"({plain(one.program, 40) or 'name not known'})"
            for one in owned
            if (one.selection, one.window) not in self._before
        }
        return violation("clipboard", *sorted(found)) if found else ok("clipboard")
