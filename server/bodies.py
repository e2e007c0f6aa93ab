"""The bases of what admins send and read.

One rule: a body is read as strict JSON (`"5"` and `true` are no numbers, unknown fields are an
error), so that a typing slip is told and not guessed at. No framework here: services read too.
"""

import json
import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from shared.model import FIELD_TEXTS
from shared.policy import Accommodations, Policy

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""Controls, line separators, and what turns the order of the text around it: a name with these
shows as another one. Joiners and direction marks stay, because names are written with them."""


def _plain(text: str) -> str:
    if _UNSEEN.search(text):
        raise ValueError(
            "holds characters that are not shown, or that turn the order of others; "
            "type it again instead of pasting it"
        )
    return text


Line = Annotated[
    str,
    Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$"),
    AfterValidator(_plain),
]
"""One line of text that is not blank and shows as it is."""
Email = Annotated[
    str,
    Field(min_length=3, max_length=320, pattern=r"^[^\s@<>,;\"]+@[^\s@<>,;\"]+$"),
    AfterValidator(_plain),
]
"""An e-mail address by its shape; whether it exists shows when mail is sent."""
Password = Annotated[str, Field(min_length=12, max_length=200)]
"""Long enough not to be guessed, short enough not to keep the hash busy."""


def _instant(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError("not an instant with its offset, such as 2026-11-22T15:00:00Z")


Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
"""An instant with its offset; UTC once it is read."""


def _strictly(model: type[BaseModel]) -> BeforeValidator:
    """Reads a model of the contract as strictly as our own bodies: a misspelt rule is told."""

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            return model.model_validate(value, strict=True, extra="forbid")
        # As the JSON that it was: strict Python has no list where a model keeps a tuple.
        return model.model_validate_json(json.dumps(value), strict=True, extra="forbid")

    return BeforeValidator(read)


PolicyBody = Annotated[Policy, _strictly(Policy)]
AccommodationsBody = Annotated[Accommodations, _strictly(Accommodations)]


class Asked(BaseModel):
    """A request's body."""

    model_config = ConfigDict(
        extra="forbid", strict=True, use_attribute_docstrings=FIELD_TEXTS, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _no_nul(cls, value: Any) -> Any:
        _refuse_nul(value)
        return value

    def given(self, *nullable: str) -> dict[str, Any]:
        """The fields to change. Those left out stay, and so do nulls that are not `nullable`."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        return {
            name: value for name, value in values.items() if value is not None or name in nullable
        }


class View(BaseModel):
    """An answer's body."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=FIELD_TEXTS, defer_build=True)


def _refuse_nul(value: Any) -> None:
    match value:
        case str() if "\0" in value:
            raise ValueError("text holds a NUL character")
        case list():
            for item in value:
                _refuse_nul(item)
        case dict():
            for item in value.values():
                _refuse_nul(item)
        case _:
            return
