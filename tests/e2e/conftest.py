"""A seeded server as a process, and the scripted candidate beside it.

One rule: the same programs that `python3 dev.py demo` starts; nothing is replaced here but what
stands in for camera and microphone.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import portrait, speech
from tests.e2e.demo import PORTRAITS, Demo


@pytest.fixture(scope="session")
def clip() -> Path:
    """The default candidate's recording, rendered once."""
    return portrait.render(PORTRAITS)


@pytest.fixture(scope="session")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spoken answer by espeak-ng."""
    return speech.recording(tmp_path_factory.mktemp("voice"), None)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """A running server with an admin, a paper and an invite."""
    with Demo(tmp_path) as running:
        yield running
