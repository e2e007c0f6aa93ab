"""Every system's form of the settings is made of one schema, is well-formed, and is up to date."""

import json
import plistlib
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest

from client.managed import INSTALLED, check, preferences
from client.settings import Settings, load
from installers import settings_files
from installers.settings_files import EXAMPLE, FOLDER, made, schema

NAMES = set(Settings.model_fields)
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def test_what_is_kept_is_what_the_settings_make():
    assert settings_files.main(["--check"]) == 0


def test_a_stale_file_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setattr(settings_files, "ROOT", tmp_path)
    monkeypatch.setattr(settings_files, "made", lambda: {tmp_path / "a" / "x": b"new"})
    assert settings_files.main(["--check"]) == 1
    assert "x: is not up to date" in capsys.readouterr().out
    assert settings_files.main([]) == 0
    assert settings_files.main(["--check"]) == 0


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="no xmllint")
@pytest.mark.parametrize(
    "name", ["invigil.admx", "en-US/invigil.adml", "properties.wxi", "invigil.mobileconfig"]
)
def test_xmllint_finds_no_fault(name: str):
    command = ["xmllint", "--noout", "--nonet", str(FOLDER / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_schema_agrees_with_the_app_about_what_fits():
    for given, fits in (
        (EXAMPLE, True),
        ({"sync_every_s": 0.05}, True),
        ({"sync_every_s": 0.01}, False),
        ({"connect_timeout_s": 0}, False),
        ({"langage": "de"}, False),
        ({"allow_http": True, "data_dir": "/srv/x"}, True),
    ):
        assert isinstance(check(json.dumps(given).encode()), dict) == fits
        validator = jsonschema.Draft202012Validator(schema())
        assert validator.is_valid(given) == fits
    assert set(schema()["properties"]) == NAMES


def test_each_group_policy_writes_its_value_and_each_word_it_names_is_there():
    admx = ET.fromstring(made()[FOLDER / "invigil.admx"])
    adml = ET.fromstring(made()[FOLDER / "en-US" / "invigil.adml"])
    words = {one.get("id") for one in adml.iter(f"{SPACE}string")}
    boxes = {one.get("id") for one in adml.iter(f"{SPACE}presentation")}
    policies = {one.get("name"): one for one in admx.iter(f"{SPACE}policy")}
    assert set(policies) == NAMES
    for name, one in policies.items():
        assert one.get("key") == r"Software\Policies\Invigil"
        assert {one.get("displayName"), one.get("explainText")} == {
            f"$(string.{name})",
            f"$(string.{name}_help)",
        }
        assert {name, f"{name}_help"} <= words
        values = [one.get("valueName")] + [e.get("valueName") for e in one.iter(f"{SPACE}text")]
        assert [value for value in values if value] == [name]
        assert (one.get("presentation") is not None) == (name in boxes)
    kinds = [child.tag.removeprefix(SPACE) for child in admx]
    assert kinds == ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]


def test_the_profile_sets_what_the_app_reads_and_grants_no_camera(tmp_path: Path):
    profile = plistlib.loads(made()[FOLDER / "invigil.mobileconfig"])
    settings, privacy = profile["PayloadContent"]
    file = tmp_path / "com.invigil.client.plist"
    file.write_bytes(plistlib.dumps(settings))
    read = preferences(file)
    assert read == EXAMPLE
    assert load({}, EXAMPLE).server_url == EXAMPLE["server_url"]
    assert set(privacy["Services"]) == {"Accessibility", "ScreenCapture"}
    numbers = [one["PayloadUUID"] for one in (profile, settings, privacy)]
    assert len(set(numbers)) == 3
    for one in (profile, settings, privacy):
        assert {"PayloadType", "PayloadVersion", "PayloadIdentifier"} <= set(one)


def test_each_setting_is_a_property_of_the_msi_in_a_component_of_its_own():
    root = ET.fromstring(made()[FOLDER / "properties.wxi"])
    publics = {f"INVIGIL_{name.upper()}" for name in NAMES}
    assert {one.get("Id") for one in root.iter("Property")} == publics
    guids = [one.get("Guid") for one in root.iter("Component")]
    assert len(set(guids)) == len(NAMES)
    for component in root.iter("Component"):
        (value,) = component.iter("RegistryValue")
        public = f"INVIGIL_{str(value.get('Name')).upper()}"
        assert (value.get("Value"), value.get("Key")) == (f"[{public}]", INSTALLED)
