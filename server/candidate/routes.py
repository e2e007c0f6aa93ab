"""HTTP of the candidate's side. One rule: a GET changes nothing; signed calls are believed only
after `lease.by_signature`, in the same transaction.
"""

from typing import Annotated

from fastapi import Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from server.candidate import answers, door, lease, recordings, rules, service, spoken, terms
from server.candidate.requests import (
    Bearer,
    SettingDep,
    SignedSmall,
    json_body,
    parse,
    raw_body,
    read_body,
)
from server.candidate.views import AnswerKept, TextAnswer
from server.deps import Db, PartsDep, ReadDb
from server.errors import problems
from server.links import leads_to, with_body, with_id
from server.refusals import Refused
from server.routers import feature_router
from shared.events import AnswerRevised
from shared.exam import ExamQuestion
from shared.ids import ID_PATTERN
from shared.session import (
    ClaimRequest,
    FinishRequest,
    Grant,
    InviteView,
    SelfieRequest,
    SessionState,
    Started,
    StartRequest,
)
from shared.sync import MAX_BLOB_BYTES

router = feature_router("/interview", "candidate")

SIGNED = (
    *("not_signed_in", "not_found", "bad_signature", "replayed"),
    *("malformed_body", "too_large"),
)
"""What every signed call can be refused with."""

SEALED = "application/octet-stream"

_INVITED = "$request.path.token"

QuestionId = Annotated[str, Path(pattern=ID_PATTERN)]
SessionId = Annotated[str, Path(pattern=ID_PATTERN)]


@router.get(
    "/access/{token}",
    responses=problems("invite_unknown", "invite_revoked", "not_found")
    | leads_to(
        200, {"claimInvite": {"operationId": "claimInvite", "requestBody": {"token": _INVITED}}}
    ),
)
def access_invite(token: str, db: ReadDb, setting: SettingDep) -> InviteView:
    """What an invite opens, for the welcome screen. Changes nothing."""
    return door.view(db, token, setting)


@router.post(
    "/claim",
    responses=problems(
        "malformed_body",
        "invite_unknown",
        "invite_revoked",
        "invite_expired",
        "invite_early",
        "invite_used",
        "open_elsewhere",
        "client_too_old",
        "client_too_new",
        "already_over",
        "maintenance",
    )
    | leads_to(
        200,
        with_id(
            *("getTerms", "startInterview", "syncRecord", "keepSelfie", "finishInterview"),
            *("getSpokenQuestions", "runCode"),
            at="session",
            name="session",
        ),
    ),
)
def claim_invite(request: ClaimRequest, parts: PartsDep, setting: SettingDep) -> Grant:
    """Takes the interview for one machine. The same machine may ask again."""
    with parts.database.write() as db:
        outcome = door.claim(db, request, setting)
    # Outside: a refused second machine leaves its row in the audit log.
    if isinstance(outcome, rules.Refusal):
        raise Refused(outcome.code, outcome.detail or None)
    return outcome


@router.post(
    "/start/{session}",
    responses=problems(
        *SIGNED, "invite_early", "invite_expired", "already_over", "terms_changed", "maintenance"
    )
    | leads_to(
        200,
        with_id("getExamQuestion", at="exam/questions/0/id", name="question"),
        with_body("answerWithText", question="exam/questions/0/id"),
    ),
    openapi_extra=json_body(StartRequest),
)
def start_interview(request: SignedSmall, db: Db, setting: SettingDep) -> Started:
    """Opens the questions and starts the clock. Idempotent."""
    interview = lease.by_signature(db, request, setting.now)
    return service.start(db, interview, parse(StartRequest, request.body), setting=setting)


@router.post("/terms/{session}", responses=problems(*SIGNED, "invite_revoked"))
def get_terms(request: SignedSmall, db: Db, setting: SettingDep) -> Grant:
    """The grant as it is now, for the machine that holds it: after its terms have changed."""
    interview = lease.by_signature(db, request, setting.now)
    return terms.grant(db, interview, setting)


@router.post(
    "/selfie/{session}",
    responses=problems(*SIGNED),
    openapi_extra=json_body(SelfieRequest),
)
def keep_selfie(request: SignedSmall, db: Db, setting: SettingDep) -> SessionState:
    """Names a picture that was put before as the selfie. Idempotent."""
    interview = lease.by_signature(db, request, setting.now)
    return service.keep_selfie(db, interview, parse(SelfieRequest, request.body), setting=setting)


@router.post(
    "/finish/{session}",
    responses=problems(*SIGNED, "not_started", "chain_gap", "chain_fork"),
    openapi_extra=json_body(FinishRequest),
)
def finish_interview(request: SignedSmall, db: Db, setting: SettingDep) -> SessionState:
    """Hands the interview in, once its whole record is here. Idempotent."""
    interview = lease.by_signature(db, request, setting.now)
    return service.finish(db, interview, parse(FinishRequest, request.body), setting=setting)


@router.get(
    "/spoken/{session}",
    response_class=Response,
    responses={200: {"content": {SEALED: {}}, "description": "The questions, spoken and sealed"}}
    | problems("not_signed_in", "not_found", "already_over", "no_voice"),
)
def get_spoken_questions(
    session: SessionId, token: Bearer, db: ReadDb, setting: SettingDep
) -> Response:
    """The prepared sound of the questions, sealed under a key that the start releases.

    `no_voice` where nothing is prepared, or not yet: the app reads with the machine's own voice.
    """
    content = spoken.sealed(db, session, token=token, keys=setting.keys)
    return Response(content, media_type=SEALED, headers={"Cache-Control": "no-store"})


@router.get(
    "/question/{question}",
    responses=problems("not_signed_in", "not_found", "not_started", "already_over"),
)
def get_exam_question(
    question: QuestionId, token: Bearer, db: ReadDb, setting: SettingDep
) -> ExamQuestion:
    """One question of the running interview that the token holds."""
    return service.question(db, question, token=token)


@router.post(
    "/answer/text",
    responses=problems("malformed_body", "not_signed_in", "not_found", "use_sync", "not_started"),
)
def answer_with_text(request: TextAnswer, token: Bearer, db: Db, setting: SettingDep) -> AnswerKept:
    """A text revision from a client without a record."""
    interview = service.without_record(db, token, now=setting.now)
    if request.question not in answers.questions(db, interview.id):
        raise Refused("not_found")
    cause = answers.Cause(interview, setting.now, None)
    revision = answers.next_revision(db, request.question)
    body = AnswerRevised(
        question=request.question,
        revision=revision,
        text=request.text,
        origin="api",
        at_ms=cause.since_start_ms(),
    )
    answer = answers.revise(db, cause, body)
    if request.done:
        answers.finish_from_api(db, cause, answer)
    return AnswerKept(question=request.question, revision=revision, late=answer.late)


@router.post(
    "/answer/audio",
    responses=problems(
        "malformed_body",
        "not_signed_in",
        "not_found",
        "use_sync",
        "not_started",
        "too_large",
        "unsupported_media",
        "evidence_full",
    ),
    openapi_extra=raw_body("audio/ogg"),
)
async def answer_with_audio(
    request: Request,
    token: Bearer,
    parts: PartsDep,
    setting: SettingDep,
    question: Annotated[str, Query(pattern=ID_PATTERN)],
    take: Annotated[int, Query(ge=1, le=1000)] = 1,
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
    duration_ms: Annotated[int, Query(ge=0, le=86_400_000)] = 0,
) -> AnswerKept:
    """A piece of a spoken answer (Ogg/Opus) from a client without a record."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "audio/ogg":
        raise Refused("unsupported_media", "Send the recording as audio/ogg.")
    content = await read_body(request, MAX_BLOB_BYTES)
    piece = recordings.Piece(question, take, part, duration_ms=duration_ms)

    def keep() -> AnswerKept:
        with parts.database.write() as db:
            interview = service.without_record(db, token, now=setting.now)
            return recordings.keep(db, interview, piece, content=content, setting=setting)

    return await run_in_threadpool(keep)
