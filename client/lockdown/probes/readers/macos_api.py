"""The calls of macOS that `readers/macos.py` is made of, by ctypes.

One rule: each method asks and converts, and decides nothing. What Core Graphics answers is turned
into a property list and read by the standard library. Not run on the test machines: written after
Apple's reference, and read line by line.
"""

import ctypes
import plistlib
import subprocess
from collections.abc import Mapping
from typing import Any

GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
ON_SCREEN_ONLY, NO_WINDOW, XML = 1, 0, 100
"""kCGWindowListOptionOnScreenOnly, kCGNullWindowID, kCFPropertyListXMLFormat_v1_0."""
MOST_DISPLAYS = 16
WITHIN_S = 2.0


class _Rect(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_double) for name in ("x", "y", "width", "height"))


class Calls:
    """`Api` of `readers/macos.py`."""

    def __init__(self) -> None:
        self._graphics, self._foundation = ctypes.CDLL(GRAPHICS), ctypes.CDLL(FOUNDATION)
        pointer = ctypes.c_void_p
        self._graphics.CGWindowListCopyWindowInfo.restype = pointer
        self._graphics.CGWindowListCopyWindowInfo.argtypes = (ctypes.c_uint32, ctypes.c_uint32)
        self._graphics.CGDisplayBounds.restype = _Rect
        self._foundation.CFPropertyListCreateData.restype = pointer
        self._foundation.CFPropertyListCreateData.argtypes = (
            pointer,
            pointer,
            ctypes.c_long,
            ctypes.c_ulong,
            pointer,
        )
        self._foundation.CFDataGetBytePtr.restype = pointer
        self._foundation.CFDataGetBytePtr.argtypes = (pointer,)
        self._foundation.CFDataGetLength.restype = ctypes.c_long
        self._foundation.CFDataGetLength.argtypes = (pointer,)
        self._foundation.CFRelease.argtypes = (pointer,)

    def windows(self) -> list[Mapping[str, Any]]:
        """Those on the screen, the frontmost first."""
        told = self._graphics.CGWindowListCopyWindowInfo(ON_SCREEN_ONLY, NO_WINDOW)
        if not told:
            raise OSError("CGWindowListCopyWindowInfo answered nothing")
        try:
            data = self._foundation.CFPropertyListCreateData(None, told, XML, 0, None)
        finally:
            self._foundation.CFRelease(told)
        if not data:
            raise OSError("the list of windows is no property list")
        try:
            length = self._foundation.CFDataGetLength(data)
            raw = ctypes.string_at(self._foundation.CFDataGetBytePtr(data), length)
        finally:
            self._foundation.CFRelease(data)
        return plistlib.loads(raw)

    def monitors(self) -> list[tuple[str, int, int, int, int, bool]]:
        """Each one that shows a picture, mirrors too."""
        numbers = (ctypes.c_uint32 * MOST_DISPLAYS)()
        count = ctypes.c_uint32()
        if self._graphics.CGGetOnlineDisplayList(MOST_DISPLAYS, numbers, ctypes.byref(count)):
            raise OSError("CGGetOnlineDisplayList failed")
        found: list[tuple[str, int, int, int, int, bool]] = []
        for number in numbers[: count.value]:
            place = self._graphics.CGDisplayBounds(number)
            mirrors = bool(self._graphics.CGDisplayIsInMirrorSet(number))
            sizes = (round(place.x), round(place.y), round(place.width), round(place.height))
            found.append((f"display {len(found) + 1}", *sizes, mirrors))
        return found

    def sysctl(self, name: str) -> str:
        """As `sysctl -n` prints it."""
        try:
            done = subprocess.run(
                ["/usr/sbin/sysctl", "-n", name],
                capture_output=True,
                text=True,
                timeout=WITHIN_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.strip()
