"""HTTP of looks through a candidate's camera: signalling only, for both sides.

One rule: whoever looks may watch the interview, the app's word is a signed request, and what both
say is passed on as it is.
"""

from fastapi import Response

from server.auth.deps import Proctor
from server.candidate import lease
from server.candidate.requests import SettingDep, SignedSmall, json_body, parse
from server.candidate.routes import SIGNED
from server.deps import Db, Now, PartsDep
from server.errors import problems
from server.interviews import service as interviews
from server.live_looks import ice, service
from server.live_looks.service import Viewing
from server.live_looks.views import LookRequest, LookServers, LookView, look_view
from server.routers import feature_router
from server.views import Key
from shared.looks import LookSaid

MAX_OFFER_BYTES = 64 * 1024

router = feature_router("/admin", "live", max_body_size=MAX_OFFER_BYTES)
candidate_router = feature_router("/interview", "candidate")


@router.get("/look-servers", responses=problems("not_signed_in", "forbidden"))
def get_look_servers(person: Proctor, parts: PartsDep, now: Now) -> LookServers:
    """STUN and TURN servers for a look that begins now."""
    settings = parts.settings
    return LookServers(
        ice=list(ice.servers(settings, person.id, now)),
        relay_only=settings.live_relay_only,
        limit_s=settings.live_look_minutes * 60,
    )


@router.post(
    "/interviews/{id}/looks",
    status_code=201,
    responses=problems(
        "not_signed_in",
        "forbidden",
        "not_found",
        "csrf",
        "malformed_body",
        "too_large",
        "wrong_state",
    ),
)
def begin_look(
    id: Key, asked: LookRequest, person: Proctor, parts: PartsDep, db: Db, now: Now
) -> LookView:
    """Asks the candidate's app for its camera's picture, where the policy allows it.

    The candidate is told while it lasts, and the look is in the audit log and in the signed record.
    What becomes of it comes on the live page's WebSocket.
    """
    interview = interviews.get_interview(db, person, id, lock=True)
    viewing = Viewing(person, parts.keys, parts.settings, now)
    return look_view(service.begin(db, viewing, interview, asked.offer), None)


@router.delete(
    "/interviews/{id}/looks/{look}",
    status_code=204,
    responses=problems("not_signed_in", "forbidden", "not_found", "csrf"),
)
def end_look(id: Key, look: Key, person: Proctor, parts: PartsDep, db: Db, now: Now) -> Response:
    """Ends one's own look."""
    interview = interviews.get_interview(db, person, id, lock=True)
    service.close(db, Viewing(person, parts.keys, parts.settings, now), interview, look)
    return Response(status_code=204)


@candidate_router.post(
    "/look/{session}",
    status_code=204,
    responses=problems(*SIGNED),
    openapi_extra=json_body(LookSaid),
)
def say_of_look(request: SignedSmall, db: Db, setting: SettingDep) -> Response:
    """The app answers a look, says that the picture stands, or that it ended and why."""
    interview = lease.by_signature(db, request, setting.now)
    service.said(db, interview, parse(LookSaid, request.body), setting.now)
    return Response(status_code=204)
