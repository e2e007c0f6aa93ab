"""What has left the machine is counted as it leaves, and survives a restart."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.errors import BadAnswer, Unreachable
from client.spool.sent import ALL, Ledger, Tally, may_have_left, what_of, what_of_blob
from client.spool.store import Spool
from client.spool.uploader import Uploader
from shared.events import BODIES, CandidateAsked, StatusReached
from shared.lifecycle import Status
from shared.sync import Batch, Heartbeat, SealedRow

AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def batch(*kinds: str) -> Batch:
    rows = tuple(SealedRow(row=f'{{"kind":"{kind}"}}', sealed="AAAA") for kind in kinds)
    return Batch(
        v=1, session="a" * 32, segment=1, sent_at="2026-11-22T15:00:00Z", mono_ms=1, rows=rows
    )


@given(st.lists(st.sampled_from([*map(str, BODIES), "of.tomorrow"]), max_size=20))
def test_every_byte_of_a_sync_call_is_counted_once(kinds: list[str]):
    ledger, sent = Ledger(), batch(*kinds)
    ledger.note_batch(sent, 5)
    tallies = ledger.tallies()
    assert sum(one.size for one in tallies.values()) == len(sent.model_dump_json())
    assert sum(one.count for one in tallies.values()) == len(kinds) + 1
    assert {one.last_ms for one in tallies.values()} == {5}


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("answer.revised", "answers"),
        ("signal.opened", "watch"),
        ("candidate.asked", "words"),
        ("consent.withdrawn", "words"),
        ("status", "progress"),
        ("of.tomorrow", "progress"),
    ],
)
def test_rows_are_told_apart_by_what_they_are_about(kind: str, what: str):
    assert what_of(kind) == what


def test_blobs_are_told_apart_by_what_they_hold():
    found = [what_of_blob(one) for one in ("audio/ogg", "image/jpeg", "application/json")]
    assert found == ["sound", "pictures", "numbers"]


@given(
    st.dictionaries(
        st.sampled_from(ALL), st.builds(Tally, *(st.integers(1, 2**40) for _ in range(3)))
    )
)
def test_what_was_kept_is_read_again(tallies: dict):
    ledger = Ledger()
    for what, tally in tallies.items():
        ledger.note(what, tally.size, tally.last_ms, count=tally.count)
    again = Ledger()
    again.load(ledger.dump())
    assert again.tallies() == tallies


@pytest.mark.parametrize("saved", [b"{", b"[]", b'{"beats": 3}', b'{"beats": [1, 2, 3, 4]}'])
def test_what_cannot_be_read_is_left_out(saved: bytes, caplog: pytest.LogCaptureFixture):
    ledger = Ledger()
    with caplog.at_level("ERROR"):
        ledger.load(saved)
    assert ledger.tallies() == {}


def test_a_request_without_an_answer_counts_unless_it_never_left():
    assert may_have_left(Unreachable("lost", cause="ReadTimeout"))
    assert may_have_left(BadAnswer("not ours"))
    for cause in ("ConnectError", "ConnectTimeout", "certificate"):
        assert not may_have_left(Unreachable("lost", cause=cause))


def test_the_uploader_counts_rows_recordings_and_what_was_lost_on_the_way(spool: Spool):
    class Api:
        fails = True

        def take_lease(self, lease: object) -> None: ...

        def sync(self, batch: Batch) -> object:
            raise Unreachable("lost", cause="ReadTimeout" if self.fails else "ConnectError")

        def put_blob(self, sha256: str, sealed: bytes) -> None: ...

    spool.append(StatusReached(status=Status.AUTHENTICATED), at=AT, mono_ms=1)
    spool.append(CandidateAsked(what="help"), at=AT, mono_ms=2)
    api, ledger = Api(), Ledger()
    uploader = Uploader(spool, api, ledger=ledger)  # type: ignore[arg-type] - what a test needs
    uploader.set_heartbeat(Heartbeat(question=1))
    uploader.turn()
    assert {what: one.count for what, one in ledger.tallies().items()} == {
        "words": 1,
        "progress": 1,
        "beats": 1,
    }
    api.fails = False
    uploader.turn()
    assert ledger.tallies()["beats"].count == 1
    assert uploader.backlog is not None
    assert uploader.backlog.rows == 2
    uploader.close()
    kept = Ledger()
    kept.load(spool.load_sent())
    assert kept.tallies() == ledger.tallies()
