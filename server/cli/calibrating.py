"""`calibrate`: how well the baseline agrees with answers that people have graded.

One rule: it reads one file and stores nothing; every figure stands beside word overlap and, where
the file has a second score, beside two people.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.calibration.figures import Agreement, Measured
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `calibrate`."""
    calibrate = declare(
        commands, "calibrate", _calibrate, words="compare automatic scores with people's"
    )
    calibrate.add_argument(
        "file",
        type=Path,
        help="CSV with question, expected_answer, answer, score, max_score; if there are any, "
        "second_score and key_points",
    )


def _calibrate(settings: Settings, asked: argparse.Namespace) -> int:
    from server.calibration import graded

    try:
        found = graded.read(asked.file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        print(f"{asked.file} cannot be read as a text in UTF-8.", file=sys.stderr)
        return 1
    except graded.BadLine as fault:
        for line in [one.message for one in fault.faults] or [str(fault)]:
            print(line, file=sys.stderr)
        return 1
    compared = graded.compare(found, graded.by_baseline)
    print(f"{compared.grader.n} answers to {compared.grader.questions} questions")
    _tell("baseline", compared.grader)
    _tell("word overlap", compared.overlap)
    if compared.people is not None:
        _tell("two people", compared.people)
    for band in compared.grader.bands:
        if band.bias is not None:
            print(
                f"  where people gave {band.low:.0%} to {band.high:.0%} ({band.n}): "
                f"{band.bias:+.2f} of the marks"
            )
    return 0


def _tell(name: str, found: "Agreement") -> None:
    print(
        f"{name}: r {_figure(found.pearson)}, kappa {_figure(found.kappa)}, "
        f"mean error {_figure(found.mean_error)}"
    )


def _figure(found: "Measured") -> str:
    if found.value is None:
        return "unknown"
    if found.low is None or found.high is None:
        return f"{found.value:.3f}"
    return f"{found.value:.3f} ({found.low:.3f} to {found.high:.3f})"
