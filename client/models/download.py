"""One pinned file by HTTP, gone on with where an earlier try broke off.

One rule: what was received lies under its hash's name until it is whole and checked; bytes that are
not the file are thrown away, bytes that only stop early are kept for the next try.
"""

import errno
import os
import shutil
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import truststore

from client.models.errors import FetchError
from client.models.manifest import Pin
from client.models.store import file_sha256
from client.spool.lock import FileLock

Say = Callable[[str], None]

PARTS = ".parts"
"""In the folder that is fetched into."""
_STEPS = 10
_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is reached."""

    proxy: str | None = None
    """Address of a proxy; None for what the system or HTTPS_PROXY says."""
    transport: httpx.BaseTransport | None = None
    """In tests."""

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """By the system's trust store, so that an organisation's own authority counts."""
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        with httpx.Client(
            transport=self.transport,
            proxy=self.proxy,
            verify=context,
            follow_redirects=True,
            timeout=_TIMEOUT_S,
            headers={"Accept-Encoding": "identity"},  # pieces of a packed answer fit no other
        ) as http:
            yield http


def part_path(pin: Pin, folder: Path) -> Path:
    """Where the file is gathered."""
    return folder / PARTS / f"{pin.sha256[:16]}-{pin.name}"


@contextmanager
def part_of(pin: Pin, folder: Path) -> Iterator[Path]:
    """`part_path`, held against another process; gone again where it is empty."""
    path = part_path(pin, folder)
    parts = path.parent
    lock_file = path.with_name(f"{path.name}.lock")
    with _written(folder):
        parts.mkdir(parents=True, exist_ok=True)
        lock = FileLock(lock_file)
        if not lock.acquire():
            raise FetchError(f"Another process is fetching {pin.name}: wait for it.")
    try:
        yield path
    finally:
        _let_go(lock, lock_file)
        if path.exists() and not path.stat().st_size:
            path.unlink()
        with suppress(OSError):
            parts.rmdir()


def download(pin: Pin, url: str, part: Path, *, say: Say, network: Network) -> None:
    """Leaves the whole, checked file at `part`; raises FetchError with what to do."""
    if _kept(part) == pin.size and file_sha256(part) == pin.sha256:
        say(f"{pin.name} was already received")
        return
    if _kept(part) >= pin.size:
        part.unlink()
    room(part.parent, pin.size - _kept(part))
    whole = False
    while not whole and _kept(part) < pin.size:
        before = _kept(part)
        try:
            with network.client() as http:
                _receive(http, pin, url, part, say)
            whole = True
        except httpx.TransportError as error:
            # More came than before: the line broke off, and the next try goes on from there.
            if _kept(part) <= before:
                raise FetchError(why(error), retryable=True) from error
            say(f"the line broke off at {_kept(part) / 1e6:.1f} MB; going on from there")
        except httpx.HTTPError as error:
            raise FetchError(why(error), retryable=True) from error
    checked(
        pin,
        part,
        f"{pin.name} came",
        "it was thrown away. Try again; if it stays so, something on the way changes downloads.",
    )


def checked(pin: Pin, part: Path, came: str, then: str) -> None:
    """Nothing where `part` is the file; else it is removed, and FetchError says how it `came`, both
    hashes and what to do `then`."""
    found = file_sha256(part)
    if found == pin.sha256:
        return
    part.unlink()
    raise FetchError(
        f"{came} with SHA-256 {found[:12]}…, expected {pin.sha256[:12]}…: {then}",
        retryable=True,
    )


def room(folder: Path, needed: int) -> None:
    """Raises FetchError where the disk cannot hold that many bytes more."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise FetchError(
            f"{folder} has {free / 1e6:.0f} MB free, {needed / 1e6:.0f} MB are needed: free some "
            "space, or name another folder with --to."
        )


def why(error: BaseException) -> str:
    """What a failed request means and what to do about it. Pure."""
    chain: list[str] = []
    at: BaseException | None = error
    while at is not None:
        chain.append(f"{type(at).__name__} {at}")
        at = at.__cause__ or at.__context__
    told = " ".join(chain).lower()
    if "407" in told or "proxy authentication" in told:
        return (
            "The proxy wants a user and a password: --proxy http://USER:PASSWORD@HOST:PORT, or "
            "fetch from a mirror or a folder (--mirror, --from)."
        )
    if "not yet valid" in told or "expired" in told:
        return "A certificate does not fit this computer's clock: check its date, then try again."
    if "certificate" in told:
        return (
            "Nobody whom this computer trusts vouches for the server: put your organisation's "
            "certificate authority into the system's trust store."
        )
    if "proxyerror" in told:
        return "The proxy let nothing through: check its address, or use a mirror (--mirror)."
    if "timeout" in told:
        return "The network gave no answer in time. Check the connection and proxy."
    return (
        f"The network gave no file: {type(error).__name__}. Check the connection and proxy; a "
        "proxy file (PAC) is not read: name its proxy with --proxy."
    )


def written(error: OSError, what: str) -> FetchError:
    """A file that could not be written, with what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FetchError(f"The disk is full, {what} could not be written: free some space.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FetchError(f"{what} cannot be written: you have no right to. Name a folder (--to).")
    return FetchError(f"{what} cannot be written ({error.strerror}).")


def _receive(http: httpx.Client, pin: Pin, url: str, part: Path, say: Say) -> None:
    kept = _kept(part)
    headers = {"Range": f"bytes={kept}-"} if kept else {}
    with http.stream("GET", url, headers=headers) as answer:
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and kept:
            part.unlink()
            raise FetchError(f"{pin.name} cannot be gone on with there: try again.", retryable=True)
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        if goes_on and not answer.headers.get("Content-Range", "").startswith(f"bytes {kept}-"):
            raise FetchError(f"{answer.url.host} sent another part than was asked for.")
        if not goes_on and answer.status_code != httpx.codes.OK:
            raise FetchError(
                f"{answer.url.host} answered {answer.status_code}.",
                retryable=answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR,
            )
        received = kept if goes_on else 0
        step = received * _STEPS // pin.size
        say(f"downloading {pin.name} ({pin.size / 1e6:.1f} MB)")
        with _written(part), part.open("ab" if goes_on else "wb") as file:
            for piece in answer.iter_bytes():
                received += len(piece)
                if received > pin.size:
                    file.truncate(0)
                    raise FetchError(f"{pin.name} is longer than {pin.size} bytes.")
                file.write(piece)
                if received * _STEPS // pin.size > step:
                    step = received * _STEPS // pin.size
                    say(f"{pin.name}: {100 * received // pin.size} %")
            file.flush()
            os.fsync(file.fileno())


def _let_go(lock: FileLock, file: Path) -> None:
    """Removed while it is held, else another process could hold a file that is no longer there;
    Windows removes no file that is open."""
    with suppress(OSError):
        file.unlink()
    lock.release()
    if os.name == "nt":
        with suppress(OSError):
            file.unlink()


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise written(error, str(path)) from error


def _kept(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
