"""Webhooks over HTTP, for super admins."""

from fastapi import status

from server.auth.deps import SuperAdmin
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.refusals import Refused
from server.routers import feature_router
from server.settings import Settings
from server.views import MAX_FORM_BYTES, Cursor, Key, Limit, cursor_after, read_cursor
from server.webhooks import rules, service
from server.webhooks.views import (
    DeliveryPage,
    DeliveryView,
    WebhookChange,
    WebhookList,
    WebhookMade,
    WebhookRequest,
    WebhookSecret,
    WebhookView,
    delivery_view,
    webhook_view,
)

_ADMIN = ("not_signed_in", "forbidden")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large")
router = feature_router("/admin/webhooks", "webhooks", max_body_size=MAX_FORM_BYTES)


@router.get("", responses=problems(*_ADMIN))
def list_webhooks(person: SuperAdmin, db: ReadDb) -> WebhookList:
    """All addresses, oldest first."""
    return WebhookList(items=[webhook_view(one) for one in service.list_endpoints(db, person)])


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE)
    | leads_to(
        201,
        with_id(
            *("getWebhook", "changeWebhook", "deleteWebhook", "renewWebhookSecret"),
            *("testWebhook", "listWebhookDeliveries"),
        ),
    ),
)
def create_webhook(
    asked: WebhookRequest, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> WebhookMade:
    """A new address. Its secret is in this answer and never again."""
    _check(asked.url, parts.settings)
    made, secret = service.create(db, person, asked.model_dump(), keys=parts.keys, now=now)
    return WebhookMade(**dict(webhook_view(made)), secret=secret)


@router.get("/{id}", responses=problems(*_ADMIN, "not_found"))
def get_webhook(id: Key, person: SuperAdmin, db: ReadDb) -> WebhookView:
    """One address."""
    return webhook_view(service.get_endpoint(db, person, id))


@router.patch("/{id}", responses=problems(*_CHANGE, "not_found"))
def change_webhook(
    id: Key, asked: WebhookChange, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> WebhookView:
    """Changes what is given."""
    endpoint = service.get_endpoint(db, person, id, lock=True)
    given = asked.model_dump(exclude_none=True)
    if asked.url is not None:
        _check(asked.url, parts.settings)
    service.change(db, person, endpoint, given, now)
    return webhook_view(endpoint)


@router.delete(
    "/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_ADMIN, "csrf", "not_found"),
)
def delete_webhook(id: Key, person: SuperAdmin, db: Db, now: Now) -> None:
    """Removes the address with its log."""
    service.delete(db, person, service.get_endpoint(db, person, id, lock=True), now)


@router.post("/{id}/secret", responses=problems(*_CHANGE, "not_found"))
def renew_webhook_secret(
    id: Key, person: SuperAdmin, parts: PartsDep, db: Db, now: Now
) -> WebhookSecret:
    """A new secret; the old one signs for a day beside it."""
    endpoint = service.get_endpoint(db, person, id, lock=True)
    secret = service.rotate(db, person, endpoint, keys=parts.keys, now=now)
    return WebhookSecret(secret=secret, old_secret_until=now + rules.OVERLAP)


@router.post(
    "/{id}/test",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(*_CHANGE, "not_found", "wrong_state"),
)
def test_webhook(id: Key, person: SuperAdmin, db: Db, now: Now) -> DeliveryView:
    """Sends a message that tells nothing."""
    endpoint = service.get_endpoint(db, person, id)
    return delivery_view(service.send_test(db, person, endpoint, now))


@router.get("/{id}/deliveries", responses=problems(*_ADMIN, "not_found"))
def list_webhook_deliveries(
    id: Key, person: SuperAdmin, db: ReadDb, cursor: Cursor = None, limit: Limit = 50
) -> DeliveryPage:
    """Messages to this address, newest first."""
    endpoint = service.get_endpoint(db, person, id)
    found = service.deliveries(db, endpoint.id, before=read_cursor(cursor), limit=limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    return DeliveryPage(
        items=[delivery_view(one) for one in page],
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.post(
    "/{id}/deliveries/{delivery}/replay",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problems(*_CHANGE, "not_found", "wrong_state"),
)
def replay_webhook_delivery(
    id: Key, delivery: Key, person: SuperAdmin, db: Db, now: Now
) -> DeliveryView:
    """Sends a settled message again, with the same webhook-id."""
    endpoint = service.get_endpoint(db, person, id)
    return delivery_view(service.replay(db, person, endpoint, delivery, now))


def _check(url: str, settings: Settings) -> None:
    if fault := rules.url_fault(url, production=settings.is_production):
        errors = [{"field": "body.url", "message": fault}]
        raise Refused("invalid_request", fault, errors=errors)
