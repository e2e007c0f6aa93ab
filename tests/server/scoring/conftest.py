"""A language model over real HTTP, made of rules."""

from collections.abc import Iterator

import pytest

from server.scoring.llm.model import Limits, Means, Model
from server.scoring.llm.ollama import Ollama
from tests.server.scoring.model_server import MODEL, ModelServer, serving
from tests.server.scoring.scripted import honest


@pytest.fixture
def model_server() -> Iterator[ModelServer]:
    with serving(honest) as made:
        yield made


@pytest.fixture
def model(model_server: ModelServer) -> Iterator[Model]:
    adapter = Ollama(model_server.url, MODEL, context_tokens=16_384)
    made = Model(adapter, Limits(within_s=10), means=Means(sleep=lambda seconds: None))
    yield made
    made.close()
