"""What an author does with papers: rubric and tests, files with a preview, undo, versions."""

import re

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import HOSTILE

pytestmark = pytest.mark.browser
SHEET = (
    "kind;prompt;topic;marks\r\n"
    f'written;"{HOSTILE.replace(chr(34), chr(34) * 2)}";Hostile;5\r\n'
    "singing;La la;;5\r\n"
    "spoken;Why?;Why;ten\r\n"
    "spoken;How?;Ways;\r\n"
).encode()


@pytest.fixture
def paper(cast: Cast) -> str:
    with cast.stage.admin() as http:
        made = http.post("/api/admin/papers", json={"title": "Written by hand"}).json()["id"]
        for number, topic in enumerate(("Caches", "Queues", "Caches", "Locks"), start=1):
            body = {"kind": "written", "prompt": f"Number {number}?", "topic": topic}
            http.post(f"/api/admin/papers/{made}/questions", json=body).raise_for_status()
    return made


def test_rubric_and_tests_are_written_and_kept(tab: Tab, paper: str):
    page = tab.page
    tab.go(f"/papers/{paper}")
    page.get_by_role("button", name="Add question").first.click()
    page.get_by_role("menuitem", name="Coding").click()
    form = page.get_by_role("form", name="Question")
    form.get_by_label("Question", exact=False).first.fill("Add two numbers.")
    form.get_by_role("button", name="Add criterion").click()
    form.get_by_label("Criterion 1", exact=True).fill("Clarity")
    form.get_by_role("button", name="Add question").click()
    expect(form.get_by_text("Describe the lowest and the highest level")).to_be_visible()
    form.get_by_label("Level 0 of criterion 1", exact=True).fill("Cannot be read")
    form.get_by_label("Level 2 of criterion 1", exact=True).fill("Reads like prose")
    form.get_by_role("button", name="Add test").click()
    form.get_by_label("Name of test 1").fill("adds")
    form.get_by_label("Call of test 1").fill("add(1, 2)")
    form.get_by_label("What test 1 must print").fill("3")
    form.get_by_role("button", name="Add test").click()
    form.get_by_role("radiogroup", name="What test 2 gives").get_by_text("Types in").click()
    form.get_by_label("Input of test 2").fill("1 2")
    form.get_by_label("Name of test 2").scroll_into_view_if_needed()
    keep_picture(tab, "paper-rubric-and-tests")
    assert tab.severe_findings() == []
    form.get_by_role("button", name="Add question").click()
    expect(page.get_by_text("1 criterion")).to_be_visible()
    expect(page.get_by_text("2 tests")).to_be_visible()
    page.get_by_role("button", name="Edit question 5").click()
    expect(form.get_by_label("Level 2 of criterion 1", exact=True)).to_have_value(
        "Reads like prose"
    )
    expect(form.get_by_label("Input of test 2")).to_have_value("1 2")
    expect(form.get_by_label("Test 1 is an example")).to_be_checked()


def test_deleted_question_comes_back_by_undo_and_later(tab: Tab, paper: str):
    page = tab.page
    tab.go(f"/papers/{paper}")
    listed = page.get_by_role("list", name="Questions").get_by_role("listitem")
    for way_back in ("Undo", "Put back"):
        page.get_by_role("button", name="More for question 2").click()
        page.get_by_role("menuitem", name="Delete").click()
        expect(listed).to_have_count(3)
        keep_picture(tab, f"paper-deleted-{way_back.split()[0].lower()}")
        page.get_by_role("button", name=way_back).first.click()
        expect(listed).to_have_count(4)
        expect(listed.nth(1)).to_contain_text("Number 2?")
    page.get_by_role("button", name="More for question 2").click()
    page.get_by_role("menuitem", name="Duplicate").click()
    expect(listed.nth(2)).to_contain_text("Number 2?")


def test_questions_are_found_and_dragged(tab: Tab, paper: str):
    page = tab.page
    tab.go(f"/papers/{paper}")
    listed = page.get_by_role("list", name="Questions").get_by_role("listitem")
    listed.nth(3).get_by_title("Drag to another place").drag_to(listed.nth(0))
    expect(listed.nth(0)).to_contain_text("Number 4?")
    page.get_by_role("combobox", name="Topic").click()
    page.get_by_role("option", name="Caches").click()
    expect(listed).to_have_count(2)
    page.get_by_label("Search questions").fill("number 3")
    expect(listed).to_have_count(1)
    expect(page.get_by_text("1 of 4.")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(listed).to_have_count(4)


def test_file_is_looked_at_before_its_good_rows_are_taken_over(tab: Tab, paper: str):
    page = tab.page
    tab.go(f"/papers/{paper}")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Add questions from a file").click()
    chosen = {"name": "questions.csv", "mimeType": "text/csv", "buffer": SHEET}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="File", exact=True).click()
    chooser.value.set_files(files=[chosen])
    rows = page.get_by_role("table", name="Rows of the file")
    expect(rows.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_text("2 questions fit · 2 rows have faults")).to_be_visible()
    expect(rows.get_by_text("Write a whole number.")).to_be_visible()
    expect(page.get_by_text("Its columns are separated by semicolons.")).to_be_visible()
    page.wait_for_timeout(300)  # the dialog slides in; the picture and axe want it still
    keep_picture(tab, "paper-import")
    assert tab.severe_findings() == []
    expect(page.get_by_role("button", name="Take over", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Take over the 2 good rows").click()
    listed = page.get_by_role("list", name="Questions").get_by_role("listitem")
    expect(listed).to_have_count(6)
    expect(listed.nth(4)).to_contain_text(HOSTILE)


def test_file_of_another_kind_is_told_and_a_good_one_makes_a_paper(tab: Tab, paper: str):
    page = tab.page
    tab.go("/papers")
    page.get_by_role("button", name="From a file").click()
    for content, said in ((b"%PDF-1.7", "This is a PDF file."), (SHEET, "2 questions fit")):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="File", exact=True).click()
        chosen = {"name": "Round one.csv", "mimeType": "text/csv", "buffer": content}
        chooser.value.set_files(files=[chosen])
        expect(page.get_by_text(said, exact=False).first).to_be_visible()
    page.get_by_role("button", name="Take over the 2 good rows").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Round one")
    tab.complaints[:] = [said for said in tab.complaints if "status of 415" not in said]


def test_versions_are_listed_opened_and_compared(tab: Tab, cast: Cast):
    page = tab.page
    with cast.stage.admin() as http:
        made = http.post("/api/admin/papers", json={"title": "Versioned"}).json()["id"]
        body = {"kind": "spoken", "prompt": "Before <b>?"}
        question = http.post(f"/api/admin/papers/{made}/questions", json=body).json()["id"]
        cast.stage.invite("Ida Version", paper_id=made)
        change = {"prompt": "After?", "marks": 3}
        http.patch(f"/api/admin/questions/{question}", json=change).raise_for_status()
    tab.go(f"/papers/{made}")
    page.get_by_role("button", name="Changes since version 2").click()
    changes = page.get_by_role("list", name="Changes")
    expect(changes).to_contain_text("The marks went from 10 to 3.")
    expect(changes).to_contain_text("Before <b>?")
    page.wait_for_timeout(300)
    keep_picture(tab, "paper-changes")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Open version 2").click()
    expect(page.get_by_role("dialog")).to_contain_text("Before <b>?")
    page.keyboard.press("Escape")
    keep_picture(tab, "paper-versions")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Put away").click()
    expect(page.get_by_text("Put away").first).to_be_visible()
    tab.go("/papers")
    expect(page.get_by_role("link", name="Versioned")).to_have_count(0)
    page.get_by_label("Also those put away").check(force=True)
    expect(page.get_by_role("link", name="Versioned")).to_be_visible()
    page.get_by_label("Search papers").fill("versioned")
    expect(page.get_by_role("row")).to_have_count(2)
    keep_picture(tab, "papers-list")
    page.get_by_role("link", name="Versioned").click()
    expect(page).to_have_url(re.compile("/papers/[0-9a-f]{32}$"))
