"""A spool with its keys, and a server in memory to talk to."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.api import InterviewApi
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.session import Grant
from tests.client.spool.memory_server import MemoryServer, make_grant


@pytest.fixture
def server_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture
def signing_key() -> SigningKey:
    return SigningKey.generate()


@pytest.fixture
def grant(server_key: Ed25519PrivateKey) -> Grant:
    return make_grant(server_key)


@pytest.fixture
def spool(tmp_path: Path, grant: Grant, signing_key: SigningKey) -> Iterator[Spool]:
    with Spool.create(tmp_path / "spool", grant, signing_key) as made:
        yield made


@pytest.fixture
def server(grant: Grant, server_key: Ed25519PrivateKey, signing_key: SigningKey) -> MemoryServer:
    return MemoryServer(grant, server_key, signing_key.public)


@pytest.fixture
def api(server: MemoryServer) -> Iterator[InterviewApi]:
    made = InterviewApi("http://127.0.0.1:9", transport=httpx.MockTransport(server))
    yield made
    made.close()
