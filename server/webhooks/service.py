"""Addresses of other systems: made, changed, given new secrets; messages sent again.

One rule: a secret is shown once and stored sealed.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, tuple_

from server import audit
from server.auth.people import Person
from server.keys import ServerKeys
from server.models import WebhookDelivery, WebhookEndpoint
from server.refusals import Refused
from server.webhooks import outgoing, rules
from shared.ids import new_id

MAX_ENDPOINTS = 50
"""Each event looks at all of them."""


def list_endpoints(db: Session, person: Person) -> list[WebhookEndpoint]:
    """All addresses, oldest first."""
    query = select(WebhookEndpoint).where(WebhookEndpoint.org_id == person.org_id)
    return list(db.exec(query.order_by(col(WebhookEndpoint.created_at), col(WebhookEndpoint.id))))


def get_endpoint(db: Session, person: Person, key: str, *, lock: bool = False) -> WebhookEndpoint:
    """One address; refuses `not_found`."""
    query = select(WebhookEndpoint).where(
        WebhookEndpoint.id == key, WebhookEndpoint.org_id == person.org_id
    )
    found = db.exec(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise Refused("not_found")
    return found


def create(
    db: Session, person: Person, fields: Mapping[str, Any], *, keys: ServerKeys, now: datetime
) -> tuple[WebhookEndpoint, str]:
    """A new address and its secret. `fields`: `url`, `description`, `events`."""
    if len(list_endpoints(db, person)) >= MAX_ENDPOINTS:
        raise Refused("too_large", f"There are {MAX_ENDPOINTS} addresses: delete one first.")
    key, secret = new_id(), secrets.token_bytes(32)
    endpoint = WebhookEndpoint(
        id=key,
        org_id=person.org_id,
        url=fields["url"],
        description=fields["description"],
        events_json=json.dumps(sorted(fields["events"])),
        secret_sealed=keys.wrap(secret, about=sealed_for(key)),
        created_at=now,
    )
    db.add(endpoint)
    _note(db, person, "webhook.created", endpoint, now=now)
    return endpoint, rules.secret_text(secret)


def change(
    db: Session, person: Person, endpoint: WebhookEndpoint, fields: Mapping[str, Any], now: datetime
) -> None:
    """Changes a locked address. `fields`: those of `create` and `active`, as given."""
    for name in ("url", "description", "active"):
        if name in fields:
            setattr(endpoint, name, fields[name])
    if "events" in fields:
        endpoint.events_json = json.dumps(sorted(fields["events"]))
    if "active" in fields:
        endpoint.disabled_reason, endpoint.failing_since = "", None
    db.add(endpoint)
    _note(db, person, "webhook.changed", endpoint, now=now, fields=sorted(fields))


def rotate(
    db: Session, person: Person, endpoint: WebhookEndpoint, *, keys: ServerKeys, now: datetime
) -> str:
    """A new secret for a locked address; the old one signs for a day beside it."""
    secret = secrets.token_bytes(32)
    endpoint.old_secret_sealed = endpoint.secret_sealed
    endpoint.old_until = now + rules.OVERLAP
    endpoint.secret_sealed = keys.wrap(secret, about=sealed_for(endpoint.id))
    db.add(endpoint)
    _note(db, person, "webhook.secret_renewed", endpoint, now=now)
    return rules.secret_text(secret)


def delete(db: Session, person: Person, endpoint: WebhookEndpoint, now: datetime) -> None:
    """Removes the address with its log."""
    _note(db, person, "webhook.deleted", endpoint, now=now)
    db.delete(endpoint)


def send_test(
    db: Session, person: Person, endpoint: WebhookEndpoint, now: datetime
) -> WebhookDelivery:
    """Queues a message that tells nothing; refuses `wrong_state` where it is out of service."""
    _must_be_active(endpoint)
    _note(db, person, "webhook.tested", endpoint, now=now)
    return outgoing.queue(db, endpoint.id, rules.TEST_EVENT, {"webhook": endpoint.id}, now=now)


def replay(
    db: Session, person: Person, endpoint: WebhookEndpoint, delivery_id: str, now: datetime
) -> WebhookDelivery:
    """Sends a settled message again, with its id; refuses `not_found` and `wrong_state`."""
    _must_be_active(endpoint)
    delivery = db.get(WebhookDelivery, delivery_id, with_for_update=True)
    if delivery is None or delivery.endpoint_id != endpoint.id:
        raise Refused("not_found")
    if delivery.state == "waiting":
        raise Refused("wrong_state", "It is on its way already.")
    delivery.state, delivery.attempts, delivery.words = "waiting", 0, ""
    delivery.status, delivery.next_at, delivery.settled_at = None, now, None
    db.add(delivery)
    outgoing.note_attempt(db, delivery, now=now)
    _note(db, person, "webhook.replayed", endpoint, now=now, delivery=delivery_id)
    return delivery


def deliveries(
    db: Session, endpoint_id: str, *, before: tuple[datetime, str] | None, limit: int
) -> list[WebhookDelivery]:
    """Messages to one address, newest first."""
    query = select(WebhookDelivery).where(WebhookDelivery.endpoint_id == endpoint_id)
    place = (col(WebhookDelivery.created_at), col(WebhookDelivery.id))
    if before is not None:
        query = query.where(tuple_(*place) < before)
    return list(db.exec(query.order_by(*(part.desc() for part in place)).limit(limit)))


def secrets_of(endpoint: WebhookEndpoint, keys: ServerKeys, now: datetime) -> list[bytes]:
    """What signs now: the secret, and the old one while it lasts."""
    sealed = [endpoint.secret_sealed]
    if endpoint.old_secret_sealed is not None and endpoint.old_until and now < endpoint.old_until:
        sealed.append(endpoint.old_secret_sealed)
    return [keys.unwrap(one, about=sealed_for(endpoint.id)) for one in sealed]


def _must_be_active(endpoint: WebhookEndpoint) -> None:
    if not endpoint.active:
        raise Refused("wrong_state", "The address is out of service: put it back first.")


def sealed_for(key: str) -> str:
    """What an address's secrets are bound to where they lie."""
    return f"webhook:{key}"


def _note(
    db: Session,
    person: Person,
    action: str,
    endpoint: WebhookEndpoint,
    *,
    now: datetime,
    **more: Any,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"webhook:{endpoint.id}",
        at=now,
        org_id=person.org_id,
        **more,
    )
