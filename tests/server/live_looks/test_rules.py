"""When a look may begin, how far it comes, and that it is over though nobody ends it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from server.live_looks.rules import (
    ANSWER_WITHIN,
    CONNECT_WITHIN,
    SILENT_AFTER,
    Begun,
    Phase,
    Standing,
    follows,
    offer_fault,
    over,
    refusal,
)
from shared.lifecycle import Status
from shared.looks import LookEnd
from tests.server.live_looks.offers import OFFER

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
FREE = Standing(
    allowed=True,
    status=Status.INTERVIEW_ACTIVE,
    knows=True,
    silent=SECOND,
    others=1,
    most=2,
)
ASKED = Begun(Phase.ASKED, 1, NOW, NOW + timedelta(minutes=15))


def test_a_running_interview_whose_policy_allows_it_can_be_looked_at():
    assert refusal(FREE) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"allowed": False}, "policy allows no live look"),
        ({"status": Status.AUTHENTICATED}, "has not started"),
        ({"status": Status.PAUSED}, "paused"),
        ({"status": Status.COMPLETED}, "is over"),
        ({"status": Status.TERMINATED}, "is over"),
        ({"knows": False}, "too old"),
        ({"silent": None}, "not connected"),
        ({"silent": SILENT_AFTER + SECOND}, "not connected"),
        ({"others": 2}, "2 people look already"),
        ({"others": 1, "most": 1}, "One person looks already"),
    ],
)
def test_a_refusal_says_why_in_words(change: dict, words: str):
    assert words in (refusal(replace(FREE, **change)) or "")


@pytest.mark.parametrize(
    ("look", "after", "why"),
    [
        (ASKED, ANSWER_WITHIN, None),
        (ASKED, ANSWER_WITHIN + SECOND, LookEnd.NO_ANSWER),
        (replace(ASKED, phase=Phase.ANSWERED), CONNECT_WITHIN, None),
        (replace(ASKED, phase=Phase.ANSWERED), CONNECT_WITHIN + SECOND, LookEnd.NO_WAY),
        (replace(ASKED, phase=Phase.LIVE), timedelta(minutes=14), None),
        (replace(ASKED, phase=Phase.LIVE), timedelta(minutes=15), LookEnd.TIME),
    ],
)
def test_a_look_is_over_by_silence_and_by_its_limit(look: Begun, after: timedelta, why):
    assert over(look, status=Status.INTERVIEW_ACTIVE, segment=1, now=NOW + after) is why


@pytest.mark.parametrize(
    ("status", "segment", "why"),
    [
        (Status.PAUSED, 1, LookEnd.PAUSED),
        (Status.COMPLETED, 1, LookEnd.OVER),
        (Status.TERMINATED, 1, LookEnd.OVER),
        (Status.INTERVIEW_ACTIVE, 2, LookEnd.MOVED),
    ],
)
def test_a_look_is_over_with_what_it_looks_at(status: Status, segment: int, why: LookEnd):
    look = replace(ASKED, phase=Phase.LIVE)
    assert over(look, status=status, segment=segment, now=NOW) is why


def test_only_what_comes_next_moves_a_look_on():
    assert [said for said in Phase if follows(Phase.ANSWERED, said)] == [Phase.LIVE, Phase.ENDED]
    assert not any(follows(Phase.ENDED, said) for said in Phase)


@pytest.mark.parametrize(
    ("sdp", "words"),
    [
        ("", "begins with v=0"),
        ("hello", "begins with v=0"),
        (OFFER.replace("m=video", "m=audio"), "one video and nothing else"),
        (OFFER + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n", "one video and nothing else"),
        (OFFER.replace("sha-256", "sha-1"), "fingerprint"),
        (OFFER.replace("s=-", "s=\x00"), "characters"),
    ],
)
def test_an_offer_of_another_shape_is_told(sdp: str, words: str):
    assert words in (offer_fault(sdp) or "")


def test_an_offer_of_a_browser_has_no_fault():
    assert offer_fault(OFFER) is None
