"""The id of the request at work, for log lines, problems and reports of failures.

One rule: only `server.operations.trail` sets it; whoever reads it outside of a request gets "".
"""

from contextvars import ContextVar

current: ContextVar[str] = ContextVar("invigil_request_id", default="")


def request_id() -> str:
    """The id of the request that this code works for; empty outside of requests."""
    return current.get()
