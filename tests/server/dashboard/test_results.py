"""The results as a person wants to see them: filters as chips, views that stay, and the file."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


def test_filters_are_chips_that_can_be_taken_away_one_by_one(tab: Tab, cast: Cast):
    tab.go("/results")
    table = tab.page.get_by_role("table", name="Results")
    expect(table.get_by_role("link", name="Jonas Weber")).to_be_visible()
    tab.page.get_by_label("Search results").fill("priya")
    expect(table.get_by_role("link", name="Jonas Weber")).to_have_count(0)
    expect(table.get_by_role("link", name="Priya Raman")).to_be_visible()
    tab.page.get_by_role("button", name="Filter", exact=True).click()
    dialog = tab.page.get_by_role("dialog", name="Filter the results")
    dialog.get_by_label("Signals").click()
    tab.page.get_by_role("option", name="With signals of high severity").click()
    dialog.get_by_label("Paper").click()
    tab.page.get_by_role("option", name="Backend engineer: sample interview").click()
    assert tab.severe_findings() == []
    keep_picture(tab, "results-filter")
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)
    chips = tab.page.get_by_role("list", name="Filters in use")
    expect(chips.get_by_role("listitem")).to_have_count(4)  # the last one takes all away
    assert tab.severe_findings() == []
    keep_picture(tab, "results-chips")
    tab.page.reload()
    expect(chips).to_contain_text("“priya”")
    chips.get_by_role("button", name="Take away: “priya”").click()
    expect(table.get_by_role("link", name="Jonas Weber")).to_be_visible()
    chips.get_by_role("button", name="Take all away").click()
    expect(chips).to_have_count(0)


def test_a_view_is_kept_opens_by_itself_and_its_removal_is_undone(tab: Tab, cast: Cast):
    tab.go("/results?order=name&q=jonas&column=paper&column=started&column=score")
    table = tab.page.get_by_role("table", name="Results")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Candidate", "Paper", "Started", "Score"]
    )
    tab.page.get_by_role("button", name="Views").click()
    tab.page.get_by_role("menuitem", name="Save as a new view…").click()
    dialog = tab.page.get_by_role("dialog", name="Save as a view")
    dialog.get_by_label("Name").fill('Mine <b>"&')
    dialog.get_by_label("Open it by itself").check()
    assert tab.severe_findings() == []
    dialog.get_by_role("button", name="Save").click()
    menu = tab.page.get_by_role("button", name='View: Mine <b>"&')
    expect(menu).to_be_visible()
    tab.go("/results")
    expect(menu).to_be_visible()
    expect(table.get_by_role("row")).to_have_count(2)
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Candidate", "Paper", "Started", "Score"]
    )
    tab.page.get_by_label("Search results").fill("")
    expect(table.get_by_role("link", name="Priya Raman")).to_be_visible()
    tab.page.get_by_role("button", name="(changed)").click()
    keep_picture(tab, "results-views")
    tab.page.get_by_role("menuitem", name="Save the changes").click()
    expect(menu).not_to_contain_text("(changed)")
    menu.click()
    tab.page.get_by_role("menuitem", name="Remove").click()
    expect(tab.page.get_by_role("button", name="Views")).to_be_visible()
    tab.page.get_by_role("button", name="Undo").click()
    tab.go("/results")
    expect(menu).to_be_visible()
    menu.click()
    tab.page.get_by_role("menuitem", name="Remove").click()
    expect(tab.page.get_by_role("button", name="Views")).to_be_visible()


def test_the_file_is_the_list_as_it_is_shown(tab: Tab, cast: Cast, tmp_path: Path):
    tab.go("/results?order=name&q=priya&column=signals")
    expect(tab.page.get_by_role("link", name="Priya Raman")).to_be_visible()
    with tab.page.expect_download() as started:
        tab.page.get_by_role("button", name="Download as CSV").click()
    started.value.save_as(tmp_path / "results.csv")
    with (tmp_path / "results.csv").open(encoding="utf-8", newline="") as file:
        [line] = csv.DictReader(file)
    assert list(line) == [
        *("interview", "candidate_name", "candidate_email", "title"),
        *("high", "medium"),
    ]
    assert line["candidate_name"] == "Priya Raman"
