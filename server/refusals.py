"""The exception with which a service says no; it knows no framework.

One rule: a refusal names a code of `shared.problems.PROBLEMS`; routes let it through.
"""

from typing import Any

from shared.problems import PROBLEMS


class Refused(Exception):
    """An expected "no". `detail` replaces the advice of the code; `extra` adds members."""

    def __init__(
        self,
        code: str,
        detail: str | None = None,
        *,
        retry_after_s: int | None = None,
        **extra: Any,
    ) -> None:
        if code not in PROBLEMS:
            raise ValueError(f"unknown problem code {code!r}")
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.retry_after_s = retry_after_s
        self.extra = extra
