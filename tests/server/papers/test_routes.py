"""Papers and their questions, by their author and by others."""

import pytest

WRITTEN = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because", "weight": 2}]}


@pytest.fixture
def paper(admin_client) -> str:
    return admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]


def add(client, paper: str, **fields) -> dict:
    answer = client.post(f"/api/admin/papers/{paper}/questions", json=WRITTEN | fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


def prompts(client, paper: str) -> list[str]:
    items = client.get(f"/api/admin/papers/{paper}/questions").json()["items"]
    assert [q["position"] for q in items] == list(range(1, len(items) + 1))
    return [q["prompt"] for q in items]


def test_paper_keeps_its_policy_and_fills_in_the_rest(admin_client) -> None:
    body = {"title": "T", "policy": {"selfie": False, "sensitivity": {"head_turned_deg": 30}}}
    made = admin_client.post("/api/admin/papers", json=body).json()
    policy = admin_client.get(f"/api/admin/papers/{made['id']}").json()["policy"]
    assert policy["selfie"] is False
    assert policy["sensitivity"]["head_turned_deg"] == 30
    assert policy["voice_sample"] is True


def test_every_change_counts_the_version_up(admin_client, paper) -> None:
    question = add(admin_client, paper)
    admin_client.patch(f"/api/admin/questions/{question['id']}", json={"marks": 20})
    admin_client.patch(f"/api/admin/papers/{paper}", json={"title": "Renamed"})
    admin_client.delete(f"/api/admin/questions/{question['id']}")
    found = admin_client.get(f"/api/admin/papers/{paper}").json()
    assert (found["version"], found["title"], found["question_count"]) == (5, "Renamed", 0)


def test_questions_stay_numbered_without_gaps(admin_client, paper) -> None:
    for prompt in "abc":
        add(admin_client, paper, prompt=prompt)
    first = add(admin_client, paper, prompt="x", position=1)
    assert prompts(admin_client, paper) == list("xabc")
    admin_client.patch(f"/api/admin/questions/{first['id']}", json={"position": 3})
    assert prompts(admin_client, paper) == list("abxc")
    admin_client.delete(f"/api/admin/questions/{first['id']}")
    assert prompts(admin_client, paper) == list("abc")


def test_patch_changes_only_what_is_given(admin_client, paper) -> None:
    question = add(admin_client, paper, kind="coding", language="go", starter="package main")
    address = f"/api/admin/questions/{question['id']}"
    changed = admin_client.patch(address, json={"marks": 5, "prompt": None}).json()
    assert changed == question | {"marks": 5}
    refused = admin_client.patch(address, json={"kind": "written"})
    assert refused.json()["errors"][0]["field"] == "body.language"
    changed = admin_client.patch(address, json={"kind": "written", "language": None}).json()
    assert (changed["kind"], changed["language"]) == ("written", None)
    assert admin_client.get(address).json() == changed


def test_refused_change_leaves_nothing_behind(admin_client, paper) -> None:
    question = add(admin_client, paper)
    address = f"/api/admin/questions/{question['id']}"
    admin_client.patch(address, json={"marks": 99, "kind": "coding"})
    assert admin_client.get(address).json() == question


def test_coding_question_needs_its_language(admin_client, paper) -> None:
    body = WRITTEN | {"kind": "coding"}
    answer = admin_client.post(f"/api/admin/papers/{paper}/questions", json=body)
    assert answer.json()["errors"][0]["field"] == "body.language"


def test_paper_of_somebody_else_is_not_there(admin_client, other_client, super_client, paper):
    question = add(admin_client, paper)
    for address in (f"papers/{paper}", f"papers/{paper}/questions", f"questions/{question['id']}"):
        assert other_client.get(f"/api/admin/{address}").status_code == 404
        assert super_client.get(f"/api/admin/{address}").status_code == 200
    for address in (f"papers/{paper}", f"questions/{question['id']}"):
        assert other_client.patch(f"/api/admin/{address}", json={}).status_code == 404
        assert other_client.delete(f"/api/admin/{address}").status_code == 404
    assert other_client.get("/api/admin/papers").json()["items"] == []
    assert len(super_client.get("/api/admin/papers").json()["items"]) == 1


def test_archived_paper_leaves_the_list_and_comes_back(admin_client, paper) -> None:
    admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": True})
    assert admin_client.get("/api/admin/papers").json()["items"] == []
    listed = admin_client.get("/api/admin/papers?archived=true").json()["items"]
    assert [item["archived"] for item in listed] == [True]
    admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": False})
    assert len(admin_client.get("/api/admin/papers").json()["items"]) == 1


def test_unused_paper_goes_with_its_questions(admin_client, paper) -> None:
    question = add(admin_client, paper)
    assert admin_client.delete(f"/api/admin/papers/{paper}").status_code == 204
    assert admin_client.get(f"/api/admin/questions/{question['id']}").status_code == 404


def test_list_sums_marks_and_goes_on_by_cursor(admin_client, paper, clock) -> None:
    add(admin_client, paper, marks=3)
    add(admin_client, paper, marks=4)
    for number in range(4):
        clock.advance(seconds=1)
        admin_client.post("/api/admin/papers", json={"title": f"P{number}"})
    first = admin_client.get("/api/admin/papers?limit=3").json()
    rest = admin_client.get(f"/api/admin/papers?limit=3&cursor={first['next_cursor']}").json()
    titles = [item["title"] for item in first["items"] + rest["items"]]
    assert titles == ["P3", "P2", "P1", "P0", "Backend"]
    assert rest["next_cursor"] is None
    assert (rest["items"][-1]["marks"], rest["items"][-1]["question_count"]) == (7, 2)


def test_body_beyond_a_megabyte_is_too_large(admin_client) -> None:
    answer = admin_client.post(
        "/api/admin/papers", json={"title": "T", "description": "x" * 1_100_000}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
