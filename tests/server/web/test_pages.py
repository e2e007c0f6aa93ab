"""Pages come with a fresh nonce and a strict policy, and nothing outside the build is served."""

import gzip
import json
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from server.deps import Parts
from server.web.pages import takes_gzip


@pytest.fixture
def built(parts: Parts):
    folder = parts.settings.dashboard_dir
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "app-1a2b.js").write_text("console.log(1)")
    (folder / "assets" / "app-1a2b.js.gz").write_bytes(gzip.compress(b"console.log(1)"))
    (folder / "assets" / "dot-3c.svg").write_text("<svg/>")
    for page in ("docs", "redoc"):
        (folder / f"{page}.html").write_text(f'<script nonce="__CSP_NONCE__"></script>{page}')
    (folder / "favicon.svg").write_text("<svg/>")
    (folder / ".secret").write_text("hidden")
    (folder.parent / "outside.txt").write_text("outside")
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "index.html").write_text(
        '<html><script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style></html>'
    )
    return folder


def nonce_of(answer) -> str:
    policy = answer.headers["Content-Security-Policy"]
    script = re.search(r"script-src 'self' 'nonce-([^']+)'", policy)
    assert script
    assert f"style-src 'self' 'nonce-{script[1]}'" in policy
    for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'"):
        assert part in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    return script[1]


@pytest.mark.parametrize(
    "path", ["/", "/papers", "/interviews/abc/result", "/.secret", "/link.txt"]
)
def test_dashboard_paths_get_the_index_with_a_fresh_nonce(client, built, path: str) -> None:
    first, second = client.get(path), client.get(path)
    assert first.headers["Cache-Control"] == "no-store"
    assert nonce_of(first) != nonce_of(second)
    assert first.text.count(nonce_of(first)) == 2
    assert "__CSP_NONCE__" not in first.text
    assert "hidden" not in first.text
    assert "outside" not in first.text


@pytest.mark.parametrize(
    "path",
    ["/../outside.txt", "/assets/../../outside.txt", "/..%2Foutside.txt", "/%2e%2e/outside.txt"],
)
def test_no_path_leads_out_of_the_build(client, built, path: str) -> None:
    assert "outside" not in client.get(path).text


def test_hashed_assets_are_kept_for_ever_and_others_are_asked_for_again(client, built) -> None:
    asset = client.get("/assets/app-1a2b.js")
    assert "immutable" in asset.headers["Cache-Control"]
    assert asset.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get("/favicon.svg").headers["Cache-Control"] == "no-cache"
    assert client.get("/assets/old-9z.js").status_code == 404


def test_assets_come_compressed_to_those_who_take_it(client, built) -> None:
    path = "/assets/app-1a2b.js"
    for accept, encoding in (("gzip, br", "gzip"), ("br", None), ("gzip;q=0", None)):
        answer = client.get(path, headers={"Accept-Encoding": accept})
        assert answer.headers.get("Content-Encoding") == encoding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert answer.text == "console.log(1)"
    assert "Content-Encoding" not in client.get("/assets/dot-3c.svg").headers


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/api/settings/config"])
def test_pages_and_answers_of_the_api_are_never_compressed(client, built, path: str) -> None:
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("accept", "takes"),
    [
        ("", False),
        ("identity", False),
        ("GZIP", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip; q=0", False),
        ("x-gzip-not", False),
    ],
)
def test_who_takes_gzip(accept: str, takes: bool) -> None:
    assert takes_gzip(accept) is takes


@pytest.mark.parametrize("path", ["/", "/docs", "/redoc"])
def test_unbuilt_dashboard_says_how_to_build_it(client, path: str) -> None:
    answer = client.get(path)
    nonce_of(answer)
    assert "dev.py build dashboard" in answer.text


@pytest.mark.parametrize("page", ["docs", "redoc"])
def test_pages_about_the_api_are_the_builds_own_under_the_policy(client, built, page: str) -> None:
    answer = client.get(f"/{page}")
    assert nonce_of(answer) in answer.text
    assert answer.text.endswith(page)
    assert "__CSP_NONCE__" not in client.get(f"/{page}.html").text


@pytest.mark.expects_log
def test_even_an_unexpected_failure_carries_the_headers(app: FastAPI, client) -> None:
    def fail() -> None:
        raise RuntimeError("on purpose")

    app.add_api_route("/api/fails", fail)
    answer = TestClient(app, raise_server_exceptions=False).get("/api/fails")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_invite_page_is_static_and_never_cached(client) -> None:
    answer = client.get("/i")
    assert nonce_of(answer) in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not re.search(r"(src|href)=\"https?://", answer.text)
    assert client.head("/i").status_code == 200


def test_invite_page_knows_where_the_app_is_and_lets_no_address_end_its_script(
    client, parts: Parts
) -> None:
    address = "https://apps.example/</script>get"
    object.__setattr__(parts.settings, "download_url", address)
    page = client.get("/i").text
    found = re.search(r'id="here" nonce="[^"]+">(.*?)</script>', page)
    assert found
    here = json.loads(found[1])
    assert here["download_url"] == address
    assert here["problems"]["invite_used"]["title"] == "This interview was already handed in."


@pytest.mark.parametrize("path", ["/api/settings/config", "/api/nothing", "/healthz"])
def test_answers_of_the_api_carry_the_headers_too(client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    if path.startswith("/api/"):
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Strict-Transport-Security" not in headers
