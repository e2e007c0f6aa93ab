"""Settings from the environment, and what refuses to start."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.db import open_database
from server.setting_faults import unknown_name
from server.settings import BadSettings, Settings, read_settings

HERE = Path(__file__).resolve()
ENDINGS = (".py", ".ts", ".mjs", ".yaml", ".sh", ".example")
PRODUCTION = {
    "INVIGIL_ENVIRONMENT": "production",
    "INVIGIL_PUBLIC_URL": "https://interviews.example",
}


def test_defaults_are_a_loopback_server_on_sqlite() -> None:
    settings = read_settings({})
    assert settings.url == "http://127.0.0.1:8080"
    assert settings.database.startswith("sqlite:////")
    assert not settings.secure_cookies
    assert not settings.registration


def test_environment_is_read_and_arguments_win() -> None:
    environ = {"INVIGIL_PORT": "9000", "INVIGIL_ORGANISATION": "Ada Ltd", "REDIS_URL": "redis://x"}
    settings = read_settings(environ, port=9001, host=None)
    assert (settings.port, settings.organisation) == (9001, "Ada Ltd")
    assert settings.redis_url == "redis://x"


@pytest.mark.parametrize(
    "url", ["postgresql://h/db", "postgres://h/db", "postgresql+psycopg://h/db"]
)
def test_postgresql_is_reached_through_psycopg(url: str) -> None:
    assert read_settings({"DATABASE_URL": url}).database == "postgresql+psycopg://h/db"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"INVIGIL_PORT": "many"}, "INVIGIL_PORT"),
        ({"INVIGIL_PORT": "70000"}, "INVIGIL_PORT"),
        ({"INVIGIL_MIN_CLIENT": "0.2.0rc1"}, "INVIGIL_MIN_CLIENT"),
        ({"INVIGIL_ENVIRONMENT": "staging"}, "INVIGIL_ENVIRONMENT"),
        ({"INVIGIL_ENVIRONMENT": "production"}, "https://"),
        ({"INVIGIL_PUBLIC_URL": "http://interviews.example"}, "Use https://"),
        ({"INVIGIL_PUBLIC_URL": "interviews.example"}, "give it as https://"),
        ({"INVIGIL_SENDGRID_EVENTS_KEY": "not base64!"}, "INVIGIL_SENDGRID_EVENTS_KEY"),
        ({"INVIGIL_SENDGRID_EVENTS_KEY": "bm8ga2V5"}, "no verification key"),
        ({"INVIGIL_STT_MODEL": "/nowhere"}, "no model.bin"),
        ({"INVIGIL_USE_MODAL": "true"}, "INVIGIL_MODAL_URL"),
        (
            {
                "INVIGIL_USE_MODAL": "true",
                "INVIGIL_MODAL_URL": "http://gpu.example",
                "INVIGIL_MODAL_TOKEN": "x",
            },
            "must begin with https",
        ),
        ({"INVIGIL_METRICS_TOKEN": "short"}, "INVIGIL_METRICS_TOKEN is short"),
        ({"REDIS_URL": "http://redis:6379"}, "REDIS_URL begins with http: give it as redis://"),
        ({"DATABASE_URL": "garbage"}, "DATABASE_URL is no address"),
        ({"DATABASE_URL": "postgresql://"}, "DATABASE_URL is no address"),
        ({"DATABASE_URL": "mysql://h/db"}, "DATABASE_URL begins with mysql://: give it as"),
        ({"INVIGIL_DATABASE_URL": "mysql://h/db"}, "DATABASE_URL begins with mysql"),
        ({"DATABASE_URL": "postgresql://me:pa/ss@h/db"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgresql://h:many/db"}, "DATABASE_URL cannot be read"),
        ({"INVIGIL_STUN_URLS": "https://stun.example"}, "INVIGIL_STUN_URLS"),
        ({"INVIGIL_TURN_URLS": "turn:turn.example"}, "INVIGIL_TURN_SECRET"),
        ({"INVIGIL_TURN_URLS": "turn:turn.example", "INVIGIL_TURN_SECRET": "short"}, "is short"),
        ({"INVIGIL_LIVE_RELAY_ONLY": "true"}, "there is no relay"),
    ],
)
def test_unfit_or_unsafe_settings_say_what_to_change(environ: dict[str, str], says: str) -> None:
    with pytest.raises(BadSettings, match=says) as refused:
        read_settings(environ)
    assert "ss@h" not in str(refused.value), "a part of a password"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "INVIGIL_SMTP_HOTS",
            r"INVIGIL_SMTP_HOTS is no setting .* did you mean INVIGIL_SMTP_HOST\?",
        ),
        ("INVIGIL_DATABSE_URL", r"did you mean DATABASE_URL\?"),
        ("INVIGIL_PUBLIC-URL", r"did you mean INVIGIL_PUBLIC_URL\?"),
        ("INVIGIL_QQQQQQ", r"docs/settings.md"),
    ],
)
def test_a_misspelt_setting_is_refused_with_the_nearest_name(name: str, says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        read_settings({name: "x"})


def test_names_that_kubernetes_gives_to_a_service_called_invigil_are_nobodys_mistake() -> None:
    given = ("SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT_8080_TCP_ADDR")
    names = {f"INVIGIL_{name}": "x" for name in given}
    assert unknown_name(names, Settings.model_fields) is None
    assert unknown_name({"INVIGIL_SERVICE": "x"}, Settings.model_fields) is not None


def test_every_name_that_some_program_of_ours_reads_is_known() -> None:
    """Whoever adds a variable to a test, a build or the app names it in setting_faults.py."""
    texts = [path.read_text(encoding="utf-8") for path in sources(HERE.parents[2])]
    found = (re.findall(r"\bINVIGIL_[A-Z0-9_]*[A-Z0-9]\b", text) for text in texts)
    names = {name for each in found for name in each}
    assert {"INVIGIL_CLIENT_OUT", "INVIGIL_TEST_POSTGRES", "INVIGIL_PUBLISH_PORT"} < names
    assert unknown_name(dict.fromkeys(names, ""), Settings.model_fields) is None


def sources(root: Path) -> Iterator[Path]:
    """Programs of ours in all languages, this file left out."""
    yield root / "dev.py"
    for top in ("client", "server", "shared", "installers", "tests"):
        for place, folders, names in os.walk(root / top):
            folders[:] = [each for each in folders if each not in ("node_modules", "dist")]
            for path in (Path(place) / name for name in names):
                if (path.suffix in ENDINGS or "Dockerfile" in path.name) and path != HERE:
                    yield path


@pytest.mark.parametrize(
    "url", ["http://runner.example:9000", "judge0+http://10.0.0.7:2358", "piston+http://p.example"]
)
def test_programs_of_candidates_go_over_no_open_wire_in_production(url: str) -> None:
    environ = {"INVIGIL_RUNNER_URL": url, "INVIGIL_RUNNER_TOKEN": "t" * 30}
    assert read_settings(environ).runner_url == url, "in development it may be tried out"
    with pytest.raises(BadSettings, match="INVIGIL_RUNNER_URL is plain http"):
        read_settings(environ | PRODUCTION)


@pytest.mark.parametrize(
    "url",
    [
        "unix:/run/invigil/runner.sock",
        "https://runner.example",
        "judge0+https://judge.example",
        "http://127.0.0.1:9000",
        "http://[::1]:9000",
        "http://runner:9000",
    ],
)
def test_a_runner_near_by_or_behind_tls_is_taken_in_production(url: str) -> None:
    assert read_settings({"INVIGIL_RUNNER_URL": url} | PRODUCTION).runner_url == url


@pytest.mark.parametrize("command", ["run", "migrate", "create-super-admin"])
def test_a_database_that_does_not_answer_is_named_and_not_traced(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and nobody listens there
        port = nobody.getsockname()[1]
        monkeypatch.setenv("DATABASE_URL", f"postgresql://me:zanzibar@127.0.0.1:{port}/invigil")
        monkeypatch.setenv("INVIGIL_DATA_DIR", str(tmp_path))
        extra = {
            "run": ["--port", "0"],
            "create-super-admin": ["--email", "a@example.org", "--name", "A"],
        }
        told = subprocess.run(
            [sys.executable, "-m", "server", command, *extra.get(command, [])],
            input="a long enough password\n",
            cwd=HERE.parents[2],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].startswith("DATABASE_URL: no connection to the database")
    assert "Traceback" not in told.stderr
    assert "zanzibar" not in told.stderr + told.stdout


def test_a_data_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(BadSettings, match="INVIGIL_DATA_DIR: .* cannot be made"):
        open_database(read_settings({}, data_dir=tmp_path / "a file" / "data"))


def test_production_behind_https_has_secure_cookies() -> None:
    settings = read_settings(
        {"INVIGIL_ENVIRONMENT": "production", "INVIGIL_PUBLIC_URL": "https://i.example/"}
    )
    assert settings.secure_cookies
    assert settings.url == "https://i.example"


def test_every_interface_is_named_by_loopback_in_links() -> None:
    assert read_settings({}, host="0.0.0.0").url == "http://127.0.0.1:8080"
    assert read_settings({}, host="::1").url == "http://[::1]:8080"
