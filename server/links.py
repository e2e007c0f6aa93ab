"""Where an answer leads: OpenAPI links, declared by the route that makes a thing.

One rule: a link names an operation by its id and takes its parameters from the answer, so that a
program (and the generated requests of tests/server/test_openapi_fuzz.py) can go on with what it
has just made.
"""

from typing import Any

Links = dict[str, dict[str, Any]]


def leads_to(status: int, *each: Links) -> dict[int | str, dict[str, Any]]:
    """`responses=` for a route whose answer with this status can be followed."""
    return {status: {"links": {name: link for links in each for name, link in links.items()}}}


def with_id(*operations: str, at: str = "id", name: str = "id") -> Links:
    """Links to operations whose path takes the answer's member `at` (a JSON pointer without its
    first slash) as the parameter `name`."""
    return {each: {"operationId": each, "parameters": {name: _member(at)}} for each in operations}


def with_ids(*operations: str, **parameters: str) -> Links:
    """Links to operations whose path takes several members: parameter = JSON pointer."""
    given = {name: _member(at) for name, at in parameters.items()}
    return {each: {"operationId": each, "parameters": given} for each in operations}


def with_body(operation: str, **fields: str) -> Links:
    """A link to an operation whose body takes members of the answer: field = JSON pointer."""
    body = {field: _member(at) for field, at in fields.items()}
    return {operation: {"operationId": operation, "requestBody": body}}


def _member(pointer: str) -> str:
    return f"$response.body#/{pointer}"
