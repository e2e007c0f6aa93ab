"""HTTP for SendGrid's event webhook.

One rule: nothing is read before its signature was checked over the very bytes that came.
"""

from typing import Annotated, Any

from fastapi import Depends, Header, Request, status

from server.candidate.requests import read_body
from server.deps import Now, PartsDep
from server.errors import problems
from server.mail_events import rules, service
from server.refusals import Refused
from server.routers import feature_router

MAX_BYTES = 4 * 1024 * 1024
"""SendGrid sends batches of less than 1 MB."""
_EVENTS: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "array",
                    "items": {"type": "object"},
                    "description": "Events as SendGrid describes them.",
                }
            }
        },
    }
}

router = feature_router("/mail", "mail")


async def _body(request: Request) -> bytes:
    return await read_body(request, MAX_BYTES)


@router.post(
    "/sendgrid-events",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems("malformed_body", "bad_signature", "not_found", "too_large"),
    openapi_extra=_EVENTS,
)
def note_sendgrid_events(
    body: Annotated[bytes, Depends(_body)],
    parts: PartsDep,
    now: Now,
    signature: Annotated[str, Header(alias=rules.SIGNATURE_HEADER)] = "",
    stamp: Annotated[str, Header(alias=rules.STAMP_HEADER)] = "",
) -> None:
    """Takes what SendGrid says later of mails that it sent: come back, dropped, marked as spam,
    delivered. Idempotent; events about other mails are passed over."""
    key = parts.settings.sendgrid_events_key
    if not key:
        raise Refused(
            "not_found",
            "SendGrid's events are not listened to here: set INVIGIL_SENDGRID_EVENTS_KEY.",
        )
    if not rules.is_recent(stamp, now):
        raise Refused(
            "bad_signature",
            "The time of the signature is missing, too long ago or to come: compare the clocks.",
        )
    if not rules.signed_by(key, signature=signature, stamp=stamp, body=body):
        raise Refused(
            "bad_signature",
            "Set INVIGIL_SENDGRID_EVENTS_KEY to the verification key that SendGrid shows.",
        )
    try:
        told = rules.read(body)
    except rules.Unreadable:
        raise Refused("malformed_body", "Send a JSON list of events.") from None
    with parts.database.write() as db:
        service.note(db, told, now)
