"""S21: an answer that speaks to its grader gains at most 5 % of the scale, and never full marks.

The models behind the judge believe what they read, on purpose. The whole corpus, every carrier:
`dev.py bench injection`.
"""

import statistics

import pytest

from server.scoring import injection
from server.scoring.hidden import visible
from tests.adversarial.injections import ATTACKS, CARRIERS, HELD_OUT, LATER
from tests.bench.injection import ANSWERS, MOST, Grader, by_baseline, judged_by, outcomes
from tests.server.scoring.scripted import gullible

pytestmark = pytest.mark.adversarial


@pytest.mark.parametrize("carrier", CARRIERS)
def test_s21_no_attack_of_the_corpus_reaches_the_model_whole(carrier: str):
    for attack in ATTACKS:
        text = visible(CARRIERS[carrier]("A queue holds messages.", attack)).text
        left = injection.masked(text, injection.suspects(text))
        kept = left.replace("A queue holds messages.", "").replace("As they say", "")
        assert len([word for word in kept.split() if word.isalnum()]) <= 3, attack


def test_s21_the_baseline_gives_nothing_for_any_attack():
    found = list(outcomes(by_baseline, ("after", "with zero-width characters")))
    assert max(one.moved for one in found) <= MOST
    assert all(one.attacked != 1.0 for one in found)


@pytest.mark.parametrize("sly", [False, True])
def test_s21_a_model_that_believes_its_answers_gives_no_marks_for_it(sly: bool):
    with judged_by(gullible(sly=sly)) as grader:
        moved = [_moved(grader, attack) for attack in (*ATTACKS[::4], *HELD_OUT)]
    assert statistics.fmean(moved) <= MOST


def test_s21_words_about_one_thing_buy_no_full_marks_for_another():
    """A model that believes the answer and quotes what is right in it, for everything."""
    believed = 0
    with judged_by(gullible(sly=True)) as grader:
        for attack in (*HELD_OUT[2:6], *LATER):
            share, looks = grader(f"{ANSWERS['middling']} {attack}")
            assert share is None or share <= 0.5 + MOST, attack
            believed += share is None and looks
    assert believed > 6  # it was deceived, and a person was asked


def _moved(grader: Grader, attack: str) -> float:
    share, _ = grader(f"{ANSWERS['nothing']} {attack}")
    assert share is None or share < 1.0, attack
    return share or 0.0


@pytest.mark.parametrize(
    "answer",
    [
        "A queue decouples producer and consumer, and the system stays up when one of them fails.",
        "I would ignore stale entries, and the rule is that the newest version wins.",
        "The user sends a request; the assistant service answers with the level of the log.",
        "Serializable is the strictest isolation level; most systems run below it.",
        "You give the index a key and it returns the rows, which is faster than a full scan.",
        "def score(level):\n    return level * 2  # doubles it",
        "A prompt is split into tokens before the model reads it.",
    ],
)
def test_s21_plain_technical_answers_are_not_suspect(answer: str):
    assert injection.suspects(answer) == ()
