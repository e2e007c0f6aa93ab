import hashlib
from pathlib import Path

import pytest

from client.models import manifest
from client.models.errors import UnknownModelError
from client.models.store import VARIABLE, Store, default_store

GOOD, SECOND = b"our own bundle", b"the published bundle"
TEXT = f"""
[[model]]
name = "face"
what = "faces"
without = "faces are not watched"
required = true
licence = "none"
  [[model.source]]
  name = "own"
  version = "1"
  file = "own.task"
  sha256 = "{hashlib.sha256(GOOD).hexdigest()}"
  size = {len(GOOD)}
  build = "face"
  [[model.source]]
  name = "published"
  version = "2"
  file = "published.task"
  sha256 = "{hashlib.sha256(SECOND).hexdigest()}"
  size = {len(SECOND)}
  url = "https://models.example/published.task"
[[model]]
name = "whisper"
what = "speech"
without = "a person listens"
required = false
licence = "none"
folder = "whisper"
needs = ["model.bin", "config.json"]
"""


def store(*folders: Path) -> Store:
    return Store(manifest.parse(TEXT), folders)


def test_the_preferred_source_wins_wherever_it_lies(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    near.mkdir()
    far.mkdir()
    (near / "published.task").write_bytes(SECOND)
    (far / "own.task").write_bytes(GOOD)
    found = store(near, far).find("face")
    assert found is not None
    assert (found.path, found.source, found.version) == (far / "own.task", "own", "1")
    assert store(near, far).why_missing("face") == ""


def test_a_wrong_hash_is_as_good_as_absent_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "own.task").write_bytes(b"tampered")
    assert store(tmp_path).find("face") is None
    reason = store(tmp_path).why_missing("face")
    assert "own.task has SHA-256" in reason
    assert "delete that file" in reason
    assert "fetch face" in reason


def test_a_wrong_file_does_not_hide_a_whole_one(tmp_path: Path) -> None:
    (tmp_path / "own.task").write_bytes(b"tampered")
    (tmp_path / "published.task").write_bytes(SECOND)
    found = store(tmp_path).find("face")
    assert found is not None
    assert found.source == "published"


def test_a_missing_model_names_the_command_that_brings_it(tmp_path: Path) -> None:
    assert "python -m client.models fetch face" in store(tmp_path).why_missing("face")


def test_a_folder_model_needs_all_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "whisper"
    folder.mkdir()
    assert "Put a folder named whisper" in store().why_missing("whisper")
    (folder / "model.bin").write_bytes(b"weights")
    assert "lacks config.json" in store(tmp_path).why_missing("whisper")
    (folder / "config.json").write_bytes(b"{}")
    found = store(tmp_path).find("whisper")
    assert found is not None
    assert found.path == folder
    (folder / "config.json").write_bytes(b"{ }")
    changed = store(tmp_path).find("whisper")
    assert changed is not None
    assert changed.sha256 != found.sha256


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownModelError, match="face, whisper"):
        store(tmp_path).find("nose")


def test_the_variable_comes_before_bundle_and_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert default_store().folders[0] == tmp_path


@pytest.mark.parametrize("cut", ['build = "face"', 'folder = "whisper"', 'licence = "none"'])
def test_an_incomplete_manifest_is_refused(cut: str) -> None:
    with pytest.raises(ValueError):
        manifest.parse(TEXT.replace(cut, ""))


@pytest.mark.models
def test_the_published_file_has_the_hash_that_stands_in_the_manifest(models_folder: Path) -> None:
    found = Store(manifest.bundled(), (models_folder,)).find("face")
    assert found is not None
