"""How often each interview noted what, so that charts read no event."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

BATCH = 1000
"""Rows counted before they are written."""


def upgrade() -> None:
    op.create_table(
        "event_counts",
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(100), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name="fk_event_counts_session_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "kind", "name", "severity", name="pk_event_counts"),
    )
    op.execute(
        "INSERT INTO event_counts (session_id, kind, name, severity, count) "
        "SELECT session_id, kind, signal, severity, count(*) FROM proctoring_events "
        "WHERE kind = 'signal.opened' GROUP BY session_id, kind, signal, severity"
    )
    _machinery()


def _machinery() -> None:
    """What happened stands in the body, which no SQL of both databases reads."""
    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT session_id, severity, body_json, count(*) FROM proctoring_events "
            "WHERE kind = 'system' GROUP BY session_id, severity, body_json"
        )
    )
    counts: dict[tuple[str, str, str], int] = {}
    for session, severity, body, count in found:
        key = (session, str(json.loads(body).get("what", ""))[:100], severity)
        counts[key] = counts.get(key, 0) + count
    rows = [
        {"session_id": session, "kind": "system", "name": what, "severity": severity, "count": n}
        for (session, what, severity), n in counts.items()
    ]
    table = sa.table(
        "event_counts", *map(sa.column, ("session_id", "kind", "name", "severity", "count"))
    )
    for at in range(0, len(rows), BATCH):
        connection.execute(sa.insert(table), rows[at : at + BATCH])


def downgrade() -> None:
    op.drop_table("event_counts")
