"""API tokens as their owners and super admins read them. One rule: the secret is told once."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.auth.people import Scope, read_scopes
from server.models import ApiToken, User
from server.views import Asked, Line, View


class ApiTokenRequest(Asked):
    """A token for a script."""

    name: Line
    """What it is for."""
    scopes: Annotated[
        list[Annotated[Scope, Field(strict=False)]], Field(min_length=1, max_length=4)
    ]
    """What it may do: at most what its owner may."""
    days: Annotated[int, Field(ge=1, le=365)] = 90
    """When it runs out."""


class ApiTokenView(View):
    """A token without its secret."""

    id: str
    name: str
    prefix: str
    """Its first characters, to recognise it by."""
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    """The last use, to ten minutes; null before the first."""
    revoked_at: datetime | None


class NewApiToken(ApiTokenView):
    """The only answer that holds the secret."""

    token: str
    """For `Authorization: Bearer …`. It is stored as a hash and cannot be read again."""


class ApiTokenList(View):
    """One's tokens that work, newest first."""

    items: list[ApiTokenView]


class OwnedApiToken(ApiTokenView):
    """A token with whose it is."""

    owner_id: str
    owner_name: str


class ApiTokenPage(View):
    """Everybody's tokens, newest first."""

    items: list[OwnedApiToken]
    next_cursor: str | None


def token_view(token: ApiToken) -> ApiTokenView:
    """As it is told."""
    return ApiTokenView(
        id=token.id,
        name=token.name,
        prefix=token.prefix,
        scopes=sorted(read_scopes(token.scopes)),
        created_at=token.created_at,
        expires_at=token.expires_at,
        used_at=token.used_at,
        revoked_at=token.revoked_at,
    )


def owned_view(token: ApiToken, owner: User) -> OwnedApiToken:
    """As super admins read it."""
    return OwnedApiToken(**dict(token_view(token)), owner_id=owner.id, owner_name=owner.name)
