"""Ollama's own `/api/chat`.

One rule: the context is asked for by name (`num_ctx`), and an answer counts only if Ollama read as
many tokens as were sent: its default context is small, and it cuts longer prompts silently.
*Not run here*: Ollama itself; tests speak to a server that follows its protocol.
"""

from typing import Any

from server.scoring.llm import tokens
from server.scoring.llm.asking import Ask, BadReply, LlmError, Misconfigured, Overflow, Reply
from server.scoring.llm.wire import Wire

_TAGS_WITHIN_S = 10.0


class Ollama:
    """One model of one Ollama server."""

    def __init__(self, url: str, model: str, *, context_tokens: int, key: str = "") -> None:
        self._wire = Wire(url, key)
        self._model, self._context_tokens = model, context_tokens

    def ask(self, asked: Ask, *, within_s: float) -> Reply:
        """Raises `LlmError`; `Overflow` where the prompt may have been cut."""
        sent = asked.system + asked.user
        room = self._context_tokens - asked.most_tokens
        if tokens.at_most(sent) + tokens.TEMPLATE_TOKENS > room:
            raise Overflow("The prompt may not fit into llm_context_tokens.")
        body = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": asked.system},
                {"role": "user", "content": asked.user},
            ],
            "format": asked.schema,
            "think": False,
            "stream": False,
            # Newer servers refuse instead of cutting; older ones ignore both words.
            "truncate": False,
            "shift": False,
            "options": {
                "num_ctx": self._context_tokens,
                "num_predict": asked.most_tokens,
                "temperature": asked.temperature,
                "seed": asked.seed,
            },
        }
        found = self._wire.send("POST", "/api/chat", body, within_s=within_s)
        reply = self._read(found, self._digest())
        if reply.prompt_tokens > room or reply.prompt_tokens < tokens.at_least(sent):
            raise Overflow("The prompt may have been cut.")
        return reply

    def close(self) -> None:
        """Gives the connections back."""
        self._wire.close()

    def _read(self, found: dict[str, Any], digest: str) -> Reply:
        message = found.get("message")
        text = message.get("content") if isinstance(message, dict) else None
        prompt_tokens, reply_tokens = found.get("prompt_eval_count"), found.get("eval_count")
        if found.get("done") is not True or not isinstance(text, str):
            raise BadReply("The answer lacks its content.")
        if found.get("done_reason", "stop") != "stop":
            raise BadReply("The answer was cut at its longest.")
        if not isinstance(prompt_tokens, int):
            raise Overflow("It does not say how much of the prompt it read.")
        return Reply(
            text=text,
            model=str(found.get("model", self._model)),
            digest=digest,
            prompt_tokens=prompt_tokens,
            reply_tokens=reply_tokens if isinstance(reply_tokens, int) else 0,
        )

    def _digest(self) -> str:
        """Of the weights under the model's name now: `ollama pull` may change them at any time."""
        try:
            found = self._wire.send("GET", "/api/tags", within_s=_TAGS_WITHIN_S).get("models")
        except Misconfigured:
            return ""  # a proxy that lets only /api/chat through
        except LlmError as error:
            raise BadReply("It does not say which weights answered.") from error
        wanted = {self._model, f"{self._model}:latest"}
        for each in found if isinstance(found, list) else []:
            if isinstance(each, dict) and each.get("name") in wanted:
                return str(each.get("digest", ""))
        return ""
