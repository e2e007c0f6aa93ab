"""Follows every link that the document declares, from an answer to the operation it leads to.

One rule: only what an answer said is passed on. What a JSON schema cannot say (that a window ends
after it begins) is in `SAID`; everything else is generated.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from unittest import SkipTest

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.generation.stateful.state_machine import StepOutput
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.stateful import collect_transitions
from schemathesis.specs.openapi.stateful.links import OpenApiLink

TRIES = 2
"""Generated requests for a step, until one is answered as the link says."""
SAID: dict[str, dict[str, Any]] = {
    "createPaper": {"team_id": None},
    "createQuestion": {"kind": "written", "prompt": "Why?", "position": None},
    "createInterview": {
        "candidate_email": "grace@example.org",
        "zone": "UTC",
        "opens_at": "2026-11-23T08:00:00Z",
        "closes_at": "2026-11-23T19:00:00Z",
        "team_id": None,
        "draw": None,
        "duration_s": None,
        "policy": None,
        "accommodations": {},
    },
    "createUser": {"email": "made@example.org", "password": "a long enough password"},
    "createWebhook": {"url": "https://hooks.example.org/x"},
    "createApiToken": {"scopes": ["author"], "days": 30},
}
Call = Callable[[schemathesis.Case], schemathesis.Response]


def generated(
    operation: APIOperation, count: int, mode: GenerationMode = GenerationMode.POSITIVE
) -> list[schemathesis.Case]:
    """The same requests for the same document, at most `count`; none where none can be made."""
    found: list[schemathesis.Case] = []

    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def keep(case: schemathesis.Case) -> None:
        found.append(case)

    with suppress(SkipTest, Unsatisfiable):  # nothing about such a request can be wrong
        keep()
    return found


@dataclass
class Walk:
    """From the roots along every declared link; what was walked, and what was not reached."""

    schema: BaseSchema
    call: Call
    walked: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of operation ids: an answer of the first was passed on to the second."""

    def __post_init__(self) -> None:
        operations = [
            each.ok() for each in self.schema.get_all_operations() if isinstance(each, Ok)
        ]
        transitions = collect_transitions(operations).operations
        self.links = {
            label: [link for link in each.outgoing if not link.is_inferred]
            for label, each in transitions.items()
        }
        self._by_id = {_id(operation): operation for operation in operations}

    def declared(self, *, of: Iterable[str]) -> set[tuple[str, str]]:
        """All links of these operations."""
        return {
            (name, _id(link.target)) for name in of for link in self.links[self._by_id[name].label]
        }

    def run(self, roots: Iterable[str]) -> None:
        """Begins with each of `roots`, and goes on as long as something new is made.

        What takes something away is followed last.
        """
        made: deque[StepOutput] = deque()
        for root in roots:
            made.extend(self._made(self._by_id[root], self._by_id[root].label, lambda case: None))
        taking: list[tuple[OpenApiLink, StepOutput]] = []
        seen: set[str] = set()
        while made:
            output = made.popleft()
            label = output.case.operation.label
            if label in seen:
                continue
            seen.add(label)
            for link in self.links.get(label, ()):
                if str(output.response.status_code) != link.status_code:
                    continue
                if link.target.method == "delete":
                    taking.append((link, output))
                else:
                    made.extend(self._follow(link, output))
        for link, output in taking:
            self._follow(link, output)

    def _follow(self, link: OpenApiLink, output: StepOutput) -> list[StepOutput]:
        found = link.extract(output)

        def pass_on(case: schemathesis.Case) -> None:
            for container, values in found.parameters.items():
                given = {name: one.value.ok() for name, one in values.items()}
                setattr(case, container, {**(getattr(case, container) or {}), **given})
            if found.request_body is not None:
                case.body = {**_object(case.body), **found.request_body.value.ok()}

        self.walked.add((_id(output.case.operation), _id(link.target)))
        return list(self._made(link.target, link.target.label, pass_on))

    def _made(
        self,
        operation: APIOperation,
        label: str,
        pass_on: Callable[[schemathesis.Case], None],
    ) -> Iterator[StepOutput]:
        """The first answer that links lead on from, if this operation has any links."""
        expected = {link.status_code for link in self.links.get(label, ())}
        for case in generated(operation, TRIES if expected else 1):
            if said := SAID.get(_id(operation)):
                case.body = {**_object(case.body), **said}
            pass_on(case)
            response = self.call(case)
            if str(response.status_code) in expected:
                yield StepOutput(response, case)
                return


def sent(case: schemathesis.Case) -> bytes:
    """The body as it travels."""
    return b"" if not isinstance(case.body, dict) else json.dumps(case.body).encode()


def _object(body: Any) -> dict[str, Any]:
    return body if isinstance(body, dict) else {}


def _id(operation: APIOperation) -> str:
    return operation.definition.raw["operationId"]
