"""Every screen, from its state, and what the person can do on it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from client import exam
from client.exam import Answer, Clock, Live, Now, Problem, Screen, State
from client.sentences import FETCH, MODEL_ABSENT
from client.ui.devices import Choice, Devices, FaceHint
from client.ui.window import Window
from client.ui.words import clock, not_watched
from shared.exam import Exam, ExamQuestion
from shared.ids import sha256_hex
from shared.policy import Accommodations, Policy

NOW = Now(1_800_000_000_000, 5_000_000, "one")
QUESTIONS = (
    ExamQuestion(id="1" * 32, position=1, kind="spoken", prompt="Say.", time_limit_s=100),
    ExamQuestion(id="2" * 32, position=2, kind="written", prompt="Write.", time_limit_s=100),
    ExamQuestion(
        id="3" * 32, position=3, kind="coding", prompt="Code.", time_limit_s=100, language="python"
    ),
)
KNOWN = State(
    session="a" * 32,
    candidate_name="Ada",
    organisation="Example",
    title="Paper",
    question_count=3,
    duration_s=1000,
    opens_at="2026-11-22T10:00:00Z",
    closes_at="2026-11-22T18:00:00Z",
    zone="Europe/Berlin",
)


def asking(index: int, **changes: object) -> State:
    running = replace(
        KNOWN,
        screen=Screen.QUESTION,
        exam=Exam(title="Paper", duration_s=1000, questions=QUESTIONS),
        clock=Clock(NOW.utc_ms, NOW.utc_ms + 1_000_000, NOW.utc_ms, NOW),
        answers=tuple(Answer(opened_ms=0) for _ in QUESTIONS),
        index=index,
    )
    return replace(running, **changes)  # type: ignore[arg-type] - fields of State


SCREENS = {
    "welcome": State(),
    "welcome known": KNOWN,
    "devices": replace(KNOWN, screen=Screen.DEVICES),
    "gaze": replace(KNOWN, screen=Screen.GAZE),
    "gaze poor": replace(
        KNOWN,
        screen=Screen.GAZE,
        live=Live(
            gaze=exam.Gaze(stage="poor", fit=exam.Fit(calibrated=False, reason="No eyes."), tries=1)
        ),
    ),
    "consent": replace(KNOWN, screen=Screen.CONSENT),
    "selfie": replace(KNOWN, screen=Screen.SELFIE),
    "selfie refused": replace(
        KNOWN,
        screen=Screen.SELFIE,
        live=Live(selfie_quality="It is dark.", selfie_usable=False, selfie_tries=1),
    ),
    "light": replace(KNOWN, screen=Screen.SELFIE, light="asked"),
    "voice": replace(KNOWN, screen=Screen.VOICE),
    "spoken": asking(0),
    "written": asking(1),
    "coding": asking(2),
    "finish": asking(2, screen=Screen.FINISH, closing="upload"),
    "done": asking(2, screen=Screen.FINISH, closing="done"),
}


def find(window: Window, name: str) -> QWidget:
    found = window.current.findChild(QWidget, name)
    assert found is not None, f"no {name} on {window.current.objectName()}"
    return found


def visible(window: Window, kind: type) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_screen_shows_at_both_text_sizes(window: Window, name: str, scale: float):
    window.resize_text(round((scale - 1) * 10))
    window.show_state(SCREENS[name], NOW)
    assert window.current.objectName() == f"screen_{SCREENS[name].screen}"
    assert not window.grab().isNull()
    # Nothing is wider than the window: 200 % scrolls down, never sideways.
    ground = window.current.widget()
    assert ground is not None
    wide = ground.minimumSizeHint().width()
    assert wide <= window.current.viewport().width()


@pytest.mark.parametrize("name", SCREENS)
def test_everything_that_can_be_used_has_a_name_and_the_keyboard(window: Window, name: str):
    window.show_state(SCREENS[name], NOW)
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for one in visible(window, kind):
            inside = one.objectName().startswith("qt_") or isinstance(
                one.parent(), QComboBox | QLineEdit
            )
            if inside:
                continue
            spoken = one.accessibleName() or (
                one.text() if isinstance(one, QAbstractButton) else ""
            )
            assert spoken, f"{one.objectName()} has no name"
            assert one.focusPolicy() & Qt.FocusPolicy.TabFocus, one.objectName()


@pytest.mark.parametrize("name", SCREENS)
def test_help_and_leaving_are_always_in_sight(window: Window, name: str):
    window.show_state(SCREENS[name], NOW)
    for wanted in ("help_button", "leave_button"):
        there = window.findChild(QWidget, wanted)
        assert there is not None
        assert there.isVisible() is (wanted == "help_button" or name != "done")


def test_a_problem_is_a_sentence_that_goes_away_again(window: Window):
    problem = Problem("invite_expired", "This invite has run out.", "Ask for a new time.")
    window.show_state(replace(State(), live=Live(problem=problem)), NOW)
    label = find(window, "error_label")
    assert isinstance(label, QLabel)
    assert label.text() == "This invite has run out. Ask for a new time."
    assert label.isVisible()
    window.show_state(State(), NOW)
    assert not label.isVisible()


def test_the_invite_is_checked_before_it_is_confirmed(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(State(), NOW)
    QTest.keyClicks(find(window, "invite_edit"), "abc")
    QTest.keyClick(find(window, "invite_edit"), Qt.Key.Key_Return)
    window.show_state(KNOWN, NOW)
    QTest.mouseClick(find(window, "continue_button"), Qt.MouseButton.LeftButton)
    assert seen[-2:] == [exam.InviteEntered("abc"), exam.InviteConfirmed()]


def test_the_device_check_opens_with_a_picture_and_a_microphone(window: Window):
    window.show_state(SCREENS["devices"], NOW)
    go_on = find(window, "continue_button")
    assert not go_on.isEnabled()
    window.show_devices(
        Devices((Choice("0", "Cam"),), (Choice("m", "Mic"),), (), camera="0", microphone="m")
    )
    assert not go_on.isEnabled()
    window.show_picture(bytes(4 * 3 * 3), 4, 3)
    assert go_on.isEnabled()
    window.show_devices(Devices((Choice("0", "Cam"),), (), (), camera="0"))
    assert not go_on.isEnabled()


def test_what_was_not_tried_is_recorded_as_unknown(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(SCREENS["devices"], NOW)
    window.show_devices(
        Devices((Choice("0", "Cam"),), (Choice("m", "Mic"),), (), camera="0", microphone="m")
    )
    window.show_picture(bytes(4 * 3 * 3), 4, 3)
    QTest.mouseClick(find(window, "continue_button"), Qt.MouseButton.LeftButton)
    checked = seen[-1]
    assert isinstance(checked, exam.DevicesChecked)
    assert [(one.device, one.outcome) for one in checked.checks] == [
        ("camera", "ok"),
        ("microphone", "unknown"),
        ("speaker", "unknown"),
    ]


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (FaceHint(faces=1, brightness=0.1), "It is dark."),
        (FaceHint(faces=1, brightness=0.95), "very bright"),
        (FaceHint(faces=0, brightness=0.5), "No face"),
        (FaceHint(faces=2, brightness=0.5), "more than one face"),
        (FaceHint(faces=1, brightness=0.5), "well in the picture"),
        (FaceHint(), "Looking for"),
    ],
)
def test_light_and_face_are_told_in_words(window: Window, hint: FaceHint, words: str):
    window.show_state(SCREENS["devices"], NOW)
    window.show_face(hint)
    label = find(window, "camera_hint")
    assert isinstance(label, QLabel)
    assert words in label.text()


def test_consent_needs_its_check_mark(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(SCREENS["consent"], NOW)
    go_on = find(window, "continue_button")
    assert not go_on.isEnabled()
    box = find(window, "agree_check")
    assert isinstance(box, QAbstractButton)
    box.setChecked(True)
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    (agreed,) = seen
    assert isinstance(agreed, exam.ConsentAgreed)
    assert agreed.compare is False
    assert sha256_hex(agreed.text.encode()) == agreed.text_sha256
    compare = find(window, "compare_check")
    assert isinstance(compare, QAbstractButton)
    compare.setChecked(True)
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert isinstance(seen[-1], exam.ConsentAgreed)
    assert seen[-1].compare is True


def test_where_the_comparison_is_needed_the_interview_does_not_go_on_without(window: Window):
    needed = replace(SCREENS["consent"], policy=Policy(biometrics_optional=False))
    window.show_state(needed, NOW)
    for name, enabled in (("agree_check", False), ("compare_check", True)):
        box = find(window, name)
        assert isinstance(box, QAbstractButton)
        box.setChecked(True)
        assert find(window, "continue_button").isEnabled() is enabled


def test_where_nothing_is_compared_nothing_is_asked(window: Window):
    agreed = Accommodations(no_biometrics=True)
    window.show_state(replace(SCREENS["consent"], accommodations=agreed), NOW)
    assert find(window, "compare_check").isHidden()


def test_the_comparison_can_be_taken_back_in_the_middle(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(replace(asking(1), consent_version=3), NOW)
    for name in ("watched_button", "withdraw_button", "withdraw_yes_button"):
        press(window, name)
    assert exam.ComparisonWithdrawn() in seen
    gone = replace(asking(1), consent_version=3, accommodations=Accommodations(no_biometrics=True))
    window.show_state(gone, NOW)
    press(window, "watched_button")
    withdraw = window.findChild(QWidget, "withdraw_button")
    assert withdraw is not None
    assert withdraw.isHidden()


def press(window: Window, name: str) -> None:
    """Also what lies over the screen or beside it."""
    there = window.findChild(QWidget, name)
    assert there is not None
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)


def test_a_restart_shows_the_text_that_was_there(window: Window):
    answers = (Answer(opened_ms=0), Answer("half", 1, opened_ms=0), Answer())
    window.show_state(asking(1, answers=answers), NOW)
    edit = find(window, "answer_edit")
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText() == "half"


def test_ctrl_enter_hands_the_text_over_and_then_says_done(window: Window, qtbot):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(asking(1), NOW)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    edit = find(window, "answer_edit")
    edit.setFocus()
    QTest.keyClicks(edit, "text")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seen[-2:] == [exam.Typed("2" * 32, "text"), exam.DonePressed()]


def test_showing_the_same_state_again_keeps_what_is_being_typed(window: Window):
    window.show_state(asking(1), NOW)
    edit = find(window, "answer_edit")
    assert isinstance(edit, QPlainTextEdit)
    QTest.keyClicks(edit, "unsaved")
    window.show_state(asking(1), NOW)
    assert edit.toPlainText() == "unsaved"
    assert window.question.unsaved


@pytest.mark.parametrize(
    ("index", "name", "others"),
    [
        (0, "record_button", ("answer_edit", "code_edit")),
        (1, "answer_edit", ("record_button", "code_edit")),
        (2, "code_edit", ("record_button", "answer_edit")),
    ],
)
def test_each_kind_of_question_shows_its_own_place_for_the_answer(
    window: Window, index: int, name: str, others: tuple[str, ...]
):
    window.show_state(asking(index), NOW)
    assert find(window, name).isVisible()
    assert not any(find(window, other).isVisible() for other in others)


def test_closing_asks_and_staying_is_the_default(window: Window):
    wished: list[bool] = []
    window.leave_wished.connect(lambda: wished.append(True))
    window.show_state(asking(1), NOW)
    window.close()
    assert window.isVisible()
    card = window.findChild(QWidget, "leave_card")
    assert card is not None
    assert card.isVisible()
    assert window.focusWidget() is window.findChild(QWidget, "leave_no_button")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert wished == []


def test_what_is_watched_is_one_click_away(window: Window):
    window.show_state(asking(1), NOW)
    there = window.findChild(QWidget, "watched_button")
    assert there is not None
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    shown = " ".join(one.text() for one in visible(window, QLabel) if isinstance(one, QLabel))
    assert "What never leaves it" in shown


@pytest.mark.parametrize(
    "what", ["camera_lost", "microphone_lost", "network_lost", "disk_full", "rate_low"]
)
def test_every_trouble_in_mid_interview_says_what_to_do(window: Window, what: str):
    window.show_state(asking(1, live=Live(notices=(what,))), NOW)
    label = window.findChild(QLabel, "notice_label")
    assert label is not None
    assert label.isVisible()
    assert len(label.text()) > 40


def test_the_last_minute_is_marked(window: Window):
    window.show_state(asking(1), Now(NOW.utc_ms, NOW.mono_ms + 50_000, "one"))
    timer = find(window, "timer_label")
    assert isinstance(timer, QLabel)
    assert (timer.text(), timer.property("urgent")) == ("0:50", "true")


@pytest.mark.parametrize(
    ("left_ms", "text"),
    [(None, ""), (0, "0:00"), (1, "0:01"), (59_001, "1:00"), (3_600_000, "1:00:00")],
)
def test_times_are_written_as_clocks_write_them(left_ms: int | None, text: str):
    assert clock(left_ms) == text


def shown(window: Window, name: str) -> str:
    label = find(window, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_a_spoken_answer_shows_how_long_it_is_and_which_attempts_are_saved(window: Window):
    def at(second: int) -> Now:
        return Now(NOW.utc_ms, NOW.mono_ms + second * 1000, "one")

    first = (Answer(opened_ms=0, takes=1), Answer(), Answer())
    window.show_state(asking(0), NOW)
    assert shown(window, "takes_label") == ""
    window.show_state(asking(0, answers=first, phase="starting"), at(1))
    window.show_state(asking(0, answers=first, phase="recording"), at(2))
    window.show_state(asking(0, answers=first, phase="recording"), at(36))
    assert shown(window, "elapsed_label") == "0:34"
    window.show_state(asking(0, answers=first, phase="recorded"), at(40))
    assert shown(window, "elapsed_label") == ""
    assert shown(window, "takes_label") == "Attempt 1 · 0:34 · saved"
    second = (Answer(opened_ms=0, takes=2), Answer(), Answer())
    window.show_state(asking(0, answers=second, phase="recording"), at(50))
    assert shown(window, "elapsed_label") == "0:00"
    assert shown(window, "takes_label") == "Attempt 1 · 0:34 · saved"


def test_an_attempt_of_an_earlier_run_is_named_without_its_length(window: Window):
    before = (Answer(opened_ms=0, takes=1), Answer(), Answer())
    window.show_state(asking(0, answers=before, phase="recorded"), NOW)
    assert shown(window, "takes_label") == "Attempt 1 · saved"


# The consent is longer than a small screen: all that is looked at and held is told there.
@pytest.mark.parametrize("name", ["devices", "gaze", "selfie", "light"])
def test_pages_that_fit_do_not_scroll(window: Window, name: str, qapp):
    window.show_state(SCREENS[name], NOW)
    qapp.processEvents()
    assert window.current.verticalScrollBar().maximum() == 0


def test_the_problem_screen_stays_until_the_person_goes_on(window: Window):
    window.show_problem("This interview is open in another window.", retry=True)
    window.show_state(State(), NOW)
    assert window.current is window.problem
    window.go_on()
    window.show_state(State(), NOW)
    assert window.current is window.welcome


def test_the_device_check_itself_says_what_is_missing(window: Window):
    lost = Live(notices=("camera_lost", "microphone_lost", "network_lost"))
    window.show_state(replace(SCREENS["devices"], live=lost), NOW)
    window.show_devices(Devices())
    notices = window.findChild(QLabel, "notice_label")
    assert notices is not None
    assert "connection" in notices.text()
    assert "picture" not in notices.text()
    assert "No microphone was found" in shown(window, "microphone_hint")
    there = Devices((), (Choice("m", "Mic"),), (), microphone="m")
    window.show_devices(there)
    assert "Say something" in shown(window, "microphone_hint")


@pytest.mark.parametrize("name", ["welcome", "devices", "consent", "voice", "finish"])
def test_a_button_is_as_wide_as_its_text(window: Window, name: str, qapp):
    window.show_state(SCREENS[name], NOW)
    qapp.processEvents()
    for one in visible(window, QAbstractButton):
        if one.objectName() in ("continue_button", "close_button", "record_button"):
            assert one.width() <= one.sizeHint().width() + 4


OFF = ("Faces are not compared: no identity model is here.", "Voices are not told apart.")


@pytest.mark.parametrize("name", ["devices", "spoken", "written", "coding"])
def test_what_is_not_watched_is_told_in_a_quiet_line(window: Window, name: str):
    window.show_state(SCREENS[name], NOW)
    assert shown(window, "off_label") == ""
    window.show_off(OFF)
    assert shown(window, "off_label") == "Not watched here: " + " ".join(OFF)
    window.show_off(())
    assert shown(window, "off_label") == ""


def test_a_refused_picture_can_only_be_taken_again(window: Window):
    window.show_state(SCREENS["selfie refused"], NOW)
    assert not find(window, "use_button").isVisible()
    assert find(window, "retake_button").property("role") == "primary"
    tried = replace(SCREENS["selfie refused"].live, selfie_tries=exam.SELFIE_TRIES)
    window.show_state(replace(SCREENS["selfie refused"], live=tried), NOW)
    assert find(window, "use_button").isVisible()


def test_the_light_warns_before_it_changes_and_can_be_skipped(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(SCREENS["light"], NOW)
    said = " ".join(one.text() for one in visible(window, QLabel) if isinstance(one, QLabel))
    assert "photosensitivity" in said
    QTest.mouseClick(find(window, "skip_button"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(window, "light_button"), Qt.MouseButton.LeftButton)
    assert seen == [exam.LightSkipped(), exam.LightWished()]


def test_the_whole_window_shines_and_escape_stops_it(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(SCREENS["light"], NOW)
    window.show_light((196, 218, 255))
    layer = window.findChild(QWidget, "glow_layer")
    assert layer is not None
    assert layer.geometry() == window.rect()
    pixel = layer.grab().toImage().pixelColor(5, 5)
    assert (pixel.red(), pixel.green(), pixel.blue()) == (196, 218, 255)
    QTest.keyClick(layer, Qt.Key.Key_Escape)
    assert seen == [exam.LightSkipped()]
    window.show_light(None)
    assert layer.isHidden()


def test_a_voice_that_could_not_be_learned_is_told_with_both_ways_on(window: Window):
    live = Live(voice_note="The sample is too quiet.")
    window.show_state(replace(SCREENS["voice"], phase="recorded", live=live), NOW)
    said = " ".join(one.text() for one in visible(window, QLabel) if isinstance(one, QLabel))
    assert "too quiet" in said
    assert "record again, or go on" in said
    assert find(window, "continue_button").isEnabled()


def test_clicks_are_told_only_while_a_question_is_open(window: Window):
    told: list[tuple[float, float]] = []
    window.clicked.connect(lambda x_mm, y_mm: told.append((x_mm, y_mm)))
    window.show_state(SCREENS["voice"], NOW)
    QTest.mouseClick(find(window, "record_button"), Qt.MouseButton.LeftButton)
    assert told == []
    window.show_state(asking(0), NOW)
    QTest.mouseClick(find(window, "record_button"), Qt.MouseButton.LeftButton)
    assert len(told) == 1


@pytest.mark.parametrize(("faces", "why"), [(None, True), (1, False)])
def test_a_camera_in_which_no_face_can_be_found_is_told_to_the_flow(
    window: Window, faces: int | None, why: bool
):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(SCREENS["devices"], NOW)
    window.show_devices(
        Devices((Choice("0", "Cam"),), (Choice("m", "Mic"),), (), camera="0", microphone="m")
    )
    window.show_picture(bytes(4 * 3 * 3), 4, 3)
    for _ in range(5):
        window.show_face(FaceHint(faces, 0.5, 100.0))
    QTest.mouseClick(find(window, "continue_button"), Qt.MouseButton.LeftButton)
    assert isinstance(seen[-1], exam.DevicesChecked)
    assert bool(seen[-1].no_gaze) is why


def test_how_to_install_a_model_is_not_the_candidate_s_business():
    told = f"{MODEL_ABSENT(name='face')} No face is watched. {FETCH(name='face')}"
    assert not_watched((told,)) == (
        "Not watched here: The face model is not on this machine. No face is watched."
    )


def test_a_voice_that_cannot_follow_to_the_chosen_speaker_says_where_it_is_heard(window: Window):
    window.show_state(State(screen=Screen.DEVICES), NOW)
    assert shown(window, "voice_hint") == ""
    window.show_voice_elsewhere(True)
    assert "heard on the system's own speaker" in shown(window, "voice_hint")
    window.show_voice_elsewhere(False)
    assert shown(window, "voice_hint") == ""


def test_where_the_system_s_voice_reads_the_volume_says_from_when_it_counts(window: Window):
    window.show_state(asking(0), NOW)
    window.question.voice.explain_volume()
    assert "next text" in find(window, "volume_slider").toolTip()
    assert "next text" in find(window, "volume_slider").accessibleDescription()
