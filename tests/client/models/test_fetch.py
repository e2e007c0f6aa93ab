import hashlib
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from client.models.__main__ import main
from client.models.download import Network
from client.models.errors import FetchError
from client.models.fetch import Way, fetch
from client.models.manifest import Model, Pin, Source

CONTENT = b"weights" * 100


def source(name: str, *, build: bool = False, content: bytes = CONTENT) -> Source:
    return Source(
        name=name,
        version="1",
        files=(Pin(f"{name}.task", hashlib.sha256(content).hexdigest(), len(content)),),
        folder=None,
        url=None if build else "https://models.example/file",
        build="face" if build else None,
    )


def model(*sources: Source) -> Model:
    return Model("face", "", "", True, "", sources)


def answering(status: int = 200, content: bytes = CONTENT) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(status, content=content))


def by(transport: httpx.BaseTransport) -> Way:
    return Way(Network(transport=transport))


def unreachable(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no route")


def test_a_download_appears_whole_under_its_name(tmp_path: Path) -> None:
    said: list[str] = []
    path = fetch(model(source("a")), tmp_path, say=said.append, way=by(answering()))
    assert path.read_bytes() == CONTENT
    assert [each.name for each in tmp_path.iterdir()] == ["a.task"]
    assert any("100 %" in line for line in said)


@pytest.mark.parametrize(
    ("transport", "reason"),
    [
        (answering(content=CONTENT[:-1]), "thrown away"),
        (answering(content=CONTENT + b"x"), "longer than"),
        (answering(status=404), "answered 404"),
        (httpx.MockTransport(unreachable), "Check the connection"),
    ],
)
def test_what_is_not_the_file_leaves_nothing_behind(
    tmp_path: Path, transport: httpx.MockTransport, reason: str
) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(model(source("a")), tmp_path, say=lambda _: None, way=by(transport))
    assert list(tmp_path.iterdir()) == []


def test_the_second_source_helps_where_the_first_does_not(tmp_path: Path) -> None:
    both = model(source("built", build=True), source("loaded"))

    def broken(_: object) -> bytes:
        raise FetchError("no package index")

    path = fetch(
        both,
        tmp_path,
        say=lambda _: None,
        way=Way(Network(transport=answering()), builders={"face": broken}),
    )
    assert path.name == "loaded.task"


def test_a_model_that_is_put_by_hand_says_so(tmp_path: Path) -> None:
    by_hand = replace(source("a"), url=None)
    with pytest.raises(FetchError, match="put it there by hand"):
        fetch(model(by_hand), tmp_path, say=lambda _: None)


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    pins = tuple(Pin(name, hashlib.sha256(CONTENT).hexdigest(), len(CONTENT)) for name in "ab")
    folder = Source("far", "1", pins, "whisper", "https://models.example/w/", None)
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, content=CONTENT if len(asked) != 2 else CONTENT[:-1])

    transport = httpx.MockTransport(answer)
    with pytest.raises(FetchError, match="thrown away"):
        fetch(model(folder), tmp_path, say=lambda _: None, way=by(transport))
    assert [each.name for each in tmp_path.iterdir()] == [".parts"]  # what came whole waits there
    path = fetch(model(folder), tmp_path, say=lambda _: None, way=by(transport))
    assert [each.name for each in tmp_path.iterdir()] == ["whisper"]
    assert sorted(each.name for each in path.iterdir()) == ["a", "b"]
    assert asked == ["/w/a", "/w/b", "/w/b"]


def test_verify_of_an_empty_folder_fails_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--from", str(tmp_path)]) == 1
    assert "is not on this machine" in capsys.readouterr().err


def test_fetching_an_unknown_model_fails_with_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["fetch", "nose"]) == 1
    assert "There is no model called nose" in capsys.readouterr().err


def test_listing_says_what_works_without(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "face: 478 face landmarks" in capsys.readouterr().out
