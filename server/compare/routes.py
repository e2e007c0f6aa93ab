"""HTTP of the comparison. One rule: as for results, and a blind answer names nobody."""

from typing import Annotated

from fastapi import Header, Path, Query, Response

from server import blind
from server.auth.deps import Reviewer
from server.compare import queries, rules, service
from server.compare.views import (
    ComparablePaper,
    ComparablePapers,
    ComparedAnswer,
    ComparedAnswers,
    ComparedCandidate,
    ComparedCandidates,
    Shortlist,
    ShortlistChange,
)
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.etags import etag
from server.interviews import service as interviews
from server.papers import service as papers
from server.refusals import Refused
from server.results.page import points, result_view, without
from server.routers import feature_router
from server.views import Key
from shared.ids import ID_PATTERN

router = feature_router("/admin", "results")
_ADMIN = ("not_signed_in", "forbidden", "not_found")
Blind = Annotated[bool, Query(description="Without names, addresses and pictures of people.")]


@router.get("/compare", responses=problems("not_signed_in", "forbidden"))
def list_comparable_papers(person: Reviewer, db: ReadDb) -> ComparablePapers:
    """Papers whose candidates can be compared."""
    found = queries.papers(db, person)
    return ComparablePapers(
        items=[
            ComparablePaper(
                id=one.id,
                title=one.title,
                candidates=one.candidates,
                shortlisted=one.shortlisted,
            )
            for one in found
        ]
    )


@router.get("/compare/{paper}", responses=problems(*_ADMIN))
def list_compared_candidates(
    paper: Annotated[str, Path(pattern=ID_PATTERN)],
    person: Reviewer,
    db: ReadDb,
    blindly: Annotated[Blind, Query(alias="blind")] = False,
) -> ComparedCandidates:
    """Who can be compared on one paper, newest first."""
    found = queries.candidates(db, person, paper)
    title = found[0].title if found else papers.get_paper(db, person, paper).title
    called = _called(found, blindly=blindly)
    withheld = blind.interviews(db, person)
    return ComparedCandidates(
        title=title,
        items=[
            ComparedCandidate(
                id=one.id,
                called=called[one.id],
                finished_at=one.finished_at,
                points=None if one.id in withheld else points(one.total_milli),
                max_marks=one.max_marks or 0,
                state=one.state or "open",
                withheld=one.id in withheld,
                shortlist=Shortlist(
                    listed=bool(one.listed), version=one.version or 0, changed_at=one.changed_at
                ),
            )
            for one in found
        ],
    )


@router.get("/result/{id}/compared", responses=problems(*_ADMIN))
def get_compared_answers(
    id: Key,
    person: Reviewer,
    db: ReadDb,
    blindly: Annotated[Blind, Query(alias="blind")] = False,
) -> ComparedAnswers:
    """One side of a comparison: answers and scores, without what was seen of the person."""
    interview = interviews.get_interview(db, person, id)
    if interview.started_at is None:
        raise Refused("not_found", "This interview was not started: there is nothing to compare.")
    view = without(result_view(db, interview), blind.withheld(db, person, interview.id))
    sources = queries.sources(db, interview.id)
    called = interview.candidate_name
    if blindly:
        # Among the same interviews as the list, so that both call them the same.
        called = _called(queries.candidates(db, person, interview.paper_id), blindly=True).get(
            interview.id, rules.call_names([interview.id])[interview.id]
        )
    return ComparedAnswers(
        id=interview.id,
        called=called,
        paper_id=interview.paper_id,
        paper_version=interview.paper_version,
        total=view.total.model_copy(update={"note": ""} if blindly else {}),
        high=interview.high_signals,
        medium=interview.medium_signals,
        shortlist=service.view(service.entry(db, interview.id)),
        answers=[
            ComparedAnswer.model_validate(
                dict(answer) | {"source": sources.get(answer.question.id, "")}
            )
            for answer in view.answers
        ],
    )


@router.get("/result/{id}/shortlist", responses=problems(*_ADMIN))
def get_shortlist(id: Key, person: Reviewer, db: ReadDb, response: Response) -> Shortlist:
    """Whether an interview is on the short list of its paper; `ETag` for changing it."""
    interview = interviews.get_interview(db, person, id)
    return _tagged(response, service.view(service.entry(db, interview.id)))


@router.put(
    "/result/{id}/shortlist",
    responses=problems(*_ADMIN, "csrf", "malformed_body", "edited_meanwhile", "erased"),
)
def put_shortlist(
    id: Key,
    asked: ShortlistChange,
    person: Reviewer,
    db: Db,
    now: Now,
    response: Response,
    if_match: Annotated[
        str | None, Header(max_length=200, description="The `ETag` that was read.")
    ] = None,
) -> Shortlist:
    """Puts an interview on the short list or takes it off; undone by the opposite."""
    interview = interviews.get_interview(db, person, id, lock=True)
    found = service.put(db, person, interview, listed=asked.listed, if_match=if_match, now=now)
    db.flush()
    return _tagged(response, service.view(found))


def _tagged(response: Response, found: Shortlist) -> Shortlist:
    response.headers["ETag"] = etag(found.version)
    return found


def _called(found: list[queries.Candidate], *, blindly: bool) -> dict[str, str]:
    if blindly:
        return rules.call_names([one.id for one in found])
    return {one.id: one.candidate_name for one in found}
