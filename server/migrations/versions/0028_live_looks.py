"""Looks through candidates' cameras: who, when, and how far each has come."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "live_looks",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("viewer", sa.String(60), nullable=False),
        sa.Column("opened_at", Utc(), nullable=False),
        sa.Column("until_at", Utc(), nullable=False),
        sa.Column("phase", sa.String(20), nullable=False),
        sa.Column("phase_at", Utc(), nullable=False),
        sa.Column("live_at", Utc(), nullable=True),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.Column("why", sa.String(20), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name="fk_live_looks_session_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_live_looks"),
    )
    op.create_index("ix_live_looks_session_id", "live_looks", ["session_id"])
    op.create_index("ix_live_looks_viewer", "live_looks", ["viewer", "ended_at"])


def downgrade() -> None:
    op.drop_table("live_looks")
