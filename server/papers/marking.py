"""What an answer is measured by: key points, rubric, tests of code.

One rule: these lists are stored as the JSON of exactly these models, in papers, in their versions
and in interviews, and never travel to a candidate, visible tests of code apart. Scoring and the
code runner read them here.
"""

from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, model_validator

from server.bodies import Asked
from server.sandbox.wire import Checker
from shared.exam import Sample

MAX_TESTS_CHARS = 100_000
"""Characters of all tests of one question together."""
MAX_SAMPLES_CHARS = 10_000
"""Characters of the visible tests of one question that go into an exam; those beyond stay out."""

Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
Weight = Annotated[int, Field(ge=1, le=100)]


class KeyPoint(Asked):
    """Something a good answer says."""

    text: Annotated[str, Field(min_length=1, max_length=500, pattern=r"\S")]
    """A short phrase, in the words that a good answer would use."""
    weight: Weight = 1
    """Its share of the marks, relative to the other points."""


def _anchored(levels: list[str]) -> list[str]:
    if not levels[0].strip() or not levels[-1].strip():
        raise ValueError("the lowest and the highest level need a description")
    return levels


class Criterion(Asked):
    """One line of a rubric: what is looked at, and what each level looks like."""

    name: Name
    weight: Weight = 1
    """Its share of the marks, relative to the other criteria."""
    levels: Annotated[
        list[Annotated[str, Field(max_length=500)]],
        Field(min_length=2, max_length=11),
        AfterValidator(_anchored),
    ]
    """What an answer at level 0, 1, 2 … is like, worst first. Between the first and the last a
    description may be empty: what lies between its neighbours."""


class CodeTest(Asked):
    """One run of a candidate's program."""

    name: Name
    stdin: Annotated[str, Field(max_length=20_000)] = ""
    """What the program reads; empty where `call` is used."""
    call: Annotated[str, Field(max_length=2000)] = ""
    """An expression in the question's language, such as `add(1, 2)`, whose value is printed;
    empty: the program is run as it is."""
    expected: Annotated[str, Field(max_length=20_000)] = ""
    """What it must print."""
    weight: Weight = 1
    """Its share of the marks, relative to the other tests."""
    visible: bool = False
    """Whether candidates may see and run it as an example; the others stay hidden."""
    time_limit_ms: Annotated[int, Field(ge=100, le=60_000)] = 5000
    """Processor time, beside what the language's tool chain takes to start."""
    checker: Checker = "whitespace"
    """How what was printed is compared with `expected`: every character; word by word; numbers
    within `tolerance`; lines in any order; or by `checker_code`."""
    tolerance: Annotated[float, Field(ge=0, le=1)] = 1e-6
    """Of the checker `float`: absolute or relative."""
    checker_code: Annotated[str, Field(max_length=10_000)] = ""
    """Of the checker `custom`: Python that defines `check(input, printed, expected)` and answers
    True or False. It runs in a box too."""

    @model_validator(mode="after")
    def _one_way_in(self) -> "CodeTest":
        if self.stdin and self.call:
            raise ValueError("a test gives either input (stdin) or a call, not both")
        if (self.checker == "custom") != bool(self.checker_code.strip()):
            raise ValueError("checker_code belongs to the checker custom, and that one needs it")
        return self


def _distinct_criteria(rubric: list[Criterion]) -> list[Criterion]:
    _distinct([criterion.name for criterion in rubric])
    return rubric


def _fitting_tests(tests: list[CodeTest]) -> list[CodeTest]:
    _distinct([test.name for test in tests])
    texts = (test.stdin + test.call + test.expected + test.checker_code for test in tests)
    if sum(map(len, texts)) > MAX_TESTS_CHARS:
        raise ValueError(f"the tests hold more than {MAX_TESTS_CHARS} characters together")
    return tests


def _distinct(names: list[str]) -> None:
    plain = [name.strip().casefold() for name in names]
    if twice := next((name for name in plain if plain.count(name) > 1), None):
        raise ValueError(f"the name {twice!r} is there twice")


KeyPoints = Annotated[list[KeyPoint], Field(max_length=50)]
Rubric = Annotated[list[Criterion], Field(max_length=12), AfterValidator(_distinct_criteria)]
CodeTests = Annotated[list[CodeTest], Field(max_length=50), AfterValidator(_fitting_tests)]


def _one_line(text: str) -> str:
    if len(text.splitlines()) > 1 or not text.strip():
        raise ValueError("a further question is one line of text")
    return text.strip()


FollowUps = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_one_line)]],
    Field(max_length=5),
]

KEY_POINTS = TypeAdapter[list[KeyPoint]](KeyPoints)
RUBRIC = TypeAdapter[list[Criterion]](Rubric)
TESTS = TypeAdapter[list[CodeTest]](CodeTests)
FOLLOW_UPS = TypeAdapter[list[str]](FollowUps)
"""Read and write the columns: `RUBRIC.validate_json(question.rubric_json)`."""


def code_tests(tests_json: str) -> list[CodeTest]:
    """The tests of a stored question; none where the column does not hold any."""
    try:
        return TESTS.validate_json(tests_json)
    except ValidationError:
        return []


def follow_ups(follow_ups_json: str) -> list[str]:
    """The prepared further questions of a stored one; none where the column holds no such list."""
    try:
        return FOLLOW_UPS.validate_json(follow_ups_json)
    except ValidationError:
        return []


def samples(tests_json: str) -> tuple[Sample, ...]:
    """What a candidate may see of a stored question's tests, in their order.

    One test too long leaves out only itself: an exam must stay a size that every machine loads.
    """
    room, found = MAX_SAMPLES_CHARS, list[Sample]()
    for test in code_tests(tests_json):
        size = len(test.stdin + test.call + test.expected)
        if test.visible and size <= room:
            room -= size
            found.append(
                Sample(name=test.name, input=test.stdin, call=test.call, expected=test.expected)
            )
    return tuple(found)
