"""The base of every model on the wire.

One rule: frozen and strict about shape, but readers keep fields they do not know, so that a
newer peer can say more without breaking an older one.
"""

import os
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.ids import ID_PATTERN, SHA256_PATTERN

FIELD_TEXTS = os.environ.get("INVIGIL_FIELD_TEXTS") != "0"
"""Whether models carry their fields' descriptions. Reading them out of the source is a sixth of a
server's start and only the document of the interface tells them: what merely serves goes without.
"""


class Wire(BaseModel):
    """Immutable; unknown fields are ignored on reading, never an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=FIELD_TEXTS,
        # What checks a model is made when it is first used: no program uses half of them.
        defer_build=True,
    )


Id = Annotated[str, Field(pattern=ID_PATTERN)]
Digest = Annotated[str, Field(pattern=SHA256_PATTERN)]
UtcText = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")]
"""UTC in ISO 8601 with a final Z, such as 2026-11-22T15:04:05.123Z."""
