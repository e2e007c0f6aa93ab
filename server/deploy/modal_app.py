"""Speech to text, face embeddings and a language model on Modal's GPUs. *Not run here.*

    modal secret create invigil-gpu INVIGIL_MODAL_TOKEN=$(openssl rand -hex 32)
    modal volume create invigil-models   # put arcface.onnx in it: modal volume put …
    modal deploy server/deploy/modal_app.py

One rule: this file only places things; what is answered is `gpu_service.py`, which tests run.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

import modal

WHISPER = "large-v3"
LANGUAGE_MODEL = "Qwen/Qwen3-8B"
"""Apache-2.0; any model that vLLM serves and whose licence fits."""
KEPT = Path("/models")
_MINUTES = 60

app = modal.App("invigil-gpu")
kept = modal.Volume.from_name("invigil-models", create_if_missing=True)
secret = modal.Secret.from_name("invigil-gpu", required_keys=["INVIGIL_MODAL_TOKEN"])

perception = (
    modal.Image.from_registry("nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04", add_python="3.12")
    .pip_install(
        "fastapi>=0.120",
        "faster-whisper>=1.2",
        "onnxruntime-gpu>=1.20",
        "numpy>=2",
        "pillow>=11",
        "pydantic>=2.14,<3",
    )
    .add_local_python_source("shared", "server")
)
language = modal.Image.from_registry(
    "nvidia/cuda:12.9.1-devel-ubuntu24.04", add_python="3.12"
).pip_install("vllm>=0.11")


@app.cls(
    image=perception,
    gpu="L4",
    volumes={str(KEPT): kept},
    secrets=[secret],
    scaledown_window=5 * _MINUTES,
)
@modal.concurrent(max_inputs=4)
class Perception:
    """`INVIGIL_MODAL_URL` is the address that `modal deploy` prints for it."""

    @modal.enter()
    def load(self) -> None:
        """Fetches Whisper once into the volume and opens both models."""
        from faster_whisper import download_model

        folder = KEPT / WHISPER
        if not (folder / "model.bin").is_file():
            download_model(WHISPER, output_dir=str(folder))
            kept.commit()
        self._whisper = folder
        self._arcface = _open_arcface(KEPT / "arcface.onnx")

    @modal.asgi_app()
    def web(self) -> Any:
        """The service behind a token."""
        from server.deploy.gpu_service import Models, make_app
        from server.speech.whisper import transcribe

        models = Models(
            transcribe=lambda audio, tongue: transcribe(self._whisper, audio, tongue),
            embed=lambda picture: _embed(self._arcface, picture),
            embedder="arcface",
        )
        return make_app(models, token=os.environ["INVIGIL_MODAL_TOKEN"])


@app.function(
    image=language,
    gpu="L40S",
    volumes={str(KEPT): kept},
    secrets=[secret],
    scaledown_window=10 * _MINUTES,
    timeout=30 * _MINUTES,
)
@modal.concurrent(max_inputs=16)
@modal.web_server(port=8000, startup_timeout=15 * _MINUTES)
def language_model() -> None:
    """An OpenAI-compatible endpoint; the same token is its API key."""
    command = ["vllm", "serve", LANGUAGE_MODEL, "--host", "0.0.0.0", "--port", "8000"]  # noqa: S104 -- Modal's own proxy is in front
    command += ["--download-dir", str(KEPT / "vllm"), "--max-model-len", "16384"]
    key = os.environ["INVIGIL_MODAL_TOKEN"]
    # By the environment: what stands on the command line, every process can read.
    subprocess.Popen(command, env=os.environ | {"VLLM_API_KEY": key})


def _open_arcface(place: Path) -> Any:
    """None where nobody put it there: it comes from the organisation, not from us."""
    if not place.is_file():
        return None
    import onnxruntime

    providers = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    return onnxruntime.InferenceSession(str(place), providers=providers)


def _embed(session: Any, picture: bytes) -> list[float]:
    """DeepFace's ArcFace: (1, 112, 112, 3) float32 in -1..1, answered as a unit vector."""
    if session is None:
        raise ValueError("There is no arcface.onnx in the volume.")
    import io

    import numpy as np
    from PIL import Image

    try:
        face = Image.open(io.BytesIO(picture)).convert("RGB")
    except OSError:
        raise ValueError("That is no picture.") from None
    if face.size != (112, 112):
        raise ValueError("Send an aligned face of 112 by 112 pixels.")
    pixels = (np.asarray(face, np.float32)[None] - 127.5) / 128
    vector = session.run(None, {session.get_inputs()[0].name: pixels})[0][0]
    return (vector / np.linalg.norm(vector)).tolist()
