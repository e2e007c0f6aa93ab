"""Versions of a paper over HTTP: which interviews use which, and what changed between them.

One rule: only looked at; a version comes into being when an interview is made from it.
"""

from dataclasses import asdict
from typing import Annotated

from fastapi import Path, Query

from server.auth.deps import AuthorOrScheduler
from server.deps import ReadDb
from server.errors import problems
from server.papers import service, versions
from server.papers.differences import compare
from server.papers.views import ChangeView, Differences, VersionList, VersionSummary, VersionView
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key

_ADMIN = ("not_signed_in", "forbidden", "not_found")
_MOST = 2**31 - 1
MAX_LISTED = 200
router = feature_router("/admin", "papers", max_body_size=MAX_FORM_BYTES)
Version = Annotated[int, Path(ge=1, le=_MOST)]


@router.get("/papers/{id}/versions", responses=problems(*_ADMIN))
def list_versions(id: Key, person: AuthorOrScheduler, db: ReadDb) -> VersionList:
    """The versions that interviews were made from, newest first; the 200 newest."""
    paper = service.get_paper(db, person, id)
    found = versions.kept(db, paper, limit=MAX_LISTED)
    return VersionList(
        current=paper.version,
        items=[VersionSummary(**asdict(one)) for one in found],
    )


@router.get("/papers/{id}/versions/{version}", responses=problems(*_ADMIN))
def get_version(id: Key, version: Version, person: AuthorOrScheduler, db: ReadDb) -> VersionView:
    """The paper as it was in a version that an interview uses, or as it stands now."""
    paper = service.get_paper(db, person, id)
    document = versions.read(db, paper, version, questions=service.questions_of(db, paper.id))
    return VersionView(version=version, current=version == paper.version, document=document)


@router.get("/papers/{id}/versions/{version}/differences", responses=problems(*_ADMIN))
def compare_versions(
    id: Key,
    version: Version,
    person: AuthorOrScheduler,
    db: ReadDb,
    to: Annotated[
        int | None, Query(ge=1, le=_MOST, description="Left out: the paper as it stands now.")
    ] = None,
) -> Differences:
    """What changed from one version to another, in words."""
    paper = service.get_paper(db, person, id)
    questions = service.questions_of(db, paper.id)
    wanted = to or paper.version
    before = versions.read(db, paper, version, questions=questions)
    after = versions.read(db, paper, wanted, questions=questions)
    return Differences(
        from_version=version,
        to_version=wanted,
        changes=[ChangeView(**asdict(change)) for change in compare(before, after)],
    )
