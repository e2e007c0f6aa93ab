"""Passwords are stored as Argon2id and compared in the same time whether the account exists.

One rule: hashing is slow on purpose, so no database transaction is open while it runs.
"""

from functools import cache

from pwdlib import PasswordHash


def hash_password(password: str) -> str:
    """An Argon2id hash with its own salt."""
    return _hasher().hash(password)


def check_password(password: str, stored: str | None) -> bool:
    """Whether `password` fits; None: there is no account, empty: it has no password."""
    fits = _hasher().verify(password, stored or _nobody())
    return fits and bool(stored)


@cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@cache
def _nobody() -> str:
    return hash_password("no account has this password")
