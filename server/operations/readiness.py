"""Whether requests may be sent here, part by part.

One rule: a part that cannot be asked is `down`, one that cannot be known is `unknown` and does not
count; a wrong clock is told and takes nothing out of service, because the machine that would take
over may have the same one.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from server import evidence
from server.deps import Parts
from server.documents.parsing import reading
from server.keys import BadKeys
from server.migrations import run
from server.models import InterviewSession
from server.operations import notes, reach

State = Literal["ok", "down", "off", "unknown", "warning"]
"""`off`: not set up; `warning`: a person should look, requests may come."""

WORKER_WITHIN = timedelta(minutes=3)
"""A worker sweeps every minute; three without are no accident."""
CLOCK_WITHIN_S = 5.0
"""Differences below this are the way there and back, and a busy machine."""
REDIS_WITHIN_S = 1.0
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the server."""

    name: str
    state: State
    words: str = ""
    """What is wrong, for operators."""


def look(parts: Parts) -> list[Part]:
    """Every part as it stands now. Takes as long as the slowest answers."""
    try:
        with parts.database.read() as db:
            asked = time.perf_counter()
            theirs = _their_clock(db)
            took_s = time.perf_counter() - asked
            standing = run.stands_at(db.connection())
            if standing != run.HEAD:
                words = f"the schema is {standing or 'missing'}, expected {run.HEAD}: migrate"
                found = [Part("database", "ok"), Part("schema", "down", words)]
            else:
                found = [
                    Part("database", "ok"),
                    Part("schema", "ok"),
                    _keys(db, parts),
                    _worker(db, parts),
                    _clock(db, parts.now(), theirs, took_s=took_s),
                ]
    except SQLAlchemyError as error:
        found = [Part("database", "down", type(error).__name__)]
    here = (_storage(parts), _redis(parts), _mail(parts), _documents(parts))
    return [*found, *here, *_beside(parts)]


def is_ready(found: list[Part]) -> bool:
    """Whether requests may come."""
    return all(part.state != "down" for part in found)


def clock_offset_s(db: Session, now: Callable[[], datetime]) -> float | None:
    """How many seconds our clock is ahead of the database's; None where both are one clock."""
    theirs = _their_clock(db)
    return None if theirs is None else (now() - theirs).total_seconds()


def _their_clock(db: Session) -> datetime | None:
    if db.get_bind().dialect.name != "postgresql":
        return None
    return db.exec(select(func.clock_timestamp())).one().astimezone(UTC)


def _clock(db: Session, now: datetime, theirs: datetime | None, *, took_s: float) -> Part:
    last = notes.get(db, notes.SWEPT)
    if last is not None and last[1] - now > WORKER_WITHIN:
        ahead = round((last[1] - now).total_seconds())
        return Part("clock", "warning", f"it was set back: work was done {ahead} s from now")
    off_s = 0.0 if theirs is None else (now - theirs).total_seconds()
    if abs(off_s) > CLOCK_WITHIN_S + took_s:
        return Part("clock", "warning", f"{off_s:+.0f} s against the database's clock")
    kept = reach.synchronised()
    if kept is False:
        return Part("clock", "warning", "it follows no time server: set one up (chrony, timesyncd)")
    if kept is None and theirs is None:
        words = "nobody here says whether it is kept, and SQLite has no clock to compare with"
        return Part("clock", "unknown", words)
    return Part("clock", "ok")


def _keys(db: Session, parts: Parts) -> Part:
    """Whether the master key is the one that the newest interview was made under."""
    newest = db.exec(
        select(InterviewSession.id, InterviewSession.key_sealed)
        .where(col(InterviewSession.key_sealed).is_not(None))
        .order_by(col(InterviewSession.created_at).desc(), col(InterviewSession.id).desc())
        .limit(1)
    ).first()
    if newest is None:
        return Part("keys", "ok")
    try:
        parts.keys.unwrap(newest[1] or b"", about=newest[0])
    except BadKeys:
        return Part("keys", "down", "the master key is not the one that interviews were made with")
    return Part("keys", "ok")


def _worker(db: Session, parts: Parts) -> Part:
    now = parts.now()
    last = notes.get(db, notes.SWEPT)
    if last is not None and now - last[1] <= WORKER_WITHIN:
        return Part("worker", "ok")
    if time.monotonic() - parts.traffic.began_s < WORKER_WITHIN.total_seconds():
        return Part("worker", "unknown", "this process has just begun")
    since = "never" if last is None else f"not for {round((now - last[1]).total_seconds())} s"
    return Part("worker", "down", f"no worker looked for work: {since}")


def _storage(parts: Parts) -> Part:
    try:
        evidence.store(parts.settings).check()
        free = shutil.disk_usage(parts.settings.data_dir).free
    except OSError as error:
        return Part("storage", "down", type(error).__name__)
    reserve = parts.settings.evidence_reserve_mb * _MB
    if free < reserve:
        return Part("storage", "warning", f"{free // _MB} MB free: evidence is refused")
    return Part("storage", "ok", f"{free // _MB} MB free")


def _redis(parts: Parts) -> Part:
    if not parts.settings.redis_url:
        return Part("redis", "off")
    import redis

    try:
        with redis.Redis.from_url(
            parts.settings.redis_url,
            socket_timeout=REDIS_WITHIN_S,
            socket_connect_timeout=REDIS_WITHIN_S,
        ) as client:
            client.ping()
    except (redis.RedisError, OSError, ValueError) as error:
        # Redis is a doorbell: without it everything is a little later and nothing is lost.
        return Part("redis", "warning", type(error).__name__)
    return Part("redis", "ok")


def _mail(parts: Parts) -> Part:
    return Part("mail", "ok" if parts.settings.mails else "off")


def _beside(parts: Parts) -> list[Part]:
    """The services that candidates' code, answers and recordings go to; each can wait for a while
    without anything being lost, so that none takes this server out of service."""
    settings = parts.settings
    return [
        _service("runner", settings.runner_url),
        _service("model", settings.llm_url if settings.llm != "off" else ""),
        Part("speech", "ok")
        if settings.stt_model is not None and not settings.use_modal
        else _service("speech", settings.modal_url if settings.use_modal else ""),
    ]


def _service(name: str, address: str) -> Part:
    if not address:
        return Part(name, "off")
    words = reach.fault(address)
    return Part(name, "warning" if words else "ok", words)


def _documents(parts: Parts) -> Part:
    if not parts.settings.works_here:
        return Part("documents", "unknown", "workers parse them and say where in their log")
    found = reading(parts.settings.documents_in)
    asked = found.place == "box" or parts.settings.documents_in == "process"
    return Part("documents", "ok" if asked else "warning", found.words)
