"""Whole, signed records made without a server: for Hypothesis, and for benchmarks of many rows.

One rule: the layout is `server/results/record.py`'s; `test_verify.py` checks real ones beside it.
"""

import base64
import hashlib
import io
import json
import random
import zipfile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server import verify
from shared.chain import body_digest, make_row, receipt_statement
from shared.ids import sha256_hex

BATCH = 50
AT = "2026-11-29T15:00:00.000Z"
LINES = ("rows", "links", "forks", "scores", "instructions", "deletions")


def made(rows: int, *, seed: int = 1, blobs: int = 0) -> dict[str, bytes]:
    """The archive's files: `rows` rows of random bodies in batches of 50, each countersigned."""
    chance = random.Random(seed)
    signer = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
    public = signer.public_key().public_bytes_raw()
    kid, session = sha256_hex(public)[:16], f"session{seed}"
    secret = chance.randbytes(32)
    key = AESGCM(secret)
    contents = [chance.randbytes(200) for _ in range(blobs)]
    addresses = [sha256_hex(content) for content in contents]
    lines: dict[str, list[bytes]] = {name: [] for name in LINES}
    hashes: list[str] = []
    prev, link = verify.ZERO, verify.ZERO

    def countersigned(kind: str, seq: int, arrived: str) -> str:
        statement = receipt_statement(
            session=session,
            seq=seq,
            head=prev,
            received_at=arrived,
            prev=link,
            kind=kind,
            body_sha256=sha256_hex(chance.randbytes(32)),
        )
        after = hashlib.sha256(statement).hexdigest()
        lines["links"].append(
            _line(n=len(lines["links"]) + 1, kind=kind, hash=after, kid=kid)
            | {"statement": _text(statement), "sig": encoded(signer.sign(statement))}
        )
        return after

    link = countersigned("claim", 0, AT)
    for number in range(1, rows + 1):
        named = [{"sha256": addresses.pop()}] if addresses else []
        text = "".join(chance.choices("abcdefgh ", k=chance.randrange(40, 300)))
        body = json.dumps({"evidence": named, "text": text}, separators=(",", ":")).encode()
        salt = chance.randbytes(32)
        row = make_row(
            v=1,
            session=session,
            seq=number,
            at=AT,
            mono_ms=number * 500,
            kind="answer.revised",
            body_sha256=body_digest(salt, body),
            prev=prev,
        )
        nonce = chance.randbytes(12)
        sealed = nonce + key.encrypt(nonce, salt + body, row.raw)
        arrived = f"2026-11-29T15:{number // BATCH // 60 % 60:02}:{number // BATCH % 60:02}.000Z"
        lines["rows"].append(
            _line(seq=number, hash=row.hash, row=_text(row.raw), sealed=_text(sealed))
            | {"segment": 1, "state": "ok", "received_at": arrived}
        )
        prev = row.hash
        hashes.append(row.hash)
        if number % BATCH == 0 or number == rows:
            first = number - (number - 1) % BATCH
            for line in lines["rows"][first - 1 :]:
                line["received_at"] = arrived
            link = countersigned("receipt", number, arrived)
    files = {f"{name}.jsonl": b"".join(map(_json, kept)) for name, kept in lines.items()}
    files["keys/server.json"] = _json({"keys": [{"kid": kid, "x": encoded(public)}]})
    files[verify.KEY] = _json({"key": encoded(secret)})
    files |= {f"blobs/{sha256_hex(content)}": content for content in contents}
    manifest = _json(
        {
            "format": verify.FORMAT,
            "session": session,
            "merkle": verify.merkle_root(hashes),
            "head": {"seq": rows, "hash": prev},
            "links": {"n": len(lines["links"]), "hash": link},
            "files": {name: sha256_hex(content) for name, content in files.items()},
        }
    )
    sig = encoded(signer.sign(verify.manifest_statement(manifest)))
    return files | {verify.MANIFEST: manifest, verify.SIGNATURE: _json({"kid": kid, "sig": sig})}


def packed(files: dict[str, bytes]) -> bytes:
    """The files as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def encoded(raw: bytes) -> str:
    """URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _line(**fields: object) -> dict[str, object]:
    return fields


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"
