"""The live picture reaches a real WebRTC peer, ends from both sides, and disturbs nobody."""

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from client.live.orders import Said
from client.live.publisher import Publisher
from shared.looks import IceServer, LookEnd
from tests.client.live.browser import Browser, Words, order, run

RED = np.full((720, 1280, 3), (220, 30, 30), np.uint8)
BLUE = np.full((720, 1280, 3), (30, 30, 220), np.uint8)


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def publisher(words: Words) -> Iterator[Publisher]:
    made = Publisher(words)
    yield made
    made.close()


async def connected(
    publisher: Publisher, words: Words, look: str = "one", *, limit_s: float = 60.0
) -> Browser:
    browser = Browser()
    publisher.begin(order(look, await browser.offer(), limit_s=limit_s))
    publisher.show(RED)
    answered = await words.next()
    assert (answered.look, answered.phase) == (look, "answered")
    await browser.take(answered.answer)
    assert await words.next() == Said(look, "live")
    return browser


def test_whoever_looks_sees_the_newest_picture_small_and_in_its_shape(
    publisher: Publisher, words: Words
):
    async def scene() -> None:
        browser = await connected(publisher, words)
        await browser.see(3)
        first = browser.frames[-1]
        assert first.shape == (270, 480, 3)
        assert first.mean(axis=(0, 1)) == pytest.approx((220, 30, 30), abs=12)
        publisher.show(BLUE)
        await browser.see(6)
        assert browser.frames[-1].mean(axis=(0, 1)) == pytest.approx((30, 30, 220), abs=12)
        publisher.end("one")
        ended = await words.next()
        assert (ended.phase, ended.why) == ("ended", LookEnd.CLOSED)
        assert ended.sent_bytes > 1000
        await browser.close()

    run(scene)


def test_it_ends_when_the_other_side_goes(publisher: Publisher, words: Words):
    async def scene() -> None:
        browser = await connected(publisher, words)
        await browser.see(1)
        await browser.close()
        ended = await words.next()
        assert (ended.look, ended.phase, ended.why) == ("one", "ended", LookEnd.CLOSED)

    run(scene)


def test_it_ends_by_itself_at_its_limit(publisher: Publisher, words: Words):
    async def scene() -> None:
        browser = await connected(publisher, words, limit_s=3.0)
        ended = await words.next()
        assert (ended.phase, ended.why) == ("ended", LookEnd.TIME)
        await browser.close()

    run(scene)


def test_two_look_at_once_and_the_end_of_one_is_not_the_others(publisher: Publisher, words: Words):
    async def scene() -> None:
        one = await connected(publisher, words, "one")
        two = await connected(publisher, words, "two")
        await one.close()
        assert (await words.next()).look == "one"
        await two.see(3)
        await two.close()
        assert (await words.next()).look == "two"

    run(scene)


@pytest.mark.parametrize("offer", ["", "hello", "v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"])
def test_what_is_no_offer_ends_that_look_and_no_other(
    publisher: Publisher, words: Words, offer: str
):
    async def scene() -> None:
        browser = await connected(publisher, words)
        publisher.begin(order("two", offer))
        ended = await words.next()
        assert (ended.look, ended.phase, ended.why) == ("two", "ended", LookEnd.FAILED)
        await browser.see(3)
        await browser.close()
        await words.next()

    run(scene)


def test_an_end_that_comes_twice_or_for_nobody_says_nothing(publisher: Publisher, words: Words):
    async def scene() -> None:
        browser = await connected(publisher, words)
        publisher.end("one", LookEnd.PAUSED)
        publisher.end("one", LookEnd.CLOSED)
        publisher.end("other")
        assert (await words.next()).why is LookEnd.PAUSED
        await browser.close()

    run(scene)
    publisher.close()
    assert words.silent


def test_without_settings_no_server_of_anybody_is_asked():
    # Imported here: whoever imports `track` brings the library.
    from client.live.track import configuration

    assert configuration((), relay_only=False).iceServers == []
    turn = IceServer(urls=("turn:turn.example:3478",), username="1:x", credential="secret")
    made = configuration((turn,), relay_only=True)
    assert made.iceTransportPolicy.value == "relay"
    assert [(one.urls, one.username) for one in made.iceServers or ()] == [
        (["turn:turn.example:3478"], "1:x")
    ]


def test_pictures_are_made_small_and_even_and_never_larger():
    from client.live.track import small

    shapes = {(720, 1280): (270, 480), (480, 640): (360, 480), (1280, 720): (360, 202)}
    for (height, width), expected in shapes.items():
        assert small(np.zeros((height, width, 3), np.uint8)).shape[:2] == expected
    assert small(np.zeros((101, 75, 3), np.uint8)).shape[:2] == (100, 74)
    assert small(np.zeros((1, 1, 3), np.uint8)).shape[:2] == (2, 2)


def test_the_library_is_not_imported_before_somebody_looks():
    code = (
        "import sys, client.proctor.watch, client.live.publisher as p; "
        "made = p.Publisher(print); made.close(); "
        "sys.exit(any(name.split('.')[0] in ('aiortc', 'aioice') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
