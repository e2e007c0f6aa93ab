"""Hands one mail to SendGrid's v3 API.

One rule: the key travels in one header and is in no message of ours.
"""

import httpx

from server.mail.message import Message, sendgrid_body
from server.mail.rules import Answer, NotNow, http_answer
from server.settings import Settings

WITHIN_S = 8.0
"""For each of connecting, sending and the answer; with SMTP before it below the outbox's lease."""


def send(
    message: Message, settings: Settings, *, transport: httpx.BaseTransport | None = None
) -> Answer:
    """Sends `message`; raises BadAddress. `transport`: where tests answer; None is the network."""
    body = sendgrid_body(message)
    try:
        with httpx.Client(
            base_url=settings.sendgrid_url, timeout=WITHIN_S, transport=transport
        ) as client:
            answer = client.post(
                "/v3/mail/send",
                json=body,
                headers={"Authorization": f"Bearer {settings.sendgrid_key.get_secret_value()}"},
            )
    except httpx.TimeoutException as error:
        kind = type(error).__name__
        return NotNow("SendGrid did not answer in time", f"SendGrid {kind}")
    except httpx.HTTPError as error:
        kind = type(error).__name__
        return NotNow(f"SendGrid could not be reached ({kind})", f"SendGrid {kind}")
    return http_answer(answer.status_code, _words(answer))


def _words(answer: httpx.Response) -> str:
    """The messages of an error's body; empty where it has another shape."""
    try:
        return "; ".join(str(item["message"]) for item in answer.json()["errors"])
    except (ValueError, KeyError, TypeError):
        return ""
