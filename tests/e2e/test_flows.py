"""The three flows, each from its first cause to what a person sees, with the real programs.

One interview by the scripted candidate serves all three, because a person takes only one too.
"""

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from client.lockdown.probes.answer import PROBES
from tests.e2e import demo as demo_module
from tests.e2e.demo import Demo

pytestmark = [pytest.mark.e2e, pytest.mark.display, pytest.mark.timeout(300)]


@dataclass
class AdminsScreen:
    """What the dashboard's WebSocket delivered."""

    frames: list[dict[str, Any]] = field(default_factory=list)

    def listen(self, demo: Demo) -> threading.Thread:
        """Opens the socket as a signed-in browser does, and keeps every frame."""
        with demo.admin() as admin:
            cookie = "; ".join(f"{name}={value}" for name, value in admin.cookies.items())
        url = f"{demo.url.replace('http', 'ws')}/api/admin/ws/dashboard"
        opened = threading.Event()

        def read() -> None:
            with (
                contextlib.suppress(ConnectionClosed),
                connect(url, additional_headers={"Cookie": cookie}, origin=demo.url) as socket,
            ):
                while True:
                    self.frames.append(json.loads(socket.recv()))
                    opened.set()

        thread = threading.Thread(target=read)
        thread.start()
        assert opened.wait(20), "no snapshot came over the dashboard's socket"
        return thread


@dataclass(frozen=True)
class Interview:
    """One whole interview, after its end."""

    demo: Demo
    report: dict[str, Any]
    screen: AdminsScreen


STALLED_FPS = 7
"""Below this over three seconds the machine itself stood still: no test of the detectors."""


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interview]:
    """One interview; a second one where this machine stalled while the first was watched.

    The same episodes are checked frame by frame, without a clock, in client/proctor/test_replays.
    """
    with contextlib.ExitStack() as stack:
        for _ in range(2):
            held = stack.enter_context(contextlib.ExitStack())
            done = _take(tmp_path_factory.mktemp("interview"), held)
            if done.report["face_fps"]["least"] >= STALLED_FPS:
                break
            held.close()
        yield done


def _take(folder: Path, stack: contextlib.ExitStack) -> Interview:
    report = folder / "report.json"
    options = demo_module.parsed(["--headless", "--report", str(report)])
    screen = AdminsScreen()
    after_the_server = stack.enter_context(contextlib.ExitStack())
    demo = stack.enter_context(Demo(folder))
    after_the_server.callback(screen.listen(demo).join, 10)
    status = demo_module.run_headless(demo, options)
    assert status == 0, report.read_text() if report.exists() else "no report"
    return Interview(demo, json.loads(report.read_text()), screen)


def test_an_invite_becomes_a_session_that_ends_completed(interview: Interview) -> None:
    statuses = [step["status"] for step in interview.report["lifecycle"]]
    assert statuses == [
        "invited",
        "link_accessed",
        "authenticated",
        "selfie_uploaded",
        "enrollment",
        "interview_active",
        "completed",
    ]


def test_the_invite_opens_nothing_a_second_time(interview: Interview) -> None:
    token = interview.demo.seeded["invite_url"].split("#")[1]
    claim = {"token": token, "public_key": "A" * 43, "client_version": "0.1.0", "protocol": 1}
    answer = httpx.post(f"{interview.demo.url}/api/interview/claim", json=claim)
    assert (answer.status_code, answer.json()["code"]) == (409, "invite_used")


def test_frames_become_events_that_match_the_script(interview: Interview) -> None:
    match = interview.report["match"]
    assert [one["kind"] for one in match["found"]] == [
        "face_absent",
        "second_face",
        "head_turned",
        "liveness",
    ]
    assert match["missed"] == []
    assert match["false"] == []


def test_every_look_at_the_computer_is_on_record_and_ends_nothing(interview: Interview) -> None:
    looks = [e["detail"] for e in interview.report["events"] if e["kind"] == "probe"]
    first = {one["probe"]: one["outcome"] for one in reversed(looks)}
    assert set(first) == set(PROBES)
    # What else runs on this machine, and how full its disk is, is no matter of this test.
    for name in ("displays", "typing", "clock"):
        assert first[name] == "ok", looks


def test_events_reach_the_admins_screen_while_the_interview_runs(interview: Interview) -> None:
    assert interview.screen.frames[0]["type"] == "snapshot"
    seen = [event for frame in interview.screen.frames[1:] for event in frame["events"]]
    opened = [event["signal"] for event in seen if event["kind"] == "signal.opened"]
    assert opened == ["face_absent", "second_face", "head_turned", "liveness"]
    states = [tile["status"] for frame in interview.screen.frames for tile in frame["sessions"]]
    assert "interview_active" in states


def test_evidence_is_a_picture_that_opens(interview: Interview) -> None:
    signals = [e for e in interview.report["events"] if e["kind"] == "signal.opened"]
    pictures = [sha for event in signals for sha in event["evidence"]]
    assert pictures
    session = interview.demo.seeded["session"]
    with interview.demo.admin() as admin:
        for sha in pictures:
            answer = admin.get(f"/admin/result/{session}/evidence/{sha}")
            assert answer.content[:2] == b"\xff\xd8"


def test_answers_become_provisional_scores_with_quotes(interview: Interview) -> None:
    scores = {one["position"]: one for one in interview.report["result"]["answers"]}
    answers = {one["position"]: one for one in interview.report["answers"]}
    assert len(scores) == 4
    for position, answer in answers.items():
        # Code is scored by its tests where this machine can make boxes for it.
        run = answer["kind"] == "coding" and interview.demo.runs_code
        assert scores[position]["grader"] == ("tests" if run else "baseline")
        if run:
            assert scores[position]["points"] == scores[position]["max_marks"]
        if answer["kind"] == "spoken":
            assert scores[position]["points"] is None
            assert "person" in answer["transcript_reason"]
        else:
            assert scores[position]["points"] > 0
            assert scores[position]["state"] == "provisional"


def test_spoken_answers_can_be_played(interview: Interview) -> None:
    session = interview.demo.seeded["session"]
    with interview.demo.admin() as admin:
        result = admin.get(f"/admin/result/{session}").json()
        spoken = [a for a in result["answers"] if a["question"]["kind"] == "spoken"]
        for answer in spoken:
            path = f"/admin/result/{session}/audio/{answer['question']['id']}"
            assert admin.get(path).content[:4] == b"OggS"
    assert len(spoken) == 2


def test_nothing_is_lost_or_doubled_between_spool_and_server(interview: Interview) -> None:
    record = interview.report["record"]
    assert record["lost"] == record["doubled"] == 0
    assert record["client"] == record["server"] > 20


def test_the_report_names_models_and_what_was_off(interview: Interview) -> None:
    faces = [model for model in interview.report["models"] if model["name"] == "face"]
    assert len(faces[0]["sha256"]) == 64
    assert any("speech" in reason.lower() for reason in interview.report["off"])
    assert interview.report["seconds"] < 180


@pytest.mark.samples
@pytest.mark.sound
def test_a_real_recording_goes_through_to_completed(demo: Demo, samples: Path) -> None:
    report = demo.folder / "report.json"
    clip = samples / "gaze_video" / "center_left_center.mp4"
    speech = next((samples / "speech_misc" / "faster_whisper").glob("jfk.flac"))
    asked = ["--headless", "--report", str(report), "--candidate", str(clip)]
    options = demo_module.parsed([*asked, "--speech", str(speech)])
    assert demo_module.run_headless(demo, options) == 0
    told = json.loads(report.read_text())
    assert told["lifecycle"][-1]["status"] == "completed"
    assert told["record"]["lost"] == told["record"]["doubled"] == 0
    assert told["problems"] == []
