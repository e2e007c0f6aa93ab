"""Whether somebody else sees or steers this computer from afar.

Pure. One rule: a session that is told to be remote, and a connection that stands to a remote
control's port, are noted with what they are; who it is, is not looked at: no addresses are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from client.lockdown.probes.answer import Answer, ok, unknown, violation

PORTS = {
    **dict.fromkeys(range(5900, 5911), "VNC"),
    **dict.fromkeys(range(5800, 5803), "VNC"),
    3389: "Remote Desktop",
    3350: "xrdp",
    4000: "NoMachine",
    5938: "TeamViewer",
    7070: "AnyDesk",
    21118: "RustDesk",
    **dict.fromkeys(range(6000, 6010), "an X server's own port"),
}
"""Ports of this computer at which remote control listens."""
TUNNELLED = {port for port, whose in PORTS.items() if whose in ("VNC", "Remote Desktop")}
"""Ports at which a connection from this very computer counts too: it is the end of a tunnel. At
the others local programs talk to each other."""
SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


@dataclass(frozen=True, slots=True)
class Connection:
    """One that stands, from somewhere to a port of this computer."""

    port: int
    """Ours."""
    from_here: bool
    """Whether the other end is this computer."""


@dataclass(frozen=True, slots=True)
class Session:
    """How this desktop is reached; None and empty: not told."""

    env: Mapping[str, str] = field(default_factory=dict)
    remote: bool | None = None
    """What the system says of the session (loginctl, Windows' SM_REMOTESESSION)."""
    display: str = ""
    """The X server's name, such as `:0` or `far.example.com:10`."""
    connections: tuple[Connection, ...] | None = None
    """Established ones to ports at which somebody listens; None where they cannot be listed."""
    servers: tuple[str, ...] = ()
    """Programs for remote control that run."""


def judge(session: Session) -> Answer:
    """Known to be remote, or known to be reached; not telling either is unknown."""
    found: list[str] = []
    if session.remote:
        found.append("the system says that this session is remote")
    if any(session.env.get(name) for name in SSH):
        found.append("the app was started over SSH")
    if session.env.get("XRDP_SESSION") or session.env.get("SESSIONNAME", "").startswith("RDP"):
        found.append("this is a Remote Desktop session")
    if _host(session.display) and not session.display.startswith("/"):
        found.append("the screen is another computer's")
    reached = {
        PORTS[one.port]
        for one in session.connections or ()
        if one.port in PORTS and (one.port in TUNNELLED or not one.from_here)
    }
    found += sorted(f"a connection stands to {whose}" for whose in reached)
    found += [f"{name} runs" for name in session.servers]
    if found:
        return violation("remote", *found)
    doubts = []
    if session.connections is None:
        doubts.append("connections to this computer cannot be listed")
    return unknown("remote", *doubts) if doubts else ok("remote")


def _host(display: str) -> str:
    """The computer in an X server's name; empty for this one. macOS names a socket: a path."""
    host = display.rpartition(":")[0]
    return "" if host in ("", "unix", "localhost/unix") else host
