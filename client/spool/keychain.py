"""Keys in the login keychain of macOS.

Not run here. One rule: the keychain may not show a window, so a locked one refuses at once
(SecKeychainSetUserInteractionAllowed).
"""

import ctypes
import sys
from secrets import token_hex
from typing import Any

from client.spool.keystore import StoreUnusable

_SERVICE = b"invigil"
_SECURITY = "/System/Library/Frameworks/Security.framework/Security"
_NOT_FOUND = -25300
"""errSecItemNotFound"""


class Keychain:
    """The default keychain, which is unlocked by signing in."""

    name = "keychain"

    def __init__(self, security: Any = None) -> None:
        """`security`: in place of the framework."""
        self._security = security
        if security is None and sys.platform == "darwin":
            self._security = ctypes.CDLL(_SECURITY)

    def keep(self, secret: bytes) -> str:
        """A random token, which is the account's name."""
        token = token_hex(16)
        account = token.encode()
        status = self._quietly().SecKeychainAddGenericPassword(
            None, len(_SERVICE), _SERVICE, len(account), account, len(secret), secret, None
        )
        if status:
            raise StoreUnusable(f"The keychain refused to keep the key ({status}).")
        return token

    def give(self, token: str) -> bytes:
        """Empty where there is none any more."""
        security, account = self._quietly(), token.encode()
        size, at = ctypes.c_uint32(), ctypes.c_void_p()
        status = security.SecKeychainFindGenericPassword(
            *(None, len(_SERVICE), _SERVICE, len(account), account),
            *(ctypes.byref(size), ctypes.byref(at), None),
        )
        if status == _NOT_FOUND:
            return b""
        if status:
            raise StoreUnusable(f"The keychain refused to give the key ({status}).")
        try:
            return ctypes.string_at(at, size.value)
        finally:
            security.SecKeychainItemFreeContent(None, at)

    def _quietly(self) -> Any:
        if self._security is None:
            raise StoreUnusable("This system has no keychain.")
        self._security.SecKeychainSetUserInteractionAllowed(False)
        return self._security
