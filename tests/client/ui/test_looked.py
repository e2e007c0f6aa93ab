"""The candidate reads what was found on their computer, also what could not be told."""

from PySide6.QtWidgets import QLabel

from client.lockdown.probes.answer import PROBES, ok, unknown, violation
from client.ui.looked import LookedView, name_of


def test_everything_that_is_on_record_is_shown_and_nothing_else(qapp):
    view = LookedView()

    def said(name: str) -> str:
        found = view.findChild(QLabel, name)
        assert found is not None
        return found.text() if found.isVisibleTo(view) else ""

    view.show_answers(())
    assert not view.isVisibleTo(None)
    view.show_answers((
        violation("processes", "Zoom (by its name)", "VNC (started by it)"),
        unknown("displays", "no display can be read"),
        ok("clock"),
        ok("disk"),
    ))  # fmt: skip
    assert said("looked_found") == (
        "Programs: Zoom (by its name); VNC (started by it). A person looks at it; nothing else "
        "follows."
    )
    assert said("looked_unknown") == "Displays: cannot be told (no display can be read)."
    assert said("looked_fine") == "Nothing to be noted: clock, disk."
    view.show_answers((ok("disk"),))
    assert (said("looked_found"), said("looked_unknown")) == ("", "")


def test_each_probe_has_a_name_and_a_new_one_its_own():
    assert len({name_of(probe) for probe in PROBES}) == len(PROBES)
    assert name_of("newer") == "newer"
