"""`invigil-verify record.zip`: whether a signed record is whole and unchanged, with no server.

One file for a third party to read: standard library and `cryptography`, nothing of ours. One rule:
nothing in the archive is believed before it is checked, and the first place that does not hold is
named.
"""

import argparse
import base64
import binascii
import hashlib
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
ZERO = "0" * 64
SALT = 32
MAX_MEMBERS, MAX_MEMBER, MAX_RATIO = 200_000, 2 << 30, 100
MAX_LINE, MAX_SMALL, MAX_DIRECTORY = 8 << 20, 64 << 20, 64 << 20
"""Bytes: one line, a file that is read whole, the archive's own directory."""
PIECE = 1 << 20
"""Bytes read at a time."""
KEY = "keys/interview.json"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
_LINES = ("rows", "links", "forks", "scores", "instructions", "deletions")
_NAMES = re.compile(
    rf"(manifest\.(json|sig)|README\.txt|({'|'.join(_LINES)})\.jsonl"
    r"|keys/(server|client|interview)\.json|blobs/[0-9a-f]{64})"
)
# An envelope as nearly all are, without escapes: five times as fast to read as by `json`.
_TEXT, _HEX, _INT = rb'"([^"\\\x00-\x1f]{0,400})"', rb'"([0-9a-f]{64})"', rb"(0|[1-9][0-9]{0,15})"
_ROW = re.compile(
    rb'\{"at":%s,"body_sha256":%s,"kind":%s,"mono_ms":%s,"prev":%s,"seq":%s,"session":%s,"v":%s\}'
    % (_TEXT, _HEX, _TEXT, _INT, _HEX, _INT, _TEXT, _INT)
)
# A line as the server writes it, and the row in it: what stands between the parts is compared byte
# by byte, so that the line means what the parts say. All else is read with care, by `json`.
_LINE = b'{"hash":"%b","received_at":"'
_ROW_AT, _SEALED_AT = b'","row":"', b'","sealed":"'
_LINE_END = b'","segment":%d,"seq":%d,"state":"ok"}'
_HEAD = re.compile(
    rb'\{"at":%s,"body_sha256":%s,"kind":%s,"mono_ms":%s,"prev":"' % (_TEXT, _HEX, _TEXT, _INT)
)
_TAIL = b'%b","seq":%d,"session":"%b","v":1}'
_PLAIN = re.compile(rb'[^"\\\x00-\x1f\x7f-\xff]{0,400}')
BEGINS = b"segment.started"
BEGINNINGS = ("claim", "action:reopen")
"""Links of the server's chain after which a segment may begin: another machine, a re-opening."""
_decode = json.JSONDecoder().raw_decode
_sha256, _base64 = hashlib.sha256, binascii.a2b_base64
_NAMED = b'"sha256":"'
_ADDRESS = re.compile(rb'"sha256":"([0-9a-f]{64})"')


class Broken(Exception):
    """The record does not hold: `place` is the first spot where that shows."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class Unreadable(Exception):
    """No archive of this kind, or one larger than any record is."""


@dataclass
class Report:
    """What was checked; times are the server's, in UTC."""

    session: str = ""
    rows: int = 0
    segments: int = 0
    """Stretches of the rows: one for each machine, and for each re-opening by a person."""
    opened: int = 0
    """Bodies that were opened and fit the digest in their row."""
    sealed: int = 0
    """Bodies that nobody can open here: the interview's key is not in the archive."""
    erased: int = 0
    """Bodies that were destroyed, under a signed receipt."""
    quarantined: int = 0
    """Rows that the server kept although it could not read them."""
    forks: int = 0
    """Rows that contradict a stored one."""
    links: int = 0
    scores: int = 0
    instructions: int = 0
    deletions: int = 0
    blobs: int = 0
    blobs_missing: int = 0
    """Pictures and recordings that rows name and the archive lacks."""
    merkle: str = ""
    first_received_at: str = ""
    last_received_at: str = ""
    kids: list[str] = field(default_factory=list)
    """Of the server keys that signed."""
    fingerprint_compared: bool = False


def verify(file: IO[bytes], *, fingerprints: Sequence[str] = ()) -> Report:
    """Checks the archive; raises Broken at the first place that does not hold, or Unreadable.

    `fingerprints`: SHA-256 (hex) of server keys that reached you by another way; empty: whoever
    made the archive may also have made its keys.
    """
    with _opened(file) as archive:
        return _Check(archive, fingerprints).run()


def merkle_root(hashes: Sequence[str]) -> str:
    """The tree hash of RFC 6962 over the rows' hashes (hex), in order."""
    level = [_sha256(b"\0" + bytes.fromhex(text)).digest() for text in hashes]
    if not level:
        return _sha256(b"").hexdigest()
    while len(level) > 1:
        # Who has no neighbour goes up as it is: the left half is always a whole tree.
        last = level[-1:] if len(level) % 2 else []
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [_sha256(b"\1" + left + right).digest() for left, right in pairs] + last
    return level[0].hex()


def manifest_statement(manifest: bytes) -> bytes:
    """What the server signs of the archive as a whole."""
    return b"invigil-manifest-v1\n" + manifest


def main(arguments: Sequence[str] | None = None) -> int:
    """0: the record holds. 1: it does not. 2: the file cannot be read as a record."""
    parser = argparse.ArgumentParser(
        prog="invigil-verify", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("record", type=Path, help="the downloaded record.zip")
    parser.add_argument(
        "--fingerprint",
        action="append",
        default=[],
        metavar="SHA256",
        help="of a server key, as its organisation told you by another way; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    asked = parser.parse_args(arguments)
    try:
        with asked.record.open("rb") as file:
            report = verify(file, fingerprints=asked.fingerprint)
    except (OSError, Unreadable) as error:
        said: dict[str, Any] = {"outcome": "unreadable", "reason": str(error)}
        text, status = f"CANNOT BE READ: {error}", 2
    except Broken as error:
        said = {"outcome": "broken", "place": error.place, "reason": error.reason}
        text, status = f"BROKEN at {error.place}: {error.reason}", 1
    else:
        said, text, status = {"outcome": "ok", **asdict(report)}, _told(report), 0
    sys.stdout.write((json.dumps(said, indent=1) if asked.json else text) + "\n")
    return status


_Row = tuple[bytes, str, bytes, str | None, bytes, Any, str]
"""A row that follows the one before it: its bytes, their hash, the sealed body, the digest that the
body is to have (None: the row is quarantined, and nothing is known of it), the kind, the segment as
its line says, and when it came."""


class _Check:
    """One archive, checked from the manifest down."""

    def __init__(self, archive: zipfile.ZipFile, fingerprints: Sequence[str]) -> None:
        self._zip = archive
        self._trusted = {_plain(one) for one in fingerprints}
        self._found = Report()
        self._names = {entry.filename: entry for entry in archive.infolist()}
        self._files: dict[str, str] = {}
        self._read: dict[str, str] = {}
        """SHA-256 of the files that were read through, line by line."""
        self._keys: dict[str, Ed25519PublicKey] = {}
        self._hashes: list[str] = []
        """Of the rows, from seq 1."""
        self._arrived: list[str] = []
        self._segments: list[int] = []
        self._said: list[dict[str, Any]] = []
        """What the links state."""
        self._named: set[str] = set()

    def run(self) -> Report:
        """The order matters: what is used to check was itself checked before."""
        manifest = self._manifest()
        self._links(manifest)
        gone = self._deletions()
        self._rows(manifest, gone)
        self._rows_in_links()
        self._forks()
        self._people(gone)
        self._blobs()
        for name, digest in sorted(self._files.items()):
            if name in self._names and self._digest(name) != digest:
                raise Broken(name, "is not the file that the signed manifest names")
        return self._found

    def _manifest(self) -> dict[str, Any]:
        found = self._found
        raw = self._whole(MANIFEST)
        manifest = _object(MANIFEST, raw)
        if manifest.get("format") != FORMAT:
            raise Unreadable(f"format {manifest.get('format')}: a newer invigil-verify is needed")
        listed = _object("keys/server.json", self._whole("keys/server.json")).get("keys")
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            raise Broken("keys/server.json", "is no list of keys")
        for entry in listed:
            key = _key("keys/server.json", entry.get("x"))
            fingerprint = hashlib.sha256(key).hexdigest()
            if not entry.get("kid") or not fingerprint.startswith(str(entry["kid"])):
                raise Broken("keys/server.json", f"key {entry.get('kid')} does not fit its name")
            if not self._trusted or fingerprint in self._trusted:
                self._keys[str(entry["kid"])] = Ed25519PublicKey.from_public_bytes(key)
        if not self._keys:
            raise Broken("keys/server.json", "has no key with the fingerprint that you gave")
        found.fingerprint_compared = bool(self._trusted)
        signature = _object(SIGNATURE, self._whole(SIGNATURE))
        self._signed(MANIFEST, manifest_statement(raw), signature)
        self._files = manifest["files"]
        found.session, found.merkle = manifest["session"], manifest["merkle"]
        for name in sorted(set(self._names) - set(self._files) - {MANIFEST, SIGNATURE}):
            raise Broken(name, "is not in the signed manifest")
        for name in sorted(set(self._files) - set(self._names) - {KEY}):
            raise Broken(name, "is missing")
        return manifest

    def _links(self, manifest: dict[str, Any]) -> None:
        prev, seq = ZERO, 0
        for place, line in self._jsonl("links"):
            statement = _bytes(place, line, "statement")
            self._signed(place, statement, line)
            title, _, body = statement.partition(b"\n")
            said = _object(place, body)
            if title != b"invigil-server-v1" or said.get("session") != self._found.session:
                raise Broken(place, "is no link of this interview")
            if line.get("n") != len(self._said) + 1 or said["prev"] != prev:
                raise Broken(place, "does not follow the link before it")
            prev = hashlib.sha256(statement).hexdigest()
            if line.get("hash") != prev or said["kind"] != line.get("kind") or said["seq"] < seq:
                raise Broken(place, "does not fit its own statement")
            seq = said["seq"]
            self._said.append(said)
        if manifest["links"] != {"n": len(self._said), "hash": prev}:
            raise Broken("links.jsonl", f"ends after link {len(self._said)}, too early or too late")
        self._found.links = len(self._said)
        if self._said:
            self._found.first_received_at = self._said[0]["received_at"]
            self._found.last_received_at = self._said[-1]["received_at"]
        claims = [said["body_sha256"] for said in self._said if said["kind"] == "claim"]
        if claims and "keys/client.json" in self._names:
            text = _object("keys/client.json", self._whole("keys/client.json")).get("x", "")
            if hashlib.sha256(str(text).encode()).hexdigest() != claims[-1]:
                raise Broken("keys/client.json", "is not the key that the last claim names")

    def _deletions(self) -> set[str]:
        """What was destroyed under a receipt that verifies."""
        about = {said["body_sha256"] for said in self._said if said["kind"] == "erased"}
        gone: set[str] = set()
        for place, line in self._jsonl("deletions"):
            statement = _bytes(place, line, "statement")
            self._signed(place, statement, line)
            title, _, body = statement.partition(b"\n")
            said = _object(place, body)
            if title != b"invigil-deletion-v1" or said.get("session") != self._found.session:
                raise Broken(place, "is no receipt of this interview")
            if hashlib.sha256(statement).hexdigest() not in about:
                raise Broken(place, "no link of the server's chain names this receipt")
            gone.add(said["what"])
            self._found.deletions += 1
        return gone

    def _rows(self, manifest: dict[str, Any], gone: set[str]) -> None:
        found, key = self._found, self._interview_key()
        hashes, arrived, segments = self._hashes, self._arrived, self._segments
        named = self._named
        destroyed = bool(gone & {"record", "person"})
        prev, segment, session = ZERO, 1, found.session.encode()
        plain = _PLAIN.fullmatch(session) is not None
        for seq, line in enumerate(self._lines("rows"), 1):
            row = _quick(line, seq, prev.encode(), session, segment) if plain else None
            raw, digest, sealed, body, kind, begun, at = row or self._careful(line, seq, prev)
            if not sealed and destroyed:
                found.erased += 1
            elif key is None:
                found.sealed += 1
            elif body is not None:
                content = _open(f"rows.jsonl:{seq}", key, sealed, raw=raw, digest=body)
                if _NAMED in content:
                    named.update(one.decode() for one in _ADDRESS.findall(content, SALT))
                if kind == BEGINS:
                    says = _object(f"rows.jsonl:{seq}", content[SALT:]).get("segment")
                    if says != begun:
                        reason = f"begins segment {says}, unlike what its line says"
                        raise Broken(f"rows.jsonl:{seq}", reason)
                found.opened += 1
            if type(begun) is not int or begun < segment:
                raise Broken(f"rows.jsonl:{seq}", f"is of segment {begun} after segment {segment}")
            prev, segment = digest, begun
            segments.append(segment)
            hashes.append(prev)
            arrived.append(at)
        found.rows, found.segments = len(hashes), len(set(segments))
        if manifest["head"] != {"seq": len(hashes), "hash": prev}:
            raise Broken("rows.jsonl", f"ends after row {len(hashes)}, too early or too late")
        if merkle_root(hashes) != found.merkle:
            raise Broken("rows.jsonl", "its rows have another Merkle root than the manifest says")

    def _careful(self, line: bytes, seq: int, prev: str) -> _Row:
        """A row, however its line is written."""
        place = f"rows.jsonl:{seq}"
        told = _object(place, line)
        raw = _bytes(place, told, "row")
        envelope, digest = _envelope(raw), _sha256(raw).hexdigest()
        if told.get("hash") != digest or told.get("seq") != seq:
            raise Broken(place, f"row {seq} is not where or what its line says")
        quarantined = told.get("state") == "quarantined"
        self._found.quarantined += quarantined
        if not quarantined and (envelope is None or envelope[3] != self._found.session.encode()):
            raise Broken(place, f"row {seq} is no row of this interview")
        if envelope is not None and envelope[1:3] != (prev, seq):
            raise Broken(place, f"row {seq} does not follow the row before it")
        body, kind = (None, b"") if envelope is None or quarantined else (envelope[0], envelope[4])
        sealed, at = _bytes(place, told, "sealed"), told.get("received_at", "")
        return raw, digest, sealed, body, kind, told.get("segment"), at

    def _rows_in_links(self) -> None:
        """Every row was countersigned when it came, and every link fits the row it names."""
        done = begun = 0
        for number, said in enumerate(self._said, 1):
            place, seq = f"links.jsonl:{number}", said["seq"]
            if seq > len(self._hashes) or said["head"] != (self._hashes[seq - 1] if seq else ZERO):
                raise Broken(place, f"states another row {seq} than the record has")
            came = self._arrived[done:seq]
            fits = came.count(said["received_at"]) == len(came)
            # Segments never go down, so the last one speaks for all.
            fits = fits and (done == seq or self._segments[seq - 1] <= begun)
            for at in () if fits else range(done, seq):
                if self._arrived[at] != said["received_at"]:
                    raise Broken(f"rows.jsonl:{at + 1}", "came at another time than was signed")
                if self._segments[at] > begun:
                    raise Broken(f"rows.jsonl:{at + 1}", "is of a segment that nothing began")
            done = seq
            begun += said["kind"] in BEGINNINGS
        if done < len(self._hashes):
            raise Broken(f"rows.jsonl:{done + 1}", "the server has not countersigned this row")

    def _forks(self) -> None:
        known = set(self._hashes)
        for place, line in self._jsonl("forks"):
            digest = hashlib.sha256(_bytes(place, line, "row")).hexdigest()
            if line.get("hash") != digest or digest in known:
                raise Broken(place, "is no row that contradicts the record")
            self._found.forks += 1

    def _people(self, gone: set[str]) -> None:
        """Decisions and instructions of people: each has its link, each link its statement."""
        kinds = {"score": self._scores(), "action": self._instructions()}
        for kind, given in kinds.items():
            stated = {
                said["body_sha256"] for said in self._said if said["kind"].partition(":")[0] == kind
            }
            for digest, place in given.items():
                if digest not in stated:
                    raise Broken(place, "no link of the server's chain names this")
            if len(stated - set(given)) and not gone & {"record", "person"}:
                name = "scores.jsonl" if kind == "score" else "instructions.jsonl"
                raise Broken(name, "lacks one that the server's chain names")

    def _scores(self) -> dict[str, str]:
        given: dict[str, str] = {}
        for place, line in self._jsonl("scores"):
            given[hashlib.sha256(_bytes(place, line, "statement")).hexdigest()] = place
        self._found.scores = len(given)
        return given

    def _instructions(self) -> dict[str, str]:
        given: dict[str, str] = {}
        for place, line in self._jsonl("instructions"):
            wire = _object(place, _bytes(place, line, "wire"))
            fields = {name: value for name, value in wire.items() if value is not None}
            signature = fields.pop("sig", "")
            statement = _canonical({**fields, "session": self._found.session})
            if not any(_fits(key, statement, signature) for key in self._keys.values()):
                raise Broken(place, "the signature does not fit")
            given[hashlib.sha256(statement).hexdigest()] = place
        self._found.instructions = len(given)
        return given

    def _blobs(self) -> None:
        there = {name[6:] for name in self._names if name.startswith("blobs/")}
        for address in sorted(there):
            if _digest_of(self._zip, f"blobs/{address}") != address:
                raise Broken(f"blobs/{address}", "is not the file that its name says")
        self._found.blobs = len(there)
        self._found.blobs_missing = len(self._named - there)

    def _interview_key(self) -> AESGCM | None:
        if KEY not in self._names:
            return None
        raw = self._whole(KEY)
        if hashlib.sha256(raw).hexdigest() != self._files[KEY]:
            raise Broken(KEY, "is not the file that the signed manifest names")
        return AESGCM(_key(KEY, _object(KEY, raw).get("key")))

    def _signed(self, place: str, statement: bytes, line: dict[str, Any]) -> None:
        key = self._keys.get(str(line.get("kid")))
        if key is None:
            raise Broken(place, f"is signed by {line.get('kid')}, no key of this server")
        if not _fits(key, statement, line.get("sig")):
            raise Broken(place, "the signature does not fit")
        if line["kid"] not in self._found.kids:
            self._found.kids.append(line["kid"])

    def _whole(self, name: str) -> bytes:
        if name not in self._names:
            raise Broken(name, "is missing")
        if self._names[name].file_size > MAX_SMALL:
            raise Unreadable(f"{name} is larger than such a file can be")
        with _read(self._zip, name) as file:
            return _all(name, file)

    def _jsonl(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """(place, line) of each line."""
        for number, line in enumerate(self._lines(name), 1):
            place = f"{name}.jsonl:{number}"
            yield place, _object(place, line)

    def _lines(self, name: str) -> Iterator[bytes]:
        """Each line without its end, read as a stream; at the last one the file's digest is known,
        so that nothing is read twice."""
        digest, rest, number = _sha256(), b"", 1
        with _read(self._zip, f"{name}.jsonl") as file:
            while True:
                try:
                    piece = file.read(PIECE)
                except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                    reason = f"the archive is damaged here ({error})"
                    raise Broken(f"{name}.jsonl:{number}", reason) from None
                digest.update(piece)
                *lines, rest = (rest + piece).split(b"\n")
                if rest and not piece:
                    lines, rest = [rest], b""
                for line in lines:
                    if len(line) >= MAX_LINE:
                        raise Unreadable(f"{name}.jsonl:{number} is longer than a line can be")
                    yield line
                    number += 1
                if len(rest) >= MAX_LINE:
                    raise Unreadable(f"{name}.jsonl:{number} is longer than a line can be")
                if not piece:
                    break
        self._read[f"{name}.jsonl"] = digest.hexdigest()

    def _digest(self, name: str) -> str:
        return self._read.get(name) or _digest_of(self._zip, name)


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive, once its own directory is known to be small and plain."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise Unreadable("this is no ZIP archive, or it was cut off")
    if struct.unpack_from("<I", tail, at + 12)[0] > MAX_DIRECTORY:
        raise Unreadable("the archive's directory is larger than a record has")
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Unreadable(f"this is no ZIP archive that can be read: {error}") from None
    seen: set[str] = set()
    if len(archive.infolist()) > MAX_MEMBERS:
        raise Unreadable("the archive has more files than a record has")
    for entry in archive.infolist():
        name = entry.filename
        if not _NAMES.fullmatch(name):
            raise Broken(repr(name), "is no file of a record")
        if name in seen:
            raise Broken(name, "is there twice")
        seen.add(name)
        stored = entry.compress_type == zipfile.ZIP_STORED
        if entry.flag_bits & 1 or not (stored or entry.compress_type == zipfile.ZIP_DEFLATED):
            raise Unreadable(f"{name} is packed in a way that records are not")
        if entry.file_size > MAX_MEMBER or entry.file_size > MAX_RATIO * (entry.compress_size + 1):
            raise Unreadable(f"{name} is larger than a file of a record")
    return archive


def _read(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        return archive.open(name)
    except KeyError:
        raise Broken(name, "is missing") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        raise Broken(name, f"the archive is damaged here ({error})") from None


def _all(name: str, file: IO[bytes]) -> bytes:
    try:
        return file.read()
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Broken(name, f"the archive is damaged here ({error})") from None


def _digest_of(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with _read(archive, name) as file:
        try:
            while piece := file.read(PIECE):
                digest.update(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise Broken(name, f"the archive is damaged here ({error})") from None
    return digest.hexdigest()


def _envelope(raw: bytes) -> tuple[str, str, int, bytes, bytes] | None:
    """(body_sha256, prev, seq, session, kind) of a row in canonical form; None for other bytes."""
    if match := _ROW.fullmatch(raw):
        _, body, kind, _, prev, seq, session, _ = match.groups()
        return body.decode(), prev.decode(), int(seq), session, kind
    try:
        fields = json.loads(raw)
        if _canonical(fields) != raw:
            return None
        texts = fields["session"].encode(), fields["kind"].encode()
        values = fields["body_sha256"], fields["prev"], fields["seq"], *texts
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return values if type(values[2]) is int else None


def _quick(line: bytes, seq: int, prev: bytes, session: bytes, segment: int) -> _Row | None:
    """The row in a line as nearly all are: whole, following, of the same segment; None where
    anything is otherwise. `prev`, `session`: without anything to escape."""
    begins = 90  # as long as `_LINE` with a hash in it
    ends = line.find(b'"', begins)
    row_ends = line.find(b'"', ends + 9)
    sealed_ends = line.find(b'"', row_ends + 12)
    at = line[begins:ends]
    try:
        raw = _base64(line[ends + 9 : row_ends], strict_mode=True)
        sealed = _base64(line[row_ends + 12 : sealed_ends], strict_mode=True)
    except binascii.Error:
        return None
    digest = _sha256(raw).hexdigest()
    if not (
        line.startswith(_LINE % digest.encode())
        and line.startswith(_ROW_AT, ends)
        and line.startswith(_SEALED_AT, row_ends)
        and line[sealed_ends:] == _LINE_END % (segment, seq)
        and _PLAIN.fullmatch(at)
    ):
        return None
    head = _HEAD.match(raw)
    if head is None or raw[head.end() :] != _TAIL % (prev, seq, session):
        return None
    return raw, digest, sealed, head[2].decode(), head[3], segment, at.decode()


def _open(place: str, key: AESGCM, sealed: bytes, *, raw: bytes, digest: str) -> bytes:
    """A row's salt and body, checked against the row."""
    try:
        content = key.decrypt(sealed[:12], sealed[12:], raw)
    except (InvalidTag, ValueError):
        raise Broken(place, "the body cannot be opened with the interview's key") from None
    if len(content) < SALT or _sha256(content).hexdigest() != digest:
        raise Broken(place, "the body is not the one that the row names")
    return content


def _object(place: str, raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode()
        value, end = _decode(text) if text.startswith("{") else (None, 0)
        # White space at either end, which the server does not write, is json's own business.
        if text[end:] not in ("", "\n"):
            value = json.loads(text)
    except (ValueError, RecursionError):
        raise Broken(place, "cannot be read as JSON") from None
    if not isinstance(value, dict):
        raise Broken(place, "is no JSON object")
    return value


def _bytes(place: str, line: dict[str, Any], name: str) -> bytes:
    try:
        return binascii.a2b_base64(line[name], strict_mode=True)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise Broken(place, f"its {name} cannot be read") from None


def _key(place: str, text: Any) -> bytes:
    try:
        key = base64.urlsafe_b64decode(str(text) + "=" * (-len(str(text)) % 4))
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != 32:
        raise Broken(place, "a key in it is no key")
    return key


def _fits(key: Ed25519PublicKey, statement: bytes, signature: Any) -> bool:
    try:
        text = str(signature)
        key.verify(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), statement)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


def _canonical(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _plain(fingerprint: str) -> str:
    return re.sub(r"[^0-9a-f]", "", fingerprint.lower())


def _told(found: Report) -> str:
    lines = [
        f"OK: the record of interview {found.session} is whole and unchanged.",
        f"rows       {found.rows}, segments {found.segments}: {found.opened} opened, "
        f"{found.sealed} sealed, {found.erased} erased, {found.quarantined} quarantined; "
        f"{found.forks} contradicting",
        f"server     {found.links} links, {found.first_received_at} to {found.last_received_at}",
        f"people     {found.scores} decisions, {found.instructions} instructions, "
        f"{found.deletions} deletions",
        f"blobs      {found.blobs}, and {found.blobs_missing} that rows name and are not in here",
        f"root       {found.merkle}",
        f"signed by  {', '.join(found.kids)}",
    ]
    if not found.fingerprint_compared:
        lines.append(
            "The server's key came in the same archive. Ask its organisation for the key's "
            "fingerprint, and run this again with --fingerprint."
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
