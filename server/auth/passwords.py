"""Passwords are stored as Argon2id and compared in the same time whether the account exists.

One rule: hashing is slow on purpose, so no database transaction is open while it runs.
"""

from functools import cache

from pwdlib import PasswordHash


def hash_password(password: str) -> str:
    """An Argon2id hash with its own salt."""
    return _hasher().hash(password)


def check_password(password: str, stored: str | None) -> bool:
    """Whether `password` fits; None stands for an account that is not there."""
    fits = _hasher().verify(password, stored or _nobody())
    return fits and stored is not None


@cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@cache
def _nobody() -> str:
    return hash_password("no account has this password")
