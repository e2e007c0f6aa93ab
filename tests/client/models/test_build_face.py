"""The bundle that we make ourselves, from the wheel that the package index gives."""

import hashlib
import io
import zipfile

import pytest

from client.models import build_face, manifest
from client.models.errors import FetchError
from client.models.manifest import Source


@pytest.fixture(scope="module")
def bundle() -> bytes:
    pytest.importorskip("ai_edge_litert", reason="the [models] extra is not installed")
    try:
        return build_face.build(lambda _: None)
    except FetchError as error:
        if not error.retryable:
            raise
        pytest.skip(f"the wheel cannot be fetched here: {error}")


@pytest.fixture
def source() -> Source:
    face = next(model for model in manifest.bundled() if model.name == "face")
    return next(source for source in face.sources if source.build == "face")


def test_the_same_wheel_gives_the_bytes_that_the_manifest_names(
    bundle: bytes, source: Source
) -> None:
    assert len(bundle) == source.files[0].size
    assert hashlib.sha256(bundle).hexdigest() == source.files[0].sha256


def test_the_models_lie_stored_and_aligned_so_that_they_can_be_mapped(bundle: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        parts = [archive.read(entry) for entry in entries]
    assert [entry.filename for entry in entries] == [
        "face_detector.tflite",
        "face_landmarks_detector.tflite",
    ]
    for entry, part in zip(entries, parts, strict=True):
        assert entry.compress_type == zipfile.ZIP_STORED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert bundle.find(part) % 64 == 0
