"""A version is exchanged whole or not at all, may be taken back, and needs a release key's name."""

import contextlib
import json
import os
import subprocess
import sys
import tarfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from client.attest.here import KEYS, measure, release_keys
from client.attest.manifest import MANIFEST, SIGNATURE, Manifest, read_files, this_platform
from client.errors import SpoolError
from client.models.download import Network
from client.settings import Settings
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.updates.__main__ import look, main, others
from client.updates.feed import BadRelease, believed, signed_by
from client.updates.swap import NotSwapped, Place, alone, back, processes, started, take
from installers import release as releasing
from installers.commit import ROOT
from shared.build import statement
from shared.clock import utc_text
from shared.release import Release
from tests.client.spool.memory_server import make_grant

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
KEY = SigningKey.generate()
URL = "https://files.example/invigil/release.json"


def built(folder: Path, version: str, *, key: SigningKey | None = KEY, says: str = "") -> Path:
    """An app of that version: a script, and a file beside it."""
    app = folder / version / "invigil"
    (app / "_internal").mkdir(parents=True)
    (app / "invigil").write_text(f"#!/bin/sh\necho invigil {says or version}\n")
    (app / "invigil").chmod(0o755)
    (app / "_internal" / "model.bin").write_bytes(bytes(range(256)))
    (app / "_internal" / "link").symlink_to("model.bin")
    listed = Manifest(version, this_platform(), read_files(app))
    (app / MANIFEST).write_bytes(listed.to_bytes())
    if key is not None:
        sig = key.sign(statement(measure(app)))
        (app / SIGNATURE).write_text(json.dumps({"sig": sig}))
    return app


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Version 0.1.0 runs."""
    made = Place(tmp_path / "base")
    (made.base / "versions").mkdir(parents=True)
    built(tmp_path, "0.1.0").rename(made.base / "versions" / "0.1.0")
    made.current.symlink_to("versions/0.1.0")
    return made


@pytest.fixture(autouse=True)
def committed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "key").write_bytes(KEY.private.private_bytes_raw())


def released(tmp_path: Path, app: Path, *more: str) -> Path:
    """The folder on the server."""
    out = tmp_path / "out"
    arguments = [str(app), "--key", str(tmp_path / "key"), "--out", str(out), *more]
    assert releasing.main(arguments) == 0
    return out


def packed(tmp_path: Path, app: Path) -> Path:
    archive = tmp_path / "a.tar"
    with tarfile.open(archive, "w") as tar:
        tar.add(app, "invigil")
    return archive


def serving(out: Path) -> Network:
    def answer(request: httpx.Request) -> httpx.Response:
        file = out / request.url.path.removeprefix("/invigil/")
        return (
            httpx.Response(200, content=file.read_bytes())
            if file.is_file()
            else httpx.Response(404)
        )

    return Network(transport=httpx.MockTransport(answer))


def update(
    tmp_path: Path,
    place: Place,
    out: Path,
    what: str = "install",
    *,
    network: Network | None = None,
) -> tuple[int, str]:
    said: list[str] = []
    status = main(
        [what, "--base", str(place.base), "--manifest", URL],
        settings=Settings(data_dir=tmp_path / "data"),
        keys=[KEY.public],
        network=network or serving(out),
        now=datetime.now(UTC),
        show=said.append,
    )
    return status, "\n".join(said)


def test_a_release_is_fetched_checked_started_and_exchanged_and_taken_back(
    tmp_path: Path, place: Place
):
    out = released(tmp_path, built(tmp_path, "0.2.0"))
    assert update(tmp_path, place, out, "check")[0] == 0
    assert place.running() == "0.1.0"
    status, said = update(tmp_path, place, out)
    assert (status, place.running()) == (0, "0.2.0")
    assert started(place.current / "invigil") == "0.2.0"
    assert sorted(one.name for one in (place.base / "versions").iterdir()) == ["0.1.0", "0.2.0"]
    assert "newest version" in update(tmp_path, place, out)[1]
    assert update(tmp_path, place, out, "back")[0] == 0
    assert place.running() == "0.1.0"
    status, said = update(tmp_path, place, out)
    assert (status, place.running()) == (3, "0.1.0")
    assert "taken back" in said
    assert sorted(one.name for one in place.base.iterdir()) == [
        *("current", "updates.json", "updates.lock", "versions"),
    ]


def test_only_the_version_before_is_kept(tmp_path: Path, place: Place):
    for version in ("0.2.0", "0.3.0"):
        out = released(tmp_path, built(tmp_path, version))
        assert update(tmp_path, place, out)[0] == 0
    assert sorted(one.name for one in (place.base / "versions").iterdir()) == ["0.2.0", "0.3.0"]


def test_the_same_app_makes_the_same_archive(tmp_path: Path):
    app = built(tmp_path, "0.2.0")
    one = (released(tmp_path, app) / f"invigil-0.2.0-{this_platform()}.tar.gz").read_bytes()
    os.utime(app / "invigil", (1, 1))
    again = (released(tmp_path, app) / f"invigil-0.2.0-{this_platform()}.tar.gz").read_bytes()
    assert one == again


def test_nothing_is_exchanged_while_an_interview_may_be_taken(tmp_path: Path, place: Place):
    out = released(tmp_path, built(tmp_path, "0.2.0"))
    now = datetime.now(UTC)
    grant = make_grant(
        Ed25519PrivateKey.generate(),
        opens_at=utc_text(now + timedelta(hours=2)),
        closes_at=utc_text(now + timedelta(hours=4)),
    )
    with Spool.create(tmp_path / "data/interviews/x-1", grant, SigningKey.generate()) as spool:
        assert update(tmp_path, place, out)[0] == 3  # open in the app
        assert not spool.finished
    status, said = update(tmp_path, place, out)
    assert (status, place.running()) == (3, "0.1.0")
    assert "interview" in said
    assert update(tmp_path, place, out, "back")[0] == 3
    with Spool.open(tmp_path / "data/interviews/x-1") as spool:
        spool.mark_finished()
    assert update(tmp_path, place, out)[0] == 0


def damaged(out: Path) -> None:
    (archive,) = out.glob("*.tar.gz")
    raw = bytearray(archive.read_bytes())
    raw[len(raw) // 2] ^= 1
    archive.write_bytes(raw)


def test_a_damaged_download_changes_nothing(
    tmp_path: Path, place: Place, capsys: pytest.CaptureFixture[str]
):
    out = released(tmp_path, built(tmp_path, "0.2.0"))
    damaged(out)
    assert update(tmp_path, place, out)[0] == 1
    assert "thrown away" in capsys.readouterr().err
    assert place.running() == "0.1.0"
    assert place.noted().failed == ()


@pytest.mark.parametrize(
    ("version", "says", "signer", "words"),
    [
        ("0.2.0", "0.2.1", KEY, "does not start here"),
        ("0.2.0", "", SigningKey.generate(), "Nobody whom this installation knows"),
        ("0.2.0", "", None, "Nobody whom this installation knows"),
    ],
)
def test_a_version_that_does_not_start_or_that_nobody_signed_is_not_taken_and_not_tried_again(
    tmp_path: Path, place: Place, version: str, says: str, signer: SigningKey | None, words: str
):
    app = built(tmp_path, version, key=signer, says=says)
    archive, build = packed(tmp_path, app), measure(app).released or ""
    with pytest.raises(NotSwapped, match=words):
        take(place, archive, version, build=build, keys=[KEY.public], starts=started)
    assert place.running() == "0.1.0"
    assert place.noted().failed == (version,)
    assert [one.name for one in (place.base / "versions").iterdir()] == ["0.1.0"]


def test_an_app_without_its_list_of_files_is_not_taken(tmp_path: Path, place: Place):
    app = built(tmp_path, "0.2.0")
    (app / MANIFEST).unlink()
    archive = packed(tmp_path, app)
    with pytest.raises(NotSwapped, match="no list of its files"):
        take(place, archive, "0.2.0", build="0" * 64, keys=[KEY.public], starts=started)


def test_another_build_than_the_release_names_is_not_taken(tmp_path: Path, place: Place):
    archive = packed(tmp_path, built(tmp_path, "0.2.0"))
    with pytest.raises(NotSwapped, match="another build"):
        take(place, archive, "0.2.0", build="0" * 64, keys=[KEY.public], starts=started)


def killed(what: str, template: Place, out: Path, archive: Path, build: str) -> list[Place]:
    """What is left of it, killed before each of its steps; the last one came to its end."""
    command = [sys.executable, "-m", "tests.client.updates.kills", what, template.base, out]
    subprocess.run([*command, archive, build, KEY.public], check=True, cwd=ROOT)
    return [Place(out / str(step + 1)) for step in range(len(list(out.iterdir())))]


def runs_whole(place: Place, *versions: str) -> None:
    """Whatever was cut off, the link names a whole version that starts."""
    version = place.running()
    assert version in versions
    assert measure(place.current).changed_count == 0
    assert started(place.current / "invigil") == version


@pytest.mark.skipif(sys.platform == "win32", reason="forks what is killed")
def test_killed_before_each_step_a_version_runs_and_the_next_try_ends_well(
    tmp_path: Path, place: Place
):
    app = built(tmp_path, "0.2.0")
    archive, build = packed(tmp_path, app), measure(app).released or ""
    built(tmp_path, "0.0.9").rename(place.base / "versions" / "0.0.9")  # to be tidied away
    number = place.noted().number
    left = killed("take", place, tmp_path / "take", archive, build)
    assert len(left) > 15
    for one in left:
        runs_whole(one, "0.1.0", "0.2.0")
        if one.running() == "0.1.0":
            with pytest.raises(NotSwapped, match="no earlier version"):
                back(one)
            take(one, archive, "0.2.0", build=build, keys=[KEY.public], starts=started)
            assert {path.name for path in (one.base / "versions").iterdir()} == {"0.1.0", "0.2.0"}
        assert (one.noted().number, one.noted().failed) == (number, ())
        assert back(one) == "0.1.0"
        runs_whole(one, "0.1.0")
    take(place, archive, "0.2.0", build=build, keys=[KEY.public], starts=started)
    left = killed("back", place, tmp_path / "back", archive, build)
    assert len(left) > 4
    for one in left:
        runs_whole(one, "0.1.0", "0.2.0")
        if one.running() == "0.2.0":
            back(one)
        runs_whole(one, "0.1.0")
        assert one.noted().failed == ("0.2.0",)
        with pytest.raises(NotSwapped, match="no earlier version"):
            back(one)


def test_who_opens_an_invitation_while_an_update_comes_keeps_the_version(
    tmp_path: Path, place: Place
):
    out = released(tmp_path, built(tmp_path, "0.2.0"))
    grant = make_grant(
        Ed25519PrivateKey.generate(),
        opens_at=utc_text(datetime.now(UTC)),
        closes_at=utc_text(datetime.now(UTC) + timedelta(hours=4)),
    )
    opened: list[Spool] = []

    def claimed(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith(".tar.gz"):
            folder = tmp_path / "data/interviews/x-1"
            opened.append(Spool.create(folder, grant, SigningKey.generate()))
        file = out / request.url.path.removeprefix("/invigil/")
        return httpx.Response(200, content=file.read_bytes())

    network = Network(transport=httpx.MockTransport(claimed))
    status, said = update(tmp_path, place, out, network=network)
    opened[0].close()
    assert (status, place.running()) == (3, "0.1.0")
    assert "interview" in said


def test_what_cannot_be_told_of_an_interview_counts_as_open(
    tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "x-1"
    Spool.create(folder, make_grant(Ed25519PrivateKey.generate()), SigningKey.generate()).close()

    def unreadable(path: Path) -> Spool:
        raise SpoolError("no right to read", folder=path)

    assert not look(tmp_path, place, "0.1.0").open_now
    monkeypatch.setattr(Spool, "open", unreadable)
    assert look(tmp_path, place, "0.1.0").open_now


def test_two_updates_at_a_time_do_not_mix(tmp_path: Path, place: Place):
    out = released(tmp_path, built(tmp_path, "0.2.0"))
    with alone(place):
        status, said = update(tmp_path, place, out)
    assert (status, said, place.running()) == (3, "Another update is going on.", "0.1.0")


def test_the_app_of_another_person_is_seen_also_where_its_program_is_not(
    tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
):
    proc = tmp_path / "proc"
    for number, program in ((1, place.current.resolve() / "invigil"), (2, Path("/usr/bin/other"))):
        (proc / str(number)).mkdir(parents=True)
        (proc / str(number) / "exe").symlink_to(program)
        (proc / str(number) / "comm").write_text(f"{program.name}\n")
    folder = place.base / "versions" / "0.1.0"
    assert [one.name for one in processes(folder, proc)] == ["1"]
    assert not others(place, proc)  # our own is seen by its interview
    with monkeypatch.context() as other:
        other.setattr(os, "getuid", lambda: 4321)
        assert others(place, proc)

    def hidden(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "readlink", hidden)
    assert [one.name for one in processes(folder, proc)] == ["1"]


def test_a_version_that_cannot_run_here_leaves_no_archive_behind(tmp_path: Path, place: Place):
    out = released(tmp_path, built(tmp_path, "0.2.0", says="0.2.1"))
    assert update(tmp_path, place, out)[0] == 1
    assert sorted(one.name for one in place.base.iterdir()) == [
        *("current", "updates.json", "updates.lock", "versions"),
    ]


def test_an_archive_reaches_nothing_beside_its_folder(tmp_path: Path, place: Place):
    archive = tmp_path / "a.tar"
    with tarfile.open(archive, "w") as tar:
        row = tarfile.TarInfo("../../outside")
        tar.addfile(row)
    with pytest.raises(NotSwapped, match="cannot be unpacked"):
        take(place, archive, "0.2.0", build="0" * 64, keys=[KEY.public], starts=started)
    archive.write_bytes(b"no archive")
    with pytest.raises(NotSwapped, match="cannot be unpacked"):
        take(place, archive, "0.2.0", build="0" * 64, keys=[KEY.public], starts=started)
    assert not (place.base / "outside").exists()
    assert [one.name for one in (place.base / "versions").iterdir()] == ["0.1.0"]


def test_without_an_earlier_version_there_is_no_way_back(place: Place):
    with pytest.raises(NotSwapped, match="no earlier version"):
        back(place)


def test_notes_that_cannot_be_read_begin_anew_with_another_number(place: Place):
    first = place.noted()
    assert place.noted() == first
    (place.base / "updates.json").write_text("{")
    assert place.noted().number != first.number


def test_an_app_that_changed_since_it_was_signed_is_not_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    app = built(tmp_path, "0.2.0")
    (app / "_internal" / "model.bin").write_bytes(b"changed")
    arguments = [str(app), "--key", str(tmp_path / "key"), "--out", str(tmp_path / "out")]
    assert releasing.main(arguments) == 1
    assert "1 files differ" in capsys.readouterr().err
    assert releasing.main([str(built(tmp_path, "0.3.0", key=None)), *arguments[1:]]) == 1
    assert "not signed by this key" in capsys.readouterr().err


def test_keys_come_with_the_app_and_what_is_no_list_of_keys_is_none(tmp_path: Path):
    assert release_keys(tmp_path) == ()
    (tmp_path / KEYS).write_text(json.dumps([KEY.public, 7, "short"]))
    assert release_keys(tmp_path) == (KEY.public,)
    (tmp_path / KEYS).write_text("{")
    assert release_keys(tmp_path) == ()


def test_an_address_without_tls_is_refused(tmp_path: Path, place: Place):
    said: list[str] = []
    arguments = ["check", "--base", str(place.base), "--manifest", "http://files.example/r.json"]
    status = main(arguments, settings=Settings(data_dir=tmp_path), keys=[], show=said.append)
    assert (status, "by https" in said[0]) == (2, True)


RELEASE = Release(version="0.2.0", published_at=utc_text(NOW), expires_at=utc_text(NOW))
SIGNED = signed_by(RELEASE, KEY)


def test_a_manifest_counts_by_a_key_that_is_known():
    assert believed(SIGNED, [KEY.public]) == RELEASE
    for raw, keys, words in (
        (SIGNED, [], "none of those"),
        (SIGNED.replace(b"0.2.0", b"0.2.1"), [KEY.public], "signature does not fit"),
        (b"{}", [KEY.public], "no signed release"),
        (b" " * 70_000, [KEY.public], "70000 bytes"),
    ):
        with pytest.raises(BadRelease, match=words):
            believed(raw, keys)


@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_no_changed_byte_makes_another_release(at: int, by: int):
    raw = bytearray(SIGNED)
    raw[at] ^= by
    with contextlib.suppress(BadRelease):
        assert believed(bytes(raw), [KEY.public]) == RELEASE
