"""What a request says about where it comes from. One rule: nothing here is proof of anything."""

from fastapi import Request

from server.auth.rules import Method
from server.auth.service import Arrival


def address_of(request: Request) -> str:
    """The network address a request comes from."""
    return request.client.host if request.client else ""


def arrival_of(request: Request, method: Method) -> Arrival:
    """How somebody came in, as their list of sign-ins shows it."""
    return Arrival(method, address_of(request), request.headers.get("user-agent", ""))
