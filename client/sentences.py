"""Sentences with values in them: made in English, found again where a person reads them.

Pure. One rule: what goes on record or to a server is the English sentence; its pattern stands here
once, so that the window can tell the values from the words and say it in the person's language.
"""

import re
from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pattern with named places: `{gb} GB free`.

    What stands in a place called `why` is a sentence of its own; all others are names and numbers,
    which are the same in every language.
    """

    pattern: str

    def __call__(self, **values: object) -> str:
        """The English sentence; raises KeyError where a value is missing."""
        return self.pattern.format(**values)

    def values(self, text: str) -> dict[str, str] | None:
        """What was filled in; None where `text` is not this sentence."""
        found = re.fullmatch(_expression(self.pattern), text, re.DOTALL)
        return None if found is None else found.groupdict()


def _expression(pattern: str) -> str:
    parts = Formatter().parse(pattern)
    return "".join(
        re.escape(words) + (f"(?P<{name}>.+?)" if name else "") for words, name, _, _ in parts
    )


DISK_FREE = Sentence("{gb} GB free")
SERVER_SILENT = Sentence("{server} does not answer")
SERVER_ANSWERS = Sentence("{server} answers in {ms} ms")
CLOCK_AHEAD = Sentence("{seconds} s ahead of the server")
CLOCK_BEHIND = Sentence("{seconds} s behind the server")
MODELS_NEEDED = Sentence(
    "{n} of the models that are needed are not here: what needs them is not watched."
)
MODELS_SPARED = Sentence("{n} models are not here; an interview works without them.")
PROGRAMS_RUN = Sentence("Running: {names}")
PICTURE = Sentence("{name}, {width} × {height}")
PICTURES = Sentence("{name}, {width} × {height}, {fps} pictures a second")
BRIGHTNESS = Sentence("brightness {percent}")
LOUDEST = Sentence("{name}, loudest {dbfs} dBFS")
CORES = Sentence("{n} cores")
LOOKS = Sentence("{looks} looks a second, {n} cores")
TOOK_LONGER = Sentence("It took longer than {seconds} s.")
NOT_TRIED = Sentence("It could not be tried ({kind}).")

MODEL_ABSENT = Sentence("The {name} model is not on this machine.")
MODEL_WRONG = Sentence("The {name} model cannot be used: {detail}")
DETECTOR_FAILED = Sentence("{name} failed again and again and is off.")
DETECTOR_UNLOADED = Sentence("{name} could not be loaded and is off.")
GAZE_POOR = Sentence("The gaze was {degrees} degrees off on average; more than {limit} is no use.")
GAZE_UNSEEN = Sentence("Head and eyes were seen clearly at {n} points only.")

SPOOL_DAMAGED = Sentence(
    "The interview saved on this computer is damaged. Nothing was deleted: its files are "
    "kept in {folder}. Open your invitation link again to go on from what the server "
    "already holds, and tell the person who invited you."
)
NOT_SAVED = Sentence(
    "The interview could not be saved on this computer ({detail}). Check that the disk "
    "is there and that you may write to {folder}, then try again."
)
NOT_WRITABLE = Sentence(
    "Invigil may not write to {folder} ({detail}). Ask who set up this computer."
)
SOUND_NOT_SAVED = Sentence("A recording could not be saved on this computer ({detail}).")
FILE_NOT_WRITTEN = Sentence("The file could not be written ({detail}). Choose another folder.")
EXAMPLES_CUT = Sentence("{n} of {total} examples were run: together they took too long.")
"""As the server says it, in `server/coderuns/rules.py`."""

FETCH = Sentence("To have it, run `python -m client.models fetch {name}`.")
MAKE = Sentence("To have it, make it with `{command}`.")
PUT = Sentence("To have it, put {places} into a folder named by {variable}.")
FOR_SUPPORT = (FETCH, MAKE, PUT)
"""For whoever set this computer up: a candidate can do nothing about it in an interview."""

SENTENCES = tuple(one for one in globals().values() if isinstance(one, Sentence))
