"""Pauses, credited outages and drawn questions; what moved the deadline stands in the timeline."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Not in batches: SQLite would copy the table, and dropping the old one takes all that hangs
    # on interviews with it.
    op.add_column("interview_sessions", sa.Column("paused_at", Utc(), nullable=True))
    op.add_column(
        "interview_sessions",
        sa.Column("credited_ms", sa.BigInteger(), nullable=False, server_default="0"),
    )
    op.add_column("interview_sessions", sa.Column("contact_at", Utc(), nullable=True))
    op.add_column(
        "interview_sessions",
        sa.Column("silent_ms", sa.BigInteger(), nullable=False, server_default="0"),
    )
    op.add_column(
        "interview_sessions",
        sa.Column("lost_ms", sa.BigInteger(), nullable=False, server_default="0"),
    )
    op.add_column(
        "interview_sessions", sa.Column("draw_json", sa.Text(), nullable=False, server_default="{}")
    )
    op.add_column(
        "interview_sessions",
        sa.Column("seed", sa.String(length=64), nullable=False, server_default=""),
    )
    op.add_column("status_timeline", sa.Column("seconds", sa.Integer(), nullable=True))
    op.add_column(
        "status_timeline",
        sa.Column("reason", sa.String(length=200), nullable=False, server_default=""),
    )
    op.add_column(
        "question_papers", sa.Column("draw_json", sa.Text(), nullable=False, server_default="{}")
    )
    op.create_index(
        "ix_interview_sessions_paper_id_candidate_email",
        "interview_sessions",
        ["paper_id", "candidate_email"],
    )


def downgrade() -> None:
    op.drop_index("ix_interview_sessions_paper_id_candidate_email", "interview_sessions")
    op.drop_column("interview_sessions", "paused_at")
    op.drop_column("interview_sessions", "credited_ms")
    op.drop_column("interview_sessions", "contact_at")
    op.drop_column("interview_sessions", "silent_ms")
    op.drop_column("interview_sessions", "lost_ms")
    op.drop_column("interview_sessions", "draw_json")
    op.drop_column("interview_sessions", "seed")
    op.drop_column("status_timeline", "seconds")
    op.drop_column("status_timeline", "reason")
    op.drop_column("question_papers", "draw_json")
