"""Charts in a real browser: they obey the policy, and their tables say the same as their bars."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_under_the_policy_with_a_table_each(
    scheme: str, open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab(scheme=scheme, height=1500)
    tab.go("/signin?next=/results")
    tab.sign_in()
    tab.page.get_by_role("link", name="Charts").click()
    expect(tab.page.get_by_role("heading", name="Signals by kind")).to_be_visible()
    expect(tab.page.get_by_text("Choose a paper: times of different")).to_be_visible()
    tab.page.get_by_role("combobox", name="Paper").click()
    tab.page.get_by_role("option", name="Backend engineer: sample interview").click()
    expect(tab.page.locator(".recharts-surface").first).to_be_visible()
    expect(tab.page.get_by_text("Time per question as a table")).to_be_visible()
    tab.page.wait_for_load_state("networkidle")
    assert tab.severe_findings() == []
    keep_picture(tab, f"charts-{scheme}")
    tab.page.get_by_text("Signals by kind as a table").click()
    table = tab.page.get_by_role("table", name="Signals by kind")
    row = table.get_by_role("row", name=re.compile("A phone may be in the picture"))
    expect(row.get_by_role("cell")).to_have_text(["2", "0", "0", "0", "2"])
    tab.page.get_by_text("Health of the detectors as a table").click()
    health = tab.page.get_by_role("table", name="Health of the detectors")
    trouble = health.get_by_role("row", name=re.compile("A model was missing"))
    # Other files hold interviews on the same stage: the page tells of how many these are the sums.
    said = tab.page.get_by_text("Sums over").inner_text()
    interviews = int(re.findall(r"Sums over (\d+) interviews", said)[0])
    share = f"{100 / interviews:.0f}"
    expect(trouble.get_by_role("cell")).to_have_text(["1", share, "1"])
    assert tab.severe_findings() == []


def test_the_charting_library_comes_with_its_page_and_with_no_other(tab: Tab, cast: Cast):
    def scripts() -> set[str]:
        return set(
            tab.page.evaluate(
                "performance.getEntriesByType('resource').map(each => each.name)"
                ".filter(name => name.endsWith('.js'))"
            )
        )

    tab.go("/results")
    expect(tab.page.get_by_role("link", name="Priya Raman")).to_be_visible()
    tab.page.wait_for_load_state("networkidle")
    before = scripts()
    tab.page.get_by_role("link", name="Charts").click()
    expect(tab.page.locator(".recharts-surface").first).to_be_visible()
    texts = {name: tab.page.request.get(name).text() for name in scripts() - before}
    assert any("recharts" in text for text in texts.values())
    assert not any("recharts-bar" in tab.page.request.get(name).text() for name in before)
