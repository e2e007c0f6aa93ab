"""Super admins see what died, and give it a second chance."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch, outbox
from server.deps import Parts
from server.models import AuditLog
from tests.server.support import Clock


@pytest.mark.expects_log
def test_a_dead_job_is_shown_and_tried_again(
    super_client: TestClient, parts: Parts, clock: Clock, db: Session
):
    with parts.database.write() as writing:
        outbox.note(writing, "broken", "k", {"name": "Grace"}, now=parts.now())
    for _ in range(3):
        dispatch.run_due(parts.database, parts.now)
        clock.advance(minutes=5)
    shown = super_client.get("/api/admin/jobs")
    assert "Grace" not in shown.text
    (job,) = shown.json()["items"]
    assert (job["state"], job["queue"], job["last_error"]) == ("dead", "upkeep", "KeyError")
    assert [one["dead"] for one in shown.json()["queues"] if one["queue"] == "upkeep"] == [1]
    assert super_client.post(f"/api/admin/jobs/{job['id']}/retry").status_code == 202
    again = super_client.post(f"/api/admin/jobs/{job['id']}/retry")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
    (job,) = super_client.get("/api/admin/jobs").json()["items"]
    assert (job["state"], job["attempts"]) == ("waiting", 0)
    actions = db.exec(select(AuditLog.action)).all()
    db.commit()
    assert "job.retried" in actions


def test_a_job_that_is_not_there_is_not_found(super_client: TestClient, admin_client: TestClient):
    assert super_client.post("/api/admin/jobs/999/retry").json()["code"] == "not_found"
    assert admin_client.get("/api/admin/jobs").status_code == 403
