"""The candidate's flow up to any moment of it: states and facts that the tests share."""

from client import exam
from client.exam import Append, Now, Screen, State, step
from shared.clock import utc_text
from shared.events import (
    Artifact,
    CheckDone,
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
    """Without the gaze calibration, unless the policy says so: its tests are their own."""
    policy = policy or Policy(calibrate_gaze=False)
    granted = exam.Granted(grant(policy, accommodations), "https://example.com", "Linux")
    return run(State(), *CLAIM, granted)[0]


def at_consent(policy: Policy | None = None, accommodations: Accommodations | None = None) -> State:
    checked = exam.DevicesChecked((CheckDone(device="camera", outcome="ok"),))
    state, _ = run(at_devices(policy, accommodations), checked, exam.GazeLeft())
    assert state.screen is Screen.CONSENT
    return state


def at_first_question(policy: Policy | None = None) -> State:
    state, _ = run(
        at_consent(policy),
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
        exam.VoiceJudged(),
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
