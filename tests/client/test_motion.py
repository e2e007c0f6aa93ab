"""Whether less motion is wished: what systems answer, and a real desktop's setting."""

import shutil
import subprocess
from pathlib import Path

import pytest

from client import motion


@pytest.mark.parametrize(
    ("portal", "gnome", "kde", "wished"),
    [
        ("(<uint32 1>,)", "true", None, True),
        ("(<uint32 0>,)", "true", None, False),
        ("(<uint32 0>,)", "false", None, True),
        (None, "false", None, True),
        (None, None, "0", True),
        (None, None, "0.5", False),
        (None, None, "", None),
        ("(<uint32 7>,)", "maybe", "fast", None),
        (None, None, None, None),
    ],
)
def test_one_yes_is_enough_and_silence_is_no_answer(
    portal: str | None, gnome: str | None, kde: str | None, wished: bool | None
):
    answers = {motion.PORTAL: portal, motion.GNOME: gnome, motion.KDE: kde}
    assert motion.read_linux(answers.__getitem__) is wished


def test_a_program_that_is_not_here_or_fails_says_nothing():
    assert motion.printed(("no-such-program-of-any-desktop",)) is None
    assert motion.printed(("false",)) is None


@pytest.mark.skipif(shutil.which("gsettings") is None, reason="there is no gsettings here")
@pytest.mark.parametrize(("kept", "wished"), [("false", True), ("true", False)])
def test_the_desktop_s_own_switch_is_read(
    kept: str, wished: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    schema = ("gsettings", "set", "org.gnome.desktop.interface", "enable-animations", kept)
    subprocess.run(schema, capture_output=True, check=True)
    said = motion.printed(motion.GNOME)
    assert motion.parse_flag(said, off="false", on="true") is wished
