"""Scoring jobs as the worker runs them. One rule: each may run again without harm."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from server import counts
from server.scoring import service


def score(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Scores the answer that the payload names."""
    service.score_answer(db, payload["answer"], now)


def total(db: Session, payload: Mapping[str, Any], now: datetime) -> None:
    """Adds up the interview that the payload names, and counts once more what it noted."""
    counts.recount(db, payload["session"])
    service.add_up(db, payload["session"], now)
