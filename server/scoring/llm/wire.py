"""One POST or GET of JSON, with one deadline for the whole of it.

One rule: whatever goes wrong on the way is an `LlmError`, and no message quotes what the other
side wrote: it may quote the candidate.
"""

import json
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from server.scoring.llm.asking import (
    BadReply,
    LlmError,
    Misconfigured,
    Overflow,
    RateLimited,
    ServerFault,
    TooSlow,
    Unreachable,
)

CONNECT_S = 5.0
MOST_BYTES = 4_000_000
"""An answer has a few thousand tokens; more is not read."""
_TOO_LONG = ("context_length_exceeded", "context length", "context window", "maximum context")
"""How servers say that a prompt does not fit: OpenAI's code, vLLM's and llama.cpp's sentences."""


class Wire:
    """A pool of connections to one server."""

    def __init__(self, url: str, key: str = "") -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # Redirects are not followed: the key and what candidates wrote go to the named server only.
        self._client = httpx.Client(base_url=url.rstrip("/"), headers=headers)

    def send(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, within_s: float
    ) -> dict[str, Any]:
        """The object that came back; raises `LlmError`."""
        until_s = time.monotonic() + within_s
        timeout = httpx.Timeout(within_s, connect=min(CONNECT_S, within_s))
        try:
            with self._client.stream(method, path, json=body, timeout=timeout) as answer:
                content = bytearray()
                for part in answer.iter_bytes():
                    content += part
                    # Each byte resets httpx's own timeout: a trickle would never end.
                    if time.monotonic() > until_s:
                        raise TooSlow("It trickled.")
                    if len(content) > MOST_BYTES:
                        raise BadReply("It answered without end.")
                headers = answer.headers
                status = answer.status_code
        except httpx.TimeoutException:
            raise TooSlow("It took too long.") from None
        except httpx.RemoteProtocolError:
            raise Unreachable("The answer was cut off.") from None
        except httpx.HTTPError as error:
            raise Unreachable(f"It cannot be reached ({type(error).__name__}).") from None
        if status != 200:
            raise _fault(status, bytes(content), headers.get("retry-after", ""))
        return _object(bytes(content))

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise BadReply("It answered something that is no JSON.") from None
    if not isinstance(found, dict):
        raise BadReply("It answered no object.")
    return found


def _fault(status: int, content: bytes, retry_after: str) -> LlmError:
    words = content[:20_000].decode("utf-8", "replace").lower()
    if status == 413 or (status in (400, 422) and any(sign in words for sign in _TOO_LONG)):
        return Overflow("The prompt is longer than the model reads.")
    if status == 429:
        return RateLimited("It asks for a pause.", retry_after_s=seconds(retry_after, time.time()))
    if status in (408, 504):
        return TooSlow(f"It answered {status}.")
    if status >= 500:
        return ServerFault(f"It answered {status}.")
    return Misconfigured(f"It answered {status}.")


def seconds(retry_after: str, now_s: float) -> float | None:
    """What a Retry-After says, from seconds or a date; None where it says nothing.

    `now_s`: Unix time.
    """
    text = retry_after.strip()
    if text.isdecimal() and text.isascii():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now_s)
    except (ValueError, TypeError):
        return None
