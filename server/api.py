"""Which features make up the HTTP surface, and how it describes itself.

One rule: operation ids are the route functions' names in camelCase, because the dashboard's
generated client is named after them; every route documents the problems it answers.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from server import access, idempotency
from server.errors import problems
from server.routers import mount, operation_id
from shared.model import FIELD_TEXTS
from shared.problems import Problem
from shared.version import APP_VERSION


def bare_app(lifespan: Callable[[FastAPI], Any] | None) -> FastAPI:
    """An application without routes but `/openapi.json`. Its pages are `server.web`'s: FastAPI's
    own load scripts from another host."""
    app = FastAPI(
        title="Invigil",
        version=APP_VERSION,
        summary="Remote technical interviews, from invitation to result.",
        lifespan=lifespan,
        openapi_url=None,  # FastAPI's own makes the document on the event loop
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_id,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.add_route("/openapi.json", _document, include_in_schema=False)
    return app


def include_features(app: FastAPI) -> None:
    """Adds every feature's routes below `/api`, and the few that stand beside it."""
    from server import line, video
    from server.auth import account_routes as account
    from server.auth import api_token_routes as api_tokens
    from server.auth import confirm_routes as step_up
    from server.auth import factor_routes as factors
    from server.auth import oidc_routes as oidc
    from server.auth import password_routes as password_links
    from server.auth import routes as auth
    from server.calibration import gate_routes as calibration_gate
    from server.calibration import routes as calibration
    from server.candidate import routes as candidate
    from server.charts import routes as charts
    from server.coderuns import check_routes as question_checks
    from server.coderuns import routes as coderuns
    from server.compare import routes as compare
    from server.drafting import routes as drafting
    from server.interviews import bulk_routes as many_interviews
    from server.interviews import routes as interviews
    from server.jobs import routes as jobs
    from server.live import routes as live
    from server.live_looks import routes as live_looks
    from server.mail_events import routes as mail_events
    from server.operations import admin as server_admin
    from server.operations import audit_routes as audit_log
    from server.operations import routes as operations
    from server.papers import draw_routes as draw
    from server.papers import file_routes as paper_files
    from server.papers import routes as papers
    from server.papers import version_routes as paper_versions
    from server.privacy import routes as privacy
    from server.proctoring import routes as proctoring
    from server.readiness import routes as readiness
    from server.results import feedback_routes as feedback
    from server.results import history_routes as history
    from server.results import routes as results
    from server.reviews import appeal_routes as appeals
    from server.reviews import routes as reviews
    from server.reviews import second_routes as second_readings
    from server.saved_views import routes as saved_views
    from server.settings_api import routes as settings_api
    from server.speech_api import routes as speech
    from server.sync import parcel_routes as parcels
    from server.sync import routes as sync
    from server.teams import owner_routes as owners
    from server.teams import routes as teams
    from server.users import routes as users
    from server.webhooks import routes as webhooks

    for feature in (
        auth,
        step_up,
        api_tokens,
        password_links,
        account,
        factors,
        oidc,
        users,
        jobs,
        webhooks,
        mail_events,
        readiness,
        paper_files,  # before papers: /papers/template is no id
        teams,
        owners,
        papers,
        question_checks,
        drafting,
        paper_versions,
        draw,
        many_interviews,
        interviews,
        results,
        compare,
        saved_views,
        charts,
        reviews,
        second_readings,
        calibration,
        calibration_gate,
        appeals,
        history,
        privacy,
        proctoring,
        live,
        live_looks,
        line,
        video,
        candidate,
        speech,
        coderuns,
        sync,
        parcels,
        settings_api,
        server_admin,
        audit_log,
    ):
        mount(app, feature.router)
    mount(app, feedback.router)
    mount(app, feedback.candidate_router)
    mount(app, appeals.candidate_router)
    mount(app, readiness.candidate_router)
    mount(app, live_looks.candidate_router)
    mount(app, settings_api.beside_api)
    mount(app, operations.beside_api)
    app.openapi = lambda: _openapi(app)


def describe() -> dict[str, Any]:
    """The OpenAPI document, without a database, keys or settings."""
    app = bare_app(None)
    include_features(app)
    return app.openapi()


_first = threading.Lock()
_FOLDER = Path(__file__).parents[1]


def _document(request: Request) -> JSONResponse:
    with _first:
        return JSONResponse(request.app.openapi())


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None and not FIELD_TEXTS:
        # A serving process has no texts of fields: one that has them writes the same document.
        command = [sys.executable, "-m", "server", "openapi"]
        environ = os.environ | {"INVIGIL_FIELD_TEXTS": ""}
        written = subprocess.run(
            command, env=environ, cwd=_FOLDER, check=True, stdout=subprocess.PIPE
        )
        app.openapi_schema = json.loads(written.stdout)
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            routes=app.routes,
            separate_input_output_schemas=False,
        )
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas.pop("HTTPValidationError", None)
        schemas.pop("ValidationError", None)
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.setdefault("Problem", problem)
        for path, operations in document.get("paths", {}).items():
            for method, operation in operations.items():
                _only_problems(operation)
                if method == "post" and path.startswith("/api/admin/"):
                    idempotency.describe(operation)
        _tell_access(app, document)
        app.openapi_schema = document
    return app.openapi_schema


def _only_problems(operation: dict[str, Any]) -> None:
    """Errors are problems and nothing else: FastAPI adds the answer's media type beside them."""
    problem = "application/problem+json"
    for status, answer in operation.get("responses", {}).items():
        if status >= "400" and problem in answer.get("content", {}):
            answer["content"] = {problem: answer["content"][problem]}


def _tell_access(app: FastAPI, document: dict[str, Any]) -> None:
    """Says of every operation whom it lets in, and that it refuses the others."""
    for route in app.routes:
        if not (isinstance(route, APIRoute) and route.include_in_schema):
            continue
        found = access.access_of(route)
        for method in route.methods or ():
            operation = document["paths"][route.path_format][method.lower()]
            operation[access.FIELD] = access.describe(found)
            for status, answer in problems(*_REFUSALS.get(found.who, _GATE)).items():
                plain = {name: answer[name] for name in ("description", "content")}
                operation["responses"].setdefault(str(status), plain)


_GATE = ("not_signed_in", "forbidden")
_REFUSALS = {
    "public": (),
    "candidate": ("not_signed_in",),
    "participant": ("not_signed_in",),
}
"""What a dependency answers that lets somebody in, by whom; others: `_GATE`."""
