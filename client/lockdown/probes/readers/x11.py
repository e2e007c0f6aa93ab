"""Windows, displays and keyboards of an X server, by a connection of our own.

One rule: whose window it is, the server says (X-Resource), not the window: properties can be
written by anybody. A window that goes away meanwhile is left out; a server that goes away closes
the connection, and the next look opens another. Each object is used by one thread.
"""

import contextlib
import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from client.lockdown.probes.displays import Display
from client.lockdown.probes.windows import Stack, Window

XWAYLAND = "on Wayland a program sees no windows but those of X11 programs"
_INPUT_ONLY, _VIEWABLE, _DEEP = 2, 2, 32
_LOCAL_PID = 2
"""X-Resource's mask for the pid of a client on this computer."""
_CONNECTED = 0
"""RandR's word for an output on which a display hangs."""
_PROPERTY_WORDS = 256
"""32-bit words read of a property: 1 kB, also of a title."""
_EDID_WORDS = 512


class Server:
    """One connection, opened when it is first needed."""

    def __init__(self, display: str | None = None) -> None:
        """`display`: such as `:0`; None: the one of the environment."""
        self._display = display
        self._conn: Any = None

    @contextlib.contextmanager
    def connection(self) -> Iterator[Any]:
        """The connection; it is closed where anything but a vanished window goes wrong."""
        xcffib = protocol()
        if self._conn is None:
            self._conn = xcffib.connect(display=self._display)
        try:
            yield self._conn
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """The next look opens another."""
        if self._conn is not None:
            self._conn.disconnect()
            self._conn = None


def protocol() -> Any:
    """xcffib with the extensions that are used here. A connection knows the protocol, and the
    events, of what was imported before it; raises ImportError where it is not there."""
    import xcffib
    import xcffib.randr
    import xcffib.res
    import xcffib.shape
    import xcffib.xinput
    import xcffib.xproto

    return xcffib


def display_named() -> bool:
    """Whether there is an X server to ask."""
    return bool(os.environ.get("DISPLAY"))


def on_wayland() -> bool:
    """Whether the desktop is Wayland, so that an X server shows only a part of it."""
    return bool(os.environ.get("WAYLAND_DISPLAY")) or os.environ.get("XDG_SESSION_TYPE") == (
        "wayland"
    )


class WindowReader:
    """The windows, the lowest first."""

    def __init__(self, server: Server, *, own: int) -> None:
        """`own`: our pid."""
        self._server = server
        self._own = own

    def __call__(self) -> Stack:
        """Raises xcffib's errors where the server cannot be asked."""
        with self._server.connection() as conn:
            return Stack(tuple(self._windows(conn)), unseen=XWAYLAND if on_wayland() else "")

    def _windows(self, conn: Any) -> Iterator[Window]:
        root = conn.get_screen_pointers()[conn.pref_screen].root
        # From the bottom to the top, as the server stacks them.
        children = list(conn.core.QueryTree(root).reply().children)
        asked = [
            (one, conn.core.GetWindowAttributes(one), conn.core.GetGeometry(one))
            for one in children
        ]
        there = []
        for window, attributes, geometry in asked:
            told, shape = _reply(attributes), _reply(geometry)
            if told is None or shape is None:
                continue
            if told.map_state == _VIEWABLE and told._class != _INPUT_ONLY:
                there.append((window, told, shape))
        inner = {window: _client(conn, window) for window, _, _ in there}
        pids = pids_of(conn, inner.values())
        for window, told, shape in there:
            client = inner[window]
            pid = pids.get(client, 0)
            edge = 2 * shape.border_width
            yield Window(
                program=program_of(pid) or _class(conn, client),
                left=shape.x,
                top=shape.y,
                width=shape.width + edge,
                height=shape.height + edge,
                title=_text(conn, client, "_NET_WM_NAME") or _text(conn, client, "WM_NAME"),
                ours=pid == self._own,
                on_top=_atom(conn, "_NET_WM_STATE_ABOVE") in _atoms(conn, client, "_NET_WM_STATE"),
                unmanaged=bool(told.override_redirect),
                see_through=shape.depth == _DEEP or _depth(conn, client) == _DEEP,
                passes_clicks=_passes_clicks(conn, window),
            )


class DisplayReader:
    """The outputs that show a part of the desktop."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def __call__(self) -> tuple[Display, ...]:
        """Raises xcffib's errors where the server cannot be asked."""
        with self._server.connection() as conn:
            import xcffib.randr

            randr = conn(xcffib.randr.key)
            root = conn.get_screen_pointers()[conn.pref_screen].root
            resources = randr.GetScreenResourcesCurrent(root).reply()
            stamp = resources.config_timestamp
            found = []
            for output in resources.outputs:
                told = _reply(randr.GetOutputInfo(output, stamp))
                if told is None or told.connection != _CONNECTED or not told.crtc:
                    continue
                crtc = _reply(randr.GetCrtcInfo(told.crtc, stamp))
                if crtc is None or not crtc.mode:
                    continue
                name = bytes(told.name).decode("latin1")
                place = (crtc.x, crtc.y, crtc.width, crtc.height)
                found.append(Display(name, *place, edid=_edid(conn, randr, output)))
            return tuple(found)


def _reply(cookie: Any) -> Any:
    """The answer; None where what was asked about has gone."""
    import xcffib

    try:
        return cookie.reply()
    except xcffib.Error:
        return None


def _client(conn: Any, window: int) -> int:
    """The program's own window within the frame that a window manager put around it."""
    level = [window]
    for _ in range(3):
        for one in level:
            if _property(conn, one, "WM_STATE"):
                return one
        asked = [conn.core.QueryTree(one) for one in level]
        level = [child for each in asked if (told := _reply(each)) for child in told.children]
    return window


def pids_of(conn: Any, windows: Iterable[int]) -> dict[int, int]:
    """Process of each window's client, as the server knows it; without those from afar."""
    import xcffib.res

    wanted = list(windows)
    resource = conn(xcffib.res.key)
    specs = [xcffib.res.ClientIdSpec.synthetic(one, _LOCAL_PID) for one in wanted]
    told = _reply(resource.QueryClientIds(len(specs), specs)) if specs else None
    if told is None:
        return {}
    # It answers with the client's base: the ids of its windows begin with it.
    mask = ~conn.setup.resource_id_mask
    by_client = {each.spec.client & mask: each.value[0] for each in told.ids if each.value}
    return {one: by_client[one & mask] for one in wanted if one & mask in by_client}


def program_of(pid: int) -> str:
    """The name of a process; empty where it has gone."""
    if not pid:
        return ""
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""


def _class(conn: Any, window: int) -> str:
    """What the window says of itself: only where the server does not know the process."""
    raw = _property(conn, window, "WM_CLASS").split(b"\0")
    return raw[1].decode("latin1") if len(raw) > 1 else ""


def _text(conn: Any, window: int, name: str) -> str:
    return _property(conn, window, name).decode("utf-8", "replace")


def _atoms(conn: Any, window: int, name: str) -> tuple[int, ...]:
    raw = _property(conn, window, name)
    return struct.unpack(f"={len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _property(conn: Any, window: int, name: str) -> bytes:
    """Its bytes; empty where there is none."""
    told = _reply(conn.core.GetProperty(False, window, _atom(conn, name), 0, 0, _PROPERTY_WORDS))
    return b"" if told is None else bytes(told.value.buf())


def _atom(conn: Any, name: str) -> int:
    """Asked once for each connection."""
    kept: dict[str, int] = conn.__dict__.setdefault("invigil_atoms", {})
    if name not in kept:
        kept[name] = conn.core.InternAtom(False, len(name), name).reply().atom
    return kept[name]


def _depth(conn: Any, window: int) -> int:
    told = _reply(conn.core.GetGeometry(window))
    return 0 if told is None else told.depth


def _passes_clicks(conn: Any, window: int) -> bool:
    """Whether no part of it takes clicks (its input shape is empty)."""
    import xcffib.shape

    shape = conn(xcffib.shape.key)
    told = _reply(shape.GetRectangles(window, xcffib.shape.SK.Input))
    return told is not None and told.rectangles_len == 0


def _edid(conn: Any, randr: Any, output: int) -> bytes | None:
    atom = _atom(conn, "EDID")
    told = _reply(randr.GetOutputProperty(output, atom, 0, 0, _EDID_WORDS, False, False))
    return bytes(told.data.buf()) if told is not None and told.num_items else None
