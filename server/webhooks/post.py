"""Posts one message to an address that somebody typed in.

One rule: the address is looked up once, judged, and connected to as judged, so that a name cannot
mean another machine a moment later; redirects are answers, and everything has an end.
"""

import socket
import ssl
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore

from server.webhooks.rules import is_public

CONNECT_WITHIN_S = 5.0
WHOLE_WITHIN_S = 15.0
"""From the first packet to the last: also for who answers one byte at a time."""
READ_BYTES = 64 * 1024
"""More of an answer is not read; it says nothing to us but its status."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    status: int | None
    """HTTP status; None where nobody answered."""
    words: str
    """What went wrong, without anything that the other side wrote."""

    @property
    def taken(self) -> bool:
        """Whether it was accepted."""
        return self.status is not None and 200 <= self.status < 300


class _Private(Exception):
    """The name stands for a machine that is none of the internet's."""


def post(
    url: str, content: bytes, headers: Mapping[str, str], *, private_hosts: Collection[str]
) -> Outcome:
    """Posts JSON. `private_hosts`: names that may stand for private addresses."""
    host = (urlsplit(url).hostname or "").lower()
    backend = _Judging(time.monotonic() + WHOLE_WITHIN_S, may_be_private=host in private_hosts)
    sent = [("Host", _host_header(url)), ("Content-Type", "application/json")]
    sent += [("User-Agent", "Invigil-Webhooks"), ("Content-Length", str(len(content)))]
    sent += [*headers.items(), ("Connection", "close")]
    timeout = {"connect": CONNECT_WITHIN_S, "read": WHOLE_WITHIN_S, "write": WHOLE_WITHIN_S}
    try:
        with (
            httpcore.ConnectionPool(
                ssl_context=ssl.create_default_context(), network_backend=backend
            ) as pool,
            pool.stream(
                "POST", url, headers=sent, content=content, extensions={"timeout": timeout}
            ) as answer,
        ):
            _read_some(answer.iter_stream())
            status = answer.status
    except _Private:
        return Outcome(None, "The address is private: see INVIGIL_WEBHOOK_PRIVATE_HOSTS.")
    except socket.gaierror:
        return Outcome(None, "The name is not known.")
    except ssl.SSLError:
        return Outcome(None, "The certificate does not fit.")
    except (httpcore.TimeoutException, TimeoutError):
        return Outcome(None, "It took too long.")
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
        return Outcome(None, f"It could not be reached ({type(error).__name__}).")
    if 300 <= status < 400:
        return Outcome(status, "It points elsewhere: enter that address itself.")
    return Outcome(status, "" if 200 <= status < 300 else f"It answered {status}.")


def _read_some(content: Iterable[bytes]) -> None:
    read = 0
    for part in content:
        read += len(part)
        if read > READ_BYTES:
            return


def _host_header(url: str) -> str:
    return urlsplit(url).netloc


class _Judging(httpcore.SyncBackend):
    """Opens connections to judged addresses only."""

    def __init__(self, deadline: float, *, may_be_private: bool) -> None:
        self._deadline = deadline
        self._may_be_private = may_be_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Looks the name up itself, so that nobody looks it up again."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(item[4][0]) for item in found))
        if not self._may_be_private and not all(map(is_public, addresses)):
            raise _Private
        failed: Exception = OSError("no address")
        for address in addresses[:3]:
            try:
                opened = super().connect_tcp(address, port, timeout, local_address, socket_options)
                return _Timed(opened, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _Timed(httpcore.NetworkStream):
    """A stream with one deadline for everything."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Raises ReadTimeout at the deadline."""
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Raises WriteTimeout at the deadline."""
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        """Closes it."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The certificate is checked against the name that was typed in."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._left())
        return _Timed(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Of the stream inside."""
        return self._stream.get_extra_info(info)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left
