"""A look begins once, by the server's word, where it is allowed; and everything else ends it."""

import pytest

from client.live.orders import Said
from client.live.rules import REMEMBERED, Hide, Looks, Note, Say, Show, Shown, said, stopped, told
from shared.events import CameraLooked
from shared.looks import MAX_AT_ONCE, Look, LookEnd, LookSaid


def look(number: int, phase: str = "asked") -> Look:
    return Look.model_validate({"id": f"{number:032x}", "phase": phase, "sig": ""})


ONE = look(1)
SHOWN = Looks(shown=(Shown(ONE.id, 1000),))
LIVE = Looks(shown=(Shown(ONE.id, 1000, live_ms=2000),))


def refusal(one: Look, why: LookEnd) -> Say:
    return Say(LookSaid(look=one.id, phase="ended", why=why))


def test_what_is_asked_is_noted_and_shown_once():
    looks, effects = told(Looks(), (ONE,), None, 1000)
    assert effects == (Note(CameraLooked(look=ONE.id, what="began")), Show(ONE))
    assert looks == SHOWN
    assert told(looks, (ONE,), None, 1500) == (looks, ())
    assert told(looks, (look(1, "answered"),), None, 1500) == (looks, ())


@pytest.mark.parametrize("why", [LookEnd.NOT_AGREED, LookEnd.PAUSED, LookEnd.NO_CAMERA])
def test_where_nobody_may_look_the_server_is_told_why_once(why: LookEnd):
    looks, effects = told(Looks(), (ONE,), why, 1000)
    assert effects == (refusal(ONE, why),)
    assert looks.shown == ()
    assert told(looks, (ONE,), None, 1100) == (looks, ())


def test_a_look_that_an_earlier_run_of_the_app_sent_is_told_to_be_lost():
    looks, effects = told(Looks(), (look(1, "live"),), None, 1000)
    assert effects == (refusal(ONE, LookEnd.LOST),)
    assert told(looks, (look(1, "live"),), None, 1100) == (looks, ())


def test_there_is_a_bound_whatever_the_server_says():
    asked = tuple(look(number) for number in range(1, MAX_AT_ONCE + 2))
    looks, effects = told(Looks(), asked, None, 1000)
    assert len(looks.shown) == MAX_AT_ONCE
    assert effects[-1] == refusal(asked[-1], LookEnd.BUSY)


def test_the_servers_end_hides_and_is_noted_with_how_long_it_was_seen():
    looks, effects = told(LIVE, (look(1, "ended"),), None, 14_500)
    body = CameraLooked(look=ONE.id, what="ended", why=LookEnd.CLOSED, seen_ms=12_500)
    assert effects == (Hide(ONE.id), Note(body))
    assert looks == Looks(over=(ONE.id,))
    assert told(looks, (look(1, "ended"), ONE), None, 15_000) == (looks, ())


def test_answer_and_picture_are_told_on():
    answered = said(SHOWN, Said(ONE.id, "answered", answer="v=0"), 1500)
    assert answered == (SHOWN, (Say(LookSaid(look=ONE.id, phase="answered", answer="v=0")),))
    stands = said(SHOWN, Said(ONE.id, "live"), 2000)
    assert stands == (LIVE, (Say(LookSaid(look=ONE.id, phase="live")),))


def test_an_end_in_the_proctor_is_told_and_noted():
    looks, effects = said(LIVE, Said(ONE.id, "ended", why=LookEnd.LOST), 2500)
    body = CameraLooked(look=ONE.id, what="ended", why=LookEnd.LOST, seen_ms=500)
    assert effects == (refusal(ONE, LookEnd.LOST), Note(body))
    assert said(looks, Said(ONE.id, "ended", why=LookEnd.LOST), 2600) == (looks, ())


def test_an_end_without_a_reason_is_a_failure():
    _, effects = said(SHOWN, Said(ONE.id, "ended"), 2500)
    assert effects[0] == refusal(ONE, LookEnd.FAILED)


def test_a_pause_ends_every_look():
    both = Looks(shown=(*LIVE.shown, Shown(look(2).id, 1500)))
    looks, effects = stopped(both, LookEnd.PAUSED, 3000)
    assert looks.shown == ()
    assert [type(one) for one in effects] == [Hide, Say, Note, Hide, Say, Note]
    assert stopped(looks, LookEnd.PAUSED, 3100) == (looks, ())


def test_one_of_two_that_stands_leaves_the_other_as_it_was():
    both = Looks(shown=(Shown(look(2).id, 900), *SHOWN.shown))
    looks, _ = said(both, Said(ONE.id, "live"), 2000)
    assert looks.shown == (Shown(look(2).id, 900), *LIVE.shown)


def test_what_is_remembered_does_not_grow():
    looks = Looks()
    for number in range(REMEMBERED + 10):
        looks, _ = told(looks, (look(number),), LookEnd.PAUSED, number)
    assert len(looks.over) == REMEMBERED
