"""C11: capture cards and KVMs over IP by what they say of themselves; the limit is shown too."""

import pytest

from client.lockdown.probes.displays import Display, judge
from client.lockdown.probes.lists import known
from tests.client.lockdown.probes.edids import edid

pytestmark = pytest.mark.adversarial
LISTS = known()


def look(raw: bytes | None):
    return judge((Display("HDMI-1", 0, 0, 1920, 1080, raw),), LISTS, note_second=True)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (edid("LNX", "PiKVM V4 Plus"), "a KVM over IP"),
        (edid("TSB", "Toshiba-H2C"), "a KVM over IP"),
        (edid("XXX", "JetKVM"), "a KVM over IP"),
        (edid("MGW", "USB Capture"), "a capture card"),
        (edid("ABC", "Elgato 4K60"), "a capture card"),
        (edid("AVT", "Live Gamer 4K"), "a capture card"),
        (edid("XYZ", "", text="MACROSILICON"), "a capture card"),
        (edid("MTT", "VDD by MTT"), "a virtual display"),
        (edid("PSC", "ParsecVDA"), "a virtual display"),
        (edid("LNX", "Linux FHD"), "a virtual display"),
        (edid("DMY", "4K"), "a dummy plug, on which no screen hangs"),
        (edid("RHT", "QEMU Monitor"), "a virtual machine's display"),
    ],
)
def test_what_says_that_it_is_none_is_named(raw: bytes, what: str):
    answer = look(raw)
    assert answer.outcome == "violation"
    assert answer.evidence[0].endswith(f": {what}")


@pytest.mark.parametrize("name", ["DELL U2720Q", "LG HDR 4K", "BenQ PD2700", "EPSON PJ", "C27F390"])
def test_monitors_and_projectors_are_no_finding(name: str):
    assert look(edid("SAM", name)).outcome == "ok"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (edid()[:127] + b"\x00", "its checksum is wrong"),
        (edid(extensions=1)[:128], "its checksum is wrong"),
        (edid("@@@"), "it names no maker"),
        (edid(year=1991), "it was made in 1991"),
        (b"\x00" * 128, "is no EDID"),
    ],
)
def test_anomalies_are_a_doubt_and_no_violation(raw: bytes, said: str):
    answer = look(raw)
    assert answer.outcome == "unknown"
    assert said in answer.evidence[0]


def test_a_card_that_repeats_a_monitors_words_looks_like_the_monitor():
    """The limit: nothing in a copied EDID tells the copy."""
    assert look(edid("DEL", "DELL U2720Q")) == look(edid())
    assert look(edid()).outcome == "ok"
