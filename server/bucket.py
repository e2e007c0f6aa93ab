"""Keeps sealed blobs in an S3 bucket, under the same names as on a disk.

One rule: what is stored is what the local store would hold, sealed already, so that the bucket's
owner reads nothing; an answer that does not come is `StorageDown`, never a lost blob.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from server.settings import Settings
from server.storage import StorageDown, StorageFull, check_form, name_of
from shared.ids import ID_PATTERN, sha256_hex

CONNECT_WITHIN = timedelta(seconds=3)
ANSWER_WITHIN = timedelta(seconds=20)
"""For the largest blob over a slow line; a request of a candidate waits as long."""
RETRIES = 2
_FULL = re.compile(
    r"status code: 507\b|<Code>[^<]*(?:quota|insufficient ?storage|storage ?full)", re.IGNORECASE
)
"""In what the service answered: elsewhere the text holds the bucket's name, a port and an address,
any of which may be spelt so."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bucket is, and as whom it is opened; empty: as the environment says."""

    url: str
    endpoint: str
    region: str
    access_key: str
    secret_key: str = field(repr=False)

    @classmethod
    def of(cls, settings: Settings) -> "Place":
        """The place that the settings name."""
        return cls(
            settings.storage_url,
            settings.s3_endpoint,
            settings.s3_region,
            settings.s3_access_key,
            settings.s3_secret_key.get_secret_value(),
        )


class BucketStore:
    """Blobs in the bucket and below the prefix of `place`; safe for several threads."""

    def __init__(self, place: Place) -> None:
        from obstore.store import S3Store

        url = urlsplit(place.url)
        asked: dict[str, Any] = {
            "region": place.region,
            "endpoint": place.endpoint,
            "access_key_id": place.access_key,
            "secret_access_key": place.secret_key,
        }
        self._store = S3Store(
            url.netloc,
            prefix=url.path.strip("/") or None,
            client_options={
                "allow_http": place.endpoint.startswith("http://"),
                "connect_timeout": CONNECT_WITHIN,
                "timeout": ANSWER_WITHIN,
            },
            retry_config={"max_retries": RETRIES, "retry_timeout": ANSWER_WITHIN},
            # What is left out comes from the environment or the machine's role.
            **{name: value for name, value in asked.items() if value},
        )

    def put(self, session: str, content: bytes) -> str:
        """Keeps `content` and returns its address; raises StorageFull, StorageDown."""
        address = sha256_hex(content)
        name = name_of(session, address)
        with _told():
            self._store.put(name, content)
        return address

    def get(self, session: str, address: str) -> bytes | None:
        """The bytes at `address`; None where nothing is kept."""
        name = name_of(session, address)
        with _told():
            try:
                return bytes(self._store.get(name).bytes())
            except FileNotFoundError:
                return None

    def has(self, session: str, address: str) -> bool:
        """Whether the blob is kept."""
        name = name_of(session, address)
        with _told():
            try:
                self._store.head(name)
            except FileNotFoundError:
                return False
        return True

    def remove(self, session: str, address: str) -> None:
        """Removes one blob; fine where it is gone already. Raises StorageDown."""
        name = name_of(session, address)
        with _told():
            try:
                self._store.delete(name)
            except FileNotFoundError:
                return

    def forget(self, session: str) -> bool:
        """Removes every blob of an interview; answers whether nothing is left."""
        check_form(session, ID_PATTERN)
        try:
            with _told():
                for names in self._names(f"{session[:2]}/{session}"):
                    self._store.delete(names)
        except (StorageDown, StorageFull):
            _log.warning("blobs of interview %s could not be removed", session)
            return False
        return True

    def each(self) -> Iterator[tuple[str, str]]:
        """Session and address of every blob; raises StorageDown."""
        with _told():
            for names in self._names(None):
                for name in names:
                    parts = name.split("/")
                    if len(parts) == 4:
                        yield parts[1], parts[3]

    def check(self) -> None:
        """Writes and removes a few bytes; raises StorageDown."""
        with _told():
            self._store.put(".probe", b"probe")
            self._store.delete(".probe")

    def clear(self) -> None:
        """Removes every blob of every interview."""
        with _told():
            for names in self._names(None):
                self._store.delete(names)

    def _names(self, prefix: str | None) -> Iterator[list[str]]:
        for batch in self._store.list(prefix, chunk_size=500):
            yield [item["path"] for item in batch]


@contextmanager
def _told() -> Iterator[None]:
    """The library's errors leave as ours. Their text may hold addresses: only kinds are passed."""
    from obstore.exceptions import BaseError

    try:
        yield
    except FileNotFoundError:
        raise
    except (BaseError, OSError, ValueError) as error:
        if _FULL.search(str(error)):
            raise StorageFull("the bucket has no room") from None
        raise StorageDown(f"the bucket does not answer: {type(error).__name__}") from None
