"""What the wire can say, the dashboard has words for: its lists follow the shared ones."""

import re
import typing

import pytest

from server.mail.rules import Kind, Overall, State
from shared.events import SignalKind, SystemNoted
from shared.policy import Accommodations, Policy
from tests.server.dashboard.stage import ROOT

WORDS = ROOT / "server" / "dashboard" / "src" / "words"
SYSTEM = typing.get_args(SystemNoted.model_fields["what"].annotation)
NOT_WATCHING = ("rerecord", "speak_questions", "transcribe", "viva")
"""About answers and questions: they have forms of their own."""
FORBIDDEN = re.compile(r"cheat|fraud|suspicio|dishonest|caught|violat|guilt|impost", re.IGNORECASE)


def keys_of(file: str) -> set[str]:
    return set(
        re.findall(r"^  (\w+): (?:[\"{]|t`)", (WORDS / file).read_text(encoding="utf-8"), re.M)
    )


@pytest.mark.parametrize("name", [*SignalKind, *SYSTEM])
def test_every_signal_and_note_about_the_machine_has_words(name: str) -> None:
    assert name in keys_of("signals.ts")


def test_every_agreement_can_be_set_and_is_explained() -> None:
    agreements = set(Accommodations.model_fields) - {"extra_time_percent"}
    assert agreements <= keys_of("rules.ts")


def test_everything_that_can_be_watched_can_be_switched() -> None:
    watched = {
        name
        for name, field in Policy.model_fields.items()
        if field.annotation is bool and name not in NOT_WATCHING
    }
    assert watched <= keys_of("rules.ts")


@pytest.mark.parametrize("name", sorted({*Kind, *State, *Overall}))
def test_every_kind_and_state_of_a_mail_has_words(name: str) -> None:
    assert name in keys_of("mail.ts")


@pytest.mark.parametrize("file", ["signals.ts", "rules.ts", "status.ts", "mail.ts"])
def test_no_word_accuses(file: str) -> None:
    shown = re.findall(r'"[^"\n]*"|`[^`]*`', (WORDS / file).read_text(encoding="utf-8"))
    assert shown
    assert FORBIDDEN.findall("\n".join(shown)) == []
