"""Whatever happens in whatever order, the flow holds."""

from hypothesis import given
from hypothesis import strategies as st

from client import exam
from client.exam import Append, Now, Problem, State, step
from shared.events import (
    AnswerDone,
    AnswerTranscribed,
    RecordClosed,
    SystemNoted,
)
from shared.lifecycle import Status
from shared.policy import Policy
from tests.client.exam.story import (
    CLAIM,
    PICTURE,
    SOUND,
    SPOKEN,
    START_MS,
    WRITTEN,
    at,
    at_consent,
    at_devices,
    at_first_question,
    at_written,
    grant,
    started,
)

FACTS = st.sampled_from(
    [
        *CLAIM,
        exam.InviteChanged(),
        exam.Granted(grant(), "https://example.com"),
        exam.DevicesChecked(()),
        exam.GazeBegun(exam.Place(300, 200, 0, 0, 300, 200)),
        exam.GazeAimed(0, 1.0),
        exam.GazeAimed(1, 0.5),
        exam.GazeFitted(exam.Fit(calibrated=False, reason="x")),
        exam.GazeLeft(),
        exam.ConsentAgreed(1, "d" * 64),
        exam.SelfieAsked(),
        exam.SelfieTaken(""),
        exam.SelfieAccepted(),
        exam.SelfieTaken("dark", usable=False),
        exam.SelfieStored(PICTURE),
        exam.LightWished(),
        exam.LightSkipped(),
        exam.LightJudged("ok", 0.9),
        exam.RecordPressed(),
        exam.RecordingStarted(),
        exam.StopPressed(),
        exam.TakeEnded(),
        exam.VoiceStored(SOUND),
        exam.VoiceJudged(PICTURE, "tiny"),
        exam.VoiceJudged(reason="too quiet"),
        exam.StartPressed(),
        exam.StartAnswered(started()),
        exam.Typed(WRITTEN, "text"),
        exam.Typed(WRITTEN, "more text"),
        exam.DonePressed(),
        exam.QuestionWished(0),
        exam.QuestionWished(1),
        exam.QuestionWished(2),
        exam.FlagToggled(),
        exam.HandInWished(),
        exam.Corrected(SPOKEN, "hallo"),
        exam.MachineSpoke(begun=True),
        exam.MachineSpoke(begun=False),
        exam.ReadAgainPressed(),
        exam.Ticked(),
        exam.ChunkStored(SPOKEN, 1, 1, SOUND, 900),
        exam.Transcribed(AnswerTranscribed(question=SPOKEN, take=1, text="hello")),
        exam.SystemHappened(SystemNoted(what="network_lost")),
        exam.SystemHappened(SystemNoted(what="network_back")),
        exam.SystemHappened(SystemNoted(what="camera_lost")),
        exam.ProctorFinished(),
        exam.UploadMoved(3, 1),
        exam.Uploaded(),
        exam.HandedIn(Status.COMPLETED),
        exam.Failed("record", Problem("x", "x", "x")),
        exam.Failed("finish", Problem("x", "x", "x")),
        exam.Resumed(),
    ]
)
STARTS = st.sampled_from(["new", "devices", "gaze", "lit", "question", "written", "free"])


@given(start=STARTS, facts=st.lists(st.tuples(FACTS, st.integers(0, 60_000)), max_size=40))
def test_whatever_happens_in_whatever_order_the_flow_holds(
    start: str, facts: list[tuple[exam.Input, int]]
):
    state = {
        "new": State,
        "devices": at_devices,
        "gaze": lambda: at_devices(Policy()),
        "lit": lambda: at_consent(Policy(light_challenge=True)),
        "question": at_first_question,
        "written": at_written,
        "free": lambda: at_first_question(Policy(calibrate_gaze=False, navigation="free")),
    }[start]()
    ms, left, ticked, closed = 0, 10**9, 0, 0
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
            # A restart gives back what passed since the clock was last saved, worked or not.
            forgets = exam.REANCHOR_MS if isinstance(fact, exam.Resumed) else 0
            # A gap since the last tick is given back, whatever was shown in between.
            ticks = isinstance(fact, exam.Ticked)
            assert now_left <= max(ticked, left + forgets)
            left, ticked = now_left, now_left if ticks else ticked
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
