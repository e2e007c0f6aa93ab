"""Sign-in over HTTP: cookies for browsers, a bearer token for scripts.

One rule: cookies are HttpOnly and SameSite=Strict; the one readable cookie is worthless without
the other, and the header that repeats it cannot be sent from another site.
"""

from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Cookie, Request, Response, status

from server.auth import service, tokens
from server.auth.deps import SignedInOrToken
from server.auth.passwords import check_password, hash_password
from server.auth.people import Role
from server.auth.requests import address_of, arrival_of
from server.auth.rules import Method
from server.auth.views import (
    LoginRequest,
    PersonView,
    RegisterRequest,
    SignedInView,
    person_view,
)
from server.deps import Db, Now, Parts, PartsDep
from server.errors import problem_response, problems
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES
from shared.ids import new_token

router = feature_router("/auth", "auth", max_body_size=MAX_FORM_BYTES)
_BODY = ("malformed_body", "too_large")
_REFRESH_PATH = "/api/auth"


@router.post("/login", responses=problems("wrong_credentials", "rate_limited", *_BODY))
def login(
    asked: LoginRequest, request: Request, response: Response, parts: PartsDep, db: Db, now: Now
) -> SignedInView:
    """Signs in with e-mail and password."""
    email, address = asked.email.strip().lower(), address_of(request)
    if wait_s := parts.throttle.attempt(email, address):
        raise Refused("rate_limited", retry_after_s=wait_s)
    with parts.database.read() as reading:
        user = service.find_user(reading, email)
    fits = check_password(asked.password, user.password_hash if user else None)
    if user is None or not fits or not user.active:
        raise Refused("wrong_credentials")
    parts.throttle.succeeded(email, address)
    arrival = arrival_of(request, Method.PASSWORD)
    found = service.open_family(db, user, arrival, now=now, life=_refresh_life(parts))
    return _answer(response, parts, found, now=now)


@router.post(
    "/register",
    status_code=status.HTTP_201_CREATED,
    responses=problems(
        "registration_off",
        "already_exists",
        "invite_unknown",
        "invite_revoked",
        "malformed_body",
        "too_large",
    ),
)
def register(asked: RegisterRequest, parts: PartsDep, db: Db, now: Now) -> PersonView:
    """Makes a candidate's account from an invite, where the server allows it. Off by default."""
    if not parts.settings.registration:
        raise Refused("registration_off")
    with parts.database.read() as reading:
        email = service.invited_email(reading, asked.invite, now=now)
    hashed = hash_password(asked.password)
    user = service.add_user(
        db, email=email, name=asked.name, role=Role.CANDIDATE, password_hash=hashed
    )
    return person_view(tokens.as_person(user))


@router.post("/refresh", response_model=SignedInView, responses=problems("not_signed_in", "csrf"))
def refresh(
    request: Request,
    response: Response,
    parts: PartsDep,
    db: Db,
    now: Now,
    invigil_refresh: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> SignedInView | Response:
    """Exchanges the refresh cookie for a new pair.

    Asked again within half a minute the answer is the same pair's; a cookie used later ends the
    sign-in.
    """
    if not invigil_refresh:
        raise Refused("not_signed_in")
    tokens.check_csrf(request.method, request.headers, cookies=request.cookies)
    found = service.rotate(
        db, invigil_refresh, secret=parts.keys.jwt, now=now, life=_refresh_life(parts)
    )
    if found is None:
        # Answered, not raised: what a second use has ended must be committed.
        refused = problem_response("not_signed_in")
        _forget(refused)
        return refused
    # The same value again: requests on their way repeat the one they read.
    return _answer(response, parts, found, now=now, csrf=request.cookies[tokens.CSRF_COOKIE])


@router.post(
    "/logout", status_code=status.HTTP_204_NO_CONTENT, responses=problems("not_signed_in", "csrf")
)
def logout(request: Request, response: Response, parts: PartsDep, db: Db, now: Now) -> None:
    """Ends this sign-in at once; other browsers stay signed in."""
    token, from_cookie = tokens.presented(request.headers, request.cookies)
    if from_cookie:
        tokens.check_csrf(request.method, request.headers, cookies=request.cookies)
    claims = tokens.read_access(token, parts.keys.jwt, now=now)
    service.end_family(db, claims.family, now=now)
    _forget(response)


@router.get("/me", responses=problems("not_signed_in", "forbidden"))
def get_me(person: SignedInOrToken) -> PersonView:
    """Who is signed in."""
    return person_view(person)


def _refresh_life(parts: Parts) -> timedelta:
    return timedelta(days=parts.settings.refresh_days)


def _answer(
    response: Response,
    parts: Parts,
    found: service.SignIn,
    *,
    now: datetime,
    csrf: str | None = None,
) -> SignedInView:
    life = timedelta(minutes=parts.settings.access_minutes)
    claims = tokens.Claims(found.person.id, found.family)
    access = tokens.make_access(claims, parts.keys.jwt, now=now, life=life)
    lasts = int(_refresh_life(parts).total_seconds())
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


def _forget(response: Response) -> None:
    for name, path in (
        (tokens.ACCESS_COOKIE, "/api"),
        (tokens.REFRESH_COOKIE, _REFRESH_PATH),
        (tokens.CSRF_COOKIE, "/"),
    ):
        response.delete_cookie(name, path=path, samesite="strict")
