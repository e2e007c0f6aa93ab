"""Speech-to-text on a machine with a GPU: the Modal app, or whatever answers as it does.

One rule: the same answers and the same refusals as the local one, so nobody above can tell. Only
sound leaves, with no name. *Not run here*: Modal itself; tests speak to a server of their own.
"""

import httpx
from pydantic import TypeAdapter, ValidationError

from server.refusals import Refused
from shared.transcript import Transcript

_HEARD = TypeAdapter(Transcript)
_TIMEOUT = httpx.Timeout(120, connect=5)


class Remote:
    """`POST {url}/stt?language=…` with the sound as body and a bearer token."""

    def __init__(self, url: str, token: str, *, timeout: httpx.Timeout = _TIMEOUT) -> None:
        self._client = httpx.Client(
            base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=timeout
        )

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        """Refuses `no_speech` where it cannot be reached or says nothing sensible."""
        try:
            answer = self._client.post(
                "/stt", content=audio, params={"language": language} if language else None
            )
            answer.raise_for_status()
            heard = _HEARD.validate_json(answer.content)
        except httpx.HTTPError:
            raise Refused("no_speech", "The speech service cannot be reached.") from None
        except ValidationError:
            raise Refused("no_speech", "The speech service answered something else.") from None
        if not (heard.text or heard.reason):
            raise Refused("no_speech", "The speech service gave neither a text nor a reason.")
        return heard

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()
