"""HTTP of the small pictures on the live wall.

One rule: sent as a signed request, shown only to who may watch the interview, and every look is
written down.
"""

from typing import Annotated

from fastapi import Depends, Response

from server import looks, thumbnails
from server.auth.deps import Proctor
from server.candidate import lease
from server.candidate.lease import SignedRequest
from server.candidate.requests import SettingDep, raw_body, signed
from server.candidate.routes import SIGNED
from server.deps import Db, Now, PartsDep
from server.errors import problems
from server.interviews import service as interviews
from server.refusals import Refused
from server.routers import feature_router
from server.timeline import touch
from server.views import Key
from shared.sync import MAX_FRAME_BYTES

router = feature_router("", "video")

LOOKED = "thumbnail.looked"


@router.post(
    "/video/frame",
    status_code=204,
    responses=problems(
        *SIGNED, "not_started", "already_over", "wrong_state", "unsupported_media", "rate_limited"
    ),
    openapi_extra=raw_body("image/jpeg"),
)
def put_frame(
    request: Annotated[SignedRequest, Depends(signed(MAX_FRAME_BYTES))],
    db: Db,
    setting: SettingDep,
) -> Response:
    """Takes the newest small picture of the interview `session`, where its policy wants one."""
    interview = lease.by_signature(db, request, setting.now)
    thumbnails.keep(db, interview, request.body, keys=setting.keys, now=setting.now)
    touch(db, interview, setting.now)
    return Response(status_code=204)


@router.get(
    "/admin/interviews/{id}/thumbnail",
    responses=problems("not_signed_in", "forbidden", "not_found")
    | {200: {"content": {"image/jpeg": {}}}},
    response_class=Response,
)
def get_thumbnail(id: Key, person: Proctor, parts: PartsDep, db: Db, now: Now) -> Response:
    """The newest small picture. Looking is written down, once in half an hour."""
    interview = interviews.get_interview(db, person, id)
    found = thumbnails.newest(db, interview, parts.keys)
    if found is None:
        raise Refused("not_found", "There is no picture of this interview now.")
    look = looks.Look(person, LOOKED, now)
    if not looks.is_noted(db, interview, look):
        looks.note(db, interview, look, keys=parts.keys)
    headers = {
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(found[0], media_type="image/jpeg", headers=headers)
