"""The interviews list with filters, uploads and bulk changes; an interview's time; a draw."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser

SHEET = """name,email,opens_at,closes_at
Ada Lovelace,ada@example.org,,
Grace Hopper,grace@example.org,,
Nobody,not-an-address,,
"""


def test_a_list_is_looked_at_invited_filtered_moved_and_withdrawn(tab: Tab, tmp_path: Path) -> None:
    page = tab.page
    tab.go("/interviews")
    page.get_by_role("button", name="Upload a list").click()
    form = page.get_by_role("dialog", name="Upload a list")
    form.get_by_role("combobox", name="Paper").click()
    page.get_by_role("option", name="Backend engineer").first.click()
    sheet = tmp_path / "people.csv"
    sheet.write_text(SHEET)
    with page.expect_file_chooser() as chooser:
        form.get_by_role("button", name="File").click()
    chooser.value.set_files(sheet)
    form.get_by_label("Opens, in that zone").fill("2030-01-07T09:00")
    form.get_by_label("Closes, in that zone").fill("2030-01-07T17:00")
    form.get_by_role("button", name="Look at the rows").click()
    expect(form.get_by_text("2 to invite · 1 row has a fault")).to_be_visible()
    expect(form.get_by_role("row").filter(has_text="Nobody")).to_contain_text("no e-mail address")
    assert tab.severe_findings() == []
    keep_picture(tab, "upload-preview")
    form.get_by_role("button", name="Invite only the good rows (2)").click()
    expect(form.get_by_text("2 invited")).to_be_visible()
    with page.expect_download() as saved:
        form.get_by_role("button", name="Download the result").click()
    result = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    assert len(re.findall(r"/i#[\w-]{20,}", result)) == 2
    form.get_by_role("button", name="Close").last.click()

    page.get_by_label("Search interviews").fill("ada@example")
    rows = page.get_by_role("table", name="Interviews").get_by_role("row")
    expect(rows).to_have_count(2)
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="Invited (1)").click()
    expect(rows).to_have_count(2)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download as CSV").click()
    listed = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    assert "ada@example.org" in listed
    assert "grace@example.org" not in listed

    page.get_by_label("Choose Ada Lovelace").check()
    keep_picture(tab, "interviews-chosen")
    bar = page.get_by_role("region", name="Chosen interviews")
    bar.get_by_role("button", name="New time").click()
    move = page.get_by_role("dialog", name="Set a new time")
    move.get_by_label("Opens, in that zone").fill("2030-02-04T09:00")
    move.get_by_label("Closes, in that zone").fill("2030-02-04T10:00")
    keep_picture(tab, "interviews-move")
    move.get_by_role("button", name="Set the time").click()
    expect(rows.last).to_contain_text("4 Feb 2030, 09:00 – 10:00")

    page.get_by_label("Choose Ada Lovelace").check()
    bar.get_by_role("button", name="Withdraw").click()
    ask = page.get_by_role("dialog", name="Withdraw these invites?")
    expect(ask.get_by_role("button", name="Withdraw")).to_be_disabled()
    ask.get_by_label("Reason").fill("The post is filled")
    ask.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("1 interview withdrawn.")).to_be_visible()
    expect(page.get_by_text("No interview fits these filters.")).to_be_visible()


def test_what_cannot_be_changed_in_bulk_is_named(tab: Tab) -> None:
    page = tab.page
    tab.go("/interviews")
    page.get_by_label("Choose Priya Raman").check()
    page.get_by_role("button", name="Withdraw").click()
    ask = page.get_by_role("dialog", name="Withdraw these invites?")
    ask.get_by_label("Reason").fill("A mistake")
    ask.get_by_role("button", name="Withdraw").click()
    expect(ask.get_by_role("alert")).to_contain_text("Priya Raman:")
    assert tab.severe_findings() == []


def test_time_and_length_change_before_the_start_and_stand_in_the_interview(
    tab: Tab, cast: Cast
) -> None:
    key, _ = cast.stage.invite("Later")
    page = tab.page
    tab.go(f"/interviews/{key}")
    expect(page.get_by_role("region", name="How it went")).to_contain_text("by the invitation")
    page.get_by_role("link", name="Change terms").click()
    page.get_by_label("Opens, in that zone").fill("2030-03-04T10:00")
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    page.get_by_label("Closes, in that zone").fill("2030-03-04T11:30")
    page.get_by_label("Whole interview, minutes").fill("45")
    page.get_by_label("Extra time, percent").fill("25")
    kept = page.get_by_label("Erased after, days")
    expect(kept).to_have_value("90")
    kept.fill("0")
    expect(page.get_by_text("Write a whole number of days from 1 to 3650.")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    kept.fill("400")
    expect(page.get_by_text("This server erases them after 365 days already")).to_be_visible()
    kept.scroll_into_view_if_needed()
    keep_picture(tab, "interview-erasure")
    kept.fill("30")
    assert tab.severe_findings() == []
    keep_picture(tab, "interview-terms")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"**/interviews/{key}")
    with cast.stage.admin() as admin:
        found = admin.get(f"/api/admin/interviews/{key}").json()
    assert found["opens_at"].startswith("2030-03-04T04:30:00")
    assert found["duration_s"] == 2700
    assert found["accommodations"]["extra_time_percent"] == 25
    assert found["policy"]["retention_days"] == 30


def test_a_draw_is_set_by_rows_and_one_that_cannot_be_met_is_told(tab: Tab, cast: Cast) -> None:
    page = tab.page
    tab.go(f"/papers/{cast.stage.paper}")
    draw = page.get_by_role("region", name="Draw", exact=True)
    draw.get_by_role("button", name="Add a row").click()
    draw.get_by_label("Questions, row 1").fill("2")
    draw.get_by_label("Each interview has its own order").check()
    draw.get_by_role("button", name="Save the draw").click()
    expect(page.get_by_text("The draw is saved.")).to_be_visible()
    expect(draw).to_contain_text("asks 2 of")
    draw.get_by_label("Questions, row 1").fill("99")
    draw.get_by_role("button", name="Save the draw").click()
    expect(draw.get_by_text("Nobody can be invited with these rules")).to_be_visible()
    draw.scroll_into_view_if_needed()
    assert tab.severe_findings() == []
    keep_picture(tab, "draw")
    draw.get_by_role("button", name="Remove row 1").click()
    draw.get_by_label("Each interview has its own order").uncheck()
    draw.get_by_role("button", name="Save the draw").click()
    expect(draw.get_by_text("Nobody can be invited with these rules")).to_be_hidden()
