"""A signing key lies in the system's key store where that keeps it, and else in a file, with why.

The Secret Service is a real one where gnome-keyring is installed, on a bus of the test's own; those
of Windows and macOS are fakes of their interfaces (not run here).
"""

import ctypes
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from client.errors import KeyUnreachable, SpoolDamaged
from client.spool import keystore, secret_service, stores
from client.spool.dpapi import Dpapi
from client.spool.folder import SpoolFolder
from client.spool.keychain import Keychain
from client.spool.keys import SigningKey
from client.spool.secret_service import SecretService
from client.spool.store import Spool
from tests.client.spool.memory_server import make_grant

INVITE = "a" * 64


class Memory:
    """A key store of this process, which can be locked and can lose what it has."""

    name = "memory"

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.locked = False

    def keep(self, secret: bytes) -> str:
        self._open()
        token = str(len(self.kept))
        self.kept[token] = secret
        return token

    def give(self, token: str) -> bytes:
        self._open()
        return self.kept.get(token, b"")

    def _open(self) -> None:
        if self.locked:
            raise keystore.StoreUnusable("It is locked.")


def key_file(root: Path) -> bytes:
    (file,) = (root / "keys").iterdir()
    return file.read_bytes()


def test_a_key_in_the_store_is_in_no_file_and_always_the_same(tmp_path: Path):
    store = Memory()
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert made.in_store
    assert made.why_file == ""
    assert key_file(tmp_path) == keystore.MARK + b"memory:0"
    assert store.kept["0"] == made.private.private_bytes_raw()
    again = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert again.public == made.public


def test_a_locked_store_leaves_the_key_to_a_file_and_says_so(tmp_path: Path):
    store = Memory()
    store.locked = True
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert (made.in_store, made.why_file) == (False, "It is locked.")
    assert key_file(tmp_path) == made.private.private_bytes_raw()
    # It stays there: the claim has named it.
    store.locked = False
    assert SpoolFolder(tmp_path, store).signing_key(INVITE).public == made.public
    assert store.kept == {}


def test_a_store_that_gives_back_something_else_is_not_relied_on(tmp_path: Path):
    class Forgetful(Memory):
        def give(self, token: str) -> bytes:
            return b""

    made = SpoolFolder(tmp_path, Forgetful()).signing_key(INVITE)
    assert not made.in_store
    assert "another key" in made.why_file


def test_a_store_that_is_locked_later_is_told_in_a_sentence_and_comes_back(tmp_path: Path):
    store = Memory()
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    store.locked = True
    with pytest.raises(KeyUnreachable, match="Unlock the key store") as told:
        SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert told.value.retryable
    assert told.value.detail == "It is locked."
    store.locked = False
    assert SpoolFolder(tmp_path, store).signing_key(INVITE).public == made.public


def test_a_key_that_the_store_has_no_more_is_made_anew(tmp_path: Path):
    store = Memory()
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    store.kept.clear()
    anew = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert anew.in_store
    assert anew.public != made.public


@pytest.fixture
def spool_folder(tmp_path: Path) -> Path:
    return tmp_path / "spool"


def test_rows_are_kept_while_the_store_is_locked_and_signed_once_it_is_not(
    tmp_path: Path, spool_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    store = Memory()
    monkeypatch.setattr(stores, "here", lambda: store)
    key = SpoolFolder(tmp_path, store).signing_key(INVITE)
    Spool.create(spool_folder, make_grant(Ed25519PrivateKey.generate()), key).close()
    assert b"memory" in (spool_folder / "signing.key").read_bytes()
    store.locked = True
    with Spool.open(spool_folder) as spool:
        with pytest.raises(KeyUnreachable):
            spool.lease()
        store.locked = False
        assert spool.lease().signing_key.public == key.public


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"invigil-key-out:memory:0", b"\xff" * 40])
def test_a_file_that_is_no_key_file_is_damage(
    content: bytes, spool_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    key = SigningKey.generate()
    Spool.create(spool_folder, make_grant(Ed25519PrivateKey.generate()), key).close()
    (spool_folder / "signing.key").write_bytes(content)
    with pytest.raises(SpoolDamaged):
        Spool.open(spool_folder)


def test_a_key_of_another_systems_store_is_not_there(tmp_path: Path):
    file = tmp_path / "key"
    file.write_bytes(keystore.MARK + b"keychain:ab")
    for store in (None, Memory()):
        with pytest.raises(keystore.StoreUnusable, match="is not there"):
            SigningKey.load(file, store)


# ---- the Secret Service -------------------------------------------------------------------------


BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
"""Without the system's services, which would be started by being asked."""


@pytest.fixture
def near() -> Iterator[Path]:
    """A folder with a short name: a socket's address has 107 bytes, fewer than some `tmp_path`."""
    with tempfile.TemporaryDirectory(prefix="bus-") as name:
        yield Path(name)


@pytest.fixture
def bus(near: Path) -> Iterator[str]:
    """A session bus with nobody on it."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon (run through `python3 dev.py test`)")
    config = near / "bus.conf"
    config.write_text(BUS.format(folder=near))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


class Keyring:
    """gnome-keyring on a bus and in a home of its own."""

    def __init__(self, bus: str, home: Path) -> None:
        self._bus = bus
        self.store = SecretService({"DBUS_SESSION_BUS_ADDRESS": bus})
        self._env = os.environ | {
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self, password: bytes | None) -> None:
        """As at signing in, with the password; None: as after signing in without one."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if password is not None:
            command.append("--unlock")
        self._daemon = subprocess.Popen(
            command,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(password or b"")
        self._daemon.stdin.close()
        self._until(there=True)

    def stop(self) -> None:
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            self._until(there=False)
        self._daemon = None

    def _until(self, *, there: bool) -> None:
        """The bus knows it, or knows it no more."""
        end = time.monotonic() + 20
        with open_dbus_connection(bus=self._bus) as asking:
            question = message_bus.NameHasOwner("org.freedesktop.secrets")
            while asking.send_and_get_reply(question, timeout=5).body != (there,):
                assert time.monotonic() < end, "the key store neither came nor went"
                time.sleep(0.02)


@pytest.fixture
def keyring(bus: str, near: Path) -> Iterator[Keyring]:
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("no gnome-keyring")
    home = near / "home"
    home.mkdir(mode=0o700)
    made = Keyring(bus, home)
    yield made
    made.stop()


def test_gnome_keyring_has_the_key_over_a_restart_and_gives_it_once_unlocked(
    keyring: Keyring, tmp_path: Path
):
    keyring.start(b"password")
    root = tmp_path / "spools"
    made = SpoolFolder(root, keyring.store).signing_key(INVITE)
    assert made.why_file == ""
    assert made.private.private_bytes_raw() not in key_file(root)
    assert SpoolFolder(root, keyring.store).signing_key(INVITE).public == made.public
    keyring.stop()
    keyring.start(None)
    with pytest.raises(KeyUnreachable):
        SpoolFolder(root, keyring.store).signing_key(INVITE)
    other = SpoolFolder(tmp_path / "others", keyring.store).signing_key(INVITE)
    assert other.why_file == "The key store of this computer is locked."
    keyring.stop()
    keyring.start(b"password")
    assert SpoolFolder(root, keyring.store).signing_key(INVITE).public == made.public


def test_a_key_store_without_a_collection_is_never_asked_to_make_one(keyring: Keyring):
    """It would show a window and ask for a password."""
    keyring.start(None)
    with pytest.raises(keystore.StoreUnusable, match="no collection"):
        keyring.store.keep(b"k" * 32)


def test_a_bus_without_a_key_store_says_so(bus: str):
    store = SecretService({"DBUS_SESSION_BUS_ADDRESS": bus})
    with pytest.raises(keystore.StoreUnusable, match="no key store"):
        store.keep(b"k" * 32)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "unix:path=/no/such/socket", "tcp:host=localhost", "unix:"]
)
def test_no_bus_says_so(address: str):
    store = SecretService({"DBUS_SESSION_BUS_ADDRESS": address})
    with pytest.raises(keystore.StoreUnusable, match="bus"):
        store.keep(b"k" * 32)


def test_a_key_store_that_never_answers_is_given_up(bus: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(secret_service, "WITHIN_S", 0.2)
    with open_dbus_connection(bus=bus) as silent:
        silent.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
        store = SecretService({"DBUS_SESSION_BUS_ADDRESS": bus})
        with pytest.raises(keystore.StoreUnusable, match="in time"):
            store.keep(b"k" * 32)


def test_a_bus_that_does_not_even_greet_is_given_up(near: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(secret_service, "ALL_WITHIN_S", 0.2)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(near / "bus"))
        deaf.listen()
        store = SecretService({"DBUS_SESSION_BUS_ADDRESS": f"unix:path={near}/bus"})
        with pytest.raises(keystore.StoreUnusable, match="in time"):
            store.give("ab")


# ---- fakes of Windows and macOS -----------------------------------------------------------------


class Crypt32:
    """Seals by turning round; `refuses` as for another user."""

    def __init__(self) -> None:
        self.refuses = False
        self._held: list[Any] = []
        self.freed = 0

    def _turned(self, given: Any, made: Any) -> int:
        if self.refuses:
            return 0
        source, out = given._obj, made._obj
        held = ctypes.create_string_buffer(ctypes.string_at(source.at, source.size)[::-1])
        self._held.append(held)
        out.size, out.at = source.size, ctypes.cast(held, ctypes.POINTER(ctypes.c_char))
        return 1

    def CryptProtectData(self, given: Any, *rest: Any) -> int:  # noqa: N802
        assert rest[-2] == 1
        return self._turned(given, rest[-1])

    CryptUnprotectData = CryptProtectData

    def LocalFree(self, at: Any) -> None:  # noqa: N802
        self.freed += 1


def test_windows_data_protection_seals_into_the_file_itself(tmp_path: Path):
    crypt = Crypt32()
    store = Dpapi(crypt, crypt)
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert made.in_store
    assert key_file(tmp_path).startswith(keystore.MARK + b"dpapi:")
    assert SpoolFolder(tmp_path, store).signing_key(INVITE).public == made.public
    assert crypt.freed == 3
    crypt.refuses = True
    with pytest.raises(KeyUnreachable):
        SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert not SpoolFolder(tmp_path / "other", store).signing_key(INVITE).in_store


class Security:
    """The framework's functions for passwords, over a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Any] = {}
        self.locked = self.asks = True
        self.freed = 0

    def SecKeychainSetUserInteractionAllowed(self, allowed: bool) -> None:  # noqa: N802
        self.asks = allowed

    def SecKeychainAddGenericPassword(self, *given: Any) -> int:  # noqa: N802
        assert not self.asks
        _, _, service, _, account, size, secret, _ = given
        assert service == b"invigil"
        if self.locked:
            return -25308
        self.kept[account] = ctypes.create_string_buffer(secret, size)
        return 0

    def SecKeychainFindGenericPassword(self, *given: Any) -> int:  # noqa: N802
        assert not self.asks
        _, _, _, _, account, size, at, _ = given
        if self.locked:
            return -25308
        if account not in self.kept:
            return -25300
        size._obj.value = len(self.kept[account])
        at._obj.value = ctypes.addressof(self.kept[account])
        return 0

    def SecKeychainItemFreeContent(self, attributes: Any, at: Any) -> None:  # noqa: N802
        self.freed += 1


def test_the_keychain_of_macos_keeps_it_and_a_locked_one_refuses_without_a_window(tmp_path: Path):
    security = Security()
    store = Keychain(security)
    in_file = SpoolFolder(tmp_path / "locked", store).signing_key(INVITE)
    assert in_file.why_file == "The keychain refused to keep the key (-25308)."
    security.locked = False
    made = SpoolFolder(tmp_path, store).signing_key(INVITE)
    assert made.in_store
    assert SpoolFolder(tmp_path, store).signing_key(INVITE).public == made.public
    assert security.freed == 2
    security.kept.clear()
    assert SpoolFolder(tmp_path, store).signing_key(INVITE).public != made.public
