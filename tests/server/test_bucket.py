"""Evidence in S3, against a real HTTP server that speaks it."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from moto.server import ThreadedMotoServer

from server import evidence
from server.backup import back_up, restore
from server.bucket import BucketStore, Place
from server.deps import Parts
from server.main import create_app
from server.settings import BadSettings, Settings, read_settings
from server.storage import StorageDown, StorageFull
from shared.events import SegmentStarted, SystemNoted
from shared.ids import sha256_hex
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import START, Clock
from tests.server.webhooks.receiver import receiving

AppOf = Callable[[Settings], FastAPI]
SESSION, OTHER = "a" * 32, "ab" + "c" * 30


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of an S3 service."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3: str, tmp_path: Path) -> dict[str, object]:
    """Settings of a fresh bucket."""
    name = f"b{sha256_hex(str(tmp_path).encode())[:20]}"
    httpx.put(f"{s3}/{name}", trust_env=False).raise_for_status()
    return {
        "storage_url": f"s3://{name}/invigil/one",
        "s3_endpoint": s3,
        "s3_region": "us-east-1",
        "s3_access_key": "key",
        "s3_secret_key": "secret",
    }


@pytest.fixture
def store(bucket: dict[str, object]) -> BucketStore:
    return BucketStore(Place.of(read_settings({}, **bucket)))


@pytest.fixture
def app_of(clock: Clock) -> Iterator[AppOf]:
    """Servers with other settings; their databases are closed afterwards."""
    with ExitStack() as closing:

        def make(settings: Settings) -> FastAPI:
            made = create_app(settings, now=clock, background=False)
            closing.callback(made.state.parts.database.close)
            return made

        yield make


def test_what_is_put_is_found_at_its_address(store: BucketStore) -> None:
    address = store.put(SESSION, b"content")
    assert address == sha256_hex(b"content") == store.put(SESSION, b"content")
    assert store.has(SESSION, address)
    assert store.get(SESSION, address) == b"content"
    assert store.get(OTHER, address) is None
    assert not store.has(OTHER, address)
    store.check()
    assert list(store.each()) == [(SESSION, address)]


def test_one_interview_is_forgotten_and_no_other(store: BucketStore) -> None:
    kept = store.put(OTHER, b"kept")
    for number in range(5):
        store.put(SESSION, b"%d" % number)
    store.remove(SESSION, sha256_hex(b"0"))
    store.remove(SESSION, sha256_hex(b"0"))
    assert len(list(store.each())) == 5
    assert store.forget(SESSION)
    assert store.forget(SESSION)
    assert list(store.each()) == [(OTHER, kept)]
    store.clear()
    assert list(store.each()) == []


def test_only_ids_and_addresses_become_names(store: BucketStore) -> None:
    for session, address in (("../x", "0" * 64), (SESSION, "../x")):
        with pytest.raises(ValueError, match="form"):
            store.get(session, address)
    with pytest.raises(ValueError, match="form"):
        store.forget("../x")


@pytest.mark.expects_log
def test_a_service_that_is_gone_is_told_and_loses_nothing(
    client,
    parts: Parts,
    admin,
    clock: Clock,
    bucket,
    settings: Settings,
    app_of: AppOf,
    monkeypatch,
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{probe.getsockname()[1]}"
    monkeypatch.setattr("server.bucket.RETRIES", 0)
    gone = settings.model_copy(update={**secret(bucket), "s3_endpoint": nowhere})
    with pytest.raises(StorageDown):
        evidence.store(gone).get(SESSION, "0" * 64)
    assert evidence.store(gone).forget(SESSION) is False
    made = app_of(gone)
    http = TestClient(made, base_url=settings.url)
    machine = CandidateMachine(http, invite(parts, admin).token, now=clock.now)
    machine.claim()
    answer = machine.ask_blob(machine.seal(b"a picture", b"blob"))
    assert (answer.status_code, answer.json()["code"]) == (503, "overloaded")
    assert answer.headers["Retry-After"] == "5"
    machine.sync([machine.append(SegmentStarted(segment=1, client_version="1"))])
    assert http.get("/readyz").json()["detail"] == "Down: storage."
    made.state.parts.database.close()


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (507, b"", StorageFull),
        (403, b"<Error><Code>QuotaExceeded</Code></Error>", StorageFull),
        (400, b"<Error><Code>XMinioAdminBucketQuotaExceeded</Code></Error>", StorageFull),
        (503, b"<Error><Code>SlowDown</Code><Key>quota-507</Key></Error>", StorageDown),
        (403, b"", StorageDown),
    ],
)
def test_a_bucket_is_full_where_the_service_says_so_not_where_a_name_does(
    bucket, monkeypatch, status: int, body: bytes, told: type[OSError]
) -> None:
    monkeypatch.setattr("server.bucket.RETRIES", 0)
    with receiving() as service:
        service.status, service.body = status, body
        where = service.url.removesuffix("/hook")
        named = bucket | {"storage_url": "s3://quota-507/storage-full", "s3_endpoint": where}
        store = BucketStore(Place.of(read_settings({}, **named)))
        with pytest.raises(told):
            store.put(SESSION, b"content")
    with pytest.raises(StorageDown):
        store.put(SESSION, b"content")


def secret(bucket: dict[str, object]) -> dict[str, object]:
    """The fields as settings hold them."""
    return read_settings({}, **bucket).model_dump(include=set(bucket))


def test_an_interview_in_a_bucket_is_backed_up_and_restored(
    client,
    parts: Parts,
    admin,
    clock: Clock,
    bucket,
    settings: Settings,
    app_of: AppOf,
    tmp_path: Path,
) -> None:
    ours = settings.model_copy(update=secret(bucket))
    made = app_of(ours)
    http = TestClient(made, base_url=settings.url)
    machine = CandidateMachine(http, invite(parts, admin).token, now=clock.now)
    machine.claim()
    kept = machine.put_blob(b"a picture", "image/jpeg")
    machine.sync([machine.append(SegmentStarted(segment=1, client_version="1"))])
    assert not (ours.data_dir / "blobs").exists()
    sealed = evidence.store(ours).get(machine.session, kept.sha256)
    assert sealed is not None
    assert b"a picture" not in sealed
    archive = tmp_path / "all.tar"
    content = back_up(ours, archive, now=START)
    assert any(name.endswith(kept.sha256) for name in content.files)

    other = {**secret(bucket), "storage_url": f"{bucket['storage_url']}-two"}
    if settings.database.startswith("sqlite"):
        there = settings.model_copy(update={**other, "data_dir": tmp_path / "there"})
        restore(there, archive)
        assert evidence.store(there).get(machine.session, kept.sha256) == sealed
        assert evidence.store(ours).get(machine.session, kept.sha256) == sealed
    made.state.parts.database.close()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"storage_url": "gs://x/y"}, "INVIGIL_STORAGE_URL"),
        ({"s3_endpoint": "http://s3.example"}, "INVIGIL_S3_ENDPOINT must begin with https"),
        ({"s3_secret_key": None}, "INVIGIL_S3_ACCESS_KEY and"),
        ({"storage_url": None}, "INVIGIL_STORAGE_URL is missing"),
    ],
)
def test_a_bucket_that_leaks_or_does_not_fit_refuses_to_start(change, says: str) -> None:
    asked = {
        "storage_url": "s3://bucket",
        "s3_endpoint": "https://s3.example",
        "s3_access_key": "key",
        "s3_secret_key": "secret",
    }
    with pytest.raises(BadSettings, match=says):
        read_settings({}, **(asked | change))


@pytest.fixture
def small_disk(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB at the blobs' folder and, where that may not be made, an ordinary folder."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(place)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    shutil.copytree(settings.data_dir, place / "data")
    yield place / "data"
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_fills_up_refuses_evidence_first_and_events_last(
    client, parts: Parts, admin, clock: Clock, settings: Settings, app_of: AppOf, small_disk: Path
) -> None:
    free = shutil.disk_usage(small_disk).free
    reserve = (free - 4_000_000) // evidence.BYTES_IN_MB  # 4 MB for evidence, the rest is kept
    tight = settings.model_copy(update={"data_dir": small_disk, "evidence_reserve_mb": reserve})
    made = app_of(tight)
    token = invite(made.state.parts, admin).token
    machine = CandidateMachine(TestClient(made, base_url=settings.url), token, now=clock.now)
    machine.claim()
    machine.sync([machine.append(SegmentStarted(segment=1, client_version="1"))])
    answers = [machine.ask_blob(os.urandom(1_000_000)) for _ in range(8)]
    statuses = [answer.status_code for answer in answers]
    assert statuses[0] == 204
    assert statuses[-1] == 507
    assert sorted(statuses) == statuses  # once full, it stays so
    assert answers[-1].json()["code"] == "evidence_full"
    assert answers[-1].headers["Retry-After"] == "60"
    for _ in range(5):
        machine.sync([machine.append(SystemNoted(what="app_restarted"))])
    machine.start()
    machine.finish()
    made.state.parts.database.close()
