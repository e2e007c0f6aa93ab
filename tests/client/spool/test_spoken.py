"""Prepared sound lies sealed beside the record, and opens with the start, offline too."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.spool import spoken as files
from client.spool.keys import SigningKey
from client.spool.sealing import to_base64url
from client.spool.store import Spool
from shared import spoken
from shared.session import Started
from tests.client.spool.memory_server import make_grant
from tests.client.ui.edges import PAPER

SESSION, KEY = "9" * 32, b"s" * 32
AT = "2026-11-22T15:00:00.000Z"
TEXT, SOUND = "Why?", b"an mp3"


def sealed(*, key: bytes = KEY, session: str = SESSION, plain: bytes | None = None) -> bytes:
    plain = spoken.pack({spoken.address(TEXT): SOUND}) if plain is None else plain
    return b"n" * 12 + AESGCM(key).encrypt(b"n" * 12, plain, spoken.spoken_context(session))


def start(key: bytes | None = KEY) -> Started:
    text = None if key is None else to_base64url(key)
    return Started(exam=PAPER, spoken_key=text, started_at=AT, deadline_at=AT, server_time=AT)


@pytest.fixture
def spool(tmp_path: Path):
    grant = make_grant(Ed25519PrivateKey.generate(), session=SESSION)
    with Spool.create(tmp_path / "spool", grant, SigningKey.generate()) as made:
        yield made


def test_nothing_is_heard_before_the_start_and_all_of_it_after_a_restart(spool: Spool):
    files.keep(spool, sealed())
    assert files.is_held(spool)
    assert SOUND not in (spool.folder / files.FILE_NAME).read_bytes()
    with pytest.raises(ValueError, match="no key"):
        files.sound_of(spool, TEXT)
    assert files.is_held(spool)
    spool.save_started(start())
    assert files.sound_of(spool, TEXT) == SOUND
    folder = spool.folder
    spool.close()
    with Spool.open(folder) as again:
        assert files.sound_of(again, TEXT) == SOUND


def test_a_text_that_was_not_prepared_and_a_file_that_is_not_here_are_told_apart(spool: Spool):
    spool.save_started(start())
    with pytest.raises(OSError, match=r".+"):
        files.sound_of(spool, TEXT)
    files.keep(spool, sealed())
    with pytest.raises(KeyError):
        files.sound_of(spool, "Why not?")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        sealed()[:-1],
        sealed(key=b"x" * 32),
        sealed(session="8" * 32),
        sealed(plain=b"\0\0\0\2[]more"),
    ],
)
def test_what_does_not_open_is_removed_to_be_fetched_again(spool: Spool, content: bytes):
    files.keep(spool, content)
    spool.save_started(start())
    with pytest.raises(ValueError, match="does not open"):
        files.sound_of(spool, TEXT)
    assert not files.is_held(spool)


def test_a_server_that_releases_no_key_opens_nothing(spool: Spool):
    files.keep(spool, sealed())
    spool.save_started(start(key=None))
    with pytest.raises(ValueError, match="no key"):
        files.sound_of(spool, TEXT)
