import hashlib
from pathlib import Path

import pytest

from client.models import manifest
from client.models.errors import UnknownModelError
from client.models.pin import pin
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
  [[model.source]]
  name = "put-by-hand"
  version = "3"
  folder = "whisper"
  files = [
    {{ name = "model.bin", sha256 = "{hashlib.sha256(b"weights").hexdigest()}", size = 7 }},
    {{ name = "config.json", sha256 = "{hashlib.sha256(b"{}").hexdigest()}", size = 2 }},
  ]
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
    assert "delete it" in reason
    assert "fetch face" in reason


def test_a_wrong_file_does_not_hide_a_whole_one(tmp_path: Path) -> None:
    (tmp_path / "own.task").write_bytes(b"tampered")
    (tmp_path / "published.task").write_bytes(SECOND)
    found = store(tmp_path).find("face")
    assert found is not None
    assert found.source == "published"


def test_a_missing_model_names_the_command_that_brings_it(tmp_path: Path) -> None:
    assert "python -m client.models fetch face" in store(tmp_path).why_missing("face")


def whisper(folder: Path) -> Path:
    path = folder / "whisper"
    path.mkdir()
    (path / "model.bin").write_bytes(b"weights")
    (path / "config.json").write_bytes(b"{}")
    return path


def test_a_folder_model_needs_all_its_files(tmp_path: Path) -> None:
    assert "put whisper into" in store().why_missing("whisper")
    folder = whisper(tmp_path)
    (folder / "README.md").write_text("kept")
    found = store(tmp_path).find("whisper")
    assert found is not None
    assert (found.path, found.version, found.source) == (folder, "3", "put-by-hand")
    (folder / "config.json").unlink()
    assert "lacks config.json" in store(tmp_path).why_missing("whisper")


def test_what_is_missing_is_told_without_a_path_of_the_person(tmp_path: Path) -> None:
    assert str(Path.home()) not in store(tmp_path).why_missing("whisper")


def test_a_changed_file_in_a_folder_is_as_good_as_absent(tmp_path: Path) -> None:
    (whisper(tmp_path) / "config.json").write_bytes(b"{ }")
    assert store(tmp_path).find("whisper") is None
    assert "config.json has SHA-256" in store(tmp_path).why_missing("whisper")


def test_a_file_that_nobody_pinned_spoils_its_folder(tmp_path: Path) -> None:
    (whisper(tmp_path) / "preprocessor_config.json").write_bytes(b"{}")
    assert store(tmp_path).find("whisper") is None
    assert "preprocessor_config.json, which is not pinned" in store(tmp_path).why_missing("whisper")


def test_what_an_organisation_pins_is_preferred_and_changes_nothing_else(tmp_path: Path) -> None:
    theirs = tmp_path / "small.task"
    theirs.write_bytes(b"their own face model")
    models = manifest.parse(TEXT)
    both = manifest.joined(models, manifest.parse(pin(models[0], theirs)))
    found = Store(both, (tmp_path,)).find("face")
    assert found is not None
    assert (found.path, found.source) == (theirs, "pinned")
    assert both[1] == models[1]
    theirs.write_bytes(b"changed afterwards")
    assert Store(both, (tmp_path,)).find("face") is None


def test_a_pinned_folder_is_found_by_its_own_entry(tmp_path: Path) -> None:
    folder = whisper(tmp_path).rename(tmp_path / 'our "best" whisper')
    (folder / "vocabulary.txt").write_text("one more")
    entry = manifest.parse(pin(manifest.parse(TEXT)[1], folder))
    found = Store(entry, (tmp_path,)).find("whisper")
    assert found is not None
    assert found.path == folder


def test_the_further_manifest_is_named_by_a_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "more.toml"
    path.write_text(TEXT.replace('name = "whisper"', 'name = "parrot"'))
    monkeypatch.setenv(manifest.VARIABLE, str(path))
    store = default_store()
    assert store.model("parrot").what == "speech"
    assert store.model("face").sources[0].name == "own"


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownModelError, match="face, whisper"):
        store(tmp_path).find("nose")


def test_the_variable_comes_before_bundle_and_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert default_store().folders[0] == tmp_path


@pytest.mark.parametrize("cut", ['file = "own.task"', "size = 7", 'licence = "none"'])
def test_an_incomplete_manifest_is_refused(cut: str) -> None:
    with pytest.raises(ValueError):
        manifest.parse(TEXT.replace(cut, ""))


@pytest.mark.models
def test_the_published_file_has_the_hash_that_stands_in_the_manifest(models_folder: Path) -> None:
    found = Store(manifest.bundled(), (models_folder,)).find("face")
    assert found is not None


def test_model_that_an_organisation_makes_itself_is_asked_for_by_its_command(
    tmp_path: Path,
) -> None:
    store = Store(manifest.bundled(), (tmp_path,))
    assert store.find("speaker") is None
    assert store.why_missing("speaker").endswith(
        " make it with `python -m client.models export-speaker`."
    )


def test_a_file_that_one_source_accepts_is_not_wrong_for_another_of_the_same_name(
    tmp_path: Path,
) -> None:
    both = TEXT.replace("published.task", "own.task")
    (tmp_path / "own.task").write_bytes(SECOND)
    (candidate,) = Store(manifest.parse(both), (tmp_path,)).candidates("face")
    assert (candidate.state, candidate.detail) == ("ok", "published")
