"""Nothing that tells of a person or opens a door passes the scrubber, wherever it stands."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.doctor.scrub import Scrubber
from shared.ids import new_id, new_token

NAMES = ("Anna Bergström", "Li", "李明", "anna")
SCRUB = Scrubber(
    NAMES,
    ("Jabra of Anna", "pc-of-anna.example"),
    ("short-one",),
    frozenset({"yolox-nano-0.1.1rc0-x9"}),
)
around = st.text(max_size=40)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mail anna.berg@firm.example now", "mail ‹mail› now"),
        ("https://jobs.example.com/i/abcDEF?x=1", "https://jobs.example.com/‹link›"),
        ("https://bob:pw@jobs.example.com", "https://jobs.example.com"),
        ("https://bob:p/w@jobs.example.com", "https://‹link›"),
        ("invigil://open/AbC", "‹link›"),
        ("invigil:AbC9", "‹link›"),
        ("in /home/anna/Documents/x.txt", "in ‹path›"),
        (r"in C:\Users\Anna\x", "in ‹path›"),
        (r"in 'C:\\Users\\Anna\\x'", "in '‹path›'"),
        (r"on \\files.firm\people\x", "on ‹path›"),
        (r"a \\n and \d\d", None),
        ("from 10.1.2.3:99", "from ‹address›:99"),
        ("from fe80::1ff:fe23:4567:890a%eth0", "from ‹address›"),
        ("at 00:1a:2b:3c:4d:5e", "at ‹address›"),
        ("call +49 30 123456", "call ‹number›"),
        ("password: hunter2, next", "‹secret›, next"),
        ("Authorization: Bearer abc", "‹secret›"),
        ("Cookie: a=short; b=other\nnext", "‹secret›\nnext"),
        ('Authorization: Digest username=bert, realm="x"', "‹secret›"),
        ('{"token": "x1"}', '{"‹secret›"}'),
        ("by Anna and Li", "by ‹name› and ‹name›"),
        ("Lively", "Lively"),
        ("by 李明", "by ‹name›"),
        ("the Jabra of Anna hums", "the ‹name› hums"),
        ("on pc-of-anna.example up", "on ‹name› up"),
        ("has short-one in it", "has ‹secret› in it"),
        ("face_absent_after_s", "face_absent_after_s"),
        ("ModuleNotFoundException", "ModuleNotFoundException"),
        ("client/lockdown/probes/readers/x11.py:12 read", None),
        ("yolox-nano-0.1.1rc0-x9", None),
        ("v4.12.0.88 and 2026-11-30T17:25:56", None),
        ("numpy 2.4.1, 16:20:33", None),
    ],
)
def test_each_kind_leaves_a_mark_and_ordinary_words_stay(text: str, left: str | None):
    assert SCRUB.text(text) == (text if left is None else left)


def test_a_key_in_lines_goes_whole_also_where_its_end_is_missing():
    head = "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n"
    assert SCRUB.text(f"a {head}-----END PRIVATE KEY----- b") == "a ‹key› b"
    assert SCRUB.text(f"a {head}b") == "a ‹key›"


secrets = st.one_of(
    st.builds(new_token),
    st.builds(new_id),
    st.just("short-one"),
    st.from_regex(r"[a-z]{2,8}\.[a-z]{2,8}@[a-z]{2,8}\.example", fullmatch=True),
    st.sampled_from(["Anna", "Bergström", "李明"]),
    st.ip_addresses(v=4).map(str),
)


@given(secrets, around, around)
def test_no_planted_secret_is_left_wherever_it_stands(secret: str, before: str, after: str):
    # Between two words: a text that goes on as an address does is another address.
    assert secret not in SCRUB.text(f"{before} {secret} {after}")


@given(
    st.text(string.ascii_letters + string.digits + "-_", min_size=16, max_size=60), around, around
)
def test_no_token_is_left_even_inside_other_letters(token: str, before: str, after: str):
    token = f"x9Q{token}Z7k"
    assert token not in SCRUB.text(f"{before}{token}{after}")


@given(st.text())
def test_scrubbing_twice_takes_no_more_than_once(text: str):
    once = SCRUB.text(text)
    assert SCRUB.text(once) == once


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
        max_leaves=10,
    )
)
def test_values_keep_their_shape_and_lose_the_names(value: object):
    token = new_token()
    found = SCRUB.value({"a": [value, token], token: "Anna"})
    assert token not in repr(found)
    assert not re.search("anna", repr(found), re.IGNORECASE)
    assert isinstance(found["a"], list)
