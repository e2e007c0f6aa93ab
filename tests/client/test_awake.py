"""Sleep is held off by a process that ends with the app."""

import os
import subprocess
import sys

import pytest

from client.awake import Awake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="held by a call there")


def runs(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


def test_it_is_held_until_it_is_released_and_once_only():
    awake = Awake(("cat",))
    assert awake.hold() == ()
    process = awake._process
    assert process is not None
    assert awake.hold() == ()
    assert awake._process is process
    awake.release()
    assert process.returncode is not None
    awake.release()


@pytest.mark.parametrize("command", [(), ("no-such-inhibitor",), ("false",)])
def test_what_the_system_does_not_grant_is_said(command: tuple[str, ...]):
    allowed = Awake(command, system="linux").hold()
    assert [one.what for one in allowed] == ["sleep_allowed", "lid_allowed"]
    assert all(one.why.startswith("Linux: ") for one in allowed)


@pytest.mark.parametrize(("system", "name"), [("win32", "Windows"), ("darwin", "macOS")])
def test_a_closed_lid_is_said_by_name_where_no_program_can_hold_it(system: str, name: str):
    awake = Awake(("cat",), system=system)
    (lid,) = awake.hold()
    assert lid.what == "lid_allowed"
    assert lid.why.startswith(f"{name}: ")
    awake.release()


def test_a_killed_app_leaves_nothing_that_holds():
    code = (
        "import sys; from client.awake import Awake; awake = Awake(('cat',)); awake.hold(); "
        "print(awake._process.pid, flush=True); sys.stdin.read()"
    )
    app = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with app:
        assert app.stdout is not None
        holder = int(app.stdout.readline())
        app.kill()
    for _ in range(200):
        if not runs(holder):
            return
        os.sched_yield()
        subprocess.run(["sleep", "0.02"], check=True)
    raise AssertionError("the inhibitor outlived the app")
