"""Teams, owners and shares as admins send and read them."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from server.auth.people import Role
from server.ownership import Recipient
from server.views import Asked, Line, View
from shared.ids import ID_PATTERN

AnId = Annotated[str, Field(pattern=ID_PATTERN)]
MAX_ITEMS = 500
"""Most papers or interviews in one request."""


class TeamRequest(Asked):
    """A team's name."""

    name: Line


class MemberRequest(Asked):
    """How somebody is in a team."""

    lead: bool = False
    """Leads add and remove members. Only super admins make them."""


class TeamSummary(View):
    """A team in a list."""

    id: str
    name: str
    created_at: datetime
    members: int
    lead: bool
    """Whether whoever asks may add and remove members."""


class TeamPage(View):
    """Teams, newest first."""

    items: list[TeamSummary]
    next_cursor: str | None


class MemberView(View):
    """Somebody in a team."""

    id: str
    """The account's id."""
    name: str
    email: str
    role: Role
    active: bool
    lead: bool


class TeamView(TeamSummary):
    """One team with its members and what it owns."""

    people: list[MemberView]
    """By name."""
    papers: int
    interviews: int


class Colleague(View):
    """Somebody to share with."""

    id: str
    name: str
    email: str


class TeamName(View):
    """A team to share with."""

    id: str
    name: str


class Directory(View):
    """Who can be given something: at most 200 of each, by name."""

    people: list[Colleague]
    teams: list[TeamName]


class RecipientBody(Asked):
    """A person or a team: one of them."""

    user_id: AnId | None = None
    team_id: AnId | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.user_id is None) == (self.team_id is None):
            raise ValueError("name a person or a team, not both")
        return self

    @property
    def recipient(self) -> Recipient:
        """As the service takes it."""
        return Recipient(user_id=self.user_id, team_id=self.team_id)


class HandOverRequest(RecipientBody):
    """What goes to whom."""

    ids: Annotated[list[AnId], Field(min_length=1, max_length=MAX_ITEMS)]


class HandedOver(View):
    """How much went over."""

    papers: int
    interviews: int


class HolderView(View):
    """A person or a team that has or sees something."""

    kind: Literal["person", "team"]
    id: str
    name: str


class ShareView(View):
    """One share."""

    id: str
    holder: HolderView
    created_at: datetime


class AccessView(View):
    """Whose something is and who else sees it. Super admins see everything."""

    owner: HolderView
    shares: list[ShareView]
    may_change: bool
    """Whether whoever asks may share it and hand it over."""
