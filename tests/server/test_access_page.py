"""The page docs/api-access.md is what the server says of itself."""

from tests.server.document import document
from tests.server.roles_table import TABLE, table


def test_table_of_access_is_what_the_server_says() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(document()), "renew it: python -m tests.server.roles_table"
