"""The page docs/api-access.md is what the server says of itself."""

from server.api import describe
from tests.server.roles_table import TABLE, table


def test_table_of_access_is_what_the_server_says() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(describe()), "renew it: python -m tests.server.roles_table"
