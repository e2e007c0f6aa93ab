"""A release is taken where everything speaks for it, and never near an interview."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.updates.rules import MARGIN, Here, Take, Wait, Window, decide, place
from shared.clock import utc_text
from shared.release import Package, Release

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PACKAGE = Package(platform="linux-x86_64", url="a.tar.gz", size=9, sha256="0" * 64, build="1" * 64)
RELEASE = Release(
    version="0.2.0",
    published_at=utc_text(NOW - HOUR),
    expires_at=utc_text(NOW + 30 * 24 * HOUR),
    packages=(PACKAGE,),
)
HERE = Here("0.1.0", "linux-x86_64", "n" * 32)


def release(**changes: object) -> Release:
    return RELEASE.model_copy(update=changes)


def test_what_is_newer_signed_and_for_this_system_is_taken():
    assert decide(RELEASE, HERE, NOW) == Take(PACKAGE)


@pytest.mark.parametrize(
    ("given", "here", "because"),
    [
        (release(version="0.1.0"), HERE, "current"),
        (release(version="0.0.9"), HERE, "current"),
        (release(), replace(HERE, seen="0.3"), "older than what was seen"),
        (release(), replace(HERE, version="0.3", seen="0.2.0.1"), "older than what was seen"),
        (release(expires_at=utc_text(NOW)), HERE, "expired"),
        (release(published_at=utc_text(NOW + 25 * HOUR)), HERE, "from the future"),
        (release(oldest="0.1.5"), HERE, "install anew"),
        (release(), replace(HERE, failed=frozenset({"0.2.0"})), "went wrong here"),
        (release(), replace(HERE, platform="darwin-arm64"), "not this system"),
        (release(rollout_percent=0), HERE, "not yet"),
        (release(), replace(HERE, open_now=True), "interview"),
    ],
)
def test_each_reason_not_to_is_named(given: Release, here: Here, because: str):
    decided = decide(given, here, NOW)
    assert isinstance(decided, Wait)
    assert decided.because == because


@pytest.mark.parametrize(
    ("opens_h", "closes_h", "waits"),
    [(-1, 1, True), (0, 2, True), (24, 26, True), (25, 27, False), (-3, -1, False), (-3, 0, False)],
)
def test_nothing_is_exchanged_in_a_window_or_a_day_before_it(
    opens_h: int, closes_h: int, waits: bool
):
    window = Window(NOW + opens_h * HOUR, NOW + closes_h * HOUR)
    decided = decide(RELEASE, replace(HERE, windows=(window,)), NOW)
    assert decided == (Wait("interview", window.closes) if waits else Take(PACKAGE))


moments = st.integers(-100, 100).map(lambda hours: NOW + hours * HOUR)


@given(
    st.lists(st.tuples(moments, moments), max_size=4),
    st.booleans(),
    st.integers(0, 100),
    st.sampled_from(["0", "0.1", "0.2.0", "9"]),
)
def test_no_release_whatever_it_says_is_taken_near_an_interview(
    windows: list[tuple[datetime, datetime]], open_now: bool, percent: int, seen: str
):
    made = tuple(Window(*sorted(pair)) for pair in windows)
    here = replace(HERE, windows=made, open_now=open_now, seen=seen)
    decided = decide(release(rollout_percent=percent), here, NOW)
    if open_now or any(one.opens - MARGIN <= NOW < one.closes for one in made):
        assert isinstance(decided, Wait)


numbers = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(numbers, st.integers(0, 100), st.integers(0, 100))
def test_whose_turn_has_come_keeps_it_when_the_rollout_widens(number: str, one: int, other: int):
    here, (low, high) = replace(HERE, number=number), sorted((one, other))
    taken = [
        isinstance(decide(release(rollout_percent=percent), here, NOW), Take)
        for percent in (low, high, 100)
    ]
    assert taken == sorted(taken)
    assert taken[-1]


def test_about_as_many_computers_are_first_as_the_rollout_says_and_others_each_time():
    first = [{n for n in range(4000) if place(str(n), version) < 1000} for version in ("2", "3")]
    assert all(320 < len(one) < 480 for one in first)
    assert len(first[0] & first[1]) < 80
    assert place("a", "2") == place("a", "2")
