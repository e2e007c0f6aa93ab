"""Public settings, the server's public keys and its health.

One rule: these answers hold no secret and nothing about a person.
"""

import logging
from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.deps import Now, PartsDep
from server.errors import problems
from server.refusals import Refused
from server.routers import feature_router, plain_router
from shared.sync import MAX_BATCH_BYTES, MAX_BLOB_BYTES, MAX_ROWS
from shared.version import APP_VERSION, PROTOCOL

router = feature_router("/settings", "settings")
beside_api = plain_router("health")
_log = logging.getLogger(__name__)


class PublicConfig(BaseModel):
    """What apps and the dashboard need before anybody signs in."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    organisation: str
    """Who invites."""
    version: str
    """The server's release."""
    protocol: int
    """Wire format of the record."""
    min_client: str
    """Oldest app version accepted."""
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


class PublicKey(BaseModel):
    """One Ed25519 key that countersigns records."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    kid: str
    """First 16 hexadecimal digits of the key's SHA-256."""
    alg: str
    """Always `Ed25519`."""
    x: str
    """The 32 bytes in URL-safe base64 without padding."""


class PublicKeys(BaseModel):
    """All keys of this server."""

    keys: list[PublicKey]


class Health(BaseModel):
    """A live process."""

    status: str
    version: str


@router.get("/config")
def get_config(parts: PartsDep, now: Now) -> PublicConfig:
    """What this server is and how much it takes at once."""
    settings = parts.settings
    return PublicConfig(
        organisation=settings.organisation,
        version=APP_VERSION,
        protocol=PROTOCOL,
        min_client=settings.min_client,
        registration=settings.registration,
        max_rows=MAX_ROWS,
        max_batch_bytes=MAX_BATCH_BYTES,
        max_blob_bytes=MAX_BLOB_BYTES,
        server_time=now,
    )


@beside_api.get("/.well-known/invigil-keys.json")
def get_public_keys(parts: PartsDep) -> PublicKeys:
    """The keys with which this server countersigns."""
    keys = parts.keys
    return PublicKeys(keys=[PublicKey(kid=keys.kid, alg="Ed25519", x=keys.public_text)])


@beside_api.get("/healthz")
def get_health() -> Health:
    """The process answers; says nothing about the database."""
    return Health(status="ok", version=APP_VERSION)


@beside_api.get("/readyz", responses=problems("overloaded"))
def get_readiness(parts: PartsDep) -> Health:
    """The database answers too: requests may be sent here."""
    try:
        with parts.database.read() as session:
            session.connection().execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        _log.warning("not ready: %s", type(error).__name__)
        raise Refused("overloaded", "The database does not answer.") from None
    return Health(status="ok", version=APP_VERSION)
