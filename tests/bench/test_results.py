"""Figures are kept together, survive a machine without recordings, and reach the cards."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import __main__ as bench
from tests.bench import cards, results

ORDER = ("face", "gaze", "identity")


def row(name: str, **given: Any) -> dict[str, Any]:
    nothing = dict.fromkeys((*bench.KEYS, *bench.WORDS, "machine", "commit", "date", "command"))
    return nothing | {"name": name, "ours": 0.5, "unit": "EER"} | given


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gaze.md").write_text(
        "# Gaze\n\nWritten.\n\n<!-- results: gaze -->\nold\n<!-- /results -->\n\nBy hand.\n"
    )
    return tmp_path


def merged(path: Path, name: str, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    results.merge(name, rows, order=ORDER, path=path)
    return results.read(path)


def test_rows_stand_in_the_order_of_the_benchmarks_however_they_were_run(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    merged(path, "identity", row("identity"))
    merged(path, "face", row("face", measure="a"), row("face", measure="b"))
    found = merged(path, "gaze", row("gaze"))
    assert [each["name"] for each in found] == ["face", "face", "gaze", "identity"]
    assert [each["measure"] for each in found[:2]] == ["a", "b"]


def test_a_benchmark_replaces_all_its_rows_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    merged(path, "face", row("face", measure="a"), row("face", measure="b"))
    merged(path, "gaze", row("gaze"))
    found = merged(path, "face", row("face", measure="c"))
    assert [(each["name"], each["measure"]) for each in found] == [("face", "c"), ("gaze", None)]


def test_figures_are_not_replaced_by_none(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    first = merged(path, "face", row("face", ours=None, note="no recordings"))
    assert first[0]["note"] == "no recordings"
    merged(path, "face", row("face", ours=0.25))
    assert merged(path, "face", row("face", ours=None))[0]["ours"] == 0.25


def test_numbers_of_numpy_are_kept_as_numbers_and_nan_as_unknown() -> None:
    odd = row(
        "face", ours=np.float32(0.1), n=np.int64(3), ok=np.bool_(True), interval=(np.nan, 1 / 3)
    )
    assert json.loads(results.text([odd]))[0] == row(
        "face", ours=0.1, n=3, ok=True, interval=[None, 0.333333]
    )


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_six_digits_of_a_number_are_kept(number: float) -> None:
    kept = json.loads(results.text([{"ours": number}]))[0]["ours"]
    assert kept == pytest.approx(number, rel=1e-5)  # half a unit of the sixth digit


def test_a_card_gets_its_table_and_keeps_its_words(folder: Path) -> None:
    merged(
        folder / "results.json",
        "gaze",
        row("gaze", measure="mean error", ours=7.25, unit="% of the diagonal", n=380,
            interval=[6.5, 8.0], target="<= 11.7", ok=True, data="two sessions",
            command="python3 dev.py bench gaze", machine="m", commit="c", date="2026-01-01"),
        row("gaze", measure="coverage | held out", ours=None, note="one person\nonly"),
    )  # fmt: skip
    assert cards.outdated(folder) == ["gaze.md"]
    cards.fill(folder)
    assert cards.outdated(folder) == []
    text = (folder / "gaze.md").read_text()
    assert "Written." in text
    assert text.endswith("<!-- /results -->\n\nBy hand.\n")
    assert "old" not in text
    assert (
        "| mean error | two sessions | 380 | 7.25 % of the diagonal | 6.5 to 8 |  | <= 11.7, met |"
    ) in text
    assert "| coverage \\| held out |  |  | not run |" in text
    assert "- one person only" in text
    assert "`python3 dev.py bench gaze` · m · commit c · 2026-01-01" in text


def test_a_miss_is_said_as_loudly_as_it_can_be() -> None:
    assert "**missed**" in cards.table([row("gaze", target="<= 1", ok=False)])


def test_a_half_known_interval_is_none() -> None:
    assert "nan" not in cards.table([row("gaze", interval=[None, None])]).lower()


def test_a_card_without_figures_says_so(folder: Path) -> None:
    cards.fill(folder)
    assert "Not measured yet." in (folder / "gaze.md").read_text()


@pytest.mark.parametrize(
    "card",
    [
        "<!-- results: gaze -->\n",
        "<!-- /results -->\n",
        "<!-- results: gaze -->\n<!-- results: face -->\n<!-- /results -->\n",
    ],
)
def test_a_torn_block_is_left_alone(card: str) -> None:
    assert not cards.is_whole(card)
    assert cards.filled(card, {}) == card


@given(st.text(st.characters(codec="utf-8")))
def test_a_card_without_blocks_is_never_changed(card: str) -> None:
    if "<!--" not in card:
        assert cards.filled(card, {}) == card


def test_a_benchmark_that_nobody_has_is_refused_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main(["gaze", "gase"])
    assert ended.value.code == 2
    assert "no benchmark named gase" in capsys.readouterr().err


def test_every_benchmark_with_a_dash_is_found_by_both_spellings() -> None:
    options = bench._options(["speaker_id", "speaker-id", "head_pose"])
    assert options.names == ["speaker-id", "head-pose"]


def test_a_row_that_was_not_measured_says_why() -> None:
    assert bench.line(row("wer", ours=None, note="no weights")) == "wer: not measured: no weights"


def test_a_row_for_the_terminal_has_measure_figure_interval_and_verdict() -> None:
    shown = bench.line(
        row("gaze", measure="error", n=9, interval=[0.25, 1.0], target="<= 1", ok=True)
    )
    assert shown == "gaze, error: 0.5 EER  [0.25, 1]  n 9  meets target <= 1"
