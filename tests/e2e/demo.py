"""`python3 dev.py demo`: a server, an admin, a paper, an invite and the app, all on this machine.

One rule: what it starts it ends, and what it writes lies in one temporary folder that goes with
it; only the report, where asked for, stays.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from server.sandbox.parsing import box_off
from tests.e2e import browser, speech
from tests.e2e.outcome import Story, build_report

PORTRAITS = Path("build/demo")
"""The rendered candidate is kept: it takes half a minute to draw."""
LIMIT_S = 175
"""A headless demo that has not ended by then is stopped: it promises under three minutes."""


@dataclass
class Demo(AbstractContextManager["Demo"]):
    """A seeded server on SQLite in `folder`, and the programs that were started beside it."""

    folder: Path
    port: int = 0
    seeded: dict[str, str] = field(default_factory=dict)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.port = free_port()
        self.seeded = json.loads(self._server("seed", "--demo").splitlines()[-1])
        if self.runs_code:
            # It tests itself first, for some seconds: who asks meanwhile waits for it.
            self.start("-m", "server", "runner", "--listen", self.runner)
        self.start_server()
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self.processes):
            end(process)

    @property
    def url(self) -> str:
        """Where dashboard and API are served."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def runs_code(self) -> bool:
        """Whether this machine can make boxes for candidates' code."""
        return not box_off()

    @property
    def runner(self) -> str:
        """Where the runner listens."""
        return f"unix:{self.folder / 'runner' / 'socket'}"

    @property
    def database(self) -> Path:
        """The server's SQLite file."""
        return next((self.folder / "server").glob("*.sqlite3"))

    def environment(self) -> dict[str, str]:
        """What server and app read: everything they write stays in `folder`."""
        return os.environ | {
            "INVIGIL_DATA_DIR": str(self.folder / "server"),
            "INVIGIL_PORT": str(self.port),
            "INVIGIL_PUBLIC_URL": self.url,
            "INVIGIL_CLIENT_DATA_DIR": str(self.folder / "client"),
            "INVIGIL_RUNNER_URL": self.runner if self.runs_code else "",
        }

    def start_server(self) -> subprocess.Popen[bytes]:
        """Starts the server and waits until it answers."""
        process = self.start("-m", "server", "run")
        deadline = time.monotonic() + 60
        while not _answers(f"{self.url}/readyz"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("demo: the server did not start; its log is above")
            time.sleep(0.1)
        return process

    def start(self, *arguments: str, program: str = sys.executable) -> subprocess.Popen[bytes]:
        """Starts our Python with `arguments`, in a process group of its own."""
        process = subprocess.Popen(
            [program, *arguments], env=self.environment(), start_new_session=True
        )
        self.processes.append(process)
        return process

    @contextmanager
    def admin(self) -> Iterator[httpx.Client]:
        """A signed-in admin's client."""
        with httpx.Client(base_url=f"{self.url}/api", timeout=30) as client:
            who = {"email": self.seeded["email"], "password": self.seeded["password"]}
            client.post("/auth/login", json=who).raise_for_status()
            client.headers["X-Invigil-CSRF"] = client.cookies["invigil_csrf"]
            yield client

    def _server(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "server", *arguments],
            env=self.environment(),
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return done.stdout


def free_port() -> int:
    """A TCP port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end(process: subprocess.Popen[bytes], grace_s: float = 6) -> None:
    """Asks the process to end, and ends its whole group when it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(grace_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for_tests(admin: httpx.Client, session: str, *, within_s: float = 20) -> bool:
    """Until code was scored by its tests; answers whether it was."""
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        answers = admin.get(f"/admin/result/{session}").raise_for_status().json()["answers"]
        code = [one for one in answers if one["question"]["kind"] == "coding"]
        if code and all((one["current"] or {}).get("grader") == "tests" for one in code):
            return True
        time.sleep(0.3)
    return False


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.TransportError:
        return False


def _interactive(demo: Demo) -> int:
    print(
        f"\n  Dashboard  {demo.url}\n  Sign in    {demo.seeded['email']}  /  "
        f"{demo.seeded['password']}\n  Invite     {demo.seeded['invite_url']}\n"
        f"  Code       {'is run in boxes' if demo.runs_code else f'is not run: {box_off()}'}\n\n"
        "  The candidate's app opens now. While its clock runs it keeps the keyboard and stays in\n"
        "  front, as it does in earnest: its Leave button is the way out and gives all that back.\n"
        "  Ctrl+C here stops everything and removes it.\n",
        flush=True,
    )
    app = demo.start("-m", "client", demo.seeded["invite_url"])
    app.wait()
    print("The app has closed; the dashboard stays until Ctrl+C.", flush=True)
    signal.pause()
    return 0


def run_headless(demo: Demo, options: argparse.Namespace) -> int:
    """One scripted interview and its report; returns 0 when it was completed."""
    began = time.monotonic()
    clip, truth = _clip(options.candidate)
    wav = speech.recording(demo.folder, options.speech)
    told = demo.folder / "candidate.json"
    arguments = ["-m", "tests.e2e.candidate", "--invite", demo.seeded["invite_url"]]
    arguments += ["--clip", str(clip), "--speech", str(wav), "--out", str(told)]
    if options.screenshots:
        arguments += ["--screenshots", options.screenshots]
    if options.tryout:
        # A packaged app in place of our Python: installers/tryout.py.
        arguments[0] = str(Path.cwd())
        app = demo.start(*arguments, program=options.tryout)
    else:
        app = demo.start(*arguments)
    try:
        status = app.wait(LIMIT_S - (time.monotonic() - began))
    except subprocess.TimeoutExpired:
        print(f"demo: the interview did not end within {LIMIT_S} s", file=sys.stderr)
        status = 1
    story: dict[str, Any] = json.loads(told.read_text()) if told.exists() else {}
    with demo.admin() as admin:
        if demo.runs_code:
            wait_for_tests(admin, demo.seeded["session"])
        report = build_report(Story(demo.seeded["session"], demo.database, truth, story), admin)
    if options.screenshots:
        who = {"email": demo.seeded["email"], "password": demo.seeded["password"]}
        pictures = Path(options.screenshots)
        why_not = browser.take_pictures(demo.url, demo.seeded["session"], **who, folder=pictures)
        if why_not:
            print(why_not, file=sys.stderr)
    report["seconds"] = round(time.monotonic() - began, 1)
    text = json.dumps(report, indent=2, ensure_ascii=False)
    if options.report:
        Path(options.report).write_text(text + "\n")
        print(f"Report: {options.report}")
    else:
        print(text)
    completed = [step["status"] for step in report["lifecycle"]][-1:] == ["completed"]
    return 0 if status == 0 and completed else 1


def _clip(given: str | None) -> tuple[Path, list[dict[str, Any]] | None]:
    """The recording in place of the camera, and what is known to be true of it."""
    if given:
        sidecar = Path(given).with_suffix(".truth.json")
        return Path(given), json.loads(sidecar.read_text()) if sidecar.exists() else None
    from tests.e2e import portrait

    return portrait.render(PORTRAITS), portrait.truth()


def _stop_once(*_: object) -> None:
    """The first signal begins the clearing up; further ones must not interrupt it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--headless", action="store_true")
    parser.add_argument("--candidate")
    parser.add_argument("--speech")
    parser.add_argument("--report")
    parser.add_argument("--screenshots")
    parser.add_argument("--tryout")
    return parser.parse_args(arguments)


def main() -> int:
    """Runs the demo; returns its exit status."""
    options = parsed()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop_once)
    try:
        with tempfile.TemporaryDirectory(prefix="invigil-demo-") as name, Demo(Path(name)) as demo:
            return run_headless(demo, options) if options.headless else _interactive(demo)
    except KeyboardInterrupt:
        print("\nStopped; nothing is left behind.")
        return 0


if __name__ == "__main__":
    sys.exit(main())
