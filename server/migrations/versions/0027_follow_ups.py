"""Further questions about an answer: where each came from, and the prepared ones of a question."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("questions", "session_questions"):
        op.add_column(
            table, sa.Column("follow_ups_json", sa.Text(), nullable=False, server_default="[]")
        )
    op.add_column("session_questions", sa.Column("follows_id", sa.String(32), nullable=True))
    op.add_column(
        "interview_sessions",
        sa.Column("knows", sa.String(420), nullable=False, server_default=""),
    )
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(32), nullable=False),
        sa.Column("follows_id", sa.String(32), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(200), nullable=False),
        sa.Column("prompt_version", sa.String(20), nullable=False),
        sa.Column("prompt_sha256", sa.String(64), nullable=False),
        sa.Column("answer_sha256", sa.String(64), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("instead", sa.String(40), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name="fk_follow_ups_session_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["session_questions.id"],
            name="fk_follow_ups_question_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["session_questions.id"],
            name="fk_follow_ups_follows_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_follow_ups"),
        sa.UniqueConstraint("follows_id", "slot", name="uq_follow_ups_follows_id_slot"),
        sa.UniqueConstraint("question_id", name="uq_follow_ups_question_id"),
    )
    op.create_index("ix_follow_ups_session_id", "follow_ups", ["session_id"])


def downgrade() -> None:
    op.drop_table("follow_ups")
    op.drop_column("interview_sessions", "knows")
    op.drop_column("session_questions", "follows_id")
    for table in ("session_questions", "questions"):
        op.drop_column(table, "follow_ups_json")
