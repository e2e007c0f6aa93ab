"""A file of lines comes apart as it was put together, and anything else gives nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import spoken

LINES = st.dictionaries(st.text(min_size=1).map(spoken.address), st.binary(max_size=200))


@given(lines=LINES)
def test_what_was_packed_is_unpacked_in_its_order(lines: dict[str, bytes]) -> None:
    assert list(spoken.unpack(spoken.pack(lines)).items()) == list(lines.items())


@given(lines=LINES, cut=st.integers(0, 400), more=st.binary(min_size=1, max_size=9))
def test_a_file_that_is_cut_or_longer_is_refused(
    lines: dict[str, bytes], cut: int, more: bytes
) -> None:
    whole = spoken.pack(lines)
    for broken in (whole[: min(cut, len(whole) - 1)], whole + more):
        with pytest.raises(ValueError, match=r".+"):
            spoken.unpack(broken)


@given(content=st.binary(max_size=300))
def test_any_bytes_are_a_file_or_a_value_error(content: bytes) -> None:
    for whole in (content, len(content).to_bytes(4, "big") + content):
        try:
            lines = spoken.unpack(whole)
        except ValueError:
            continue
        assert sum(map(len, lines.values())) < len(whole)


@pytest.mark.parametrize(
    "head", [b"[[1, 2]]", b'[["a", -1]]', b'[["a"]]', b"7", b"\xff", b"null", b"[" * 100_000]
)
def test_a_head_that_is_no_list_of_lines_is_refused(head: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        spoken.unpack(len(head).to_bytes(4, "big") + head)


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    half = bytes(spoken.MAX_SPOKEN_BYTES // 2 - 500)
    packed = spoken.pack({"a": half, "b": half, "c": b"more than is left" * 100, "d": b""})
    assert list(spoken.unpack(packed)) == ["a", "b"]
    assert len(packed) <= spoken.MAX_SPOKEN_BYTES
