"""The link of an invite and the secret in it.

One rule: the secret is behind the #, which browsers do not send, so that it reaches no log; it is
derived from the server's master key and stored as a hash only (docs/decisions/0100).
"""

import hmac
from datetime import UTC, datetime

from server.keys import ServerKeys, encode
from server.models import InterviewSession
from server.settings import Settings
from shared.ids import new_id, token_hash

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def invite_url(settings: Settings, token: str) -> str:
    """What the candidate gets: a page that says how to go on."""
    return f"{settings.url}/i#{token}"


def make_token(keys: ServerKeys, session: str, salt: str) -> str:
    """The secret for an interview and a salt: 43 URL-safe characters. A new salt is a new link."""
    return encode(hmac.digest(keys.links, f"invite\n{session}\n{salt}".encode(), "sha256"))


def current_url(settings: Settings, keys: ServerKeys, interview: InterviewSession) -> str | None:
    """The link that is valid now; None where it was withdrawn or cannot be derived."""
    if interview.invite_revoked_at is not None:
        return None
    token = make_token(keys, interview.id, interview.invite_salt)
    return invite_url(settings, token) if is_known(keys, interview) else None


def is_known(keys: ServerKeys, interview: InterviewSession) -> bool:
    """Whether the link's secret can be derived: it was made so, under this master key."""
    token = make_token(keys, interview.id, interview.invite_salt)
    return bool(interview.invite_salt) and token_hash(token) == interview.invite_hash


def replace(interview: InterviewSession, keys: ServerKeys) -> str:
    """Gives the interview a new link; answers its secret. The old one and its machine are out."""
    interview.invite_salt = new_id()
    token = make_token(keys, interview.id, interview.invite_salt)
    interview.invite_hash = token_hash(token)
    interview.invite_revoked_at = None
    free_lease(interview)
    return token


def free_lease(interview: InterviewSession) -> None:
    """Shuts out the machine that holds the interview; the next claim begins a new segment."""
    interview.lease_hash = None
    if interview.public_key is not None:
        # Nobody's key, not heard for years.
        interview.public_key, interview.lease_seen_at = "", _LONG_AGO
