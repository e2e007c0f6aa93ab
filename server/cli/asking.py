"""`health`: whether a running server is ready, for people and for container health checks.

One rule: 0 is ready, everything else is 1 with a line that says what is wrong.
"""

import argparse
import ssl
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    import httpx

    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `health`."""
    health = declare(commands, "health", _health, words="ask a running server whether it is ready")
    health.add_argument("--url", help="its address; left out: the one on this machine")


def _down(answer: "httpx.Response") -> str:
    """The parts that are down, as the problem names them."""
    try:
        parts = answer.json()["parts"]
        return "; ".join(
            f"{part['name']} {part['detail']}".strip() for part in parts if part["state"] == "down"
        )
    except (ValueError, KeyError, TypeError):
        return f"HTTP {answer.status_code}"


def _health(settings: Settings, asked: argparse.Namespace) -> int:
    import httpx

    # Not the public address: inside a container the way there may not exist.
    address = (asked.url or settings.local_url).rstrip("/")
    # Our own certificate names the public address; this one is not asked for by name.
    own = not asked.url and settings.tls_cert is not None
    trust: bool | ssl.SSLContext = not own
    if own:
        trust = ssl.create_default_context(cafile=str(settings.tls_cert))
        trust.check_hostname = False
        trust.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        answer = httpx.get(f"{address}/readyz", timeout=5, verify=trust)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        print(f"{address} does not answer: {type(error).__name__}", file=sys.stderr)
        return 1
    if answer.status_code != httpx.codes.OK:
        print(f"{address} is not ready: {_down(answer)}", file=sys.stderr)
        return 1
    print("ready")
    return 0
