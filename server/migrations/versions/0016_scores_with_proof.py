"""Scores say how far their judgements differ, why a person has to look, and what made them."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("scores", sa.Column("spread_milli", sa.BigInteger(), nullable=True))
    for name, default in (("why_json", "[]"), ("manifest_json", "{}")):
        op.add_column("scores", sa.Column(name, sa.Text(), nullable=False, server_default=default))


def downgrade() -> None:
    for name in ("manifest_json", "why_json", "spread_milli"):
        op.drop_column("scores", name)
