"""What passes between this site and an authenticator, as frozen values.

One rule: no library and no database, so that both sides of `passkeys` can speak of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """Who we are to an authenticator."""

    rp_id: str
    origin: str
    name: str


@dataclass(frozen=True, slots=True)
class Registration:
    """What a browser answers when it made a passkey; all in URL-safe base64."""

    credential_id: str
    client_data: str
    attestation: str
    transports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a browser answers when a passkey signed; all in URL-safe base64."""

    credential_id: str
    client_data: str
    authenticator_data: str
    signature: str
    user_handle: str | None = None
