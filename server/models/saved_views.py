"""How somebody likes to see a list: filters, order and columns under a name.

One rule: a saved view is its own person's; it holds what is looked for, never what was found.
"""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref


class SavedView(Table, table=True):
    """One named view of one person."""

    __tablename__ = named("saved_views")
    __table_args__ = (UniqueConstraint("user_id", "page", "name"),)

    id: str = id_field()
    org_id: str = org_field()
    user_id: str = ref("users.id")
    page: str = Field(max_length=20)
    """Which list: `results`."""
    name: str = Field(max_length=200)
    look_json: str = Field(sa_type=Text)
    """`server.saved_views.views.ResultsLook`."""
    is_default: bool = False
    """Whether the page opens with it; at most one to a person and page."""
    version: int = 1
    """Counts changes: two windows that change it at once are told."""
    created_at: datetime = made_at()
    updated_at: datetime = made_at()
