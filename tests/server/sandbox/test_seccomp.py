"""The filter is what the kernel's own headers say, and decides as they mean it."""

import errno
import re
import struct
from pathlib import Path

import pytest

from server.sandbox import seccomp

ALLOW, KILL = 0x7FFF0000, 0x80000000
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


def decide(code: bytes, *, number: int, argument: int = 0, architecture: int) -> int:
    """Runs the filter as the kernel does."""
    memory = struct.pack("=iIQQ", number, architecture, 0, argument).ljust(64, b"\0")
    place, accumulator = 0, 0
    instructions = list(struct.iter_unpack("=HBBI", code))
    while True:
        kind, if_true, if_false, value = instructions[place]
        place += 1
        match kind:
            case 0x20:
                accumulator = struct.unpack_from("=I", memory, value)[0]
            case 0x15:
                place += if_true if accumulator == value else if_false
            case 0x35:
                place += if_true if accumulator >= value else if_false
            case 0x45:
                place += if_true if accumulator & value else if_false
            case 0x06:
                return value


def refused(error: int) -> int:
    return 0x00050000 | error


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request) -> seccomp.Machine:
    machine = seccomp.MACHINES[request.param]
    machine_code = seccomp.program(request.param), seccomp.program(request.param, forks=False)
    return machine, *machine_code


def test_every_listed_call_is_refused_with_an_ordinary_error(machine) -> None:
    kind, code, _ = machine
    for name, numbers in seccomp.DENIED.items():
        if (number := numbers[kind.column]) is not None:
            answer = decide(code, number=number, architecture=kind.architecture)
            assert answer == refused(errno.EPERM), name


def test_only_local_sockets_can_be_made(machine) -> None:
    kind, code, _ = machine
    for call in (seccomp.SOCKET, seccomp.SOCKETPAIR):
        for family, answer in [(1, ALLOW)] + [
            (n, refused(errno.EAFNOSUPPORT)) for n in (2, 10, 16, 17, 40)
        ]:
            said = decide(
                code, number=call[kind.column], argument=family, architecture=kind.architecture
            )
            assert said == answer


def test_processes_and_threads_but_no_namespaces(machine) -> None:
    kind, code, alone = machine
    fork, thread, user_namespace = 0x11, 0x003D0F00, 0x10000011

    def ask(which: bytes, flags: int) -> int:
        number = seccomp.CLONE[kind.column]
        return decide(which, number=number, argument=flags, architecture=kind.architecture)

    assert [ask(code, flags) for flags in (fork, thread)] == [ALLOW, ALLOW]
    assert [ask(alone, flags) for flags in (fork, thread)] == [refused(errno.EPERM), ALLOW]
    for namespace in (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        assert ask(code, fork | namespace) == refused(errno.EPERM)
    assert ask(alone, user_namespace) == refused(errno.EPERM)
    clone3 = seccomp.CLONE3[kind.column]
    assert decide(code, number=clone3, architecture=kind.architecture) == refused(errno.ENOSYS)


def test_calls_of_another_machine_kill_and_calls_of_tomorrow_are_unknown(machine) -> None:
    kind, code, _ = machine
    assert decide(code, number=1, architecture=0x40000003) == KILL
    assert decide(code, number=0x40000000 + 1, architecture=kind.architecture) == KILL
    assert decide(code, number=470, architecture=kind.architecture) == refused(errno.ENOSYS)
    for ordinary in (63, 64 if kind.column else 0):
        assert decide(code, number=ordinary, argument=0x11, architecture=kind.architecture) == ALLOW


@pytest.mark.parametrize("name", [name for name, path in HEADERS.items() if path.exists()])
def test_the_numbers_are_those_of_the_headers(name: str) -> None:
    text = HEADERS[name].read_text()
    known = {call: int(number) for call, number in re.findall(r"__NR(?:3264)?_(\w+)\s+(\d+)", text)}
    ours = seccomp.DENIED | {
        "clone": seccomp.CLONE,
        "clone3": seccomp.CLONE3,
        "socket": seccomp.SOCKET,
        "socketpair": seccomp.SOCKETPAIR,
    }
    column = seccomp.MACHINES[name].column
    for call, numbers in ours.items():
        if numbers[column] is not None and call in known:
            assert numbers[column] == known[call], call
    assert len(set(ours) & set(known)) > 60


def test_an_unknown_machine_has_no_filter() -> None:
    with pytest.raises(LookupError):
        seccomp.program("s390x")
