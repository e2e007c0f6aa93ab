"""Hands one mail to an SMTP server.

One rule: what the server said decides, step by step: a refusal of the recipient or the content is
about this mail, everything before is about the set-up, and a silence after the content leaves it
in doubt.
"""

import asyncio
import ssl
from contextlib import suppress
from ipaddress import ip_address
from typing import cast
from urllib.parse import urlsplit

import aiosmtplib

from server.mail.message import Message, mime, plain_address
from server.mail.rules import Answer, NotNow, Taken, clean_line, smtp_answer
from server.settings import Settings

STEP_S = 10.0
"""Longest wait for one answer of the server."""
WITHIN_S = 25.0
"""For the whole mail; with SendGrid after it well below the outbox's lease."""

_ASCII_ONLY = "the mail server takes no addresses beyond ASCII"


def send(message: Message, settings: Settings) -> Answer:
    """Sends `message`; raises BadAddress before anything is sent."""
    to, content = plain_address(message.recipient[1]), mime(message)
    return asyncio.run(_Delivery(settings, to, content).run())


def _own_name(settings: Settings) -> str:
    """What the server calls itself: asking the system for a name may wait for DNS."""
    host = urlsplit(settings.url).hostname or "localhost"
    try:
        found = ip_address(host)
    except ValueError:
        return host
    return f"[{found}]" if found.version == 4 else f"[IPv6:{found}]"


class _Delivery:
    def __init__(self, settings: Settings, to: str, content: bytes) -> None:
        self._settings = settings
        self._to = to
        self._content = content
        self._about_recipient = False
        self._content_sent = False
        encrypted = settings.smtp_security != "none"
        self._trusted = ssl.create_default_context(cafile=settings.smtp_ca) if encrypted else None

    async def run(self) -> Answer:
        try:
            async with asyncio.timeout(WITHIN_S):
                return await self._talk()
        except aiosmtplib.SMTPResponseException as error:
            return smtp_answer(error.code, error.message, about_recipient=self._about_recipient)
        except aiosmtplib.SMTPNotSupported as error:
            return NotNow(clean_line(error.message), "SMTP not supported")
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            # An SSL error's text says which check failed; others name host and port only.
            words = clean_line(str(error), otherwise="no answer in time")
            kind = type(error).__name__
            return NotNow(words, f"SMTP {kind}", in_doubt=self._content_sent)

    async def _talk(self) -> Answer:
        settings = self._settings
        client = aiosmtplib.SMTP(
            hostname=settings.smtp_host,
            port=settings.smtp_port,
            use_tls=settings.smtp_security == "tls",
            start_tls=False,  # below, step by step
            tls_context=self._trusted,
            timeout=STEP_S,
            local_hostname=_own_name(settings),
        )
        await client.connect()
        line = cast("asyncio.Transport | None", client.transport)
        try:
            if settings.smtp_security == "starttls":
                await client.starttls(tls_context=self._trusted)
            if settings.smtp_user:
                password = settings.smtp_password.get_secret_value()
                await client.login(settings.smtp_user, password)
            await self._hand_over(client)
            # It has the mail; how it says goodbye changes nothing.
            with suppress(aiosmtplib.SMTPException, OSError):
                await client.quit()
        finally:
            client.close()
            # An encrypted line would wait for the other side's goodbye, and the loop ends here.
            if line is not None:
                line.abort()
            await asyncio.sleep(0)
        return Taken("SMTP")

    async def _hand_over(self, client: aiosmtplib.SMTP) -> None:
        wide = not self._to.isascii()
        if wide and not client.supports_extension("smtputf8"):
            self._about_recipient = True
            raise aiosmtplib.SMTPRecipientRefused(553, _ASCII_ONLY, self._to)
        options = ["SMTPUTF8"] if wide else []
        await client.mail(plain_address(self._settings.mail_from), options=options)
        self._about_recipient = True
        await client.rcpt(self._to, encoding="utf-8" if wide else "ascii")
        self._content_sent = True
        await client.data(self._content)
