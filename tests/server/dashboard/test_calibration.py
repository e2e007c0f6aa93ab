"""The gate's panel in a real browser: a set is kept, used, given up and deleted."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Tab, keep_picture

pytestmark = pytest.mark.browser
HEAD = "question,expected_answer,answer,score,max_score"


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    """60 answers to 3 questions."""
    lines = [
        f"What is {what}?,It is a {what} of some kind,A {what} number {n},{n % 5},5"
        for what in ("stack", "queue", "heap")
        for n in range(20)
    ]
    path = tmp_path / "graded.csv"
    path.write_text("\n".join([HEAD, *lines]), "utf-8")
    return path


def test_a_set_is_kept_used_given_up_and_deleted(tab: Tab, graded: Path):
    page = tab.page
    tab.go("/calibration")
    expect(page.get_by_role("heading", name="The gate")).to_be_visible()
    keep_picture(tab, "gate-empty")
    page.get_by_label("Name of the set").fill("Autumn 2026")
    # The button of the field opens the browser's own dialog; the input behind it takes the file.
    page.locator("form", has=page.get_by_label("Name of the set")).locator(
        "input[type=file]"
    ).set_input_files(graded)
    page.get_by_role("button", name="Keep the set").click()
    expect(page.get_by_text("The set is kept.")).to_be_visible()
    chosen = page.get_by_role("combobox", name="Calibration set in use")
    chosen.click()
    page.get_by_role("option", name="Autumn 2026 (60 answers to 3 questions)").click()
    expect(page.get_by_text("The choice is kept.").first).to_be_visible()
    expect(chosen).to_have_value("Autumn 2026 (60 answers to 3 questions)")
    expect(page.get_by_role("button", name="Delete a set")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    keep_picture(tab, "gate-in-use")
    assert tab.severe_findings() == []

    chosen.click()
    page.get_by_role("option", name="None: scores are not calibrated").click()
    page.get_by_role("button", name="Delete a set").click()
    dialog = page.get_by_role("dialog", name="Delete a calibration set?")
    expect(dialog.get_by_role("button", name="Delete it")).to_be_disabled()
    dialog.get_by_role("combobox", name="Set").click()
    page.get_by_role("option", name="Autumn 2026").click()
    keep_picture(tab, "gate-delete")
    dialog.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("The set is deleted.")).to_be_visible()
    expect(chosen).to_have_count(0)


def test_a_file_with_too_few_answers_is_refused_and_says_how_many_it_needs(
    tab: Tab, tmp_path: Path
):
    page = tab.page
    short = tmp_path / "short.csv"
    short.write_text(f"{HEAD}\nWhat is a stack?,A list,A pile,1,5\n", "utf-8")
    tab.go("/calibration")
    page.get_by_label("Name of the set").fill("Too few")
    page.locator("form", has=page.get_by_label("Name of the set")).locator(
        "input[type=file]"
    ).set_input_files(short)
    page.get_by_role("button", name="Keep the set").click()
    expect(page.get_by_role("alert").filter(has_text="50 answers")).to_be_visible()
    expect(page.get_by_label("Name of the set")).to_have_value("Too few")
    assert len(tab.complaints) == 1, "Chromium reports the refusal"
    tab.complaints.clear()


def test_without_a_file_peoples_decisions_are_asked_for_and_too_few_are_said_so(tab: Tab):
    page = tab.page
    tab.go("/calibration")
    page.get_by_label("Name of the set").fill("Our own")
    page.get_by_role("button", name="Keep the set").click()
    expect(page.get_by_role("alert").filter(has_text="decided by people yet")).to_be_visible()
    keep_picture(tab, "gate-decisions")
    assert len(tab.complaints) == 1, "Chromium reports the refusal"
    tab.complaints.clear()


def test_groups_and_like_answers_of_a_file_stand_beside_each_other(tab: Tab, tmp_path: Path):
    rows = [
        f"What is a stack?,It keeps the last thing first,It keeps the last thing number {n} first,"
        f"{5 if n < (30 if group == 'south' else 10) else 1},5,{group}{n},{group}"
        for group in ("north", "south")
        for n in range(40)
    ]
    file = tmp_path / "groups.csv"
    file.write_text("\n".join([f"{HEAD},person,group", *rows]), "utf-8")
    page = tab.page
    tab.go("/calibration")
    page.locator("input[type=file]").last.set_input_files(file)
    groups = page.get_by_role("table", name="Groups")
    expect(groups.get_by_role("row", name="north")).to_contain_text("Look into it")
    expect(groups.get_by_role("row", name="south")).not_to_contain_text("Look into it")
    expect(page.get_by_role("table", name="Answers that say the same")).to_contain_text(
        "Another name"
    )
    groups.scroll_into_view_if_needed()
    keep_picture(tab, "groups")
    assert tab.severe_findings() == []
