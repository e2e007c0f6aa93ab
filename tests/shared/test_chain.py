"""The record's arithmetic holds for every value we allow and refuses every other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.chain import (
    MAX_INT,
    SALT_BYTES,
    ZERO_HASH,
    body_digest,
    canonical,
    first_break,
    make_row,
    parse_row,
    request_statement,
)

SESSION = "a" * 32
AT = "2026-11-22T15:04:05.123Z"
DIGEST = "b" * 64

text = st.text(st.characters(exclude_categories=["Cs"]))
ascii_keys = st.text(st.characters(max_codepoint=127))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ascii_keys, inner, max_size=4),
    max_leaves=12,
)


def chain_of(count: int) -> list[bytes]:
    rows: list[bytes] = []
    head = ZERO_HASH
    for seq in range(1, count + 1):
        row = make_row(
            v=1,
            session=SESSION,
            seq=seq,
            at=AT,
            mono_ms=seq,
            kind="x",
            body_sha256=DIGEST,
            prev=head,
        )
        rows.append(row.raw)
        head = row.hash
    return rows


@given(values)
def test_canonical_bytes_read_back_as_the_same_value(value):
    assert json.loads(canonical(value)) == value


@given(values, values)
def test_two_values_share_bytes_only_when_they_are_the_same(left, right):
    same = json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)
    assert (canonical(left) == canonical(right)) == same


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), MAX_INT + 1, {"ä": 1}, {1: 2}, "\ud800", b"x", {"a": [1.5]}]
)
def test_what_has_no_exact_form_is_refused(value):
    with pytest.raises(ValueError, match="."):
        canonical(value)


def test_canonical_form_is_sorted_and_without_spaces():
    assert canonical({"b": [1, None], "a": "ü\n"}) == '{"a":"ü\\n","b":[1,null]}'.encode()


def test_a_body_digest_needs_the_whole_salt():
    with pytest.raises(ValueError, match="expected 32"):
        body_digest(b"short", b"body")
    assert body_digest(b"s" * SALT_BYTES, b"a") != body_digest(b"t" * SALT_BYTES, b"a")


def test_a_row_reads_back_as_it_was_written():
    raw = chain_of(1)[0]
    assert parse_row(raw).raw == raw
    assert parse_row(raw).seq == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        chain_of(1)[0].replace(b'"seq":1', b'"seq":true'),
        chain_of(1)[0].replace(b'"seq":1', b'"seq":-1'),
        chain_of(1)[0].replace(b'"kind":"x"', b'"kind":7'),
        chain_of(1)[0].replace(b'"seq":1', b'"seq": 1'),
    ],
)
def test_an_envelope_of_bad_shape_is_refused(raw):
    with pytest.raises(ValueError, match="row|seq|kind"):
        parse_row(raw)


def test_a_whole_chain_holds():
    assert first_break(chain_of(20), session=SESSION) is None
    rows = chain_of(20)
    assert first_break(rows[7:], session=SESSION, seq=7, head=parse_row(rows[6]).hash) is None


@given(st.data())
def test_every_edit_is_found_at_its_place(data):
    rows = chain_of(12)
    place = data.draw(st.integers(0, len(rows) - 2))
    edit = data.draw(st.sampled_from(["drop", "swap", "double", "mono", "kind"]))
    if edit == "drop":
        del rows[place]
        where = place + 1
    elif edit == "swap":
        rows[place], rows[place + 1] = rows[place + 1], rows[place]
        where = place + 1
    elif edit == "double":
        rows.insert(place, rows[place])
        where = place + 2
    elif edit == "mono":
        rows[place] = rows[place].replace(b'"mono_ms":', b'"mono_ms":9')
        where = place + 2
    else:
        rows[place] = rows[place].replace(b'"kind":"x"', b'"kind":"y"')
        where = place + 2
    found = first_break(rows, session=SESSION)
    assert found is not None
    assert found.seq == where


def test_rows_of_another_session_do_not_fit():
    found = first_break(chain_of(2), session="c" * 32)
    assert found is not None
    assert found.reason == "session"


def test_a_request_statement_binds_every_part():
    base = dict(session=SESSION, nonce="n" * 20, counter=1, method="post", path="/a", body=b"x")
    seen = {request_statement(**base)}
    for change in (
        {"session": "d" * 32},
        {"nonce": "m" * 20},
        {"counter": 2},
        {"method": "put"},
        {"path": "/b"},
        {"body": b"y"},
    ):
        seen.add(request_statement(**{**base, **change}))
    assert len(seen) == 7
