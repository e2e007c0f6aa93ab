"""S19: a person's score that is edited in the database no longer fits the signed record."""

import io

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import verify
from server.models import Score
from server.scoring import rules
from tests.server.privacy.done import Finished

pytestmark = pytest.mark.adversarial


@pytest.mark.parametrize("field", ["points_milli", "reason", "created_by"])
def test_an_edited_decision_is_found_by_the_verifier(
    client: TestClient, parts, admin, admin_client: TestClient, db: Session, field: str
):
    finished = Finished(client, parts, admin)
    override = {"question": finished.invited.spoken, "points": 7, "reason": "Listened to it."}
    admin_client.patch(finished.url, json={"overrides": [override]})

    def checked() -> verify.Report:
        content = admin_client.get(f"{finished.url}/record.zip").content
        return verify.verify(io.BytesIO(content))

    assert checked().scores == 1
    score = db.exec(select(Score).where(Score.grader == rules.PERSON)).one()
    setattr(score, field, 9000 if field == "points_milli" else "somebody else")
    db.add(score)
    db.commit()
    with pytest.raises(verify.Broken, match=r"scores\.jsonl:1: no link"):
        checked()
