"""Which addresses are out on the internet, and when a message is tried again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.webhooks import rules
from shared.lifecycle import Status


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "nonsense", "",
    ],
)  # fmt: skip
def test_what_is_not_the_internet_is_refused(address: str):
    assert not rules.is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_what_is_on_the_internet_is_taken(address: str):
    assert rules.is_public(address)


@given(st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_wrapping_hides_a_private_address(inner):
    assert not rules.is_public(f"::ffff:{inner}")
    assert not rules.is_public(f"64:ff9b::{inner}")


@pytest.mark.parametrize(
    ("url", "production"),
    [
        ("ftp://example.org/", False),
        ("https://", False),
        ("https://me:pw@example.org/", False),
        ("https://example.org/#x", False),
        ("https://example.org:0/", False),
        ("https://example.org:99999/", False),
        ("https://[::1", False),
        ("http://example.org/", True),
    ],
)
def test_addresses_that_do_not_do_are_told_why(url: str, production: bool):
    assert rules.url_fault(url, production=production)


def test_the_pauses_grow_and_end():
    now = datetime(2026, 11, 23, tzinfo=UTC)
    waits = [rules.next_try(n, now) for n in range(1, len(rules.PAUSES) + 1)]
    assert waits == sorted(waits)
    assert rules.next_try(len(rules.PAUSES) + 1, now) is None


@given(st.sampled_from(Status), st.sampled_from([None, *Status]))
def test_every_event_of_a_step_is_one_that_can_be_asked_for(new: Status, old: Status | None):
    assert rules.event_of(old, new) in (None, *rules.EVENTS)
