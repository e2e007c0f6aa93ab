"""The spool's promises: durable, chained, sealed, kept after the acknowledgement."""

import sqlite3
import stat
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.errors import RecordDiffers, SpoolBusy, SpoolDamaged, SpoolError, SpoolMissing
from client.spool.keys import SigningKey
from client.spool.sealing import Sealer, from_key32, from_wire
from client.spool.store import Backlog, Spool
from shared.chain import body_digest, canonical, first_break, parse_row
from shared.events import AnswerRevised, InstructionApplied, SystemNoted
from shared.ids import new_id
from shared.model import Wire
from shared.session import ChainHead, Grant, Started
from shared.sync import MAX_ROWS
from tests.client.spool.memory_server import T0, MemoryServer, make_grant

QUESTION = new_id()


def revised(revision: int, text: str = "text") -> AnswerRevised:
    return AnswerRevised(question=QUESTION, revision=revision, text=text, at_ms=revision)


def append(spool: Spool, body: Wire, n: int = 0, state: bytes | None = None) -> int:
    return spool.append(body, at=T0 + timedelta(seconds=n), mono_ms=n * 1000, state=state)


def test_rows_are_chained_and_open_with_the_interviews_key(spool: Spool, grant: Grant):
    texts = ["first", "", "with \x00 and \U0001f600 and \u05d0"]
    for n, text in enumerate(texts, start=1):
        assert append(spool, revised(n, text), n) == n
    rows = spool.pending()
    raws = [row.row.encode() for row in rows]
    assert first_break(raws, session=grant.session) is None
    sealer = Sealer(from_key32(grant.key))
    for row, n, text in zip(rows, range(1, 4), texts, strict=True):
        salt, body = sealer.open_body(from_wire(row.sealed), row.row.encode())
        envelope = parse_row(row.row.encode())
        assert envelope.body_sha256 == body_digest(salt, body)
        assert body == canonical(revised(n, text).model_dump(mode="json"))
        assert (envelope.kind, envelope.mono_ms) == ("answer.revised", n * 1000)
    assert spool.head == ChainHead(seq=3, hash=parse_row(raws[-1]).hash)


def test_same_body_twice_has_two_digests(spool: Spool):
    append(spool, revised(1))
    append(spool, revised(1))
    digests = {parse_row(row.row.encode()).body_sha256 for row in spool.pending()}
    assert len(digests) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), max_size=12),
    reopen_after=st.sets(st.integers(0, 11)),
)
def test_any_texts_survive_closing_at_any_place(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], reopen_after: set[int]
):
    grant = make_grant(Ed25519PrivateKey.generate())
    folder = tmp_path_factory.mktemp("any") / "spool"
    spool = Spool.create(folder, grant, SigningKey.generate())
    try:
        for n, text in enumerate(texts):
            append(spool, revised(n + 1, text), n, state=str(n).encode())
            if n in reopen_after:
                spool.close()
                spool = Spool.open(folder)
                assert spool.load_state() == str(n).encode()
        bodies = [AnswerRevised.model_validate_json(row.body).text for row in spool.rows()]
        assert bodies == texts
        assert spool.count() == len(texts)
    finally:
        spool.close()


def test_spool_goes_on_from_the_granted_head(tmp_path: Path, signing_key: SigningKey):
    head = ChainHead(seq=41, hash="ab" * 32)
    grant = make_grant(Ed25519PrivateKey.generate(), head=head, segment=2)
    with Spool.create(tmp_path / "s", grant, signing_key) as spool:
        assert append(spool, revised(1)) == 42
        raw = spool.pending()[0].row.encode()
        assert parse_row(raw).prev == head.hash
        assert (spool.count(), spool.acked) == (1, head)
    with Spool.open(tmp_path / "s") as spool:
        assert spool.head.seq == 42


def test_state_is_saved_with_its_row_or_not_at_all(spool: Spool):
    spool.save_state(b"before")
    with pytest.raises(ValueError, match="beyond 2\\^53"):
        append(spool, SystemNoted(what="clock_moved", gap_ms=2**53), state=b"after")
    assert spool.load_state() == b"before"
    append(spool, revised(1), state=b"after")
    assert spool.load_state() == b"after"


def test_body_that_is_no_fact_is_refused(spool: Spool):
    with pytest.raises(TypeError, match="Started"):
        append(spool, Started.model_construct())


def test_acknowledged_rows_stay_and_are_marked(spool: Spool, server: MemoryServer):
    for n in range(1, 4):
        append(spool, revised(n))
    server.rows = [row.row.encode() for row in spool.pending()][:2]
    spool.acknowledge(server.receipt(b""))
    assert [parse_row(row.row.encode()).seq for row in spool.pending()] == [3]
    assert [row.acknowledged for row in spool.rows()] == [True, True, False]
    assert (spool.count(), spool.backlog().rows) == (3, 1)
    assert [receipt.acked.seq for receipt in spool.receipts()] == [2]


@pytest.mark.expects_log
def test_server_restored_from_a_backup_gets_its_rows_again(
    spool: Spool, server: MemoryServer, caplog: pytest.LogCaptureFixture
):
    for n in range(1, 4):
        append(spool, revised(n))
    all_rows = [row.row.encode() for row in spool.pending()]
    server.rows = list(all_rows)
    spool.acknowledge(server.receipt(b""))
    assert spool.pending() == ()
    server.rows = all_rows[:1]
    spool.acknowledge(server.receipt(b""))
    assert [parse_row(row.row.encode()).seq for row in spool.pending()] == [2, 3]
    assert "went back from row 3 to 1" in caplog.text


def test_countersigned_row_that_is_not_ours_is_refused(spool: Spool, server: MemoryServer):
    append(spool, revised(1))
    for wrong in (ChainHead(seq=1, hash="ab" * 32), ChainHead(seq=9, hash="ab" * 32)):
        with pytest.raises(RecordDiffers):
            spool.acknowledge(server.receipt(b"", acked=wrong))
    assert spool.backlog().rows == 1


def test_blob_is_sealed_named_by_its_bytes_and_kept(spool: Spool):
    artifact = spool.put_blob(b"sound", "audio/ogg")
    sealed = spool.read_blob(artifact.sha256)
    assert b"sound" not in sealed
    assert artifact.size == len(sealed) == 12 + 5 + 16
    assert spool.open_blob(artifact.sha256) == b"sound"
    assert spool.pending_blobs() == (artifact,)
    spool.blob_sent(artifact.sha256)
    assert spool.pending_blobs() == ()
    assert spool.open_blob(artifact.sha256) == b"sound"


def test_missing_blob_is_offered_again(spool: Spool, server: MemoryServer):
    artifact = spool.put_blob(b"sound", "audio/ogg")
    spool.blob_sent(artifact.sha256)
    spool.acknowledge(server.receipt(b"", missing_blobs=(artifact.sha256, "ab" * 32)))
    assert spool.pending_blobs() == (artifact,)


def test_files_of_an_interrupted_blob_are_swept(spool: Spool):
    kept = spool.put_blob(b"kept", "audio/ogg")
    folder = spool.folder
    spool.close()
    (folder / "blobs" / ("cd" * 32)).write_bytes(b"no row can name this")
    (folder / "blobs" / f"{'ef' * 32}.1.partial").write_bytes(b"half")
    with Spool.open(folder) as again:
        assert [path.name for path in (folder / "blobs").iterdir()] == [kept.sha256]
        assert again.pending_blobs() == (kept,)


def test_changed_blob_is_noticed(spool: Spool):
    artifact = spool.put_blob(b"sound", "audio/ogg")
    (spool.folder / "blobs" / artifact.sha256).write_bytes(b"other")
    with pytest.raises(SpoolDamaged):
        spool.read_blob(artifact.sha256)


def test_batch_is_bounded_in_rows_and_bytes(spool: Spool):
    for n in range(1, 8):
        append(spool, revised(n, "x" * 1000))
    assert len(spool.pending(3)) == 3
    assert len(spool.pending(max_bytes=4000)) == 2
    assert len(spool.pending(max_bytes=1)) == 1
    assert spool.pending(0) == ()
    assert len(spool.pending(MAX_ROWS)) == 7


def test_largest_answer_fits_the_wire(spool: Spool):
    append(spool, revised(1, "\x01" * 200_000))
    (row,) = spool.pending()
    assert len(row.sealed) < 2_000_000


def test_counters_grow_across_restarts(spool: Spool):
    seen = [spool.next_counter() for _ in range(70)]
    folder = spool.folder
    spool.close()
    with Spool.open(folder) as again:
        seen += [again.next_counter() for _ in range(3)]
        again.skip_counters(10_000)
        seen.append(again.next_counter())
    assert seen == sorted(set(seen))
    assert seen[-1] > seen[-2] + 9_000


def test_applied_instruction_is_remembered(spool: Spool):
    append(spool, InstructionApplied(number=3, action="extend"))
    append(spool, InstructionApplied(number=2, action="message"))
    folder = spool.folder
    spool.close()
    with Spool.open(folder) as again:
        assert again.applied == 3


def test_second_opener_is_told_so(spool: Spool):
    with pytest.raises(SpoolBusy, match="already open"):
        Spool.open(spool.folder)


def test_empty_folder_holds_no_interview(tmp_path: Path):
    with pytest.raises(SpoolMissing):
        Spool.open(tmp_path)


def test_begun_interview_is_not_begun_again(spool: Spool, grant: Grant, signing_key: SigningKey):
    folder = spool.folder
    spool.close()
    with pytest.raises(SpoolError, match="Resume"):
        Spool.create(folder, grant, signing_key)
    Spool.open(folder).close()


def test_secrets_are_readable_by_their_owner_only(spool: Spool):
    for path in (spool.folder / "signing.key", spool.folder / "spool.sqlite3"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(spool.folder.stat().st_mode) == 0o700


def test_answers_lie_sealed_on_the_disk(spool: Spool):
    append(spool, revised(1, "a sentence that must not lie open"))
    spool.put_blob(b"a sound that must not lie open", "audio/ogg")
    for path in spool.folder.rglob("*"):
        if path.is_file():
            assert b"must not lie open" not in path.read_bytes()


@pytest.mark.parametrize("harm", ["not a database", "torn page", "changed row", "lost row", "key"])
def test_damaged_spool_is_named_and_kept(spool: Spool, harm: str):
    for n in range(1, 60):
        append(spool, revised(n, "x" * 500))
    folder = spool.folder
    spool.close()
    file = folder / "spool.sqlite3"
    match harm:
        case "not a database":
            file.write_bytes(b"something else entirely" * 100)
        case "torn page":
            content = bytearray(file.read_bytes())
            content[8192:16384] = b"\xff" * 8192
            file.write_bytes(content)
        case "changed row":
            sql(file, "UPDATE rows SET row = replace(row, '2026', '2027') WHERE seq = 30")
        case "lost row":
            sql(file, "DELETE FROM rows WHERE seq = 30")
        case _:
            (folder / "signing.key").unlink()
    before = file.read_bytes()
    with pytest.raises(SpoolDamaged) as raised:
        Spool.open(folder)
    assert str(folder) in raised.value.message
    assert file.read_bytes() == before


def sql(file: Path, statement: str) -> None:
    db = sqlite3.connect(file)
    with db:
        db.execute(statement)
    db.close()


def test_spool_of_a_newer_app_says_so(spool: Spool):
    folder = spool.folder
    spool.close()
    sql(folder / "spool.sqlite3", "PRAGMA user_version = 99")
    with pytest.raises(SpoolError, match="newer version"):
        Spool.open(folder)


def test_grant_can_be_renewed_for_the_same_segment_only(spool: Spool, grant: Grant):
    append(spool, revised(1))
    newer = grant.model_copy(update={"token": "u" * 43, "head": spool.head})
    spool.renew(newer)
    assert spool.lease().token == "u" * 43
    assert spool.count() == 1
    with pytest.raises(ValueError, match="grant is for"):
        spool.renew(grant.model_copy(update={"segment": 2}))


def test_threads_append_and_read_at_once(spool: Spool, server: MemoryServer):
    def write(first: int) -> None:
        for n in range(first, first + 40):
            append(spool, revised(n))

    writers = [Thread(target=write, args=(1 + 40 * n,)) for n in range(3)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        rows = [row.row.encode() for row in spool.pending(50)]
        server.rows += rows
        spool.acknowledge(server.receipt(b""))
    for writer in writers:
        writer.join()
    server.rows += [row.row.encode() for row in spool.pending()]
    assert first_break(server.rows, session=spool.grant.session) is None
    assert len(server.rows) == 120
    assert isinstance(spool.backlog(), Backlog)


def test_bodies_of_one_kind_come_in_their_order(spool: Spool):
    for n, body in enumerate((revised(1), SystemNoted(what="app_restarted"), revised(2)), start=1):
        append(spool, body, n)
    found = [AnswerRevised.model_validate_json(body) for body in spool.bodies("answer.revised")]
    assert found == [revised(1), revised(2)]
    assert list(spool.bodies("none.such")) == []
