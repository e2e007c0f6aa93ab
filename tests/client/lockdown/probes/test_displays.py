"""What displays say of themselves is read whatever it is, and judged by policy."""

from hypothesis import given
from hypothesis import strategies as st

from client.lockdown.probes.displays import Display, judge
from client.lockdown.probes.edid import parse
from client.lockdown.probes.lists import known
from tests.client.lockdown.probes.edids import edid

LISTS = known()


def test_an_edid_is_read_as_the_standard_says():
    told = parse(edid("GSM", "LG ULTRAFINE", year=2022, text="S/N 1", extensions=1))
    assert told is not None
    assert (told.manufacturer, told.name, told.year) == ("GSM", "LG ULTRAFINE", 2022)
    assert (told.width_cm, told.height_cm, told.product, told.serial) == (60, 34, 0x4162, 77)
    assert (told.texts, told.digital, told.whole) == (("S/N 1",), True, True)


def test_cut_and_changed_ones_are_not_whole():
    raw = edid(extensions=1)
    assert parse(raw[:127]) is None
    assert parse(b"\0" * 128) is None
    for broken in (raw[:128], raw[:200], raw[:20] + b"\x01" + raw[21:]):
        told = parse(broken)
        assert told is not None
        assert not told.whole


@given(st.binary(max_size=400), st.integers(0, 255))
def test_whatever_a_display_says_gives_an_answer(raw: bytes, at: int):
    whole = bytearray(edid(extensions=1))
    whole[at] ^= 0x55
    for one in (raw, bytes(whole), edid()[:8] + raw):
        assert judge((Display("DP-1", edid=one),), LISTS, note_second=True).outcome in (
            "ok",
            "unknown",
            "violation",
        )


def test_a_monitor_is_told_by_its_name():
    answer = judge((Display("DP-1", 0, 0, 100, 100, edid()),), LISTS, note_second=True)
    assert (answer.outcome, answer.evidence) == ("ok", ("DELL U2720Q",))
