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


RUBRIC = [{"name": "Depth", "weight": 2, "levels": ["Nothing", "", "Names the trade-off"]}]
TESTS = [
    {"name": "adds", "call": "add(1, 2)", "expected": "3", "weight": 3, "visible": True},
    {"name": "reads", "stdin": "1 2\n", "expected": "3\n", "time_limit_ms": 500},
]


def test_rubric_and_tests_are_kept_as_they_were_given(admin_client, paper) -> None:
    question = add(admin_client, paper, kind="coding", language="go", rubric=RUBRIC, tests=TESTS)
    found = admin_client.get(f"/api/admin/questions/{question['id']}").json()
    assert found["rubric"] == RUBRIC
    defaults = {"stdin": "", "time_limit_ms": 5000, "checker": "whitespace", "tolerance": 1e-06}
    assert found["tests"][0] == TESTS[0] | defaults | {"checker_code": ""}
    assert found["tests"][1]["visible"] is False


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"rubric": [RUBRIC[0], RUBRIC[0] | {"name": "depth "}]}, "body.rubric"),
        ({"rubric": [{"name": "x", "levels": ["only one"]}]}, "body.rubric.0.levels"),
        ({"rubric": [{"name": "x", "levels": ["", "b"]}]}, "body.rubric.0.levels"),
        ({"tests": [{"name": "x", "stdin": "1", "call": "f()"}]}, "body.tests.0"),
        ({"tests": [{"name": "x"}, {"name": "X"}]}, "body.tests"),
        ({"tests": [{"name": "x", "stdin": "y" * 20_000}] * 6}, "body.tests"),
        ({"kind": "written", "language": None, "tests": TESTS}, "body.tests"),
    ],
)
def test_what_does_not_fit_a_rubric_or_tests_is_named(admin_client, paper, fields, field) -> None:
    body = WRITTEN | {"kind": "coding", "language": "c"} | fields
    answer = admin_client.post(f"/api/admin/papers/{paper}/questions", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_deleted_question_comes_back_where_it_was(admin_client, paper, clock) -> None:
    made = [add(admin_client, paper, prompt=prompt) for prompt in "abc"]
    address = f"/api/admin/questions/{made[1]['id']}"
    admin_client.delete(address)
    assert prompts(admin_client, paper) == list("ac")
    assert admin_client.get(address).status_code == 404
    assert admin_client.patch(address, json={"marks": 1}).status_code == 404
    gone = admin_client.get(f"/api/admin/papers/{paper}/questions?deleted=true").json()["items"]
    assert [q["id"] for q in gone] == [made[1]["id"]]
    assert admin_client.get(f"/api/admin/papers/{paper}").json()["question_count"] == 2
    for _ in range(2):
        back = admin_client.post(f"{address}/restore")
        assert back.json() == made[1]
    assert prompts(admin_client, paper) == list("abc")


def test_deleted_question_is_forgotten_after_fourteen_days(admin_client, paper, clock) -> None:
    old, new = add(admin_client, paper), add(admin_client, paper)
    admin_client.delete(f"/api/admin/questions/{old['id']}")
    clock.advance(days=15)
    admin_client.delete(f"/api/admin/questions/{new['id']}")
    assert admin_client.post(f"/api/admin/questions/{old['id']}/restore").status_code == 404
    assert admin_client.post(f"/api/admin/questions/{new['id']}/restore").status_code == 200


def test_copy_of_a_question_stands_right_behind_it(admin_client, paper) -> None:
    first = add(admin_client, paper, prompt="a", kind="coding", language="c", tests=TESTS)
    add(admin_client, paper, prompt="b")
    copy = admin_client.post(f"/api/admin/questions/{first['id']}/duplicate").json()
    assert prompts(admin_client, paper) == list("aab")
    assert copy == first | {"id": copy["id"], "position": 2}


def test_copy_of_a_paper_equals_it_and_is_ones_own(super_client, admin_client, paper) -> None:
    admin_client.patch(f"/api/admin/papers/{paper}", json={"policy": {"selfie": False}})
    add(admin_client, paper, rubric=RUBRIC)
    source = admin_client.get(f"/api/admin/papers/{paper}").json()
    copy = super_client.post(f"/api/admin/papers/{paper}/duplicate").json()
    assert (copy["title"], copy["version"], copy["policy"]) == (
        "Copy of Backend",
        1,
        source["policy"],
    )
    assert copy["created_by"] != source["created_by"]
    own = {"id", "paper_id"}
    assert [{k: v for k, v in q.items() if k not in own} for q in copy["questions"]] == [
        {k: v for k, v in q.items() if k not in own} for q in source["questions"]
    ]


def test_lists_are_searched_and_filtered(admin_client, paper) -> None:
    add(admin_client, paper, prompt="100% sure?", topic="Odds", difficulty="hard")
    add(admin_client, paper, prompt="100 sure?", kind="spoken")
    address = f"/api/admin/papers/{paper}/questions"
    for query, found in (
        ("q=100%25", ["100% sure?"]),
        ("q=oDDs", ["100% sure?"]),
        ("kind=spoken", ["100 sure?"]),
        ("difficulty=hard&topic=Odds", ["100% sure?"]),
        ("topic=odd", []),
    ):
        items = admin_client.get(f"{address}?{query}").json()["items"]
        assert [q["prompt"] for q in items] == found, query
    admin_client.post("/api/admin/papers", json={"title": "Other", "description": "backEND too"})
    for query, number in (("q=backend", 2), ("q=other", 1), ("q=_", 0)):
        assert len(admin_client.get(f"/api/admin/papers?{query}").json()["items"]) == number


def test_putting_away_is_no_new_version(admin_client, paper) -> None:
    for archived in (True, False):
        changed = admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": archived})
        assert (changed.json()["archived"], changed.json()["version"]) == (archived, 1)
