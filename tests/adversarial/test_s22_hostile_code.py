"""S22: candidates' code that attacks the machine is contained, and its verdict names what it did.

Every attack is a submission to the real runner, in every language that is on where it makes sense.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.sandbox.asking import CannotRun, OurRunner
from server.sandbox.wire import Case, Ran, Work

# ruff: noqa: E501 -- programs in strings
pytestmark = [pytest.mark.adversarial, pytest.mark.box]

C_HEAD = "#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\n#include <sys/socket.h>\n"


def main_c(body: str) -> str:
    return f"{C_HEAD}int main() {{ {body} return 0; }}"


def main_java(body: str) -> str:
    return (
        f"public class Main {{ public static void main(String[] a) throws Exception {{ {body} }} }}"
    )


FINE = Work(language="python", code="print('fine')", cases=(Case(expected="fine"),))

# attack: (language, program, verdicts that name it)
ATTACKS = {
    "endless loop, Python": ("python", "while True: pass", {"TLE"}),
    "endless loop, JavaScript": ("javascript", "for (;;) {}", {"TLE"}),
    "endless loop, C": ("c", main_c("for (volatile int i = 0;; i++) {}"), {"TLE"}),
    "endless loop, Java": ("java", main_java("while (true) {}"), {"TLE"}),
    "endless query": (
        "sql",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;",
        {"TLE"},
    ),
    "memory, Python": ("python", "x = []\nwhile True: x.append(b'x' * 2**20)", {"MLE"}),
    "memory, JavaScript": (
        "javascript",
        "const x = []; for (;;) x.push(Buffer.alloc(1 << 20, 1));",
        {"MLE"},
    ),
    "memory, C": (
        "c",
        main_c(
            "for (;;) { char *p = malloc(1 << 20); if (!p) return 1; for (int i = 0; i < 1 << 20;"
            " i += 4096) p[i] = 1; }"
        ),
        {"MLE", "RTE"},
    ),
    "memory, Java": (
        "java",
        main_java(
            "var x = new java.util.ArrayList<byte[]>(); while (true) x.add(new byte[1 << 20]);"
        ),
        {"MLE"},
    ),
    "endless output, Python": ("python", "while True: print('x' * 4096)", {"OLE"}),
    "endless output, JavaScript": (
        "javascript",
        "for (;;) require('fs').writeSync(1, 'x'.repeat(4096));",
        {"OLE"},
    ),
    "endless output, C": ("c", main_c('for (;;) puts("xxxxxxxxxxxxxxxxxxxxxxxx");'), {"OLE"}),
    "endless errors": (
        "python",
        "import sys\nwhile True: print('x' * 4096, file=sys.stderr)",
        {"OLE"},
    ),
    "fork bomb, Python": ("python", "import os\nwhile True: os.fork()", {"RTE", "TLE", "MLE"}),
    "fork bomb, C": ("c", main_c("for (;;) fork();"), {"TLE", "MLE"}),
    "fork bomb, JavaScript": (
        "javascript",
        "const c = require('child_process'); for (;;) c.spawn(process.argv[0], [__filename]);",
        {"RTE", "TLE", "MLE"},
    ),
    "thread bomb": (
        "python",
        "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(9,)).start()",
        {"RTE", "TLE", "MLE"},
    ),
    "sleep": ("python", "import time\ntime.sleep(600)", {"TLE"}),
    "/dev/shm": ("python", "open('/dev/shm/x', 'wb').write(b'x' * 2**22)", {"RTE"}),
    "disk": (
        "python",
        "for n in range(99): open(f'/tmp/{n}', 'wb').write(b'x' * 2**23)",
        {"RTE", "MLE"},
    ),
    "large file, C": (
        "c",
        main_c(
            'static char b[1 << 20]; FILE *f = fopen("/tmp/x", "w"); for (;;)'
            " fwrite(b, 1, sizeof b, f);"
        ),
        {"OLE"},
    ),
}


REACHES = {
    "network, Python": (
        "python",
        "import socket\nfor place in (('127.0.0.1', 22), ('1.1.1.1', 53)):\n    try:\n"
        "        socket.create_connection(place, 1)\n        print('REACHED')\n"
        "    except OSError: pass\nprint('fine')",
    ),
    "network, JavaScript": (
        "javascript",
        "require('net').connect(22, '127.0.0.1', () => console.log('REACHED'))"
        ".on('error', () => console.log('fine'));",
    ),
    "network, C": (
        "c",
        main_c(
            "puts(socket(AF_INET, SOCK_STREAM, 0) < 0 && socket(AF_PACKET, SOCK_RAW, 0) < 0 ?"
            ' "fine" : "REACHED");'
        ),
    ),
    "network, Java": (
        "java",
        main_java(
            'try { new java.net.Socket("127.0.0.1", 22); System.out.println("REACHED"); }'
            ' catch (java.io.IOException e) { System.out.println("fine"); }'
        ),
    ),
    "writing outside": (
        "python",
        "import os\nfor place in ('/', '/usr/bin', '/etc', '/box', '/box/out', '/dev', '/proc/self'):\n"
        "    try:\n        open(place + '/x', 'w'); print('REACHED', place)\n"
        "    except OSError: pass\n"
        "for act in (lambda: os.unlink('/box/main.py'), lambda: os.chmod('/box/main.py', 0o777)):\n"
        "    try:\n        act(); print('REACHED')\n    except OSError: pass\nprint('fine')",
    ),
    "links out of the box": (
        "python",
        "import os\nfor n, to in enumerate(('/etc/shadow', '/proc/1/root/etc/shadow',"
        " '/proc/1/environ', '../../../../etc/shadow', '/box/../../root')):\n"
        "    os.symlink(to, f'/tmp/{n}')\n    try:\n"
        "        found = os.listdir(f'/tmp/{n}') if 'root' in to[-5:] else open(f'/tmp/{n}').read()\n"
        "        print('REACHED' if 'INVIGIL' in found or 'root:' in found else '', end='')\n"
        "    except OSError: pass\nprint('fine')",
    ),
    "signals to others": (
        "python",
        "import os, signal\nfor pid in [1, *range(3, 400)]:\n    try:\n"
        "        os.kill(pid, signal.SIGKILL); print('REACHED' if pid != 1 else '', end='')\n"
        "    except OSError: pass\nprint('fine')",
    ),
    "environment and keys": (
        "python",
        "import os, glob\nfor place in (*glob.glob('/proc/[0-9]*/environ'),):\n    try:\n"
        "        if 'INVIGIL' in open(place).read(): print('REACHED')\n    except OSError: pass\n"
        "for place in ('/root', '/home', '/var', '/run', '/srv', '/sys', '/etc/passwd', '/work'):\n"
        "    if os.path.exists(place): print('REACHED', place)\nprint('fine')",
    ),
    "becoming root": (
        "c",
        C_HEAD + "#include <sched.h>\n#define _GNU_SOURCE\nint unshare(int);\n"
        "int main() { puts(setuid(0) == 0 || getuid() == 0 || unshare(0x10000000) == 0 ||"
        ' chroot("/tmp") == 0 ? "REACHED" : "fine"); }',
    ),
    "tracing and kernel calls": (
        "python",
        "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "calls = {'ptrace': 101, 'bpf': 321, 'io_uring_setup': 425, 'userfaultfd': 323,"
        " 'memfd_create': 319, 'mount': 165, 'keyctl': 250, 'perf_event_open': 298}\n"
        "import platform\n"
        "if platform.machine() == 'x86_64':\n    for name, number in calls.items():\n"
        "        if libc.syscall(number, 0, 0, 0, 0, 0) >= 0: print('REACHED', name)\nprint('fine')",
    ),
    "database files": ("sql", "ATTACH '/tmp/x.db' AS other; SELECT 'fine';"),
}


@pytest.fixture(scope="module")
def outcomes(runner: OurRunner) -> dict[str, Ran | None]:
    """Every attack at once, as many candidates would; None where its language is off."""
    everything = {name: (language, code) for name, (language, code, _) in ATTACKS.items()} | REACHES

    def submit(attack: str) -> Ran | None:
        language, code = everything[attack]
        work = {"language": language, "code": code, "memory_mb": 64}
        # What only takes is stopped early; what looks around may finish on a busy machine.
        limit_ms = 500 if attack in ATTACKS else 4000
        case = {"time_limit_ms": limit_ms, "expected": "fine"}
        try:
            worked = runner.work(Work.model_validate(work | {"cases": [case]}))
        except CannotRun as off:
            assert off.reason.startswith("This machine has no")  # noqa: PT017 -- off by name
            return None
        assert worked.state == "done", worked
        return worked.cases[0]

    with ThreadPoolExecutor(8) as pool:
        return dict(zip(everything, pool.map(submit, everything), strict=True))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_takes_too_much_is_ended_by_the_limit_it_ran_into(outcomes, attack) -> None:
    ran = outcomes[attack]
    assert ran is None or ran.verdict in ATTACKS[attack][2], ran


@pytest.mark.parametrize("attack", REACHES)
def test_what_reaches_out_of_the_box_finds_nothing(outcomes, attack) -> None:
    ran = outcomes[attack]
    assert ran is None or (ran.verdict, "REACHED" in ran.stdout) == ("AC", False), ran


def test_the_next_candidate_notices_nothing(runner, outcomes) -> None:
    assert runner.work(FINE).cases[0].verdict == "AC"


def test_the_compiler_reads_nothing_of_ours(runner) -> None:
    if "c" not in runner.ability().languages:
        assert "c" in {off.name for off in runner.ability().off}
        return
    for path in ("/etc/passwd", "/proc/1/environ", "/root/.profile"):
        code = f'#include "{path}"\nint main() {{ return 0; }}'
        worked = runner.work(Work(language="c", code=code, cases=(Case(),)))
        assert "root:" not in worked.compile_output
        assert "INVIGIL" not in worked.compile_output
        if path != "/proc/1/environ":  # that is there, and empty
            assert "No such file" in worked.compile_output


def test_nothing_of_an_attack_is_left_on_the_machine(runner) -> None:
    """A child that outlives its parent is ended with its box."""
    code = (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n"
        "    open('/proc/self/comm', 'w').write('left-behind')\n    time.sleep(60)\nprint('fine')"
    )
    work = Work(language="python", code=code, cases=(Case(),))
    assert runner.work(work).cases[0].stdout == "fine\n"
    names = [_read(path) for path in Path("/proc").glob("[0-9]*/comm")]
    assert names
    assert "left-behind\n" not in names


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""
