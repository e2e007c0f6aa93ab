"""A screen saver on the session's bus, as a desktop offers it; it prints what it is asked."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.ScreenSaver"


@ClassInfo({"D-Bus Interface": NAME})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, app: str, why: str) -> int:  # noqa: N802 - the interface's name
        print(f"inhibit {app}", flush=True)
        return 7


def main() -> int:
    app = QCoreApplication(sys.argv[:1])
    saver, bus = Saver(), QDBusConnection.sessionBus()
    slots = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, slots)
    assert bus.registerService(NAME)
    print("ready", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
