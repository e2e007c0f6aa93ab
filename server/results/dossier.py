"""What a report is made of, gathered in one place. One rule: reading it twice gives the same."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server import builds, consents
from server.keys import ServerKeys
from server.models import Deletion, InterviewSession
from server.proctoring import service as proctoring
from server.results import queries
from server.results.page import result_view, without
from server.results.views import ResultView
from server.settings import Settings
from shared.ids import sha256_hex


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a report says."""

    result: ResultView
    organisation: str
    paper_version: int
    duration_s: int
    """Allowed for the whole interview, accommodations included."""
    agreed: Mapping[str, Any]
    """The accommodations by name."""
    names: Mapping[str, str]
    """Whoever acted, by actor such as `user:<id>`."""
    link_hash: str
    """Head of the server's own chain."""
    kid: str
    key_fingerprint: str
    """SHA-256 of the server's public key."""
    build: Sequence[str]
    """Which build of the app it was, in sentences; empty where no machine opened it."""
    consents: Sequence[str]
    """What the candidate agreed to, in sentences."""
    gone: Sequence[str]
    """What was destroyed, in sentences."""
    changed_at: datetime


def gather(
    db: Session,
    interview: InterviewSession,
    *,
    settings: Settings,
    keys: ServerKeys,
    withheld: Set[str] = frozenset(),
) -> Dossier:
    """All that the interview's report says; `withheld`: questions whose scores it must not show."""
    events = proctoring.events(db, interview.id)
    result = without(result_view(db, interview, events=events), withheld)
    said = consents.history(db, interview.id)
    agreed = json.loads(interview.accommodations_json)
    actors = [step.actor for step in result.timeline]
    actors += [score.created_by for answer in result.answers for score in answer.scores]
    extra = int(agreed.get("extra_time_percent", 0))
    return Dossier(
        result=result,
        organisation=settings.organisation,
        paper_version=interview.paper_version,
        duration_s=-(-interview.duration_s * (100 + extra) // 100),
        agreed=agreed,
        names=queries.names(db, actors) | {"candidate": "Candidate", "server": "Server"},
        link_hash=interview.link_hash,
        kid=keys.kid,
        key_fingerprint=sha256_hex(keys.public),
        build=builds.sentences(interview.build_json, settings) if interview.segment else [],
        consents=consents.sentences(said, consents.texts_known(db, said)),
        gone=[_gone(one) for one in queries.deletions(db, interview.id)],
        changed_at=interview.updated_at,
    )


def _gone(one: Deletion) -> str:
    at: datetime = one.done_at or one.asked_at
    return f"{one.what.capitalize()}, {at:%Y-%m-%d} ({one.rule})"
