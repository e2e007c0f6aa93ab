"""What all processes of a server know about it: maintenance, and when work was last looked for."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "server_notes",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value_json", sa.Text(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_server_notes")),
    )


def downgrade() -> None:
    op.drop_table("server_notes")
