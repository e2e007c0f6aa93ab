"""What holds here is told with value, source and meaning, for people and for programs."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client import explain
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.policy import Policy, Sensitivity
from tests.client.spool.memory_server import make_grant


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVIGIL_CLIENT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def keep(tmp_path: Path, given: Policy, **changes: object) -> str:
    grant = make_grant(Ed25519PrivateKey.generate(), policy=given)
    grant = grant.model_copy(update=changes)
    folder = tmp_path / "data" / "interviews" / f"{grant.session}-1"
    Spool.create(folder, grant, SigningKey.load_or_make(tmp_path / "a.key")).close()
    return grant.session


def told(tmp_path: Path, *arguments: str) -> tuple[int, dict, dict[str, dict]]:
    lines: list[str] = []
    status = explain.main(
        ["--json", "--managed", str(tmp_path / "m.json"), *arguments], lines.append
    )
    read = json.loads(lines[0])
    return status, read, {f"{row['part']}.{row['name']}": row for row in read["fields"]}


def test_every_field_has_words_and_they_are_the_source_s():
    assert explain.words() == explain.words_of_source()
    assert [name for name, means in explain.words().items() if not means] == []


def test_without_an_interview_the_defaults_are_told(tmp_path: Path):
    status, read, rows = told(tmp_path)
    assert (status, read["interview"], read["faults"]) == (0, None, [])
    assert rows["policy.lockdown"]["source"] == "default"
    assert rows["settings.data_dir"]["source"] == "environment"


def test_the_signed_rules_of_the_newest_interview_are_told_beside_the_defaults(tmp_path: Path):
    policy = Policy(blocks=("displays",), sensitivity=Sensitivity(gaze_beyond_deg=9))
    session = keep(tmp_path, policy)
    status, read, rows = told(tmp_path)
    assert (status, read["interview"]) == (0, session)
    assert rows["policy.blocks"]["value"] == ["displays"]
    assert rows["policy.blocks"]["source"] == "signed policy"
    level = rows["policy.sensitivity.gaze_beyond_deg"]
    assert (level["value"], level["default"]) == (9, 3)
    assert set(rows) == set(explain.words())


def test_rules_that_were_changed_on_this_computer_are_not_believed(tmp_path: Path):
    keep(tmp_path, Policy(), policy=Policy(lockdown="off"))
    status, read, rows = told(tmp_path)
    assert status == 1
    assert "not the ones that its server signed" in read["faults"][0]
    assert rows["policy.lockdown"]["value"] == "standard"


def test_a_managed_file_is_named_as_the_source_and_its_fault_is_told_with_the_line(tmp_path: Path):
    file = tmp_path / "m.json"
    file.write_text('{"language": "de"}')
    _, _, rows = told(tmp_path)
    assert (rows["settings.language"]["value"], rows["settings.language"]["source"]) == (
        "de",
        "managed file",
    )
    file.write_text('{\n "language": 7}')
    status, read, rows = told(tmp_path)
    assert status == 1
    assert f"{file}, line 2" in read["faults"][0]
    assert rows["settings.language"]["source"] == "default"


def test_people_read_faults_first_then_what_counts_before_what(tmp_path: Path):
    (tmp_path / "m.json").write_text("{")
    lines: list[str] = []
    assert explain.main(["--managed", str(tmp_path / "m.json")], lines.append) == 1
    text = lines[0]
    assert text.startswith("DOES NOT FIT: ")
    assert explain.PRECEDENCE[0] in text
    assert 'lockdown = "standard"\n    from: default\n    `standard`: while the clock' in text


def test_an_interview_that_is_not_here_is_said(tmp_path: Path):
    status, read, _ = told(tmp_path, "--interview", "abc")
    assert (status, read["faults"]) == (1, ["No interview here begins with abc."])
