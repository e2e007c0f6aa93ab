"""Calibration sets, and trials of language models on them."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calibration_sets",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("org_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("lines_json", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("used_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_sets")),
    )
    op.create_index("ix_calibration_sets_org_id_used_at", "calibration_sets", ["org_id", "used_at"])
    op.create_table(
        "grader_trials",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("org_id", sa.String(length=32), nullable=False),
        sa.Column("set_id", sa.String(length=32), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("version", sa.String(length=60), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("models_json", sa.Text(), nullable=False),
        sa.Column("marks_json", sa.Text(), nullable=False),
        sa.Column("passes", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("ruling_json", sa.Text(), nullable=False),
        sa.Column("let_by", sa.String(length=60), nullable=False),
        sa.Column("let_reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("settled_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["calibration_sets.id"],
            name=op.f("fk_grader_trials_set_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grader_trials")),
    )
    op.create_index("ix_grader_trials_set_id_made_at", "grader_trials", ["set_id", "made_at"])


def downgrade() -> None:
    op.drop_index("ix_grader_trials_set_id_made_at", table_name="grader_trials")
    op.drop_table("grader_trials")
    op.drop_index("ix_calibration_sets_org_id_used_at", table_name="calibration_sets")
    op.drop_table("calibration_sets")
