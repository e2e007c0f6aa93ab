"""A language model over real HTTP that asks well, and interviews to be asked in."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from server.auth.people import Person
from server.deps import Parts
from tests.server.follow_ups.desk import (
    GOOD,
    Desk,
    Made,
)
from tests.server.scoring.model_server import ModelServer, serving
from tests.server.support import Clock


@pytest.fixture
def llm() -> Iterator[ModelServer]:
    with serving(GOOD) as made:
        yield made


@pytest.fixture
def desk(client: TestClient, parts: Parts, clock: Clock, admin: Person) -> Made:
    def made(**change: object) -> Desk:
        return Desk(client, parts, clock, admin, **change)  # pyright: ignore[reportArgumentType]

    return made
