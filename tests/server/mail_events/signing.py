"""SendGrid's side of its event webhook: a key of its own, and batches that it signs."""

import base64
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server.mail_events.rules import SIGNATURE_HEADER, STAMP_HEADER


class SendGrid:
    """Signs as SendGrid does: the time's digits and the body, ECDSA on P-256 with SHA-256."""

    def __init__(self) -> None:
        self._secret = ec.generate_private_key(ec.SECP256R1())

    @property
    def key(self) -> str:
        """As its settings show it."""
        made = self._secret.public_key().public_bytes(
            Encoding.DER, PublicFormat.SubjectPublicKeyInfo
        )
        return base64.b64encode(made).decode()

    def sign(self, stamp: str, body: bytes) -> str:
        made = self._secret.sign(stamp.encode() + body, ec.ECDSA(SHA256()))
        return base64.b64encode(made).decode()

    def headers(self, stamp: str, body: bytes) -> dict[str, str]:
        return {
            SIGNATURE_HEADER: self.sign(stamp, body),
            STAMP_HEADER: stamp,
            "Content-Type": "application/json",
        }


def event(kind: str, mail: str, **fields: Any) -> dict[str, Any]:
    """One event in the shape that SendGrid documents."""
    return {
        "email": "cleo@example.org",
        "timestamp": 1_796_029_200,
        "smtp-id": "<14c5d75ce93.dfd.64b469@ismtpd-555>",
        "event": kind,
        "sg_event_id": "ZGVsaXZlcmVkLTAtMTIz",
        "sg_message_id": "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
        "invigil_mail": mail,
        **fields,
    }


def batch(*events: object) -> bytes:
    """As SendGrid writes it, with the line end that belongs to what is signed."""
    return json.dumps(list(events), separators=(",", ":")).encode() + b"\r\n"
