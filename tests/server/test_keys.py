"""The server's secrets: made once, private, and never half-written."""

import os
import stat
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from server.keys import BadKeys, decode, load_keys
from shared.ids import sha256_hex


def test_keys_are_made_once_and_are_for_the_owner_only(tmp_path: Path) -> None:
    first, second = load_keys(tmp_path), load_keys(tmp_path)
    assert (first.kid, first.master, first.jwt) == (second.kid, second.master, second.jwt)
    files = list((tmp_path / "keys").iterdir())
    assert sorted(file.name for file in files) == [
        *("jwt.key", "links.key", "master.key", "server.ed25519")
    ]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_processes_that_start_together_agree_on_the_keys(tmp_path: Path) -> None:
    found: list[tuple[str, bytes]] = []
    threads = [
        threading.Thread(target=lambda: found.append((load_keys(tmp_path).kid, b"")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_damaged_key_is_told_and_not_replaced(tmp_path: Path) -> None:
    load_keys(tmp_path)
    (tmp_path / "keys" / "master.key").write_bytes(b"short")
    with pytest.raises(BadKeys, match="restore a backup"):
        load_keys(tmp_path)


def test_signature_verifies_and_kid_is_the_fingerprint(tmp_path: Path) -> None:
    keys = load_keys(tmp_path)
    Ed25519PublicKey.from_public_bytes(decode(keys.public_text)).verify(
        decode(keys.sign(b"statement")), b"statement"
    )
    assert keys.kid == sha256_hex(keys.public)[:16]


def test_wrapped_key_opens_under_the_same_session_and_server_only(tmp_path: Path) -> None:
    keys, others = load_keys(tmp_path / "a"), load_keys(tmp_path / "b")
    key = os.urandom(32)
    sealed = keys.wrap(key, about="one")
    assert keys.unwrap(sealed, about="one") == key
    assert key not in sealed
    for opener, about in ((keys, "two"), (others, "one")):
        with pytest.raises(BadKeys):
            opener.unwrap(sealed, about=about)


def test_repr_shows_no_secret(tmp_path: Path) -> None:
    keys = load_keys(tmp_path)
    assert repr(keys) == f"ServerKeys(kid={keys.kid})"
