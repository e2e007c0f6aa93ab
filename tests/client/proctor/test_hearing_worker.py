"""Sound goes to the real worker process and comes back as an enrolment and as signals."""

import queue
import time
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import pytest

from client.proctor.supervisor import ProctorConfig, Supervisor
from client.proctor.types import Health, Message, Opened, Spoke, VoiceEnrolled
from shared.events import SignalKind
from shared.policy import Accommodations, Policy
from tests.client.proctor.hearing.puppet import LOW, RATE_HZ

PATIENCE_S = 40.0
T = TypeVar("T")

Desk = tuple[Supervisor, "queue.Queue[Message]"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    messages: queue.Queue[Message] = queue.Queue()
    supervisor = Supervisor(ProctorConfig(), messages.put)
    supervisor.start()
    yield supervisor, messages
    supervisor.stop()


def first(messages: "queue.Queue[Message]", kind: type[T]) -> T:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        message = messages.get(timeout=max(0.01, deadline - time.monotonic()))
        if isinstance(message, kind):
            return message


def test_sample_is_enrolled_and_speech_outside_answers_opens_a_signal(desk: Desk):
    supervisor, messages = desk
    first(messages, Health)
    supervisor.enrol_voice(LOW.says(5).tobytes())
    template = first(messages, VoiceEnrolled).template
    assert template is not None
    supervisor.use_voice(template)
    supervisor.expect(spoken_open=False, machine_speaks=False)
    supervisor.begin(Policy(), Accommodations())
    at_s = say(supervisor, time.monotonic(), LOW.says(8, seed=2))
    opened = first(messages, Opened)
    assert opened.signal is SignalKind.SPEECH
    assert opened.detector == "voice silero_vad_v6"

    supervisor.expect(spoken_open=True, machine_speaks=False)
    ended_s = say(supervisor, at_s, LOW.says(3, seed=3))
    told: list[Spoke] = []
    while not told or told[-1].looks[-1][1] < ended_s - 0.1:
        told.append(first(messages, Spoke))
    # Four pieces a second, and nothing of what was heard before the answer was open.
    assert len(told) <= 12
    assert all(each.looks[0][1] > at_s - 0.1 for each in told)
    assert max(probability for each in told for probability, _ in each.looks) > 0.5


def say(supervisor: Supervisor, at_s: float, wave: np.ndarray) -> float:
    """Pieces as the window sends them; when the last of them ended."""
    for start in range(0, len(wave), 4_000):
        at_s += 4_000 / RATE_HZ
        supervisor.hear(wave[start : start + 4_000].tobytes(), at_s)
    return at_s
