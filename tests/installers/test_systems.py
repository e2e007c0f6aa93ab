"""What is written for Windows and macOS is read by whatever of their tools runs on Linux.

That it installs there is for their own machines: .github/workflows/packages.yml.
"""

import ast
import json
import plistlib
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
import yaml

from client.managed import DOMAIN
from client.settings import Settings
from installers.commit import ROOT
from installers.windows import msi

MACOS, WINDOWS = ROOT / "installers" / "macos", ROOT / "installers" / "windows"
WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"


def needs(program: str) -> pytest.MarkDecorator:
    """`dev.py test` installs it on Debian as root; elsewhere the test is left out."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"no {program}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    app = tmp_path / "built"
    (app / "_internal" / "PySide6").mkdir(parents=True)
    (app / "invigil.exe").write_bytes(b"MZ")
    (app / "_internal" / "PySide6" / "Qt & more.dll").write_bytes(bytes(range(256)))
    (app / "_internal" / "résumé.txt").write_text("x")
    return app


@pytest.fixture(autouse=True)
def committed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def table(package: Path, name: str) -> list[list[str]]:
    command = ["msiinfo", "export", str(package), name]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in told.splitlines()[3:]]


@needs("wixl")
@needs("msiinfo")
def test_the_msi_is_per_machine_upgrades_itself_and_takes_its_settings(
    folder: Path, tmp_path: Path
):
    package = msi.build(folder, tmp_path / "out", version="1.2")
    told = dict(row for row in table(package, "Property") if len(row) == 2)
    assert (told["ALLUSERS"], told["ProductVersion"]) == ("1", "1.2.0")
    assert told["UpgradeCode"] == f"{{{msi.UPGRADE}}}"
    upgrades = table(package, "Upgrade")
    assert {row[6].strip() for row in upgrades} == {
        "WIX_UPGRADE_DETECTED",
        "WIX_DOWNGRADE_DETECTED",
    }
    rows = {(row[2], row[3]): row[4] for row in table(package, "Registry")}
    command = rows[r"Software\Classes\invigil\shell\open\command", ""]
    assert command == '"[INSTALLDIR]invigil.exe" "%1"'
    for name in Settings.model_fields:
        assert rows[r"Software\Invigil\Settings", name] == f"[INVIGIL_{name.upper()}]"
    # Every row of the registry is in a component that is removed with the package.
    components = {row[0] for row in table(package, "Component")}
    featured = {row[1] for row in table(package, "FeatureComponents")}
    assert components == featured


@needs("wixl")
@needs("msiextract")
def test_the_msi_holds_every_file_as_it_was_built(folder: Path, tmp_path: Path):
    package = msi.build(folder, tmp_path / "out")
    there = tmp_path / "there"
    subprocess.run(["msiextract", "-C", there, package], check=True, capture_output=True)
    found = {p.name: p.read_bytes() for p in there.rglob("*") if p.is_file()}
    assert found == {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_files_identifier_is_the_same_in_each_version_and_the_products_is_not(folder: Path):
    one, two = msi.source(folder, "1.0.0"), msi.source(folder, "1.0.1")
    assert [line for line in one.splitlines() if "<Component " in line] == [
        line for line in two.splitlines() if "<Component " in line
    ]
    assert one.split('Product Id="')[1][:36] != two.split('Product Id="')[1][:36]
    with pytest.raises(FileNotFoundError, match="build the app on Windows"):
        msi.source(folder / "_internal", "1")


@needs("shellcheck")
@pytest.mark.parametrize("name", ["build.sh", "uninstall.sh", "scripts/preinstall"])
def test_shellcheck_finds_no_fault(name: str):
    subprocess.run(["shellcheck", MACOS / name], check=True)


def test_macos_is_told_why_camera_and_microphone_are_asked_for_and_which_links_are_ours():
    told = json.loads((MACOS / "info.json").read_text("utf-8"))
    assert told["NSCameraUsageDescription"]
    assert told["NSMicrophoneUsageDescription"]
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["invigil"]
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert allowed["com.apple.security.device.camera"] is True
    assert allowed["com.apple.security.device.audio-input"] is True
    assert all(value is True for value in allowed.values())
    assert "com.apple.security.cs.disable-executable-page-protection" not in allowed


def test_the_icons_are_whole():
    raw = (WINDOWS / "invigil.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", raw)
    assert kind == 1
    for number in range(count):
        size, at = struct.unpack_from("<II", raw, 6 + 16 * number + 8)
        assert raw[at : at + 8] == b"\x89PNG\r\n\x1a\n"
        assert at + size <= len(raw)
    raw = (MACOS / "invigil.icns").read_bytes()
    assert raw[:4] == b"icns"
    assert struct.unpack(">I", raw[4:8])[0] == len(raw)


def test_the_build_is_python_and_names_files_that_are_there():
    text = (ROOT / "build_client.spec").read_text("utf-8")
    names = [
        node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("installers/")
        and " " not in node.value
    ]
    assert len(names) >= 5
    assert all((ROOT / name).is_file() for name in names)
    assert f'bundle_identifier="{DOMAIN}"' in text


def test_the_workflow_tries_each_systems_package_and_calls_what_is_there():
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    assert set(jobs) == {"linux", "windows", "msi", "try-msi", "macos"}
    steps = [step.get("run", "") for job in jobs.values() for step in job["steps"]]
    called = {
        word.replace("\\", "/")
        for run in steps
        for word in run.split()
        if word.startswith(("installers/", "installers\\"))
    }
    assert called
    assert all((ROOT / name).is_file() for name in called)
    for module in ("installers.linux.deb", "installers.linux.clean_root", "installers.windows.msi"):
        assert any(module in run for run in steps)
        assert (ROOT / (module.replace(".", "/") + ".py")).is_file()
