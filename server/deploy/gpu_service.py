"""What runs beside a GPU: speech to text and face embeddings over HTTP, for whoever has the token.

One rule: it keeps nothing. The answers are those of the local adapters, so the server cannot tell
them apart (`server/speech/remote.py` is the other end).
"""

import hmac
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request
from fastapi.concurrency import run_in_threadpool

from shared.transcript import Transcript

MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Models:
    """What this machine can do."""

    transcribe: Callable[[bytes, str | None], Transcript]
    embed: Callable[[bytes], list[float]]
    """Unit vector of an aligned face, 112 by 112 pixels, as JPEG or PNG; raises ValueError."""
    embedder: str
    """Name and version of the model behind `embed`."""


def make_app(models: Models, *, token: str) -> FastAPI:
    """The service; refuses to be made without a token."""
    if len(token) < 16:
        raise ValueError("give a token of 16 characters or more")

    def holds_token(authorization: Annotated[str, Header()] = "") -> None:
        if not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "The token does not fit.")

    app = FastAPI(title="Invigil GPU", docs_url=None, redoc_url=None, openapi_url=None)
    may = [Depends(holds_token)]

    @app.get("/healthz")
    def healthy() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/stt", dependencies=may)
    async def transcribe(
        request: Request, language: Annotated[str | None, Query(max_length=35)] = None
    ) -> dict[str, Any]:
        audio = await _body(request)
        found = await run_in_threadpool(models.transcribe, audio, language)
        return asdict(found) | {"words": [word.model_dump() for word in found.words]}

    @app.post("/embed", dependencies=may)
    async def embed(request: Request) -> dict[str, Any]:
        picture = await _body(request)
        try:
            vector = await run_in_threadpool(models.embed, picture)
        except ValueError as reason:
            raise HTTPException(422, str(reason)) from None
        return {"embedding": vector, "model": models.embedder}

    return app


async def _body(request: Request) -> bytes:
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > MOST_BYTES:
            raise HTTPException(413, "That is more than 16 MB.")
    if not content:
        raise HTTPException(422, "The body is empty.")
    return bytes(content)
