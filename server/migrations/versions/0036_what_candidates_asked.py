"""What candidates asked is found without reading the other events of their interviews."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_ASKED = sa.text("kind = 'candidate.asked'")


def upgrade() -> None:
    op.create_index(
        "ix_proctoring_events_asked",
        "proctoring_events",
        ["session_id", "id"],
        postgresql_where=_ASKED,
        sqlite_where=_ASKED,
    )


def downgrade() -> None:
    op.drop_index("ix_proctoring_events_asked", table_name="proctoring_events")
