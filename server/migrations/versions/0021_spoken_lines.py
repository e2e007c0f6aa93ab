"""Questions read aloud ahead of interviews."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spoken_lines",
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_spoken_lines")),
    )
    op.create_index("ix_spoken_lines_asked_at", "spoken_lines", ["asked_at"])


def downgrade() -> None:
    op.drop_index("ix_spoken_lines_asked_at", table_name="spoken_lines")
    op.drop_table("spoken_lines")
