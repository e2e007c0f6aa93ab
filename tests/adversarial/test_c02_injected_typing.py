"""C2: keys that a program types, told by the device they come from and by their rhythm.

XTEST types into the tests' X server as xdotool does; which key it was is never known.
"""

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.keys import RUN, Keyboards, Press, judge, rhythm
from client.lockdown.probes.lists import known
from client.lockdown.probes.readers.x11 import Server
from client.lockdown.probes.readers.x11_keys import KeyReader

pytestmark = pytest.mark.adversarial
LISTS = known()
BOARD = {7: "AT Translated Set 2 keyboard", 5: "Virtual core XTEST keyboard"}


@pytest.fixture
def listening() -> Iterator[KeyReader]:
    server = Server()
    reader = KeyReader(server)
    reader()
    yield reader
    server.close()


@pytest.fixture
def press() -> Iterator[Callable[[int, bool], None]]:
    import xcffib
    import xcffib.xproto
    import xcffib.xtest

    conn: Any = xcffib.connect()
    test = conn(xcffib.xtest.key)

    def one(key: int, down: bool) -> None:
        test.FakeInput(2 if down else 3, key, 0, 0, 0, 0, 0)
        conn.core.GetInputFocus().reply()

    yield one
    conn.disconnect()


@pytest.mark.display
def test_typing_by_xtest_is_found_by_its_device(
    listening: KeyReader, press: Callable[[int, bool], None]
):
    for key in (38, 39, 40):
        press(key, True)
        press(key, False)
    seen = listening()
    assert len(seen.presses or ()) == 3
    answer = judge(seen, LISTS, agreed=False)
    assert answer.evidence == ("keys were typed by a program (Virtual core XTEST keyboard)",)
    assert judge(seen, LISTS, agreed=True).outcome == "ok"


@pytest.mark.display
def test_a_held_key_is_one_press(listening: KeyReader, press: Callable[[int, bool], None]):
    press(38, True)
    time.sleep(1.0)  # the server repeats it after 0.66 s
    press(38, False)
    assert len(listening().presses or ()) == 1


def typed(times: list[int], device: int = 7) -> Keyboards:
    return Keyboards(tuple(Press(at, device) for at in times), BOARD)


@pytest.mark.parametrize("gap_ms", [1, 5, 12, 20, 30, 60, 100, 180])
def test_a_programs_rhythm_is_found_whatever_its_device(gap_ms: int):
    keyboards = typed([n * gap_ms for n in range(RUN + 2)])
    answer = judge(keyboards, LISTS, agreed=False)
    assert answer.evidence == ("keys came faster or more evenly than people type",)


def test_people_are_not_found_by_their_rhythm():
    """A thousand made-up runs of typists from 20 to 140 words a minute, rolls and pauses."""
    chance = random.Random(20)
    found = 0
    for _ in range(1_000):
        mean = chance.uniform(85, 600)
        spread = chance.uniform(0.2, 0.6)
        at, times = 0.0, []
        for _ in range(60):
            gap = max(8.0, chance.lognormvariate(0, spread) * mean)
            at += chance.uniform(8, 40) if chance.random() < 0.1 else gap
            times.append(round(at))
        found += judge(typed(times), LISTS, agreed=False).outcome != "ok"
    assert found == 0


def test_a_short_burst_and_slow_even_keys_are_people():
    assert not rhythm([n * 10 for n in range(RUN)])
    assert not rhythm([n * 250 for n in range(80)])
    assert not rhythm([])


def test_where_keys_cannot_be_seen_it_is_unknown():
    assert judge(Keyboards(None, {}), LISTS, agreed=False).outcome == "unknown"
    assert judge(Keyboards((), BOARD), LISTS, agreed=False) == ok("typing")
