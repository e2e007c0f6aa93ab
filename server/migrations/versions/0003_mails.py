"""Mails to candidates, and what an invite's link is derived from."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mails",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("due_at", Utc(), nullable=False),
        sa.Column("settled_at", Utc(), nullable=True),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name=op.f("fk_mails_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
        sa.UniqueConstraint("key", name=op.f("uq_mails_key")),
    )
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.create_index(
            "ix_mails_session_id_created_at", ["session_id", "created_at"], unique=False
        )
    # Not in a batch: SQLite would copy the table, and dropping the old one takes all that
    # hangs on interviews with it.
    op.add_column(
        "interview_sessions",
        sa.Column("invite_salt", sa.String(length=32), nullable=False, server_default=""),
    )


def downgrade() -> None:
    op.drop_column("interview_sessions", "invite_salt")
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.drop_index("ix_mails_session_id_created_at")
    op.drop_table("mails")
