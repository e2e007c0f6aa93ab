"""Pauses are heard by the proctor's voice detector in real speech; without it nobody is asked."""

import subprocess
import sys

import numpy as np
import pytest

from client.proctor.ears import Ears
from client.proctor.known import NOTHING_KNOWN
from client.proctor.pipe import Sound
from client.speech.endpointing import LEAST_S, UNHEARD_S
from client.speech.pausing import PauseWatch
from client.speech.pcm import RATE_HZ, Pcm

PIECE = 4_000
"""A quarter of a second, as it goes to the proctor."""


class Asked:
    """A watch at the proctor's ears, and what it asked."""

    def __init__(self) -> None:
        self.changes: list[bool] = []
        self.watch = PauseWatch(self.changes.append)
        self.ears = Ears(find=lambda _: None, why_missing=lambda _: "no speaker model")
        self.at_s = 100.0

    def begin(self) -> None:
        self.watch.begin(self.at_s)

    def hear(self, pcm: Pcm) -> None:
        for start in range(0, len(pcm), PIECE):
            piece = pcm[start : start + PIECE]
            self.at_s += len(piece) / RATE_HZ
            assert self.ears.hear(Sound(piece.tobytes(), self.at_s), NOTHING_KNOWN, None) == ()
            self.watch.hear(self.ears.looks)

    def silence(self, seconds: float) -> None:
        self.hear(np.zeros(int(seconds * RATE_HZ), np.int16))


@pytest.mark.sound
def test_a_pause_after_speech_is_asked_about_and_speech_takes_it_back(speech: Pcm):
    asked = Asked()
    asked.begin()
    asked.silence(10)
    assert asked.changes == []
    asked.hear(speech)
    asked.silence(LEAST_S - 1)
    assert asked.changes == []
    asked.silence(2)
    assert asked.changes == [True]
    asked.hear(speech)
    assert asked.changes == [True, False]
    assert len(asked.watch.state.pauses) == 1


@pytest.mark.sound
def test_nothing_is_asked_between_takes_and_what_was_learned_stays(speech: Pcm):
    asked = Asked()
    asked.begin()
    for _ in range(2):
        asked.hear(speech)
        asked.silence(5)
    asked.hear(speech)
    asked.watch.end()
    learned = asked.watch.state.pauses
    asked.silence(30)
    assert asked.changes == []
    asked.begin()
    assert asked.watch.state.pauses == learned != ()


@pytest.mark.sound
def test_still_thinking_takes_the_question_away_at_once(speech: Pcm):
    asked = Asked()
    asked.begin()
    asked.hear(speech)
    asked.silence(LEAST_S + 1)
    asked.watch.thinking()
    asked.silence(LEAST_S)
    assert asked.changes == [True, False]


def spoken(watch: PauseWatch, at_s: float, *, until_s: float, probability: float) -> float:
    while at_s < until_s:
        at_s += 0.032
        watch.hear([(probability, at_s)])
    return at_s


def test_what_was_said_before_the_take_belongs_to_no_answer():
    changes: list[bool] = []
    watch = PauseWatch(changes.append)
    watch.begin(100.0)
    watch.hear([(0.9, 99.0 + n * 0.032) for n in range(30)])
    spoken(watch, 100.0, until_s=120.0, probability=0.0)
    assert changes == []


def test_a_proctor_that_dies_takes_its_question_back_and_what_it_missed_is_no_pause():
    changes: list[bool] = []
    watch = PauseWatch(changes.append)
    watch.begin(100.0)
    at_s = spoken(watch, 100.0, until_s=102.0, probability=0.9)
    at_s = spoken(watch, at_s, until_s=109.0, probability=0.0)
    assert changes == [True]
    watch.hear(())
    assert changes == [True, False]
    at_s = spoken(watch, at_s + 30.0, until_s=at_s + 30.0 + LEAST_S - 0.5, probability=0.0)
    assert changes == [True, False]
    spoken(watch, at_s, until_s=at_s + 1.0, probability=0.0)
    assert changes == [True, False, True]
    assert watch.state.pauses == ()


def test_sound_that_was_dropped_on_the_way_is_no_pause():
    changes: list[bool] = []
    watch = PauseWatch(changes.append)
    watch.begin(100.0)
    at_s = spoken(watch, 100.0, until_s=102.0, probability=0.9)
    for _ in range(10):
        at_s = spoken(watch, at_s, until_s=at_s + LEAST_S - 1, probability=0.0) + 2 * UNHEARD_S
    assert changes == []


def test_nobody_is_asked_where_nothing_is_heard():
    changes: list[bool] = []
    watch = PauseWatch(changes.append)
    watch.hear([(0.9, 1.0)])
    watch.begin(2.0)
    watch.hear(())
    watch.thinking()
    watch.end()
    assert (changes, watch.state.pauses) == ([False], ())


def test_listening_for_pauses_loads_no_network_into_the_window():
    loaded = subprocess.run(
        [sys.executable, "-c", "import client.ui.ears, sys; print('onnxruntime' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "False"
