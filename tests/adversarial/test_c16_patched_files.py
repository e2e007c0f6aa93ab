"""C16: one byte of a shipped file is changed, and the app and the server see another build."""

import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.attest.__main__ import main
from client.attest.here import measure
from client.attest.manifest import PACKAGES, root
from server.builds import Trust, standing
from server.keys import encode

pytestmark = pytest.mark.adversarial


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Trust]:
    """The whole app as it is shipped from here, listed and signed."""
    folder, key = tmp_path_factory.mktemp("app"), Ed25519PrivateKey.generate()
    for name in PACKAGES:
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root() / name, folder / name, ignore=skipped)
    file = folder.parent / "release.key"
    file.write_bytes(key.private_bytes_raw())
    assert main(["list", str(folder)]) == 0
    assert main(["sign", str(folder), "--key", str(file)]) == 0
    return folder, Trust((encode(key.public_key().public_bytes_raw()),))


def test_a_flipped_byte_in_any_shipped_file_is_told_by_name(shipped: tuple[Path, Trust]) -> None:
    folder, trust = shipped
    whole = measure(folder)
    assert standing(whole, trust) == "released"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent != folder)
    full = [path for path in files if path.stat().st_size]
    assert len(full) > 200
    # Each is flipped; looked at in groups, so that not all files are read for every one.
    for first in range(0, len(full), 20):
        group = full[first : first + 20]
        before = [path.read_bytes() for path in group]
        for path, raw in zip(group, before, strict=True):
            at = len(raw) // 2
            path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        build = measure(folder)
        assert build.changed == tuple(path.relative_to(folder).as_posix() for path in group)
        assert standing(build, trust) == "changed"
        for path, raw in zip(group, before, strict=True):
            path.write_bytes(raw)
    assert measure(folder) == whole


def test_a_list_that_was_made_to_fit_the_patched_files_is_no_released_one(
    shipped: tuple[Path, Trust],
) -> None:
    folder, trust = shipped
    sig, path = (folder / "build.sig").read_bytes(), folder / "client" / "app.py"
    before, listed = path.read_bytes(), (folder / "build.json").read_bytes()
    path.write_bytes(before + b"# patched\n")
    assert main(["list", str(folder)]) == 0
    (folder / "build.sig").write_bytes(sig)
    assert standing(measure(folder), trust) == "unknown"
    path.write_bytes(before)
    (folder / "build.json").write_bytes(listed)
    assert standing(measure(folder), trust) == "released"
