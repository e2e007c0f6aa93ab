"""Keys under Windows' data protection: sealed for this user, by Windows, in the key file itself.

Not run here. One rule: nothing is stored elsewhere, so the token is the sealed key, and it is
opened without any window (CRYPTPROTECT_UI_FORBIDDEN).
"""

import base64
import ctypes
import sys
from typing import Any

from client.spool.keystore import StoreUnusable

_NO_WINDOW = 1


class _Blob(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("at", ctypes.POINTER(ctypes.c_char)))


class Dpapi:
    """`CryptProtectData` of the user who is signed in."""

    name = "dpapi"

    def __init__(self, crypt: Any = None, kernel: Any = None) -> None:
        """`crypt`, `kernel`: in place of crypt32 and kernel32."""
        self._crypt, self._kernel = crypt, kernel
        if crypt is None and sys.platform == "win32":
            self._crypt, self._kernel = ctypes.windll.crypt32, ctypes.windll.kernel32

    def keep(self, secret: bytes) -> str:
        """The sealed key in base64."""
        return base64.b64encode(self._called("CryptProtectData", secret)).decode()

    def give(self, token: str) -> bytes:
        """Of another user's, or of another machine's, Windows opens none."""
        try:
            sealed = base64.b64decode(token, validate=True)
        except ValueError:
            return b""
        return self._called("CryptUnprotectData", sealed)

    def _called(self, name: str, given: bytes) -> bytes:
        if self._crypt is None:
            raise StoreUnusable("This system has no Windows data protection.")
        held = ctypes.create_string_buffer(given, len(given))
        source = _Blob(len(given), ctypes.cast(held, ctypes.POINTER(ctypes.c_char)))
        made = _Blob()
        done = getattr(self._crypt, name)(
            ctypes.byref(source), None, None, None, None, _NO_WINDOW, ctypes.byref(made)
        )
        if not done:
            raise StoreUnusable("Windows' data protection refused.")
        try:
            return ctypes.string_at(made.at, made.size)
        finally:
            self._kernel.LocalFree(made.at)
