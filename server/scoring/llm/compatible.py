"""`/chat/completions` as OpenAI began it: hosted services, vLLM, llama.cpp, our Modal app.

One rule: as with Ollama, an answer counts only where the server says that it read as much as was
sent, and ended by itself. *Not run here*: the services; tests speak to a server of their own.
"""

from typing import Any

from server.scoring.llm import tokens
from server.scoring.llm.asking import Ask, BadReply, Overflow, Refusing, Reply
from server.scoring.llm.wire import Wire


class Compatible:
    """One model of one server; `url` ends where `/chat/completions` begins, mostly in `/v1`."""

    def __init__(self, url: str, model: str, *, context_tokens: int, key: str = "") -> None:
        self._wire = Wire(url, key)
        self._model, self._context_tokens = model, context_tokens

    def ask(self, asked: Ask, *, within_s: float) -> Reply:
        """Raises `LlmError`; `Overflow` where the prompt may have been cut."""
        sent = asked.system + asked.user
        if tokens.at_most(sent) + tokens.TEMPLATE_TOKENS > self._context_tokens - asked.most_tokens:
            raise Overflow("The prompt may not fit into llm_context_tokens.")
        body = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": asked.system},
                {"role": "user", "content": asked.user},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": asked.schema},
            },
            "max_completion_tokens": asked.most_tokens,
            "temperature": asked.temperature,
            "seed": asked.seed,
            "stream": False,
        }
        found = self._wire.send("POST", "/chat/completions", body, within_s=within_s)
        reply = self._read(found)
        if reply.prompt_tokens < tokens.at_least(sent):
            raise Overflow("The prompt may have been cut.")
        return reply

    def close(self) -> None:
        """Gives the connections back."""
        self._wire.close()

    def _read(self, found: dict[str, Any]) -> Reply:
        choices, usage = found.get("choices"), found.get("usage")
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = choice.get("message") if isinstance(choice, dict) else None
        if not isinstance(choice, dict) or not isinstance(message, dict):
            raise BadReply("The answer lacks its content.")
        ended = choice.get("finish_reason")
        if message.get("refusal") or ended == "content_filter":
            raise Refusing("The model declines to answer.")
        if ended != "stop":
            raise BadReply("The answer was cut at its longest.")
        text = message.get("content")
        if not isinstance(text, str):
            raise BadReply("The answer lacks its content.")
        prompt_tokens = usage.get("prompt_tokens") if isinstance(usage, dict) else None
        reply_tokens = usage.get("completion_tokens") if isinstance(usage, dict) else None
        if not isinstance(prompt_tokens, int):
            raise Overflow("It does not say how much of the prompt it read.")
        return Reply(
            text=text,
            model=str(found.get("model") or self._model),
            digest=str(found.get("system_fingerprint") or ""),
            prompt_tokens=prompt_tokens,
            reply_tokens=reply_tokens if isinstance(reply_tokens, int) else 0,
        )
