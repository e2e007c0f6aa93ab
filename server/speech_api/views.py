"""What the speech tools answer. One rule: a text, or the reason why there is none."""

from server.views import View
from shared.events import TranscriptWord


class Heard(View):
    """A recording as text."""

    text: str
    """Empty where nothing could be believed."""
    words: tuple[TranscriptWord, ...] = ()
    """With their times from the recording's start."""
    model: str
    """Name and version of the model."""
    reason: str = ""
    """A sentence where there is no text, such as that no speech was heard."""
