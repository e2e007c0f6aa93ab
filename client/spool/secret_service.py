"""Keys in the key store of a Linux desktop: org.freedesktop.secrets on the session bus.

One rule: only what lasts is used, the default collection, and only while it is unlocked; nothing
waits longer than its limit, and nothing here ever asks the person for anything.
"""

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from queue import Empty, Queue
from secrets import token_hex
from typing import Any, TypeVar

from client.spool.keystore import StoreUnusable

WITHIN_S = 3.0
"""For one answer: whoever claims an interview waits for it."""
ALL_WITHIN_S = 6.0
"""For a bus that does not even greet, which jeepney would wait for without end."""
T = TypeVar("T")
_NAME, _PATH = "org.freedesktop.secrets", "/org/freedesktop/secrets"
_SERVICE, _COLLECTION, _ITEM = (
    f"org.freedesktop.Secret.{kind}" for kind in ("Service", "Collection", "Item")
)
_NOTHING = "/"
"""The path that stands for no object, and for no prompt."""
_LABEL = "Invigil: signing key of an interview"


class SecretService:
    """GNOME Keyring, KWallet, KeePassXC or another that offers the interface."""

    name = "secret-service"

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")

    def keep(self, secret: bytes) -> str:
        """A random token, which is an attribute of the item."""
        return _within(lambda: self._keep(secret))

    def give(self, token: str) -> bytes:
        """Empty where there is no such item any more."""
        return _within(lambda: self._give(token))

    def _keep(self, secret: bytes) -> str:
        token = token_hex(16)
        with closing(_Bus(self._address)) as bus:
            (collection,) = bus.call(_PATH, _SERVICE, "ReadAlias", "s", ("default",))
            if collection == _NOTHING:
                raise StoreUnusable("The key store has no collection to keep keys in.")
            if bus.property(collection, _COLLECTION, "Locked"):
                raise StoreUnusable("The key store of this computer is locked.")
            about = {
                f"{_ITEM}.Label": ("s", _LABEL),
                f"{_ITEM}.Attributes": ("a{ss}", _about(token)),
            }
            value = (bus.session, b"", secret, "application/octet-stream")
            item, prompt = bus.call(
                collection, _COLLECTION, "CreateItem", "a{sv}(oayays)b", (about, value, False)
            )
            if item == _NOTHING or prompt != _NOTHING:
                raise StoreUnusable("The key store wants to ask before it keeps a key.")
        return token

    def _give(self, token: str) -> bytes:
        with closing(_Bus(self._address)) as bus:
            there, locked = bus.call(_PATH, _SERVICE, "SearchItems", "a{ss}", (_about(token),))
            if locked and not there:
                raise StoreUnusable("The key store of this computer is locked.")
            if not there:
                return b""
            (secret,) = bus.call(there[0], _ITEM, "GetSecret", "o", (bus.session,))
            return bytes(secret[2])


def _within(work: Callable[[], T]) -> T:
    """On a thread of its own, which is left where it hangs: it holds nothing, and ends with us."""
    came: Queue[T | Exception] = Queue(1)

    def tried() -> None:
        try:
            came.put(work())
        except Exception as error:  # the top of a thread: handed on
            came.put(error)

    threading.Thread(target=tried, name="invigil-key-store", daemon=True).start()
    try:
        outcome = came.get(timeout=ALL_WITHIN_S)
    except Empty:
        raise StoreUnusable("The key store did not answer in time.") from None
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _about(token: str) -> dict[str, str]:
    return {"application": "invigil", "key": token}


class _Bus:
    """One connection with a session of the store in it; the session ends with it."""

    def __init__(self, address: str) -> None:
        if not address:
            raise StoreUnusable("This session has no bus on which a key store could answer.")
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._connection = open_dbus_connection(bus=address)
        except Exception as error:  # a socket's, an address's or a handshake's
            raise StoreUnusable("The session's bus does not answer.") from error
        try:
            # Unencrypted: the bus is the user's own, and whoever may read it may ask the store.
            _, self.session = self.call(_PATH, _SERVICE, "OpenSession", "sv", ("plain", ("s", "")))
        except BaseException:
            self.close()
            raise

    def call(
        self, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        """The answer's body; raises StoreUnusable for errors and for none in time."""
        from jeepney import DBusAddress, MessageType, new_method_call

        where = DBusAddress(path, bus_name=_NAME, interface=interface)
        message = new_method_call(where, method, signature, body)
        try:
            answer = self._connection.send_and_get_reply(message, timeout=WITHIN_S)
        except TimeoutError:
            raise StoreUnusable("The key store did not answer in time.") from None
        except Exception as error:  # the bus went away, or said what nobody can read
            raise StoreUnusable("The key store could not be asked.") from error
        if answer.header.message_type is MessageType.error:
            raise StoreUnusable("This computer has no key store, or it refused.")
        return answer.body

    def property(self, path: str, interface: str, name: str) -> Any:
        """One property's value."""
        properties = "org.freedesktop.DBus.Properties"
        ((_, value),) = self.call(path, properties, "Get", "ss", (interface, name))
        return value

    def close(self) -> None:
        """Ends the session too."""
        self._connection.close()
