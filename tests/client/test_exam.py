"""The candidate's flow, two hours of it in milliseconds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import Append, Now, Problem, Screen, State, step
from shared.clock import utc_text
from shared.events import (
    AnswerChunk,
    AnswerDone,
    AnswerRevised,
    AnswerTranscribed,
    Artifact,
    CheckDone,
    RecordClosed,
    StatusReached,
    SystemNoted,
)
from shared.exam import Exam, ExamQuestion
from shared.lifecycle import Status
from shared.policy import Accommodations, Policy
from shared.session import GENESIS, Grant, InviteView, Started

SESSION = "a" * 32
SPOKEN, WRITTEN, CODING = "1" * 32, "2" * 32, "3" * 32
START_MS = 1_800_000_000_000
KEY = "A" * 43
PICTURE = Artifact(sha256="b" * 64, media_type="image/jpeg", size=10)
SOUND = Artifact(sha256="c" * 64, media_type="audio/ogg", size=10)

EXAM = Exam(
    title="Paper",
    duration_s=1000,
    questions=(
        ExamQuestion(id=SPOKEN, position=1, kind="spoken", prompt="Say.", time_limit_s=100),
        ExamQuestion(id=WRITTEN, position=2, kind="written", prompt="Write.", time_limit_s=300),
        ExamQuestion(
            id=CODING,
            position=3,
            kind="coding",
            prompt="Code.",
            time_limit_s=300,
            language="python",
            starter="def f():\n",
        ),
    ),
)


def at(seconds: float, *, boot: str = "one", wall_s: float = 0.0) -> Now:
    """That long after the start; `wall_s` moves the wall clock only."""
    ms = int(seconds * 1000)
    return Now(START_MS + ms + int(wall_s * 1000), 5_000_000 + ms, boot)


def utc(ms: int) -> str:
    from datetime import UTC, datetime

    return utc_text(datetime.fromtimestamp(ms / 1000, UTC))


def grant(policy: Policy | None = None, accommodations: Accommodations | None = None) -> Grant:
    return Grant(
        v=1,
        session=SESSION,
        token="t" * 43,
        nonce="n" * 16,
        segment=1,
        head=GENESIS,
        key=KEY,
        candidate_name="Ada",
        organisation="Example",
        exam=None,
        title="Paper",
        question_count=3,
        duration_s=1000,
        policy=policy or Policy(),
        accommodations=accommodations or Accommodations(),
        status=Status.LINK_ACCESSED,
        opens_at=utc(START_MS),
        closes_at=utc(START_MS + 3_600_000),
        zone="Europe/Berlin",
        server_time=utc(START_MS),
        kid="0" * 16,
        server_key=KEY,
    )


def started(server_ms: int = START_MS) -> Started:
    return Started(
        exam=EXAM,
        started_at=utc(START_MS),
        deadline_at=utc(START_MS + 1_000_000),
        server_time=utc(server_ms),
    )


def view() -> InviteView:
    whole = grant().model_dump()
    return InviteView.model_validate(whole | {"min_client": "0.1.0"})


def run(state: State, *facts: exam.Input, now: Now | None = None) -> tuple[State, list[object]]:
    """Steps through facts; answers the last state and everything ordered, rows as their bodies."""
    ordered: list[object] = []
    for fact in facts:
        state, effects = step(state, fact, now or at(0))
        ordered += [one.body if isinstance(one, Append) else one for one in effects]
    return state, ordered


CLAIM = (
    exam.InviteEntered("https://example.com/i#" + "x" * 43),
    exam.InviteAnswered(view()),
    exam.InviteConfirmed(),
)


def at_devices(policy: Policy | None = None, accommodations: Accommodations | None = None) -> State:
    granted = exam.Granted(grant(policy, accommodations), "https://example.com", "Linux")
    return run(State(), *CLAIM, granted)[0]


def at_first_question(policy: Policy | None = None) -> State:
    state, _ = run(
        at_devices(policy),
        exam.DevicesChecked((CheckDone(device="camera", outcome="ok"),)),
        exam.ConsentAgreed(1, "d" * 64),
        exam.SelfieAsked(),
        exam.SelfieTaken(""),
        exam.SelfieAccepted(),
        exam.SelfieStored(PICTURE),
        exam.RecordPressed(),
        exam.RecordingStarted(),
        exam.StopPressed(),
        exam.TakeEnded(),
        exam.VoiceStored(SOUND),
        exam.StartPressed(),
        exam.StartAnswered(started()),
    )
    assert state.screen is Screen.QUESTION
    return state


def at_written() -> State:
    state, _ = run(at_first_question(), exam.DonePressed())
    assert state.question is not None
    assert state.question.kind == "written"
    return state


def test_nothing_is_claimed_before_the_person_has_seen_whose_interview_it_is():
    state, ordered = run(State(), *CLAIM[:2])
    assert state.screen is Screen.WELCOME
    assert (state.organisation, state.title) == ("Example", "Paper")
    assert [type(one) for one in ordered] == [exam.CheckInvite]
    _, ordered = run(state, exam.InviteConfirmed())
    assert [type(one) for one in ordered] == [exam.Claim]


def test_a_refused_invite_says_its_sentence_and_can_be_corrected():
    refused = Problem("invite_expired", "This invite has run out.", "Ask for a new time.")
    state, _ = run(State(), CLAIM[0], exam.Failed("invite", refused))
    assert state.live.problem == refused
    state, ordered = run(state, exam.InviteChanged(), CLAIM[0])
    assert state.live.problem is None
    assert [type(one) for one in ordered] == [exam.CheckInvite]


def test_an_edited_invite_must_be_checked_again():
    state, _ = run(State(), *CLAIM[:2])
    state, ordered = run(state, exam.InviteChanged(), exam.InviteConfirmed())
    assert ordered == []


def test_the_claim_begins_the_record_and_forgets_the_secret():
    state, ordered = run(State(), *CLAIM, exam.Granted(grant(), "https://example.com"))
    assert state.invite == ""
    assert state.screen is Screen.DEVICES
    kinds = [type(one).__name__ for one in ordered]
    assert kinds == ["CheckInvite", "Claim", "SegmentStarted", "StatusReached", "OpenDevices"]


@pytest.mark.parametrize(
    ("policy", "accommodations", "after_consent", "phase"),
    [
        (Policy(), Accommodations(), Screen.SELFIE, "ready"),
        (Policy(selfie=False), Accommodations(), Screen.VOICE, "ready"),
        (Policy(), Accommodations(no_selfie=True), Screen.VOICE, "ready"),
        (
            Policy(),
            Accommodations(no_selfie=True, no_voice_sample=True),
            Screen.VOICE,
            "recorded",
        ),
        (Policy(selfie=False, voice_sample=False), Accommodations(), Screen.VOICE, "recorded"),
    ],
)
def test_policy_and_accommodations_skip_what_they_do_without(
    policy: Policy, accommodations: Accommodations, after_consent: Screen, phase: str
):
    state, _ = run(
        at_devices(policy, accommodations),
        exam.DevicesChecked(()),
        exam.ConsentAgreed(1, "d" * 64),
    )
    assert (state.screen, state.phase) == (after_consent, phase)
    _, ordered = run(state, exam.StartPressed())
    assert bool(ordered) == (phase == "recorded")


def test_a_poor_selfie_may_be_taken_again_before_it_is_used():
    state, _ = run(at_devices(), exam.DevicesChecked(()), exam.ConsentAgreed(1, "d" * 64))
    state, ordered = run(state, exam.SelfieAccepted())
    assert ordered == []
    state, ordered = run(state, exam.SelfieAsked(), exam.SelfieTaken("dark"), exam.SelfieAsked())
    assert [type(one) for one in ordered] == [exam.TakeSnapshot, exam.TakeSnapshot]
    state, ordered = run(state, exam.SelfieTaken(""), exam.SelfieAccepted())
    assert [type(one) for one in ordered] == [exam.SaveSelfie]


def test_the_start_opens_the_first_question_and_begins_watching():
    state, ordered = run(
        replace(at_first_question(), screen=Screen.VOICE, phase="recorded", clock=None),
        exam.StartPressed(),
        exam.StartAnswered(started()),
    )
    kinds = [type(one).__name__ for one in ordered]
    assert kinds == ["Start", "StatusReached", "BeginProctor", "QuestionOpened", "Speak"]
    assert ordered[1] == StatusReached(status=Status.INTERVIEW_ACTIVE)
    assert exam.question_left_ms(state, at(10)) == 90_000


def test_each_pause_in_typing_is_a_revision_and_the_same_text_is_none():
    state, ordered = run(
        at_written(),
        exam.Typed(WRITTEN, "An"),
        exam.Typed(WRITTEN, "An index"),
        exam.Typed(WRITTEN, "An index"),
        now=at(2),
    )
    assert [(one.revision, one.text) for one in ordered if isinstance(one, AnswerRevised)] == [
        (1, "An"),
        (2, "An index"),
    ]
    assert state.answer.text == "An index"


def test_text_for_another_question_changes_nothing():
    _, ordered = run(at_written(), exam.Typed(CODING, "x"))
    assert ordered == []


def test_done_in_mid_recording_waits_for_the_last_piece():
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    state, ordered = run(state, exam.DonePressed())
    assert ordered == [exam.StopRecording()]
    assert state.index == 0
    chunk = exam.ChunkStored(SPOKEN, 1, 1, SOUND, 900)
    state, ordered = run(state, chunk, exam.TakeEnded())
    kinds = [type(one) for one in ordered]
    assert kinds[:3] == [AnswerChunk, exam.Transcribe, AnswerDone]
    assert state.index == 1


def test_a_microphone_that_never_answers_holds_nobody_up():
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    state, _ = run(state, exam.DonePressed(), now=at(10))
    state, ordered = run(state, exam.Ticked(), now=at(14))
    assert ordered == []
    state, ordered = run(state, exam.Ticked(), now=at(16))
    assert any(isinstance(one, AnswerDone) for one in ordered)


@pytest.mark.parametrize("allowed", [True, False])
def test_recording_again_follows_the_policy(allowed: bool):
    state = at_first_question(Policy(rerecord=allowed))
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(state, *take)
    state, ordered = run(state, exam.RecordPressed())
    assert (exam.StartRecording(SPOKEN, 2) in ordered) is allowed


def test_a_recording_that_cannot_start_leaves_the_button_there():
    problem = Problem("no_microphone", "No microphone.", "Plug one in.")
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.Failed("record", problem))
    assert state.live.problem == problem
    _, ordered = run(state, exam.RecordPressed())
    assert any(isinstance(one, exam.StartRecording) for one in ordered)


def test_the_time_limit_ends_an_answer_and_opens_the_next():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "half"), now=at(50))
    assert exam.is_due(state, at(299.9)) is False
    assert exam.is_due(state, at(300)) is True
    state, ordered = run(state, exam.Ticked(), now=at(300))
    done = next(one for one in ordered if isinstance(one, AnswerDone))
    assert (done.reason, done.revision) == ("time_up", 1)
    assert state.live.note == "time_up:2"
    assert state.index == 2


def test_the_end_of_all_time_hands_in():
    state, _ = run(at_written(), exam.Ticked(), now=at(1001))
    assert state.screen is Screen.FINISH
    assert state.end == "time_up"


def test_only_the_monotonic_clock_counts_within_a_boot():
    state = at_written()
    assert exam.total_left_ms(state, at(100, wall_s=-5000)) == 900_000
    assert exam.total_left_ms(state, at(100, wall_s=+5000)) == 900_000


def test_a_clock_set_back_over_a_reboot_gives_no_time():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "x"), now=at(400))
    saved = exam.load(exam.dump(state))
    rebooted = Now(START_MS - 86_400_000, 1000, "two")
    assert exam.total_left_ms(saved, rebooted) == 600_000


def test_a_reboot_costs_the_time_it_took():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "x"), now=at(400))
    rebooted = Now(START_MS + 460_000, 1000, "two")
    assert exam.total_left_ms(exam.load(exam.dump(state)), rebooted) == 540_000


def test_the_server_corrects_the_clock_and_moves_the_deadline():
    state, _ = run(at_written(), exam.ServerHeard(START_MS + 130_000), now=at(100))
    assert exam.total_left_ms(state, at(100)) == 870_000
    later = exam.ServerHeard(START_MS + 130_000, START_MS + 1_300_000)
    state, _ = run(state, later, now=at(100))
    assert exam.total_left_ms(state, at(100)) == 1_170_000


def test_a_slow_receipt_does_not_give_time_back():
    state, _ = run(at_written(), exam.ServerHeard(START_MS + 97_000), now=at(100))
    assert exam.total_left_ms(state, at(100)) == 900_000


def test_a_killed_app_comes_back_to_question_text_and_clock():
    state, _ = run(at_written(), exam.Typed(WRITTEN, "half an answer"), now=at(60))
    back, ordered = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(70))
    assert back.question is not None
    assert (back.question.id, back.answer.text, back.answer.revision) == (
        WRITTEN,
        "half an answer",
        1,
    )
    assert exam.total_left_ms(back, at(70)) == 930_000
    kinds = [type(one).__name__ for one in ordered]
    assert kinds[:3] == ["SystemNoted", "OpenDevices", "BeginProctor"]
    begin = next(one for one in ordered if isinstance(one, exam.BeginProctor))
    assert begin.at_ms == 70_000


def test_a_kill_in_mid_recording_offers_another_take():
    state, _ = run(at_first_question(), exam.RecordPressed(), exam.RecordingStarted())
    back, _ = run(exam.load(exam.dump(state)), exam.Resumed(), now=at(70))
    assert back.phase == "recorded"
    _, ordered = run(back, exam.RecordPressed())
    assert exam.StartRecording(SPOKEN, 2) in ordered


def test_the_last_done_hands_in_after_proctor_and_transcripts():
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(at_first_question(), *take, *[exam.DonePressed()] * 3)
    assert (state.screen, state.closing) == (Screen.FINISH, "proctor")
    state, ordered = run(state, exam.ProctorFinished())
    assert ordered == []
    body = AnswerTranscribed(question=SPOKEN, take=1, text="hello", model="tiny")
    state, ordered = run(state, exam.Transcribed(body))
    assert ordered == [body, RecordClosed(reason="candidate", answers=1), exam.Flush()]
    state, ordered = run(state, exam.Uploaded())
    assert ordered == [exam.Finish("candidate")]
    state, _ = run(state, exam.HandedIn(Status.COMPLETED))
    assert state.closing == "done"


def test_nothing_follows_the_records_last_row():
    state, _ = run(at_first_question(), *[exam.DonePressed()] * 3, exam.ProctorFinished())
    assert state.closing == "upload"
    _, ordered = run(state, exam.SystemHappened(SystemNoted(what="network_lost")))
    assert ordered == []


def test_a_refused_hand_in_sends_what_is_missing_and_tries_again():
    state, _ = run(
        at_first_question(), *[exam.DonePressed()] * 3, exam.ProctorFinished(), exam.Uploaded()
    )
    problem = Problem("chain_gap", "Rows are missing.", "Send them.")
    state, ordered = run(state, exam.Failed("finish", problem))
    assert (state.closing, ordered) == ("upload", [exam.Flush()])


def test_transcripts_that_never_come_hold_the_hand_in_up_for_a_while_only():
    take = (exam.RecordPressed(), exam.RecordingStarted(), exam.StopPressed(), exam.TakeEnded())
    state, _ = run(at_first_question(), *take, *[exam.DonePressed()] * 3)
    state, ordered = run(state, exam.Ticked(), now=at(6))
    assert state.closing == "transcripts"
    state, ordered = run(state, exam.Ticked(), now=at(200))
    assert isinstance(ordered[0], AnswerTranscribed)
    assert state.closing == "upload"


@pytest.mark.parametrize("closing", ["proctor", "transcripts", "upload", "handing"])
def test_a_kill_while_handing_in_goes_on_handing_in(closing: exam.Closing):
    state = replace(at_first_question(), screen=Screen.FINISH, closing=closing)
    back, ordered = run(exam.load(exam.dump(state)), exam.Resumed())
    assert back.closing == "upload"
    closed = [one for one in ordered if isinstance(one, RecordClosed)]
    assert len(closed) == (closing in ("proctor", "transcripts"))


@pytest.mark.parametrize(
    ("lost", "back"),
    [
        ("camera_lost", "camera_back"),
        ("camera_lost", "camera_changed"),
        ("microphone_lost", "microphone_changed"),
        ("network_lost", "network_back"),
        ("disk_full", "disk_back"),
        ("proctor_lost", "proctor_back"),
    ],
)
def test_troubles_stand_until_they_pass_and_are_on_record(lost: str, back: str):
    gone = SystemNoted.model_validate({"what": lost})
    state, ordered = run(at_written(), exam.SystemHappened(gone))
    assert state.live.notices == (lost,)
    assert ordered == [gone]
    state, _ = run(state, exam.SystemHappened(SystemNoted.model_validate({"what": back})))
    assert state.live.notices == ()


def test_a_state_of_another_app_is_refused_with_a_reason():
    with pytest.raises(ValueError, match="does not fit"):
        exam.load(b"{}!")
    with pytest.raises(ValueError, match="version 99"):
        exam.load(exam.dump(replace(State(), v=99)))


FACTS = st.sampled_from(
    [
        *CLAIM,
        exam.InviteChanged(),
        exam.Granted(grant(), "https://example.com"),
        exam.DevicesChecked(()),
        exam.ConsentAgreed(1, "d" * 64),
        exam.SelfieAsked(),
        exam.SelfieTaken(""),
        exam.SelfieAccepted(),
        exam.SelfieStored(PICTURE),
        exam.RecordPressed(),
        exam.RecordingStarted(),
        exam.StopPressed(),
        exam.TakeEnded(),
        exam.VoiceStored(SOUND),
        exam.StartPressed(),
        exam.StartAnswered(started()),
        exam.Typed(WRITTEN, "text"),
        exam.Typed(WRITTEN, "more text"),
        exam.DonePressed(),
        exam.Ticked(),
        exam.ChunkStored(SPOKEN, 1, 1, SOUND, 900),
        exam.Transcribed(AnswerTranscribed(question=SPOKEN, take=1, text="hello")),
        exam.SystemHappened(SystemNoted(what="network_lost")),
        exam.SystemHappened(SystemNoted(what="network_back")),
        exam.ProctorFinished(),
        exam.UploadMoved(3, 1),
        exam.Uploaded(),
        exam.HandedIn(Status.COMPLETED),
        exam.Failed("record", Problem("x", "x", "x")),
        exam.Failed("finish", Problem("x", "x", "x")),
        exam.Resumed(),
    ]
)
STARTS = st.sampled_from(["new", "devices", "question", "written"])


@given(start=STARTS, facts=st.lists(st.tuples(FACTS, st.integers(0, 60_000)), max_size=40))
def test_whatever_happens_in_whatever_order_the_flow_holds(
    start: str, facts: list[tuple[exam.Input, int]]
):
    state = {
        "new": State,
        "devices": at_devices,
        "question": at_first_question,
        "written": at_written,
    }[start]()
    ms, left, closed = 0, 10**9, 0
    done: list[str] = []
    for fact, passed in facts:
        ms += passed
        state, effects = step(state, fact, at(ms / 1000))
        rows = [one.body for one in effects if isinstance(one, Append)]
        closed += sum(isinstance(row, RecordClosed) for row in rows)
        done += [row.question for row in rows if isinstance(row, AnswerDone)]
        assert exam.load(exam.dump(state)) == exam.persistent(state)
        now_left = exam.total_left_ms(state, at(ms / 1000))
        if now_left is not None:
            assert now_left <= left
            left = now_left
    assert len(done) == len(set(done))
    assert closed <= 1


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 100_000), st.booleans(), st.integers(-(10**9), 10**9)), max_size=20
    )
)
def test_no_clock_gives_time_beyond_what_a_reboot_may_forget(steps: list[tuple[int, bool, int]]):
    state, mono, boot, left = at_written(), 5_000_000, 0, 10**9
    for passed, reboots, wall in steps:
        mono += passed
        boot += reboots
        now = Now(START_MS + wall, mono, f"boot {boot}" if boot else "one")
        state, _ = step(state, exam.Ticked(), now)
        now_left = exam.total_left_ms(state, now)
        assert now_left is not None
        assert now_left <= left + (exam.REANCHOR_MS if reboots else 0)
        left = now_left
