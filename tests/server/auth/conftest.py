"""A browser of its own for each test, at an address that can have passkeys."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from server.auth.people import Person
from server.settings import Settings
from tests.server.auth.signing import HOME, Browser


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"public_url": HOME})


@pytest.fixture
def browser(app: FastAPI, client: TestClient, admin: Person) -> Browser:
    """Ada's, signed in."""
    made = Browser(app)
    made.login().raise_for_status()
    return made
