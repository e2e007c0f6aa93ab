"""What pip-audit and npm say becomes one exit status, and silence never becomes a clean one."""

import json
from pathlib import Path

import pytest
import yaml

from tests import audit

ROOT = Path(__file__).parents[1]
CLEAN = {"dependencies": [{"name": "click", "version": "8.4.2", "vulns": []}], "fixes": []}
WEAK = {
    "dependencies": [
        {
            "name": "click",
            "version": "1.0",
            "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}],
        }
    ]
}
NPM_WEAK = {
    "auditReportVersion": 2,
    "vulnerabilities": {
        "left": {"name": "left", "severity": "high", "range": "<2", "fixAvailable": True}
    },
}


@pytest.fixture
def program(tmp_path: Path):
    """A stand-in that prints what it is told to and ends as both programs do."""

    def made(name: str, told: object, *, status: int = 0, said: str = "") -> Path:
        path = tmp_path / name
        answer = tmp_path / f"{name}.json"
        answer.write_text("" if told is None else json.dumps(told))
        path.write_text(f"#!/bin/sh\ncat '{answer}'\necho '{said}' >&2\nexit {status}\n")
        path.chmod(0o755)
        return path

    return made


def run(pip: Path, npm: Path) -> int:
    return audit.main(["--pip-audit", str(pip), "--npm", str(npm)])


def test_nothing_known_is_zero(program) -> None:
    npm = program("npm", {"auditReportVersion": 2, "vulnerabilities": {}})
    assert run(program("pip-audit", CLEAN), npm) == 0


def test_a_known_weakness_is_named_with_what_mends_it(program, capsys) -> None:
    pip, npm = program("pip-audit", WEAK, status=1), program("npm", NPM_WEAK, status=1)
    assert run(pip, npm) == 1
    said = capsys.readouterr().out
    assert "click 1.0: PYSEC-1 (mended in: 1.1)" in said
    assert "left <2: high (mended by an update: yes)" in said


def test_a_database_that_cannot_be_reached_is_said_with_a_status_of_its_own(
    program, capsys
) -> None:
    pip = program("pip-audit", None, status=1, said="ERROR: connection refused")
    npm = program("npm", {"message": "request to advisories failed, reason: ENOTFOUND"}, status=1)
    assert run(pip, npm) == 3
    said = capsys.readouterr().err
    assert said.count("could not reach the advisory database") == len(audit.LOCKS) + 1
    assert "connection refused" in said
    assert "ENOTFOUND" in said


def test_what_is_known_weighs_more_than_what_could_not_be_asked(program) -> None:
    npm = program("npm", None, status=1)
    assert run(program("pip-audit", WEAK, status=1), npm) == 1
    pip = program("pip", {"dependencies": [{"name": "x", "skip_reason": "not there"}]})
    assert run(pip, program("npm-weak", NPM_WEAK, status=1)) == 1
    assert run(pip, npm) == 3


def test_every_lock_is_asked_about_and_the_workflow_runs_the_command() -> None:
    locks = {path.stem for path in (ROOT / "requirements").glob("*.txt")}
    assert set(audit.LOCKS) <= locks
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8"))
    steps = [step.get("run") for job in workflow["jobs"].values() for step in job["steps"]]
    assert "python3 dev.py audit" in steps
