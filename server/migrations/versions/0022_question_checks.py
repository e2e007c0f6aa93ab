"""Checks of coding questions' tests."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "question_checks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("org_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("input_sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("steps_done", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("result_json", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("settled_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name=op.f("fk_question_checks_question_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["users.id"],
            name=op.f("fk_question_checks_created_by"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_checks")),
    )
    op.create_index(
        "ix_question_checks_question_id_created_at",
        "question_checks",
        ["question_id", "created_at"],
    )
    op.create_index("ix_question_checks_input_sha256", "question_checks", ["input_sha256"])


def downgrade() -> None:
    op.drop_index("ix_question_checks_input_sha256", table_name="question_checks")
    op.drop_index("ix_question_checks_question_id_created_at", table_name="question_checks")
    op.drop_table("question_checks")
