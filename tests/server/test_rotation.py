"""Keys are replaced beside a running server, and a killed rotation is finished by the next."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyotp.totp import TOTP
from sqlalchemy import func
from sqlmodel import col, select

from server import rotation
from server.__main__ import main
from server.auth import totp
from server.auth.people import Person
from server.deps import Parts
from server.keys import BadKeys, ServerKeys, load_keys
from server.models import AuditLog, InterviewSession, TotpSecret, WebhookEndpoint
from server.settings import Settings
from server.webhooks import service as webhooks
from server.webhooks.rules import secret_text
from shared.events import SegmentStarted, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock

ROOT = Path(__file__).parents[2]


def opened(parts: Parts, keys: ServerKeys) -> dict[str, bytes]:
    """Every interview's key, as `keys` open it."""
    with parts.database.read() as db:
        found = db.exec(select(InterviewSession.id, InterviewSession.key_sealed)).all()
    return {key: keys.unwrap(sealed or b"", about=key) for key, sealed in found}


def under_current(parts: Parts, keys: ServerKeys) -> int:
    prefix = keys.wrapped_prefix
    with parts.database.read() as db:
        return db.exec(
            select(func.count())
            .select_from(InterviewSession)
            .where(func.substr(InterviewSession.key_sealed, 1, len(prefix)) == prefix)
        ).one()


def rotate(parts: Parts, settings: Settings) -> rotation.Rotated:
    folder = settings.data_dir / "keys"
    keys = load_keys(settings.data_dir)
    return rotation.rotate(parts.database, keys, folder, now=parts.now(), actor="operator")


def test_a_running_interview_goes_on_under_the_keys_it_was_granted(
    client, parts: Parts, admin, settings: Settings, clock: Clock
) -> None:
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=clock.now)
    granted = machine.claim()
    machine.sync([machine.append(SegmentStarted(segment=1, client_version="1"))])
    before, token = opened(parts, parts.keys), parts.keys.jwt
    assert rotate(parts, settings).fresh == ("signing", "tokens", "master")

    # The server was not restarted: it noticed. Receipts are checked with the grant's key.
    assert parts.keys.kid != granted.kid
    assert parts.keys.jwt != token
    assert opened(parts, parts.keys) == before
    receipt = machine.sync([machine.append(SystemNoted(what="app_restarted"))])
    assert receipt.kid == granted.kid
    again = machine.claim()
    assert (again.kid, again.server_key) == (granted.kid, granted.server_key)
    assert (again.token, again.key) == (granted.token, granted.key)
    published = client.get("/.well-known/invigil-keys.json").json()["keys"]
    assert [key["kid"] for key in published] == [parts.keys.kid, granted.kid]

    newer = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    assert newer.claim().kid == parts.keys.kid
    newer.sync([newer.append(SegmentStarted(segment=1, client_version="1"))])


def test_a_key_from_before_kids_is_wrapped_anew(parts: Parts, admin, settings, client) -> None:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, invited.id)
        interview.key_sealed = interview.key_sealed[9:]  # as the first servers stored it
        db.add(interview)
    before = opened(parts, parts.keys)
    done = rotate(parts, settings)
    assert done.fresh == ()  # what was there is finished first
    assert done.rewrapped == 1
    assert opened(parts, parts.keys) == before


def test_a_key_that_no_master_opens_is_counted_and_left(parts, admin, settings, client) -> None:
    good, bad = invite(parts, admin), invite(parts, admin)
    with parts.database.write() as db:
        db.get_one(InterviewSession, bad.id).key_sealed = b"x" * 69
    done = rotate(parts, settings)
    assert (done.rewrapped, done.unreadable) == (0, 1)
    with pytest.raises(BadKeys):
        opened(parts, parts.keys)
    assert good.id


KILLED = """
import os, signal, sys
from server import rotation
from server.__main__ import main
from server.auth import totp
from server.auth.people import Person
place = sys.argv[1]
rotation.BATCH = 3
if place == "between keys":
    make = rotation.make_secret
    def dying(path, content=None, *, replace=False):
        if path.name == "master.key":
            os.kill(os.getpid(), signal.SIGKILL)
        make(path, content, replace=replace)
    rotation.make_secret = dying
else:
    batches = 0
    stale = rotation._stale
    def dying(*args, **kw):
        global batches
        batches += 1
        if batches == 7:  # four looks before, and two batches done
            os.kill(os.getpid(), signal.SIGKILL)
        return stale(*args, **kw)
    rotation._stale = dying
sys.exit(main(["rotate-keys"]))
"""


@pytest.mark.parametrize("place", ["between keys", "between batches"])
def test_a_killed_rotation_is_finished_by_the_next(
    client, parts: Parts, admin, settings: Settings, place: str, monkeypatch, capsys
) -> None:
    for _ in range(10):
        invite(parts, admin)
    before = opened(parts, parts.keys)
    environ = {"INVIGIL_DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, place], env=os.environ | environ, cwd=ROOT, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert opened(parts, parts.keys) == before  # nothing is lost in between
    assert under_current(parts, parts.keys) == (10 if place == "between keys" else 6)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(["rotate-keys"]) == 0
    assert opened(parts, load_keys(settings.data_dir)) == before
    assert under_current(parts, parts.keys) == 10
    assert main(["keys"]) == 0
    said = capsys.readouterr().out
    assert "secrets are under master key" in said
    assert f"master   {parts.keys.master_kid} current" in said
    with parts.database.read() as db:
        noted = db.exec(select(AuditLog).where(col(AuditLog.action) == "keys.rotate")).all()
    assert len(noted) == 1


def test_the_inventory_names_every_key_and_shows_none(parts, admin, settings, client) -> None:
    invite(parts, admin)
    rotate(parts, settings)
    rows = rotation.inventory(parts.database, parts.keys, settings.data_dir / "keys")
    assert [(row.use, row.current, row.uses) for row in rows] == [
        ("signing", True, 0),
        ("signing", False, 0),
        ("master", True, 1),
        ("master", False, 0),
        ("tokens", True, None),
        ("links", True, None),
    ]
    assert len({row.kid for row in rows}) == 6
    text = repr(rows)
    for path in (settings.data_dir / "keys").rglob("*"):
        if path.is_file():
            assert path.stat().st_mode & 0o777 == 0o600
            assert path.read_bytes().hex() not in text


def test_second_factors_and_webhooks_are_wrapped_anew_too(
    parts: Parts, admin: Person, settings: Settings, clock: Clock
) -> None:
    with parts.database.write() as db:
        secret = totp.begin(db, admin.id, parts.keys, now=clock.now)
        fields = {"url": "https://hooks.example.org", "description": "", "events": ["*"]}
        endpoint, shown = webhooks.create(db, admin, fields, keys=parts.keys, now=clock.now)
        renewed = webhooks.rotate(db, admin, endpoint, keys=parts.keys, now=clock.now)
    assert rotate(parts, settings).rewrapped == 3  # the old secret signs for a day
    # What was left under an old key would not open any more.
    for old in (settings.data_dir / "keys" / "masters").iterdir():
        old.unlink()
    keys = load_keys(settings.data_dir)
    with parts.database.read() as db:
        kept = db.get_one(TotpSecret, admin.id)
        assert keys.unwrap(kept.sealed, about=totp.sealed_for(admin.id)).decode() == secret
        found = db.get_one(WebhookEndpoint, endpoint.id)
        opened_now = webhooks.secrets_of(found, keys, clock.now)
    assert [secret_text(one) for one in opened_now] == [renewed, shown]
    with parts.database.write() as db:
        code = TOTP(secret).at(clock.now)
        totp.confirm(db, admin.id, code, keys, now=clock.now)
