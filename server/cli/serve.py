"""`run`: serves until it is told to end.

One rule: SIGTERM and SIGINT end it in order: no new connections, requests are finished within
`drain_s`, WebSockets are closed with 1012, then the worker ends its job.
"""

import argparse
import asyncio
import gc
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    import uvicorn

    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `run`."""
    run = declare(commands, "run", _run, words="bring the database up to date and serve")
    run.add_argument("--host", help="address to listen on (INVIGIL_HOST)")
    run.add_argument("--port", type=int, help="TCP port, 0 for a free one (INVIGIL_PORT)")
    run.add_argument("--tls-cert", help="PEM file; serves https (INVIGIL_TLS_CERT)")
    run.add_argument("--tls-key", help="PEM file of its key (INVIGIL_TLS_KEY)")


def _run(settings: Settings, asked: argparse.Namespace) -> int:
    listener = _listen(settings)
    if listener is None:
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):  # the imports below take seconds
        signal.signal(number, lambda number, frame: sys.exit(0))

    # What a start makes stays: looking through it again and again is a sixth of its time.
    gc.disable()
    os.environ["INVIGIL_FIELD_TEXTS"] = "0"  # see shared/model.py; before any model is imported
    import uvicorn

    from server.cli.database import migrate_quietly
    from server.main import create_app
    from server.operations import failures, logs

    settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    logs.set_up(settings)
    failures.report_to_sentry(settings)
    migrate_quietly(settings)
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,  # it writes paths, which carry tokens; server.operations.trail does not
        timeout_graceful_shutdown=settings.drain_s,
        lifespan="on",
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
        server_header=False,
        proxy_headers=False,  # it would believe every program on this machine: see limiting.py
    )
    server = uvicorn.Server(config)

    def end(number: int, frame: object) -> None:
        """Also catches the signal that uvicorn raises again once it has shut down."""
        server.should_exit = True

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    asyncio.run(_serve(server, listener, settings))
    return 0


async def _serve(server: "uvicorn.Server", listener: socket.socket, settings: Settings) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.02)
    if server.started:
        gc.freeze()
        gc.enable()
        print(f"Invigil listens on {settings.url}", flush=True)
    await serving


def _listen(settings: Settings) -> socket.socket | None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        print(
            f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}. "
            "Stop the other program or choose another --port.",
            file=sys.stderr,
        )
        return None
    return listener
