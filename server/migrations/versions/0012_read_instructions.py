"""When the candidate confirmed to have read what an instruction says."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("instructions", sa.Column("read_at", Utc(), nullable=True))


def downgrade() -> None:
    op.drop_column("instructions", "read_at")
