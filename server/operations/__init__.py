"""What operators see and do: logs, metrics, readiness, maintenance.

One rule: nothing in it names a person.
"""

from typing import TYPE_CHECKING

from server.operations.trail import Trail

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["install"]


def install(app: "FastAPI") -> None:
    """Puts the trail of ids and lines around everything, failures included."""
    stack, traffic = app.build_middleware_stack, app.state.parts.traffic
    app.build_middleware_stack = lambda: Trail(stack(), traffic)
