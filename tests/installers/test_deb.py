"""The package is made by dpkg itself, holds the folder as it is, and is the same each time."""

import shutil
import subprocess
from pathlib import Path

import pytest

from installers import commit
from installers.linux import clean_root, deb

HERE = Path(deb.__file__).parent


def needs(program: str) -> pytest.MarkDecorator:
    """`dev.py test` installs it on Debian as root; elsewhere the test is left out."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"no {program}")


pytestmark = needs("dpkg-deb")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    app = tmp_path / "invigil"
    (app / "_internal").mkdir(parents=True)
    (app / "invigil").write_bytes(b"#!/bin/sh\necho invigil\n")
    (app / "invigil").chmod(0o755)
    (app / "_internal" / "model.bin").write_bytes(bytes(range(256)))
    return app


def listed(package: Path) -> dict[str, str]:
    """Mode and owner by name."""
    told = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True)
    rows = (line.split(maxsplit=5) for line in told.stdout.splitlines())
    return {row[5].removeprefix("."): f"{row[0]} {row[1]}" for row in rows}


def test_the_package_holds_the_app_and_what_the_system_is_told(folder: Path, tmp_path: Path):
    package = deb.build(folder, tmp_path / "out", version="1.2.3", epoch=1_700_000_000)
    files = listed(package)
    assert files["/usr/lib/invigil/invigil"] == "-rwxr-xr-x root/root"
    assert "/usr/bin/invigil -> ../lib/invigil/invigil" in files
    for name in (
        "/usr/share/applications/invigil.desktop",
        "/etc/apparmor.d/invigil",
        "/usr/share/doc/invigil/copyright",
    ):
        assert files[name] == "-rw-r--r-- root/root"
    told = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True)
    assert "Version: 1.2.3" in told.stdout
    assert "libportaudio2" in told.stdout


def test_the_same_folder_makes_the_same_package(folder: Path, tmp_path: Path):
    one = deb.build(folder, tmp_path / "one", version="1.2.3", epoch=1_700_000_000)
    two = deb.build(folder, tmp_path / "two", version="1.2.3", epoch=1_700_000_000)
    assert one.read_bytes() == two.read_bytes()


def test_a_folder_without_the_program_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pytest.raises(FileNotFoundError, match="build the app first"):
        deb.build(tmp_path, tmp_path / "out", epoch=0)
    assert deb.main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1


def test_what_has_no_time_of_its_own_asks_for_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert commit.epoch() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(commit, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(LookupError, match="set SOURCE_DATE_EPOCH"):
        commit.epoch()


@pytest.mark.parametrize("script", deb.SCRIPTS)
def test_the_packages_scripts_are_shell(script: str):
    subprocess.run(["sh", "-n", HERE / script], check=True)


@needs("shellcheck")
@pytest.mark.parametrize("script", deb.SCRIPTS)
def test_shellcheck_finds_no_fault_in_them(script: str):
    subprocess.run(["shellcheck", HERE / script], check=True)


def test_an_upgrade_and_a_removal_go_on_where_the_app_does_not_run():
    # That they are refused where it runs is tried in a clean root: installers/linux/clean_root.py.
    for script, what in (("preinst", "upgrade"), ("preinst", "install"), ("prerm", "upgrade")):
        subprocess.run(["sh", HERE / script, what, "0.1.0"], check=True)


def test_every_file_can_be_verified(folder: Path, tmp_path: Path):
    package = deb.build(folder, tmp_path / "out", version="1.2.3", epoch=0, level=1)
    subprocess.run(["dpkg-deb", "-e", package, tmp_path / "control"], check=True)
    sums = (tmp_path / "control" / "md5sums").read_text().splitlines()
    named = {line.partition("  ")[2] for line in sums}
    files = {name.lstrip("/") for name in listed(package) if not name.endswith("/")}
    assert named == {name for name in files if " -> " not in name}


def test_a_listing_tells_what_was_left_and_what_was_changed(tmp_path: Path):
    (tmp_path / "etc").mkdir()
    (tmp_path / "proc").mkdir()
    (tmp_path / "etc/a").write_text("1")
    (tmp_path / "proc/self").write_text("")
    before = clean_root.listing(tmp_path)
    assert clean_root.differences(before, clean_root.listing(tmp_path)) == []
    (tmp_path / "etc/a").write_text("2")
    (tmp_path / "etc/b").symlink_to("a")
    (tmp_path / "opt/empty").mkdir(parents=True)
    found = clean_root.differences(before, clean_root.listing(tmp_path))
    assert found == ["etc/a", "etc/b", "opt/empty/"]


def test_links_of_ours_open_the_app():
    entry = (HERE / "invigil.desktop").read_text("utf-8")
    assert "MimeType=x-scheme-handler/invigil;" in entry
    assert "Exec=invigil %u" in entry


@needs("desktop-file-validate")
def test_the_menus_entry_is_one_that_desktops_read():
    subprocess.run(["desktop-file-validate", HERE / "invigil.desktop"], check=True)


@needs("apparmor_parser")
def test_the_profile_is_one_that_apparmor_reads():
    # Without a kernel: only whether it compiles.
    subprocess.run(["apparmor_parser", "-QKT", HERE / "apparmor"], check=True, capture_output=True)
