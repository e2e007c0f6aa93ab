"""The state goes to disk and back."""

import json
from dataclasses import replace

import pytest

from client import exam
from client.exam import State
from tests.client.exam.story import PICTURE, SOUND, at_written, run


def test_a_state_of_another_app_is_refused_with_a_reason():
    with pytest.raises(ValueError, match="does not fit"):
        exam.load(b"{}!")
    with pytest.raises(ValueError, match="version 99"):
        exam.load(exam.dump(replace(State(), v=99)))


def test_a_state_of_the_app_before_templates_and_calibration_is_read():
    old = json.loads(exam.dump(at_written()))
    for name in ("face", "voice", "gaze_model", "light"):
        del old[name]
    for name in ("gaze", "shining", "sample", "voice_note", "selfie_usable", "selfie_tries"):
        del old["live"][name]
    state = exam.load(json.dumps(old).encode())
    assert state == exam.persistent(at_written())


def test_the_templates_are_known_again_after_a_restart():
    state = replace(at_written(), face=PICTURE, voice=SOUND)
    _, ordered = run(exam.load(exam.dump(state)), exam.Resumed())
    assert exam.Know(PICTURE, SOUND) in ordered
