"""A managed file counts whole or not at all and says where it is wrong; the last good stays."""

import plistlib
from pathlib import Path

import pytest

from client import managed
from client.managed import Fault, check, read
from client.settings import load

GOOD = b'{\n "server_url": "https://jobs.example.com",\n "sync_every_s": 2\n}\n'


@pytest.mark.parametrize(
    ("raw", "line", "message", "expected"),
    [
        (b'{\n "language": "de",\n}', 3, "no JSON", "lines like"),
        (b'{\n\n "langage": "de"\n}', 3, "no setting is called 'langage'", "'language'?"),
        (b'{\n "zzz": 1\n}', 2, "no setting is called", "one of data_dir, server_url"),
        (
            b'{"language": "de",\n "sync_every_s": 0}',
            2,
            "'sync_every_s' does not fit",
            "0.05 or more",
        ),
        (b'{\n "connect_timeout_s": "soon"}', 2, "does not fit", "more than 0, 60 at most"),
        (b'{"allow_http": "perhaps"}', 1, "does not fit", "true or false"),
        (b'{"language": "de",\n\n "language": "fr"}', 3, "'language' stands twice", "once"),
        (b'["de"]', 1, "no object", "one object"),
        (b'{\n"language": "\xff"}', 2, "not UTF-8", "UTF-8"),
        (b"[" * 60_000, 0, "nested too deeply", "one object"),
        (b" " * 70_000, 0, "70000 bytes", "65536"),
        (b"", 1, "no JSON", "lines like"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_what_is_expected(
    raw: bytes, line: int, message: str, expected: str
):
    fault = check(raw)
    assert isinstance(fault, Fault)
    assert fault.line == line
    assert message in fault.message
    assert expected in fault.expected


def test_a_good_file_counts_before_the_variables_and_these_before_the_defaults(tmp_path: Path):
    file = tmp_path / "policy.json"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD)
    found = read(file, tmp_path / "kept")
    variables = {"INVIGIL_CLIENT_SYNC_EVERY_S": "9", "INVIGIL_CLIENT_LANGUAGE": "fr"}
    settings = load(variables, found.given)
    assert (settings.sync_every_s, settings.language) == (2, "fr")
    assert settings.answer_timeout_s == 30
    assert (found.fault, found.sentence()) == (None, "")


def test_the_last_good_file_goes_on_counting_until_a_broken_one_is_mended(tmp_path: Path):
    file, kept = tmp_path / "policy.json", tmp_path / "kept"
    file.write_bytes(GOOD)
    read(file, kept)
    file.write_bytes(GOOD.replace(b"2\n", b'"two"\n'))
    broken = read(file, kept)
    assert broken.last_good
    assert broken.given["sync_every_s"] == 2
    assert f"{file}, line 3" in broken.sentence()
    assert broken.sentence().endswith("Until it is mended the last settings that fitted count.")
    file.unlink()
    assert read(file, kept).given == {}


def test_a_broken_file_without_an_earlier_one_counts_for_nothing(tmp_path: Path):
    file = tmp_path / "policy.json"
    file.write_bytes(b"{")
    found = read(file, tmp_path / "kept")
    assert (found.given, found.last_good) == ({}, False)
    assert found.sentence().endswith("Until it is mended none of it counts.")


def test_a_file_that_is_tried_does_not_become_the_last_good_one(tmp_path: Path):
    file, kept = tmp_path / "policy.json", tmp_path / "kept"
    file.write_bytes(GOOD)
    assert read(file, kept, trial=True).given["sync_every_s"] == 2
    assert not (kept / managed.LAST_GOOD).exists()


def test_a_last_good_file_that_was_changed_into_nonsense_is_not_believed(tmp_path: Path):
    file, kept = tmp_path / "policy.json", tmp_path / "kept"
    file.write_bytes(GOOD)
    read(file, kept)
    (kept / managed.LAST_GOOD).write_bytes(b"{")
    file.write_bytes(b"{")
    assert read(file, kept).given == {}


def test_a_group_policy_counts_before_the_file_and_the_file_for_the_rest():
    file = managed.Managed(Path("policy.json"), {"language": "de", "sync_every_s": 2})
    above = managed.told_by(Path("HKLM"), {"language": "fr", "allow_http": 1})
    both = managed.joined(file, above)
    settings = load({}, both.given)
    assert (settings.language, settings.sync_every_s, settings.allow_http) == ("fr", 2, True)
    assert both.above == {"language", "allow_http"}
    assert managed.joined(file, managed.Managed(Path("HKLM"))) is file


def test_what_the_msi_was_given_counts_after_a_group_policy_and_where_it_is_not_empty():
    installed = {"language": "de", "server_url": "", "sync_every_s": "3"}
    both = managed.layered(installed, {"language": "fr", "allow_http": 0})
    assert both == {"language": "fr", "sync_every_s": "3", "allow_http": 0}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"langage": "de"}, "no setting is called 'langage'"),
        ({"sync_every_s": "two"}, "'sync_every_s' does not fit"),
        ({"server_url": b"\x00\x01", "sync_every_s": 0}, "'sync_every_s' does not fit"),
    ],
)
def test_a_group_policy_that_does_not_fit_is_said_and_the_file_goes_on_counting(
    values: dict[str, object], message: str
):
    above = managed.told_by(Path("HKLM"), values)
    both = managed.joined(managed.Managed(Path("f"), {"language": "de"}), above)
    assert message in both.sentence()
    assert both.sentence().startswith("HKLM:")
    assert both.given == {"language": "de"}


def test_a_profile_of_macos_is_read_and_what_is_none_is_said(tmp_path: Path):
    file = tmp_path / "com.invigil.client.plist"
    assert managed.preferences(file) == {}
    file.write_bytes(plistlib.dumps({"language": "de", "PayloadUUID": "x", "sync_every_s": 1.5}))
    assert managed.preferences(file) == {"language": "de", "sync_every_s": 1.5}
    file.write_bytes(b"<plist><dict>")
    fault = managed.preferences(file)
    assert isinstance(fault, Fault)
    assert fault.message.startswith("no property list")
    file.write_bytes(plistlib.dumps(["de"]))
    assert managed.told_by(file, managed.preferences(file)).fault == Fault(
        0, "no dictionary", "a profile of settings"
    )


def test_here_nothing_but_the_file_sets_anything(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(managed.sys, "platform", "linux")
    assert managed.system_policies().given == {}
    assert managed.place() == Path("/etc/invigil/policy.json")
