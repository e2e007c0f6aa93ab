"""Where other systems want to be told, and what became of each message.

One rule: a message holds ids; nothing personal is stored here or sent.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from server.models.base import Table, id_field, made_at, named, org_field, ref, utc


class WebhookEndpoint(Table, table=True):
    """An address of another system."""

    __tablename__ = named("webhook_endpoints")

    id: str = id_field()
    org_id: str = org_field()
    url: str = Field(max_length=500)
    description: str = Field(default="", max_length=200)
    events_json: str = Field(default="[]", sa_type=Text)
    """Types of events it wants."""
    active: bool = True
    disabled_reason: str = Field(default="", max_length=200)
    """Why the server put it out of service; empty where a person did, or nobody."""
    failing_since: datetime | None = utc(None)
    secret_sealed: bytes
    """Under the server's master key."""
    old_secret_sealed: bytes | None = None
    old_until: datetime | None = utc(None)
    """Until then messages are signed with the old secret as well."""
    created_at: datetime = made_at()


class WebhookDelivery(Table, table=True):
    """One message to one address."""

    __tablename__ = named("webhook_deliveries")
    __table_args__ = (
        Index("ix_webhook_deliveries_endpoint_id_created_at", "endpoint_id", "created_at", "id"),
    )

    id: str = id_field()
    """Also its webhook-id, the same in every attempt."""
    endpoint_id: str = ref("webhook_endpoints.id")
    event: str = Field(max_length=60)
    data_json: str = Field(default="{}", sa_type=Text)
    state: str = Field(default="waiting", max_length=12)
    """`waiting`, `delivered`, `failed` or `dropped`."""
    attempts: int = 0
    status: int | None = None
    """HTTP status of the last answer; None where there was none."""
    words: str = Field(default="", max_length=300)
    """What went wrong last."""
    created_at: datetime = made_at()
    next_at: datetime | None = utc(None)
    settled_at: datetime | None = utc(None)
