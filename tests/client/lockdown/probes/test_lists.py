"""Lists are read row by row: what is broken is left out and named, and the policy adds to them."""

import json
from pathlib import Path

import pytest

from client.lockdown.probes.answer import ok, violation
from client.lockdown.probes.displays import Display, judge
from client.lockdown.probes.lists import LIST, NAMES, known, noted, programs
from client.lockdown.probes.machine import Machine
from client.lockdown.probes.machine import judge as judge_machine
from client.preflight.programs import LIST as PROGRAMS
from client.preflight.programs import read_list
from client.preflight.rows import LeftOut
from shared.policy import Policy, ProbeRow
from tests.client.lockdown.probes.edids import edid


def changed(path: Path, source: Path, **fields: object) -> Path:
    given = json.loads(source.read_text("utf-8"))
    path.write_text(json.dumps(given | fields), "utf-8")
    return path


def test_the_apps_own_files_are_whole_and_have_a_version() -> None:
    lists, listing = known(), programs(Policy())
    assert lists.left_out == listing.left_out == ()
    assert lists.version.count(".") == listing.version.count(".") == 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("broken", ["Upper Case", "ab", "x" * 61, None, 7, ["a"], {"name": "odd"}])
def test_a_broken_row_costs_that_row_and_is_named(tmp_path: Path, name: str, broken: object):
    given = json.loads(LIST.read_text("utf-8"))[name]
    path = changed(tmp_path / "lists.json", LIST, **{name: [*given, broken]})
    lists = known(path)
    assert getattr(lists, name) == getattr(known(), name)
    (out,) = lists.left_out
    assert out.list == name
    assert out.words.startswith(f"row {len(given) + 1} of {name}")


@pytest.mark.parametrize(
    "broken",
    [
        {"name": "Odd", "processes": ["*"]},
        {"name": "Odd", "processes": []},
        {"name": "Odd", "processes": ["fine"], "does": "harm"},
        {"name": "Odd", "processes": ["fine"], "extra": 1},
        "Odd",
    ],
)
def test_a_broken_program_costs_that_program(tmp_path: Path, broken: object):
    rows = json.loads(PROGRAMS.read_text("utf-8"))["programs"]
    path = changed(tmp_path / "blocked.json", PROGRAMS, programs=[broken, *rows])
    listing = read_list(path)
    assert listing.programs == read_list().programs
    assert [out.words[:15] for out in listing.left_out] == ["row 1 of progra"]
    assert "Odd" in listing.left_out[0].words


@pytest.mark.parametrize("raw", ["", "[]", "{}", '{"version": "1", "assistive": 3}', "\0"])
def test_a_file_that_is_no_list_raises(tmp_path: Path, raw: str):
    path = tmp_path / "lists.json"
    path.write_text(raw, "utf-8")
    with pytest.raises((ValueError, KeyError)):
        known(path)


def test_the_policy_adds_programs_windows_displays_and_machines() -> None:
    rows = (
        ProbeRow(list="programs", name="Our Notes", patterns=("ournotes*",), does="answers"),
        ProbeRow(list="input_methods", patterns=("our-ime",)),
        ProbeRow(list="displays", name="our capture box", patterns=("boxcap",)),
        ProbeRow(list="machines", patterns=("ourcloud",)),
    )
    policy = Policy(probe_rows=rows, denied_programs=("Extra*",))
    lists, listed = known(more=rows), programs(policy).listed
    assert [one.name for one in listed[-2:]] == ["Our Notes", "Extra"]
    assert "our-ime" in lists.input_methods
    seen = (Display("DP-1", edid=edid("ABC", "BoxCap 3")),)
    assert "our capture box" in str(judge(seen, lists, note_second=False))
    dmi = {"sys_vendor": "OurCloud Ltd"}
    there = Machine(dmi=dmi, cpu_model="a processor", hypervisor=False)
    assert judge_machine(there).outcome == "ok"
    found = judge_machine(there, lists.machines)
    assert found.outcome == "unknown", "one family alone is never a violation"
    assert "the firmware says ourcloud (60)" in found.evidence


def test_a_row_for_a_list_of_a_later_release_is_named() -> None:
    (out,) = known(more=(ProbeRow(list="smells", patterns=("rose",)),)).left_out
    assert "smells" in out.words
    assert noted(ok("typing"), (out,)).outcome == "unknown"
    assert noted(ok("clock"), (out,)) == ok("clock")


def test_what_was_found_stays_found_with_a_hole_in_the_list() -> None:
    out = LeftOut("programs", "row 3 of programs (X)")
    found = noted(violation("processes", "TeamViewer"), (out,))
    assert found == violation("processes", "TeamViewer", "left out: row 3 of programs (X)")
    assert noted(ok("displays"), (out,)) == ok("displays")
