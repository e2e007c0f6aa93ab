"""The pages that say what the code does are compared with it; every example of docs/api.md runs."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.cli.describe import schema_documents

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(
    not any((Path(d) / "curl").exists() for d in os.get_exec_path()), reason="curl is not installed"
)
def test_examples_of_the_api_page_work(tmp_path: Path) -> None:
    blocks = BLOCK.findall((ROOT / "docs" / "api.md").read_text(encoding="utf-8"))
    assert len(blocks) == 7
    first = blocks[0].splitlines()[0].replace("python -m", f"{sys.executable} -m")
    now = datetime.now(UTC)
    environ = os.environ | {
        "INVIGIL_DATA_DIR": str(tmp_path),
        "EMAIL": "root@example.org",
        "PASSWORD": "a good long password",
        "OPENS_AT": now.isoformat(),
        "CLOSES_AT": (now + timedelta(hours=2)).isoformat(),
    }
    subprocess.run(["sh", "-euc", first], env=environ, cwd=ROOT, check=True, capture_output=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", "0"],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        environ["SERVER"] = server.stdout.readline().split()[-1]
        script = "\n".join([*blocks[1:], 'echo; echo "invite $INVITE"'])
        done = subprocess.run(
            ["sh", "-euc", script],
            env=environ,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert '"candidate_name":"Casey Sample"' in done.stdout
        assert re.search(rf"invite {environ['SERVER']}/i#[\w-]{{43}}$", done.stdout.strip())
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def test_the_pages_on_the_schema_are_as_the_tables_are() -> None:
    for name, text in schema_documents().items():
        kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert kept == text, "run: python -m server schema --out docs"
