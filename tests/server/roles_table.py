"""docs/api-access.md: who may ask for what, made from the OpenAPI document.

One rule: `python -m tests.server.roles_table` writes it; a test compares.
"""

from pathlib import Path
from typing import Any

from server.access import FIELD
from server.api import describe

TABLE = Path(__file__).parents[2] / "docs" / "api-access.md"
_HEAD = """# Who may ask for what

Made from the OpenAPI document (`x-invigil-access` of each operation), which reads it from the
dependency that decides; `tests/server/test_roles.py` asks for every operation as nobody, with a
candidate's lease, as an admin without the scope, of another team, of the same team, as the owner,
as a super admin and with API tokens. What is not somebody's is 404, whatever their scopes.

To add a route: ask for one of the names in `server/auth/deps.py` (`Author`, `Scheduler`, `Proctor`,
`Reviewer`, `Admin`, `SuperAdmin`, …) as a parameter; read rows through the feature's `visible_to`;
document its problems; give it a body in `tests/server/roles_cases.py` if it takes one; renew this
page with `python -m tests.server.roles_table`.

| operation | who | one of the scopes | API token |
| --- | --- | --- | --- |
"""
_WHO = {
    "public": "everybody",
    "candidate": "the candidate, by lease",
    "participant": "a candidate by lease, or whoever has an account",
    "signed_in": "whoever has an account",
    "admin": "admins",
    "super_admin": "super admins",
}


def table(document: dict[str, Any]) -> str:
    """The page."""
    lines = []
    for path, operations in sorted(document["paths"].items()):
        for method, told in sorted(operations.items()):
            access = told[FIELD]
            scopes = ", ".join(access["scopes"]) or "–"
            token = "yes" if access["api_token"] else "no"
            lines.append(
                f"| `{method.upper()} {path}` | {_WHO[access['who']]} | {scopes} | {token} |"
            )
    return _HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(describe()), encoding="utf-8")
