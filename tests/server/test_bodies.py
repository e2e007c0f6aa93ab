"""Bodies are read as the strict JSON that they were."""

import pytest
from pydantic import ValidationError

from server.papers.document import PaperDocument
from shared.policy import Policy


def paper(**policy: object) -> PaperDocument:
    return PaperDocument.model_validate({"title": "Backend", "policy": policy, "questions": []})


def test_every_field_of_a_policy_comes_back_from_its_own_json() -> None:
    plain = Policy().model_dump(mode="json")
    assert paper(**plain).policy == Policy()


def test_a_misspelt_rule_and_a_text_for_a_number_are_told() -> None:
    name, value = next((n, v) for n, v in Policy().model_dump().items() if type(v) is int)
    for wrong in ({"no_such_rule": 1}, {name: str(value)}):
        with pytest.raises(ValidationError):
            paper(**wrong)
