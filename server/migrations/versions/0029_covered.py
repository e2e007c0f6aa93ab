"""Time given back for covered questions, and how much of the silence lay in it."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_COLUMNS = ("covered_ms", "dark_ms")


def upgrade() -> None:
    for column in _COLUMNS:
        op.add_column(
            "interview_sessions",
            sa.Column(column, sa.BigInteger(), nullable=False, server_default="0"),
        )


def downgrade() -> None:
    for column in _COLUMNS:
        op.drop_column("interview_sessions", column)
