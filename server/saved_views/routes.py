"""HTTP of saved views. One rule: everybody's own; nobody, no super admin either, sees another's."""

from typing import Annotated

from fastapi import Header, Query, Response, status

from server.auth.deps import Reviewer
from server.deps import Db, Now, ReadDb
from server.errors import problems
from server.etags import etag
from server.links import leads_to, with_id
from server.models import SavedView
from server.routers import feature_router
from server.saved_views import service
from server.saved_views.views import (
    Page,
    SavedViewChange,
    SavedViewList,
    SavedViewRequest,
    SavedViewView,
)
from server.views import Key

router = feature_router("/admin/saved-views", "results")
_ADMIN = ("not_signed_in", "forbidden", "not_found")


@router.get("", responses=problems("not_signed_in", "forbidden"))
def list_saved_views(
    person: Reviewer, db: ReadDb, page: Annotated[Page, Query()] = "results"
) -> SavedViewList:
    """One's own views of a page, by name."""
    return SavedViewList(items=[_view(one) for one in service.own(db, person, page)])


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses=problems("not_signed_in", "forbidden", "csrf", "malformed_body", "already_exists")
    | leads_to(201, with_id("changeSavedView", "deleteSavedView")),
)
def create_saved_view(
    asked: SavedViewRequest, person: Reviewer, db: Db, now: Now, response: Response
) -> SavedViewView:
    """Keeps a view under a name of one's own."""
    return _tagged(response, service.add(db, person, asked, now=now))


@router.patch(
    "/{id}",
    responses=problems(*_ADMIN, "csrf", "malformed_body", "already_exists", "edited_meanwhile"),
)
def change_saved_view(
    id: Key,
    asked: SavedViewChange,
    person: Reviewer,
    db: Db,
    now: Now,
    response: Response,
    if_match: Annotated[
        str | None, Header(max_length=200, description="The `ETag` that was read.")
    ] = None,
) -> SavedViewView:
    """Changes the fields that are given."""
    found = service.get(db, person, id)
    service.change(db, person, found, asked=asked, if_match=if_match, now=now)
    return _tagged(response, found)


@router.delete("/{id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(*_ADMIN, "csrf"))
def delete_saved_view(id: Key, person: Reviewer, db: Db) -> None:
    """Removes a view; what it showed stays."""
    db.delete(service.get(db, person, id))


def _tagged(response: Response, found: SavedView) -> SavedViewView:
    response.headers["ETag"] = etag(found.version)
    return _view(found)


def _view(found: SavedView) -> SavedViewView:
    return SavedViewView.model_validate(
        {
            **found.model_dump(include={"id", "page", "name", "is_default", "version"}),
            "updated_at": found.updated_at,
            "look": service.look_of(found),
        }
    )
