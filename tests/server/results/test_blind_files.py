"""No file tells a second reader the first points, and a record with a reading in it verifies."""

import csv
import io
import zipfile

import pytest
from pypdf import PdfReader

from server import verify
from tests.server.privacy.done import Finished

REASON = "Says what a cache trades."
POINTS = 3.25


@pytest.fixture
def finished(client, parts, admin, admin_client) -> Finished:
    made = Finished(client, parts, admin)
    given = {"question": made.invited.written, "points": POINTS, "reason": REASON}
    assert admin_client.patch(made.url, json={"overrides": [given]}).status_code == 200
    return made


def ask(client, finished: Finished) -> str:
    made = client.post(
        f"{finished.url}/second-readings", json={"question": finished.invited.written}
    )
    assert made.status_code == 201, made.text
    return made.json()["id"]


def printed(client, finished: Finished) -> str:
    content = client.get(f"{finished.url}/report.pdf").content
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def line(client) -> dict[str, str]:
    [found] = csv.DictReader(io.StringIO(client.get("/api/admin/results.csv").text))
    return found


def test_pdf_csv_list_and_record_keep_the_first_points_from_a_second_reader(
    admin_client, super_client, finished
) -> None:
    reading = ask(admin_client, finished)
    # Who gave them knows them.
    assert REASON in printed(admin_client, finished)
    assert float(line(admin_client)["points"]) >= POINTS
    assert admin_client.get(f"{finished.url}/record.zip").status_code == 200

    text = printed(super_client, finished)
    assert REASON not in text
    assert "3.25" not in text
    assert "may still read the answer a second time" in text
    assert (line(super_client)["points"], line(super_client)["withheld"]) == ("", "True")
    [listed] = super_client.get("/api/admin/results").json()["items"]
    assert (listed["points"], listed["withheld"]) == (None, True)
    [shown] = [
        one
        for one in super_client.get(finished.url).json()["answers"]
        if one["question"]["id"] == finished.invited.written
    ]
    assert (shown["withheld"], shown["scores"]) == (True, [])
    refused = super_client.get(f"{finished.url}/record.zip")
    assert (refused.status_code, refused.json()["code"]) == (409, "reading_waits")

    given = super_client.post(
        f"/api/admin/second-readings/{reading}", json={"points": 5, "reason": "As I read it."}
    )
    assert given.status_code == 200, given.text
    assert REASON in printed(super_client, finished)
    assert float(line(super_client)["points"]) >= POINTS
    record = super_client.get(f"{finished.url}/record.zip")
    found = verify.verify(io.BytesIO(record.content), fingerprints=())
    assert found.scores == 2
    with zipfile.ZipFile(io.BytesIO(record.content)) as archive:
        assert archive.read("scores.jsonl").count(b"\n") == 2
