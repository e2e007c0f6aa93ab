"""What operators see and do: logs, metrics, readiness, maintenance.

One rule: nothing in it names a person.
"""

from typing import TYPE_CHECKING

from server.operations.trail import Trail

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp

__all__ = ["install"]


def install(app: "FastAPI") -> None:
    """Puts the trail of ids and lines around everything, failures included."""
    stack, parts = app.build_middleware_stack, app.state.parts

    def around() -> "ASGIApp":
        inner = stack()
        if (tracing := parts.database.tracing) is not None:
            from server.operations.spans import Spans

            inner = Spans(inner, tracing)
        return Trail(inner, parts.traffic)

    app.build_middleware_stack = around
