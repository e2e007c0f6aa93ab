"""Pauses are heard by the real voice detector in real speech; without it nobody is asked."""

import numpy as np
import pytest

from client.proctor.hearing import vad
from client.speech.endpointing import LEAST_S
from client.speech.pausing import PauseWatch
from client.speech.pcm import BLOCK, BLOCK_S, RATE_HZ, Pcm


class Asked:
    """A watch, and what it asked."""

    def __init__(self) -> None:
        self.changes: list[bool] = []
        self.watch = PauseWatch(self.changes.append)
        self.at_s = 100.0

    def hear(self, pcm: Pcm) -> None:
        for start in range(0, len(pcm) - BLOCK + 1, BLOCK):
            self.at_s += BLOCK_S
            self.watch.hear(pcm[start : start + BLOCK], self.at_s)

    def silence(self, seconds: float) -> None:
        self.hear(np.zeros(int(seconds * RATE_HZ), np.int16))


@pytest.mark.sound
def test_a_pause_after_speech_is_asked_about_and_speech_takes_it_back(speech: Pcm):
    asked = Asked()
    asked.watch.begin()
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
    asked.watch.begin()
    for _ in range(2):
        asked.hear(speech)
        asked.silence(5)
    asked.hear(speech)
    asked.watch.end()
    learned = asked.watch.state.pauses
    asked.silence(30)
    assert asked.changes == []
    asked.watch.begin()
    assert asked.watch.state.pauses == learned != ()


@pytest.mark.sound
def test_still_thinking_takes_the_question_away_at_once(speech: Pcm):
    asked = Asked()
    asked.watch.begin()
    asked.hear(speech)
    asked.silence(LEAST_S + 1)
    asked.watch.thinking()
    asked.silence(LEAST_S)
    assert asked.changes == [True, False]


def test_without_a_voice_detector_nobody_is_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(vad, "silero", lambda: None)
    asked = Asked()
    asked.watch.begin()
    asked.hear(np.full(20 * RATE_HZ, 3000, np.int16))
    assert asked.changes == []


@pytest.mark.expects_log
def test_a_voice_detector_that_fails_costs_the_question_and_no_sound(
    monkeypatch: pytest.MonkeyPatch,
):
    def fail(*given: object) -> None:
        raise RuntimeError("broken")

    asked = Asked()
    asked.watch.begin()
    monkeypatch.setattr(asked.watch._voice, "hear", fail)
    asked.silence(1)
    assert asked.changes == []
