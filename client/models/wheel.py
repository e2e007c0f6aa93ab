"""The models inside MediaPipe's wheel (Apache-2.0), for machines that reach only a package index.

One rule: the wheel is pinned, so that the same part has the same bytes everywhere; one download
in a process serves every builder.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from client.models.errors import FetchError

WHEEL = "mediapipe==0.10.21"
SHORT_RANGE = "mediapipe/modules/face_detection/face_detection_short_range.tflite"
FULL_RANGE = "mediapipe/modules/face_detection/face_detection_full_range_sparse.tflite"
MESH = "mediapipe/modules/face_landmark/face_landmark_with_attention.tflite"
_PARTS = (SHORT_RANGE, FULL_RANGE, MESH)

_kept: dict[str, bytes] = {}


def parts(say: Callable[[str], None]) -> Mapping[str, bytes]:
    """The three models by their names in the wheel, fetched by the machine's package client.

    `say` gets sentences about progress. Raises FetchError with what to do.
    """
    if not _kept:
        with tempfile.TemporaryDirectory(prefix="invigil-wheel-") as folder:
            root = Path(folder)
            say(f"downloading the wheel of {WHEEL} (36 MB) from the package index")
            _download(root)
            found = {name: root / name for name in _PARTS}
            for name, path in found.items():
                if not path.is_file():
                    raise FetchError(f"The wheel of {WHEEL} holds no {name}.", retryable=False)
            _kept.update({name: path.read_bytes() for name, path in found.items()})
    return _kept


def _download(target: Path) -> None:
    """Unpacks the wheel into `target`; any platform's will do, the models are the same in all."""
    platform = "manylinux_2_28_x86_64"
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--quiet", "--target", str(target), "--no-deps"]
        command += ["--only-binary", ":all:", "--python-version", "3.11"]
        command += ["--python-platform", f"x86_64-{platform[:-7]}", WHEEL]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(target)]
        command += ["--no-deps", "--only-binary", ":all:", "--python-version", "3.11"]
        command += ["--platform", platform, WHEEL]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no output"])[-1]
        raise FetchError(f"The package index gave no wheel of {WHEEL}: {last}", retryable=True)
    for wheel in target.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            there = set(archive.namelist())
            for name in there.intersection(_PARTS):
                archive.extract(name, target)
