"""The signed record of one interview as a ZIP: what a stand-alone verifier needs, and no server.

One rule: bytes leave as they are stored. A line's base64 is the bytes that were hashed or signed;
nothing is parsed and written again.
"""

import json
import zipfile
from base64 import b64encode
from collections.abc import Iterable
from typing import IO, Any

from sqlmodel import Session, col, select

from server import blind, evidence
from server.follow_ups import service as follow_ups
from server.keys import ServerKeys, encode
from server.models import (
    Deletion,
    Evidence,
    FollowUp,
    ForkRow,
    GivenInstruction,
    InterviewSession,
    RecordRow,
    Score,
    SecondReading,
    ServerLink,
)
from server.scoring import rules as scoring_rules
from server.settings import Settings
from server.verify import MANIFEST, SIGNATURE, manifest_statement, merkle_root
from shared.chain import canonical
from shared.clock import utc_text
from shared.ids import sha256_hex
from shared.version import APP_VERSION

FORMAT = 1
"""Grows when an older verifier could not read the archive."""
KEY = "keys/interview.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(
    db: Session,
    out: IO[bytes],
    interview: InterviewSession,
    *,
    settings: Settings,
    keys: ServerKeys,
) -> int:
    """Writes the archive, the same bytes for the same rows; answers how many blobs it holds."""
    files: dict[str, str] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:

        def add(name: str, content: bytes) -> None:
            files[name] = sha256_hex(content)
            _add(archive, name, content)

        for name, lines in _lines(db, interview.id):
            add(f"{name}.jsonl", b"".join(lines))
        server_keys = [
            {"kid": kid, "alg": "Ed25519", "x": text} for kid, text in keys.publics().items()
        ]
        add("keys/server.json", _json({"keys": server_keys}))
        if interview.public_key:
            client = {"alg": "Ed25519", "x": interview.public_key, "segment": interview.segment}
            add("keys/client.json", _json(client))
        if interview.key_sealed is not None:
            key = encode(keys.unwrap(interview.key_sealed, about=interview.id))
            add(KEY, _json({"alg": "AES-256-GCM", "key": key}))
        blobs = 0
        store = evidence.store(settings)
        for address in db.exec(
            select(Evidence.sha256)
            .where(Evidence.session_id == interview.id)
            .order_by(col(Evidence.sha256))
        ):
            if (sealed := store.get(interview.id, address)) is not None:
                add(f"blobs/{address}", sealed)
                blobs += 1
        add("README.txt", _README.encode())
        hashes = db.exec(
            select(RecordRow.hash)
            .where(RecordRow.session_id == interview.id)
            .order_by(col(RecordRow.seq))
        ).all()
        manifest = {
            "format": FORMAT,
            "server": APP_VERSION,
            "session": interview.id,
            "erased": interview.key_sealed is None,
            "head": {"seq": interview.head_seq, "hash": interview.head_hash},
            "links": {"n": interview.link_count, "hash": interview.link_hash},
            "merkle": merkle_root(hashes),
            "files": files,
        }
        written = _json(manifest)
        _add(archive, MANIFEST, written)
        signature = {"kid": keys.kid, "sig": keys.sign(manifest_statement(written), kid=keys.kid)}
        _add(archive, SIGNATURE, _json(signature))
    return blobs


def score_statement(score: Score) -> bytes:
    """The bytes whose SHA-256 a link of the kind `score` names."""
    return b"invigil-score-v1\n" + canonical(
        {
            "id": score.id,
            "session": score.session_id,
            "answer": score.answer_id,
            "grader": score.grader,
            "grader_version": score.grader_version,
            "state": score.state,
            "points_milli": score.points_milli,
            "max_marks": score.max_marks,
            "reason": score.reason,
            "created_by": score.created_by,
            "created_at": utc_text(score.created_at),
            "input_sha256": score.input_sha256,
        }
    )


def _lines(db: Session, session: str) -> Iterable[tuple[str, list[bytes]]]:
    for name, table in (("rows", RecordRow), ("forks", ForkRow)):
        found = db.exec(
            select(table).where(table.session_id == session).order_by(col(table.seq), col(table.id))
        )
        yield name, [_row(row) for row in found]
    links = db.exec(
        select(ServerLink).where(ServerLink.session_id == session).order_by(col(ServerLink.n))
    )
    yield (
        "links",
        [
            _line(
                {
                    "n": link.n,
                    "kind": link.kind,
                    "statement": _text(link.statement),
                    "hash": link.hash,
                    "sig": link.sig,
                    "kid": link.kid,
                }
            )
            for link in links
        ],
    )
    scores = db.exec(
        select(Score)
        .where(Score.session_id == session, Score.grader == scoring_rules.PERSON)
        .order_by(col(Score.created_at), col(Score.id))
    )
    readings = db.exec(
        select(SecondReading)
        .where(SecondReading.session_id == session, col(SecondReading.read_at).is_not(None))
        .order_by(col(SecondReading.read_at), col(SecondReading.id))
    )
    statements = [*map(score_statement, scores), *map(blind.reading_statement, readings)]
    yield "scores", [_line({"statement": _text(one)}) for one in statements]
    given = db.exec(
        select(GivenInstruction)
        .where(GivenInstruction.session_id == session)
        .order_by(col(GivenInstruction.number))
    )
    further = {one.number: one for one in follow_ups.of_interview(db, session).values()}
    yield "instructions", [_line(_instruction(one, further.get(one.number))) for one in given]
    deletions = db.exec(
        select(Deletion)
        .where(Deletion.session_id == session, col(Deletion.statement).is_not(None))
        .order_by(col(Deletion.done_at), col(Deletion.id))
    )
    yield (
        "deletions",
        [
            _line({"statement": _text(one.statement or b""), "sig": one.sig, "kid": one.kid})
            for one in deletions
        ],
    )


def _instruction(given: GivenInstruction, further: FollowUp | None) -> dict[str, Any]:
    line: dict[str, Any] = {"wire": _text(given.wire_json.encode())}
    if further is not None:
        kept = further.model_dump(exclude={"id", "session_id", "made_at"})
        line["origin"] = kept | {"made_at": utc_text(further.made_at)}
    return line


def _row(row: RecordRow | ForkRow) -> bytes:
    return _line(
        {
            "seq": row.seq,
            "hash": row.hash,
            "row": _text(row.row),
            "sealed": _text(row.sealed),
            "segment": row.segment,
            "state": row.state,
            "received_at": utc_text(row.received_at),
        }
    )


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=1, sort_keys=True).encode() + b"\n"


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=_EPOCH)
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


_README = """The signed record of one interview, as its server holds it.

Check it with `invigil-verify record.zip` (one file, Python with `cryptography`, no server).

manifest.json       every file here with its SHA-256, the last row and link, and `merkle`: the root
                    of RFC 6962's tree over the rows' hashes. manifest.sig is the server's Ed25519
                    signature over "invigil-manifest-v1", a line feed and the manifest's bytes.
rows.jsonl          one line for each row of the candidate's record: `row` and `sealed` are the
                    stored bytes in base64. SHA-256 of `row` is the row's hash and the `prev` of
                    the next; the first names 64 zeros. `segment` counts machines and re-openings:
                    a link of the kind `claim` or `action:reopen` comes before its first row.
links.jsonl         the server's own chain: SHA-256 of `statement` is the link's hash and the
                    `prev` of the next; `sig` is Ed25519 over the statement by the key `kid`.
forks.jsonl         rows that contradict a stored one; kept beside the record.
scores.jsonl        decisions of people, and second readings. SHA-256 of a statement is the
                    `body_sha256` of a link of the kind `score`.
instructions.jsonl  what proctors asked, and further questions (`ask`), as it was sent to the
                    candidate's machine. `sealed` is such a question: nonce (12 bytes) ||
                    AES-256-GCM(key, JSON, aad = "ask", the session and the number, a line each),
                    and `origin` says where it came from: the model with its digest and prompt, or
                    the paper's author.
deletions.jsonl     what was destroyed, when and under which rule, signed.
blobs/              sealed pictures and recordings by the SHA-256 of their sealed bytes.
keys/server.json    the server's public keys. Compare a fingerprint with one that reached you by
                    another way; `kid` is the start of the SHA-256 of the key's 32 bytes.
keys/client.json    the public key of the machine that holds the interview last. Links of the kind
                    `claim` name the SHA-256 of each machine's key text.
keys/interview.json the interview's own key, in clear. WHOEVER HAS THIS FILE CAN READ EVERYTHING IN
                    HERE. Without it the record still verifies and stays sealed: delete it before
                    passing the archive on to somebody who is only to check it. It is missing where
                    the interview was erased; then `sealed` is empty too and the chain still holds.

A row: sealed = nonce (12 bytes) || AES-256-GCM(key, salt (32 bytes) || body, aad = `row`), and
SHA-256(salt || body) is the row's `body_sha256`. A blob: the same layout with the aad `blob` and
no salt.

What this does not prove: who holds the server's key can rewrite what the candidate kept no receipt
for, and the requests' own signatures are checked when they come and not kept.
"""
