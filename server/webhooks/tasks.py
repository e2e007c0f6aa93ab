"""Takes one message to its address.

One rule: it is sent outside of any transaction and settled afterwards, with the same webhook-id in
every attempt; a server that dies in between sends it twice rather than never.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from server import audit
from server.db import Database
from server.keys import ServerKeys
from server.models import WebhookDelivery, WebhookEndpoint
from server.outbox import Job
from server.settings import Settings
from server.webhooks import outgoing, rules, service

if TYPE_CHECKING:
    from server.webhooks.post import Outcome

GONE = 410

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Courier:
    """Called with one job at a time."""

    settings: Settings
    database: Database
    keys: ServerKeys

    def __call__(self, job: Job, now: datetime) -> Callable[[Session, datetime], None]:
        """Sends the message that the job names; its fate is the delivery's, not the job's."""
        from server.webhooks.post import Outcome, post  # httpcore is a twentieth of a start

        with self.database.read() as db:
            delivery = db.get(WebhookDelivery, job.payload["delivery"])
            endpoint = delivery and db.get(WebhookEndpoint, delivery.endpoint_id)
        if delivery is None or endpoint is None or delivery.state != "waiting":
            return _nothing
        if delivery.attempts != job.payload["attempts"]:
            return _nothing
        if not endpoint.active:
            return partial(_drop, delivery.id)
        fault = rules.url_fault(endpoint.url, production=self.settings.is_production)
        if fault is not None:
            return partial(_settle, delivery.id, Outcome(None, fault))
        content = rules.body(delivery.event, delivery.created_at, json.loads(delivery.data_json))
        headers = rules.headers(
            delivery.id, content, secrets=service.secrets_of(endpoint, self.keys, now), at=now
        )
        private = rules.hosts(self.settings.webhook_private_hosts)
        outcome = post(endpoint.url, content, headers, private_hosts=private)
        return partial(_settle, delivery.id, outcome)


def _nothing(db: Session, now: datetime) -> None:
    """It is settled, or nobody wants it any more."""


def _drop(delivery_id: str, db: Session, now: datetime) -> None:
    delivery = db.get(WebhookDelivery, delivery_id, with_for_update=True)
    if delivery is not None:
        delivery.state, delivery.words = "dropped", "The address is out of service."
        delivery.next_at, delivery.settled_at = None, now


def _settle(delivery_id: str, outcome: "Outcome", db: Session, now: datetime) -> None:
    delivery = db.get(WebhookDelivery, delivery_id, with_for_update=True)
    endpoint = delivery and db.get(
        WebhookEndpoint, delivery.endpoint_id, with_for_update=True, populate_existing=True
    )
    if delivery is None or endpoint is None:
        return
    delivery.attempts += 1
    delivery.status, delivery.words, delivery.next_at = outcome.status, outcome.words, None
    if outcome.taken:
        delivery.state, delivery.settled_at = "delivered", now
        endpoint.failing_since = None
        return
    endpoint.failing_since = endpoint.failing_since or now
    if outcome.status == GONE:
        _disable(db, endpoint, "It answered 410: it wants no more.", now)
    elif now - endpoint.failing_since >= rules.DISABLE_AFTER:
        _disable(db, endpoint, "It took nothing for three days.", now)
    delivery.next_at = rules.next_try(delivery.attempts, now) if endpoint.active else None
    if delivery.next_at is None:
        delivery.state, delivery.settled_at = "failed", now
        return
    outgoing.note_attempt(db, delivery, now=now)


def _disable(db: Session, endpoint: WebhookEndpoint, reason: str, now: datetime) -> None:
    endpoint.active, endpoint.disabled_reason = False, reason
    audit.note(
        db,
        "server",
        "webhook.disabled",
        subject=f"webhook:{endpoint.id}",
        at=now,
        org_id=endpoint.org_id,
    )
    _log.warning("webhook %s is out of service: %s", endpoint.id, reason)
