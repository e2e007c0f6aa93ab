"""isolate's documented command line and meta file, against a program that speaks them.

isolate itself was not to be had here: what its boxes hold is for the runner's self-test to say.
"""

import os
import sys
from pathlib import Path

import pytest

from server.sandbox import isolate, selftest
from server.sandbox.isolate import Isolate, outcome
from server.sandbox.limits import Command, Limits, Mount

FAKE = """#!{python}
import os, subprocess, sys, time
asked = sys.argv[1:]
options = asked[: asked.index("--")] if "--" in asked else asked
box = next(one.partition("=")[2] for one in options if one.startswith("--box-id="))
assert "--cg" in options
place = os.path.join({folder!r}, box)
with open({log!r}, "a") as log:
    log.write(box + " " + options[-1] + "\\n")
if "--init" in options:
    os.mkdir(place)
    print(place)
    sys.exit({init})
if "--cleanup" in options:
    os.rmdir(place)
    sys.exit(0)
assert os.path.isdir(place) and "--no-default-dirs" in options and options[-1] == "--run"
value = dict(one[2:].partition("=")[::2] for one in options if "=" in one)
launched = asked[asked.index("--") + 1 :]
# There are no namespaces here: the launcher's folder is where it really is.
inside = next(one for one in options if one.startswith("--dir=invigil=")).split("=")[2]
launched = [one.replace("/invigil/", inside + "/") for one in launched]
variables = dict(one[6:].partition("=")[::2] for one in options if one.startswith("--env="))
began = time.monotonic()
program = subprocess.Popen(launched, env=variables, cwd="/" + value["chdir"])
told = []
try:
    code = program.wait(float(value["wall-time"]))
    if code < 0:
        told += ["exitsig:%d" % -code, "status:SG"]
    else:
        told += ["exitcode:%d" % code] + ["status:RE"] * (code != 0)
except subprocess.TimeoutExpired:
    program.kill()
    code = 1
    told += ["status:TO", "killed:1", "message:Time limit exceeded (wall clock)"]
told += ["time:0.020", "time-wall:%.3f" % (time.monotonic() - began), "cg-mem:1234"]
with open(value["meta"], "w") as meta:
    meta.write("\\n".join(told) + "\\n")
sys.exit(1 if code else 0)
"""


@pytest.fixture
def made(tmp_path: Path):
    def make(init: int = 0) -> Isolate:
        path, boxes = tmp_path / "isolate", tmp_path / "boxes"
        boxes.mkdir(exist_ok=True)
        text = FAKE.format(
            python=sys.executable, folder=str(boxes), log=str(tmp_path / "log"), init=init
        )
        path.write_text(text.replace("\\\\n", "\\n"))
        path.chmod(0o755)
        return Isolate(program=str(path))

    return make


def python(program: str, **more) -> Command:
    return Command((isolate._PYTHON, "-I", "-c", program), **more)


def test_a_program_gets_its_input_and_is_told_of_by_the_meta_file(made, tmp_path: Path):
    box = made()
    found = box.run(
        python(
            "import os, sys; print(sys.stdin.read().upper(), os.environ['GO'])",
            stdin=b"hello",
            environment=(("GO", "on"),),
        ),
        Limits(),
    )
    assert (found.failure, found.hit, found.exit_code) == ("", "", 0)
    assert found.stdout == b"HELLO on\n"
    assert (found.cpu_ms, found.peak_kb) == (20, 1234)
    calls = (tmp_path / "log").read_text().split()
    assert calls == ["100", "--init", "100", "--run", "100", "--cleanup"]
    assert not list((tmp_path / "boxes").iterdir())


def test_the_launcher_holds_the_program_by_our_filter_of_kernel_calls(made):
    box = made()
    rights = next(probe for probe in selftest.PROBES if probe.limit == "rights")
    seen = box.run(python("print(open('/proc/self/status').read())"), Limits()).stdout.decode()
    lines = dict(line.split(":", 1) for line in seen.splitlines() if ":" in line)
    assert (lines["NoNewPrivs"].strip(), lines["Seccomp"].strip()) == ("1", "2")
    for name in ("network", "namespaces"):
        probe = next(probe for probe in selftest.PROBES if probe.limit == name)
        assert b"REACHED" not in box.run(python(probe.program), Limits()).stdout, name
    if os.getuid() != 0:  # as isolate's boxes never are
        assert b"REACHED" not in box.run(python(rights.program), Limits()).stdout


@pytest.mark.parametrize(
    ("program", "limits", "hit", "code"),
    [
        ("import sys; sys.exit(3)", Limits(), "", 3),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Limits(), "", 128 + 11),
        ("import time; time.sleep(30)", Limits(wall_s=0.5), "time", None),
        ("while True: print('x' * 4096)", Limits(output_bytes=10_000), "output", None),
    ],
)
def test_how_a_program_ended(made, program: str, limits: Limits, hit: str, code: int | None):
    found = made().run(python(program), limits)
    assert (found.failure, found.hit, found.exit_code) == ("", hit, code)
    assert len(found.stdout) <= limits.output_bytes


def test_a_box_that_cannot_be_made_is_nobodys_fault_and_says_why(made, tmp_path: Path):
    assert "--init failed" in made(init=2).run(python("print(1)"), Limits()).failure
    absent = Isolate(program=str(tmp_path / "none")).run(python("print(1)"), Limits())
    assert "could not be run" in absent.failure
    file = tmp_path / "a file"
    file.write_text("x")
    shown = made().run(python("print(1)", mounts=(Mount(file, "/etc/x"),)), Limits())
    assert "folders only" in shown.failure


@pytest.mark.parametrize(
    ("told", "code", "hit", "failure"),
    [
        ({"cg-oom-killed": "1", "exitsig": "9", "status": "SG"}, 1, "memory", ""),
        ({"status": "TO", "killed": "1"}, 1, "time", ""),
        ({"status": "XX", "message": "no disk"}, 2, "", "no disk"),
        ({}, 2, "", "nothing"),
        ({"exitcode": "not a number", "time": "?"}, 0, "", ""),
    ],
)
def test_what_the_meta_file_means(told: dict[str, str], code: int, hit: str, failure: str):
    found = outcome(told, code, stdout=b"", stderr=b"", full=False)
    assert found.hit == hit
    assert (failure in found.failure) if failure else not found.failure


def test_every_limit_is_asked_for_and_nothing_of_this_machine_is_shown_by_itself(made):
    limits = Limits(cpu_s=2.5, wall_s=9, memory_mb=64, processes=7, file_mb=2, open_files=20)
    given = made()._arguments(python("1"), limits, box=5, meta=Path("/m"), inside=Path("/i"))
    options = given[: given.index("--")]
    for one in (
        *("--time=2.5", "--wall-time=9", "--cg-mem=65536", "--processes=7", "--fsize=2048"),
        *("--open-files=20", "--no-default-dirs", "--dir=dev=/dev:dev,norec", "--box-id=5"),
    ):
        assert one in options
    assert not any("share-net" in one or "full-env" in one for one in options)
