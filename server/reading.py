"""`GET` routes that ask, judge and write their answer in one stay in a worker thread.

One rule: the answer is the one FastAPI would give. It goes into a thread for the handler, again to
validate what came out and again to close the session, and at each way back waits its turn.
"""

from collections.abc import Callable, Coroutine
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

from fastapi import Request, Response
from fastapi.datastructures import DefaultPlaceholder
from fastapi.exceptions import ResponseValidationError

from server.db import Reading
from server.late_routes import LateRoute


class ReadingRoute(LateRoute):
    """Answers so where it reads and FastAPI would write what it returns as plain JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own, around a handler that answers whole."""
        call, field = self.dependant.call, self.response_field
        plain = isinstance(self.response_class, DefaultPlaceholder)
        reads = self.methods == {"GET"} and self.dependant.response_param_name is None
        if reads and plain and field and call and not iscoroutinefunction(call):
            self.dependant.call = _whole(call, field, self.status_code or 200)
        return super().get_route_handler()


def _whole(call: Callable[..., Any], field: Any, status: int) -> Callable[..., Response]:
    @wraps(call)
    def answer(**given: Any) -> Response:
        try:
            found = call(**given)
            if isinstance(found, Response):
                return found
            value, errors = field.validate(found, {}, loc=("response",))
            if errors:
                raise ResponseValidationError(errors=errors, body=found)
            content = field.serialize_json(value, by_alias=True)
            return Response(content, status, media_type="application/json")
        finally:
            for each in given.values():
                if isinstance(each, Reading):
                    each.close()

    return answer
