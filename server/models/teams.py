"""Teams, who is in them, and what is shared beside what is owned.

One rule: a paper or an interview has one owner, a person or a team (`owner_id`, `team_id` on its
row); everybody else who sees it has a share.
"""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref


class Team(Table, table=True):
    """People who have papers and interviews together."""

    __tablename__ = named("teams")
    __table_args__ = (UniqueConstraint("org_id", "name"),)

    id: str = id_field()
    org_id: str = org_field()
    name: str = Field(max_length=200)
    created_at: datetime = made_at()


class TeamMember(Table, table=True):
    """Somebody in a team."""

    __tablename__ = named("team_members")
    __table_args__ = (Index("ix_team_members_user_id", "user_id"),)

    team_id: str = ref("teams.id", primary_key=True)
    user_id: str = ref("users.id", primary_key=True)
    lead: bool = False
    """Leads add and remove members."""
    created_at: datetime = made_at()


class Share(Table, table=True):
    """A paper or an interview shared with a person or a team: one of each pair is set."""

    __tablename__ = named("shares")
    __table_args__ = (
        Index("ix_shares_paper_id", "paper_id"),
        Index("ix_shares_session_id", "session_id"),
        Index("ix_shares_user_id", "user_id"),
        Index("ix_shares_team_id", "team_id"),
    )

    id: str = id_field()
    key: str = Field(max_length=100, unique=True)
    """What and with whom: shared twice is shared once."""
    paper_id: str | None = ref("question_papers.id", None)
    session_id: str | None = ref("interview_sessions.id", None)
    user_id: str | None = ref("users.id", None)
    team_id: str | None = ref("teams.id", None)
    created_at: datetime = made_at()
