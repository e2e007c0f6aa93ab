"""Graded answers that an organisation holds its language model to, and how models did on them.

One rule: what was measured stays as it was; a set or a ruling is never changed, only another one
is made.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref, utc


class CalibrationSet(Table, table=True):
    """Answers with the points that people gave them."""

    __tablename__ = named("calibration_sets")
    __table_args__ = (Index("ix_calibration_sets_org_id_used_at", "org_id", "used_at"),)

    id: str = id_field()
    org_id: str = org_field()
    name: str = Field(max_length=200)
    source: str = Field(max_length=12)
    """`upload` (the answers stand in `lines_json`) or `decisions` (there only their ids do, so that
    what is erased is gone from here too)."""
    answers: int
    questions: int
    lines_json: str = Field(sa_type=Text)
    made_by: str = Field(max_length=60)
    made_at: datetime = made_at()
    used_at: datetime | None = utc(None)
    """Since when the gate measures with it; the newest of an organisation counts."""


class GraderTrial(Table, table=True):
    """One language model with one version of the prompts, measured on one set."""

    __tablename__ = named("grader_trials")
    __table_args__ = (Index("ix_grader_trials_set_id_made_at", "set_id", "made_at"),)

    id: str = id_field()
    org_id: str = org_field()
    set_id: str = ref("calibration_sets.id")
    model: str = Field(max_length=200)
    """As the settings name it."""
    version: str = Field(max_length=60)
    """Of prompt and schema."""
    samples: int
    state: str = Field(default="running", max_length=12)
    """`running`, `measured` or `failed`."""
    models_json: str = Field(default="[]", sa_type=Text)
    """Whatever answered: `[{"model", "digest", "answers"}]`."""
    marks_json: str = Field(default="[]", sa_type=Text)
    """For each answer of the set so far: shares of the marks times 1000, null where the model left
    it to a person."""
    passes: bool = False
    """Whether it is not worse than what it was compared with."""
    words: str = Field(default="", sa_type=Text)
    """What the gate said, or why it could not be measured."""
    ruling_json: str = Field(default="{}", sa_type=Text)
    """The figures behind it, and what it was compared with."""
    let_by: str = Field(default="", max_length=60)
    """Who let it through although it was refused; empty: nobody."""
    let_reason: str = Field(default="", sa_type=Text)
    made_by: str = Field(max_length=60)
    made_at: datetime = made_at()
    settled_at: datetime | None = utc(None)
    """When it was ruled on or, later, let through."""
