"""Several authors of one paper at once: places stay gapless, and nothing is lost."""

import random
from concurrent.futures import ThreadPoolExecutor

from fastapi.testclient import TestClient

from tests.server.support import bearer


def test_places_stay_gapless_while_several_move_add_and_delete(
    app, parts, admin, admin_client
) -> None:
    paper = admin_client.post("/api/admin/papers", json={"title": "Busy"}).json()["id"]
    address = f"/api/admin/papers/{paper}/questions"
    body = {"kind": "written", "prompt": "x"}
    made = [admin_client.post(address, json=body).json()["id"] for _ in range(8)]

    def author(number: int) -> None:
        client = TestClient(app, base_url="http://127.0.0.1:8080", headers=bearer(parts, admin))
        dice = random.Random(number)
        for _ in range(6):
            question = f"/api/admin/questions/{dice.choice(made)}"
            match dice.randrange(5):
                case 0:
                    answer = client.delete(question)
                case 1:
                    answer = client.post(f"{question}/restore")
                case 2:
                    answer = client.post(address, json=body | {"position": 2})
                case _:
                    answer = client.patch(question, json={"position": dice.randint(1, 9)})
            assert answer.status_code in (200, 201, 204, 404), answer.text

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(author, number) for number in range(4)]:
            done.result()
    found = admin_client.get(f"/api/admin/papers/{paper}").json()
    assert [q["position"] for q in found["questions"]] == list(
        range(1, found["question_count"] + 1)
    )
