"""Scopes of admins, teams, owners and shares, API tokens, links to set a password."""

import sqlalchemy as sa
from alembic import op

from server.models.types import Utc

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OWNED = ("question_papers", "interview_sessions")
ALL_SCOPES = "author proctor reviewer scheduler"


def upgrade() -> None:
    op.create_table(
        "teams",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("org_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("org_id", "name", name=op.f("uq_teams_org_id_name")),
    )
    op.create_table(
        "team_members",
        sa.Column("team_id", sa.String(32), nullable=False),
        sa.Column("user_id", sa.String(32), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        _key("team_members", "team_id", "teams"),
        _key("team_members", "user_id", "users"),
        sa.PrimaryKeyConstraint("team_id", "user_id", name=op.f("pk_team_members")),
    )
    op.create_index("ix_team_members_user_id", "team_members", ["user_id"])
    op.create_table(
        "shares",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("paper_id", sa.String(32), nullable=True),
        sa.Column("session_id", sa.String(32), nullable=True),
        sa.Column("user_id", sa.String(32), nullable=True),
        sa.Column("team_id", sa.String(32), nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        _key("shares", "paper_id", "question_papers"),
        _key("shares", "session_id", "interview_sessions"),
        _key("shares", "user_id", "users"),
        _key("shares", "team_id", "teams"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("key", name=op.f("uq_shares_key")),
    )
    for column in ("paper_id", "session_id", "user_id", "team_id"):
        op.create_index(f"ix_shares_{column}", "shares", [column])
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("user_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("prefix", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("scopes", sa.String(100), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("expires_at", Utc(), nullable=False),
        sa.Column("used_at", Utc(), nullable=True),
        sa.Column("revoked_at", Utc(), nullable=True),
        _key("api_tokens", "user_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_tokens_token_hash")),
    )
    op.create_index("ix_api_tokens_user_id", "api_tokens", ["user_id"])
    op.create_index("ix_api_tokens_created_at_id", "api_tokens", ["created_at", "id"])
    op.create_table(
        "password_links",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("user_id", sa.String(32), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("expires_at", Utc(), nullable=False),
        sa.Column("used_at", Utc(), nullable=True),
        sa.Column("mail_state", sa.String(12), nullable=False),
        _key("password_links", "user_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_password_links_token_hash")),
    )
    op.create_index(op.f("ix_password_links_user_id"), "password_links", ["user_id"])
    # Not in batches: SQLite would copy these tables, and dropping the old ones takes all that
    # hangs on them along.
    op.add_column(
        "users", sa.Column("scopes", sa.String(100), nullable=False, server_default=ALL_SCOPES)
    )
    for table in OWNED:
        for column, target in (("owner_id", "users"), ("team_id", "teams")):
            # As text: Alembic adds a column with its reference on SQLite only by copying.
            op.execute(
                f"ALTER TABLE {table} ADD COLUMN {column} VARCHAR(32)"
                f" CONSTRAINT fk_{table}_{column} REFERENCES {target} (id)"
            )
        op.execute(f"UPDATE {table} SET owner_id = created_by")  # noqa: S608 -- names of ours
    op.create_index("ix_question_papers_owner_id", "question_papers", ["owner_id"])
    op.create_index("ix_question_papers_team_id", "question_papers", ["team_id"])
    for column in ("owner_id", "team_id"):
        op.create_index(
            f"ix_interview_sessions_{column}_created_at",
            "interview_sessions",
            [column, "created_at"],
        )


def downgrade() -> None:
    for column in ("owner_id", "team_id"):
        op.drop_index(f"ix_interview_sessions_{column}_created_at", "interview_sessions")
        op.drop_index(f"ix_question_papers_{column}", "question_papers")
    for table in OWNED:
        for column in ("team_id", "owner_id"):
            op.drop_column(table, column)
    op.drop_column("users", "scopes")
    for table in ("password_links", "api_tokens", "shares", "team_members", "teams"):
        op.drop_table(table)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"
    )
