"""HTTP of charts. One rule: the same filters as the list of results, so that both say the same."""

from server import blind
from server.auth.deps import Reviewer
from server.charts import queries, rules
from server.charts.views import (
    ChartsView,
    QuestionTimeView,
    ScoreBandView,
    ScoresView,
    SignalCountView,
    TroubleView,
)
from server.counts import OPENED, SYSTEM
from server.deps import ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.results.filters import Wanted
from server.results.queries import Sight
from server.routers import feature_router

router = feature_router("/admin", "results")


@router.get("/charts", responses=problems("not_signed_in", "forbidden"))
def get_charts(person: Reviewer, db: ReadDb, wanted: Wanted) -> ChartsView:
    """Sums over the started interviews that fit the filters; `order` changes nothing here."""
    sight = Sight(interviews.visible_to(person), blind.interviews(db, person))
    found = queries.ids(sight, wanted)
    scores = queries.scores(db, found, sight.withheld)
    times = queries.times(db, found) if wanted.paper_id is not None else []
    noted = queries.noted(db, found)
    return ChartsView(
        interviews=len(scores.totals) + scores.without + scores.withheld,
        scores=ScoresView(
            bands=[
                ScoreBandView(
                    from_percent=band.from_percent,
                    until_percent=band.until_percent,
                    final=band.final,
                    provisional=band.provisional,
                )
                for band in rules.bands(scores.totals)
            ],
            without=scores.without,
            withheld=scores.withheld,
        ),
        questions=[
            QuestionTimeView(
                source=one.source,
                prompt=one.prompt,
                count=spread.count,
                quarter_ms=spread.quarter,
                median_ms=spread.median,
                three_quarters_ms=spread.three_quarters,
                limit_s=one.limit_s,
            )
            for one in times
            if (spread := rules.spread(one.spent_ms)) is not None
        ],
        signals=sorted(
            (
                SignalCountView(
                    signal=one.name,
                    high=one.by_severity["high"],
                    medium=one.by_severity["medium"],
                    low=one.by_severity["low"],
                    info=one.by_severity["info"],
                    interviews=one.interviews,
                )
                for one in noted.get(OPENED, ())
            ),
            key=lambda one: (-(one.high + one.medium + one.low + one.info), one.signal),
        ),
        troubles=sorted(
            (
                TroubleView(what=one.name, count=one.count, interviews=one.interviews)
                for one in noted.get(SYSTEM, ())
                if one.name in queries.TROUBLES
            ),
            key=lambda one: (-one.interviews, one.what),
        ),
    )
