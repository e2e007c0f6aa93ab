"""Who is let in where, as the OpenAPI document tells it (`x-invigil-access`).

One rule: what is told is read from the dependency that decides, so the document cannot say
something else than the server does.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

FIELD = "x-invigil-access"
_MARK = "invigil_access"
_Call = TypeVar("_Call", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask for an operation."""

    who: str
    """`public`; `candidate`, by a lease's token; `participant`, by a lease or an account;
    `signed_in`; `admin`; `super_admin`."""
    scopes: tuple[str, ...] = ()
    """An admin needs one of these; empty: none."""
    api_token: bool = False
    """Whether a script's API token will do, within its scopes."""


PUBLIC = Access("public")
_STRICTER = ("public", "participant", "candidate", "signed_in", "admin", "super_admin")


def lets_in(access: Access) -> Callable[[_Call], _Call]:
    """Marks a dependency as the one that decides who gets in."""

    def mark(call: _Call) -> _Call:
        setattr(call, _MARK, access)
        return call

    return mark


def access_of(route: APIRoute) -> Access:
    """What the route's dependencies demand together; `public` where none of them decides."""
    found: list[Access] = [
        getattr(call, _MARK) for call in _calls(route.dependant) if hasattr(call, _MARK)
    ]
    if not found:
        return PUBLIC
    return Access(
        max((access.who for access in found), key=_STRICTER.index),
        next((access.scopes for access in found if access.scopes), ()),
        api_token=all(access.api_token for access in found),
    )


def describe(access: Access) -> dict[str, Any]:
    """The value of `x-invigil-access`."""
    return asdict(access) | {"scopes": list(access.scopes)}


def _calls(dependant: Dependant) -> Iterator[object]:
    for inner in dependant.dependencies:
        yield inner.call
        yield from _calls(inner)
