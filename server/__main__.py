"""The server's command line: run, migrate, create the first account, seed, describe.

One rule: what a person must do next is printed; secrets are read from standard input.
"""

import argparse
import asyncio
import json
import logging
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from server.settings import BadSettings, Settings, read_settings

if TYPE_CHECKING:
    import uvicorn

GRACE_S = 3
"""Seconds for open requests after SIGTERM; the rest of the five belongs to closing files."""


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 it did not work, 2 the command or a setting does not fit."""
    asked = _parser().parse_args(argv)
    try:
        settings = read_settings(
            host=getattr(asked, "host", None), port=getattr(asked, "port", None)
        )
        return asked.call(settings, asked)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="invigil-server", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="bring the database up to date and serve")
    run.add_argument("--host", help="address to listen on (INVIGIL_HOST)")
    run.add_argument("--port", type=int, help="TCP port, 0 for a free one (INVIGIL_PORT)")
    run.set_defaults(call=_run)

    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(call=_migrate)

    create = commands.add_parser(
        "create-super-admin", help="make an account; the password is read from standard input"
    )
    create.add_argument("--email", required=True)
    create.add_argument("--name", required=True)
    create.set_defaults(call=_create_super_admin)

    openapi = commands.add_parser("openapi", help="write the OpenAPI document")
    openapi.add_argument("--out", type=Path, help="file; left out: standard output")
    openapi.set_defaults(call=_openapi)

    seed = commands.add_parser("seed", help="make sample content; prints one line of JSON")
    seed.add_argument("--demo", action="store_true", required=True, help="the demo's content")
    seed.add_argument("--invite-minutes", type=int, default=120, help="how long the invite lasts")
    seed.set_defaults(call=_seed)

    backup = commands.add_parser("backup", help="database, keys and evidence as one archive")
    backup.add_argument("file", type=Path, help="a new file; it holds secrets, keep it safe")
    backup.set_defaults(call=_backup)

    restoring = commands.add_parser("restore", help="put an archive back; stop the server first")
    restoring.add_argument("file", type=Path)
    restoring.add_argument(
        "--replace", action="store_true", help="although there is a database, keys or evidence"
    )
    restoring.set_defaults(call=_restore)

    health = commands.add_parser("health", help="ask a running server whether it is ready")
    health.set_defaults(call=_health)
    return parser


def _run(settings: Settings, asked: argparse.Namespace) -> int:
    listener = _listen(settings)
    if listener is None:
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):  # the imports below take seconds
        signal.signal(number, lambda number, frame: sys.exit(0))

    import uvicorn

    from server.main import create_app

    settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    _migrate_quietly(settings)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,  # paths carry tokens
        timeout_graceful_shutdown=GRACE_S,
        lifespan="on",
        server_header=False,
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


def _migrate(settings: Settings, asked: argparse.Namespace) -> int:
    _migrate_quietly(settings)
    print("The database is up to date.")
    return 0


def _migrate_quietly(settings: Settings) -> None:
    from server.db import open_database
    from server.migrations import run

    database = open_database(settings)
    try:
        run.upgrade(database.engine)
    finally:
        database.close()


def _create_super_admin(settings: Settings, asked: argparse.Namespace) -> int:
    from pydantic import ValidationError

    from server.auth.passwords import hash_password
    from server.auth.people import Role
    from server.auth.service import add_user
    from server.db import open_database
    from server.refusals import Refused
    from server.users.views import UserRequest

    password = sys.stdin.readline().rstrip("\r\n")
    try:
        account = UserRequest(
            email=asked.email, name=asked.name, role="super_admin", password=password
        )
    except ValidationError as error:
        for item in error.errors():
            print(f"{'.'.join(map(str, item['loc']))}: {item['msg']}", file=sys.stderr)
        return 2
    _migrate_quietly(settings)
    database = open_database(settings)
    try:
        with database.write() as session:
            add_user(
                session,
                email=account.email,
                name=account.name,
                role=Role.SUPER_ADMIN,
                password_hash=hash_password(account.password),
            )
    except Refused:
        print(f"{account.email} has an account already: sign in with it.", file=sys.stderr)
        return 1
    finally:
        database.close()
    print(f"{account.email} can sign in at {settings.url}")
    return 0


def _openapi(settings: Settings, asked: argparse.Namespace) -> int:
    from server.api import describe

    text = json.dumps(describe(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if asked.out is None:
        sys.stdout.write(text)
    else:
        asked.out.write_text(text, encoding="utf-8")
    return 0


def _seed(settings: Settings, asked: argparse.Namespace) -> int:
    from server.db import open_database
    from server.interviews.links import invite_url
    from server.keys import load_keys
    from server.main import utc_now
    from server.seed import seed_demo

    _migrate_quietly(settings)
    database = open_database(settings)
    try:
        with database.write() as session:
            made = seed_demo(
                session,
                load_keys(settings.data_dir),
                now=utc_now(),
                invite_minutes=asked.invite_minutes,
            )
    finally:
        database.close()
    line = {
        "email": made.email,
        "password": made.password,
        "paper": made.paper,
        "session": made.session,
        "invite_url": invite_url(settings, made.token),
    }
    print(json.dumps(line), flush=True)
    return 0


def _backup(settings: Settings, asked: argparse.Namespace) -> int:
    from server import backup
    from server.main import utc_now

    try:
        content = backup.back_up(settings, asked.file, now=utc_now())
    except backup.BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{asked.file}: {len(content.files)} files. It holds the keys: keep it safe.")
    return 0


def _restore(settings: Settings, asked: argparse.Namespace) -> int:
    from server import backup

    try:
        content = backup.restore(settings, asked.file, replace=asked.replace)
    except backup.BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Restored what stood on {content.made_at}. Start the server with: invigil-server run")
    return 0


def _health(settings: Settings, asked: argparse.Namespace) -> int:
    import httpx

    try:
        answer = httpx.get(f"{settings.url}/readyz", timeout=5)
    except httpx.HTTPError as error:
        print(f"{settings.url} does not answer: {type(error).__name__}", file=sys.stderr)
        return 1
    if answer.status_code != httpx.codes.OK:
        print(f"{settings.url} is not ready: HTTP {answer.status_code}", file=sys.stderr)
        return 1
    print("ready")
    return 0


if __name__ == "__main__":
    sys.exit(main())
