"""The state goes to disk and back."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import State


def test_a_state_of_another_app_is_refused_with_a_reason():
    with pytest.raises(ValueError, match="does not fit"):
        exam.load(b"{}!")
    with pytest.raises(ValueError, match="version 99"):
        exam.load(exam.dump(replace(State(), v=99)))
