"""Access tokens, cookies' names and the defence against cross-site requests.

One rule: a cookie proves who, the echoed CSRF value proves where from; a bearer token, which no
browser sends by itself, needs no second proof.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

from server.auth.people import ALL_SCOPES, Person, Role, read_scopes
from server.models import User
from server.refusals import Refused

ACCESS_COOKIE = "invigil_access"
REFRESH_COOKIE = "invigil_refresh"
CSRF_COOKIE = "invigil_csrf"
CSRF_HEADER = "X-Invigil-CSRF"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_ALGORITHM = "HS256"
_AUDIENCE = "invigil-admin"


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says."""

    user_id: str
    family: str
    """The sign-in it belongs to."""


def make_access(claims: Claims, secret: bytes, *, now: datetime, life: timedelta) -> str:
    """A signed access token that is good until `now + life`."""
    payload = {
        "sub": claims.user_id,
        "fam": claims.family,
        "aud": _AUDIENCE,
        "iat": now,
        "exp": now + life,
    }
    return jwt.encode(payload, secret, algorithm=_ALGORITHM)


def read_access(token: str, secret: bytes, *, now: datetime) -> Claims:
    """What `token` says; refuses `not_signed_in` unless it is ours and not yet run out."""
    try:
        payload = jwt.decode(
            token,
            secret,
            algorithms=[_ALGORITHM],
            audience=_AUDIENCE,
            options={
                "require": ["sub", "fam", "exp", "aud"],
                "verify_exp": False,  # by the server's own clock, below
                "verify_iat": False,
            },
        )
        expires, user_id, family = payload["exp"], payload["sub"], payload["fam"]
    except jwt.PyJWTError:
        raise Refused("not_signed_in") from None
    if not isinstance(expires, int) or now.timestamp() >= expires:
        raise Refused("not_signed_in")
    return Claims(user_id=str(user_id), family=str(family))


def as_person(user: User) -> Person:
    """The frozen value of an account."""
    role = Role(user.role)
    scopes = ALL_SCOPES if role is Role.SUPER_ADMIN else read_scopes(user.scopes)
    return Person(user.id, user.org_id, user.email, user.name, role, scopes)


def presented(headers: Mapping[str, str], cookies: Mapping[str, str]) -> tuple[str, bool]:
    """The access token of a request, and whether a browser sent it by itself (cookie).

    Refuses `not_signed_in` where there is none.
    """
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return token.strip(), False
    if cookie := cookies.get(ACCESS_COOKIE):
        return cookie, True
    raise Refused("not_signed_in")


def check_csrf(method: str, headers: Mapping[str, str], *, cookies: Mapping[str, str]) -> None:
    """Refuses `csrf` for a changing request whose header does not repeat the cookie."""
    if method.upper() in SAFE_METHODS:
        return
    echoed, expected = headers.get(CSRF_HEADER.lower(), ""), cookies.get(CSRF_COOKIE, "")
    if not expected or not secrets.compare_digest(echoed.encode(), expected.encode()):
        raise Refused("csrf")
