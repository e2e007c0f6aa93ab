"""Checks of coding questions' tests: what was run, what came of it, and who did without.

One rule: a row belongs to the very program and tests that it names by hash; a changed question has
none.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref, utc


class QuestionCheck(Table, table=True):
    """One run of a reference and its mutants through the tests, or somebody's word instead."""

    __tablename__ = named("question_checks")
    __table_args__ = (
        Index("ix_question_checks_question_id_created_at", "question_id", "created_at"),
        Index("ix_question_checks_input_sha256", "input_sha256"),
    )

    id: str = id_field()
    org_id: str = org_field()
    question_id: str = ref("questions.id")
    input_sha256: str = Field(max_length=64)
    """Of language, reference and tests."""
    state: str = Field(default="waiting", max_length=12)
    """`waiting`, `running`, `good`, `bad`, `not_run` or `waived`."""
    steps_done: int = 0
    steps: int = 0
    """Mutants tried, of how many; 0 of 0 until the reference has passed."""
    result_json: str = Field(default="{}", sa_type=Text)
    """A `server.coderuns.checking.Checked` without the programs."""
    reason: str = Field(default="", sa_type=Text)
    """Of `not_run`: why; of `waived`: what the person wrote."""
    created_by: str = ref("users.id", ondelete="RESTRICT")
    created_at: datetime = made_at()
    settled_at: datetime | None = utc(None)
