"""C12: further, plugged-in and mirrored displays by policy; none at all is unknown."""

import pytest

from client.lockdown.probes.answer import Told, tell
from client.lockdown.probes.displays import Display, judge
from client.lockdown.probes.lists import known
from client.lockdown.probes.readers import linux
from client.lockdown.probes.readers.x11 import DisplayReader, Server
from tests.client.lockdown.probes.edids import edid

pytestmark = pytest.mark.adversarial
LISTS = known()
LEFT = Display("eDP-1", 0, 0, 1920, 1080, edid("BOE", "Built-in"))
RIGHT = Display("HDMI-1", 1920, 0, 1920, 1080, edid())
MIRROR = Display("HDMI-1", 0, 0, 1280, 720, edid())


def look(*displays: Display, note: bool = True):
    return judge(displays, LISTS, note_second=note)


def test_a_second_display_is_noted_where_the_policy_says_so():
    assert look(LEFT).outcome == "ok"
    assert look(LEFT, RIGHT).evidence == ("2 displays are on",)
    assert look(LEFT, RIGHT, note=False).outcome == "ok"


def test_a_mirror_is_named():
    assert look(LEFT, MIRROR).evidence == (
        "2 displays are on",
        "DELL U2720Q shows the same as Built-in",
    )


def test_one_that_is_plugged_in_later_is_told_and_so_is_its_going():
    told, first = tell(Told(), look(LEFT), 0)
    told, second = tell(told, look(LEFT, RIGHT), 2)
    told, third = tell(told, look(LEFT), 4)
    assert [one.outcome for one in (first, second, third) if one] == ["ok", "violation", "ok"]


@pytest.mark.parametrize("none", [None, ()])
def test_none_at_all_is_unknown(none):
    for note in (True, False):
        assert judge(none, LISTS, note_second=note).outcome == "unknown"


def test_the_kernels_outputs_are_read(tmp_path):
    for name, status, enabled in (
        ("card0-eDP-1", "connected", "enabled"),
        ("card0-HDMI-A-1", "connected", "disabled"),
        ("card0-DP-1", "disconnected", "disabled"),
    ):
        folder = tmp_path / "sys/class/drm" / name
        folder.mkdir(parents=True)
        (folder / "status").write_text(f"{status}\n")
        (folder / "enabled").write_text(f"{enabled}\n")
        (folder / "edid").write_bytes(edid() if status == "connected" else b"")
    (found,) = linux.displays(tmp_path) or ()
    assert (found.name, found.edid) == ("eDP-1", edid())
    assert linux.displays(tmp_path / "nowhere") is None


@pytest.mark.display
def test_the_x_servers_outputs_are_read():
    server = Server()
    found = DisplayReader(server)()
    server.close()
    assert len(found) == 1
    assert found[0].width > 0
    assert look(*found).outcome == "ok"
