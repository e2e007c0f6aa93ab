"""The report of a preflight: made, signed with a key of its own, and handed in.

One rule: the key is made for one report and thrown away: it proves that the report is whole, and
ties no two reports of a machine together.
"""

import json
import platform
import time
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from client.api import InterviewApi
from client.errors import ClientError, Unreachable
from client.preflight.probes import Reached
from client.spool.keys import SigningKey
from shared.clock import utc_text
from shared.ids import token_hash
from shared.readiness import (
    Readiness,
    ReadinessLine,
    ReadinessPost,
    SignedReadiness,
    statement,
)
from shared.version import APP_VERSION

if TYPE_CHECKING:
    import httpx

REACH_S = 5.0
"""For the answer to each request."""
TIMES = 3
"""The fastest counts: the first one also opens the connection."""


def make(lines: Iterable[ReadinessLine], now: datetime, *, token: str = "") -> Readiness:
    """The report; `token`: of the invite that it is for."""
    machine = (platform.system(), platform.release(), platform.machine())
    return Readiness(
        made_at=utc_text(now),
        app_version=APP_VERSION,
        machine=" ".join(part for part in machine if part)[:200],
        invite_sha256=token_hash(token) if token else None,
        lines=tuple(lines),
    )


def signed(report: Readiness) -> SignedReadiness:
    """With a fresh key."""
    text, key = report.model_dump_json(), SigningKey.generate()
    return SignedReadiness(report=text, public_key=key.public, signature=key.sign(statement(text)))


def as_json(report: Readiness) -> str:
    """For a file: `readiness` for people and scripts, `signed` for whoever is to believe it."""
    both = {
        "readiness": report.model_dump(mode="json"),
        "signed": signed(report).model_dump(mode="json"),
    }
    return json.dumps(both, indent=1, ensure_ascii=False) + "\n"


def reach(base_url: str, transport: "httpx.BaseTransport | None" = None) -> Reached:
    """Asks the server three times how it is; never raises what the network does."""
    with closing(InterviewApi(base_url, transport=transport, answer_timeout_s=REACH_S)) as api:
        best: float | None = None
        skew_s: float | None = None
        why = ""
        for _ in range(TIMES):
            sent_s = time.monotonic()
            try:
                date = api.healthy()
            except ClientError as error:
                why = error.message
                if not isinstance(error, Unreachable):
                    break  # it answered: another try would say the same
                continue
            took_ms = (time.monotonic() - sent_s) * 1000
            if best is None or took_ms < best:
                best, skew_s = took_ms, skew(datetime.now(UTC), date, took_ms)
    return Reached(best, skew_s, "" if best is not None else why)


def send(
    base_url: str,
    report: Readiness,
    token: str,
    transport: "httpx.BaseTransport | None" = None,
) -> None:
    """Hands the report to the invite's server; raises ClientError with a sentence."""
    post = ReadinessPost(invite=token, **dict(signed(report)))
    with closing(InterviewApi(base_url, transport=transport)) as api:
        api.send_readiness(post)


def skew(now: datetime, date: str, took_ms: float) -> float | None:
    """Seconds by which this clock is ahead of the server's `Date`; None where it told none.

    The header cuts its fraction off: up to a second ahead is no skew.
    """
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return None
    if theirs.tzinfo is None:
        return None
    ahead = (now - theirs).total_seconds() - took_ms / 2000
    return max(0.0, ahead - 1) if ahead > 0 else ahead
