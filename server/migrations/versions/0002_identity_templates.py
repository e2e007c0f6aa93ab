"""Templates of candidates' faces and voices, by the address of their sealed bytes."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "identity_templates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("org_id", sa.String(length=32), nullable=False),
        sa.Column("candidate", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("model_sha256", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["interview_sessions.id"],
            name=op.f("fk_identity_templates_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_templates")),
        sa.UniqueConstraint(
            "session_id", "what", name=op.f("uq_identity_templates_session_id_what")
        ),
    )
    with op.batch_alter_table("identity_templates", schema=None) as batch_op:
        batch_op.create_index(
            "ix_identity_templates_org_id_candidate", ["org_id", "candidate"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("identity_templates", schema=None) as batch_op:
        batch_op.drop_index("ix_identity_templates_org_id_candidate")
    op.drop_table("identity_templates")
