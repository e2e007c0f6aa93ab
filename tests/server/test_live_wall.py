"""One reading of the wall serves all who see the same, and nobody is told of it twice."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from server.auth.people import Person, Role
from server.deps import Parts
from server.live import feeds as live_feeds
from server.live import wall as live_wall
from server.live.feeds import Feed, Feeds, sight_of
from server.live.tiles import Tiles
from server.live.wall import Wall, Watch
from shared.events import SignalOpened
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.live_support import told


def machine_of(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    made = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    made.claim()
    made.start()
    return made


@pytest.fixture
def machines(client: TestClient, parts: Parts, admin: Person) -> list[CandidateMachine]:
    return [machine_of(client, parts, admin) for _ in range(3)]


def opened(at_ms: int) -> SignalOpened:
    shape = {"signal": "phone", "severity": "high", "onset_ms": at_ms, "at_ms": at_ms}
    return SignalOpened.model_validate(shape)


def another(person: Person, **change: Any) -> Person:
    return replace(person, id="0" * 31 + "9", email="other@example.org", **change)


def test_a_tile_is_made_again_only_where_something_changed(
    parts: Parts, admin: Person, machines: list[CandidateMachine]
):
    tiles = Tiles()

    def read() -> dict:
        with parts.database.read() as db:
            return tiles.read(db, admin, parts.now())

    before, same = read(), read()
    assert list(before) == list(same)
    assert all(before[key] is same[key] for key in before)
    machines[1].append(opened(1000))
    machines[1].sync(heartbeat={"question": 1, "open_signals": ["phone"]})
    after = read()
    changed = {key for key in after if after[key] is not before[key]}
    assert changed == {machines[1].session}
    [signal] = after[machines[1].session].open_signals
    assert (signal.signal, signal.severity, signal.onset_ms) == ("phone", "high", 1000)


def test_an_opening_that_was_heard_is_not_looked_for(
    parts: Parts, admin: Person, machines: list[CandidateMachine], monkeypatch: pytest.MonkeyPatch
):
    wall = Wall(parts, admin)
    machines[0].append(opened(1000))
    machines[0].sync(heartbeat={"question": 1, "open_signals": ["phone"]})
    monkeypatch.setattr(live_wall.queries, "last_openings", None)  # asked for, it would raise
    wall.show(wall.look(admin))
    [signal] = wall.scene.tiles[machines[0].session].open_signals
    assert signal.onset_ms == 1000


def test_viewers_of_one_wall_get_the_very_same_text(
    parts: Parts, admin: Person, machines: list[CandidateMachine]
):
    wall = Wall(parts, admin)
    watches = [Watch(parts, admin, wall) for _ in range(3)]
    first, *others = [watch.snapshot(None) for watch in watches]
    assert all(text is first for text in others)
    machines[0].append(opened(1000))
    machines[0].sync()
    wall.show(wall.look(admin))
    first, *others = [watch.changes() for watch in watches]
    assert first is not None
    assert all(text is first for text in others)
    assert [watch.changes() for watch in watches] == [None] * 3


def test_whoever_fell_behind_what_is_kept_reads_on_for_themselves(
    parts: Parts, admin: Person, machines: list[CandidateMachine], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(live_wall, "KEPT_EVENTS", 2)
    wall = Wall(parts, admin)
    slow, quick = Watch(parts, admin, wall), Watch(parts, admin, wall)
    heard: list[int] = []
    for at_ms in range(1, 8):
        machines[0].append(opened(at_ms))
        machines[0].sync()
        frame = told(wall, quick, admin)
        heard += [event["onset_ms"] for event in (frame or {"events": []})["events"]]
    assert heard == list(range(1, 8))
    assert slow.is_behind()
    assert not quick.is_behind()
    late: list[int] = []
    while (frame := told(wall, slow, admin)) is not None:
        late += [event["onset_ms"] for event in frame["events"]]
    assert late == list(range(1, 8))


def test_events_in_between_two_scenes_come_in_as_many_frames_as_they_need(
    parts: Parts, admin: Person, machines: list[CandidateMachine], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(live_wall, "MAX_EVENT_BYTES", 150)
    wall = Wall(parts, admin)
    watch = Watch(parts, admin, wall)
    for at_ms in range(1, 6):
        machines[0].append(opened(at_ms))
    machines[0].sync()
    wall.show(wall.look(admin))
    frames: list[list[int]] = []
    while (text := watch.changes()) is not None:
        frames.append([event["onset_ms"] for event in json.loads(text)["events"]])
    assert [one for frame in frames for one in frame] == [1, 2, 3, 4, 5]
    assert len(frames) > 1


def test_super_admins_share_a_sight_and_others_have_their_own(admin: Person):
    chief = replace(admin, role=Role.SUPER_ADMIN)
    assert sight_of(chief) == sight_of(another(chief))
    assert sight_of(admin) != sight_of(another(admin))
    assert sight_of(admin) != sight_of(chief)
    assert sight_of(chief) != sight_of(another(chief, org_id="1" * 32))


def test_twenty_viewers_cost_one_reading_and_the_last_one_ends_it(
    parts: Parts, admin: Person, monkeypatch: pytest.MonkeyPatch
):
    looked = 0
    look = Wall.look

    def counted(wall: Wall, person: Person) -> live_wall.Look:
        nonlocal looked
        looked += 1
        return look(wall, person)

    monkeypatch.setattr(Wall, "look", counted)

    async def serve() -> tuple[int, int, int]:
        feeds = Feeds()
        entered = [feeds.enter(parts, admin) for _ in range(20)]
        walls = [await feed.fresh(admin) for feed in entered[:1]]
        walls += await asyncio.gather(*(feed.fresh(admin) for feed in entered[1:]))
        together = len({id(wall) for wall in walls})
        reading = len(feeds)
        for feed in entered:
            feeds.leave(feed)
        return together, reading, len(feeds)

    assert asyncio.run(serve()) == (1, 1, 0)
    assert looked == 1  # the first made the wall, the others came while it was read once more


def test_a_reading_that_fails_is_told_to_whoever_watches_and_the_next_begins_anew(
    parts: Parts, admin: Person, monkeypatch: pytest.MonkeyPatch
):
    async def serve() -> list[str]:
        feeds = Feeds()
        feed = feeds.enter(parts, admin)
        await feed.fresh(admin)
        with monkeypatch.context() as patch:
            patch.setattr(Wall, "look", _broken)
            told: list[str] = []
            for wanted in (feed.fresh(admin), feed.next(feed.readings)):
                try:
                    await wanted
                except OSError as error:
                    told.append(str(error))
        again = feeds.enter(parts, admin)
        await again.fresh(admin)
        told.append("another" if again is not feed else "the same")
        feeds.leave(feed)
        told.append(str(len(feeds)))
        feeds.leave(again)
        return told

    assert asyncio.run(serve()) == ["no database", "no database", "another", "1"]


def _broken(wall: Wall, person: Person) -> live_wall.Look:
    raise OSError("no database")


def test_nobody_reads_for_four_times_as_long_as_a_reading_took_for_each_wall(
    parts: Parts, admin: Person, monkeypatch: pytest.MonkeyPatch
):
    """However fast the doorbell rings: two walls of a second each rest for eight, five at most."""
    rests: list[float] = []

    def rest(seconds: float) -> Any:
        rests.append(seconds)
        return real(0)

    real = live_feeds.anyio.move_on_after
    monkeypatch.setattr(live_feeds, "_timed", lambda work, *args: (work(*args), 0.5))

    async def serve() -> None:
        feeds = Feeds()
        one, other = feeds.enter(parts, admin), feeds.enter(parts, another(admin))
        monkeypatch.setattr(live_feeds.anyio, "move_on_after", rest)
        await asyncio.gather(one.fresh(admin), other.fresh(another(admin)))
        while len(rests) < 4:
            await asyncio.sleep(0)
        monkeypatch.undo()
        feeds.leave(one)
        feeds.leave(other)

    asyncio.run(serve())
    assert 4 * 0.5 * 2 in rests


def test_a_feed_knows_how_many_readings_there_were(parts: Parts, admin: Person):
    async def serve() -> list[int]:
        feeds = Feeds()
        feed: Feed = feeds.enter(parts, admin)
        found = [feed.readings]
        await feed.fresh(admin)
        found.append(feed.readings)
        await feed.fresh(admin)
        found.append(feed.readings)
        feeds.leave(feed)
        return found

    assert asyncio.run(serve()) == [0, 1, 2]
