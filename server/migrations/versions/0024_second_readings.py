"""Second readings of answers, and candidates' appeals."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "second_readings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("first_score_id", sa.String(length=32), nullable=False),
        sa.Column("first_by", sa.String(length=60), nullable=False),
        sa.Column("asked_by", sa.String(length=60), nullable=False),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("read_by", sa.String(length=60), nullable=False),
        sa.Column("points_milli", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("read_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name=op.f("fk_second_readings_session_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["answers.id"],
            name=op.f("fk_second_readings_answer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_readings")),
    )
    op.create_index("ix_second_readings_session_id", "second_readings", ["session_id"])
    op.create_index("ix_second_readings_answer_id", "second_readings", ["answer_id"])
    op.create_table(
        "appeals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=60), nullable=False),
        sa.Column("answered_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name=op.f("fk_appeals_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
    )
    op.create_index("ix_appeals_session_id_made_at", "appeals", ["session_id", "made_at"])


def downgrade() -> None:
    op.drop_index("ix_appeals_session_id_made_at", table_name="appeals")
    op.drop_table("appeals")
    op.drop_index("ix_second_readings_answer_id", table_name="second_readings")
    op.drop_index("ix_second_readings_session_id", table_name="second_readings")
    op.drop_table("second_readings")
