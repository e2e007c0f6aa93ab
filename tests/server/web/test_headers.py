"""Every operation of the document answers with the security headers, whatever it answers."""

import re

import pytest

from tests.server.document import document

OPERATIONS = [
    (method.upper(), re.sub(r"\{[^}]+\}", "0" * 32, path))
    for path, operations in document()["paths"].items()
    for method in operations
]
PAGES = [("GET", path) for path in ("/", "/i", "/docs", "/redoc", "/nowhere", "/assets/x.js")]
EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_all_answers_carry_the_headers_and_a_policy(client) -> None:
    for method, path in [*OPERATIONS, *PAGES, ("PUT", "/nowhere")]:
        headers = client.request(method, path).headers
        for name, value in EXPECTED.items():
            assert headers.get(name) == value, (method, path, name)
        policy = headers.get("Content-Security-Policy", "")
        assert policy.startswith("default-src 'none'"), (method, path)
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "camera=()" in headers["Permissions-Policy"]
        assert "X-Request-ID" in headers
        assert "Server" not in headers
        assert "Strict-Transport-Security" not in headers  # plain http, on loopback


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/.well-known/invigil-keys.json"])
def test_answers_beside_the_api_are_not_kept(client, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"
