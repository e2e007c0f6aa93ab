"""The gate as people see it: what scoring is held to, and how each model did."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from server.calibration.views import AgreementView, FigureChange, ShiftView
from server.views import Asked, Line, View

Standing = Literal["off", "not_calibrated", "not_admitted", "admitted", "let_through"]


class CalibrationSetView(View):
    """A calibration set."""

    id: str
    name: str
    source: Literal["upload", "decisions"]
    """Uploaded, or made of people's decisions here."""
    answers: int
    questions: int
    made_at: datetime
    in_use: bool
    """Whether graders are held to it."""


class AnsweredView(View):
    """What answered in a trial."""

    model: str
    digest: str
    """Of its weights, as far as its server tells."""
    answers: int


class GraderTrialView(View):
    """One model with one version of the prompts, measured on a set."""

    id: str
    set_name: str
    model: str
    """As the settings name it."""
    version: str
    """Of prompt and schema."""
    samples: int
    """How many judgements of an answer made one."""
    state: Literal["running", "measured", "failed"]
    done: int
    """Answers judged, of `of`."""
    of: int
    """Those of the set, and up to 80 that say the same as one of them in another way."""
    may_score: bool
    """Whether it was admitted, or let through."""
    words: str
    """What the gate said, or why it could not be measured."""
    answered: list[AnsweredView]
    compared_with: str
    """The model that scored before; `baseline` where none did; empty while it runs."""
    compared: int
    """Answers that both gave marks to."""
    to_people: int
    """Answers that it left to a person."""
    alike: list[ShiftView]
    """How far it marks answers apart that differ in what must not count."""
    figures: AgreementView | None
    error_change: FigureChange | None
    """Mean error minus that before; above 0 is worse."""
    pearson_change: FigureChange | None
    let_by: str
    """Name of whoever let it through; empty: nobody."""
    let_reason: str
    made_at: datetime
    settled_at: datetime | None


class GateView(View):
    """What scoring is held to now."""

    standing: Standing
    """`off`: no model is set up. `not_calibrated`: no set is in use, so every score says that it is
    not calibrated. `not_admitted`: answers go to the model admitted last, or to a person."""
    model: str
    """Of the settings; empty: none."""
    version: str
    """Of prompt and schema."""
    samples: int
    """Of the settings: how many judgements of an answer make one."""
    scoring: str
    """The model that scores now; empty: people do."""
    scoring_samples: int
    """With how many judgements of an answer: as many as were measured; 0: people do."""
    waiting: int
    """Answers that people have to read because no admitted model could; they are judged as soon as
    one is admitted."""
    sets: list[CalibrationSetView]
    trials: list[GraderTrialView]
    """On the set in use, those that run first, then the newest."""


class ChooseSet(Asked):
    """Which set graders are held to."""

    set: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")] | None
    """null: none; then scores say that they are not calibrated."""


class NameSet(Asked):
    """A set of people's decisions."""

    name: Line
    """What to call it."""


class LetThrough(Asked):
    """Why a refused model may score."""

    reason: Annotated[str, Field(min_length=10, max_length=2000, pattern=r"\S")]
    """Kept in the audit log and shown beside the trial."""
