"""Routes that are taken apart when they are first asked for, and what a start leaves alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.exceptions import FastAPIError
from fastapi.testclient import TestClient

from server.late_routes import LateRoute
from server.routers import feature_router
from server.views import Asked, View

ROOT = Path(__file__).parents[2]
LEFT_OUT = (
    *("openpyxl", "pypdf", "reportlab", "aiosmtplib", "authlib", "webauthn", "alembic"),
    *("celery", "redis", "httpx", "icalendar", "rapidfuzz", "obstore", "sentry_sdk", "psycopg"),
    *("edge_tts", "faster_whisper", "numpy"),
)
"""What only some requests, some settings or background work need."""
START = """
import json, sys
from server.main import create_app
from server.settings import read_settings
from server.late_routes import LateRoute
app = create_app(read_settings({}, data_dir=sys.argv[1]))
late = [route.path for route in app.routes if isinstance(route, LateRoute)]
whole = [route.path for route in app.routes if "dependant" in vars(route)]
print(json.dumps({"modules": sorted(sys.modules), "late": late, "whole": whole}))
"""


def test_a_start_imports_nothing_that_only_some_requests_need_and_takes_no_route_apart(
    tmp_path: Path,
) -> None:
    environ = {name: value for name, value in os.environ.items() if "INVIGIL" not in name}
    command = [sys.executable, "-c", START, str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environ, check=True, stdout=subprocess.PIPE, timeout=120
    )
    found = json.loads(done.stdout)
    tops = {name.partition(".")[0] for name in found["modules"]}
    assert {"fastapi", "sqlmodel"} <= tops
    assert not tops & set(LEFT_OUT)
    assert len(found["late"]) > 150
    assert not set(found["whole"]) & set(found["late"])


class Question(Asked):
    number: int


class Strange:
    """Nothing that a request could hold."""


class Answer(View):
    doubled: int


def made(*functions: Any) -> tuple[TestClient, list[LateRoute]]:
    router = feature_router("/late", "late")
    for function in functions:
        router.post(f"/{function.__name__}")(function)
    app = FastAPI()
    app.router.routes.extend(router.routes)
    return TestClient(app), [route for route in router.routes if isinstance(route, LateRoute)]


def double(asked: Question) -> Answer:
    """Twice as much."""
    return Answer(doubled=asked.number * 2)


def test_the_first_request_makes_its_route_whole_and_no_other() -> None:
    def other(asked: Question) -> Answer:
        return Answer(doubled=asked.number)

    client, routes = made(double, other)
    assert [("dependant" in vars(route)) for route in routes] == [False, False]
    assert client.post("/api/late/double", json={"number": 4}).json() == {"doubled": 8}
    assert client.post("/api/late/double", json={"number": "4"}).status_code == 422
    assert [("dependant" in vars(route)) for route in routes] == [True, False]


def test_a_wrong_method_and_a_wrong_address_make_nothing_whole() -> None:
    client, (route,) = made(double)
    assert client.get("/api/late/double").status_code == 405
    assert client.post("/api/late/nowhere", json={}).status_code == 404
    assert "dependant" not in vars(route)


def test_many_first_requests_at_once_are_all_answered() -> None:
    client, _ = made(double)
    together, found = Barrier(8), []

    def ask(number: int) -> None:
        together.wait()
        found.append(client.post("/api/late/double", json={"number": number}).json()["doubled"])

    threads = [Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0, 2, 4, 6, 8, 10, 12, 14]


def test_a_declaration_that_does_not_hold_fails_at_each_use_and_not_only_at_the_first() -> None:
    def broken(asked: Strange) -> None: ...

    _, (route,) = made(broken)
    for _ in range(2):
        with pytest.raises(FastAPIError, match="Invalid args"):
            _ = route.dependant


def test_what_a_route_does_not_have_is_an_attribute_error() -> None:
    _, (route,) = made(double)
    with pytest.raises(AttributeError):
        _ = route.nothing_like_it  # type: ignore[attr-defined]
    assert route.response_model is Answer
