"""The clipboard: who owns it is noted, and never what is in it."""

import os
import subprocess
import sys

import pytest

from client.lockdown.probes.clipboard import Owner, Watched


def test_what_another_program_puts_there_is_noted_by_its_name():
    watched = Watched()
    assert watched.judge((Owner("clipboard", 0), Owner("selection", 0))).outcome == "ok"
    answer = watched.judge((Owner("clipboard", 7, "xclip"), Owner("selection", 8)))
    assert answer.outcome == "violation"
    assert answer.evidence == (
        "another program put something into the clipboard (xclip)",
        "another program put something into the selection (name not known)",
    )
    assert watched.judge((Owner("clipboard", 0),)).outcome == "ok"


def test_what_was_there_before_and_what_is_ours_is_no_violation():
    watched = Watched()
    assert watched.judge((Owner("clipboard", 7, "notes"),)).outcome == "ok"
    assert watched.judge((Owner("clipboard", 7, "notes"),)).outcome == "ok"
    assert watched.judge((Owner("clipboard", 9, "invigil", ours=True),)).outcome == "ok"
    assert watched.judge((Owner("clipboard", 10, "notes"),)).outcome == "violation"


def test_a_system_that_does_not_tell_is_unknown():
    assert Watched().judge(None).outcome == "unknown"


OWNING = """
import sys, xcffib, xcffib.xproto
conn = xcffib.connect()
screen = conn.get_screen_pointers()[conn.pref_screen]
window = conn.generate_id()
conn.core.CreateWindow(0, window, screen.root, 0, 0, 1, 1, 0, 1, screen.root_visual, 0, [])
atom = conn.core.InternAtom(False, 9, "CLIPBOARD").reply().atom
conn.core.SetSelectionOwner(window, atom, 0)
conn.core.GetInputFocus().reply()
sys.stdout.write("owned\\n")
sys.stdout.flush()
sys.stdin.read()
"""


@pytest.mark.display
def test_an_x_server_tells_whose_program_filled_the_clipboard():
    from client.lockdown.probes.readers.x11 import Server
    from client.lockdown.probes.readers.x11_clipboard import ClipboardReader

    server = Server()
    read, watched = ClipboardReader(server, own=os.getpid()), Watched()
    assert watched.judge(read()).outcome == "ok"
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNING], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert owner.stdin is not None
    assert owner.stdout is not None
    try:
        assert owner.stdout.readline() == b"owned\n"
        (told,) = watched.judge(read()).evidence
        assert told.startswith("another program put something into the clipboard (python")
        ours = ClipboardReader(server, own=owner.pid)
        assert Watched().judge(ours()).outcome == "ok"
        assert any(one.ours for one in ours())
    finally:
        owner.stdin.close()
        owner.wait(10)
        owner.stdout.close()
        server.close()
