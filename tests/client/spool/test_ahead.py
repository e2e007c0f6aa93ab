"""The questions lie sealed on the machine until the start brings their key."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.spool.keys import SigningKey
from client.spool.sealing import to_base64url
from client.spool.store import Spool
from shared.session import Started
from tests.client.spool.memory_server import make_grant
from tests.client.ui.edges import EXAM_KEY, PAPER, ahead

SESSION = "9" * 32
AT = "2026-11-22T15:00:00.000Z"


def small(key: bytes | None) -> Started:
    """What the start answers to a machine that holds the sealed exam."""
    exam_key = None if key is None else to_base64url(key)
    return Started(exam=None, exam_key=exam_key, started_at=AT, deadline_at=AT, server_time=AT)


@pytest.fixture
def holding(tmp_path: Path):
    grant = make_grant(Ed25519PrivateKey.generate(), session=SESSION, ahead=ahead(SESSION))
    with Spool.create(tmp_path / "spool", grant, SigningKey.generate()) as spool:
        yield spool


def test_nothing_on_the_disk_tells_a_question_before_the_start(holding: Spool):
    for path in holding.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert all(one.prompt.encode() not in content for one in PAPER.questions)


def test_the_key_opens_them_and_a_restart_has_them_without_the_network(holding: Spool):
    assert holding.save_started(small(EXAM_KEY)).exam == PAPER
    folder = holding.folder
    holding.close()
    with Spool.open(folder) as again:
        assert again.started is not None
        assert again.started.exam == PAPER


@pytest.mark.parametrize("key", [None, b"x" * 32])
def test_without_the_right_key_nothing_is_kept(holding: Spool, key: bytes | None):
    with pytest.raises(ValueError, match="exam|key"):
        holding.save_started(small(key))
    assert holding.started is None


def test_another_interviews_exam_does_not_open(tmp_path: Path):
    grant = make_grant(Ed25519PrivateKey.generate(), session=SESSION, ahead=ahead("8" * 32))
    with (
        Spool.create(tmp_path / "spool", grant, SigningKey.generate()) as spool,
        pytest.raises(ValueError, match="does not open"),
    ):
        spool.save_started(small(EXAM_KEY))
