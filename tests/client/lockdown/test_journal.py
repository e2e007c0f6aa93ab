"""What was changed is on disk first, and is set back whoever does it, however often."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from client.lockdown.journal import Journal, Undo

ONE, TWO = Undo("set", {"value": 1}), Undo("set", {"value": 2})


def test_it_is_set_back_in_reverse_and_nothing_is_left(tmp_path: Path):
    journal, seen = Journal(tmp_path / "lockdown.jsonl"), []
    journal.note(ONE)
    journal.note(TWO)
    assert journal.restore({"set": lambda value: seen.append(value)}, "now") == []
    assert seen == [2, 1]
    assert not journal.path.exists()
    assert journal.restore({"set": lambda value: seen.append(value)}, "now") == []
    assert seen == [2, 1]


def test_one_that_fails_stays_and_keeps_no_other(tmp_path: Path):
    journal, seen = Journal(tmp_path / "lockdown.jsonl"), []

    def breaks(value: int) -> None:
        raise OSError

    journal.note(Undo("break", {"value": 0}))
    journal.note(ONE)
    table = {"set": lambda value: seen.append(value), "break": breaks}
    assert journal.restore(table, "now") == ["break"]
    assert seen == [1]
    assert [undo.kind for _, undo in journal.pending()] == ["break"]
    table["break"] = lambda value: seen.append(value)
    assert journal.restore(table, "now") == []
    assert seen == [1, 0]


def test_a_kind_that_this_version_does_not_know_stays(tmp_path: Path):
    journal = Journal(tmp_path / "lockdown.jsonl")
    journal.note(Undo("of_a_newer_app", {}))
    assert journal.restore({}, "now") == ["of_a_newer_app"]
    assert journal.pending()


def test_what_died_with_an_earlier_boot_is_only_ticked_off(tmp_path: Path):
    journal, seen = Journal(tmp_path / "lockdown.jsonl"), []
    journal.note(Undo("set", {"value": 1}, boot="yesterday"))
    journal.note(Undo("set", {"value": 2}, boot="today"))
    assert journal.restore({"set": lambda value: seen.append(value)}, "today") == []
    assert seen == [2]
    assert not journal.path.exists()


@given(st.integers(0, 400), st.integers(0, 3))
def test_a_torn_line_is_no_line_and_what_comes_after_it_is_read(tmp_path_factory, cut: int, n: int):
    journal = Journal(tmp_path_factory.mktemp("torn") / "lockdown.jsonl")
    numbers = [journal.note(Undo("set", {"value": value})) for value in range(n)]
    whole = journal.path.read_bytes() if n else b""
    torn = json.dumps({"n": n + 1, "kind": "set", "given": {"value": 99}, "boot": ""}).encode()
    journal.path.write_bytes(whole + torn[: min(cut, len(torn))])
    assert [number for number, _ in journal.pending()] == numbers[::-1]
    after = journal.note(TWO)
    assert journal.pending()[0] == (after, TWO)
    assert [number for number, _ in journal.pending()][1:] == numbers[::-1]


def test_a_late_watchdog_leaves_alone_what_a_later_app_holds(tmp_path: Path):
    journal, seen = Journal(tmp_path / "lockdown.jsonl", owner="killed"), []
    journal.note(ONE)
    later = Journal(journal.path, owner="started since")
    later.note(TWO)
    table = {"set": lambda value: seen.append(value)}
    assert journal.restore(table, "now", by="killed") == []
    assert seen == [1]
    assert [undo.by for _, undo in journal.pending()] == ["started since"]
    assert journal.restore(table, "now", by="started since") == []
    assert seen == [1, 2]
    assert not journal.path.exists()


def test_ticking_off_the_last_one_removes_the_file(tmp_path: Path):
    journal = Journal(tmp_path / "lockdown.jsonl")
    first, second = journal.note(ONE), journal.note(TWO)
    journal.done(second)
    assert [number for number, _ in journal.pending()] == [first]
    journal.done(first)
    assert not journal.path.exists()
