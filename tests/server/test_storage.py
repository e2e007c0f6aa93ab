"""A blob is whole at its address or not there at all."""

import errno
import os
from pathlib import Path

import pytest

from server.storage import BlobStore, StorageFull
from shared.ids import sha256_hex

SESSION = "a" * 32


def test_what_is_put_is_found_at_its_address(tmp_path: Path):
    store = BlobStore(tmp_path)
    address = store.put(SESSION, b"content")
    assert address == sha256_hex(b"content") == store.put(SESSION, b"content")
    assert store.has(SESSION, address)
    assert store.get(SESSION, address) == b"content"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_another_interview_does_not_see_it(tmp_path: Path):
    store = BlobStore(tmp_path)
    address = store.put(SESSION, b"content")
    assert store.get("b" * 32, address) is None
    assert not store.has("b" * 32, address)


@pytest.mark.parametrize(
    ("session", "address"),
    [("../../etc", "0" * 64), (SESSION, "../passwd"), (SESSION + "\n", "0" * 64), ("", "")],
)
def test_nothing_but_ids_and_addresses_becomes_a_path(tmp_path: Path, session: str, address: str):
    with pytest.raises(ValueError, match="form"):
        BlobStore(tmp_path).get(session, address)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
):
    def full(_: int) -> None:
        raise OSError(number, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFull):
        BlobStore(tmp_path).put(SESSION, b"content")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_other_faults_of_the_disk_are_not_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="broken") as raised:
        BlobStore(tmp_path).put(SESSION, b"content")
    assert not isinstance(raised.value, StorageFull)
