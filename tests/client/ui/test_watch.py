"""What the proctor says becomes rows, pictures and sentences."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from client import exam
from client.exam import Screen
from client.proctor.types import (
    Camera,
    Closed,
    Health,
    Message,
    Opened,
    Preview,
    SourceSpec,
    System,
)
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.watch import Watching
from client.ui.words import notice
from shared.events import Kind, Severity, SignalKind
from shared.policy import Accommodations, Policy
from tests.client.ui.conduct import NOTHING, Desk
from tests.client.ui.edges import ScriptedProctor

ONE, TWO = Camera(0, "Built in"), Camera(1, "Desk")


class Watched(Desk):
    """A desk whose camera is watched by a scripted proctor."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool)
        self.proctors: list[ScriptedProctor] = []
        self.cameras: tuple[Camera, ...] = (ONE, TWO)
        self.watch = Watching(self.conductor, self._make, list_cameras=lambda: self.cameras)
        self.conductor.use(Parts(NOTHING, NOTHING, self.watch))

    def _make(
        self, source: SourceSpec | None, on_message: Callable[[Message], None]
    ) -> ScriptedProctor:
        self.proctors.append(ScriptedProctor(source, on_message))
        return self.proctors[-1]

    @property
    def proctor(self) -> ScriptedProctor:
        return self.proctors[-1]

    def close(self) -> None:
        self.watch.stop()
        self.watch.close()
        super().close()


@pytest.fixture
def desk(qtbot, spool: Spool) -> Iterator[Watched]:
    made = Watched(spool)
    made.watch.open()
    qtbot.waitUntil(lambda: made.watch.camera_key == "0")
    yield made
    made.close()


def absent(**changes: object) -> Opened:
    usual = Opened(
        SignalKind.FACE_ABSENT,
        Severity.MEDIUM,
        onset_ms=1000,
        at_ms=3000,
        measure="faces",
        value_milli=0,
        detector="face",
    )
    return replace(usual, **changes)  # type: ignore[arg-type] - fields of Opened


def test_the_first_camera_is_used_where_none_was_chosen(desk: Watched):
    assert desk.proctor.sources == [None, ONE]


def test_a_signal_s_picture_is_stored_and_named_by_its_row(qtbot, desk: Watched):
    desk.watch.begin(exam.BeginProctor(Policy(), Accommodations(), at_ms=500))
    desk.proctor.say(absent(evidence_jpeg=b"picture"))
    desk.proctor.say(Closed(SignalKind.FACE_ABSENT, onset_ms=1000, ended_ms=4000, at_ms=4500))
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.SIGNAL_CLOSED)))
    (opened,), (closed,) = desk.rows(Kind.SIGNAL_OPENED), desk.rows(Kind.SIGNAL_CLOSED)
    (artifact,) = opened["evidence"]
    assert desk.spool.read_blob(artifact["sha256"])
    # A restart begins the proctor's time anew; the record's goes on.
    assert (opened["onset_ms"], closed["onset_ms"], closed["ended_ms"]) == (1500, 1500, 4500)
    assert desk.watch.open_signals == ()


def test_a_withheld_picture_is_told_and_nothing_is_stored(qtbot, desk: Watched):
    desk.proctor.say(absent(withheld="budget"))
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.SIGNAL_OPENED)))
    (opened,) = desk.rows(Kind.SIGNAL_OPENED)
    assert (opened["evidence"], opened["evidence_withheld"]) == ([], "budget")
    assert desk.watch.open_signals == ("face_absent",)


def test_something_severe_is_sent_now_but_only_once_it_is_on_record(qtbot, desk: Watched):
    behind: list[int] = []
    desk.watch.severe.connect(lambda: behind.append(len(desk.rows(Kind.SIGNAL_OPENED))))
    desk.proctor.say(absent(severity=Severity.MEDIUM))
    desk.proctor.say(absent(severity=Severity.HIGH))
    qtbot.waitUntil(lambda: bool(behind))
    assert behind == [2]


@pytest.mark.parametrize(
    ("lost", "back"), [("camera_lost", "camera_back"), ("proctor_lost", "proctor_back")]
)
def test_what_is_lost_and_back_again_is_a_row_and_a_sentence(
    qtbot, desk: Watched, lost: str, back: str
):
    dark: list[bool] = []
    desk.watch.dark.connect(lambda: dark.append(True))
    desk.proctor.say(System(lost, "why"))  # type: ignore[arg-type] - a literal
    qtbot.waitUntil(lambda: desk.notices == (lost,) and desk.idle())
    assert notice(lost)
    assert dark == [True]
    desk.proctor.say(System(back, gap_ms=2500))  # type: ignore[arg-type] - a literal
    qtbot.waitUntil(lambda: desk.notices == () and desk.idle())
    assert [(row["what"], row["gap_ms"]) for row in desk.rows(Kind.SYSTEM)] == [
        (lost, None),
        (back, 2500),
    ]


def test_a_missing_model_is_a_row_and_no_alarm(qtbot, desk: Watched):
    desk.proctor.say(System("model_missing", "No face model is here."))
    qtbot.waitUntil(lambda: desk.notices == ("model_missing",) and desk.idle())
    assert [row["what"] for row in desk.rows(Kind.SYSTEM)] == ["model_missing"]
    # A quiet line on the screen tells it, by the proctor's health; nothing is to be done.
    assert notice("model_missing") == ""


def test_another_camera_is_a_row_and_ends_the_notice(qtbot, desk: Watched):
    desk.proctor.say(System("camera_lost"))
    qtbot.waitUntil(lambda: desk.notices == ("camera_lost",))
    desk.watch.choose("1")
    qtbot.waitUntil(lambda: desk.notices == () and desk.idle())
    assert desk.proctor.sources[-1] == TWO
    assert [row["what"] for row in desk.rows(Kind.SYSTEM)] == ["camera_lost", "camera_changed"]


def test_no_camera_at_all_starts_the_watch_and_takes_the_first_that_comes(qtbot, spool: Spool):
    desk = Watched(spool)
    desk.cameras = ()
    found: list[tuple[object, ...]] = []
    desk.watch.found.connect(found.append)
    desk.watch.open()
    qtbot.waitUntil(lambda: found == [()])
    assert desk.watch.camera_key == ""
    desk.cameras = (TWO,)
    desk.watch.look()
    qtbot.waitUntil(lambda: desk.watch.camera_key == "1")
    desk.close()
    assert desk.proctor.sources == [None, TWO]


def test_of_many_pictures_the_window_gets_the_newest(qtbot, desk: Watched):
    seen: list[Preview] = []
    desk.watch.picture.connect(seen.append)
    for number in range(50):
        desk.proctor.say(Preview(b"", 1, 1, float(number)))
    qtbot.waitUntil(lambda: bool(seen))
    assert [one.at_s for one in seen] == [49.0]


def test_detectors_that_are_off_are_told_when_they_change(qtbot, desk: Watched):
    told: list[tuple[str, ...]] = []
    desk.watch.off_changed.connect(told.append)
    for off in ((), ("Gaze: no model.",), ("Gaze: no model.",)):
        desk.proctor.say(Health(10.0, 0, 5.0, off))
    qtbot.waitUntil(lambda: desk.watch.health is not None and bool(desk.watch.health.off))
    qtbot.wait(10)
    assert told == [("Gaze: no model.",)]


def test_a_camera_that_gives_no_picture_for_the_selfie_is_a_sentence(qtbot, desk: Watched):
    desk.conductor.state = replace(desk.state, screen=Screen.SELFIE)
    desk.watch._no_snapshot()
    problem = desk.state.live.problem
    assert problem is not None
    assert "take another" in problem.title


def test_finishing_hands_over_what_the_proctor_said_last(qtbot, desk: Watched):
    desk.conductor.state = replace(desk.state, screen=Screen.FINISH, closing="proctor")
    proctor = desk.proctor
    proctor.finish = lambda: proctor.say(absent())  # type: ignore[method-assign] - its last word
    desk.watch.finish()
    qtbot.waitUntil(lambda: desk.state.closing != "proctor" and desk.idle())
    assert len(desk.rows(Kind.SIGNAL_OPENED)) == 1
    kinds = [row.kind for row in desk.spool.rows()]
    assert kinds.index(Kind.SIGNAL_OPENED) < kinds.index(Kind.CLOSED)
