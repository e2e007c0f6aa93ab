"""C10: a remote session at the start, and somebody who joins later, within five seconds."""

import socket
from pathlib import Path

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.readers.linux import connections, session
from client.lockdown.probes.remote import Connection, Session, judge
from client.lockdown.probes.table import Setting, probes_for
from shared.policy import Accommodations, Policy

pytestmark = pytest.mark.adversarial
HERE = Session(display=":0", remote=False, connections=())


def test_a_desktop_of_ones_own_is_ok():
    assert judge(HERE) == ok("remote")


@pytest.mark.parametrize(
    ("reached", "said"),
    [
        (Session(remote=True, connections=()), "the system says that this session is remote"),
        (Session({"SSH_CONNECTION": "a"}, connections=()), "the app was started over SSH"),
        (Session({"XRDP_SESSION": "1"}, connections=()), "this is a Remote Desktop session"),
        (Session({"SESSIONNAME": "RDP-Tcp#3"}, connections=()), "this is a Remote Desktop session"),
        (Session(display="far:10", connections=()), "the screen is another computer's"),
        (Session(display="localhost:10", connections=()), "the screen is another computer's"),
        (Session(connections=(Connection(5900, True),)), "a connection stands to VNC"),
        (Session(connections=(Connection(3389, False),)), "a connection stands to Remote Desktop"),
        (Session(connections=(Connection(6001, False),)),
         "a connection stands to an X server's own port"),
        (Session(connections=(), servers=("TeamViewer",)), "TeamViewer runs"),
    ],
)  # fmt: skip
def test_each_way_in_is_named(reached: Session, said: str):
    assert judge(reached).evidence == (said,)


@pytest.mark.parametrize(
    "local",
    [
        Connection(6000, from_here=True),
        Connection(4000, from_here=True),
        Connection(443, from_here=False),
    ],
)
def test_programs_of_this_computer_that_talk_to_each_other_are_no_finding(local: Connection):
    assert judge(Session(display=":0", connections=(local,))).outcome == "ok"
    assert judge(Session(display="/private/tmp/x:0", connections=())).outcome == "ok"


def test_where_connections_cannot_be_listed_it_is_unknown():
    assert judge(Session(display=":0")).outcome == "unknown"


def test_somebody_who_joins_later_by_vnc_is_found_in_the_next_look():
    """A real listener and a real connection, read from this machine's own /proc."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for port in range(5900, 5911):
            try:
                server.bind(("127.0.0.1", port))
                break
            except OSError:
                continue
        server.listen()
        before = session(())
        assert before.connections is not None
        ours = Connection(server.getsockname()[1], from_here=True)
        assert ours not in before.connections
        with socket.create_connection(server.getsockname()):
            assert ours in (connections(Path("/proc/net")) or ())
            assert "a connection stands to VNC" in judge(session(())).evidence
    assert ours not in (connections(Path("/proc/net")) or ())


def test_the_kernels_table_is_read_as_it_is_written(tmp_path: Path):
    head = "  sl  local_address rem_address   st\n"
    (tmp_path / "tcp").write_text(
        head + "   0: 00000000:170C 00000000:0000 0A\n"
        "   1: 0100007F:170C 0100007F:C350 01\n"
        "   2: 0A00000A:C351 0B00000A:170D 01\n"
        "   3: garbage\n"
    )
    v6 = "0000000000000000FFFF00000A00000A"
    (tmp_path / "tcp6").write_text(
        head + f"   0: {'0' * 32}:0D3D {'0' * 32}:0000 0A\n   1: {v6}:0D3D {v6}:C350 01\n"
        f"   2: {v6}:0D3D 00000000000000000000000001000000:C350 01\n"
    )
    assert connections(tmp_path) == (
        Connection(5900, from_here=True),
        Connection(3389, from_here=False),
        Connection(3389, from_here=True),
    )
    assert connections(tmp_path / "nowhere") is None


def test_looks_are_five_seconds_apart_at_most(tmp_path: Path):
    rows = probes_for(Setting(Policy(), Accommodations(), tmp_path))
    (row,) = (one for one in rows if one.name == "remote")
    assert row.every_s + row.within_s / 2 <= 5
