"""Rubrics and tests of questions, questions that can be put back, papers' versions as rows."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ADDED = {
    "questions": ("rubric_json", "tests_json", "deleted_at"),
    "session_questions": ("difficulty", "rubric_json", "tests_json"),
}


def _column(name: str) -> sa.Column:
    match name:
        case "deleted_at":
            return sa.Column(name, Utc(), nullable=True)
        case "difficulty":
            return sa.Column(name, sa.String(20), nullable=False, server_default="medium")
        case _:
            return sa.Column(name, sa.Text(), nullable=False, server_default="[]")


def upgrade() -> None:
    # Column by column and not in a batch: SQLite would copy the table, and dropping the old one
    # takes all that hangs on it along.
    for table, names in _ADDED.items():
        for name in names:
            op.add_column(table, _column(name))
    op.create_table(
        "paper_versions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("paper_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_json", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"],
            ["question_papers.id"],
            name=op.f("fk_paper_versions_paper_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_versions")),
        sa.UniqueConstraint("paper_id", "version", name=op.f("uq_paper_versions_paper_id_version")),
    )


def downgrade() -> None:
    op.drop_table("paper_versions")
    for table, names in _ADDED.items():
        for name in names:
            op.drop_column(table, name)
