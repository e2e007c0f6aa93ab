"""Notes messages for other systems, in the transaction of what they tell.

One rule: it knows ids only, so that whatever changes an interview may call it.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from server import outbox
from server.models import WebhookDelivery, WebhookEndpoint

TOPIC = "webhook"


def tell(
    db: Session, event: str, data: Mapping[str, object], *, org_id: str, now: datetime
) -> None:
    """Queues a message to every address that wants this event."""
    found = db.exec(
        select(WebhookEndpoint).where(
            WebhookEndpoint.org_id == org_id, col(WebhookEndpoint.active).is_(True)
        )
    )
    for endpoint in found.all():
        if event in json.loads(endpoint.events_json):
            queue(db, endpoint.id, event, data, now=now)


def queue(
    db: Session, endpoint_id: str, event: str, data: Mapping[str, object], *, now: datetime
) -> WebhookDelivery:
    """Queues one message to one address."""
    delivery = WebhookDelivery(
        endpoint_id=endpoint_id,
        event=event,
        data_json=json.dumps(data, sort_keys=True),
        created_at=now,
        next_at=now,
    )
    db.add(delivery)
    db.flush()
    note_attempt(db, delivery, now=now)
    return delivery


def note_attempt(db: Session, delivery: WebhookDelivery, *, now: datetime) -> None:
    """Queues the next attempt, due at `next_at`."""
    # Created again for a replay: the instant keeps its key apart from the first round's.
    key = f"{TOPIC}:{delivery.id}:{delivery.attempts}:{int(now.timestamp() * 1000)}"
    outbox.note(
        db,
        TOPIC,
        key,
        {"delivery": delivery.id, "attempts": delivery.attempts},
        now=now,
        due=delivery.next_at,
    )
