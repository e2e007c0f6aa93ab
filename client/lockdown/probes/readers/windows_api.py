"""The calls of Windows that `readers/windows.py` is made of, by ctypes.

One rule: each method asks and converts, and decides nothing. Not run on the test machines: written
after Microsoft's reference, and read line by line.
"""

import ctypes
from typing import Any

from client.lockdown.probes.readers.windows import Raw

GWL_EXSTYLE, SM_REMOTESESSION, DWMWA_CLOAKED = -20, 0x1000, 14
TITLE, PATH = 256, 1024
MODULES = 4096


class _Rect(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_long) for name in ("left", "top", "right", "bottom"))


class _MonitorInfo(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_ulong),
        ("monitor", _Rect),
        ("work", _Rect),
        ("flags", ctypes.c_ulong),
        ("device", ctypes.c_wchar * 32),
    )


class Calls:
    """`Api` of `readers/windows.py`."""

    def __init__(self) -> None:
        load: Any = vars(ctypes)["WinDLL"]
        self._callback: Any = vars(ctypes)["WINFUNCTYPE"]
        self._user = load("user32", use_last_error=True)
        self._kernel = load("kernel32", use_last_error=True)
        self._dwm = load("dwmapi")
        self._psapi = load("psapi", use_last_error=True)
        handle = ctypes.c_void_p
        # Handles are as wide as pointers: without their types they would be cut to 32 bits.
        self._kernel.OpenProcess.restype = handle
        self._kernel.GetCurrentProcess.restype = handle
        self._kernel.CloseHandle.argtypes = (handle,)
        for call in ("GetWindowRect", "GetWindowDisplayAffinity", "GetWindowThreadProcessId"):
            getattr(self._user, call).argtypes = (handle, ctypes.c_void_p)
        self._user.IsWindowVisible.argtypes = (handle,)
        self._user.GetWindowLongW.argtypes = (handle, ctypes.c_int)
        self._user.GetWindowTextW.argtypes = (handle, ctypes.c_wchar_p, ctypes.c_int)
        self._user.GetMonitorInfoW.argtypes = (handle, ctypes.c_void_p)
        self._dwm.DwmGetWindowAttribute.argtypes = (
            handle,
            ctypes.c_ulong,
            ctypes.c_void_p,
            ctypes.c_ulong,
        )
        self._psapi.GetModuleFileNameExW.argtypes = (
            handle,
            handle,
            ctypes.c_wchar_p,
            ctypes.c_ulong,
        )

    def windows(self) -> list[Raw]:
        """Visible top-level windows, the topmost first."""
        found: list[Raw] = []

        def one(window: int, _given: int) -> bool:
            if self._user.IsWindowVisible(window):
                found.append(self._raw(window))
            return True

        kind = self._callback(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
        if not self._user.EnumWindows(kind(one), None):
            raise OSError("EnumWindows failed")
        return found

    def program(self, pid: int) -> str:
        """Name of the executable."""
        import psutil

        try:
            return psutil.Process(pid).name()
        except psutil.Error:
            return ""

    def monitors(self) -> list[tuple[str, int, int, int, int]]:
        """Each active one; a mirrored desktop is one monitor here."""
        found: list[tuple[str, int, int, int, int]] = []

        def one(monitor: int, _dc: int, _rect: int, _given: int) -> bool:
            info = _MonitorInfo(size=ctypes.sizeof(_MonitorInfo))
            if self._user.GetMonitorInfoW(monitor, ctypes.byref(info)):
                place = info.monitor
                wide, high = place.right - place.left, place.bottom - place.top
                found.append((info.device, place.left, place.top, wide, high))
            return True

        pointer = ctypes.c_void_p
        kind = self._callback(ctypes.c_int, pointer, pointer, pointer, pointer)
        if not self._user.EnumDisplayMonitors(None, None, kind(one), None):
            raise OSError("EnumDisplayMonitors failed")
        return found

    def edids(self) -> list[bytes]:
        """Of the monitors that are plugged in now: those whose driver has a `Control` key."""
        registry = _registry()
        found: list[bytes] = []
        root = r"SYSTEM\CurrentControlSet\Enum\DISPLAY"
        for kind in _keys(registry, root):
            for place in _keys(registry, rf"{root}\{kind}"):
                key = rf"{root}\{kind}\{place}"
                if "Control" not in _keys(registry, key):
                    continue
                raw = _value(registry, rf"{key}\Device Parameters", "EDID")
                if isinstance(raw, bytes):
                    found.append(raw)
        return found

    def remote_session(self) -> bool:
        """Whether this session is a Remote Desktop one."""
        return bool(self._user.GetSystemMetrics(SM_REMOTESESSION))

    def registry(self, key: str, value: str) -> str:
        """A text or a number of HKEY_LOCAL_MACHINE."""
        found = _value(_registry(), key, value)
        return "" if found is None or isinstance(found, bytes) else str(found)

    def debugged(self) -> bool:
        """By a debugger here, or by one from another process."""
        there = ctypes.c_int(0)
        self._kernel.CheckRemoteDebuggerPresent.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        self._kernel.CheckRemoteDebuggerPresent(
            self._kernel.GetCurrentProcess(), ctypes.byref(there)
        )
        return bool(there.value or self._kernel.IsDebuggerPresent())

    def modules(self) -> list[str]:
        """Paths of the libraries in this process."""
        handles = (ctypes.c_void_p * MODULES)()
        needed = ctypes.c_ulong()
        process = ctypes.c_void_p(self._kernel.GetCurrentProcess())
        self._psapi.EnumProcessModules.argtypes = (
            ctypes.c_void_p,
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.c_void_p,
        )
        if not self._psapi.EnumProcessModules(
            process, handles, ctypes.sizeof(handles), ctypes.byref(needed)
        ):
            raise OSError("EnumProcessModules failed")
        found: list[str] = []
        for handle in handles[: min(MODULES, needed.value // ctypes.sizeof(ctypes.c_void_p))]:
            path = ctypes.create_unicode_buffer(PATH)
            if self._psapi.GetModuleFileNameExW(process, handle, path, PATH):
                found.append(path.value)
        return found

    def _raw(self, window: int) -> Raw:
        rect, pid = _Rect(), ctypes.c_ulong()
        affinity, cloaked = ctypes.c_ulong(), ctypes.c_ulong()
        title = ctypes.create_unicode_buffer(TITLE)
        self._user.GetWindowRect(window, ctypes.byref(rect))
        self._user.GetWindowThreadProcessId(window, ctypes.byref(pid))
        self._user.GetWindowTextW(window, title, TITLE)
        self._user.GetWindowDisplayAffinity(window, ctypes.byref(affinity))
        self._dwm.DwmGetWindowAttribute(
            window, DWMWA_CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked)
        )
        style = self._user.GetWindowLongW(window, GWL_EXSTYLE) & 0xFFFFFFFF
        return Raw(
            pid.value,
            title.value,
            rect.left,
            rect.top,
            rect.right,
            rect.bottom,
            style,
            affinity.value,
            bool(cloaked.value),
        )


def _registry() -> Any:
    import importlib

    return importlib.import_module("winreg")


def _keys(registry: Any, path: str) -> list[str]:
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path) as key:
            return [registry.EnumKey(key, at) for at in range(registry.QueryInfoKey(key)[0])]
    except OSError:
        return []


def _value(registry: Any, path: str, name: str) -> Any:
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path) as key:
            return registry.QueryValueEx(key, name)[0]
    except OSError:
        return None
