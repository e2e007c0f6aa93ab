"""What is asked of a language model, what it answers, and how that can fail.

Pure. One rule: an error says whether asking again may help, and keeps nothing of prompt or answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a model. There are no tools: it can only answer."""

    system: str
    """Its role and rules."""
    user: str
    """The material, with everything that candidates wrote inside of a fence."""
    schema: Mapping[str, Any]
    """JSON schema of the answer: an object, every property required, no others allowed."""
    seed: int = 0
    temperature: float = 0.0
    most_tokens: int = 1500
    """Tokens that the answer may have."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer."""

    text: str
    model: str
    """As the server names it."""
    digest: str
    """Of the weights, where the server tells; else what it calls its build, or empty."""
    prompt_tokens: int
    reply_tokens: int


class Adapter(Protocol):
    """Speaks one protocol; asks once, and raises `LlmError`."""

    def ask(self, asked: Ask, *, within_s: float) -> Reply:
        """Answers within `within_s` seconds or raises."""
        ...

    def close(self) -> None:
        """Gives the connections back."""
        ...


class LlmError(Exception):
    """No answer that may be used.

    Unreachable, TooSlow, ServerFault, RateLimited and BadReply may pass; Overflow, Refusing and
    Misconfigured do not.
    """

    code = "llm"
    retryable = False
    is_outage = False
    """Whether it says something about the server, and not about this one question."""


class Unreachable(LlmError):
    """Nobody answers at the address, or the connection broke."""

    code, retryable, is_outage = "unreachable", True, True


class TooSlow(LlmError):
    """No whole answer within the time."""

    code, retryable, is_outage = "too_slow", True, True


class ServerFault(LlmError):
    """A 5xx."""

    code, retryable, is_outage = "server_fault", True, True


class RateLimited(LlmError):
    """A 429, or no free place here."""

    code, retryable, is_outage = "rate_limited", True, False

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class BadReply(LlmError):
    """Cut, no JSON, or not by the schema."""

    code, retryable = "bad_reply", True


class Overflow(LlmError):
    """The prompt does not fit, or may have been cut: what it would answer is about something else.

    Ollama's OpenAI-compatible endpoint cuts long prompts without a word.
    """

    code = "overflow"


class Refusing(LlmError):
    """The model or its service declines to answer this."""

    code = "refused"


class Misconfigured(LlmError):
    """Wrong key, unknown model, or a request that the server does not take."""

    code = "misconfigured"


class Open(LlmError):
    """The circuit is open: nobody is asked for a while."""

    code, retryable = "circuit_open", True
