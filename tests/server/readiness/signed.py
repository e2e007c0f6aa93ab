"""Signed reports of a candidate's computer, as `invigil preflight` and the app send them."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.ids import token_hash
from shared.readiness import Readiness, ReadinessLine, statement
from tests.server.candidate_machine import b64

CAMERA = ReadinessLine(probe="camera", outcome="ok", found="<Cam>")


def post(
    token: str,
    *lines: ReadinessLine,
    outcome: str = "ok",
    signed_for: str = "",
    made_at: str = "2026-11-22T15:00:00Z",
    **change: str,
) -> dict[str, str]:
    """The request's body; without `lines` one about the camera, with this outcome."""
    camera = ReadinessLine.model_validate(CAMERA.model_dump() | {"outcome": outcome})
    report = Readiness(
        made_at=made_at,
        app_version="0.1.0",
        machine="Linux 6.1 x86_64",
        invite_sha256=token_hash(signed_for or token),
        lines=lines or (camera,),
    ).model_dump_json()
    key = Ed25519PrivateKey.generate()
    return {
        "report": report,
        "public_key": b64(key.public_key().public_bytes_raw()),
        "signature": b64(key.sign(statement(report))),
        "invite": token,
    } | change
