"""HTTP/1.1 on one connection, for thousands of simulated machines in one process.

One rule: it costs little, because the simulator shares the processors with what it measures
(httpx takes ten times as long); it speaks what our server answers and nothing more.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from json import dumps, loads
from typing import Any

ANSWER_WITHIN_S = 30.0


class Cut(Exception):
    """No answer came: refused, broken off, too late, or the network is down."""


@dataclass
class Network:
    """What lies between the candidates and the server."""

    up: bool = True
    sent: int = 0
    """Bytes of requests."""
    received: int = 0
    """Bytes of answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, with the part of httpx's interface that `CandidateMachine` reads."""

    status_code: int
    headers: Mapping[str, str]
    """Names in lower case."""
    content: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body's JSON."""
        return loads(self.content)


@dataclass
class Connection:
    """One machine's connection; opened again whenever it is gone."""

    host: str
    port: int
    network: Network
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None)

    async def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes = b"",
        json: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Asks once. Raises Cut where no whole answer comes."""
        body = content if json is None else dumps(json).encode()
        if not self.network.up:
            self.close()
            raise Cut("the network is down")
        lines = [f"{method} {url} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        sent = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        sent |= headers or {}
        lines += [f"{name}: {value}" for name, value in sent.items()]
        message = "\r\n".join([*lines, "", ""]).encode() + body
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                reader, writer = await self._open()
                writer.write(message)
                self.network.sent += len(message)
                answer, size = await _read(reader)
        except (OSError, EOFError, ValueError, TimeoutError) as error:
            self.close()
            raise Cut(type(error).__name__) from None
        self.network.received += size
        if answer.headers.get("connection") == "close":
            self.close()
        return answer

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        # uvicorn hangs up after five silent seconds: what is over already is not written to.
        if self._streams is not None and not self._streams[0].at_eof():
            return self._streams
        self.close()
        self._streams = await asyncio.open_connection(self.host, self.port, limit=1 << 20)
        return self._streams

    def close(self) -> None:
        """Hangs up; the next request opens a new connection."""
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None


async def _read(reader: asyncio.StreamReader) -> tuple[Answer, int]:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    length = int(headers["content-length"]) if "content-length" in headers else 0
    content = await reader.readexactly(length)
    return Answer(int(first.split()[1]), headers, content), len(head) + length
