"""Sign-ins as rows of their own; those that stand get theirs from their refresh tokens."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("confirmed_at", Utc(), nullable=False),
        sa.Column("ends_at", Utc(), nullable=True),
        sa.Column("method", sa.String(length=12), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("agent", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_sign_ins_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
    )
    op.create_index("ix_sign_ins_user_id", "sign_ins", ["user_id"])
    op.execute(
        "INSERT INTO sign_ins (id, user_id, created_at, confirmed_at, method, address, agent) "
        "SELECT family, MIN(user_id), MIN(created_at), MIN(created_at), 'password', '', '' "
        "FROM refresh_tokens GROUP BY family"
    )


def downgrade() -> None:
    op.drop_index("ix_sign_ins_user_id", table_name="sign_ins")
    op.drop_table("sign_ins")
