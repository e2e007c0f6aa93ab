"""HTTP of one interview's events. One rule: somebody else's interview is `not_found`."""

from server.auth.deps import Admin
from server.deps import ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.proctoring import service
from server.proctoring.views import EventView, event_view
from server.routers import feature_router
from server.views import Key, View

router = feature_router("/admin", "results")


class EventList(View):
    """An interview's events in the record's order."""

    items: list[EventView]


@router.get("/result/{id}/events", responses=problems("not_signed_in", "forbidden", "not_found"))
def list_events(id: Key, person: Admin, db: ReadDb) -> EventList:
    """What the proctor reported, each signal as one episode."""
    interview = interviews.get_interview(db, person, id)
    return EventList(items=[event_view(event) for event in service.events(db, interview.id)])
