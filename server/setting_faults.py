"""What is wrong with the environment, in the words of a person who would have to correct it.

One rule: each function looks at values only and answers a sentence that names the setting and says
what to change, or None; no secret stands in it. `server.settings` refuses to start with it.
"""

import base64
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import urlsplit

PREFIX = "INVIGIL_"
PLAIN_NAMES = {
    "database_url": "DATABASE_URL",
    "redis_url": "REDIS_URL",
    "otel_endpoint": "OTEL_EXPORTER_OTLP_ENDPOINT",
}
LOOPBACK = {"localhost", "127.0.0.1", "::1"}

_OTHERS_BEGIN = ("CLIENT_", "TEST_", "BENCH_", "BUILD_", "RENEW_", "FUZZ_")
"""The app's settings, and those of tests, benchmarks and builds."""
_LINK = re.compile(r"(SERVICE_(HOST|PORT)|PORT_\d+_)")
"""How the names go on that Kubernetes gives every container where a service is called `invigil`."""
_OTHERS = frozenset(
    {
        *("MODELS", "MODELS_MANIFEST", "IDENTITY_MODEL", "SAMPLES", "FIELD_TEXTS"),
        *("NO_SKIPS", "EXAMPLES", "SCREENS", "LOCK_KILLS", "EXPORT_PYTHON"),
        *("DEV_SERVER", "PUBLISH_PORT", "SERVER_URL"),
    }
)
"""Weights and recordings, how tests are run, the dashboard's development server, compose's port,
the MSI's property."""
_DATABASES = ("sqlite", "postgresql", "postgres", "postgresql+psycopg")


def unknown_name(environ: Mapping[str, str], fields: Iterable[str]) -> str | None:
    """About the first name that begins with INVIGIL_ and that no program of ours reads.

    `fields`: names of the server's settings, in small letters.
    """
    ours = {name.upper() for name in fields}
    for name in sorted(environ):
        rest = name.removeprefix(PREFIX)
        if rest == name or rest in ours | _OTHERS or rest.startswith(_OTHERS_BEGIN):
            continue
        if _LINK.match(rest):
            continue
        if near := get_close_matches(rest, sorted(ours), n=1):
            meant = PLAIN_NAMES.get(near[0].lower(), PREFIX + near[0])
            return f"{name} is no setting of this server; did you mean {meant}?"
        return f"{name} is no setting of this server: docs/settings.md lists them."
    return None


def database_fault(url: str) -> str | None:
    """About an address of no database, or of one of a kind that we do not speak to."""
    if not url:
        return None
    scheme, found, rest = url.partition("://")
    if scheme not in _DATABASES or not found or not rest:
        begins = f"begins with {scheme}://" if found and rest else "is no address of a database"
        return (
            f"DATABASE_URL {begins}: give it as postgresql://user:password@host/invigil, or leave "
            "it out for SQLite in INVIGIL_DATA_DIR."
        )
    try:
        _ = urlsplit(url).port
    except ValueError:  # its own words would quote what may be part of a password
        return (
            "DATABASE_URL cannot be read: write what is no letter or digit in user and password "
            "as %40 and the like, and the port as a number."
        )
    return None


def runner_fault(url: str) -> str | None:
    """About a runner that production would reach over somebody else's wire.

    A name without a dot is a neighbour's in the deployment's own network, such as compose's.
    """
    parts = urlsplit(url.removeprefix("judge0+").removeprefix("piston+"))
    host = parts.hostname or ""
    if parts.scheme != "http" or host in LOOPBACK or not set(host) & set(".:"):
        return None
    return (
        f"INVIGIL_RUNNER_URL is plain http to {host}: programs, hidden tests and the token could "
        "be read on the way. Use https://, or a runner on this machine (unix:/path)."
    )


def verification_key_fault(text: str) -> str | None:
    """About what is not the public key with which SendGrid's events are checked."""
    if not text:
        return None
    # Imported where they are used: most servers are told nothing by SendGrid.
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        found = load_der_public_key(base64.b64decode(text, validate=True))
    except (ValueError, UnsupportedAlgorithm):
        found = None
    if isinstance(found, EllipticCurvePublicKey):
        return None
    return (
        "INVIGIL_SENDGRID_EVENTS_KEY is no verification key: copy it whole from SendGrid's "
        "Settings, Mail Settings, Event Webhooks, Security features."
    )
