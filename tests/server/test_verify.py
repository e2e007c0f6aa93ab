"""`invigil-verify` on real records: clean ones pass, every change is found where it was made."""

import hashlib
import io
import json
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from server import verify
from server.auth.people import Person, Role
from server.deps import Parts
from server.main import create_app
from server.settings import read_settings
from shared.ids import sha256_hex
from tests.server.candidate_machine import unb64
from tests.server.privacy.done import Finished, work
from tests.server.record_changes import change_and_check
from tests.server.signed_record import encoded, made, packed
from tests.server.support import Clock, add_person, bearer

SEED = 20261129
EDITS = 400
"""In the suite; `dev.py bench verify` makes 10,000 of longer records."""


@pytest.fixture(scope="module")
def record(migrated: Path, tmp_path_factory: pytest.TempPathFactory, password_hash: str) -> bytes:
    """Of an interview with pictures, recordings and a person's decision; made once."""
    folder = tmp_path_factory.mktemp("verified") / "data"
    shutil.copytree(migrated, folder)
    address = "http://127.0.0.1:8080"
    configured = read_settings({}, data_dir=folder, public_url=address)
    app = create_app(configured, now=Clock(), background=False)
    with TestClient(app, base_url=address) as client:
        parts = app.state.parts
        admin = add_person(parts, password_hash, role=Role.ADMIN, email="ada@example.org")
        finished = Finished(client, parts, admin)
        signed_in = TestClient(app, base_url=address, headers=bearer(parts, admin))
        override = {"question": finished.invited.spoken, "points": 7, "reason": "Listened to it."}
        assert signed_in.patch(finished.url, json={"overrides": [override]}).status_code == 200
        answer = signed_in.get(f"{finished.url}/record.zip")
        assert answer.status_code == 200, answer.text
    parts.database.close()
    return answer.content


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def check(content: bytes, *fingerprints: str) -> verify.Report:
    return verify.verify(io.BytesIO(content), fingerprints=fingerprints)


def broken(content: bytes) -> verify.Broken:
    with pytest.raises(verify.Broken) as found:
        check(content)
    return found.value


def test_a_clean_record_holds_and_says_what_is_in_it(record: bytes):
    report = check(record)
    assert report.rows == report.opened == len(_lines(members(record)["rows.jsonl"])) > 5
    assert (report.sealed, report.erased, report.scores, report.forks) == (0, 0, 1, 0)
    assert report.blobs_missing == 0 < report.blobs
    assert not report.fingerprint_compared


def test_a_fingerprint_that_was_told_another_way_is_compared(record: bytes):
    (key,) = json.loads(members(record)["keys/server.json"])["keys"]
    fingerprint = sha256_hex(unb64(key["x"]))
    pairs = " ".join(fingerprint[at : at + 2] for at in range(0, 64, 2)).upper()
    assert check(record, pairs).fingerprint_compared
    with pytest.raises(verify.Broken, match="no key with the fingerprint"):
        check(record, "0" * 64)


def test_without_the_interview_key_the_record_still_holds_and_stays_sealed(record: bytes):
    files = members(record)
    del files["keys/interview.json"]
    report = check(packed(files))
    assert (report.opened, report.sealed) == (0, report.rows)


def test_an_erased_record_says_erased_and_holds(
    client: TestClient, parts: Parts, admin: Person, super_client: TestClient
):
    finished = Finished(client, parts, admin)
    who = {"email": "grace@example.org", "again": "grace@example.org"}
    super_client.post("/api/admin/privacy/erase", json=who)
    work(parts)
    content = super_client.get(f"{finished.url}/record.zip").content
    report = check(content)
    assert (report.erased, report.opened, report.deletions) == (report.rows, 0, 1)
    # A body that is simply cut out is not erased: no receipt covers it.
    files = members(content)
    files["deletions.jsonl"] = b""
    assert broken(packed(files)).place == "deletions.jsonl"


def test_somebody_who_makes_everything_anew_is_found_by_the_fingerprint(record: bytes):
    files = members(record)
    (key,) = json.loads(files["keys/server.json"])["keys"]
    told = sha256_hex(unb64(key["x"]))
    forger = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    forged = {"kid": sha256_hex(forger)[:16], "x": encoded(forger)}
    files["keys/server.json"] = json.dumps({"keys": [forged]}).encode()
    with pytest.raises(verify.Broken, match="fingerprint"):
        check(packed(files), told)


def _lines(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True)


def test_every_random_change_is_found_where_it_was_made(record: bytes):
    chance, files = random.Random(SEED), members(record)
    wrong = [said for _ in range(EDITS) if (said := change_and_check(files, chance))]
    assert wrong == []


def _said(content: bytes) -> tuple[object, ...]:
    try:
        return (verify.verify(io.BytesIO(content)),)
    except (verify.Broken, verify.Unreadable) as error:
        return type(error), str(error)


def _spelled(line: bytes, chance: random.Random) -> bytes:
    """The same JSON, written as the server would not."""
    told = json.loads(line)
    ways = (
        lambda: json.dumps(told).encode(),
        lambda: json.dumps(dict(reversed(told.items())), separators=(",", ":")).encode(),
        lambda: line.replace(b'"ok"', b'"\\u006fk"'),
        lambda: line.replace(b'"state"', b'"st\\u0061te"'),
        lambda: line[:-1] + b',"state":"ok"}',
        lambda: b" " + line,
        lambda: line.replace(b'"segment":1', b'"segment":1.0'),
        lambda: line.replace(b'"segment":1', b'"segment":true'),
        lambda: line.replace(b'"ok"', b'"quarantined"'),
        lambda: line.replace(b"=", b"", 1),
        lambda: line.replace(b"2026-", b"2026\\u002d"),
        lambda: line.replace(b"2026-", b"2026\xff"),
        lambda: line.replace(b'","row"', b'\\","row"'),
    )
    return chance.choice(ways)()


@pytest.mark.parametrize("erased", [False, True])
def test_a_line_as_the_server_writes_it_is_judged_as_any_other_way_to_write_it(
    erased: bool, monkeypatch: pytest.MonkeyPatch
):
    """The quick way to read a line finds what the careful one finds, place and reason."""
    chance, files = random.Random(SEED), made(40, blobs=2)
    if erased:
        del files["keys/interview.json"]
    whole = _lines(files["rows.jsonl"])
    for _ in range(300):
        lines = list(whole)
        for at in chance.sample(range(len(lines)), chance.choice((1, 1, 2))):
            if chance.random() < 0.5:
                lines[at] = _spelled(lines[at][:-1], chance) + b"\n"
            else:
                at_byte = chance.randrange(len(lines[at]) - 1)
                other = chance.choice(b'a0"\\,}=/\x00\xff\n ')
                lines[at] = lines[at][:at_byte] + bytes([other]) + lines[at][at_byte + 1 :]
        content = packed(files | {"rows.jsonl": b"".join(lines)})
        with monkeypatch.context() as careful:
            careful.setattr(verify, "_quick", lambda *given: None)
            expected = _said(content)
        assert _said(content) == expected


def test_lines_are_lines_wherever_the_pieces_end(monkeypatch: pytest.MonkeyPatch):
    files = made(9, blobs=1)
    whole = _said(packed(files))
    for piece in (1, 7, 300, 1000):
        monkeypatch.setattr(verify, "PIECE", piece)
        assert _said(packed(files)) == whole
        cut = packed(files | {"rows.jsonl": files["rows.jsonl"][:-1]})
        assert "is not the file" in str(broken(cut))
        blank = packed(files | {"rows.jsonl": b"\n" + files["rows.jsonl"]})
        assert broken(blank).place == "rows.jsonl:1"
    monkeypatch.setattr(verify, "MAX_LINE", 700)
    long = packed(files | {"rows.jsonl": b"x" * 701})
    with pytest.raises(verify.Unreadable, match="rows.jsonl:1 is longer"):
        check(long)


@pytest.mark.parametrize(
    "name",
    ["scores.jsonl", "links.jsonl", "rows.jsonl", "manifest.sig", "keys/client.json", "README.txt"],
)
def test_a_file_that_is_missing_is_named(record: bytes, name: str):
    files = members(record)
    del files[name]
    assert broken(packed(files)).place == name


def test_a_blob_that_was_exchanged_is_named(record: bytes):
    files = members(record)
    (name, *_) = [name for name in files if name.startswith("blobs/")]
    files[name] = b"another picture"
    assert broken(packed(files)).place == name


@pytest.mark.parametrize("name", ["../rows.jsonl", "/etc/passwd", "blobs/x", "rows.jsonl/"])
def test_a_file_that_no_record_has_is_named(record: bytes, name: str):
    assert "is no file of a record" in str(broken(packed(members(record) | {name: b"x"})))


def test_an_archive_that_would_swell_is_not_unpacked(record: bytes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members(record).items():
            archive.writestr(name, content if name != "rows.jsonl" else b"0" * 50_000_000)
    with pytest.raises(verify.Unreadable, match=r"rows\.jsonl is larger"):
        check(out.getvalue())


def test_a_file_that_is_there_twice_is_named(record: bytes):
    out = io.BytesIO(record)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("rows.jsonl", b"")
    assert str(broken(out.getvalue())) == "rows.jsonl: is there twice"


@settings(max_examples=60)
@given(st.data())
def test_no_damage_of_the_bytes_passes_or_raises_anything_else(data: st.DataObject):
    at = data.draw(st.integers(0, len(SAMPLE) - 1))
    raw = bytearray(SAMPLE)
    if data.draw(st.booleans()):
        raw = raw[:at]
    else:
        raw[at] ^= data.draw(st.integers(1, 255))
    try:
        report = check(bytes(raw))
    except (verify.Broken, verify.Unreadable):
        return
    # Bytes that mean nothing: times and attributes in the archive's own directory.
    assert members(bytes(raw)) == members(SAMPLE)
    assert report.rows == 3


SAMPLE = packed(made(3, blobs=1))


def test_the_root_is_that_of_rfc_6962():
    leaves = [sha256_hex(bytes([number])) for number in range(5)]

    def root(part: list[str]) -> bytes:
        if len(part) == 1:
            return hashlib.sha256(b"\0" + bytes.fromhex(part[0])).digest()
        half = 1 << ((len(part) - 1).bit_length() - 1)
        return hashlib.sha256(b"\1" + root(part[:half]) + root(part[half:])).digest()

    for count in range(1, 6):
        assert verify.merkle_root(leaves[:count]) == root(leaves[:count]).hex()


def test_the_command_stands_alone_and_says_what_it_found(record: bytes, tmp_path: Path):
    script = tmp_path / "verify.py"
    script.write_bytes(Path(verify.__file__).read_bytes())
    file = tmp_path / "record.zip"
    file.write_bytes(record)

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-I", str(script), str(file), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.stderr == ""
        return done.returncode, done.stdout

    status, said = run()
    assert status == 0
    assert said.startswith("OK: ")
    assert "--fingerprint" in said
    files = members(record)
    files["rows.jsonl"] = b"".join(_lines(files["rows.jsonl"])[:-1])
    file.write_bytes(packed(files))
    status, said = run("--json")
    assert (status, json.loads(said)["outcome"]) == (1, "broken")
    file.write_bytes(b"not an archive")
    status, said = run()
    assert status == 2
    assert said.startswith("CANNOT BE READ: ")
