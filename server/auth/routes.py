"""Signing in, staying signed in and signing out over HTTP.

One rule: each way in is throttled before anything is looked up, ends in `_open`, and gets ids
that nobody could have known before.
"""

from datetime import datetime
from typing import Annotated

from fastapi import Cookie, Request, Response, status
from fastapi.responses import JSONResponse
from sqlmodel import Session

from server.auth import challenges, factors, passkeys, service, tokens
from server.auth.cookies import forget_cookies, refresh_life, signed_in_answer
from server.auth.deps import SignedInOrToken
from server.auth.passwords import check_password, hash_password
from server.auth.people import Role
from server.auth.proofs import guessing, options_for, proof_of, signed_by
from server.auth.requests import address_of, arrival_of
from server.auth.rules import Method
from server.auth.views import (
    LoginRequest,
    PasskeyQuestionView,
    PasskeySignInRequest,
    PersonView,
    RegisterRequest,
    SecondFactorRequest,
    SecondFactorView,
    SignedInView,
    person_view,
)
from server.deps import Db, Now, Parts, PartsDep
from server.errors import problem_response, problems
from server.models import User
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES
from shared.ids import token_hash

router = feature_router("/auth", "auth", max_body_size=MAX_FORM_BYTES)
_BODY = ("malformed_body", "too_large")


_CHALLENGE = ("challenge_over", "rate_limited")


@router.post(
    "/login",
    response_model=SignedInView,
    responses=problems("wrong_credentials", "password_off", "rate_limited", *_BODY)
    | {202: {"model": SecondFactorView, "description": "A second factor is needed."}},
)
def login(
    asked: LoginRequest, request: Request, response: Response, parts: PartsDep, db: Db, now: Now
) -> SignedInView | Response:
    """Signs in with e-mail and password; answers 202 where a second factor is needed."""
    if not parts.settings.password_login:
        raise Refused("password_off")
    email, address = asked.email.strip().lower(), address_of(request)
    with guessing(parts, email, address, now=now):
        with parts.database.read() as reading:
            user = service.find_user(reading, email)
            has = factors.of(reading, user.id) if user else None
        fits = check_password(asked.password, user.password_hash if user else None)
        if user is None or has is None or not fits or not user.active:
            raise Refused("wrong_credentials")
    if has.methods:
        view = _second_step(parts, user, has, now=now)
        return JSONResponse(view.model_dump(mode="json"), status.HTTP_202_ACCEPTED)
    return _open(request, response, parts, db, user, Method.PASSWORD, now=now)


@router.post(
    "/login/second", responses=problems("wrong_code", "wrong_passkey", *_CHALLENGE, *_BODY)
)
def login_second(
    asked: SecondFactorRequest,
    request: Request,
    response: Response,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> SignedInView:
    """The second step of a sign-in by password."""
    challenge = challenges.read(
        asked.challenge, challenges.Purpose.SECOND_FACTOR, parts.keys.jwt, now=now
    )
    with guessing(parts, f"second {challenge.about}", address_of(request), now=now):
        proof = proof_of(parts, challenge, asked, now=now)
        method = factors.take(db, challenge.about, proof, parts.keys, now=now)
        if not isinstance(proof, factors.Signed):
            challenges.spend(db, challenge, now=now)
    user = service.active_user(db, challenge.about)
    return _open(request, response, parts, db, user, method, now=now)


@router.post("/login/passkey/options", responses=problems("passkeys_off", *_BODY))
def ask_for_passkey(parts: PartsDep, now: Now) -> PasskeyQuestionView:
    """What to ask the browser for, to sign in without e-mail and password."""
    site = passkeys.site_of(parts.settings)
    token, to_sign = challenges.ask(challenges.Purpose.PASSKEY_SIGN_IN, parts.keys.jwt, now=now)
    return PasskeyQuestionView(challenge=token, options=passkeys.to_sign_in(site, to_sign))


@router.post(
    "/login/passkey", responses=problems("wrong_passkey", "passkeys_off", *_CHALLENGE, *_BODY)
)
def login_by_passkey(
    asked: PasskeySignInRequest,
    request: Request,
    response: Response,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> SignedInView:
    """Signs in with a passkey alone: it is something one has and something one knows or is."""
    challenge = challenges.read(
        asked.challenge, challenges.Purpose.PASSKEY_SIGN_IN, parts.keys.jwt, now=now
    )
    whose = f"passkey {token_hash(asked.passkey.credential_id)}"
    with guessing(parts, whose, address_of(request), now=now):
        signed = signed_by(parts, challenge, asked.passkey, now=now)
        used = passkeys.take(
            db, signed.assertion, site=signed.site, challenge=signed.challenge, now=now
        )
    user = service.active_user(db, used.user_id)
    return _open(request, response, parts, db, user, Method.PASSKEY, now=now)


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
        db, invigil_refresh, secret=parts.keys.jwt, now=now, life=refresh_life(parts)
    )
    if found is None:
        # Answered, not raised: what a second use has ended must be committed.
        refused = problem_response("not_signed_in")
        forget_cookies(refused)
        return refused
    # The same value again: requests on their way repeat the one they read.
    return signed_in_answer(
        response, parts, found, now=now, csrf=request.cookies[tokens.CSRF_COOKIE]
    )


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
    forget_cookies(response)


@router.get("/me", responses=problems("not_signed_in", "forbidden"))
def get_me(person: SignedInOrToken) -> PersonView:
    """Who is signed in."""
    return person_view(person)


def _second_step(
    parts: Parts, user: User, has: factors.Factors, *, now: datetime
) -> SecondFactorView:
    token, to_sign = challenges.ask(
        challenges.Purpose.SECOND_FACTOR, parts.keys.jwt, about=user.id, now=now
    )
    return SecondFactorView(
        challenge=token,
        methods=has.methods,
        passkey_options=options_for(parts, has, to_sign),
    )


def _open(
    request: Request,
    response: Response,
    parts: Parts,
    db: Session,
    user: User,
    method: Method,
    *,
    now: datetime,
) -> SignedInView:
    """Signs `user` in, and out of what this browser was signed in to before."""
    if before := request.cookies.get(tokens.REFRESH_COOKIE):
        service.end_presented(db, before, now=now)
    arrival = arrival_of(request, method)
    found = service.open_family(db, user, arrival, now=now, life=refresh_life(parts))
    return signed_in_answer(response, parts, found, now=now)
