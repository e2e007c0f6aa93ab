"""The OpenAPI document, for tests that read it.

One rule: it is made once in a process, at three seconds of a core, and nobody changes it.
"""

from functools import cache
from typing import Any

from server.api import describe


@cache
def document() -> dict[str, Any]:
    """What this server says of its operations."""
    return describe()
