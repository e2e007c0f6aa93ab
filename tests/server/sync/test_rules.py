"""Where rows belong: properties of the chain, and what becomes of what does not fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sync.rules import (
    Envelope,
    Flaw,
    Head,
    Plan,
    arrange,
    artifacts,
    column_text,
    read_body,
    read_envelope,
)
from shared.chain import ZERO_HASH, Row, canonical, first_break, make_row
from shared.events import AnswerChunk, Artifact, Severity, SignalOpened, StatusReached
from shared.lifecycle import Status

SESSION = "5" * 32
OTHER = "6" * 32
GENESIS = Head(0, ZERO_HASH)


def chain(length: int, *, session: str = SESSION, salt: str = "") -> list[Row]:
    rows: list[Row] = []
    head = GENESIS
    for seq in range(1, length + 1):
        row = make_row(
            v=1,
            session=session,
            seq=seq,
            at=f"2026-11-22T15:00:00.000Z{salt}",
            mono_ms=seq,
            kind="check",
            body_sha256="b" * 64,
            prev=head.hash,
        )
        rows.append(row)
        head = Head(row.seq, row.hash)
    return rows


TWELVE = chain(12)


def read(rows: list[Row]) -> list[Envelope]:
    return [read_envelope(row.raw.decode(), SESSION) for row in rows]


def head_of(rows: list[Row]) -> Head:
    return Head(rows[-1].seq, rows[-1].hash) if rows else GENESIS


def known(rows: list[Row]) -> dict[int, str]:
    return {row.seq: row.hash for row in rows}


def seqs(plan: Plan) -> list[int]:
    return [placed.seq for placed in plan.store]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=8))
def test_any_cut_of_a_chain_sent_in_any_overlap_arrives_whole(cuts: list[tuple[int, int]]):
    """Batches of consecutive rows, with repeats and overlaps, never beginning after a gap."""
    stored: list[Row] = []
    for first, second in [*cuts, (0, len(TWELVE))]:
        begin, end = min(first, second, len(stored)), max(first, second)
        sent = TWELVE[begin:end]
        plan = arrange(head_of(stored), read(sent), known(stored))
        assert plan.conflict is None
        assert plan.forks == ()
        assert list(plan.known) == [row.seq for row in sent if row.seq <= len(stored)]
        assert seqs(plan) == [row.seq for row in sent if row.seq > len(stored)]
        stored += [TWELVE[seq - 1] for seq in seqs(plan)]
        assert plan.head == head_of(stored)
    assert stored == TWELVE
    assert first_break([row.raw for row in stored], session=SESSION) is None


@given(st.integers(1, 12), st.integers(0, 10), st.data())
def test_a_gap_is_named_and_nothing_after_it_is_stored(
    length: int, before: int, data: st.DataObject
):
    rows = chain(length + before + 1)
    stored = rows[:before]
    missing = data.draw(st.integers(before, before + length - 1))
    sent = [row for row in rows[before:] if row.seq != missing + 1]
    plan = arrange(head_of(stored), read(sent), known(stored))
    assert plan.conflict == "chain_gap"
    assert seqs(plan) == list(range(before + 1, missing + 1))
    assert plan.forks == ()


@given(st.integers(1, 10), st.integers(1, 10))
def test_another_history_is_kept_beside_the_first(length: int, others: int):
    stored, other = chain(length), chain(max(others, length), salt="x")
    plan = arrange(head_of(stored), read(other), known(stored))
    assert plan.conflict == "chain_fork"
    assert plan.store == ()
    assert [placed.seq for placed in plan.forks] == [row.seq for row in other]
    assert plan.head == head_of(stored)


def test_a_row_that_names_another_predecessor_is_a_fork():
    stored, other = chain(2), chain(3, salt="x")
    plan = arrange(head_of(stored), read(other[2:]), known(stored))
    assert plan.conflict == "chain_fork"
    assert [placed.seq for placed in plan.forks] == [3]


def test_the_rows_before_a_fork_in_the_same_batch_are_stored():
    rows, other = chain(3), chain(4, salt="x")
    plan = arrange(GENESIS, read([*rows, other[3]]), {})
    assert (seqs(plan), plan.conflict) == ([1, 2, 3], "chain_fork")


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"mono_ms": -1},
        {"v": "1"},
        {"session": OTHER},
        {"kind": "k" * 101},
        {"at": 5},
    ],
)
def test_a_bad_shape_with_fitting_seq_and_prev_holds_up_nobody(change: dict):
    first = chain(1)[0]
    bad = canonical(json.loads(first.raw) | {"seq": 2, "prev": first.hash} | change)
    envelope = read_envelope(bad.decode(), SESSION)
    assert envelope.flaw
    last = make_row(
        v=1,
        session=SESSION,
        seq=3,
        at="t",
        mono_ms=1,
        kind="check",
        body_sha256="b" * 64,
        prev=envelope.hash,
    )
    sent = [*read([first]), envelope, *read([last])]
    plan = arrange(GENESIS, sent, {})
    assert (seqs(plan), plan.conflict) == ([1, 2, 3], None)
    again = arrange(plan.head, sent, {placed.seq: placed.envelope.hash for placed in plan.store})
    assert (seqs(again), again.known, again.conflict) == ([], (1, 2, 3), None)


@given(st.text(max_size=60))
def test_what_is_no_row_at_all_takes_its_place_by_its_neighbours(text: str):
    first = chain(1)[0]
    envelope = read_envelope(text, SESSION)
    if envelope.seq is not None or not envelope.flaw:
        return
    plan = arrange(GENESIS, [*read([first]), envelope], {})
    assert (seqs(plan), plan.conflict) == ([1, 2], None)
    # Sent again alone, it is known by its hash.
    alone = arrange(plan.head, [envelope], {2: envelope.hash})
    assert (alone.known, alone.conflict) == ((2,), None)


@given(st.text(max_size=300) | st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")))
def test_reading_an_envelope_never_raises(text: str):
    envelope = read_envelope(text, SESSION)
    assert envelope.raw == text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("text", ["[" * 5000, '{"seq":' + "9" * 5000 + "}", "{}" + " " * 3000])
def test_hostile_envelopes_are_flawed_not_fatal(text: str):
    assert read_envelope(text, SESSION).flaw


def test_a_body_is_read_by_its_kind():
    assert read_body("status", b'{"status":"enrollment"}') == StatusReached(
        status=Status.ENROLLMENT
    )
    wrong = read_body("status", b'{"status":"asleep"}')
    assert isinstance(wrong, Flaw)
    assert wrong.reason.startswith("status status: ")
    assert isinstance(read_body("status", b"not json"), Flaw)
    assert read_body("from.the.future", b"anything") is None


@pytest.mark.parametrize(
    ("kind", "body", "flawed"),
    [
        ("signal.closed", {"onset_ms": 2**53 - 1}, False),
        ("signal.closed", {"onset_ms": -(2**53)}, True),
        ("answer.revised", {"revision": 2**31 - 1}, False),
        ("answer.revised", {"revision": 2**31}, True),
    ],
)
def test_a_number_that_no_column_holds_is_a_flaw(kind: str, body: dict, flawed: bool):
    whole = {
        "signal": "x",
        "onset_ms": 1,
        "ended_ms": 1,
        "at_ms": 1,
        "question": "0" * 32,
        "revision": 1,
        "text": "",
    }
    found = read_body(kind, json.dumps(whole | body).encode())
    assert isinstance(found, Flaw) is flawed


def test_every_named_blob_is_found():
    one, two = (Artifact(sha256=char * 64, media_type="x/y", size=1) for char in "ab")
    signal = SignalOpened(
        signal="face_absent", severity=Severity.LOW, onset_ms=1, at_ms=2, evidence=(one, two)
    )
    assert list(artifacts(signal)) == [one, two]
    chunk = AnswerChunk(question="c" * 32, take=1, part=1, audio=one, duration_ms=1)
    assert list(artifacts(chunk)) == [one]
    assert list(artifacts(StatusReached(status=Status.ENROLLMENT))) == []


@given(st.text(max_size=50), st.integers(0, 20))
def test_column_text_can_be_stored_anywhere(text: str, limit: int):
    clean = column_text(text, limit)
    assert "\0" not in clean
    assert len(clean) <= limit
    assert clean.encode("utf-8").decode("utf-8") == clean
