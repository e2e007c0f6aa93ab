"""Reads what a candidate's machine sends: bearer token, bounded body, signature headers.

One rule: a body is read up to its limit and not a byte further, and it reaches the signature's
check exactly as it came.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Request
from pydantic import BaseModel, ValidationError

from server.access import Access, lets_in
from server.candidate.lease import SignedRequest
from server.candidate.setting import Setting
from server.deps import Now, PartsDep
from server.refusals import Refused
from shared.sync import COUNTER_HEADER, MAX_BATCH_BYTES, MAX_BLOB_BYTES, SIGNATURE_HEADER

MAX_SMALL_BYTES = 64 * 1024
"""Largest body of the calls that carry no rows and no blobs."""

Model = TypeVar("Model", bound=BaseModel)


async def read_body(request: Request, limit: int) -> bytes:
    """The body, at most `limit` bytes; refuses `too_large` as soon as it is more."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > limit:
        raise Refused("too_large")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise Refused("too_large")
        parts.append(part)
    return b"".join(parts)


def parse(model: type[Model], body: bytes) -> Model:
    """The JSON body as `model`; refuses `malformed_body` and `invalid_request`."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        if any(item["type"] == "json_invalid" for item in found):
            raise Refused("malformed_body") from None
        fields = [
            {"field": ".".join(map(str, ("body", *item["loc"]))), "message": item["msg"]}
            for item in found[:50]
        ]
        raise Refused("invalid_request", errors=fields) from None


@lets_in(Access("candidate"))
async def bearer(authorization: Annotated[str, Header()] = "") -> str:
    """The lease's token; refuses `not_signed_in` where there is none."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Refused("not_signed_in", "Open your invitation in the app first.")
    return token.strip()


async def setting(parts: PartsDep, now: Now) -> Setting:
    """What candidate services are given."""
    return Setting(parts.settings, parts.keys, now)


def signed(limit: int) -> Callable[..., Awaitable[SignedRequest]]:
    """A dependency that reads a signed request with a body of at most `limit` bytes."""

    async def read(
        request: Request,
        session: str,
        token: Annotated[str, Depends(bearer)],
        signature: Annotated[str, Header(alias=SIGNATURE_HEADER)] = "",
        counter: Annotated[str, Header(alias=COUNTER_HEADER)] = "",
    ) -> SignedRequest:
        raw_path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        return SignedRequest(
            session=session,
            token=token,
            method=request.method,
            path=raw_path.decode("latin-1").partition("?")[0],
            body=await read_body(request, limit),
            counter=counter,
            signature=signature,
        )

    return read


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """`openapi_extra` of a route that parses its own body: the whole schema in one piece."""
    schema = model.model_json_schema()
    parts: dict[str, Any] = schema.pop("$defs", {})
    whole = _inlined(schema, parts)
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": whole}}}}


def _inlined(schema: Any, parts: dict[str, Any]) -> Any:
    """`schema` with its references replaced; the wire's models do not contain themselves."""
    match schema:
        case {"$ref": str(name), **rest}:
            return {**_inlined(parts[name.rpartition("/")[2]], parts), **_inlined(rest, parts)}
        case dict():
            return {key: _inlined(value, parts) for key, value in schema.items()}
        case list():
            return [_inlined(value, parts) for value in schema]
        case _:
            return schema


def raw_body(media_type: str) -> dict[str, Any]:
    """`openapi_extra` of a route that takes bytes."""
    schema = {"type": "string", "format": "binary"}
    return {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}}


Bearer = Annotated[str, Depends(bearer)]
SettingDep = Annotated[Setting, Depends(setting)]
SignedSmall = Annotated[SignedRequest, Depends(signed(MAX_SMALL_BYTES))]
SignedBatch = Annotated[SignedRequest, Depends(signed(MAX_BATCH_BYTES))]
SignedBlob = Annotated[SignedRequest, Depends(signed(MAX_BLOB_BYTES))]
