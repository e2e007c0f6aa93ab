"""Lists of a paper's versions show their sums without reading the documents."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("question_count", "marks"):
        op.add_column(
            "paper_versions", sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        )
    table = sa.table(
        "paper_versions",
        sa.column("id", sa.String),
        sa.column("document_json", sa.Text),
        sa.column("question_count", sa.Integer),
        sa.column("marks", sa.Integer),
    )
    connection = op.get_bind()
    for key, document in connection.execute(sa.select(table.c.id, table.c.document_json)).all():
        questions = json.loads(document)["questions"]
        sums = {
            "question_count": len(questions),
            "marks": sum(question["marks"] for question in questions),
        }
        connection.execute(table.update().where(table.c.id == key).values(**sums))


def downgrade() -> None:
    for name in ("marks", "question_count"):
        op.drop_column("paper_versions", name)
