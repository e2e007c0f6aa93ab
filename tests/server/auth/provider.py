"""An OpenID Connect provider on loopback: discovery, keys, authorization code with PKCE, RS256.

One rule: it checks what a real one checks (client, redirect, PKCE, each code once), so that only
what is asked for on purpose goes wrong.
"""

import hashlib
import json
import secrets
import threading
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "invigil", "client secret & more"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def _usual_key() -> rsa.RSAPrivateKey:
    """One for all tests: it takes a twentieth of a second to find two primes."""
    return new_key()


def b64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Provider:
    """What it says; tests change the fields."""

    issuer: str
    now: Callable[[], int]
    key: rsa.RSAPrivateKey
    person: dict[str, Any] = field(default_factory=dict)
    """Claims of whoever signs in."""
    signs_with: rsa.RSAPrivateKey | None = None
    """Another key than the published one, for forged tokens."""
    kid: str = "one"
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims to be put over the right ones."""
    algorithm: str = "RS256"
    status: int = 200
    """Of every answer, for a provider that is down."""
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    """Authorization requests by the code that they were given."""

    def sign_in(self, address: str) -> dict[str, str]:
        """What the browser comes back with from `address`, where the person signed in."""
        split = urlsplit(address)
        assert address.startswith(f"{self.issuer}/authorize?")
        query = {name: value for name, [value] in parse_qs(split.query).items()}
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        code = secrets.token_urlsafe(16)
        self.asked[code] = query
        return {"code": code, "state": query["state"]}

    def sent_back(self, path: str) -> str:
        """Where a browser that asks for `path`, the page to sign in on, goes on to."""
        back = self.sign_in(self.issuer + path)
        return f"{self.asked[back['code']]['redirect_uri']}?{urlencode(back)}"

    def answer(self, path: str, body: str, authorization: str) -> tuple[int, Any]:
        if self.status != 200:
            return self.status, {"error": "temporarily_unavailable"}
        match path:
            case "/.well-known/openid-configuration":
                return 200, {
                    "issuer": self.issuer,
                    "authorization_endpoint": f"{self.issuer}/authorize",
                    "token_endpoint": f"{self.issuer}/token",
                    "jwks_uri": f"{self.issuer}/jwks",
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                }
            case "/jwks":
                numbers = self.key.public_key().public_numbers()
                public = {
                    "kty": "RSA",
                    "use": "sig",
                    "alg": "RS256",
                    "kid": self.kid,
                    "n": b64(numbers.n.to_bytes(256)),
                    "e": b64(numbers.e.to_bytes(3)),
                }
                return 200, {"keys": [public]}
            case "/token":
                return self._token(parse_qs(body), authorization)
        return 404, {"error": "not_found"}

    def _token(self, form: dict[str, list[str]], authorization: str) -> tuple[int, Any]:
        expected = "Basic " + b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.asked.pop(form.get("code", [""])[0], None)
        verifier = form.get("code_verifier", [""])[0]
        if authorization != expected:
            return 401, {"error": "invalid_client"}
        if (
            asked is None
            or form["grant_type"] != ["authorization_code"]
            or form["redirect_uri"] != [asked["redirect_uri"]]
            or b64(hashlib.sha256(verifier.encode()).digest()) != asked["code_challenge"]
        ):
            return 400, {"error": "invalid_grant"}
        access = secrets.token_urlsafe(16)
        now = self.now()
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            "at_hash": b64(hashlib.sha256(access.encode()).digest()[:16]),
            **self.person,
        }
        if asked.get("prompt") == "login":
            claims["auth_time"] = now
        signed = claims | self.lies
        signed = {name: value for name, value in signed.items() if value is not None}
        key: Any = "a shared secret that is long enough" if self.algorithm == "HS256" else None
        token = jwt.encode(
            signed,
            key or self.signs_with or self.key,
            algorithm=self.algorithm,
            headers={"kid": self.kid},
        )
        return 200, {"access_token": access, "token_type": "Bearer", "id_token": token}


@contextmanager
def serving(now: Callable[[], int]) -> Iterator[Provider]:
    """A provider that answers on loopback until the block ends."""

    class Answers(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            if self.path.startswith("/authorize?"):
                self.send_response(302)
                self.send_header("Location", made.sent_back(self.path))
                self.end_headers()
                return
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            status, said = made.answer(self.path, body, self.headers.get("Authorization", ""))
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made = Provider(f"http://127.0.0.1:{server.server_address[1]}", now, key=_usual_key())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
