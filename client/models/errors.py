"""What can go wrong with a model file.

One rule: every message is a sentence for the person at the machine and says what to do next.
"""


class ModelError(Exception):
    """Root of this package's errors; `code` is for reports, `retryable` for loops."""

    code = "model"

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class FetchError(ModelError):
    """A source gave nothing that can be used."""

    code = "model_fetch_failed"


class MissingModelError(ModelError):
    """A detector's model is not on this machine, or cannot be used."""

    code = "model_missing"


class UnknownModelError(ModelError):
    """The manifest has no model of that name."""

    code = "model_unknown"
