"""Two candidates side by side in a real browser: by keys, blind, with a short list that stays."""

import re

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


def open_pair(tab: Tab, cast: Cast, **query: str) -> None:
    wanted = {"a": cast.handed_in, "b": cast.running} | query
    asked = "&".join(f"{name}={value}" for name, value in wanted.items())
    tab.go(f"/compare/{cast.stage.paper}?{asked}")
    expect(tab.page.get_by_text("Question 1 of")).to_be_visible()


def test_two_candidates_stand_side_by_side_and_arrow_keys_turn_the_page(tab: Tab, cast: Cast):
    tab.go("/results")
    tab.page.get_by_role("link", name="Compare").click()
    expect(tab.page.get_by_text("Question 1 of")).to_be_visible()
    open_pair(tab, cast)
    left = tab.page.get_by_role("article", name="Answer of Priya Raman")
    right = tab.page.get_by_role("article", name="Answer of Jonas Weber")
    expect(left).to_contain_text("An index is a sorted structure")
    expect(left.get_by_role("complementary")).to_contain_text("Provisional")
    expect(right).to_contain_text("Nothing has come for this question.")
    assert tab.severe_findings() == []
    keep_picture(tab, "compare")
    first = tab.page.locator("#compared-question").inner_text()
    tab.page.keyboard.press("ArrowRight")
    expect(tab.page.get_by_text("Question 2 of")).to_be_visible()
    tab.page.reload()  # the address says where one was
    expect(tab.page.get_by_text("Question 2 of")).to_be_visible()
    tab.page.keyboard.press("ArrowLeft")
    tab.page.keyboard.press("ArrowLeft")
    expect(tab.page.locator("#compared-question")).to_have_text(first)
    for _ in range(9):
        tab.page.keyboard.press("ArrowRight")
    expect(tab.page.get_by_role("button", name="Next")).to_be_disabled()


def test_a_blind_comparison_shows_no_name_and_asks_for_none(tab: Tab, cast: Cast):
    answers: list[str] = []
    tab.page.on(
        "response",
        lambda one: (
            answers.append(one.text()) if re.search(r"/compare|/compared", one.url) else None
        ),
    )
    open_pair(tab, cast, blind="1")
    expect(tab.page.get_by_text("Names and faces are hidden")).to_be_visible()
    expect(
        tab.page.get_by_role("heading", name=re.compile("^Candidate [0-9A-F]{4,}$"))
    ).to_have_count(2)
    tab.page.wait_for_load_state("networkidle")
    content = tab.page.locator("main").inner_text()
    for name in ("Priya", "Jonas", "candidate@example.org"):
        assert name not in content
        assert not any(name in answer for answer in answers)
    assert answers
    assert tab.severe_findings() == []
    keep_picture(tab, "compare-blind")
    tab.page.get_by_label("Blind: hide names and faces").click()
    expect(tab.page.get_by_role("heading", name="Priya Raman")).to_be_visible()


def test_the_short_list_stays_can_be_undone_and_tells_of_another_change(tab: Tab, cast: Cast):
    open_pair(tab, cast)
    button = tab.page.get_by_role("button", name="Short list: Priya Raman")
    button.click()
    on = tab.page.get_by_role("button", name="On the short list: Priya Raman")
    expect(on).to_be_visible()
    expect(on).to_have_attribute("aria-pressed", "true")
    tab.page.get_by_role("button", name="Undo").click()
    expect(button).to_be_visible()
    with cast.stage.admin() as admin:
        admin.put(
            f"/api/admin/result/{cast.handed_in}/shortlist", json={"listed": True}
        ).raise_for_status()
    button.click()
    # Chromium reports the refused request.
    expect(tab.page.get_by_text("Somebody else changed this meanwhile.")).to_be_visible()
    tab.complaints.clear()
    expect(on).to_be_visible()
    tab.page.reload()
    expect(on).to_be_visible()
    keep_picture(tab, "compare-listed")
    on.click()
    expect(button).to_be_visible()
