"""Counts what charts show. One rule: only interviews that this person sees are counted."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlalchemy import Select, case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from server.charts import rules
from server.models import (
    Answer,
    EventCount,
    InterviewResult,
    InterviewSession,
    SessionQuestion,
    Shortlisted,
)
from server.results.queries import Sight, narrowed
from server.results.wanted import Filter
from shared.events import Severity

TROUBLES = frozenset(
    {
        *("proctor_lost", "camera_lost", "microphone_lost", "network_lost"),
        *("model_missing", "detector_off", "rate_low", "slept", "app_restarted"),
    }
)
"""What keeps detectors from seeing, or the server from hearing of it."""
PROMPT_CHARS = 120
MAX_ANSWERS = 20_000
"""From which times are read, the newest; more would only make the page wait."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Totals, and how many are not among them."""

    totals: list[rules.Total]
    without: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Times:
    """What was taken for one question."""

    source: str
    prompt: str
    limit_s: int
    spent_ms: list[int]


def ids(sight: Sight, wanted: Filter) -> Select[str]:
    """The ids of the wanted interviews that were started, as a subquery."""
    return (
        sql_select(col(InterviewSession.id))
        .join(
            InterviewResult,
            col(InterviewResult.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .join(
            Shortlisted,
            col(Shortlisted.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .where(sight.seen, col(InterviewSession.started_at).is_not(None), *narrowed(wanted))
    )


def scores(db: Session, found: Select[str], withheld: Set[str]) -> Scores:
    """Totals of the interviews."""
    rows = db.execute(
        sql_select(
            col(InterviewSession.id),
            col(InterviewResult.total_milli),
            col(InterviewResult.max_marks),
            col(InterviewResult.state),
        )
        .join(
            InterviewResult,
            col(InterviewResult.session_id) == col(InterviewSession.id),
            isouter=True,
        )
        .where(col(InterviewSession.id).in_(found))
    ).all()
    totals: list[rules.Total] = []
    without = hidden = 0
    for key, milli, marks, state in rows:
        if key in withheld:
            hidden += 1
        elif milli is None or not marks:
            without += 1
        else:
            totals.append(rules.Total(milli, marks, state == "final"))
    return Scores(totals, without, hidden)


def times(db: Session, found: Select[str]) -> list[Times]:
    """Times on each question of the paper, in the order in which most were asked."""
    rows = db.execute(
        sql_select(
            col(SessionQuestion.question_id),
            col(SessionQuestion.prompt),
            col(SessionQuestion.time_limit_s),
            col(SessionQuestion.position),
            col(Answer.spent_ms),
        )
        .join(Answer, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(
            InterviewSession,
            col(InterviewSession.id) == col(SessionQuestion.session_id),
        )
        .where(
            col(SessionQuestion.session_id).in_(found),
            col(SessionQuestion.follows_id).is_(None),
            col(Answer.spent_ms) > 0,
        )
        .order_by(col(InterviewSession.created_at).desc(), col(SessionQuestion.position))
        .limit(MAX_ANSWERS)
    ).all()
    spent: dict[str, list[int]] = defaultdict(list)
    places: dict[str, Counter[int]] = defaultdict(Counter)
    newest: dict[str, tuple[str, int]] = {}
    for source, prompt, limit_s, position, ms in rows:
        spent[source].append(ms)
        places[source][position] += 1
        newest.setdefault(source, (prompt, limit_s))
    order = sorted(spent, key=lambda one: (places[one].most_common(1)[0][0], one))
    return [Times(one, _short(newest[one][0]), newest[one][1], spent[one]) for one in order]


@dataclass(frozen=True, slots=True)
class Noted:
    """How often one thing was noted."""

    name: str
    by_severity: Mapping[str, int]
    interviews: int
    """In how many."""

    @property
    def count(self) -> int:
        """Of all severities."""
        return sum(self.by_severity.values())


def noted(db: Session, found: Select[str]) -> dict[str, list[Noted]]:
    """What the interviews noted, by kind of what is counted."""
    what = (col(EventCount.kind), col(EventCount.name))
    count, severity = col(EventCount.count), col(EventCount.severity)
    of_each = (
        sql_select(
            *what,
            *(
                func.sum(case((severity == one, count), else_=0)).label(one)
                for one in map(str, Severity)
            ),
        )
        .where(col(EventCount.session_id).in_(found))
        .group_by(*what, col(EventCount.session_id))
        .subquery()
    )
    sums = (func.sum(of_each.c[one]) for one in map(str, Severity))
    query = sql_select(of_each.c.kind, of_each.c.name, func.count(), *sums).group_by(
        of_each.c.kind, of_each.c.name
    )
    counted: dict[str, list[Noted]] = defaultdict(list)
    for kind, name, interviews, *counts in db.execute(query):
        by_severity = {str(one): int(count) for one, count in zip(Severity, counts, strict=True)}
        counted[kind].append(Noted(name, by_severity, interviews))
    return counted


def _short(prompt: str) -> str:
    line = " ".join(prompt.split())
    return line if len(line) <= PROMPT_CHARS else line[: PROMPT_CHARS - 1] + "…"
