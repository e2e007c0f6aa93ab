"""A measurement means ok, violation or unknown, and what is not ok says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.preflight import rules
from client.preflight.rules import Verdict
from shared.readiness import overall

OK = [
    rules.disk(50_000_000_000, writable=True),
    rules.network(20.0, "", server="https://x"),
    rules.clock(0.4),
    rules.models(("face 01234567",), ()),
    rules.programs(()),
    rules.camera("Cam", (640, 480), 29.7),
    rules.light(0.5),
    rules.microphone("Mic", -40.0),
    rules.speakers(("Speaker",), voice=True, system="linux"),
    rules.pace(30.0, 8),
]
VIOLATION = [
    rules.disk(50_000_000_000, writable=False),
    rules.disk(10, writable=True),
    rules.network(None, "", server="https://x"),
    rules.network(2000.0, "", server="https://x"),
    rules.clock(-90.0),
    rules.models((), ("The face model is not on this machine. Fetch it.",)),
    rules.programs(("AnyDesk",)),
    rules.camera("", None, None),
    rules.camera("Cam", None, None),
    rules.light(0.02),
    rules.light(0.99),
    rules.microphone("", None),
    rules.microphone("Mic", None),
    rules.microphone("Mic", -90.0),
    rules.speakers((), voice=True, system="linux"),
    rules.pace(1.0, 2),
]
UNKNOWN = [
    rules.disk(2_000_000_000, writable=True),
    rules.network(None, "", server=""),
    rules.network(700.0, "", server="https://x"),
    rules.clock(None),
    rules.models(("face 01234567",), (), ("The whisper model is not on this machine.",)),
    rules.programs(None),
    rules.camera("Cam", (320, 240), None),
    rules.light(None),
    rules.speakers(("Speaker",), voice=False, system="linux"),
    rules.speakers(("Speaker",), voice=False, system="win32"),
    rules.speakers(("Speaker",), voice=False, system="darwin"),
    rules.speakers(("Speaker",), voice=None, system="win32"),
    rules.pace(None, 2),
    rules.pace(6.0, 2),
]


@pytest.mark.parametrize(
    ("outcome", "verdicts"), [("ok", OK), ("violation", VIOLATION), ("unknown", UNKNOWN)]
)
def test_each_measurement_has_its_outcome(outcome: str, verdicts: list[Verdict]):
    assert [one.outcome for one in verdicts] == [outcome] * len(verdicts)


@pytest.mark.parametrize(
    ("system", "where"),
    [("linux", "espeak-ng"), ("win32", "Time & language"), ("darwin", "Spoken Content")],
)
def test_a_missing_voice_is_told_in_the_words_of_its_system(system: str, where: str):
    told = rules.speakers(("Speaker",), voice=False, system=system)
    assert where in told.cure
    assert ("espeak-ng" in told.cure + told.cause) is (system == "linux")


def test_the_line_about_programs_says_whose_list_it_is():
    assert "An interview may name more" in rules.programs(()).found


def test_what_is_not_ok_says_why_and_what_to_do():
    for one in (*VIOLATION, *UNKNOWN):
        assert len(one.cause) > 10, one
        assert one.cure.endswith("."), one
    assert all(one.found and not (one.cause or one.cure) for one in OK)


@given(st.lists(st.sampled_from(["ok", "violation", "unknown"]), min_size=1))
def test_one_violation_outweighs_everything_and_unknown_is_never_ok(outcomes: list):
    lines = tuple(rules.line("disk", Verdict(one), 1) for one in outcomes)
    expected = 1 if "violation" in outcomes else 3 if "unknown" in outcomes else 0
    assert rules.exit_status(lines) == expected
    assert (overall(lines) == "ok") is (set(outcomes) == {"ok"})


@given(st.text(max_size=2000))
def test_long_texts_are_cut_and_not_refused(text: str):
    line = rules.line("camera", Verdict("unknown", text, text, text), -3)
    assert len(line.found) <= 500
    assert line.spent_ms == 0
