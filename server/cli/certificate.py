"""`cert`: a self-signed certificate for trials.

One rule: the key is written for its owner only, and nothing that is there is overwritten.
"""

import argparse
import os
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from cryptography.x509 import GeneralName

    from server.cli.commands import Commands

ALWAYS = ("localhost", "127.0.0.1", "::1")
LONGEST_DAYS = 825
"""Browsers and macOS refuse certificates that last longer."""


def add(commands: "Commands") -> None:
    """Declares `cert`."""
    cert = declare(commands, "cert", _cert, words="make a self-signed certificate for trials")
    cert.add_argument("names", nargs="*", metavar="NAME", help="host names and addresses of it")
    cert.add_argument("--days", type=int, default=90, help="how long it lasts (%(default)s)")
    cert.add_argument("--out", type=Path, default=Path(), help="folder (the present one)")


def _cert(settings: Settings, asked: argparse.Namespace) -> int:
    if not 1 <= asked.days <= LONGEST_DAYS:
        print(f"--days is {asked.days}: give 1 to {LONGEST_DAYS}.", file=sys.stderr)
        return 2
    names = list(dict.fromkeys([*asked.names, *ALWAYS]))
    try:
        sans = [_general(name) for name in names]
    except ValueError as error:
        print(f"{error}: give host names such as interviews.example.", file=sys.stderr)
        return 2
    cert, key = asked.out / "invigil.crt", asked.out / "invigil.key"
    for place in (cert, key):
        if place.exists():
            print(f"{place} is there already: move it away or name --out.", file=sys.stderr)
            return 1
    content, secret = _make(sans, names[0], asked.days)
    asked.out.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
    cert.write_bytes(content)
    print(f"{cert} and {key} are for {', '.join(names)}, {asked.days} days.")
    print("For trials: browsers warn, and the app wants it among the system's authorities.")
    print(f"Serve with: invigil-server run --tls-cert {cert} --tls-key {key}")
    return 0


def _general(name: str) -> "GeneralName":
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        if not name.isascii() or not name.replace("-", "").replace(".", "").isalnum():
            raise ValueError(f"{name!r} is no host name") from None
        return x509.DNSName(name)


def _make(sans: "list[GeneralName]", name: str, days: int) -> tuple[bytes, bytes]:
    """Certificate and key in PEM: P-256, which every browser takes."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))  # clocks differ
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName(sans), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return made.public_bytes(serialization.Encoding.PEM), secret
