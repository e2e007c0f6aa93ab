"""A database with a year of interviews in it, for whoever measures how it is read.

One rule: what the interface can make is made by the interface; only the million events are
multiplied in SQL, from the shape of real ones.
"""

import json
import os
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Connection

INTERVIEWS = 1000
EVENTS = int(os.environ.get("INVIGIL_BENCH_EVENTS", "1000000"))
RUNNING = 40
"""As many are on at once; three quarters of the others are over."""


@dataclass
class Year:
    """What the database holds, by what a path asks for."""

    headers: dict[str, str]
    """Of a super admin who has just signed in."""
    user: str
    paper: str
    version: int
    """One of the paper's that interviews use."""
    question: str
    team: str
    session: str
    """The interview that was really held; it has sound and a picture."""
    spoken: str
    evidence: str
    invite: str
    lease: str
    sessions: list[str] = field(default_factory=list)


def fill(folder: Path, url: str) -> Year:
    """Makes the schema and everything in it; about two minutes."""
    from fastapi.testclient import TestClient

    from server.auth.people import Role
    from server.db import open_database
    from server.main import create_app
    from server.migrations import run
    from server.settings import read_settings
    from tests.server.support import add_person, bearer

    limits = {"api_per_minute": 0, "lease_per_minute": 0, "address_per_minute": 0}
    settings = read_settings({}, data_dir=folder, database_url=url, **limits)
    database = open_database(settings)
    run.upgrade(database.engine)
    database.close()
    app = create_app(settings, background=False)
    parts = app.state.parts
    person = add_person(parts, "no password", role=Role.SUPER_ADMIN, email="root@example.org")
    headers = bearer(parts, person)
    with TestClient(app, base_url=settings.url, headers=headers) as client:
        paper, question = _paper(client)
        team = _made(client.post("/api/admin/teams", json={"name": "Backend"}))["id"]
        invited = _invite_all(client, paper, parts.now())
        used = _made(client.get(f"/api/admin/papers/{paper}/versions"))
        held = _hold(client, invited[0]["invite_url"].partition("#")[2], parts.now())
        with parts.database.engine.begin() as connection:
            _multiply(connection, held["session"])
    return Year(
        headers=headers,
        user=person.id,
        paper=paper,
        version=used["items"][0]["version"],
        question=question,
        team=team,
        invite=invited[1]["invite_url"].partition("#")[2],
        sessions=[each["interview"] for each in invited],
        **held,
    )


def _made(answer: Any) -> Any:
    if answer.status_code not in (200, 201):
        raise RuntimeError(f"{answer.request.url}: {answer.text}")
    return answer.json()


def _paper(client: Any) -> tuple[str, str]:
    wanted = {"title": "Backend", "duration_s": 3600, "policy": {"thumbnails": True}}
    paper = _made(client.post("/api/admin/papers", json=wanted))
    at = f"/api/admin/papers/{paper['id']}/questions"
    for kind in ("spoken", "written") * 5:
        asked = {"kind": kind, "prompt": "What does a cache do?", "marks": 10, "time_limit_s": 300}
        question = _made(client.post(at, json=asked | {"expected_answer": "It keeps results."}))
    return paper["id"], question["id"]


def _invite_all(client: Any, paper: str, now: Any) -> list[dict[str, Any]]:
    window = f"{now - timedelta(hours=1):%Y-%m-%dT%H:%MZ},{now + timedelta(days=7):%Y-%m-%dT%H:%MZ}"
    lines = ["name,email,opens_at,closes_at"]
    lines += [f"Casey {n},casey{n}@example.org,{window}" for n in range(INTERVIEWS)]
    asked = {"paper_id": paper, "commit": "true"}
    content = "\n".join(lines).encode()
    kind = {"Content-Type": "application/octet-stream"}
    view = _made(
        client.post("/api/admin/interviews/bulk", params=asked, content=content, headers=kind)
    )
    return view["rows"]


def _hold(client: Any, token: str, now: Any) -> dict[str, str]:
    """One interview by a real candidate's machine, with a picture and a recording."""
    from shared.events import AnswerChunk, ConsentGiven, SegmentStarted, SignalOpened, StatusReached
    from shared.lifecycle import Status
    from tests.server.candidate_machine import CandidateMachine

    machine = CandidateMachine(client, token, now=now)
    grant = machine.claim()
    machine.append(SegmentStarted(segment=1, client_version="0.1.0"))
    machine.append(StatusReached(status=Status.AUTHENTICATED))
    machine.append(ConsentGiven(version=1, text_sha256="a" * 64))
    machine.sync()
    machine.selfie(machine.put_blob(b"a picture", "image/jpeg"))
    machine.append(StatusReached(status=Status.ENROLLMENT))
    spoken = next(one.id for one in machine.start().exam.questions if one.kind == "spoken")
    picture = machine.put_blob(b"\xff\xd8" + bytes(20_000), "image/jpeg")
    opened: dict[str, Any] = {"signal": "face_absent", "severity": "medium", "onset_ms": 1000}
    machine.append(SignalOpened(**opened, at_ms=3000, evidence=(picture,)))
    sound = machine.put_blob(b"OggS" + bytes(30_000), "audio/ogg")
    machine.append(AnswerChunk(question=spoken, take=1, part=1, audio=sound, duration_ms=9000))
    machine.sync()
    small = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
    path = f"/api/video/frame?session={machine.session}"
    headers = machine.headers("POST", "/api/video/frame", small) | {"Content-Type": "image/jpeg"}
    client.post(path, content=small, headers=headers).raise_for_status()
    return {
        "session": machine.session,
        "spoken": spoken,
        "evidence": picture.sha256,
        "lease": grant.token,
    }


def _multiply(connection: Connection, held: str) -> None:
    """The other interviews' states, answers, results and events."""
    opened = {"signal": "face_absent", "severity": "medium", "onset_ms": 1000, "at_ms": 3000}
    closed = {"signal": "face_absent", "onset_ms": 1000, "ended_ms": 5000, "at_ms": 5500}
    told = {
        "held": held,
        "running": RUNNING,
        "each": EVENTS // INTERVIEWS,
        "opened": json.dumps(opened),
        "closed": json.dumps(closed),
    }
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    for statement in _STATEMENTS:
        connection.execute(text(statement), told)
    connection.execute(text("ANALYZE"))


_STATEMENTS = (
    """
    CREATE TEMP TABLE chosen AS
    SELECT id, row_number() OVER (ORDER BY id) AS n FROM interview_sessions WHERE id <> :held
    """,
    """
    UPDATE interview_sessions s
    SET status = CASE WHEN n <= :running THEN 'interview_active' ELSE 'completed' END,
        started_at = now() - n * interval '8 hours',
        deadline_at = now() - n * interval '8 hours' + interval '1 hour',
        high_signals = 166, medium_signals = 167,
        finished_at = CASE WHEN n <= :running THEN NULL ELSE now() - n * interval '8 hours' END,
        updated_at = now() - n * interval '8 hours',
        created_at = now() - n * interval '8 hours',
        heartbeat_at = CASE WHEN n <= :running THEN now() END
    FROM chosen c WHERE c.id = s.id AND n <= 750
    """,
    """
    INSERT INTO answers (id, session_id, session_question_id, text, revision, takes,
      transcript_json, transcript_reason, done_reason, spent_ms, late)
    SELECT md5(q.id), q.session_id, q.id, repeat('It keeps results close. ', 20), 3, 0,
      '', '', 'done', 60000, false
    FROM session_questions q JOIN chosen c ON c.id = q.session_id AND n <= 750
    """,
    """
    INSERT INTO scores (id, session_id, answer_id, grader, grader_version, state, points_milli,
      max_marks, evidence_json, reason, created_by, created_at, input_sha256)
    SELECT md5(a.id), a.session_id, a.id, 'baseline', '1', 'provisional', 5000, 10, '[]', '',
      'server', now(), md5(a.id)
    FROM answers a JOIN chosen c ON c.id = a.session_id
    """,
    """
    INSERT INTO interview_results (id, session_id, total_milli, max_marks, state, note, updated_at)
    SELECT md5(c.id), c.id, 50000, 100, 'provisional', '', now() FROM chosen c WHERE n <= 750
    ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO proctoring_events (session_id, seq, kind, signal, severity, onset_ms, at_ms,
      ended_ms, body_json, received_at)
    SELECT s.id, g + 1000, CASE WHEN g % 2 = 1 THEN 'signal.opened' ELSE 'signal.closed' END,
      (ARRAY['face_absent', 'gaze_away', 'second_person', 'voice'])[1 + (g / 2) % 4],
      (ARRAY['low', 'medium', 'high'])[1 + (g / 2) % 3], g * 3000, g * 3000 + 2000, NULL,
      CASE WHEN g % 2 = 1 THEN :opened ELSE :closed END, now()
    FROM interview_sessions s, generate_series(1, :each) AS g
    """,
    """
    INSERT INTO event_counts (session_id, kind, name, severity, count)
    SELECT session_id, kind, signal, severity, count(*) FROM proctoring_events
    WHERE kind = 'signal.opened' GROUP BY session_id, kind, signal, severity
    ON CONFLICT (session_id, kind, name, severity) DO UPDATE SET count = excluded.count
    """,
)
