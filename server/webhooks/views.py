"""Webhooks on the wire. One rule: the secret is in the answer that made it, and nowhere else."""

import json
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from server.models import WebhookDelivery, WebhookEndpoint
from server.views import Asked, View

Event = Literal[
    "interview.invited",
    "interview.started",
    "interview.completed",
    "interview.expired",
    "interview.cancelled",
    "interview.terminated",
    "result.scored",
    "result.overridden",
]
Url = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[!-~]+$")]
Description = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Events = Annotated[list[Event], Field(min_length=1, max_length=20)]


class WebhookRequest(Asked):
    """An address of another system."""

    url: Url
    """https://host/path; plain http only in development."""
    description: Description = ""
    events: Events


class WebhookChange(Asked):
    """What is left out stays."""

    url: Url | None = None
    description: Description | None = None
    events: Events | None = None
    active: bool | None = None
    """True also puts an address back that the server put out of service."""


class WebhookView(View):
    """An address and how it is doing."""

    id: str
    url: str
    description: str
    events: list[Event]
    active: bool
    disabled_reason: str
    """Why the server put it out of service; empty where it did not."""
    failing_since: datetime | None
    """Since when nothing was taken; None where the last message was."""
    old_secret_until: datetime | None
    """Until when messages are signed with the old secret as well."""
    created_at: datetime


class WebhookMade(WebhookView):
    """A new address."""

    secret: str
    """Shown this once: `whsec_` and base64."""


class WebhookSecret(View):
    """A new secret."""

    secret: str
    """Shown this once."""
    old_secret_until: datetime


class WebhookList(View):
    """All addresses."""

    items: list[WebhookView]


class DeliveryView(View):
    """One message."""

    id: str
    """Its webhook-id."""
    event: str
    state: Literal["waiting", "delivered", "failed", "dropped"]
    attempts: int
    status: int | None
    """HTTP status of the last answer."""
    words: str
    """What went wrong last."""
    created_at: datetime
    next_at: datetime | None
    settled_at: datetime | None


class DeliveryPage(View):
    """Messages, newest first."""

    items: list[DeliveryView]
    next_cursor: str | None


def webhook_view(endpoint: WebhookEndpoint) -> WebhookView:
    """Without its secrets."""
    return WebhookView(
        id=endpoint.id,
        url=endpoint.url,
        description=endpoint.description,
        events=json.loads(endpoint.events_json),
        active=endpoint.active,
        disabled_reason=endpoint.disabled_reason,
        failing_since=endpoint.failing_since,
        old_secret_until=endpoint.old_until,
        created_at=endpoint.created_at,
    )


def delivery_view(delivery: WebhookDelivery) -> DeliveryView:
    """As it stands."""
    return DeliveryView.model_validate(delivery.model_dump(include=set(DeliveryView.model_fields)))
