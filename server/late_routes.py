"""Routes that are taken apart when somebody first asks for them.

One rule: until then a route knows its address and its methods and nothing else; what its function
takes and answers is looked at once, under a lock, and then it is FastAPI's own route. For all 190
at once that is a quarter of a server's start, and most are never asked for between two starts.
"""

import threading
import warnings
from collections.abc import Callable
from typing import Any

from fastapi.routing import APIRoute
from pydantic.warnings import UnsupportedFieldAttributeWarning
from starlette.routing import compile_path

_TAKING_APART = threading.RLock()
_LATE = "late"


class LateRoute(APIRoute):
    """An `APIRoute` whose first use makes it whole; the same declaration, the same answers."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **declared: Any) -> None:
        self.path = path
        self.endpoint = endpoint
        self.name = declared.get("name") or endpoint.__name__
        self.methods = {method.upper() for method in declared.get("methods") or ("GET",)}
        self.include_in_schema = declared.get("include_in_schema", True)
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.__dict__[_LATE] = declared

    def __getattr__(self, name: str) -> Any:
        """Asked for only what is not there yet: then it is high time."""
        with _TAKING_APART:
            declared = self.__dict__.pop(_LATE, None)
            if declared is not None:
                try:
                    super().__init__(self.path, self.endpoint, **declared)
                    self._complete()
                except BaseException:
                    self.__dict__[_LATE] = declared  # the next request fails as clearly
                    raise
        return object.__getattribute__(self, name)

    def _complete(self) -> None:
        """Makes what checks the body and the answer, which the models themselves put off.

        A first check does it. FastAPI gives a body's type an alias that has no effect there, and
        keeps pydantic from warning of it only where it makes the check itself.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UnsupportedFieldAttributeWarning)
            for field in (self.body_field, self.response_field):
                if field is not None:
                    field.validate(None)
