"""Whether the person asked their system for less motion.

One rule: where the system does not say, the answer is None and nothing changes; whoever asks does
it off the GUI thread, because a desktop's service may take its time.
"""

import sys
from collections.abc import Callable

WITHIN_S = 2.0
"""For a desktop's answer."""

Run = Callable[[tuple[str, ...]], str | None]
"""What a command printed; None where it is not here, failed or took too long."""

PORTAL = (
    *("gdbus", "call", "--session", "--timeout", "1"),
    *("--dest", "org.freedesktop.portal.Desktop"),
    *("--object-path", "/org/freedesktop/portal/desktop"),
    *("--method", "org.freedesktop.portal.Settings.ReadOne"),
    *("org.freedesktop.appearance", "reduced-motion"),
)
"""The settings portal, one for all desktops. Only the form of its answer is tested."""
GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
KDE = ("kreadconfig6", "--group", "KDE", "--key", "AnimationDurationFactor")
"""0 is Plasma's "instant". Not run on the test machines."""


def reduced() -> bool | None:
    """Whether less motion is wished; None where the system does not say."""
    if sys.platform == "win32":
        return _read_windows()
    if sys.platform == "darwin":
        return _read_macos()
    return read_linux()


def printed(command: tuple[str, ...]) -> str | None:
    """Runs a command of the system's."""
    import subprocess

    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WITHIN_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def read_linux(run: Run = printed) -> bool | None:
    """The portal, then the desktops' own settings; one yes is enough, a no needs an answer."""
    answers = (
        parse_portal(run(PORTAL)),
        parse_flag(run(GNOME), off="false", on="true"),
        parse_factor(run(KDE)),
    )
    if any(answers):
        return True
    return False if False in answers else None


def parse_portal(text: str | None) -> bool | None:
    """`(<uint32 1>,)`: 1 is reduced, 0 no preference."""
    return parse_flag(text, off="(<uint32 1>,)", on="(<uint32 0>,)")


def parse_flag(text: str | None, *, off: str, on: str) -> bool | None:
    """True where animations are `off`, False where they are `on`, None for anything else."""
    return {off: True, on: False}.get(text or "")


def parse_factor(text: str | None) -> bool | None:
    """How long animations last, 1 as designed; 0 is none at all."""
    try:
        return float(text or "") == 0.0
    except ValueError:
        return None


if sys.platform == "win32":

    def _read_windows() -> bool | None:
        """`SPI_GETCLIENTAREAANIMATION`: the "Animation effects" switch. Not run on the test
        machines."""
        import ctypes

        animated = ctypes.c_int(1)
        get_client_area_animation = 0x1042
        asked = ctypes.windll.user32.SystemParametersInfoW(
            get_client_area_animation, 0, ctypes.byref(animated), 0
        )
        return animated.value == 0 if asked else None


def _read_macos() -> bool | None:
    """`NSWorkspace.accessibilityDisplayShouldReduceMotion`, by the Objective-C runtime. Not run on
    the test machines."""
    import ctypes
    import ctypes.util

    try:
        runtime = ctypes.CDLL(ctypes.util.find_library("objc") or "")
        ctypes.CDLL("/System/Library/Frameworks/AppKit.framework/AppKit")
        runtime.objc_getClass.restype = runtime.sel_registerName.restype = ctypes.c_void_p
        send = ctypes.cast(
            runtime.objc_msgSend,
            ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p),
        )
        ask = ctypes.cast(
            runtime.objc_msgSend,
            ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p),
        )
        workspace = send(
            runtime.objc_getClass(b"NSWorkspace"), runtime.sel_registerName(b"sharedWorkspace")
        )
        wish = runtime.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
        return bool(ask(workspace, wish))
    except (OSError, AttributeError):
        return None
