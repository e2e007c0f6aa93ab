"""The language model made of rules, over real HTTP."""

from tests.server.scoring.conftest import model, model_server

__all__ = ["model", "model_server"]
