"""Sign-in at the organisation over HTTP: away with the browser, and back.

One rule: coming back counts in the browser that left, once: its cookie is a signed challenge, from
which state, nonce and verifier follow. People come back to a page of the dashboard, which posts
what it got, so that no GET changes anything and every cookie stays SameSite=Strict.
"""

import hmac
from datetime import timedelta
from typing import Annotated

from fastapi import Cookie, Request, Response

from server.auth import challenges, external, service, tokens
from server.auth.cookies import refresh_life, signed_in_answer
from server.auth.proofs import guessing
from server.auth.requests import address_of
from server.auth.rules import Method, proved_at
from server.auth.views import OidcFinishRequest, OidcStartRequest, OidcStartView, SignedInView
from server.deps import Db, Now, Parts, PartsDep
from server.errors import problem_response, problems
from server.keys import encode
from server.oidc import Provider, Secrets
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES

router = feature_router("/auth/oidc", "auth", max_body_size=MAX_FORM_BYTES)
COOKIE = "invigil_oidc"
_PATH = "/api/auth/oidc"
_PURPOSE = challenges.Purpose.OIDC
_BODY = ("malformed_body", "too_large")
_SSO = ("sso_off", "sso_unreachable", "sso_failed")


@router.post("/start", responses=problems(*_SSO, *_BODY))
def start_oidc(
    asked: OidcStartRequest, response: Response, parts: PartsDep, now: Now
) -> OidcStartView:
    """Where to send the browser."""
    provider = _provider(parts)
    about = "again" if asked.again else ""
    token, _ = challenges.ask(_PURPOSE, parts.keys.jwt, about=about, now=now)
    challenge = challenges.read(token, _PURPOSE, parts.keys.jwt, now=now)
    secrets = _secrets(challenge.id, parts.keys.jwt)
    address = provider.address(secrets, again=asked.again, now=now)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(challenges.LIFE.total_seconds()),
        path=_PATH,
        secure=parts.settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )
    return OidcStartView(authorization_url=address)


@router.post(
    "/finish",
    response_model=SignedInView,
    responses=problems(
        *_SSO,
        *_BODY,
        "sso_no_access",
        "already_exists",
        "challenge_over",
        "rate_limited",
    ),
)
def finish_oidc(
    asked: OidcFinishRequest,
    request: Request,
    response: Response,
    parts: PartsDep,
    db: Db,
    now: Now,
    invigil_oidc: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> SignedInView | Response:
    """Signs in whoever comes back from their organisation's sign-in."""
    provider = _provider(parts)
    challenge = challenges.read(invigil_oidc or "", _PURPOSE, parts.keys.jwt, now=now)
    secrets = _secrets(challenge.id, parts.keys.jwt)
    if not hmac.compare_digest(asked.state.encode(), secrets.state.encode()):
        raise Refused("challenge_over")
    with guessing(parts, f"oidc {challenge.id}", address_of(request), now=now):
        with parts.database.write() as spending:
            challenges.spend(spending, challenge, now=now)
        identity = provider.identify(asked.code, secrets, now=now)
    response.delete_cookie(COOKIE, path=_PATH, samesite="strict")
    user = external.enter(db, identity, parts.settings.oidc_mapping, now=now)
    if user is None:
        # Answered, not raised: the sign-ins that it has ended must be committed.
        return problem_response("sso_no_access")
    if before := request.cookies.get(tokens.REFRESH_COOKIE):
        service.end_presented(db, before, now=now)
    arrival = service.Arrival(
        Method.OIDC,
        address_of(request),
        request.headers.get("user-agent", ""),
        ends_at=now + timedelta(hours=parts.settings.oidc_hours),
        confirmed_at=proved_at(identity.auth_time, asked_anew=bool(challenge.about), now=now),
    )
    found = service.open_family(db, user, arrival, now=now, life=refresh_life(parts))
    return signed_in_answer(response, parts, found, now=now)


def _provider(parts: Parts) -> Provider:
    if parts.oidc is None:
        raise Refused("sso_off")
    return parts.oidc


def _secrets(key: str, secret: bytes) -> Secrets:
    def derived(what: bytes) -> str:
        return encode(hmac.digest(secret, b"invigil-oidc-" + what + b"\n" + key.encode(), "sha256"))

    return Secrets(state=derived(b"state"), nonce=derived(b"nonce"), verifier=derived(b"verifier"))
