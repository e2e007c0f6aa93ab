"""What the first page costs: how many files of the build, how many bytes, and nothing twice."""

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.server.dashboard.conftest import DASHBOARD, Cast, Tab

pytestmark = pytest.mark.browser

MAX_FILES = 8
MAX_BYTES = 300_000
"""Gzipped; the whole build has more than a megabyte."""


def test_the_live_page_comes_with_a_handful_of_files(tab: Tab):
    page = tab.page
    tab.go("/live")
    expect(page.get_by_text("Connected", exact=True)).to_be_visible()
    files = _files(page)
    assert any(name.endswith(".css") for name in files)
    assert len(files) <= MAX_FILES
    contents = [(DASHBOARD / "dist" / "assets" / name).read_bytes() for name in files]
    assert sum(len(gzip.compress(content)) for content in contents) <= MAX_BYTES


def test_the_pages_about_the_api_load_nothing_of_the_dashboard(
    open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab()
    tab.go("/redoc")
    files = _files(tab.page)
    assert any(name.startswith("redoc-") for name in files)
    assert not any(name.startswith("first-") for name in files)


def _files(page: Page) -> set[str]:
    found = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    return {name.rpartition("/")[2] for name in found if "/assets/" in name}
