"""HTTP of the calibration lab: how well automatic scores agree with people.

One rule: nothing is stored, and no figure comes without interval, yardstick and ceiling.
"""

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from server.auth.deps import Reviewer
from server.calibration import decided, files, graded, labs
from server.calibration.views import (
    DecidedFigures,
    LabFigures,
    agreement_view,
    fairness_view,
    ruling_view,
    shift_views,
)
from server.candidate.requests import raw_body, read_body
from server.deps import ReadDb
from server.errors import problems
from server.routers import feature_router

_FILE = ("too_large", "unsupported_media", "file_unsafe", "file_unreadable")
router = feature_router("/admin", "calibration")


@router.get("/calibration/decided", responses=problems("not_signed_in", "forbidden"))
def get_decided(person: Reviewer, db: ReadDb) -> DecidedFigures:
    """How each grader's proposals compare with what people decided for the same answers."""
    return DecidedFigures.model_validate(
        {
            "items": [
                {"grader": name, "figures": agreement_view(found)}
                for name, found in decided.figures(db, person).items()
            ]
        }
    )


@router.post(
    "/calibration/graded",
    responses=problems("not_signed_in", "forbidden", "csrf", *_FILE),
    openapi_extra=raw_body("application/octet-stream"),
)
async def measure_graded(request: Request, person: Reviewer) -> LabFigures:
    """Measures the baseline on answers that people have graded. The body is a CSV or XLSX file.

    Columns: question, expected_answer, answer, score, max_score; if there are any, second_score,
    key_points (` ; ` between them), and before_score with after_score: marks of two versions of a
    grader, of which the second is let through or refused. With `person` (any key) and `group` the
    answer also tells whether groups pass equally often and whether a question is harder for one.
    """
    content = await read_body(request, files.LIMITS.bytes)

    def work() -> LabFigures:
        sent = files.read(content)
        compared = graded.compare(sent.answers, graded.by_baseline, draws=labs.DRAWS)
        return LabFigures(
            baseline=agreement_view(compared.grader),
            overlap=agreement_view(compared.overlap),
            people=agreement_view(compared.people) if compared.people else None,
            alike=shift_views(labs.alike_by(graded.by_baseline, sent.answers)),
            fairness=fairness_view(*sent.by_group) if sent.by_group else None,
            ruling=ruling_view(sent.ruling) if sent.ruling else None,
        )

    return await run_in_threadpool(work)
