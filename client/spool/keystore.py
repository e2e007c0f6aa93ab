"""Where the private half of a signing key lies: in the system's key store, else in a file of ours.

One rule: a store is asked and never prompts, because a window of the system's would lie under ours;
one that is locked, absent or slow is told in a sentence, and the key is kept in the file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MARK = b"invigil-key-in:"
"""Begins a key file that says where the key is, `MARK name:token`; other files are 32 raw bytes."""

EARLIER = "It was made by an earlier run."
"""Why no store has a key of which nothing else is known."""


class StoreUnusable(Exception):
    """The store does not keep or give the key; the text says why, in a sentence."""


class KeyGone(StoreUnusable):
    """The store answers, and has no such key any more."""


class Store(Protocol):
    """A key store of the system."""

    @property
    def name(self) -> str:
        """Stands in key files: lower case, no colon."""
        ...

    def keep(self, secret: bytes) -> str:
        """The token by which it is found again; raises StoreUnusable. What it keeps outlives a
        reboot."""
        ...

    def give(self, token: str) -> bytes:
        """What was kept under that token, empty for nothing; raises StoreUnusable."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a new key went."""

    content: bytes
    """Of the key file."""
    why_file: str = ""
    """Why no store has it; empty where one does."""


def keep(secret: bytes, store: Store | None) -> Kept:
    """Gives it to the store and reads it back before anybody relies on it; else it is the file's
    content itself."""
    if store is None:
        return Kept(secret, "This system has no key store that Invigil uses.")
    try:
        token = store.keep(secret)
        if store.give(token) != secret:
            return Kept(secret, "The key store gave back another key than it was given.")
    except StoreUnusable as why:
        return Kept(secret, str(why))
    return Kept(MARK + f"{store.name}:{token}".encode())


def read(content: bytes, store: Store | None) -> bytes:
    """The 32 bytes that a key file stands for.

    Raises StoreUnusable where a store has it and does not give it, KeyGone where it has it no more,
    ValueError for other content.
    """
    if len(content) == 32:
        return content
    if not content.startswith(MARK):
        raise ValueError("no key file")
    name, _, token = content.removeprefix(MARK).decode("ascii").partition(":")
    if store is None or store.name != name:
        raise StoreUnusable("The key store that has the key is not there.")
    if len(secret := store.give(token)) != 32:
        raise KeyGone("The key store has no key of this interview any more.")
    return secret


def elsewhere(path: Path) -> bool:
    """Whether a store has what this key file stands for; raises OSError."""
    return path.read_bytes().startswith(MARK)
