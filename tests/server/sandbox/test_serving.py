"""The runner is nobody, tests itself, and refuses what it cannot hold, by name."""

import json
import os
import socket
import subprocess
import sys
from dataclasses import replace

import httpx
import pytest

from server.sandbox import privilege, selftest
from server.sandbox.asking import NOBODY, CannotRun, OurRunner
from server.sandbox.limits import Command, Limits, Outcome
from server.sandbox.wire import Case, Work
from tests.runner_process import ROOT, runner_process

WORK = Work(language="python", code="print(1)", cases=(Case(expected="1"),))


@pytest.mark.box
def test_it_says_what_it_can_do_and_as_whom(runner) -> None:
    ability = runner.ability()
    assert ability.driver.startswith("bubblewrap")
    assert set(ability.languages) >= {"python", "sql"}
    assert "all" not in {off.name for off in ability.off}
    assert ability.limits["user"] not in ("0", "")


@pytest.mark.box
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be refused")
def test_root_stays_root_nowhere() -> None:
    for user in ("root", "0", "nobody-of-that-name"):
        command = [sys.executable, "-m", "server", "runner", "--check", "--user", user]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "The runner is never root" in done.stderr or "There is no user" in done.stderr


@pytest.mark.box
def test_a_wrong_path_a_wrong_body_and_a_wrong_size_are_refused() -> None:
    with runner_process("--slots", "1") as (client, place):
        transport = httpx.HTTPTransport(uds=place.removeprefix("unix:"))
        with httpx.Client(transport=transport, base_url="http://runner") as http:
            assert http.post("/else").status_code == 404
            assert http.post("/work", content=b"{}").status_code == 422
        with socket.socket(socket.AF_UNIX) as raw:
            raw.connect(place.removeprefix("unix:"))
            raw.sendall(b"POST /work HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n")
            assert raw.recv(4096).startswith(b"HTTP/1.1 413 ")
        assert client.work(WORK).cases[0].verdict == "AC"


def test_a_port_that_others_reach_needs_a_token() -> None:
    command = [sys.executable, "-m", "server", "runner", "--listen", "0.0.0.0:0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "INVIGIL_RUNNER_TOKEN" in done.stderr


def test_nobody_and_a_runner_that_is_away_run_nothing(tmp_path) -> None:
    with pytest.raises(CannotRun, match="No runner is set up") as nobody:
        NOBODY.work(WORK)
    assert not nobody.value.soon
    assert NOBODY.ability().languages == {}
    away = OurRunner(f"unix:{tmp_path}/nothing", "")
    for ask in (away.ability, lambda: away.work(WORK)):
        with pytest.raises(CannotRun, match="does not answer") as error:
            ask()
        assert error.value.soon
    away.close()


class Careless:
    """A box that holds nothing back."""

    def __init__(self, stdout: bytes, **outcome: object) -> None:
        self.outcome = replace(Outcome(0, stdout, b"", 1, 1, 1), **outcome)

    def run(self, command: Command, limits: Limits) -> Outcome:
        return self.outcome


def test_each_limit_that_does_not_bind_switches_execution_off_by_its_name() -> None:
    off = selftest.run(Careless(b"REACHED"), "/usr/bin/python3")
    assert {one.name for one in off} == {"all"}
    named = " ".join(one.reason for one in off)
    for limit in ("processes", "memory", "shared memory", "network", "file size", "output", "time"):
        assert f"The limit on {limit} does not hold" in named
    broken = selftest.run(Careless(b"", exit_code=None, failure="No namespaces."), "python")
    assert all("No box can be made: No namespaces." in one.reason for one in broken)


def test_what_is_not_stopped_does_not_hold_even_where_nothing_was_reached() -> None:
    named = " ".join(one.reason for one in selftest.run(Careless(b"quiet"), "python"))
    assert "limit on output" in named
    assert "limit on processor time" in named
    assert "limit on network" not in named


@pytest.mark.box
def test_the_runner_keeps_none_of_our_settings() -> None:
    """Its own environment is emptied; what it was started with does not reach a box either."""
    program = (
        "import os\nos.environ['INVIGIL_RUNNER_TOKEN'] = 'zanzibar'\n"
        "from server.sandbox import privilege\n"
        "given = privilege.give_up()\n"
        "print(given.uid, sorted(os.environ), os.geteuid(), os.getgroups())"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "zanzibar" not in done.stdout
    assert "INVIGIL" not in done.stdout
    if os.geteuid() == 0:
        assert (
            done.stdout.startswith(f"{privilege.FALLBACK_UID} ") or "invigil-runner" in done.stdout
        )
        assert done.stdout.rstrip().endswith("[]")


def test_the_work_on_the_wire_names_nobody() -> None:
    assert set(json.loads(WORK.model_dump_json())) == {
        "language",
        "code",
        "cases",
        "memory_mb",
        "budget_s",
        "stop_at_failure",
    }
