"""The calendar in a real browser: on the reader's days, with the candidate's time beside."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser
HERE, THERE = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")


def test_interviews_stand_on_their_day_in_both_zones_and_open(tab: Tab, cast: Cast):
    begin = datetime(2031, 3, 12, 23, 30, tzinfo=UTC)  # the 13th in Berlin and in Kolkata
    for name, days in (("Cora Calendar", 0), ("Dora Long", 3)):
        cast.stage.invite(
            name,
            opens_at=begin.isoformat(),
            closes_at=(begin + timedelta(hours=2, days=days)).isoformat(),
        )
    tab.go("/interviews")
    tab.page.get_by_role("link", name="Calendar").click()
    expect(tab.page.get_by_role("heading", name="Calendar")).to_be_visible()
    tab.go("/interviews/calendar?view=month&day=2031-03-01")
    grid = tab.page.get_by_role("table", name="March 2031")
    cell = grid.get_by_role("cell").filter(has_text=re.compile("Thu,? 13 Mar"))
    expect(cell).to_contain_text(f"{begin.astimezone(HERE):%H:%M} Cora Calendar")
    expect(cell).to_contain_text(f"{begin.astimezone(THERE):%H:%M} Kolkata")
    expect(cell.get_by_role("link", name="Dora Long")).to_contain_text("open until")
    assert tab.severe_findings() == []
    keep_picture(tab, "calendar-month")
    tab.page.get_by_text("Week", exact=True).click()
    tab.go("/interviews/calendar?view=week&day=2031-03-13")
    expect(tab.page.get_by_role("link", name="Cora Calendar")).to_contain_text("Invited")
    assert tab.severe_findings() == []
    keep_picture(tab, "calendar-week")
    tab.page.get_by_role("button", name="Later week").click()
    expect(tab.page.get_by_text("No window opens in this week.")).to_be_visible()
    keep_picture(tab, "calendar-empty")
    tab.page.get_by_role("button", name="Earlier week").click()
    tab.page.get_by_role("link", name="Cora Calendar").click()
    expect(tab.page.get_by_role("heading", name="Cora Calendar", level=1)).to_be_visible()


def test_a_full_day_says_how_many_more_and_leads_to_its_week(tab: Tab, cast: Cast):
    begin = datetime(2031, 6, 4, 8, tzinfo=UTC)
    for number in range(6):
        opens = begin + timedelta(minutes=10 * number)
        cast.stage.invite(
            f"Many {number}",
            opens_at=opens.isoformat(),
            closes_at=(opens + timedelta(hours=1)).isoformat(),
        )
    tab.go("/interviews/calendar?view=month&day=2031-06-01")
    expect(tab.page.get_by_role("link", name="Many")).to_have_count(3)
    tab.page.get_by_role("button", name="3 more").click()
    expect(tab.page.get_by_role("link", name="Many")).to_have_count(6)
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280
