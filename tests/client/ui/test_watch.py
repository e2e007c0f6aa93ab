"""What the proctor says becomes rows, pictures and sentences."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from client import exam
from client.errors import DiskFull
from client.exam import Screen
from client.proctor.types import (
    Closed,
    GazeFitted,
    Health,
    Opened,
    Preview,
    Spoke,
    System,
    VoiceEnrolled,
)
from client.speech.pcm import RATE_HZ
from client.spool.store import Spool
from client.ui.calibrated import fit_of
from client.ui.pieces import MOST_AHEAD
from client.ui.templates import content_of
from client.ui.words import notice
from shared.events import Artifact, Kind, Severity, SignalKind
from shared.policy import Accommodations, Policy
from shared.templates import Template
from tests.client.ui.edges import CALIBRATION, FACE, VOICE
from tests.client.ui.watched import CHALLENGE, ONE, TWO, Watched


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


def test_what_was_seen_goes_on_record_in_the_detector_s_words(qtbot, desk: Watched):
    desk.proctor.say(absent(detail="left of the screen, error 2.1 degrees"))
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.SIGNAL_OPENED)))
    (opened,) = desk.rows(Kind.SIGNAL_OPENED)
    assert opened["detail"] == "left of the screen, error 2.1 degrees"


def test_a_busy_computer_is_a_row_and_so_is_its_end(qtbot, desk: Watched):
    desk.proctor.say(System("rate_low", "Objects are looked for every 4 s."))
    qtbot.waitUntil(lambda: desk.notices == ("rate_low",))
    desk.proctor.say(System("rate_back"))
    qtbot.waitUntil(lambda: desk.notices == () and desk.idle())
    assert [row["what"] for row in desk.rows(Kind.SYSTEM)] == ["rate_low", "rate_back"]


def test_the_stored_templates_reach_a_new_proctor(qtbot, desk: Watched):
    put = desk.spool.put_blob
    face, voice = (
        put(content_of(one).content, content_of(one).media_type) for one in (FACE, VOICE)
    )
    desk.watch.know(exam.Know(face, voice))
    qtbot.waitUntil(lambda: bool(desk.proctor.voices))
    assert (desk.proctor.faces, desk.proctor.voices) == ([FACE], [VOICE])


def test_without_any_template_nothing_is_compared(qtbot, desk: Watched):
    desk.watch.know(exam.Know(None, None))
    qtbot.waitUntil(desk.idle)
    assert desk.proctor.faces == desk.proctor.voices == []


def test_a_calibration_of_an_earlier_run_goes_on_where_it_can_be_read(desk: Watched):
    saved = fit_of(GazeFitted(CALIBRATION, "", 9, 4)).saved
    desk.watch.recalibrate(exam.Recalibrate("{}"))
    desk.watch.recalibrate(exam.Recalibrate(saved))
    assert desk.proctor.calibrations == [CALIBRATION]


def at_voice(desk: Watched) -> None:
    """The sample is recorded, and the flow asks for the voice to be learned."""
    desk.conductor.state = replace(desk.state, screen=Screen.VOICE, phase="stopping")
    desk.conductor.feed(exam.VoiceStored(None))
    assert desk.state.live.sample is not None


def test_a_learned_voice_is_sealed_before_its_row_names_it(qtbot, desk: Watched):
    at_voice(desk)
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.ENROLLED)) and bool(desk.proctor.voices))
    (row,) = desk.rows(Kind.ENROLLED)
    assert row["model"] == "tiny 1"
    assert desk.proctor.samples == [b"sound"]
    sealed = desk.spool.open_blob(row["template"]["sha256"])
    assert Template.model_validate_json(sealed) == VOICE
    assert desk.proctor.voices == [VOICE]


def test_a_voice_that_is_refused_is_a_sentence_and_a_row_without_a_template(qtbot, desk: Watched):
    desk.proctor.enrolled = VoiceEnrolled(None, "The sample is too quiet.")
    at_voice(desk)
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.ENROLLED)))
    assert desk.state.live.voice_note == "The sample is too quiet."
    assert desk.rows(Kind.ENROLLED)[0]["template"] is None


def test_a_proctor_that_never_answers_holds_the_voice_up_for_a_while_only(qtbot, desk: Watched):
    desk.proctor.enrol_voice = lambda pcm: None  # type: ignore[method-assign] - it hangs
    at_voice(desk)
    qtbot.waitUntil(desk.watch._voice_patience.isActive)
    desk.watch._voice_patience.timeout.emit()
    assert desk.state.phase == "recorded"
    assert "in time" in desk.state.live.voice_note
    desk.proctor.say(VoiceEnrolled(VOICE, "", "tiny 1"))
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.ENROLLED)) and desk.idle())
    qtbot.wait(20)
    assert len(desk.rows(Kind.ENROLLED)) == 1


def test_a_disk_without_room_holds_the_voice_until_there_is_some(
    qtbot, desk: Watched, monkeypatch: pytest.MonkeyPatch
):
    def no_room(content: bytes, media_type: str) -> Artifact:
        raise DiskFull(desk.spool.folder)

    monkeypatch.setattr(desk.spool, "put_blob", no_room)
    at_voice(desk)
    qtbot.waitUntil(lambda: "disk_full" in desk.notices)
    assert desk.state.phase == "stopping"
    monkeypatch.undo()
    qtbot.waitUntil(lambda: desk.state.phase == "recorded" and desk.notices == ())
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.ENROLLED)))


SOUND = np.zeros(RATE_HZ // 4, np.int16)


def test_sound_reaches_the_proctor_from_begin_to_finish_and_only_then(qtbot, desk: Watched):
    desk.watch.hear(SOUND, 1.0)
    desk.watch.begin(exam.BeginProctor(Policy(), Accommodations(), at_ms=0))
    desk.watch.hear(SOUND, 2.0)
    proctor = desk.proctor
    desk.conductor.state = replace(desk.state, screen=Screen.FINISH, closing="proctor")
    desk.watch.finish()
    desk.watch.hear(SOUND, 3.0)
    qtbot.waitUntil(lambda: desk.state.closing != "proctor")
    assert proctor.heard == [(SOUND.tobytes(), 2.0)]


def test_a_policy_without_voices_hears_answers_for_their_pauses_and_nothing_else(desk: Watched):
    desk.watch.begin(exam.BeginProctor(Policy(voices=False), Accommodations(), at_ms=0))
    desk.watch.hear(SOUND, 2.0)
    desk.watch.expect(spoken_open=True, machine_speaks=False)
    desk.watch.hear(SOUND, 3.0)
    desk.watch.expect(spoken_open=False, machine_speaks=False)
    desk.watch.hear(SOUND, 4.0)
    assert desk.proctor.heard == [(SOUND.tobytes(), 3.0)]


def test_how_surely_somebody_spoke_is_handed_on_and_a_lost_proctor_can_not_tell(
    qtbot, desk: Watched
):
    told: list[object] = []
    desk.watch.spoke.connect(told.append)
    desk.proctor.say(Spoke(((0.9, 1.0), (0.1, 1.032))))
    desk.proctor.say(System("proctor_lost"))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [((0.9, 1.0), (0.1, 1.032)), ()]


def test_a_lost_worker_is_sent_no_more_than_its_pipe_holds(desk: Watched):
    desk.watch.begin(exam.BeginProctor(Policy(), Accommodations(), at_ms=0))
    for second in range(20):
        desk.watch.hear(SOUND, 0.25 * second)
        desk.proctor.say(System("proctor_lost"))
    assert len(desk.proctor.heard) == MOST_AHEAD
    desk.proctor.say(Health(10.0, 0, 5.0, ()))
    desk.watch.hear(SOUND, 9.0)
    assert len(desk.proctor.heard) == MOST_AHEAD + 1


def test_what_is_to_be_heard_is_told_when_it_changes(desk: Watched):
    for spoken, speaks in ((True, False), (True, False), (False, True)):
        desk.watch.expect(spoken_open=spoken, machine_speaks=speaks)
    assert desk.proctor.expected == [(True, False), (False, True)]


def at_light(desk: Watched) -> None:
    desk.conductor.state = replace(desk.state, screen=Screen.SELFIE, light="asked")


def test_the_light_challenge_ends_in_a_row(qtbot, desk: Watched):
    at_light(desk)
    shown: list[object] = []
    desk.watch.light_shown.connect(shown.append)
    desk.conductor.feed(exam.LightWished())
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.CHALLENGED)))
    (row,) = desk.rows(Kind.CHALLENGED)
    assert (row["outcome"], row["correlation_milli"]) == ("ok", 800)
    assert desk.proctor.lights == shown == [*(rgb for rgb, _ in CHALLENGE), None]
    assert desk.state.screen is Screen.VOICE


def test_a_light_challenge_that_is_broken_off_leaves_the_screen_as_before(qtbot, desk: Watched):
    at_light(desk)
    desk.proctor.lit = None
    desk.conductor.feed(exam.LightWished())
    desk.conductor.feed(exam.LightSkipped())
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.CHALLENGED)) and desk.idle())
    assert desk.proctor.lights[-1] is None
    assert "skipped" in desk.rows(Kind.CHALLENGED)[0]["detail"]


def test_a_picture_is_judged_and_brings_the_face_along(qtbot, desk: Watched):
    desk.conductor.state = replace(desk.state, screen=Screen.SELFIE)
    desk.conductor.feed(exam.SelfieAsked())
    qtbot.waitUntil(lambda: desk.state.live.selfie_quality == "")
    taken = desk.watch.taken
    assert (taken.jpeg, taken.template, taken.model) == (b"a picture", FACE, "tiny 1")
