"""`create-super-admin` and `reset-sign-in`: the first account, and the way back into one.

One rule: there is no default password; it is read from standard input and never shown.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares both."""
    create = declare(
        commands,
        "create-super-admin",
        _create,
        words="make an account; the password is read from standard input",
    )
    create.add_argument("--email", required=True)
    create.add_argument("--name", required=True)
    reset = declare(
        commands,
        "reset-sign-in",
        _reset,
        words="give an account a new password, read from standard input, and take its second "
        "factors away; signs it out everywhere",
    )
    reset.add_argument("--email", required=True)


def _create(settings: Settings, asked: argparse.Namespace) -> int:
    from pydantic import ValidationError

    from server.auth.passwords import hash_password
    from server.auth.people import Role
    from server.auth.service import add_user
    from server.cli.database import migrate_quietly
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
    migrate_quietly(settings)
    database = open_database(settings)
    try:
        with database.write() as session:
            add_user(
                session,
                email=account.email,
                name=account.name,
                role=Role.SUPER_ADMIN,
                password_hash=hash_password(password),
            )
    except Refused:
        print(f"{account.email} has an account already: sign in with it.", file=sys.stderr)
        return 1
    finally:
        database.close()
    print(f"{account.email} can sign in at {settings.url}")
    return 0


def _reset(settings: Settings, asked: argparse.Namespace) -> int:
    from pydantic import TypeAdapter, ValidationError

    from server.auth.passwords import hash_password
    from server.cli.database import migrate_quietly
    from server.db import open_database
    from server.main import utc_now
    from server.refusals import Refused
    from server.users.service import reset_sign_in
    from server.views import Password

    password = sys.stdin.readline().rstrip("\r\n")
    try:
        TypeAdapter(Password).validate_python(password)
    except ValidationError as error:
        print(f"password: {error.errors()[0]['msg']}", file=sys.stderr)
        return 2
    migrate_quietly(settings)
    database = open_database(settings)
    try:
        with database.write() as session:
            reset_sign_in(
                session, asked.email, password_hash=hash_password(password), now=utc_now()
            )
    except Refused:
        print(f"{asked.email} has no account here: check the address.", file=sys.stderr)
        return 1
    finally:
        database.close()
    print(f"{asked.email} can sign in at {settings.url} with the new password alone.")
    return 0
