"""A face or a voice as numbers, as it lies sealed beside the candidate on the server.

One rule: a template compares only with templates of the same model; the numbers are integers in
fixed point, so that both sides hold exactly the same vector.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.model import Digest, Wire

MEDIA_TYPE = "application/vnd.invigil.template+json"
"""Of the content of a template's blob."""
SCALE = 1_000_000
"""Units in 1.0."""


class Template(Wire):
    """A unit vector and the model that made it."""

    what: Literal["face", "voice"]
    """Of which."""
    model: str
    """Name and version of the model."""
    sha256: Digest
    """Of the model's file."""
    values_micro: Annotated[tuple[int, ...], Field(min_length=16, max_length=4096)]
    """The vector of length 1, each number times 1,000,000."""
    samples: Annotated[int, Field(ge=1)] = 1
    """Frames or seconds of which it is the mean."""
