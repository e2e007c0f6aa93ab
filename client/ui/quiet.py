"""Keeps the screen on and other programs' notifications away, by the desktop's own services.

One rule: what was asked for ends with our connection to the session's bus, so nothing stays
behind; a desktop that offers no such service is no fault, and is named.
"""

import sys

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from client.awake import Allowed, name_of

TIMEOUT_MS = 1000
WHY = "An interview is running"
_ASKS: tuple[tuple[str, str, str, tuple[object, ...]], ...] = (
    (
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        ("Invigil", WHY),
    ),
    (
        "org.freedesktop.Notifications",
        "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications",
        ("invigil", WHY, {}),
    ),
)
"""Service, path, interface and arguments of its `Inhibit`."""
_LEFT = {
    "org.freedesktop.ScreenSaver": Allowed(
        "screen_saver_allowed",
        "Linux: this desktop offers no way to hold its screen saver off, or refused.",
    ),
    "org.freedesktop.Notifications": Allowed(
        "notifications_allowed",
        "Linux: this desktop offers no way to hold notifications off, or refused.",
    ),
}
_ELSEWHERE = "{system} lets no program hold notifications off; the person's own focus mode can."
"""The screen is held on there with sleep, by `client.awake`."""


_CONNECTION = "invigil-quiet"


class Quiet:
    """Asks on a connection of its own, whose end is what the services give everything back for.

    `UnInhibit` would need an unsigned number, which Python's int is not on the bus.
    """

    def __init__(self, system: str = sys.platform) -> None:
        self._system = system
        self.name = ""
        """Ours on the bus while something is held."""

    def hold(self) -> tuple[Allowed, ...]:
        """What goes on as it likes: what this system has no way for, or a service refused."""
        if self._system in ("win32", "darwin"):
            why = _ELSEWHERE.format(system=name_of(self._system))
            return (Allowed("notifications_allowed", why),)
        return tuple(_LEFT[service] for service in self._asked())

    def _asked(self) -> tuple[str, ...]:
        """The services that did not answer."""
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            return tuple(service for service, *_ in _ASKS)
        self.name = bus.baseService()
        refused: list[str] = []
        for service, path, interface, arguments in _ASKS:
            asked = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            asked.setArguments(list(arguments))
            answer = bus.call(asked, timeout=TIMEOUT_MS)
            if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
                refused.append(service)
        return tuple(refused)

    def release(self) -> None:
        """Screen saver and notifications are as before; harmless where nothing is held."""
        self.name = ""
        QDBusConnection.disconnectFromBus(_CONNECTION)
