"""A person's data from the pages: report, feedback, a hold, and erasure that asks twice."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import begin, close_stage, open_stage, play

pytestmark = pytest.mark.browser

PRIYA = "priya.raman@example.org"


@pytest.fixture(scope="module")
def token() -> list[str]:
    """The secret of the interview's link, once it is made."""
    return []


@pytest.fixture(scope="module")
def cast(token: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    stage = open_stage(tmp_path_factory.mktemp("privacy"))
    try:
        with httpx.Client(base_url=stage.url, timeout=30) as http:
            done, secret = stage.invite(
                "Priya Raman", candidate_email=PRIYA, policy={"feedback": "scores"}
            )
            machine, questions = begin(http, secret)
            play(machine, questions)
        token.append(secret)
        yield Cast(stage, handed_in=done, running="", invited="")
    finally:
        close_stage(stage)


def test_report_feedback_hold_and_erasure(tab: Tab, cast: Cast, token: list[str]):
    page = tab.page
    tab.go(f"/interviews/{cast.handed_in}")
    with page.expect_download() as report:
        page.get_by_role("button", name="Report as PDF").click()
    assert report.value.suggested_filename.endswith(".pdf")

    feedback = page.get_by_role("region", name="Feedback to the candidate")
    feedback.get_by_label("Summary for the candidate").fill("Well done, <b>Priya</b>.")
    feedback.get_by_label("Comment on question 1").fill("Clear and short.")
    keep_picture(tab, "feedback")
    feedback.get_by_role("button", name="Release…").click()
    dialog = page.get_by_role("dialog", name="Release to the candidate")
    dialog.get_by_label("Summary and comments").check()
    dialog.get_by_role("button", name="Release", exact=True).click()
    expect(feedback).to_contain_text("The candidate may read: summary and comments")

    kept = page.get_by_role("region", name="Kept and destroyed")
    kept.get_by_role("button", name="Place a legal hold").click()
    kept.get_by_label("Why it must be kept").fill("A dispute is open.")
    kept.get_by_role("button", name="Place the hold").click()
    expect(kept).to_contain_text("A dispute is open.")
    kept.scroll_into_view_if_needed()
    keep_picture(tab, "kept")
    assert tab.severe_findings() == []

    tab.go(f"/i#{token[0]}")
    expect(page.get_by_text("Well done, <b>Priya</b>.")).to_be_visible()
    expect(page.get_by_text("Clear and short.")).to_be_visible()
    keep_picture(tab, "candidates-page")
    assert tab.severe_findings() == []

    tab.go("/privacy")
    page.get_by_label("E-mail").fill(PRIYA)
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("table", name=f"Interviews of {PRIYA}")).to_contain_text("legal hold")
    expect(page.get_by_role("button", name="Erase this person…")).to_be_disabled()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Export everything").click()
    assert copy.value.suggested_filename == "person.zip"

    tab.go(f"/interviews/{cast.handed_in}")
    kept.get_by_role("button", name="Lift the hold").click()
    expect(kept.get_by_role("button", name="Place a legal hold")).to_be_visible()
    tab.go("/privacy")
    page.get_by_label("E-mail").fill(PRIYA)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Erase this person…").click()
    dialog = page.get_by_role("dialog", name="Erase this person")
    erase = dialog.get_by_role("button", name="Erase", exact=True)
    dialog.get_by_label("I know that this cannot be undone").check()
    expect(erase).to_be_disabled()
    dialog.get_by_label("Type the address once more").fill(PRIYA)
    keep_picture(tab, "erase")
    erase.click()
    receipts = page.get_by_role("table", name="Destroyed")
    expect(receipts.get_by_role("link", name="Download")).to_be_visible(timeout=20_000)
    expect(receipts).to_contain_text("erasure: the person asked for it")
    keep_picture(tab, "privacy")
    assert tab.severe_findings() == []
