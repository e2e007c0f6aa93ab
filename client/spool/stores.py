"""Which key store this system has.

One rule: none of them is imported before it is asked for, and a system that has none is no error.
"""

import sys

from client.spool.keystore import Store


def here() -> Store | None:
    """This system's key store; None where there is none that is used."""
    if sys.platform == "linux":
        from client.spool.secret_service import SecretService

        return SecretService()
    if sys.platform == "win32":
        from client.spool.dpapi import Dpapi

        return Dpapi()
    if sys.platform == "darwin":
        from client.spool.keychain import Keychain

        return Keychain()
    return None
