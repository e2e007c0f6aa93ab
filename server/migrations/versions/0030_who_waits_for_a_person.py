"""Answers that wait for a person, with what a look is worth: the queue would have to read them all."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc
from server.scoring import rules
from server.scoring.worth import Waiting, worth

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_INDEX = "ix_answers_review_queue"


def upgrade() -> None:
    op.add_column("answers", sa.Column("review_rank", sa.Integer(), nullable=True))
    op.add_column("answers", sa.Column("waits_since", Utc(), nullable=True))
    answers = sa.table(
        "answers",
        sa.column("id", sa.String()),
        sa.column("review_rank", sa.Integer()),
        sa.column("waits_since", Utc()),
    )
    connection = op.get_bind()
    waiting = list(_waiting(connection))
    for start in range(0, len(waiting), 1000):
        connection.execute(
            answers.update()
            .where(answers.c.id == sa.bindparam("answer"))
            .values(review_rank=sa.bindparam("rank"), waits_since=sa.bindparam("since")),
            waiting[start : start + 1000],
        )
    op.create_index(_INDEX, "answers", ["review_rank", "waits_since", "id"])


def _waiting(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    """By the rules of today: what was given before is worth what it would be worth now."""
    names = ("answer_id", "id", "grader", "state", "points_milli", "spread_milli", "why_json")
    scores = sa.table(
        "scores", *map(sa.column, (*names, "max_marks")), sa.column("created_at", Utc())
    )
    order = (scores.c.answer_id, scores.c.created_at, scores.c.grader, scores.c.id)
    found = connection.execute(sa.select(scores).order_by(*order)).all()
    for answer, given_to in groupby(found, key=lambda row: row.answer_id):
        by_id: dict[str, Any] = {}
        given: list[rules.Given] = []
        for row in given_to:
            by_id[row.id] = row
            given.append(
                rules.Given(
                    row.id,
                    row.grader,
                    row.state,
                    row.points_milli,
                    row.spread_milli,
                    tuple(json.loads(row.why_json)),
                    row.created_at,
                )
            )
        counts = rules.current(given)
        if counts.grader == rules.PERSON:
            continue
        waits = Waiting(
            counts.grader,
            counts.points_milli,
            counts.spread_milli,
            by_id[counts.id].max_marks,
            counts.why,
        )
        rank = -round(1000 * worth(waits))
        yield {"answer": answer, "rank": rank, "since": counts.at}


def downgrade() -> None:
    op.drop_index(_INDEX, table_name="answers")
    op.drop_column("answers", "waits_since")
    op.drop_column("answers", "review_rank")
