"""What the runner gives up before it serves: root, the network, our settings, and new privileges.

One rule: there is no way back, and it is tried: a runner that could become root again does not
start.
"""

import ctypes
import os
import pwd
from dataclasses import dataclass

from server.sandbox import cgroups
from server.sandbox.cgroups import Source

USER = "invigil-runner"
FALLBACK_UID = 63_721
"""Where there is no user of that name: a number that no package of Debian, Fedora or macOS takes,
and outside of systemd's dynamic users (61184-65519 are theirs on request only)."""
_NEW_NET = 0x40000000
_SUBREAPER, _NO_NEW_PRIVS = 36, 38
_KEPT = ("PATH", "LANG", "TZ", "TMPDIR")


class StaysRoot(Exception):
    """The runner would run as root; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is left."""

    uid: int
    groups: Source | None
    """Control groups for boxes."""
    own_network: bool
    """Whether the runner itself has been cut off from the network."""


def give_up(user: str = "", *, network: bool = False, root_box: bool = False) -> Given:
    """Drops to `user` (a name or a number; empty: USER, else FALLBACK_UID) if this is root.

    `network`: whether it is needed, to listen on a port. `root_box`: whether a box is made by a
    program that is root's own (isolate), which a process that may gain no rights cannot start.
    Raises StaysRoot.
    """
    uid, gid = _ids(user) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
    if uid == 0:
        raise StaysRoot(f"The runner is never root: give another user than {user!r}.")
    groups = cgroups.prepare(uid, gid)
    own_network = False
    if os.geteuid() == 0:
        own_network = not network and _libc().unshare(_NEW_NET) == 0
        os.setgroups([])
        os.setresgid(gid, gid, gid)
        os.setresuid(uid, uid, uid)
    # Orphans of boxes become ours, so that their processor time can be told.
    _libc().prctl(_SUBREAPER, 1, 0, 0, 0)
    if not root_box:
        _libc().prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    for name in set(os.environ) - set(_KEPT):
        del os.environ[name]
    _never_back()
    return Given(uid, groups, own_network)


def _ids(user: str) -> tuple[int, int]:
    if user.isdigit():
        return int(user), int(user)
    try:
        found = pwd.getpwnam(user or USER)
    except KeyError:
        if user:
            raise StaysRoot(f"There is no user {user!r}: make one, or give a number.") from None
        return FALLBACK_UID, FALLBACK_UID
    return found.pw_uid, found.pw_gid


def _never_back() -> None:
    try:
        os.setuid(0)
    except PermissionError:
        return
    raise StaysRoot("The runner could become root again: start it as an ordinary user.")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
