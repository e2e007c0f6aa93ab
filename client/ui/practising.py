"""A practice interview in the person's own language: what is asked, and what it leaves behind.

One rule: it runs through the same screens as an interview, against a server in this process, and
nothing of it is sent or outlives it.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from client.practice.folder import PracticeFolder
from client.practice.server import LINK, PracticeServer, Sheet
from client.settings import Settings
from shared.exam import Exam, ExamQuestion, Sample
from shared.policy import Policy

QUESTION_S = 300
POLICY = Policy(
    selfie=False,
    voice_sample=False,
    calibrate_gaze=False,
    identity=False,
    evidence_images=False,
    probes=False,
    lockdown="off",
    navigation="free",
)
"""Without what would be kept of a person or hold their computer; `free` shows the overview, where
all is handed in."""


class Practice:
    """One practice interview; `remove` ends it for good."""

    link = LINK
    """The invite that its server knows."""

    def __init__(self, data_dir: Path, language: str) -> None:
        self._folder = PracticeFolder(data_dir)
        self.transport = PracticeServer(sheet(language))

    def settings(self, settings: Settings) -> Settings:
        """The same, but for the place where interviews are kept."""
        return settings.model_copy(update={"data_dir": self._folder.path})

    @staticmethod
    def banner() -> str:
        """What stands over every screen of it."""
        return tr("Practice: nothing is sent, and nothing is kept when it ends.")

    def remove(self) -> None:
        """Removes everything that was written."""
        self._folder.remove()


def sheet(language: str) -> Sheet:
    """Three questions, one of each kind."""
    questions = (
        ExamQuestion(
            id="1" * 32,
            position=1,
            kind="spoken",
            topic=tr("Speaking"),
            prompt=tr("What do you like to do on a free day?"),
            time_limit_s=QUESTION_S,
        ),
        ExamQuestion(
            id="2" * 32,
            position=2,
            kind="written",
            topic=tr("Writing"),
            prompt=tr("Describe in two or three sentences how you make tea or coffee."),
            time_limit_s=QUESTION_S,
        ),
        ExamQuestion(
            id="3" * 32,
            position=3,
            kind="coding",
            topic=tr("Coding"),
            prompt=tr("Write a function total(numbers) that returns the sum of a list of numbers."),
            time_limit_s=QUESTION_S,
            language="python",
            starter="def total(numbers):\n    ",
            samples=(Sample(name=tr("three numbers"), call="total([1, 2, 3])", expected="6"),),
        ),
    )
    return Sheet(
        paper=Exam(
            title=tr("Practice interview"),
            duration_s=QUESTION_S * len(questions),
            questions=questions,
        ),
        policy=POLICY.model_copy(update={"language": language}),
        whose=tr("You"),
        organisation=tr("Practice"),
        no_runs=tr(
            "In practice no code is run. In an interview the server runs it, and its output is "
            "shown here."
        ),
    )


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)
