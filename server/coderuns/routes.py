"""HTTP of sample runs. One rule: by the lease's bearer token, so that no run holds up the signed
calls, and no database transaction waits for a program.
"""

from typing import Annotated

from fastapi import Path

from server.candidate.requests import Bearer
from server.coderuns import service
from server.deps import PartsDep
from server.errors import problems
from server.routers import feature_router
from shared.ids import ID_PATTERN
from shared.runs import RunAnswer, RunRequest

router = feature_router("/interview", "coderuns", max_body_size=2 * 1024 * 1024)


@router.post(
    "/run/{session}",
    responses=problems(
        *("malformed_body", "not_signed_in", "not_found", "too_large"),
        *("not_started", "already_over", "code_runs_off"),
    ),
)
def run_code(
    session: Annotated[str, Path(pattern=ID_PATTERN)],
    request: RunRequest,
    token: Bearer,
    parts: PartsDep,
) -> RunAnswer:
    """Tries code on the visible tests of its question. Keeps nothing."""
    with parts.database.read() as db:
        tests = service.asked_about(db, session, request, token=token)
    return service.try_out(parts.runner, request, tests)
