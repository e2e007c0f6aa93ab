"""The speaker model is exported with SpeechBrain and runs here without it, with the same result.

The weights are random (real ones not run here); torch lives in an environment of its own.
"""

import importlib.util
import re
import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from client.models import export_speaker
from client.models.__main__ import main
from client.models.export_speaker import LEAST_COSINE, LENGTHS_S, Parity
from client.models.fbank import fbank
from client.models.onnx import session
from client.models.store import ModelFile
from client.proctor.ears import Ears
from client.proctor.known import Known
from client.proctor.pipe import Hearing, Sound
from client.proctor.types import Measure
from tests.client.proctor.hearing.puppet import LOW
from tests.conftest import export_python

ROOT = Path(__file__).resolve().parents[3]
RANDOM_CHECKPOINT = """
import sys
import numpy, torch
from speechbrain.lobes.features import Fbank
from speechbrain.lobes.models.ECAPA_TDNN import ECAPA_TDNN
from speechbrain.processing.features import InputNormalization
torch.manual_seed(3)
model = ECAPA_TDNN(80, channels=[1024] * 4 + [3072], attention_channels=128, lin_neurons=192)
for each in model.modules():
    if isinstance(each, torch.nn.BatchNorm1d):  # as after training, not as fresh
        each.running_mean.normal_(0, 0.1)
        each.running_var.uniform_(0.5, 2)
torch.save(model.state_dict(), sys.argv[1])
wave = torch.from_numpy(numpy.load(sys.argv[2]))[None]
with torch.no_grad():
    features = InputNormalization(norm_type="sentence", std_norm=False)(
        Fbank(n_mels=80)(wave), torch.ones(1)
    )
    numpy.save(sys.argv[3], model.eval()(features)[0, 0].numpy())
"""


@dataclass
class Exported:
    onnx: Path
    output: str
    said: str
    wave: np.ndarray
    wanted: np.ndarray
    """SpeechBrain's embedding of that wave."""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    python = export_python()
    assert python is not None
    command = [str(python), "-W", "ignore", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp("export")
    wave = np.random.default_rng(1).standard_normal(48_000).astype(np.float32) * 0.1
    np.save(folder / "wave.npy", wave)
    checkpoint, out = folder / "embedding_model.ckpt", folder / "speaker.onnx"
    made = run("-c", RANDOM_CHECKPOINT, checkpoint, folder / "wave.npy", folder / "wanted.npy")
    assert made.returncode == 0, made.stderr
    done = run("-m", "client.models", "export-speaker", "--from", checkpoint, "--out", out)
    assert done.returncode == 0, done.stderr
    return Exported(out, done.stdout, done.stderr, wave, np.load(folder / "wanted.npy"))


@pytest.mark.torch
def test_exported_model_agrees_with_speechbrain_at_every_length(exported: Exported):
    lines = re.findall(r"^(\d+) s of sound: cosine ([\d.]+)", exported.said, re.M)
    assert [int(seconds) for seconds, _ in lines] == list(LENGTHS_S)
    assert all(float(cosine) >= LEAST_COSINE for _, cosine in lines)


@pytest.mark.torch
def test_app_hears_what_speechbrain_hears(exported: Exported):
    features = fbank(exported.wave)[None]
    ours = session(exported.onnx).run(None, {"features": features})[0][0]
    cosine = ours @ exported.wanted / (np.linalg.norm(ours) * np.linalg.norm(exported.wanted))
    assert ours.shape == (192,)
    assert cosine >= LEAST_COSINE


@pytest.mark.torch
def test_entry_that_is_printed_pins_the_file(exported: Exported):
    (model,) = tomllib.loads(exported.output)["model"]
    assert model["name"] == "speaker"
    assert model["source"][0]["size"] == exported.onnx.stat().st_size
    assert [path.name for path in exported.onnx.parent.glob("invigil-*")] == []


@pytest.mark.torch
def test_other_weights_are_refused_in_a_sentence(tmp_path: Path):
    (tmp_path / "wrong.ckpt").write_bytes(b"no weights")
    done = run(
        *("-m", "client.models", "export-speaker", "--from", tmp_path / "wrong.ckpt"),
        *("--out", tmp_path / "out.onnx"),
    )
    assert done.returncode == 1
    assert "wrong.ckpt holds no weights of SpeechBrain's" in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "wrong.ckpt"]


@pytest.mark.torch
def test_ears_enrol_and_judge_with_the_exported_model_and_name_it(exported: Exported):
    model = ModelFile("speaker", exported.onnx, "random", "a" * 64, "test")
    ears = Ears(find=lambda _: model)
    enrolled = ears.enrol(LOW.says(5).tobytes())
    assert enrolled.template is not None
    assert enrolled.model == "ecapa-tdnn random aaaaaaaaaaaa"
    assert len(enrolled.template.values_micro) == 192
    ears.expect(Hearing(spoken_open=True))
    wave, known = LOW.says(25, seed=2), Known(voice=enrolled.template)
    seen = ears.hear(Sound(wave.tobytes(), 125.0), known, 100.0)
    verdicts = [
        each
        for each in seen
        if each.measure in (Measure.OTHER_SPEAKER, Measure.SPEAKER_UNSURE)
        and each.value is not None
    ]
    assert verdicts  # which one means nothing with random weights
    assert all(each.detector == "speaker ecapa-tdnn random aaaaaaaaaaaa" for each in verdicts)
    assert "published false-match rate" in verdicts[0].detail
    assert ears.off == {}


def without(*absent: str) -> Callable[[str], object | None]:
    return lambda name: None if name in absent else object()


def test_missing_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setattr(importlib.util, "find_spec", without("torch", "speechbrain"))
    out = tmp_path / "out.onnx"
    assert main(["export-speaker", "--from", str(tmp_path / "any.ckpt"), "--out", str(out)]) == 1
    assert "needs torch, speechbrain: install" in capsys.readouterr().err
    assert not out.exists()


def test_sounds_to_compare_with_are_bounded_and_as_long_as_said():
    sounds = export_speaker.sounds()
    assert [len(wave) for wave in sounds.values()] == [16_000 * each for each in LENGTHS_S]
    assert max(float(np.abs(wave).max()) for wave in sounds.values()) <= 1


def test_parity_is_told_in_one_line():
    assert str(Parity(2, 0.99999, 10.0, 5.0)).endswith("5.0 ms against 10.0 ms in torch (0.50)")
