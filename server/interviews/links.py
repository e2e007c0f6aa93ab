"""The link of an invite.

One rule: the secret is behind the #, which browsers do not send, so that it reaches no log.
"""

from server.settings import Settings


def invite_url(settings: Settings, token: str) -> str:
    """What the candidate gets: a page that says how to go on."""
    return f"{settings.url}/i#{token}"
