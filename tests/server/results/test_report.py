"""The report says what was answered, decided and seen, in any script, and does nothing else."""

import io
import json
import os
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession, ProctoringEvent
from server.results import told
from server.results.fonts import Fonts, find
from server.results.report import MAX_SIGNALS
from server.results.sheet import Sheet
from shared.events import (
    AnswerRevised,
    Calibrated,
    SignalKind,
    SystemNoted,
)
from tests.server.privacy.done import Finished
from tests.server.support import START, Clock

HOSTILE = "</p><script>alert(1)</script> =cmd|' /C calc'!A0 (\\) Tj ET %PDF \u202egnp.exe"


@pytest.fixture
def finished(client: TestClient, parts: Parts, admin: Person) -> Finished:
    return Finished(client, parts, admin)


def words(content: bytes) -> str:
    return re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in read(content).pages))


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def test_a_report_has_the_candidate_the_answers_the_decisions_and_the_fingerprints(
    finished: Finished, admin_client: TestClient, clock: Clock, db: Session
):
    clock.advance(minutes=3)
    override = {"question": finished.invited.spoken, "points": 7.5, "reason": "Listened: clear."}
    answer = admin_client.patch(finished.url, json={"overrides": [override], "note": "Calm."})
    assert answer.status_code == 200
    answer = admin_client.get(f"{finished.url}/report.pdf")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert "no-store" in answer.headers["cache-control"]
    said = words(answer.content)
    for expected in (
        "Grace Example",
        "grace@example.org",
        "Backend engineer, version 1",
        "Europe/Vienna",
        "17.5 of 20",
        "Listened: clear.",
        "Ada Admin",
        "trades memory for time",
        "More than one face",
        "False alarms were not measured",
        "a person decides",
        finished.machine.head.hash,
        "Calm.",
        "Page 1 of",
    ):
        assert expected in said, expected
    actions = [row.action for row in db.exec(select(AuditLog)).all()]
    assert "report.downloaded" in actions
    db.commit()


def test_the_same_state_makes_the_same_bytes(finished: Finished, admin_client: TestClient):
    first = admin_client.get(f"{finished.url}/report.pdf").content
    assert admin_client.get(f"{finished.url}/report.pdf").content == first


def test_names_in_any_script_and_hostile_text_are_drawn_and_never_read(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    finished = Finished(client, parts, admin, finish=False)
    machine = finished.machine
    machine.append(
        AnswerRevised(question=finished.invited.written, revision=2, text=HOSTILE, at_ms=9000)
    )
    machine.append(
        SystemNoted(what="detector_off", detail="The voice model is missing <b>here</b>.")
    )
    machine.append(
        Calibrated(outcome="poor", error_mdeg=9000, points=9, held_out=4, reason="Too far off.")
    )
    machine.sync()
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, finished.id)
        interview.candidate_name = "محمد أبو زيد · Ђорђе Ελένη שלום 王小明 \U0001f600"
        interview.accommodations_json = json.dumps({"nystagmus": True, "extra_time_percent": 25})
    content = admin_client.get(f"{finished.url}/report.pdf").content
    said = words(content)
    assert "Ђорђе Ελένη" in said
    assert "<script>alert(1)</script>" in said
    assert "\u202e" not in said
    assert "The voice model is missing <b>here</b>." in said
    assert "missed by 9.0°" in said
    assert "25 % more time; The gaze is not judged" in said
    reader = read(content)
    assert "/OpenAction" not in str(reader.trailer["/Root"]) or "/JS" not in str(
        reader.trailer["/Root"]
    )
    assert not any("/Annots" in page for page in reader.pages)


def test_without_any_font_a_report_is_still_made_and_says_so(
    finished: Finished, admin_client: TestClient, parts: Parts, tmp_path: Path
):
    assert find(str(tmp_path)) == Fonts(None, None, None, ())
    sheet = Sheet(Fonts(None, None, None, ()), foot="x", at=START, title="王")
    sheet.add_page()
    sheet.paragraph("Grüße 王 Ђ", bold=True)
    sheet.grid(("A", "B"), (50, 50), [("1", "2")])
    assert sheet.lacking
    assert "Grüße ? ?" in words(bytes(sheet.output()))


def test_fonts_are_taken_from_the_folders_that_the_setting_names(tmp_path: Path):
    system = find("")
    if system.text is None:
        pytest.skip("this machine has no font that reports use: apt install fonts-dejavu-core")
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / system.text.name).symlink_to(system.text)
    found = find(os.pathsep.join([str(tmp_path / "none"), str(folder)]))
    assert found.text == folder / system.text.name


def test_every_signal_has_a_name_and_says_how_sure_it_is():
    assert set(told.LABELS) == set(told.HOW_SURE) == set(SignalKind)
    everything = " ".join([*told.LABELS.values(), *told.HOW_SURE.values(), told.DECIDES]).lower()
    for word in ("emotion", "honest", "cheat", "suspicious", "attention", "lying"):
        assert word not in everything


def test_a_report_of_somebody_elses_interview_is_not_found(
    finished: Finished, other_client: TestClient
):
    assert other_client.get(f"{finished.url}/report.pdf").status_code == 404
    assert other_client.get(f"{finished.url}/record.zip").status_code == 404


def test_of_many_signals_all_are_counted_and_the_gravest_are_listed(
    finished: Finished, admin_client: TestClient, parts: Parts, clock: Clock
):
    session = finished.url.rpartition("/")[2]
    with parts.database.write() as db:
        for seq in range(1000, 1150):
            db.add(
                ProctoringEvent(
                    session_id=session,
                    seq=seq,
                    kind="signal.opened",
                    signal="gaze_away" if seq % 10 else "second_person",
                    severity="low" if seq % 10 else "high",
                    onset_ms=seq * 1000,
                    at_ms=seq * 1000,
                    received_at=clock.now,
                )
            )
    said = words(admin_client.get(f"{finished.url}/report.pdf").content)
    listed = re.findall(r"signals opened\. Listed below are (\d+)", said)
    assert listed == [str(MAX_SIGNALS)]
    assert f"{told.label('second_person')} 15 0 0 0 15" in said
    assert f"{told.label('gaze_away')} 0 0 135 0 135" in said
    # The last grave one is listed although the list is full before it comes.
    assert told.clock(1_140_000) in said
    assert told.clock(1_149_000) not in said
