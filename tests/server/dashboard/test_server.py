"""The page of the server: its parts, and maintenance with its notice on every page."""

import httpx
import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Tab

pytestmark = pytest.mark.browser


def test_a_super_admin_sees_the_parts_and_switches_maintenance(tab: Tab) -> None:
    page = tab.page
    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitem", name="Server").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Server")
    expect(page.get_by_role("row", name="Database Well")).to_be_visible()
    expect(page.get_by_role("menu")).to_have_count(0)  # it fades for a moment
    assert tab.severe_findings() == []
    page.get_by_role("button", name="Begin maintenance").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What candidates and admins read").fill("A new disk.")
    dialog.get_by_role("button", name="Begin maintenance").click()
    try:
        notice = page.get_by_role("status").filter(has_text="Maintenance is on")
        expect(notice).to_contain_text("A new disk.")
        page.get_by_role("link", name="Papers").click()
        expect(notice).to_be_visible()
        config = httpx.get(f"{tab.cast.stage.url}/api/settings/config", trust_env=False).json()
        assert config["maintenance"]["message"] == "A new disk."
        tab.go("/server")
    finally:
        page.get_by_role("button", name="End maintenance").click()
    expect(notice).to_have_count(0)
    expect(page.get_by_role("button", name="Begin maintenance")).to_be_visible()
