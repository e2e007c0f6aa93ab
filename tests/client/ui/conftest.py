"""The window without a screen, and the promise that no thread outlives its test."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "")
if not os.environ["QT_QPA_PLATFORM"]:
    del os.environ["QT_QPA_PLATFORM"]

import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.ui.theme import Theme
from client.ui.window import Window
from tests.client.spool.memory_server import make_grant


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Who starts a thread joins it."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + 2
    left = set(threading.enumerate()) - before
    while left and time.monotonic() < until:
        for thread in left:
            thread.join(0.05)
        left = {thread for thread in threading.enumerate() if thread not in before}
    assert not left, f"threads left: {sorted(thread.name for thread in left)}"


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    yield one_theme
    if one_theme.scale != 1.0:
        one_theme.resize(-100)


@pytest.fixture
def window(theme: Theme) -> Iterator[Window]:
    window = Window(theme)
    window.resize(1280, 800)
    window.show()
    # Its shortcuts work from when it is the active window, which on X11 its manager decides.
    QTest.qWaitForWindowActive(window)
    yield window
    window.let_close()
    window.close()
    # At once: windows that wait for their deletion are all styled again by the next theme.
    shiboken6.delete(window)


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    grant = make_grant(Ed25519PrivateKey.generate())
    with Spool.create(tmp_path / "spool", grant, SigningKey.generate()) as made:
        yield made
