"""`spin`: what the ONNX sessions cost at the product's rates, with our options and with none.

CPU time of a process that holds every ONNX model of this machine that the proctor would open, and
calls each as often as the product does. One rule: both sides run the same calls on the same
inputs, alternating; only the options of the sessions differ.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

REPEATS = 5
SECONDS = 8.0
TARGET = 0.10
_FRAMES_OF_SPEECH = 400
_VAD_CHUNKS = 8
"""Of 32 ms in the quarter of a second that the app hands on at once."""


@dataclass(frozen=True, slots=True)
class Called:
    """One model and how often it is called."""

    name: str
    path: Path
    a_second: float


def models() -> list[Called]:
    """The ONNX models that are on this machine, at the rates of the product."""
    from client.models import store
    from client.proctor import identity
    from client.proctor.detectors import DETECTORS, antispoof, embedder, liveness
    from client.proctor.hearing.pieces import CHUNK_S
    from client.proctor.hearing.vad import silero

    rates = {row.model: 1 / row.every_s for row in DETECTORS if row.model is not None}
    rates |= dict.fromkeys((name for name, _ in antispoof.MODELS), 1 / liveness.VOTE_EVERY_S)
    face = next((kind.name for kind in embedder.KINDS if store.find(kind.name)), None)
    if face is not None:
        rates[face] = identity.FRAMES / identity.EVERY_S
    rates["speaker"] = 0.5
    found = [(name, store.find(name), rate) for name, rate in rates.items()]
    called = [
        Called(name, model.path, rate)
        for name, model, rate in found
        if model is not None and model.path.suffix == ".onnx"
    ]
    voice = silero()
    if voice is not None:
        called.append(Called("voice activity", voice, 1 / (_VAD_CHUNKS * CHUNK_S)))
    return called


def run() -> list[dict[str, Any]]:
    """CPU of one core in percent; the ratio is what counts."""
    called = models()
    row: dict[str, Any] = {
        "name": "spin",
        "unit": "% of one core",
        "target": f"<= {TARGET:g}",
        "ours": None,
        "ok": None,
        "model": ", ".join(f"{each.name} {each.a_second:.3g}/s" for each in called),
    }
    if not called:
        return [row | {"note": "no ONNX model is on this machine"}]
    pairs = [(_child("ours"), _child("default")) for _ in range(REPEATS)]
    ours, default = (statistics.median(side) for side in zip(*pairs, strict=True))
    bare = [pair[1] for pair in pairs]
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    return [
        row
        | {
            "ours": ours,
            "denominator": default,
            "ratio": ours / default,
            "repeats": REPEATS,
            "spread": (max(bare) - min(bare)) / default,
            "interval": [ratios[0], ratios[-1]],
            "ok": ours / default <= TARGET,
        }
    ]


def _child(options: str) -> float:
    command = [sys.executable, "-m", "tests.bench.spin", options]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=120)
    return float(json.loads(done.stdout)["percent"])


def _open(model: Called, options: str) -> Any:
    """The network as the product opens it, or the same one with ONNX Runtime's own options."""
    from client.models import onnx
    from client.proctor.detectors import objects

    def default(source: Path | bytes) -> Any:
        import onnxruntime

        return onnxruntime.InferenceSession(onnx.source(source), providers=["CPUExecutionProvider"])

    opening = onnx.session if options == "ours" else default
    if model.name == "objects":
        return objects.open_network(model.path, opening)[0]
    return opening(model.path)


def _call(session: Any) -> Callable[[], Any]:
    """One run on noise of the shape that the model asks for; of a camera's picture where it takes
    any."""
    from client.proctor.detectors import yolox
    from client.proctor.sources.camera import SIZE

    edges = dict(zip(("height", "width"), yolox.input_size(SIZE[::-1]), strict=True))
    chance = np.random.default_rng(3)
    given = {}
    for each in session.get_inputs():
        sizes = [size if isinstance(size, int) else edges.get(size) for size in each.shape]
        free = [_FRAMES_OF_SPEECH if at == 1 else _VAD_CHUNKS for at in range(len(sizes))]
        shape = [
            size if size is not None else other for size, other in zip(sizes, free, strict=True)
        ]
        given[each.name] = chance.normal(size=shape).astype(np.float32)
    return lambda: session.run(None, given)


def _measure(options: str) -> float:
    """Percent of one core over `SECONDS`, each model called when it is due."""
    calls = [(1 / each.a_second, _call(_open(each, options))) for each in models()]
    for _, call in calls:
        call()
    began_s, used_s = time.perf_counter(), time.process_time()
    due_s = [began_s + every_s * number / len(calls) for number, (every_s, _) in enumerate(calls)]
    while (now_s := time.perf_counter()) < began_s + SECONDS:
        for number, (every_s, call) in enumerate(calls):
            if now_s >= due_s[number]:
                call()
                due_s[number] += every_s
        time.sleep(max(0.0, min(due_s) - time.perf_counter()))
    return 100 * (time.process_time() - used_s) / (time.perf_counter() - began_s)


if __name__ == "__main__":
    print(json.dumps({"percent": _measure(sys.argv[1])}))
