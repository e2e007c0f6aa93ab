"""C28: assistive tools are let be where they are agreed; input methods (C27) for everybody."""

from dataclasses import replace
from pathlib import Path

import pytest

from client.lockdown.probes.keys import Keyboards, Press
from client.lockdown.probes.lists import known
from client.lockdown.probes.processes import Denied, Process
from client.lockdown.probes.table import Setting, probes_for
from client.lockdown.probes.windows import Stack, Window
from client.preflight.programs import blocked_list
from shared.policy import Accommodations, Policy
from tests.adversarial.test_c17_broken_probes import CALM

pytestmark = pytest.mark.adversarial
LISTS = known()


def look(name: str, folder: Path, agreed: Accommodations, **readers: object):
    setting = Setting(Policy(), agreed, folder)
    rows = probes_for(setting, replace(CALM, **readers))  # type: ignore[arg-type]
    (row,) = (one for one in rows if one.name == name)
    return row.look().outcome


def over_us(program: str) -> Stack:
    ours = Window("invigil", 0, 0, 800, 600, ours=True)
    return Stack((ours, Window(program, 100, 100, 400, 200, on_top=True, unmanaged=True)))


@pytest.mark.parametrize(
    "agreed", [Accommodations(screen_reader=True), Accommodations(assistive_tools=True)]
)
@pytest.mark.parametrize("program", ["Magnify", "onboard", "orca", "TabTip"])
def test_its_windows_are_no_finding_where_it_is_agreed(
    program: str, agreed: Accommodations, tmp_path: Path
):
    shown = {"windows": lambda: over_us(program)}
    assert look("windows", tmp_path, agreed, **shown) == "ok"
    assert look("windows", tmp_path, Accommodations(), **shown) == "violation"


def test_what_an_on_screen_keyboard_types_is_no_finding_where_it_is_agreed(tmp_path: Path):
    typed = Keyboards((Press(1, 5),), {5: "Virtual core XTEST keyboard"})
    agreed = Accommodations(assistive_tools=True)
    assert look("typing", tmp_path, agreed, keys=lambda: typed) == "ok"
    assert look("typing", tmp_path, Accommodations(), keys=lambda: typed) == "violation"


@pytest.mark.parametrize("program", ["ibus-ui-gtk3", "fcitx5", "TextInputHost", "mozc_renderer"])
def test_windows_of_input_methods_are_no_finding_for_anybody(program: str, tmp_path: Path):
    shown = {"windows": lambda: over_us(program)}
    assert look("windows", tmp_path, Accommodations(), **shown) == "ok"


def test_another_window_is_a_finding_whatever_is_agreed(tmp_path: Path):
    shown = {"windows": lambda: over_us("notes")}
    agreed = Accommodations(screen_reader=True, assistive_tools=True)
    assert look("windows", tmp_path, agreed, **shown) == "violation"


def test_no_assistive_tool_and_no_input_method_is_a_denied_program():
    denied = Denied(blocked_list())
    for name in LISTS.assistive | LISTS.input_methods:
        assert denied.match(Process(name)) is None
