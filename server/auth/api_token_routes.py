"""API tokens over HTTP: one's own, and everybody's for super admins.

One rule: in person only; a token makes, lists and revokes no tokens.
"""

from datetime import timedelta

from fastapi import status

from server.auth import api_tokens
from server.auth.api_token_views import (
    ApiTokenList,
    ApiTokenPage,
    ApiTokenRequest,
    NewApiToken,
    owned_view,
    token_view,
)
from server.auth.deps import Admin, SuperAdmin
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor

_ADMIN = ("not_signed_in", "forbidden")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")
router = feature_router("", "api-tokens", max_body_size=MAX_FORM_BYTES)


@router.get("/auth/tokens", responses=problems(*_ADMIN))
def list_my_api_tokens(person: Admin, db: ReadDb, now: Now) -> ApiTokenList:
    """One's own tokens that work."""
    return ApiTokenList(
        items=[token_view(token) for token in api_tokens.list_own(db, person, now=now)]
    )


@router.post(
    "/auth/tokens",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE, "in_use")
    | leads_to(201, with_id("revokeMyApiToken", "revokeApiToken")),
)
def create_api_token(asked: ApiTokenRequest, person: Admin, db: Db, now: Now) -> NewApiToken:
    """Makes a token; its secret is in this answer, once."""
    wanted = api_tokens.Wanted(asked.name, frozenset(asked.scopes), timedelta(days=asked.days))
    token, secret = api_tokens.add(db, person, wanted, now=now)
    return NewApiToken(**dict(token_view(token)), token=secret)


@router.delete(
    "/auth/tokens/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found"),
)
def revoke_my_api_token(id: Key, person: Admin, db: Db, now: Now) -> None:
    """Ends one of one's own tokens at once."""
    api_tokens.revoke(db, person, id, anybodys=False, now=now)


@router.get("/admin/api-tokens", responses=problems(*_ADMIN))
def list_api_tokens(
    person: SuperAdmin, db: ReadDb, cursor: Cursor = None, limit: Limit = 50
) -> ApiTokenPage:
    """Everybody's tokens, newest first, those revoked and run out too."""
    found = api_tokens.list_all(db, person, after=read_cursor(cursor), limit=limit + 1)
    page = found[:limit]
    last = page[-1][0] if len(found) > limit else None
    return ApiTokenPage(
        items=[owned_view(token, owner) for token, owner in page],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.delete(
    "/admin/api-tokens/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found"),
)
def revoke_api_token(id: Key, person: SuperAdmin, db: Db, now: Now) -> None:
    """Ends anybody's token at once."""
    api_tokens.revoke(db, person, id, anybodys=True, now=now)
