"""The server's fixtures, for the lines of the threat model that are about the server."""

from tests.server.conftest import (  # noqa: F401
    admin,
    admin_client,
    app,
    client,
    clock,
    copies,
    database_url,
    db,
    migrated,
    other_admin,
    other_client,
    parts,
    password_hash,
    quick_passwords,
    settings,
    super_admin,
    super_client,
)
