"""What a server installs, how much it weighs at rest, and its documented settings."""

import os
import re
import signal
import ssl
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from server.__main__ import main
from server.cli.setting_words import table
from server.settings import BadSettings, read_settings

ROOT = Path(__file__).parents[2]
HEAVY = {
    *("numpy", "scipy", "torch", "tensorflow", "onnxruntime", "onnx", "scikit-learn", "pandas"),
    *("mediapipe", "opencv-python", "opencv-python-headless", "faster-whisper", "ctranslate2"),
    *("transformers", "tokenizers", "huggingface-hub", "av", "pyside6-essentials"),
}


def test_the_server_brings_no_machine_learning_library() -> None:
    text = (ROOT / "requirements" / "server.txt").read_text()
    names = set(re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE))
    assert {"fastapi", "sqlmodel"} <= names
    assert not names & HEAVY


def test_the_page_of_settings_is_up_to_date() -> None:
    kept = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert kept == table(), "run: python -m server settings > docs/settings.md"


def pss_mb(pid: int) -> float:
    """Proportional set size; megabytes."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    assert found
    return int(found[1]) / 1000


def test_a_server_with_its_own_certificate_serves_https_and_weighs_little(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setenv("INVIGIL_DATA_DIR", str(tmp_path / "data"))
    make = ["cert", "interviews.test", "--out", str(tmp_path)]
    assert main(make) == 0
    assert main(make) == 1
    assert "there already" in capsys.readouterr().err
    cert, key = tmp_path / "invigil.crt", tmp_path / "invigil.key"
    assert key.stat().st_mode & 0o777 == 0o600
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "server", "run", "--port", "0"),
            *("--tls-cert", str(cert), "--tls-key", str(key)),
        ],
        env=os.environ | {"INVIGIL_DATA_DIR": str(tmp_path / "data")},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        assert address.startswith("https://127.0.0.1:")
        trust = ssl.create_default_context(cafile=str(cert))
        with httpx.Client(verify=trust, trust_env=False) as http:
            answer = http.get(f"{address}/readyz")
            assert answer.status_code == 200
            assert "max-age" in answer.headers["Strict-Transport-Security"]
        monkeypatch.setenv("INVIGIL_PORT", address.rpartition(":")[2])
        monkeypatch.setenv("INVIGIL_TLS_CERT", str(cert))
        monkeypatch.setenv("INVIGIL_TLS_KEY", str(key))
        assert main(["health"]) == 0
        assert pss_mb(server.pid) < 150
        server.send_signal(signal.SIGTERM)
        assert server.wait(15) == 0
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
        server.stdout.close()


@pytest.mark.parametrize("asked", [["--days", "9999"], ["a name"], ["--days", "0"]])
def test_a_certificate_that_cannot_be_is_not_made(asked, tmp_path: Path, capsys) -> None:
    assert main(["cert", "--out", str(tmp_path), *asked]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_certificate_without_its_key_or_with_an_open_one_refuses_to_start(tmp_path: Path) -> None:
    cert, key = tmp_path / "a.crt", tmp_path / "a.key"
    cert.write_text("x")
    with pytest.raises(BadSettings, match="go together"):
        read_settings({}, tls_cert=cert)
    with pytest.raises(BadSettings, match="INVIGIL_TLS_KEY is no file"):
        read_settings({}, tls_cert=cert, tls_key=key)
    key.write_text("x")
    key.chmod(0o644)
    with pytest.raises(BadSettings, match="chmod 600"):
        read_settings({}, tls_cert=cert, tls_key=key)
