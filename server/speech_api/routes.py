"""HTTP of the speech tools: for somebody signed in, or for the machine that holds an interview.

One rule: what is sent here is answered and forgotten; nothing of it becomes part of a record.
"""

from typing import Annotated

from fastapi import Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from server.access import Access, lets_in
from server.auth.deps import signed_in
from server.candidate import lease
from server.candidate.requests import raw_body, read_body
from server.deps import Now, PartsDep, parts_of
from server.errors import problems
from server.outside import NOT_NAMED, may, speech_to_text
from server.refusals import Refused
from server.routers import feature_router
from server.speech.voices import MEDIA_TYPE, Line
from server.speech_api.views import Heard
from shared.sync import MAX_BLOB_BYTES

router = feature_router("/interview", "speech")


@lets_in(Access("participant", api_token=True))
def _somebody(request: Request) -> bool:
    """A lease's bearer token, or a sign-in; refuses `not_signed_in`, `csrf`.

    Whether what they say may be heard by a service outside: a candidate was told of it, or not.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        try:
            with parts_of(request).database.read() as db:
                held = lease.holder(db, token.strip())
                return may(held, speech_to_text(parts_of(request).settings))
        except Refused:
            pass  # no lease: perhaps an account's token
    signed_in(request)
    return True


Somebody = Depends(_somebody)


@router.post(
    "/stt",
    responses=problems("not_signed_in", "csrf", "too_large", "unsupported_media", "no_speech"),
    openapi_extra=raw_body("audio/*"),
)
async def transcribe(
    request: Request,
    parts: PartsDep,
    may_go_outside: Annotated[bool, Somebody],
    language: Annotated[str | None, Query(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = None,
) -> Heard:
    """What a recording says, with word times. `language`: BCP 47; left out: guessed."""
    if not request.headers.get("content-type", "").startswith("audio/"):
        raise Refused("unsupported_media", "Send a recording, such as audio/ogg or audio/wav.")
    if not may_go_outside:
        raise Refused("no_speech", NOT_NAMED)
    audio = await read_body(request, MAX_BLOB_BYTES)
    if not audio:
        raise Refused("invalid_request", "The recording is empty.")
    found = await run_in_threadpool(parts.transcriber.transcribe, audio, language=language)
    return Heard(text=found.text, words=found.words, model=found.model, reason=found.reason)


@router.get(
    "/tts",
    dependencies=[Somebody],
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {}}, "description": "The text, spoken"}}
    | problems("not_signed_in", "no_voice"),
)
def speak(
    parts: PartsDep,
    now: Now,
    text: Annotated[str, Query(min_length=1, max_length=2000)],
    voice: Annotated[
        str, Query(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8}){1,3}-[A-Za-z]{2,40}Neural$")
    ] = "en-GB-SoniaNeural",
    rate_percent: Annotated[int, Query(ge=-50, le=50)] = 0,
) -> Response:
    """A text read aloud as MP3. The same text by the same voice is made once and kept."""
    if parts.voices is None:
        raise Refused("no_voice", "Reading aloud is switched off here (INVIGIL_TTS).")
    sound = parts.voices.read(Line(text, voice, rate_percent), now)
    return Response(
        sound, media_type=MEDIA_TYPE, headers={"Cache-Control": "private, max-age=86400"}
    )
