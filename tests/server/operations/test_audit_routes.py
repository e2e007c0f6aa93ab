"""The audit log is read page by page by super admins, and by nobody else."""

from server.auth.people import Person
from server.deps import Parts
from server.views import cursor_after
from tests.server.privacy.done import Finished
from tests.server.support import START

AUDIT = "/api/admin/audit"


def test_a_super_admin_reads_who_did_what_newest_first(
    client, super_client, admin_client, parts: Parts, admin: Person
) -> None:
    finished = Finished(client, parts, admin)
    assert admin_client.get(f"{finished.url}/report.pdf").status_code == 200
    assert admin_client.get(f"{finished.url}/record.zip").status_code == 200
    items = super_client.get(AUDIT).json()["items"]
    assert [one["id"] for one in items] == sorted((one["id"] for one in items), reverse=True)
    mine = super_client.get(AUDIT, params={"person": admin.id, "interview": finished.id}).json()
    downloaded = {one["action"] for one in mine["items"]}
    assert {"report.downloaded", "record.downloaded"} <= downloaded
    assert {one["actor"] for one in mine["items"]} == {admin.actor}
    only = super_client.get(AUDIT, params={"action": "record.downloaded"}).json()["items"]
    assert [one["subject"] for one in only] == [f"interview:{finished.id}"]
    assert "blobs" in only[0]["detail"]


def test_pages_follow_each_other_without_a_gap(super_client) -> None:
    for number in range(5):
        super_client.post("/api/admin/teams", json={"name": f"Team {number}"})
    whole = [one["id"] for one in super_client.get(AUDIT).json()["items"]]
    seen: list[int] = []
    cursor = None
    while True:
        further = {"cursor": cursor} if cursor else {}
        page = super_client.get(AUDIT, params={"limit": 2} | further)
        seen += [one["id"] for one in page.json()["items"]]
        if (cursor := page.json()["next_cursor"]) is None:
            break
    assert [number for number in seen if number in whole] == whole
    assert len(set(seen)) == len(seen)


def test_entries_are_found_by_when_they_were_made(super_client, clock) -> None:
    super_client.get(AUDIT)
    clock.advance(hours=2)
    super_client.get(AUDIT)

    def made(**asked: str) -> set[str]:
        items = super_client.get(AUDIT, params=asked | {"action": "audit.read"}).json()["items"]
        return {one["at"] for one in items}

    early, middle, late = (f"2026-11-23T{hour}:00:00Z" for hour in ("09", "10", "11"))
    assert made() == {early, late}
    assert made(since=middle) == {late}
    assert made(until=middle) == {early}
    assert made(since=early, until=late) == {early}
    assert super_client.get(AUDIT, params={"since": "yesterday"}).status_code == 422


def test_reading_is_written_down_once_in_half_an_hour(super_client, clock) -> None:
    for _ in range(3):
        super_client.get(AUDIT)
    assert len(super_client.get(AUDIT, params={"action": "audit.read"}).json()["items"]) == 1
    clock.advance(minutes=31)
    super_client.get(AUDIT)
    assert len(super_client.get(AUDIT, params={"action": "audit.read"}).json()["items"]) == 2


def test_nobody_else_reads_it_and_a_foreign_cursor_is_refused(admin_client, super_client) -> None:
    assert admin_client.get(AUDIT).status_code == 403
    for cursor in ("zz", cursor_after(START, "no number"), cursor_after(START, "9" * 30)):
        assert super_client.get(AUDIT, params={"cursor": cursor}).status_code == 422
