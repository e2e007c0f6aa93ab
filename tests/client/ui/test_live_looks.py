"""While a person looks through the camera, the candidate reads it and the record holds it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from client.exam import Held, Screen, State
from client.proctor.types import LiveMoved, System
from client.spool.store import Spool
from client.ui.consent import sections
from client.ui.live_looks import LiveLooks, not_now
from client.ui.own_record import OwnRecord, OwnRecordView, watched_now
from client.ui.window import Window
from shared.looks import IceServer, Look, LookEnd, LookSaid
from shared.policy import Accommodations, Policy
from tests.client.ui.conduct import asking
from tests.client.ui.watched import Watched

ALLOWED = Policy(live_camera=True)
LOOK = Look(
    id="1" * 32,
    phase="asked",
    offer="v=0",
    ice=(IceServer(urls=("turn:turn.example",), username="1:x", credential="y"),),
    relay_only=True,
    limit_s=900,
    sig="",
)
ENDED = Look(id=LOOK.id, phase="ended", sig="")


class Desk(Watched):
    """A watched interview whose policy allows looks, and a window that shows them."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool)
        self.conductor.state = replace(self.conductor.state, policy=ALLOWED)
        self.told: list[LookSaid] = []
        self.sent: list[tuple[int, int]] = []
        self.looks = LiveLooks(
            self.conductor,
            self.watch,
            tell=self.told.append,
            sent=lambda looks, size: self.sent.append((looks, size)),
        )
        self.watch.live_moved.connect(self.looks.moved)
        self.watch.lost.connect(self.looks.lost)
        self.watch.open()

    def change(self, **what: object) -> State:
        """Another state of the flow, followed as the app does."""
        self.conductor.state = replace(self.conductor.state, **what)
        self.looks.follow(self.conductor.state)
        return self.conductor.state

    def noted(self) -> list[tuple[str, str]]:
        return [(row["what"], row["why"]) for row in self.rows("camera.looked")]


@pytest.fixture
def desk(qapp, spool: Spool) -> Iterator[Desk]:
    made = Desk(spool)
    yield made
    made.close()


def label(window: Window) -> QLabel:
    found = window.findChild(QLabel, "live_label")
    assert isinstance(found, QLabel)
    return found


def test_the_candidate_reads_it_before_the_first_picture_and_until_the_end(
    qtbot, desk: Desk, window: Window
):
    desk.looks.changed.connect(window.show_live)
    order: list[str] = []
    desk.looks.changed.connect(lambda watched: order.append(f"told {watched}"))
    desk.proctor.shown = _Noting(order)  # type: ignore[assignment] - a list that tells
    desk.looks.told((LOOK,))
    assert order == ["told True", "shown"]
    assert "looking through your camera now" in label(window).text()
    assert label(window).isVisible()
    desk.looks.told((ENDED,))
    assert not label(window).isVisible()
    assert desk.proctor.hidden == [LOOK.id]
    qtbot.waitUntil(desk.idle)
    assert desk.noted() == [("began", ""), ("ended", "closed")]


class _Noting(list):
    def __init__(self, order: list[str]) -> None:
        super().__init__()
        self._order = order

    def append(self, order: object) -> None:
        self._order.append("shown")


def test_the_proctor_gets_the_offer_as_it_came_and_its_words_are_told_on(qtbot, desk: Desk):
    desk.looks.told((LOOK,))
    (order,) = desk.proctor.shown
    assert (order.look, order.offer, order.ice) == (LOOK.id, "v=0", LOOK.ice)
    assert (order.relay_only, order.limit_s) == (True, 900)
    for moved in (
        LiveMoved(LOOK.id, "answered", answer="v=0 answer"),
        LiveMoved(LOOK.id, "live"),
        LiveMoved(LOOK.id, "ended", why=LookEnd.CLOSED, sent_bytes=12_345),
    ):
        desk.proctor.say(moved)
    qtbot.waitUntil(lambda: len(desk.told) == 3)
    assert [word.phase for word in desk.told] == ["answered", "live", "ended"]
    assert desk.told[0].answer == "v=0 answer"
    assert desk.sent == [(1, 0), (0, 12_345)]
    assert not desk.looks.watched


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"policy": Policy()}, LookEnd.NOT_AGREED),
        ({"practice": True}, LookEnd.NOT_AGREED),
        ({"paused": Held("break", 0)}, LookEnd.PAUSED),
        ({"screen": Screen.DEVICES, "clock": None}, LookEnd.OVER),
        ({"closing": "upload"}, LookEnd.OVER),
        ({"live": replace(asking(0).live, notices=("camera_lost",))}, LookEnd.NO_CAMERA),
    ],
)
def test_where_nobody_may_look_nothing_is_shown_and_what_is_shown_ends(
    desk: Desk, change: dict, why: LookEnd
):
    desk.looks.told((LOOK,))
    state = desk.change(**change)
    assert not_now(state) is why
    assert desk.told == [LookSaid(look=LOOK.id, phase="ended", why=why)]
    assert desk.proctor.hidden == [LOOK.id]
    other = LOOK.model_copy(update={"id": "2" * 32})
    desk.looks.told((other,))
    assert len(desk.proctor.shown) == 1
    assert desk.told[-1] == LookSaid(look=other.id, phase="ended", why=why)


def test_a_proctor_that_dies_ends_every_look(qtbot, desk: Desk):
    desk.looks.told((LOOK,))
    desk.proctor.say(System("proctor_lost", "gone"))
    qtbot.waitUntil(lambda: not desk.looks.watched)
    assert desk.told == [LookSaid(look=LOOK.id, phase="ended", why=LookEnd.LOST)]


def test_without_a_proctor_nobody_waits(desk: Desk):
    desk.watch.stop()
    desk.looks.told((LOOK,))
    assert desk.told == [LookSaid(look=LOOK.id, phase="ended", why=LookEnd.NO_CAMERA)]
    assert not desk.looks.watched


def test_the_consent_says_it_where_it_is_allowed_and_only_there():
    def text(policy: Policy) -> str:
        return "\n".join(
            line for section in sections(policy, Accommodations()) for line in section.lines
        )

    assert "looks through it" in text(ALLOWED)
    assert "but for those live looks" in text(ALLOWED)
    both = text(Policy(live_camera=True, thumbnails=True))
    assert "that small still picture and those live looks" in both
    assert "look" not in text(Policy()).replace("looked at here", "")


def test_ones_own_record_says_it_beforehand_and_while_it_lasts(qtbot):
    assert "may look through your camera" in watched_now(replace(asking(1), policy=ALLOWED))
    assert "look through" not in watched_now(asking(1))
    view = OwnRecordView()
    qtbot.addWidget(view)
    view.show_record(OwnRecord(watched_live=True))
    now = view.findChild(QLabel, "watched_live")
    assert isinstance(now, QLabel)
    assert "looking through your camera now" in now.text()
    view.show_record(OwnRecord())
    assert now.isHidden()
