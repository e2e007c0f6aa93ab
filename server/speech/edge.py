"""Microsoft Edge's voices, by the edge-tts package: no key, no promise of service.

One rule: what goes out is the line and nothing about who will hear it. *Not run here*: the
service itself; tests speak to a stand-in on this machine that follows its protocol.
"""

import asyncio
from typing import TYPE_CHECKING

from server.speech.voices import Line, VoiceAway

if TYPE_CHECKING:
    from collections.abc import Callable

_CONNECT_S, _RECEIVE_S, _WHOLE_S = 5, 15, 30


def edge_voice(proxy: str) -> "Callable[[Line], bytes]":
    """Speaks through `proxy` (http://host:port), or directly where that is empty."""

    def speak(line: Line) -> bytes:
        return asyncio.run(asyncio.wait_for(_collect(line, proxy), _WHOLE_S))

    return lambda line: _translated(speak, line)


def _translated(speak: "Callable[[Line], bytes]", line: Line) -> bytes:
    from aiohttp import ClientError
    from edge_tts.exceptions import EdgeTTSException, NoAudioReceived

    try:
        return speak(line)
    except NoAudioReceived:
        raise VoiceAway("The voice service sent no sound; it may not know this voice.") from None
    except (ClientError, EdgeTTSException):
        raise VoiceAway("The voice service did not answer as expected.") from None
    except (TimeoutError, OSError):
        raise VoiceAway("The voice service cannot be reached.") from None


async def _collect(line: Line, proxy: str) -> bytes:
    from edge_tts import Communicate

    asked = Communicate(
        line.text,
        line.voice,
        rate=f"{line.rate_percent:+d}%",
        proxy=proxy or None,
        connect_timeout=_CONNECT_S,
        receive_timeout=_RECEIVE_S,
    )
    parts: list[bytes] = []
    async for piece in asked.stream():
        parts.append(piece.get("data", b""))  # what is no sound tells where words begin
    return b"".join(parts)
