"""A download goes on where it broke off, comes from a mirror or a folder, and says its trouble."""

import ast
import hashlib
import ssl
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.models import download as downloading
from client.models.__main__ import main
from client.models.bundle import bundle
from client.models.download import PARTS, Network, part_of, why
from client.models.errors import FetchError, MissingModelError
from client.models.fetch import Way, fetch
from client.models.manifest import Model, Pin, Source
from client.models.profiles import PROFILES
from client.models.store import Store, default_store

CONTENT = bytes(range(256)) * 40
PIN = Pin("a.task", hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
SINGLE = Source("a", "1", (PIN,), None, "https://models.example/a.task", None)
FOLDER = Source("far", "1", (PIN, replace(PIN, name="b")), "big", "https://models.example/w/", None)


def model(*sources: Source, name: str = "face") -> Model:
    return Model(name, "sees", "it goes without", True, "MIT", sources)


class Broken(httpx.SyncByteStream):
    """A body that stops after some bytes, as a line does that is cut."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self.content
        raise httpx.ReadError("cut")


class Host:
    """Serves CONTENT; each answer breaks off after as many bytes as `cuts` says, then none does."""

    def __init__(self, *cuts: int, ranges: bool = True) -> None:
        self.cuts, self.ranges = list(cuts), ranges
        self.asked: list[str] = []
        self.sent = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.headers.get("Range", ""))
        start = int(self.asked[-1][6:-1] or 0) if self.ranges and self.asked[-1] else 0
        status = 206 if start else 200
        headers = {"Content-Range": f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"}
        body = CONTENT[start:]
        if self.cuts:
            body = body[: self.cuts.pop(0)]
            self.sent += len(body)
            return httpx.Response(status, headers=headers if start else {}, stream=Broken(body))
        self.sent += len(body)
        return httpx.Response(status, headers=headers if start else {}, content=body)


def way(host: object) -> Way:
    return Way(Network(transport=httpx.MockTransport(host)))  # pyright: ignore


def quiet(_: str) -> None:
    """Nobody listens."""


def test_a_line_that_breaks_is_gone_on_with_in_the_same_try(tmp_path: Path):
    host = Host(1000, 3000)
    path = fetch(model(SINGLE), tmp_path, say=quiet, way=way(host))
    assert path.read_bytes() == CONTENT
    assert host.asked == ["", "bytes=1000-", "bytes=4000-"]
    assert host.sent == len(CONTENT)
    assert [one.name for one in tmp_path.iterdir()] == ["a.task"]


def test_what_came_before_the_network_went_is_kept_for_the_next_try(tmp_path: Path):
    def gone(request: httpx.Request) -> httpx.Response:
        if request.headers.get("Range"):
            raise httpx.ConnectError("no route")
        return Host(1000)(request)

    with pytest.raises(FetchError, match="Check the connection") as caught:
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(gone))
    assert caught.value.retryable
    assert [one.stat().st_size for one in (tmp_path / PARTS).iterdir()] == [1000]
    host = Host()
    fetch(model(SINGLE), tmp_path, say=quiet, way=way(host))
    assert host.asked == ["bytes=1000-"]


def test_a_server_that_knows_no_parts_sends_it_whole_again(tmp_path: Path):
    host = Host(1000, ranges=False)
    assert fetch(model(SINGLE), tmp_path, say=quiet, way=way(host)).read_bytes() == CONTENT
    assert host.sent == 1000 + len(CONTENT)


def test_another_part_than_was_asked_for_is_refused_and_a_foreign_rest_is_thrown_away(
    tmp_path: Path,
):
    with part_of(PIN, tmp_path) as part:
        part.write_bytes(b"x" * 500)

    def wrong(request: httpx.Request) -> httpx.Response:
        return httpx.Response(206, headers={"Content-Range": "bytes 9-99/100"}, content=b"y")

    with pytest.raises(FetchError, match="another part"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(wrong))
    with pytest.raises(FetchError, match="thrown away"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(Host()))
    assert list(tmp_path.iterdir()) == []
    assert fetch(model(SINGLE), tmp_path, say=quiet, way=way(Host())).read_bytes() == CONTENT


def test_a_range_that_is_no_longer_there_is_asked_for_anew(tmp_path: Path):
    with part_of(PIN, tmp_path) as part:
        part.write_bytes(b"x" * 500)
    refused = way(lambda _: httpx.Response(416))
    with pytest.raises(FetchError, match="try again"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=refused)
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.integers(1, len(CONTENT)), max_size=6))
def test_wherever_it_breaks_the_same_bytes_arrive(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int]
):
    folder = tmp_path_factory.mktemp("cuts")
    path = fetch(model(SINGLE), folder, say=quiet, way=way(Host(*cuts)))
    assert path.read_bytes() == CONTENT


def test_two_at_a_time_do_not_mix(tmp_path: Path):
    with part_of(PIN, tmp_path), pytest.raises(FetchError, match="Another process"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(Host()))


def test_a_lock_that_windows_does_not_remove_while_it_is_held_keeps_nothing_from_coming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    removed = Path.unlink

    def open_there(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".lock":
            raise PermissionError(13, "The process cannot access the file", str(path))
        removed(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", open_there)
    path = fetch(model(SINGLE), tmp_path, say=quiet, way=way(Host()))
    assert path.read_bytes() == CONTENT


def test_a_server_that_sends_less_each_time_is_not_asked_for_ever(tmp_path: Path):
    host = Host(3000, 2000, 1000, ranges=False)
    with pytest.raises(FetchError, match="Check the connection"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(host))
    assert len(host.asked) == 2


def test_what_was_built_otherwise_is_thrown_away(tmp_path: Path):
    one = Way(builders={"face": lambda _: b"another"})
    with pytest.raises(FetchError, match=r"was built with SHA-256 .*expected"):
        fetch(model(replace(SINGLE, url=None, build="face")), tmp_path, say=quiet, way=one)
    assert list(tmp_path.iterdir()) == []


def test_a_mirror_is_asked_and_nothing_else_also_for_what_is_built_or_put_by_hand(tmp_path: Path):
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, content=CONTENT)

    from_mirror = replace(way(answer), mirror="https://mirror.example/models/")
    built = replace(SINGLE, url=None, build="face")
    for one in (SINGLE, built, replace(SINGLE, url=None), FOLDER):
        fetch(model(one), tmp_path, say=quiet, way=from_mirror)
    base = "https://mirror.example/models"
    assert asked == [f"{base}/a.task"] * 3 + [f"{base}/big/a.task", f"{base}/big/b"]


def test_a_folder_is_read_without_a_network_and_checked(tmp_path: Path):
    store = Store((model(SINGLE), model(FOLDER, name="whisper")), (tmp_path / "here",))
    for one in store.models:
        fetch(one, tmp_path / "here", say=quiet, way=way(Host()))
    assert bundle(store, ["face", "whisper"], tmp_path / "out") == ()
    assert bundle(store, ["face", "whisper"], tmp_path / "again") == ()
    index = (tmp_path / "out" / "models.json").read_bytes()
    assert index == (tmp_path / "again" / "models.json").read_bytes()

    def never(_: httpx.Request) -> httpx.Response:
        raise AssertionError("the network was asked")

    by_folder = replace(way(never), folder=tmp_path / "out")
    for one in store.models:
        fetch(one, tmp_path / "there", say=quiet, way=by_folder)
    there = Store(store.models, (tmp_path / "there",))
    assert all(there.find(one.name) for one in store.models)
    (tmp_path / "out" / "a.task").write_bytes(b"damaged")
    with pytest.raises(FetchError, match="copy it again"):
        fetch(store.models[0], tmp_path / "new", say=quiet, way=by_folder)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_bundle_names_what_is_missing_and_overwrites_nothing(tmp_path: Path):
    other = replace(SINGLE, files=(replace(PIN, name="c.task"),))
    store = Store((model(SINGLE), model(other, name="people")), (tmp_path / "here",))
    with pytest.raises(MissingModelError, match="fetch them first"):
        bundle(store, ["face"], tmp_path / "out")
    fetch(store.models[0], tmp_path / "here", say=quiet, way=way(Host()))
    (missing,) = bundle(store, ["face", "people"], tmp_path / "out")
    assert "people" in missing
    with pytest.raises(MissingModelError, match="there already"):
        bundle(store, ["face"], tmp_path / "out")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["here", "out"]


def test_a_disk_without_room_is_said_before_anything_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    usage = namedtuple("usage", "total used free")(10, 9, 100)
    monkeypatch.setattr(downloading.shutil, "disk_usage", lambda _: usage)
    host = Host()
    with pytest.raises(FetchError, match="free some space"):
        fetch(model(SINGLE), tmp_path, say=quiet, way=way(host))
    assert host.asked == []


def test_no_right_to_write_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match="cannot be written"):
        fetch(model(SINGLE), tmp_path / "file", say=quiet, way=way(Host()))
    assert "no right to" in str(downloading.written(PermissionError(13, "denied"), "x"))
    assert "free some space" in str(downloading.written(OSError(28, "full"), "x"))


def caused(outer: Exception, inner: Exception) -> Exception:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (httpx.ProxyError("407 Proxy Authentication Required"), "USER:PASSWORD"),
        (httpx.ProxyError("502 Bad Gateway"), "let nothing through"),
        (
            caused(
                httpx.ConnectError("x"),
                ssl.SSLCertVerificationError("certificate is not yet valid"),
            ),
            "check its date",
        ),
        (
            caused(
                httpx.ConnectError("x"),
                ssl.SSLCertVerificationError("certificate verify failed: self-signed certificate"),
            ),
            "trust store",
        ),
        (httpx.ReadTimeout("x"), "no answer in time"),
        (httpx.ConnectError("refused"), "PAC"),
    ],
)
def test_each_kind_of_trouble_says_what_to_do(error: Exception, words: str):
    assert words in why(error)


def test_only_commands_fetch_so_that_nothing_is_downloaded_during_an_interview():
    root = Path(__file__).resolve().parents[3] / "client"
    users: set[str] = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            if {"client.models.fetch", "client.models.download"} & set(names):
                users.add(path.relative_to(root).as_posix())
    commands = {"models/__main__.py", "models/fetch.py", "models/bundle.py"}
    assert users == commands | {"updates/__main__.py"}


def test_every_profile_names_models_of_the_manifest():
    known = {one.name for one in default_store().models}
    assert set().union(*map(set, PROFILES.values())) <= known
    assert set(PROFILES["minimal"]) < set(PROFILES["standard"]) < set(PROFILES["full"])


def test_one_model_that_may_not_be_had_keeps_no_other_from_coming(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    empty = tmp_path / "bundle"
    empty.mkdir()
    arguments = ["fetch", "--profile", "minimal", "--from", str(empty), "--to", str(tmp_path / "x")]
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert "Not fetched: face, people" in told.err
