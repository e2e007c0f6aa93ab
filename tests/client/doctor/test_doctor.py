"""The file for support says what helps, and nothing of what was planted in every place of it."""

import json
import logging
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client import logs
from client.doctor import __main__ as doctor
from client.doctor import archive, known, parts
from client.errors import Unreachable
from client.settings import Settings
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.events import AnswerRevised
from shared.session import Grant
from tests.client.spool.memory_server import make_grant

NAME, ANSWER = "Zebulon Quark", "the heap beats the stack"
MAIL, LINK = "zebulon@quark.example", "https://jobs.example/i/" + "Ab3x" * 11
PASSWORD, DEVICE, FILE = "hunter2hunter", "Zebulon's AirPods", "/home/zebulon/cv-final.pdf"
PLANTED = (NAME, "Zebulon", "Quark", ANSWER, MAIL, LINK, "Ab3x" * 11, PASSWORD, DEVICE, FILE)


@pytest.fixture
def grant() -> Grant:
    made = make_grant(Ed25519PrivateKey.generate())
    return made.model_copy(update={"candidate_name": NAME})


@pytest.fixture
def settings(tmp_path: Path, grant: Grant) -> Settings:
    """A data folder with an interview in which everything was planted, and a log with the rest."""
    found = Settings(data_dir=tmp_path / "data", server_url="https://bob:pw@jobs.example/x")
    found.spools.mkdir(parents=True)
    folder = found.spools / f"{grant.session}-1"
    with Spool.create(folder, grant, SigningKey.generate()) as spool:
        spool.append(
            AnswerRevised(question="1" * 32, revision=1, text=ANSWER, at_ms=5),
            at=datetime(2026, 11, 30, tzinfo=UTC),
            mono_ms=5,
        )
    (folder / "notes.txt").write_text(ANSWER)
    return found


@pytest.fixture
def logged(
    settings: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[logging.Logger]:
    caplog.set_level(logging.INFO, logger="client.tests")
    monkeypatch.setattr(logs, "_follow_uncaught", lambda: None)
    handler = logs.start(settings.data_dir)
    assert handler is not None
    yield logging.getLogger("client.tests")
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture(autouse=True)
def airpods(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(known._DEVICES, "microphones", lambda: [DEVICE, "USB Webcam"])
    monkeypatch.setitem(known._DEVICES, "speakers", lambda: [])
    monkeypatch.setitem(known._DEVICES, "cameras", lambda: 1 / 0)


def members(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode() for name in packed.namelist()}


def run(settings: Settings, out: Path, *more: str, **given: object) -> tuple[int, dict[str, str]]:
    said: list[str] = []
    arguments = ["--out", str(out), "--no-preflight", *more]
    status = doctor.main(arguments, settings, said.append, **given)  # pyright: ignore
    return status, members(out) if out.exists() else {"said": "\n".join(said)}


def test_nothing_that_was_planted_is_in_any_member(
    settings: Settings,
    logged: logging.Logger,
    grant: Grant,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    key = (next(settings.spools.glob("*/*.key"))).read_bytes().hex()
    planted = (*PLANTED, grant.session, grant.token, grant.nonce, grant.key, key)
    monkeypatch.setenv("SECRET_KEY_OF_OURS", PASSWORD)
    monkeypatch.setenv("HTTPS_PROXY", f"http://{NAME}:{PASSWORD}@proxy.example:3128")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", f"GNOME of {NAME}")
    for one in planted:
        logged.info("this %s was logged by mistake", one)
    # What is known, or has a form, is found even where a template of ours were wrong.
    for one in set(planted) - {ANSWER, PASSWORD}:
        logged.info("this was put into the template itself: " + one)
    # Somebody else's hand, or an older app: every field of the file is looked at again.
    row = {"at": 1.0, "level": NAME, "from": MAIL, "text": FILE, "given": [ANSWER], "in": [LINK]}
    with logs.files(settings.data_dir)[0].open("a") as file:
        file.write(json.dumps(row | {"error": grant.token, "answer": ANSWER}) + "\n")
        file.write(f"{ANSWER}\n[{NAME}\n")
    extra = dict(parts.PARTS) | {"extra": lambda patient, scrub: {NAME: [FILE, {MAIL: LINK}]}}
    status, found = run(settings, tmp_path / "out.zip", of=extra)
    assert status == 0
    assert set(found) == {"README.txt", "report.json", "log.jsonl"}
    for member, text in found.items():
        for one in planted:
            assert one.lower() not in text.lower(), f"{one} is in {member}"
    for one in planted:
        assert one.encode() not in (tmp_path / "out.zip").read_bytes()


def test_it_tells_versions_models_settings_kinds_and_counts(
    settings: Settings, logged: logging.Logger, tmp_path: Path
):
    logged.info("offline: %s", "unreachable")
    status, found = run(settings, tmp_path / "out.zip")
    report = json.loads(found["report.json"])
    assert status == 0
    assert report["versions"]["libraries"]["numpy"][0].isdigit()
    assert {row["model"] for row in report["models"]} >= {"face", "people", "whisper"}
    fields = {row["name"]: row for row in report["policy"]["fields"]}
    assert fields["server_url"]["value"] == "https://jobs.example/‹link›"
    assert fields["sync_every_s"] == {
        "part": "settings",
        "name": "sync_every_s",
        "value": 1.0,
        "from": "default",
    }
    assert report["devices"] == {
        "cameras": {"could_not_be_listed": "ZeroDivisionError"},
        "microphones": {"bluetooth": 1, "usb": 1},
        "speakers": {},
    }
    (interview,) = report["interviews"]
    assert (interview["state"], interview["rows_not_sent"], interview["days_old"]) == (
        "unfinished",
        1,
        0,
    )
    assert report["preflight"] == "left out"
    last = json.loads(found["log.jsonl"].splitlines()[-1])
    assert (last["text"], last["given"]) == ("offline: %s", ["unreachable"])


def test_the_file_is_its_owners_alone(settings: Settings, tmp_path: Path):
    run(settings, tmp_path / "out.zip")
    assert stat.S_IMODE((tmp_path / "out.zip").stat().st_mode) == 0o600


def test_a_part_that_breaks_is_named_and_the_others_are_told(settings: Settings, tmp_path: Path):
    def broken(patient: parts.Patient, scrub: object) -> object:
        raise Unreachable(f"no answer for {NAME}")

    status, found = run(
        settings, tmp_path / "out.zip", of={"a": broken, "versions": parts.versions}
    )
    report = json.loads(found["report.json"])
    assert status == 3
    assert report["a"]["could_not_be_looked_at"] == "Unreachable"
    assert report["a"]["in"][-1].startswith("client/doctor/test_doctor.py:")
    assert report["a"]["in"][-1].endswith(" broken")
    assert NAME not in found["report.json"]
    assert report["could_not_be_looked_at"] == ["a"]
    assert report["versions"]["app"]


def test_a_log_and_an_interview_that_cannot_be_read_are_named_too(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> Iterator[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(parts, "log_lines", refused)
    monkeypatch.setattr(Spool, "open", refused)
    status, found = run(settings, tmp_path / "out.zip", of={"interviews": parts.interviews})
    report = json.loads(found["report.json"])
    assert status == 3
    assert report["could_not_be_looked_at"] == ["log"]
    assert report["interviews"][0]["state"] == "unreadable"


def test_an_open_interview_keeps_its_camera(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = next(path for path in settings.spools.iterdir())
    said: list[str] = []
    monkeypatch.setattr(doctor, "_tried", lambda *_: 1 / 0)
    with Spool.open(folder):
        status = doctor.main(["--out", str(tmp_path / "out.zip")], settings, said.append)
    report = json.loads(members(tmp_path / "out.zip")["report.json"])
    assert status == 0
    assert report["interviews"][0]["state"] == "busy"
    assert report["preflight"] == "left out"
    assert said[0].startswith("An interview is open")


@pytest.mark.parametrize(
    ("out", "words"),
    [("no/such/x.zip", "no such folder"), ("file/x.zip", "no such folder"), ("", "name a file")],
)
def test_a_place_that_cannot_be_written_is_said_and_nothing_stays(
    settings: Settings, tmp_path: Path, out: str, words: str, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").write_text("")
    before = sorted(tmp_path.iterdir())
    assert doctor.main(["--out", str(tmp_path / out), "--no-preflight"], settings, str, of={}) == 1
    assert words in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_is_said_and_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(archive.NotWritten, match="free some space"):
        archive.write(tmp_path / "x.zip", {"a": "b"})
    assert list(tmp_path.iterdir()) == []
    assert "folder of your own" in archive.why(OSError(13, "Permission denied"), Path("x"))


def test_show_prints_the_report_and_writes_nothing(settings: Settings, tmp_path: Path):
    said: list[str] = []
    assert doctor.main(["--show", "--no-preflight"], settings, said.append, of={}) == 0
    assert json.loads(said[-1])["format"] == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("OBS Virtual Camera", "virtual"),
        ("Built-in Audio Analog Stereo", "built in"),
        ("bluez_output.00", "bluetooth"),
        ("HDMI Audio", "display"),
        ("Annas Zauberkasten", "other"),
    ],
)
def test_a_devices_kind_is_told_by_its_name(name: str, kind: str):
    assert known.kind_of(name) == kind
