"""Networks that were made lighter say the same, and what is no network is refused."""

from pathlib import Path

import numpy as np
import onnx as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from client.models import lighter, onnx
from client.models.wire import Message

PICTURE = (1, 4, 6, 6)


def network(slope: np.ndarray, *, cast: bool = False) -> bytes:
    """A convolution and a PRelu, as face networks have them."""
    weights = np.random.default_rng(1).normal(size=(4, 4, 3, 3)).astype(np.float32)
    numbers = [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(slope, "slope")]
    nodes = [helper.make_node("Conv", ["in", "weights"], ["seen"], pads=[1, 1, 1, 1])]
    if cast:
        nodes.append(helper.make_node("Cast", ["slope"], ["as floats"], to=TensorProto.FLOAT))
    nodes.append(helper.make_node("PRelu", ["seen", "as floats" if cast else "slope"], ["out"]))
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("in", TensorProto.FLOAT, PICTURE)],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, PICTURE)],
        numbers,
    )
    opsets = [helper.make_opsetid("", 16)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8).SerializeToString()


def operators(model: bytes) -> list[str]:
    return [node.op_type for node in made.load_from_string(model).graph.node]


def said(model: bytes, given: np.ndarray) -> np.ndarray:
    """By ONNX Runtime as it comes, so that nothing of ours is on both sides."""
    import onnxruntime

    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {session.get_inputs()[0].name: given})[0])


@pytest.mark.parametrize(
    ("slope", "wanted"),
    [
        (np.full((1,), 2.5, np.float32), "LeakyRelu"),
        (np.full((1, 1, 1), -0.4, np.float32), "LeakyRelu"),
        (np.array([0.25, -1.5, 1.0, 0.0], np.float32).reshape(4, 1, 1), "Add"),
        (np.array([0.25, -1.5, 1.5, 0.0], np.float32).reshape(4, 1, 1), "PRelu"),
        (np.linspace(0, 1, 6, dtype=np.float32).reshape(1, 1, 6), "PRelu"),
    ],
)
@pytest.mark.parametrize("cast", [False, True])
def test_a_prelu_says_the_same_in_another_form(slope: np.ndarray, wanted: str, cast: bool):
    if cast:
        slope = slope.astype(np.float16)
    model = network(slope, cast=cast)
    light = lighter.without_prelu(model)
    assert operators(light)[-1] == wanted
    assert (light is model) == (wanted == "PRelu")
    made.checker.check_model(light)
    given = np.random.default_rng(2).normal(size=PICTURE).astype(np.float32)
    assert said(light, given) == pytest.approx(said(model, given), abs=1e-5)  # float32


@pytest.mark.models
@pytest.mark.parametrize(
    "name",
    [
        "face-reidentification-retail-0095.onnx",
        "2.7_80x80_MiniFASNetV2.onnx",
        "4_0_0_80x80_MiniFASNetV1SE.onnx",
    ],
)
def test_the_networks_of_faces_say_the_same_without_their_prelus(models_folder: Path, name: str):
    model = (models_folder / name).read_bytes()
    light = lighter.without_prelu(model)
    assert "PRelu" in operators(model)
    assert "PRelu" not in operators(light)
    shape = [dim.dim_value or 1 for dim in _input(model).type.tensor_type.shape.dim]
    given = np.random.default_rng(3).uniform(0, 255, shape).astype(np.float32)
    whole = said(model, given)
    assert np.abs(said(light, given) - whole).max() <= 1e-4 * np.abs(whole).max()


@pytest.mark.models
def test_the_objects_network_says_the_same_of_the_kinds_that_are_asked_for(models_folder: Path):
    model = (models_folder / "yolox_nano.onnx").read_bytes()
    light = lighter.without_focus(lighter.of_any_size(model, 416, 416))
    assert len(operators(light)) < len(operators(model)) - 10
    given = np.random.default_rng(5).uniform(0, 255, (1, 3, 416, 416)).astype(np.float32)
    whole = said(model, given)
    assert np.abs(said(light, given) - whole).max() < 1e-3  # cells, and shares of 1
    kinds = (67, 0, 73)
    few = said(lighter.of_kinds(light, kinds, 80), given)
    assert np.abs(few - whole[:, :, [0, 1, 2, 3, 4, *(5 + kind for kind in kinds)]]).max() < 1e-3


@pytest.mark.models
def test_a_network_built_in_another_way_stays_as_it_was(models_folder: Path):
    for name in ("version-RFB-320-opt.onnx", "gaze-estimation-adas-0002.onnx"):
        model = (models_folder / name).read_bytes()
        assert lighter.without_focus(model) is model
        assert lighter.of_kinds(model, (1, 2), 80) is model


def _input(model: bytes):
    return made.load_from_string(model).graph.input[0]


def test_a_network_without_a_size_follows_its_input():
    model = network(np.full((1,), 0.5, np.float32))
    free = lighter.of_any_size(model, 6, 6)
    made.checker.check_model(free)
    given = np.random.default_rng(4).normal(size=(1, 4, 9, 5)).astype(np.float32)
    assert said(free, given).shape == (1, 4, 9, 5)
    given = np.random.default_rng(4).normal(size=PICTURE).astype(np.float32)
    assert said(free, given) == pytest.approx(said(model, given))
    with pytest.raises(ValueError, match="expected an input of"):
        lighter.of_any_size(model, 8, 6)


def test_a_file_is_opened_lighter_and_stays_as_it_was(tmp_path: Path):
    model = network(np.full((1,), 0.5, np.float32))
    path = tmp_path / "network.onnx"
    path.write_bytes(model)
    assert isinstance(onnx.source(path), bytes)
    assert path.read_bytes() == model
    path.write_bytes(network(np.linspace(0, 1, 6, dtype=np.float32)))
    assert onnx.source(path) == str(path)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_network_are_refused_and_nothing_else_happens(data: bytes):
    for change in (lighter.without_prelu, lambda model: lighter.of_any_size(model, 6, 6)):
        try:
            change(data)
        except ValueError:
            continue


MODEL = network(np.full((1,), 0.5, np.float32))


@given(st.integers(0, len(MODEL) - 1), st.integers(0, 255))
def test_a_network_with_a_damaged_byte_is_refused_or_stays_one(at: int, byte: int):
    damaged = MODEL[:at] + bytes([byte]) + MODEL[at + 1 :]
    for change in (lighter.without_prelu, lambda model: lighter.of_any_size(model, 6, 6)):
        try:
            change(damaged)
        except ValueError:
            continue


fields = st.lists(
    st.tuples(st.integers(1, 2000), st.just(0), st.integers(0, 2**64 - 1))
    | st.tuples(st.integers(1, 2000), st.just(2), st.binary(max_size=300))
    | st.tuples(st.integers(1, 2000), st.just(5), st.binary(min_size=4, max_size=4))
    | st.tuples(st.integers(1, 2000), st.just(1), st.binary(min_size=8, max_size=8))
)


@given(fields)
def test_a_message_is_read_as_it_was_written(fields: list[tuple[int, int, int | bytes]]):
    assert Message.of(Message(fields).encoded()).fields == fields


def test_a_message_that_ends_early_is_refused():
    for cut in (b"\x0a", b"\x0a\x05abc", b"\x08", b"\x08" + b"\xff" * 11, b"\x0b"):
        with pytest.raises(ValueError, match="not a Protocol Buffers message"):
            Message.of(cut)
