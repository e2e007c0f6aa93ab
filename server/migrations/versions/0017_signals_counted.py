"""Signals that opened: counted in each interview for lists, and indexed for the live page."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_OPENINGS = sa.text("kind = 'signal.opened'")
_COUNTED = ("high", "medium")


def upgrade() -> None:
    op.create_index(
        "ix_proctoring_events_openings",
        "proctoring_events",
        ["session_id", "signal", "severity", "id"],
        postgresql_where=_OPENINGS,
        sqlite_where=_OPENINGS,
    )
    interviews = sa.table(
        "interview_sessions", sa.column("id"), *(sa.column(f"{each}_signals") for each in _COUNTED)
    )
    events = sa.table(
        "proctoring_events", sa.column("session_id"), sa.column("kind"), sa.column("severity")
    )
    for severity in _COUNTED:
        name = f"{severity}_signals"
        op.add_column(
            "interview_sessions", sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        )
        found = (
            sa.select(sa.func.count())
            .where(events.c.session_id == interviews.c.id)
            .where(events.c.kind == "signal.opened", events.c.severity == severity)
        )
        op.execute(interviews.update().values({name: found.scalar_subquery()}))


def downgrade() -> None:
    for severity in _COUNTED:
        op.drop_column("interview_sessions", f"{severity}_signals")
    op.drop_index("ix_proctoring_events_openings", table_name="proctoring_events")
