"""Public settings and the server's public keys.

One rule: these answers hold no secret and nothing about a person.
"""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from server.deps import Now, PartsDep, ReadDb
from server.operations import maintenance
from server.routers import feature_router, plain_router
from shared.model import FIELD_TEXTS
from shared.sync import MAX_BATCH_BYTES, MAX_BLOB_BYTES, MAX_ROWS
from shared.version import APP_VERSION, PROTOCOL

router = feature_router("/settings", "settings")
beside_api = plain_router("settings")


class MaintenanceNotice(BaseModel):
    """Maintenance that is on."""

    model_config = ConfigDict(use_attribute_docstrings=FIELD_TEXTS, defer_build=True)

    message: str
    """Why and how long; may be empty."""
    until: datetime | None
    """When it is meant to end."""


class PublicConfig(BaseModel):
    """What apps and the dashboard need before anybody signs in."""

    model_config = ConfigDict(use_attribute_docstrings=FIELD_TEXTS, defer_build=True)

    organisation: str
    """Who invites."""
    version: str
    """The server's release."""
    protocol: int
    """Wire format of the record."""
    min_client: str
    """Oldest app version accepted."""
    password_login: bool
    """Whether passwords sign in."""
    organisation_sign_in: str | None
    """What the button for the organisation's own sign-in says; None where there is none."""
    registration: bool
    """Whether people may register by themselves."""
    max_rows: int
    """Most rows in one batch."""
    max_batch_bytes: int
    """Largest sync body."""
    max_blob_bytes: int
    """Largest sealed blob."""
    server_time: datetime
    """The server's clock, UTC."""
    maintenance: MaintenanceNotice | None
    """Set while nothing new is taken; what runs goes on."""


class PublicKey(BaseModel):
    """One Ed25519 key that countersigns records."""

    model_config = ConfigDict(use_attribute_docstrings=FIELD_TEXTS, defer_build=True)

    kid: str
    """First 16 hexadecimal digits of the key's SHA-256."""
    alg: str
    """Always `Ed25519`."""
    x: str
    """The 32 bytes in URL-safe base64 without padding."""


class PublicKeys(BaseModel):
    """All keys of this server."""

    keys: list[PublicKey]


@router.get("/config")
def get_config(parts: PartsDep, db: ReadDb, now: Now) -> PublicConfig:
    """What this server is and how much it takes at once."""
    settings, on = parts.settings, maintenance.read(db)
    return PublicConfig(
        organisation=settings.organisation,
        version=APP_VERSION,
        protocol=PROTOCOL,
        min_client=settings.min_client,
        password_login=settings.password_login,
        organisation_sign_in=settings.oidc_name if settings.oidc_issuer else None,
        registration=settings.registration,
        max_rows=MAX_ROWS,
        max_batch_bytes=MAX_BATCH_BYTES,
        max_blob_bytes=MAX_BLOB_BYTES,
        server_time=now,
        maintenance=MaintenanceNotice(message=on.message, until=on.until) if on else None,
    )


@beside_api.get("/.well-known/invigil-keys.json")
def get_public_keys(parts: PartsDep) -> PublicKeys:
    """The keys with which this server countersigns or did, the current one first."""
    publics = parts.keys.publics()
    return PublicKeys(
        keys=[PublicKey(kid=kid, alg="Ed25519", x=text) for kid, text in publics.items()]
    )
