"""C15: a debugger, injected libraries and search paths are flagged, in processes that have them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.injection import Process, is_foreign, is_library, judge
from client.lockdown.probes.readers.linux import mapped, process, tracer

pytestmark = [
    pytest.mark.adversarial,
    pytest.mark.skipif(sys.platform != "linux", reason="/proc, and the loader of Linux"),
]
ROOT = Path(__file__).resolve().parents[2]
LOOK = (
    "from client.lockdown.probes.readers.linux import process\n"
    "from client.lockdown.probes.injection import judge\n"
    "print(judge(process()))\n"
)


def asked(code: str = LOOK, **env: str) -> str:
    """What a fresh process, started with these variables, says of itself."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{code}"],
        env=kept | env,
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    return done.stdout.strip()


def a_library() -> Path:
    """Some library that a Python process has mapped."""
    found = (path for path in process().libraries or () if is_library(path))
    return Path(next(path for path in found if "libc.so" in path or "libm" in path))


def test_an_ordinary_process_is_ok():
    assert asked() == str(ok("injection"))


def test_ld_preload_is_flagged_and_the_library_that_came_of_it_named(tmp_path: Path):
    copy = shutil.copy(a_library(), tmp_path / "helper.so")
    said = asked(LD_PRELOAD=str(copy))
    assert "LD_PRELOAD is set" in said
    assert "a library from elsewhere is loaded: helper.so" in said


def test_a_library_that_is_loaded_later_and_deleted_is_still_named(tmp_path: Path):
    copy = Path(shutil.copy(a_library(), tmp_path / "late.so"))
    code = f"import ctypes, os\nctypes.CDLL({str(copy)!r})\nos.unlink({str(copy)!r})\n{LOOK}"
    assert "a library from elsewhere is loaded: late.so" in asked(code)


@pytest.mark.parametrize("name", ["PYTHONPATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"])
def test_search_paths_that_lead_elsewhere_are_flagged(name: str, tmp_path: Path):
    assert f"{name} is set" in asked(**{name: str(tmp_path)})


def test_paths_of_the_system_are_not():
    env = {"QT_PLUGIN_PATH": "/usr/lib/qt6/plugins", "LD_LIBRARY_PATH": "/usr/lib:/opt/gpu/lib"}
    assert judge(Process(0, env, (), ())) == ok("injection")


def test_a_folder_of_libraries_that_is_not_the_systems_is_a_doubt():
    answer = judge(Process(0, {"LD_LIBRARY_PATH": "/home/a/lib"}, (), ()))
    assert (answer.outcome, answer.evidence) == (
        "unknown",
        ("LD_LIBRARY_PATH names folders that are not the system's",),
    )


def test_a_built_app_ignores_pythons_paths_and_says_so():
    answer = judge(Process(0, {"PYTHONPATH": "/home/a"}, (), (), frozen=True))
    assert (answer.outcome, answer.evidence) == ("ok", ("PYTHONPATH is set, and ignored",))


def test_a_debugger_is_flagged():
    assert tracer("Name:\tx\nTracerPid:\t42\n") == 42
    assert judge(Process(42, {}, ())).evidence == ("a debugger holds this app",)


def test_a_real_tracer_is_seen():
    """A child lets its parent trace it, as a debugger would: its own status names the parent."""
    code = (
        "import ctypes\n"
        "assert ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0\n"  # PTRACE_TRACEME
        "from pathlib import Path\n"
        "from client.lockdown.probes.readers.linux import tracer\n"
        "print(tracer(Path('/proc/self/status').read_text()))\n"
    )
    assert int(asked(code)) == os.getpid()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (Process(None, {}, ()), "whether a debugger holds this app cannot be told"),
        (Process(0, {}, None), "the loaded libraries cannot be listed"),
    ],
)
def test_what_cannot_be_told_is_unknown(told: Process, why: str):
    assert (judge(told).outcome, judge(told).evidence) == ("unknown", (why,))
    assert tracer("") is None
    assert mapped("") is None


@pytest.mark.parametrize(
    ("path", "foreign"),
    [
        ("/usr/lib/x86_64-linux-gnu/libc.so.6", False),
        ("/tmp/.x/libhook.so", True),
        ("/dev/shm/a.so (deleted)", True),
        ("/home/ada/app/lib/libours.so", False),
        ("/home/ada/application/libtheirs.so", True),
    ],
)
def test_ours_and_the_systems_folders_are_told_apart(path: str, foreign: bool):
    assert is_foreign(path, Process(0, own=("/home/ada/app/",))) is foreign
    assert is_library(path)
    assert not is_library("/home/ada/font.ttf")
