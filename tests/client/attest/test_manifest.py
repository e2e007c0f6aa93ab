"""The list of a build's files: what is in it, and what differs from it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.attest.manifest import BadManifest, Manifest, differences, parse, read_files, told
from shared.build import MAX_NAMED

ENTRY = st.tuples(st.integers(0, 2**40), st.integers(0, 3).map(lambda n: f"{n:064x}"))
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)
FILES = st.dictionaries(NAMES, ENTRY, max_size=5)


@given(FILES)
def test_a_list_is_read_back_as_it_was_written(files: dict[str, tuple[int, str]]) -> None:
    made = Manifest("0.1.0", "linux-x86_64", files)
    assert parse(made.to_bytes()) == made


@given(FILES, FILES)
def test_two_lists_of_different_files_never_have_one_digest(
    one: dict[str, tuple[int, str]], other: dict[str, tuple[int, str]]
) -> None:
    left, right = Manifest("1", "x", one), Manifest("1", "x", other)
    assert (left.digest == right.digest) == (one == other)
    assert (differences(left, other) == []) == (one == other)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"v":1}',
        b'{"files":[["a",1]],"platform":"x","v":1,"version":"1"}',
        b'{"files": [], "platform": "x", "v": 1, "version": "1"}',
        b"[" * 100_000,
        b" " * (8 * 1024 * 1024 + 1),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(BadManifest, match="list"):
        parse(raw)


def test_a_packaged_app_is_its_whole_folder_and_a_link_counts_by_where_it_leads(
    tmp_path: Path,
) -> None:
    (tmp_path / "lib" / "__pycache__").mkdir(parents=True)
    (tmp_path / "lib" / "one.so").write_bytes(b"code")
    (tmp_path / "lib" / "__pycache__" / "made.pyc").write_bytes(b"made here")
    (tmp_path / "build.json").write_bytes(b"{}")
    (tmp_path / "link").symlink_to("lib")
    before = read_files(tmp_path)
    assert sorted(before) == ["lib/one.so", "link"]
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("lib/")
    assert read_files(tmp_path)["link"] != before["link"]


def test_of_many_changed_files_some_are_named_and_all_are_counted() -> None:
    shipped = Manifest("1", "x", {f"{n:03}": (1, "a" * 64) for n in range(50)})
    build = told(shipped, "", {})
    assert (len(build.changed), build.changed_count) == (MAX_NAMED, 50)
    assert told(shipped, "", None).found is None
