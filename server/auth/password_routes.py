"""The link with which somebody sets their password, over HTTP.

One rule: the secret travels in a body, never in an address, and opens nothing but this.
"""

from typing import Annotated

from fastapi import status
from pydantic import Field

from server import audit
from server.auth import password_links
from server.auth.passwords import hash_password
from server.deps import Db, Now
from server.errors import problems
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Asked, Password

router = feature_router("/auth", "auth", max_body_size=MAX_FORM_BYTES)


class PasswordLinkRequest(Asked):
    """A password for the account that a link was made for."""

    token: Annotated[str, Field(min_length=16, max_length=128)]
    """The link's secret: what stands behind its #."""
    password: Password


@router.post(
    "/password-link",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems("invite_unknown", "invite_expired", "malformed_body", "too_large"),
)
def set_password_with_link(asked: PasswordLinkRequest, db: Db, now: Now) -> None:
    """Sets the password with a link, once, and ends older sign-ins."""
    hashed = hash_password(asked.password)
    user = password_links.use(db, asked.token, password_hash=hashed, now=now)
    audit.note(
        db,
        f"user:{user.id}",
        "user.password_set",
        subject=f"user:{user.id}",
        at=now,
        org_id=user.org_id,
    )
