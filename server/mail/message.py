"""A finished mail, as SMTP sends it and as SendGrid's API takes it.

One rule: a name reaches a header as plain letters or as encoded words, never quoted: the standard
library loses the quotes where it folds a long name, and what stood in them becomes addresses.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from server.mail.letter import Letter
from server.mail.rules import clean_line

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ]{0,50}")
_PLAIN_SUBJECT = re.compile(r"(?!.*=\?)[!-~][ -~]{0,60}")
ICS_NAME = "interview.ics"
MAIL_ARG = "invigil_mail"
"""What SendGrid gives back with each event about a mail: the left part of its Message-ID."""


class BadAddress(ValueError):
    """No mail can be written to this address."""


@dataclass(frozen=True, slots=True)
class Message:
    """Everything that leaves the server for one candidate."""

    id: str
    """Message-ID with its angle brackets: the same whenever this mail is sent again."""
    sender: tuple[str, str]
    """Name and address."""
    reply_to: str
    """Address; empty: the sender's."""
    recipient: tuple[str, str]
    """Name and address."""
    letter: Letter
    entry: bytes | None
    """text/calendar, or None."""
    method: str
    """The calendar entry's."""
    at: datetime


def plain_address(address: str) -> str:
    """`address` with its domain in ASCII; raises BadAddress where mail cannot name it."""
    import idna

    local, _, domain = address.rpartition("@")
    try:
        ascii_domain = domain if domain.isascii() else idna.encode(domain).decode("ascii")
        known = Address(username=local, domain=ascii_domain)
        # Parsed as servers parse it: comments, quotes and dots out of place are refused.
        if local.isascii() and Address(addr_spec=f"{local}@{ascii_domain}") != known:
            raise BadAddress(_NO_ADDRESS)
    except (ValueError, IndexError, MessageError) as error:
        raise BadAddress(_NO_ADDRESS) from error
    if not _DOMAIN.fullmatch(ascii_domain) or re.search(r"[\s<>]", local):
        raise BadAddress(_NO_ADDRESS)
    if not local or clean_line(address) != address:
        raise BadAddress(_NO_ADDRESS)
    return f"{local}@{ascii_domain}"


def mime(message: Message) -> bytes:
    """The message for SMTP, CRLF line ends; raises BadAddress."""
    to = plain_address(message.recipient[1])
    head = [
        _mailbox("From", message.sender[0], plain_address(message.sender[1])),
        _mailbox("To", message.recipient[0], to),
        f"Subject: {_words(message.letter.subject, _PLAIN_SUBJECT)}\r\n",
    ]
    if message.reply_to:
        head.append(_mailbox("Reply-To", "", plain_address(message.reply_to)))
    made = EmailMessage(policy=SMTP)
    made["Date"] = format_datetime(message.at)
    made["Message-ID"] = message.id
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(message.letter.text, cte="quoted-printable")
    made.add_alternative(message.letter.html, subtype="html", cte="quoted-printable")
    if message.entry is not None:
        # Twice, as calendars expect it: to be shown in place, and as a file to be opened.
        made.add_alternative(
            message.entry.decode(),
            subtype="calendar",
            params={"method": message.method},
            cte="base64",
        )
        made.add_attachment(message.entry, maintype="application", subtype="ics", filename=ICS_NAME)
    return "".join(head).encode() + made.as_bytes()


def sendgrid_body(message: Message) -> dict[str, Any]:
    """The message for `POST /v3/mail/send`; raises BadAddress."""
    to = plain_address(message.recipient[1])
    body: dict[str, Any] = {
        "personalizations": [
            {
                "to": [_named(message.recipient[0], to)],
                "custom_args": {MAIL_ARG: message.id.lstrip("<").partition("@")[0]},
            }
        ],
        "from": _named(message.sender[0], plain_address(message.sender[1])),
        "subject": message.letter.subject,
        "content": [
            {"type": "text/plain", "value": message.letter.text},
            {"type": "text/html", "value": message.letter.html},
        ],
        "headers": {"Message-ID": message.id, "Auto-Submitted": "auto-generated"},
        # A tracked link would hand the invite's secret to the tracker.
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
        },
    }
    if message.reply_to:
        body["reply_to"] = {"email": plain_address(message.reply_to)}
    if message.entry is not None:
        body["attachments"] = [
            {
                "content": b64encode(message.entry).decode(),
                "type": "text/calendar",
                "filename": ICS_NAME,
                "disposition": "attachment",
            }
        ]
    return body


_NO_ADDRESS = "This is no address that mail can be sent to."


def _mailbox(field: str, name: str, address: str) -> str:
    """One header with one address, folded; `address` is plain, whatever `name` holds."""
    name = clean_line(name)
    return (
        f"{field}: {_words(name, _PLAIN_NAME)}\r\n <{address}>\r\n"
        if name
        else f"{field}: {address}\r\n"
    )


def _words(text: str, plain: re.Pattern[str]) -> str:
    """`text` as it is where it is `plain`, else as encoded words (RFC 2047), folded."""
    if plain.fullmatch(text):
        return text
    # Room is left for the longest field name.
    return Header(text, "utf-8", maxlinelen=75, header_name="Reply-To").encode(linesep="\r\n")


def _named(name: str, address: str) -> dict[str, str]:
    name = clean_line(name)
    return {"email": address, "name": name} if name else {"email": address}
