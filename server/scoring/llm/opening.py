"""Which language model this server has, by its settings. One rule: none is a valid answer, and it
costs a start nothing: what speaks to one is imported where there is one."""

from server.scoring.llm.asking import Adapter
from server.scoring.llm.model import Limits, Model, Prices
from server.settings import Settings


def open_model(settings: Settings, name: str = "") -> Model | None:
    """The model, not asked anything yet; None where none is set up. `name`: another one of the same
    server."""
    if settings.llm == "off":
        return None
    adapter = _adapter(settings, name or settings.llm_model)
    prices = Prices(settings.llm_price_prompt, settings.llm_price_reply)
    return Model(adapter, Limits(settings.llm_timeout_s, settings.llm_at_once, prices))


def _adapter(settings: Settings, name: str) -> Adapter:
    from server.scoring.llm.compatible import Compatible
    from server.scoring.llm.ollama import Ollama

    kind = Ollama if settings.llm == "ollama" else Compatible
    return kind(
        settings.llm_url,
        name,
        context_tokens=settings.llm_context_tokens,
        key=settings.llm_key.get_secret_value(),
    )
