"""Reports of machines that were tried before an interview."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "readiness_reports",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("org_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("received_at", Utc(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("public_key", sa.String(length=43), nullable=False),
        sa.Column("signature", sa.String(length=86), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name=op.f("fk_readiness_reports_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readiness_reports")),
    )
    op.create_index(
        "ix_readiness_reports_session_id_received_at",
        "readiness_reports",
        ["session_id", "received_at"],
    )
    op.create_index(
        "ix_readiness_reports_received_at_id", "readiness_reports", ["received_at", "id"]
    )


def downgrade() -> None:
    op.drop_index("ix_readiness_reports_received_at_id", table_name="readiness_reports")
    op.drop_index("ix_readiness_reports_session_id_received_at", table_name="readiness_reports")
    op.drop_table("readiness_reports")
