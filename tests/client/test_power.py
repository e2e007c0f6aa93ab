"""What the system says of its battery, and who is low."""

from pathlib import Path

import pytest

from client.power import Power, is_low, parse_pmset, read_linux


def supply(folder: Path, name: str, **files: str) -> None:
    place = folder / name
    place.mkdir()
    for file, text in files.items():
        (place / file).write_text(text + "\n")


def test_the_emptiest_battery_of_the_machine_itself_counts(tmp_path: Path):
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="80", status="Charging")
    supply(tmp_path, "BAT1", type="Battery", capacity="12", status="Discharging")
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="3", status="Discharging")
    supply(tmp_path, "broken", type="Battery", capacity="?")
    assert read_linux(tmp_path) == Power(12, charging=False)


def test_a_machine_without_a_battery_has_none(tmp_path: Path):
    assert read_linux(tmp_path) is None
    assert read_linux(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("power", "was_low", "low"),
    [
        (None, True, False),
        (Power(10, charging=True), True, False),
        (Power(15, charging=False), False, True),
        (Power(16, charging=False), False, False),
        (Power(20, charging=False), True, True),
        (Power(21, charging=False), True, False),
    ],
)
def test_low_is_told_until_it_is_clearly_over(power: Power | None, was_low: bool, low: bool):
    assert is_low(power, was_low=was_low) is low


def test_what_macos_prints_is_read():
    text = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t42%; discharging; 2:10"
    assert parse_pmset(text) == Power(42, charging=False)
    assert parse_pmset(text.replace("Battery Power", "AC Power")) == Power(42, charging=True)
    assert parse_pmset("Now drawing from 'AC Power'") is None
