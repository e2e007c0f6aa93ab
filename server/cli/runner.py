"""`runner`: runs candidates' code for a server, as a service of its own.

One rule: it opens its socket, gives up root, network and settings, tests itself, and only then
answers. No database, no keys.
"""

import argparse
import signal
import sys
import threading
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands
    from server.sandbox.serving import Server, Service

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def add(commands: "Commands") -> None:
    """Declares `runner`."""
    runner = declare(commands, "runner", _run, words="run candidates' code in boxes (Linux)")
    runner.add_argument(
        "--listen",
        default="unix:/run/invigil/runner.sock",
        metavar="PLACE",
        help="unix:/path, or host:port with INVIGIL_RUNNER_TOKEN (%(default)s)",
    )
    runner.add_argument(
        "--user", default="", help="who it becomes where root starts it: a name or a number"
    )
    runner.add_argument("--slots", type=int, default=0, help="works at once (0: processors)")
    runner.add_argument(
        "--driver",
        choices=("bubblewrap", "isolate"),
        default="bubblewrap",
        help="whose boxes (%(default)s); isolate v2 must be set up on this machine",
    )
    runner.add_argument("--check", action="store_true", help="say what works here, and end")


def _run(settings: Settings, asked: argparse.Namespace) -> int:
    if not sys.platform.startswith("linux"):
        print("Boxes need Linux: run the runner there, and name it here.", file=sys.stderr)
        return 1
    from server.sandbox import privilege, serving

    token = settings.runner_token.get_secret_value()
    root_box = asked.driver == "isolate"
    by_port = not asked.listen.startswith("unix:")
    if by_port and not token and asked.listen.rpartition(":")[0] not in _LOOPBACK:
        print("Set INVIGIL_RUNNER_TOKEN: others could reach this port.", file=sys.stderr)
        return 2
    try:
        if asked.check:
            given = privilege.give_up(asked.user, root_box=root_box)
            service = serving.Service(given, driver=asked.driver)
            print(service.ability.model_dump_json(indent=2))
            return 0 if service.ability.languages else 1
        with serving.listening(asked.listen) as server:
            given = privilege.give_up(asked.user, network=by_port, root_box=root_box)
            server.service = serving.Service(given, slots=asked.slots, driver=asked.driver)
            server.token = token
            _say(server.service)
            return _serve(server)
    except privilege.StaysRoot as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"It cannot listen at {asked.listen}: {error.strerror}.", file=sys.stderr)
        return 1


def _say(service: "Service") -> None:
    ability = service.ability
    print(f"Running code: {', '.join(ability.languages) or 'nothing'}", flush=True)
    for off in ability.off:
        print(f"Off: {off.name}. {off.reason}", file=sys.stderr, flush=True)


def _serve(server: "Server") -> int:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            number, lambda *_: threading.Thread(target=server.shutdown, daemon=True).start()
        )
    server.serve_forever()
    return 0
