"""`verify`: rows a second of `invigil-verify`, and whether it finds every change in its place.

One rule: the denominator is the arithmetic that no verifier can leave out (two SHA-256 and one
AES-GCM a row), so the ratio is what reading and comparing add.
"""

import hashlib
import io
import json
import random
import statistics
import time
from base64 import b64decode, urlsafe_b64decode
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server import verify
from tests.server.record_changes import change_and_check
from tests.server.signed_record import made, packed

ROWS, REPEATS = 50_000, 5
CHANGES, CLEAN = 10_000, 10_000
TARGET = 50_000


def run() -> list[dict[str, Any]]:
    """Three rows: speed, changes not found in their place, clean records that were refused."""
    files = made(ROWS)
    archive = packed(files)
    pairs = [(_ours(archive), _bare(files)) for _ in range(REPEATS)]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    rates = sorted(ROWS / mine for mine, _ in pairs)
    theirs = [other for _, other in pairs]
    chance = random.Random(20261129)
    records = [made(rows, seed=rows, blobs=2) for rows in (60, 130, 260)]
    wrong = [
        said for _ in range(CHANGES) if (said := change_and_check(chance.choice(records), chance))
    ]
    return [
        {
            "name": "verify",
            "measure": "rows checked with bodies opened",
            "ours": ROWS / ours,
            "denominator": ROWS / bare,
            "ratio": bare / ours,
            "unit": "rows/s of the processor",
            "n": ROWS,
            "repeats": REPEATS,
            "spread": (max(theirs) - min(theirs)) / bare,
            "interval": [rates[0], rates[-1]],
            "target": f">= {TARGET}",
            "ok": ROWS / ours >= TARGET,
        },
        _counted("changes not found in their place", len(wrong), CHANGES, "; ".join(wrong[:3])),
        _counted("clean records refused", _refused(), CLEAN, ""),
    ]


def _counted(measure: str, count: int, n: int, note: str) -> dict[str, Any]:
    row = {"name": "verify", "measure": measure, "ours": count, "n": n, "unit": f"of {n}"}
    return row | {"target": "0", "ok": count == 0, "note": note}


def _refused() -> int:
    count = 0
    for seed in range(CLEAN):
        try:
            verify.verify(io.BytesIO(packed(made(seed % 7, seed=seed))))
        except (verify.Broken, verify.Unreadable):
            count += 1
    return count


def _ours(archive: bytes) -> float:
    began_s = time.process_time()
    assert verify.verify(io.BytesIO(archive)).opened == ROWS
    return time.process_time() - began_s


def _bare(files: dict[str, bytes]) -> float:
    key = AESGCM(urlsafe_b64decode(json.loads(files[verify.KEY])["key"] + "="))
    lines = [json.loads(line) for line in files["rows.jsonl"].splitlines()]
    rows = [(b64decode(line["row"]), b64decode(line["sealed"])) for line in lines]
    began_s = time.process_time()
    for row, sealed in rows:
        hashlib.sha256(row).hexdigest()
        hashlib.sha256(key.decrypt(sealed[:12], sealed[12:], row)).hexdigest()
    return time.process_time() - began_s
