"""The GPU's service as the server sees it, over real HTTP; Modal itself is not run here."""

import ast
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import modal
import numpy as np
import onnx
import onnxruntime
import pytest
import uvicorn
from PIL import Image

from server.deploy import modal_app
from server.deploy.gpu_service import MOST_BYTES, Models, make_app
from server.refusals import Refused
from server.speech.remote import Remote
from shared.events import TranscriptWord
from shared.transcript import NO_SPEECH, Transcript

TOKEN = "a token of some length"


def transcribe(audio: bytes, language: str | None) -> Transcript:
    if audio == b"hiss":
        return Transcript(model="w", reason=NO_SPEECH)
    word = TranscriptWord(text="maps", start_ms=10, end_ms=300, probability_milli=900)
    return Transcript(f"maps {language}", (word,), "w")


def embed(picture: bytes) -> list[float]:
    if picture == b"no face":
        raise ValueError("That is no picture.")
    return [0.6, 0.8]


@pytest.fixture(scope="module")
def gpu() -> Iterator[str]:
    app = make_app(Models(transcribe, embed, "arcface"), token=TOKEN)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_the_servers_adapter_understands_it(gpu: str) -> None:
    remote = Remote(gpu, TOKEN)
    assert remote.transcribe(b"sound", language="en") == transcribe(b"sound", "en")
    assert remote.transcribe(b"hiss", language=None) == transcribe(b"hiss", None)
    remote.close()


def test_another_token_gets_nothing(gpu: str) -> None:
    remote = Remote(gpu, "another token of that length")
    with pytest.raises(Refused) as refused:
        remote.transcribe(b"sound", language=None)
    assert refused.value.code == "no_speech"
    remote.close()
    assert httpx.post(f"{gpu}/embed", content=b"x").status_code == 401


@pytest.mark.parametrize(
    ("content", "status"), [(b"", 422), (b"no face", 422), (bytes(MOST_BYTES + 1), 413)]
)
def test_what_does_not_fit_is_refused(gpu: str, content: bytes, status: int) -> None:
    may = {"Authorization": f"Bearer {TOKEN}"}
    assert httpx.post(f"{gpu}/embed", content=content, headers=may).status_code == status


def test_a_service_without_a_token_is_not_made() -> None:
    with pytest.raises(ValueError, match="16 characters"):
        make_app(Models(transcribe, embed, "arcface"), token="short")


def test_modal_is_told_what_to_run() -> None:
    assert modal_app.app.name == "invigil-gpu"
    assert isinstance(modal_app.Perception, modal.Cls)
    assert isinstance(modal_app.language_model, modal.Function)


def test_gpus_secret_and_routes_are_those_that_the_guide_names() -> None:
    """Modal's objects show little before a deployment: the source says what they are made of."""
    tree = ast.parse(Path(modal_app.__file__).read_text(encoding="utf-8"))
    told = {
        node.name: {
            word.arg: ast.unparse(word.value)
            for call in node.decorator_list
            if isinstance(call, ast.Call)
            for word in call.keywords
        }
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    }
    assert told["Perception"]["gpu"] == "'L4'"
    assert told["language_model"]["gpu"] == "'L40S'"
    assert told["language_model"]["port"] == "8000"
    assert {told[name]["secrets"] for name in ("Perception", "language_model")} == {"[secret]"}
    assert isinstance(modal_app.secret, modal.Secret)
    guide = (Path(__file__).parents[3] / "docs" / "deployment.md").read_text(encoding="utf-8")
    assert "modal secret create invigil-gpu INVIGIL_MODAL_TOKEN" in guide
    made = make_app(Models(transcribe, embed, "arcface"), token=TOKEN)
    assert {"/stt", "/embed"} <= {getattr(route, "path", "") for route in made.routes}


def face(size: int = 112) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (size, size), (200, 100, 0)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def mean_colour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stands in for ArcFace: (1, 112, 112, 3) to the mean of each colour."""
    axes = onnx.numpy_helper.from_array(np.array([1, 2], np.int64), "axes")
    node = onnx.helper.make_node("ReduceMean", ["x", "axes"], ["y"], keepdims=0)
    kinds = onnx.TensorProto.FLOAT
    graph = onnx.helper.make_graph(
        [node],
        "mean",
        [onnx.helper.make_tensor_value_info("x", kinds, [1, 112, 112, 3])],
        [onnx.helper.make_tensor_value_info("y", kinds, [1, 3])],
        [axes],
    )
    made = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)])
    made.ir_version = 9
    place = tmp_path_factory.mktemp("arcface") / "arcface.onnx"
    onnx.save(made, place)
    return place


def test_a_face_becomes_a_unit_vector_of_centred_pixels(mean_colour: Path) -> None:
    session = onnxruntime.InferenceSession(str(mean_colour), providers=["CPUExecutionProvider"])
    vector = np.array(modal_app._embed(session, face()))
    expected = np.array([200, 100, 0]) - 127.5
    assert np.allclose(vector, expected / np.linalg.norm(expected), atol=1e-5)


def test_without_the_model_or_a_fitting_picture_it_says_so(
    mean_colour: Path, tmp_path: Path
) -> None:
    assert modal_app._open_arcface(tmp_path / "arcface.onnx") is None
    session = onnxruntime.InferenceSession(str(mean_colour), providers=["CPUExecutionProvider"])
    for opened, picture, says in (
        (None, face(), "no arcface.onnx"),
        (session, b"text", "no picture"),
        (session, face(64), "112 by 112"),
    ):
        with pytest.raises(ValueError, match=says):
            modal_app._embed(opened, picture)
