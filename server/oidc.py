"""The organisation's own sign-in (OpenID Connect): asked with PKCE, believed by its signature.

One rule: nothing of an ID token counts before signature, issuer, audience, time and nonce do.
What the provider says is kept for an hour; an unknown key asks for its keys again.
"""

import logging
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from server.refusals import Refused
from server.settings import Settings

TIMEOUT_S = 5.0
KEPT = timedelta(hours=1)
LEEWAY_S = 60
"""By how much the provider's clock may differ."""
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures that only the provider can make; none of them by a shared secret."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody, as their organisation vouches for them."""

    issuer: str
    subject: str
    email: str
    email_verified: bool
    name: str
    groups: frozenset[str]
    auth_time: int | None
    """When they last signed in there, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What one attempt is bound by; the browser sees state and nonce, never the verifier."""

    state: str
    nonce: str
    verifier: str


@dataclass(slots=True)
class _Kept:
    metadata: dict[str, Any]
    keys: Any
    until: datetime


class Provider:
    """One configured provider; safe from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._kept: _Kept | None = None
        self._lock = threading.Lock()

    @property
    def redirect_uri(self) -> str:
        """The page of the dashboard that people come back to."""
        return f"{self._settings.url}/signin/organisation"

    def address(self, secrets: Secrets, *, again: bool, now: datetime) -> str:
        """Where to send the browser. `again`: the person is to prove anew who they are."""
        from authlib.oauth2.rfc7636 import create_s256_code_challenge

        asked = {
            "response_type": "code",
            "client_id": self._settings.oidc_client_id,
            "redirect_uri": self.redirect_uri,
            "scope": self._settings.oidc_scopes,
            "state": secrets.state,
            "nonce": secrets.nonce,
            "code_challenge": create_s256_code_challenge(secrets.verifier),
            "code_challenge_method": "S256",
        }
        if again:
            asked |= {"prompt": "login", "max_age": "0"}
        endpoint = self._describe(now).metadata["authorization_endpoint"]
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    def identify(self, code: str, secrets: Secrets, *, now: datetime) -> Identity:
        """Who came back with `code`; refuses `sso_failed` and `sso_unreachable`."""
        token, access = self._exchange(code, secrets, now=now)
        claims = self._verify(token, access, secrets, now=now)
        groups = claims.get(self._settings.oidc_groups_claim) or []
        listed = groups if isinstance(groups, list) else [groups]
        return Identity(
            issuer=self._settings.oidc_issuer,
            subject=str(claims["sub"]),
            email=str(claims.get("email") or "").strip().lower(),
            email_verified=claims.get("email_verified") is True,
            name=str(claims.get("name") or claims.get("preferred_username") or ""),
            groups=frozenset(each for each in listed if isinstance(each, str)),
            auth_time=int(claims["auth_time"]) if claims.get("auth_time") else None,
        )

    def _exchange(self, code: str, secrets: Secrets, *, now: datetime) -> tuple[str, str | None]:
        import httpx

        settings = self._settings
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect_uri,
            "client_id": settings.oidc_client_id,
            "code_verifier": secrets.verifier,
        }
        password = settings.oidc_client_secret.get_secret_value()
        auth = httpx.BasicAuth(settings.oidc_client_id, password) if password else None
        if password and self._posts_secret(now):
            form, auth = form | {"client_secret": password}, None
        answer = self._ask(
            "POST", self._describe(now).metadata["token_endpoint"], data=form, auth=auth
        )
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise _failed("no ID token")
        return token, answer.get("access_token")

    def _posts_secret(self, now: datetime) -> bool:
        ways = self._describe(now).metadata.get("token_endpoint_auth_methods_supported")
        return isinstance(ways, list) and "client_secret_basic" not in ways

    def _verify(
        self, token: str, access: str | None, secrets: Secrets, *, now: datetime
    ) -> dict[str, Any]:
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        try:
            try:
                read = jwt.decode(
                    token, KeySet.import_key_set(self._describe(now).keys), algorithms=ALGORITHMS
                )
            except (JoseError, ValueError):
                # The provider may have new keys; what was forged fails with those too.
                fresh = self._describe(now, anew=True)
                read = jwt.decode(token, KeySet.import_key_set(fresh.keys), algorithms=ALGORITHMS)
            claims = CodeIDToken(
                read.claims,
                read.header,
                options={
                    "iss": {"essential": True, "value": self._settings.oidc_issuer},
                    "aud": {"essential": True, "value": self._settings.oidc_client_id},
                },
                params={
                    "nonce": secrets.nonce,
                    "client_id": self._settings.oidc_client_id,
                    "access_token": access,
                },
            )
            claims.validate(now=int(now.timestamp()), leeway=LEEWAY_S)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise _failed(type(error).__name__) from None
        return dict(claims)

    def _describe(self, now: datetime, *, anew: bool = False) -> _Kept:
        with self._lock:
            if self._kept is None or anew or now >= self._kept.until:
                issuer = self._settings.oidc_issuer
                found = self._ask(
                    "GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration", ours=False
                )
                if found.get("issuer") != issuer:
                    raise _failed("the provider names another issuer")
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                    _refuse_plain(str(found.get(name, "")), issuer)
                keys = self._ask("GET", found["jwks_uri"], ours=False)
                self._kept = _Kept(found, keys, now + KEPT)
            return self._kept

    def _ask(self, method: str, url: str, *, ours: bool = True, **sent: Any) -> dict[str, Any]:
        """The provider's JSON. `ours`: a refusal is about what we sent, not about its health."""
        import httpx

        try:
            with httpx.Client(timeout=TIMEOUT_S, follow_redirects=False) as client:
                answer = client.request(method, url, **sent)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _unreachable(type(error).__name__) from None
        if answer.status_code != httpx.codes.OK:
            if ours and 400 <= answer.status_code < 500:
                raise _failed(f"HTTP {answer.status_code}")
            raise _unreachable(f"HTTP {answer.status_code}")
        try:
            read = answer.json()
        except ValueError:
            raise _unreachable("no JSON") from None
        if not isinstance(read, dict):
            raise _unreachable("no JSON object")
        return read


def provider(settings: Settings) -> Provider | None:
    """The one that `settings` name; None where none is set up."""
    return Provider(settings) if settings.oidc_issuer else None


def _refuse_plain(url: str, issuer: str) -> None:
    """A provider on https names no plain address: code and token would be read on the way."""
    scheme = urlsplit(url).scheme
    if scheme != "https" and scheme != urlsplit(issuer).scheme:
        raise _failed("an address of the provider is not https")


def _failed(why: str) -> Refused:
    _log.warning("sign-in at the organisation failed: %s", why)
    return Refused("sso_failed")


def _unreachable(why: str) -> Refused:
    _log.warning("the organisation's sign-in does not answer: %s", why)
    return Refused("sso_unreachable")
