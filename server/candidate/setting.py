"""What every candidate request is answered with.

One rule: the instant of a request is taken once and passed on.
"""

from dataclasses import dataclass
from datetime import datetime

from server.keys import ServerKeys
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Setting:
    """What every candidate request is answered with."""

    settings: Settings
    keys: ServerKeys
    now: datetime
