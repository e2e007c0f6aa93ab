"""What reads a candidate's bytes, fed what no app would send: it judges, and never breaks."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from server.refusals import Refused
from server.sync import rules
from server.sync.service import SentBatch, read_batch
from shared.chain import MAX_INT, canonical
from shared.events import BODIES
from shared.model import Wire

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
ENVELOPE = st.fixed_dictionaries(
    {},
    optional={
        "v": JSON,
        "session": st.just("s" * 32) | JSON,
        "seq": st.integers(-2, MAX_INT + 2) | JSON,
        "at": st.text() | JSON,
        "mono_ms": st.integers(-2, MAX_INT + 2) | JSON,
        "kind": st.sampled_from(sorted(BODIES)) | JSON,
        "body_sha256": st.text() | JSON,
        "prev": st.text() | JSON,
    },
)
TEXTS = st.text(st.characters(exclude_categories=())) | ENVELOPE.map(json.dumps)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_a_batch_is_read_or_refused(body: bytes) -> None:
    try:
        batch = read_batch(body)
    except Refused as refused:
        told = refused.code
    else:
        told = type(batch).__name__
    assert told in ("malformed_body", "invalid_request", SentBatch.__name__)


@given(TEXTS)
def test_an_envelope_is_always_kept_byte_by_byte_and_fits_its_columns(text: str) -> None:
    found = rules.read_envelope(text, "s" * 32)
    assert found.raw == text.encode("utf-8", "surrogatepass")
    assert found.seq is None or 0 <= found.seq <= MAX_INT
    assert 0 <= found.mono_ms <= MAX_INT
    for column in (found.kind, found.at, found.body_sha256):
        kept = rules.column_text(column, rules.COLUMN_CHARS)
        assert len(kept) <= rules.COLUMN_CHARS
        assert "\0" not in kept
        kept.encode()


@given(st.lists(TEXTS, max_size=6), st.integers(0, 4))
def test_every_row_of_a_batch_gets_a_place_or_a_reason(texts: list[str], head: int) -> None:
    envelopes = [rules.read_envelope(text, "s" * 32) for text in texts]
    plan = rules.arrange(rules.Head(head, "0" * 64), envelopes, {})
    placed = {each.index for each in (*plan.store, *plan.forks)}
    if plan.conflict is None:
        assert len(plan.store) + len(plan.known) == len(envelopes)
    assert len(placed) == len(plan.store) + len(plan.forks)
    assert [each.seq for each in plan.store] == list(range(head + 1, head + 1 + len(plan.store)))


@given(st.sampled_from(sorted(BODIES)), st.binary() | JSON.map(lambda v: json.dumps(v).encode()))
def test_a_body_is_a_model_or_a_flaw(kind: str, body: bytes) -> None:
    found = rules.read_body(kind, body)
    assert isinstance(found, Wire | rules.Flaw)


NUMBERS = st.integers(-(10**25), 10**25) | st.sampled_from([2**31 - 1, 2**31, -(2**31), 10**10])


@example(1, "{}")
@example(2**31, "{}e0")
@given(NUMBERS, st.sampled_from(["{}", "{}.0", "{}e0", "{}E+1"]))
def test_no_number_passes_that_a_column_cannot_hold(number: int, form: str) -> None:
    """The short cut for bodies without a large number misses none, however it is written."""
    text: dict[str, Any] = {"question": "a" * 32, "revision": 0, "text": "", "at_ms": 1}
    body = canonical(text).replace(b'"revision":0', f'"revision":{form.format(number)}'.encode())
    found = rules.read_body("answer.revised", body)
    if form == "{}" and 1 <= number <= rules.MAX_COUNT:
        assert isinstance(found, Wire)
    if isinstance(found, Wire):
        assert abs(found.revision) <= rules.MAX_COUNT  # pyright: ignore[reportAttributeAccessIssue]
