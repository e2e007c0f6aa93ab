"""HTTP of one interview's events and of what is asked of it.

One rule: somebody else's interview is `not_found`.
"""

from typing import Annotated

from fastapi import Header, Response

from server.auth import deps
from server.auth.deps import ProctorOrReviewer
from server.auth.step_up import STEP_UP, StepUp
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.proctoring import rules, service
from server.proctoring.as_json import events_json
from server.proctoring.service import Proctor
from server.proctoring.views import (
    ActionRequest,
    EventView,
    InstructionList,
    InstructionView,
    ReasonList,
    ReasonView,
    TerminateAllRequest,
    TerminatedAll,
    instruction_view,
)
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key, View
from shared.actions import REASONS
from shared.ids import new_id

router = feature_router("/admin", "proctoring", max_body_size=MAX_FORM_BYTES)

_ADMIN = ("not_signed_in", "forbidden", "not_found")


class EventList(View):
    """An interview's events in the record's order."""

    items: list[EventView]


@router.get("/result/{id}/events", response_model=EventList, responses=problems(*_ADMIN))
def list_events(id: Key, person: ProctorOrReviewer, db: ReadDb) -> Response:
    """What the proctor reported, each signal as one episode."""
    interview = interviews.get_interview(db, person, id)
    events = events_json(service.events(db, interview.id))
    return Response(b'{"items":' + events + b"}", media_type="application/json")


@router.get("/action-reasons", responses=problems("not_signed_in", "forbidden"))
def list_action_reasons(person: deps.Proctor) -> ReasonList:
    """The reasons that may be given for actions, with the words that the candidate reads."""
    return ReasonList(
        items=[
            ReasonView(code=code, label=words.label, told=words.told, actions=sorted(words.fits))
            for code, words in REASONS.items()
        ]
    )


@router.post(
    "/interviews/{id}/actions",
    responses=problems(*_ADMIN, "csrf", "malformed_body", "too_large", "wrong_state", "key_reused"),
)
def act_on_interview(
    id: Key,
    asked: ActionRequest,
    person: deps.Proctor,
    parts: PartsDep,
    db: Db,
    now: Now,
    idempotency_key: Annotated[
        str | None, Header(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")
    ] = None,
) -> InstructionView:
    """Asks something of a running interview: signed, numbered, delivered until it is applied.

    The same key with the same action answers with the one that stands.
    """
    interview = interviews.get_interview(db, person, id, lock=True)
    order = rules.Order(
        action=asked.action,
        reason=asked.reason,
        text=asked.text,
        seconds=asked.seconds,
        key=idempotency_key or asked.id or new_id(),
    )
    return instruction_view(service.give(db, Proctor(person, parts.keys, now), interview, order))


@router.post(
    "/interviews/terminate-all",
    responses=problems(
        "not_signed_in",
        "forbidden",
        "csrf",
        "malformed_body",
        "too_large",
        "wrong_state",
        STEP_UP,
    ),
)
def terminate_all_interviews(
    asked: TerminateAllRequest,
    person: deps.Proctor,
    confirmed: StepUp,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> TerminatedAll:
    """Ends every running interview that one sees, each as if it were ended by itself."""
    proctor = Proctor(person, parts.keys, now)
    seen = interviews.visible_to(person)
    ended = service.terminate_all(db, proctor, seen, reason=asked.reason, running=asked.running)
    return TerminatedAll(ended=ended)


@router.get("/interviews/{id}/actions", responses=problems(*_ADMIN))
def list_actions(id: Key, person: ProctorOrReviewer, db: ReadDb) -> InstructionList:
    """What was asked of an interview, whether it was applied, and what may be asked now."""
    interview = interviews.get_interview(db, person, id)
    stands = service.standing(db, interview)
    return InstructionList(
        items=[instruction_view(each) for each in service.given(db, interview.id)],
        possible=list(rules.possible(stands)),
        blocks=list(stands.blocks),
    )
