"""S5: two different things never have the same canonical bytes, nor pass for another kind."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.verify import manifest_statement
from shared.chain import MAX_INT, canonical, receipt_statement, request_statement
from shared.sync import Instruction, instruction_statement

pytestmark = pytest.mark.adversarial

_ASCII = st.text(st.characters(max_codepoint=0x7F), max_size=8)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_ASCII, inner, max_size=3),
    max_leaves=8,
)


def strict(value: Any) -> Any:
    """As Python compares it, but that `True` is not 1."""
    match value:
        case bool():
            return ("bool", value)
        case list():
            return [strict(one) for one in value]
        case dict():
            return {name: strict(one) for name, one in value.items()}
        case _:
            return value


@given(_VALUES, _VALUES)
def test_the_encoding_is_injective(one: Any, other: Any):
    if canonical(one) == canonical(other):
        assert strict(one) == strict(other)
    assert strict(json.loads(canonical(one))) == strict(one)


@given(_ASCII, _ASCII, st.binary(max_size=20), st.binary(max_size=20))
def test_a_signature_for_one_path_or_body_fits_no_other(
    path: str, other_path: str, body: bytes, other_body: bytes
):
    def statement(path: str, body: bytes) -> bytes:
        return request_statement(
            session="s", nonce="n" * 16, counter=1, method="POST", path=path, body=body
        )

    same = (path, body) == (other_path, other_body)
    assert (statement(path, body) == statement(other_path, other_body)) is same


def test_what_is_signed_for_one_purpose_is_none_of_another():
    fields = {"session": "s", "body_sha256": "0" * 64}
    instruction = Instruction(number=1, action="pause", at="2026-11-29T15:00:00.000Z", sig="")
    statements = [
        request_statement(
            session="s", nonce="n" * 16, counter=1, method="POST", path="/", body=b""
        ),
        receipt_statement(
            **fields, seq=1, head="0" * 64, received_at="x", prev="0" * 64, kind="receipt"
        ),
        manifest_statement(canonical(fields)),
        instruction_statement(instruction, "s"),
    ]
    titles = [statement.partition(b"\n")[0] for statement in statements]
    assert len(set(titles)) == len(titles)
    # An instruction has no title: it is the only one that begins as JSON does.
    assert [title[:1] == b"{" for title in titles] == [False, False, False, True]
