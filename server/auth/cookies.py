"""The answer to a sign-in: three cookies for a browser, a bearer token for a script.

One rule: cookies are HttpOnly and SameSite=Strict; the one readable cookie is worthless without
the other, and the header that repeats it cannot be sent from another site.
"""

from datetime import datetime, timedelta

from fastapi import Response

from server.auth import service, tokens
from server.auth.views import SignedInView, person_view
from server.deps import Parts
from shared.ids import new_token

_REFRESH_PATH = "/api/auth"


def refresh_life(parts: Parts) -> timedelta:
    """How long a sign-in lasts that is not renewed."""
    return timedelta(days=parts.settings.refresh_days)


def signed_in_answer(
    response: Response,
    parts: Parts,
    found: service.SignIn,
    *,
    now: datetime,
    csrf: str | None = None,
) -> SignedInView:
    """Sets the cookies and answers the token; `csrf`: the value that is to stay."""
    life = timedelta(minutes=parts.settings.access_minutes)
    claims = tokens.Claims(found.person.id, found.family)
    access = tokens.make_access(claims, parts.keys.jwt, now=now, life=life)
    lasts = int(refresh_life(parts).total_seconds())
    secure = parts.settings.secure_cookies
    for name, value, path, hidden in (
        (tokens.ACCESS_COOKIE, access, "/api", True),
        (tokens.REFRESH_COOKIE, found.refresh, _REFRESH_PATH, True),
        (tokens.CSRF_COOKIE, csrf or new_token(), "/", False),
    ):
        response.set_cookie(
            name,
            value,
            max_age=int(life.total_seconds()) if name == tokens.ACCESS_COOKIE else lasts,
            path=path,
            secure=secure,
            httponly=hidden,
            samesite="strict",
        )
    return SignedInView(
        access_token=access, expires_in=int(life.total_seconds()), user=person_view(found.person)
    )


def forget_cookies(response: Response) -> None:
    """Takes the cookies back."""
    for name, path in (
        (tokens.ACCESS_COOKIE, "/api"),
        (tokens.REFRESH_COOKIE, _REFRESH_PATH),
        (tokens.CSRF_COOKIE, "/"),
    ):
        response.delete_cookie(name, path=path, samesite="strict")
