"""Checks of candidates' computers in a real browser: found by outcome, read line by line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import HOSTILE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_failed_check_is_found_by_keyboard_and_read(
    scheme: str, open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab(scheme=scheme)
    tab.go("/signin")
    tab.sign_in()
    tab.page.wait_for_url("**/live")
    tab.go("/interviews")
    tab.page.get_by_role("link", name="Computer checks").click()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Computer checks")
    rows = tab.page.get_by_role("table", name="Computer checks").locator("tbody tr")
    expect(rows).to_have_count(2)
    assert tab.severe_findings() == []
    keep_picture(tab, f"readiness-{scheme}")

    # The choice is a group of radio buttons: one stop of the tab key, arrows within.
    tab.page.get_by_role("radio", name="All").focus()
    tab.page.keyboard.press("ArrowRight")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("Failed: Camera. Unknown: Speakers")
    tab.page.get_by_role("radio", name="Ready").focus()
    tab.page.keyboard.press("Space")
    expect(tab.page.get_by_text("No report came out like this.")).to_be_visible()
    keep_picture(tab, f"readiness-none-{scheme}")
    tab.page.get_by_role("button", name="Show all reports").press("Enter")
    expect(rows).to_have_count(2)

    tab.page.get_by_role("link", name=HOSTILE).first.press("Enter")
    lines = tab.page.get_by_role("table", name="What was checked").locator("tbody tr")
    expect(lines).to_have_count(4)
    expect(lines.nth(1)).to_contain_text("Plug one in")
    assert tab.severe_findings() == []
    keep_picture(tab, f"readiness-report-{scheme}")

    tab.go(f"/interviews/{cast.invited}")
    check = tab.page.get_by_role("region", name="Computer check")
    expect(check).to_contain_text("Failed: Camera")
    keep_picture(tab, f"readiness-interview-{scheme}")
    check.get_by_role("link", name="Read the report").click()
    expect(lines.nth(1)).to_contain_text("Failed")


def test_a_list_that_does_not_come_says_so_and_can_be_asked_for_again(tab: Tab):
    down = True

    def answer(route) -> None:
        if down:
            route.fulfill(
                status=503,
                content_type="application/problem+json",
                body='{"title": "The server is busy.", "status": 503, "code": "overloaded", '
                '"detail": "Try again shortly; nothing was lost."}',
            )
        else:
            route.continue_()

    tab.page.route("**/api/admin/readiness*", answer)
    tab.go("/interviews/checks")
    expect(tab.page.get_by_role("alert")).to_contain_text("The server is busy.")
    down = False
    tab.page.get_by_role("button", name="Try again").click()
    expect(tab.page.get_by_role("table", name="Computer checks")).to_be_visible()
    tab.complaints.clear()  # Chromium's own line about the 503
