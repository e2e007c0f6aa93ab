"""The command line, as processes and as calls."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.__main__ import main
from server.auth.passwords import check_password
from server.db import open_database
from server.main import create_app
from server.models import AuditLog, InterviewSession, Question, QuestionPaper, User
from server.settings import Settings, read_settings
from tests.server.document import document

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(tmp_path / "data"))
    return read_settings()


def all_of(settings: Settings, table) -> list:
    database = open_database(settings)
    with database.read() as session:
        found = list(session.exec(select(table)))
    database.close()
    return found


def test_migrate_makes_the_schema(environ: Settings, capsys) -> None:
    assert main(["migrate"]) == 0
    assert all_of(environ, User) == []


def test_first_super_admin_comes_from_standard_input(environ, monkeypatch, capsys) -> None:
    call = ["create-super-admin", "--email", "Root@Example.org", "--name", "Rosa"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("a good long password\n"))
    assert main(call) == 0
    user = all_of(environ, User)[0]
    assert (user.email, user.role) == ("root@example.org", "super_admin")
    assert check_password("a good long password", user.password_hash)
    monkeypatch.setattr(sys, "stdin", io.StringIO("a good long password\n"))
    assert main(call) == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    assert main(call) == 2
    said = capsys.readouterr()
    assert "has an account already" in said.err
    assert "at least 12" in said.err
    assert "a good long password" not in said.out + said.err


def test_seed_prints_one_line_and_a_new_invite_each_time(environ, capsys) -> None:
    assert main(["seed", "--demo"]) == 0
    assert main(["seed", "--demo", "--invite-minutes", "5"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert set(first) == {"email", "password", "paper", "session", "invite_url"}
    assert first["paper"] == second["paper"]
    assert first["session"] != second["session"]
    assert re.fullmatch(r"http://127\.0\.0\.1:8080/i#[\w-]{43}", second["invite_url"])
    questions = sorted(all_of(environ, Question), key=lambda q: q.position)
    assert [q.kind for q in questions] == ["spoken", "spoken", "written", "coding"]
    (paper,) = all_of(environ, QuestionPaper)
    assert sum(q.time_limit_s for q in questions) <= paper.duration_s
    assert len(all_of(environ, InterviewSession)) == 2
    user = all_of(environ, User)[0]
    assert check_password(second["password"], user.password_hash)


def test_openapi_is_written_the_same_each_time(environ, tmp_path: Path, capsys) -> None:
    assert main(["openapi", "--out", str(tmp_path / "a.json")]) == 0
    assert main(["openapi"]) == 0
    text = (tmp_path / "a.json").read_text()
    assert capsys.readouterr().out == text
    assert json.loads(text) == json.loads(json.dumps(document()))


def test_committed_document_is_up_to_date() -> None:
    kept = json.loads((ROOT / "server/dashboard/openapi.json").read_text())
    assert kept == json.loads(json.dumps(document())), "run: python -m server openapi --out …"


def test_unfit_setting_and_missing_server_end_with_a_sentence(monkeypatch, capsys) -> None:
    monkeypatch.setenv("INVIGIL_PORT", "1")
    assert main(["health"]) == 1
    assert "does not answer" in capsys.readouterr().err
    monkeypatch.setenv("INVIGIL_PORT", "x")
    assert main(["health"]) == 2
    assert "INVIGIL_PORT" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_run_says_where_it_listens_and_ends_cleanly(tmp_path: Path, number: int) -> None:
    server = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "server", "run", "--port", "0"],
        env=os.environ | {"INVIGIL_DATA_DIR": str(tmp_path)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        line = server.stdout.readline()
        address = re.fullmatch(r"Invigil listens on (http://127\.0\.0\.1:\d+)\n", line)[1]
        assert httpx.get(f"{address}/readyz").status_code == 200
        if number == signal.SIGTERM:  # once is enough for 2 s of a core
            # It was started without the fields' texts, and tells them all the same.
            kept = json.loads((ROOT / "server/dashboard/openapi.json").read_text())
            assert httpx.get(f"{address}/openapi.json", timeout=60).json() == kept
        started = time.monotonic()
        server.send_signal(number)
        assert server.wait(10) == 0
        assert time.monotonic() - started < 5
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
        server.stdout.close()


def test_port_in_use_ends_with_a_sentence(environ, capsys) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    assert f"port {port}" in capsys.readouterr().err


def test_emptying_the_database_wants_its_name_typed(environ, monkeypatch, capsys) -> None:
    assert main(["seed", "--demo"]) == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert main(["reset-db"]) == 1
    assert len(all_of(environ, QuestionPaper)) == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("invigil.sqlite3\n"))
    assert main(["reset-db"]) == 0
    assert all_of(environ, QuestionPaper) == all_of(environ, User) == []
    assert "type invigil.sqlite3" in capsys.readouterr().out


def test_production_is_not_emptied_without_saying_so(environ, monkeypatch, capsys) -> None:
    monkeypatch.setenv("INVIGIL_ENVIRONMENT", "production")
    monkeypatch.setenv("INVIGIL_PUBLIC_URL", "https://i.example")
    monkeypatch.setattr(sys, "stdin", io.StringIO("invigil.sqlite3\n" * 2))
    assert main(["reset-db"]) == 2
    assert "--yes-in-production" in capsys.readouterr().err
    assert main(["reset-db", "--yes-in-production"]) == 0


def test_every_command_says_what_it_is_for(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    commands = re.findall(r"^    ([a-z-]+) ", capsys.readouterr().out, re.MULTILINE)
    assert {"run", "migrate", "reset-db", "backup", "restore", "health", "openapi"} <= {*commands}
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert "usage: invigil-server" in capsys.readouterr().out


def test_a_full_seed_has_an_admin_for_each_scope_and_a_week(environ, monkeypatch, capsys) -> None:
    assert main(["seed", "--full"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert sorted(email.partition("@")[0] for email in line["users"]) == [
        *("author", "proctor", "reviewer", "scheduler")
    ]
    users = {user.email: user for user in all_of(environ, User)}
    for email, password in line["users"].items():
        assert users[email].scopes == email.partition("@")[0]
        assert check_password(password, users[email].password_hash)
    assert len(all_of(environ, InterviewSession)) == line["interviews"] > 5
    app = create_app(environ, background=False)
    with TestClient(app, base_url=environ.url) as http:
        secret = {"email": line["email"], "password": line["password"]}
        token = http.post("/api/auth/login", json=secret).json()["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        held = http.get("/api/admin/results").json()["items"]
        assert {one["status"] for one in held} >= {"completed"}
        over = [one for one in held if one["status"] == "completed"]
        assert len(over) == 2
        assert all(one["points"] > 0 for one in over)
        assert len({one["points"] for one in over}) == 2, "one went better than the other"
        assert [one["high"] for one in over if one["candidate_name"] == "Jonas Weber"] == [1]
        tiles = http.get("/api/admin/live-status").json()
        assert "Priya Raman" in json.dumps(tiles)
    app.state.parts.database.close()
    monkeypatch.setenv("INVIGIL_ENVIRONMENT", "production")
    monkeypatch.setenv("INVIGIL_PUBLIC_URL", "https://i.example")
    assert main(["seed", "--users"]) == 2


def test_sample_questions_belong_to_the_first_super_admin(environ, monkeypatch, capsys) -> None:
    assert main(["seed", "--questions"]) == 1
    assert "create-super-admin" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO("a long enough password\n"))
    assert main(["create-super-admin", "--email", "root@example.org", "--name", "R"]) == 0
    capsys.readouterr()
    assert main(["seed", "--questions"]) == 0
    [paper] = all_of(environ, QuestionPaper)
    assert json.loads(capsys.readouterr().out) == {"paper": paper.id}
    assert paper.owner_id == all_of(environ, User)[0].id
    assert len(all_of(environ, Question)) == 4


def test_a_lost_sign_in_is_reset_from_the_command_line_and_written_down(
    environ, monkeypatch, capsys
) -> None:
    for call, password in (
        (["create-super-admin", "--email", "root@example.org", "--name", "R"], "the lost password"),
        (["reset-sign-in", "--email", "Root@example.org"], "the new password"),
    ):
        monkeypatch.setattr(sys, "stdin", io.StringIO(password + "\n"))
        assert main(call) == 0
    user = all_of(environ, User)[0]
    assert check_password("the new password", user.password_hash)
    noted = all_of(environ, AuditLog)[-1]
    assert (noted.actor, noted.action) == ("operator", "user.sign_in_reset")
    for email, password, status in (
        ("nobody@example.org", "the new password", 1),
        ("root@example.org", "short", 2),
    ):
        monkeypatch.setattr(sys, "stdin", io.StringIO(password + "\n"))
        assert main(["reset-sign-in", "--email", email]) == status
    said = capsys.readouterr()
    assert "the new password" not in said.out.replace("with the new password alone", "") + said.err
