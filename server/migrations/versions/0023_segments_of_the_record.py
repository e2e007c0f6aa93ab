"""The segment in which a record goes on, beside the one in which its machine began."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "interview_sessions",
        sa.Column("record_segment", sa.Integer(), nullable=False, server_default="0"),
    )
    op.execute("UPDATE interview_sessions SET record_segment = segment")


def downgrade() -> None:
    op.drop_column("interview_sessions", "record_segment")
