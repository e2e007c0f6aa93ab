"""The audit log in a real browser: read, narrowed down, followed to an interview."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_super_admin_finds_who_looked_at_an_interview(
    scheme: str, open_tab: Callable[..., Tab], cast: Cast
) -> None:
    tab = open_tab(scheme=scheme)
    page = tab.page
    tab.go("/signin")
    tab.sign_in()
    page.wait_for_url("**/live")
    found = page.request.get(f"{cast.stage.url}/api/admin/result/{cast.handed_in}/report.pdf")
    assert found.ok
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitem", name="Audit log").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Audit log")
    rows = page.get_by_role("table", name="Audit log").locator("tbody tr")
    expect(rows.filter(has_text="report.downloaded").first).to_be_visible()
    assert tab.severe_findings() == []
    keep_picture(tab, f"audit-{scheme}")

    page.get_by_label("What", exact=True).fill("Report downloaded")
    page.get_by_role("button", name="Show", exact=True).press("Enter")
    expect(page.get_by_text("Such as result.overridden")).to_be_visible()
    page.get_by_label("What", exact=True).fill("report.downloaded")
    page.get_by_label("Interview", exact=True).fill(f"{cast.stage.url}/interviews/{cast.handed_in}")
    page.get_by_label("Interview", exact=True).press("Enter")
    page.wait_for_url(f"**/audit?action=report.downloaded&interview={cast.handed_in}")
    expect(rows.filter(has_not_text="report.downloaded")).to_have_count(0)
    expect(rows.first).to_be_visible()
