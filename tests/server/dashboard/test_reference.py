"""The pages about the API, in a real browser under the policy, with nothing from other hosts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Tab, keep_picture

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_the_page_shows_the_api_from_our_own_files(path: str, open_tab: Callable[..., Tab]):
    tab = open_tab()
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.go(path)
    # Whoever asks first has the document written: some ten seconds of a loaded machine.
    heading = tab.page.get_by_role("heading", name=re.compile("^Invigil")).first
    expect(heading).to_be_visible(timeout=60_000)
    if path == "/docs":
        tab.page.locator("#operations-tag-papers").click()
    expect(tab.page.get_by_text("/api/admin/papers", exact=False).first).to_be_visible()
    tab.page.wait_for_load_state("networkidle")
    keep_picture(tab, path.strip("/"))
    home = tab.cast.stage.url
    assert asked
    assert [url for url in asked if not url.startswith((home, "data:", "blob:"))] == []


def test_a_call_that_changes_something_can_be_tried_by_whoever_is_signed_in(tab: Tab):
    page = tab.page
    tab.go("/docs")
    page.locator("#operations-tag-papers").click()
    page.locator("#operations-papers-createPaper").get_by_role("button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.locator("textarea.body-param__text").fill('{"title": "Tried in the browser"}')
    page.get_by_role("button", name="Execute").click()
    status = page.locator(".live-responses-table .response .response-col_status")
    expect(status).to_have_text(re.compile("^201"))


def test_the_reference_links_calls_to_their_schemas(open_tab: Callable[..., Tab]):
    tab = open_tab()
    tab.go("/redoc")
    call = tab.page.locator("article#createPaper")
    call.get_by_role("link", name="PaperRequest").click()
    expect(tab.page).to_have_url(re.compile("#schema-PaperRequest$"))
    schema = tab.page.locator("article#schema-PaperRequest")
    expect(schema.get_by_text("title *")).to_be_visible()
    assert tab.severe_findings() == []
