"""Has the lines of a paper's version read aloud, as a job of the queue `voices`.

One rule: the service that speaks is asked outside of any transaction, and each line is kept as
soon as it is there: where the service goes away in between, the next try asks for the rest.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server.db import Database
from server.outbox import Job, TryLater
from server.refusals import Refused
from server.speech.voices import Voices
from server.spoken import service
from shared.policy import Policy
from shared.problems import PROBLEMS

PAUSES_S = (60, 1800)
"""After these the job is `dead`, with the service's fault, until a person revives it or an
interview that is opened notes the wish anew."""
LARGEST_LINE_BYTES = 4_000_000
"""Ten minutes: `rules.LONGEST_CHARS` are half of it."""

_log = logging.getLogger(__name__)
Effect = Callable[[Session, datetime], None]


def without_voices(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Where nobody reads aloud the app uses the machine's own voice."""


@dataclass(frozen=True)
class Reading:
    """Called with one job at a time."""

    database: Database
    voices: Voices

    def __call__(self, job: Job, now: datetime) -> Effect:
        """Has made what is missing; raises TryLater with the service's fault."""
        paper, version = str(job.payload["paper"]), int(job.payload["version"])
        policy = Policy(language=str(job.payload["language"]))
        with self.database.read() as db:
            wanted = service.of_version(db, paper, version, policy)
            known = service.there(db, wanted)
        missing = [line for line in wanted if line.address not in known]
        for line in missing:
            try:
                sound = self.voices.read(line, now)
            except Refused as refusal:
                words = refusal.detail or " ".join(PROBLEMS[refusal.code][1:])
                raise TryLater(f"{refusal.code}: {words}", pauses_s=PAUSES_S) from None
            if len(sound) <= LARGEST_LINE_BYTES:
                with self.database.write() as db:
                    service.keep(db, line, sound, now=now)
        if missing:
            _log.info("%d lines of a paper were read aloud ahead of its interviews", len(missing))
        return lambda db, now: service.settle(db, wanted, now=now)
