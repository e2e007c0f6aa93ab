"""Databases for single tests: copies of one that was migrated once.

One rule: each test has its own, so that no test can see another's rows; PostgreSQL copies a
template in a few hundredths of a second.
"""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

_TEMPLATES = itertools.count(1)


class Copies:
    """Makes an empty database on the server that `server_url` names, and copies of it."""

    def __init__(self, server_url: str, *, name: str = "invigil") -> None:
        self._server_url = server_url
        self._numbers = itertools.count(1)
        self._name = f"{name}_{os.getpid()}_{next(_TEMPLATES)}"
        self._execute(f'CREATE DATABASE "{self._name}"')
        self.url = self._of(self._name)

    @contextmanager
    def copy(self) -> Iterator[str]:
        """The address of a fresh copy; everything in it is gone afterwards."""
        name = f"{self._name}_{next(self._numbers)}"
        # Files copied as they are: half the work of writing their pages to the log.
        how = f'TEMPLATE "{self._name}" STRATEGY file_copy'
        self._execute(f'CREATE DATABASE "{name}" {how}')
        try:
            yield self._of(name)
        finally:
            self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(statement)  # pyright: ignore[reportArgumentType] # names are ours

    def _of(self, name: str) -> str:
        return urlsplit(self._server_url)._replace(path=f"/{name}").geturl()
