"""The kernel calls that a program in a box may not make, as a classic BPF program.

One rule: a call that is refused gets an ordinary error, so that a run-time that merely tries goes
on. Made by hand: 60 instructions need no library. Layout: `struct sock_filter` and
`struct seccomp_data` of linux/seccomp.h; numbers: asm/unistd_64.h and asm-generic/unistd.h.
"""

import errno
import platform
import struct
from dataclasses import dataclass

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
"""BPF_LD|W|ABS, BPF_JMP|JEQ|K, |JGE|K, |JSET|K and BPF_RET|K."""
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
"""Offsets in `struct seccomp_data`; arguments are 64 bits, low half first on both machines."""
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NEW_NAMESPACES = 0x7E020000
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: `clone` knows no others."""
_THREAD = 0x00010000
_LOCAL_SOCKETS = 1
"""AF_UNIX: run-times speak to themselves through it, and the box has a network of its own."""
_NEWEST = 452
"""Calls from this number on are younger than this list: a run-time must do without them."""
_X32 = 0x40000000


@dataclass(frozen=True, slots=True)
class Machine:
    """A kind of processor."""

    architecture: int
    """AUDIT_ARCH_* of linux/audit.h."""
    column: int
    """Its place in the table."""


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}

DENIED: dict[str, tuple[int | None, int | None]] = {
    # call: (number on x86_64, number on aarch64). Other file systems and namespaces:
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "mknod": (133, None),
    "mknodat": (259, 33),
    # Memory that no limit of a process counts:
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "mlock": (149, 228),
    "mlockall": (151, 230),
    "mlock2": (325, 284),
    # Other processes:
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    # Wide doors into the kernel:
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "fanotify_init": (300, 262),
    "modify_ldt": (154, None),
    "uselib": (134, None),
    "personality": (135, 92),
    "lookup_dcookie": (212, 18),
    "nfsservctl": (180, 42),
    # Keys, and the machine itself:
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "acct": (163, 89),
    "iopl": (172, None),
    "ioperm": (173, None),
    "syslog": (103, 116),
    "vhangup": (153, 58),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
}
CLONE, CLONE3, FORK, VFORK = (56, 220), (435, 435), (57, None), (58, None)
SOCKET, SOCKETPAIR = (41, 198), (53, 199)


def program(machine: str = "", *, forks: bool = True) -> bytes:
    """The filter's instructions in this machine's byte order, for `bwrap --seccomp FD`.

    `machine`: as `platform.machine()` says, which is taken where it is empty; raises LookupError
    for one that is not in MACHINES. `forks`: whether new processes are allowed, beside threads.
    """
    kind = MACHINES[machine or platform.machine()]
    code = [_op(_LOAD, _ARCHITECTURE), _op(_EQUAL, kind.architecture, 1, 0), _op(_RETURN, _KILL)]
    code += [_op(_LOAD, _NUMBER)]
    code += [_op(_AT_LEAST, _X32, 0, 1), _op(_RETURN, _KILL)]
    code += [_op(_AT_LEAST, _NEWEST, 0, 1), _op(_RETURN, _ERROR | errno.ENOSYS)]
    for numbers in DENIED.values():
        code += _refused(numbers[kind.column], errno.EPERM)
    # Its flags lie in memory, which a filter cannot read: libraries fall back to `clone`.
    code += _refused(CLONE3[kind.column], errno.ENOSYS)
    if not forks:
        for numbers in (FORK, VFORK):
            code += _refused(numbers[kind.column], errno.EPERM)
    for numbers in (SOCKET, SOCKETPAIR):
        code += [
            _op(_EQUAL, _number(numbers, kind), 0, 4),
            _op(_LOAD, _FIRST_ARGUMENT),
            _op(_EQUAL, _LOCAL_SOCKETS, 1, 0),
            _op(_RETURN, _ERROR | errno.EAFNOSUPPORT),
            _op(_RETURN, _ALLOW),
        ]
    code += [_op(_EQUAL, _number(CLONE, kind), 0, 6), _op(_LOAD, _FIRST_ARGUMENT)]
    code += [_op(_ANY_BIT, _NEW_NAMESPACES, 0, 1), _op(_RETURN, _ERROR | errno.EPERM)]
    code += [_op(_ANY_BIT, _THREAD, 1, 0)]
    code += [_op(_RETURN, _ALLOW if forks else _ERROR | errno.EPERM), _op(_RETURN, _ALLOW)]
    code += [_op(_RETURN, _ALLOW)]
    return b"".join(code)


def _number(numbers: tuple[int | None, int | None], kind: Machine) -> int:
    number = numbers[kind.column]
    assert number is not None
    return number


def _refused(number: int | None, error: int) -> list[bytes]:
    if number is None:
        return []
    return [_op(_EQUAL, number, 0, 1), _op(_RETURN, _ERROR | error)]


def _op(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
