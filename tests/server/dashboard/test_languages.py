"""The dashboard in Spanish and German: nothing stays English or is cut off, the choice stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import DASHBOARD, Cast, Tab, keep_picture
from tests.server.dashboard.test_pages import PAGES, address

pytestmark = pytest.mark.browser

LANGUAGES = ("es", "de")
ENTRY = re.compile(r'^msgid "(?P<english>[^"\\]+)"\nmsgstr "(?P<said>[^"\\]+)"', re.M)
WORDS = """() => [...document.querySelectorAll('body *')].filter(one => one.childElementCount === 0)
    .map(one => one.textContent.trim()).filter(Boolean)"""


def catalogue(language: str) -> dict[str, str]:
    """What the language says for each English text that has nothing put into it."""
    texts = [
        (DASHBOARD / "src" / "catalogues" / part / f"{language}.po").read_text(encoding="utf-8")
        for part in ("first", "later")
    ]
    said = {found["english"]: found["said"] for text in texts for found in ENTRY.finditer(text)}
    return {english: words for english, words in said.items() if "{" not in english}


def english_left(tab: Tab, said: dict[str, str]) -> set[str]:
    """Whole English texts of the catalogue on the page; what is the same in both is no finding."""
    same = set(said.values())
    return {
        text
        for text in tab.page.evaluate(WORDS)
        if len(text) > 3 and text in said and text not in same
    }


def begin(tab: Tab, language: str) -> None:
    tab.go("/signin")
    tab.page.evaluate("language => localStorage.setItem('invigil-language', language)", language)
    tab.go("/signin")
    tab.page.locator("input[type=email]").fill(tab.cast.stage.email)
    tab.page.locator("input[type=password]").fill(tab.cast.stage.password)
    tab.page.locator("button[type=submit]").click()
    tab.page.wait_for_url("**/live")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_speaks_the_language_and_fits_the_screen(
    language: str, open_tab: Callable[..., Tab], cast: Cast
):
    said = catalogue(language)
    tab = open_tab(width=1280, height=720)
    begin(tab, language)
    left: dict[str, set[str]] = {}
    findings: dict[str, list[str]] = {}
    for name, (path, _) in PAGES.items():
        tab.go(address(path, cast))
        expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
        tab.page.wait_for_load_state("networkidle")
        keep_picture(tab, f"{name}-{language}")
        assert tab.page.evaluate("document.documentElement.lang") == language
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280, name
        left[name] = english_left(tab, said)
        findings[name] = tab.severe_findings()
    assert {name: found for name, found in left.items() if found} == {}
    assert {name: found for name, found in findings.items() if found} == {}


def test_a_chosen_language_stays_until_another_is_chosen(tab: Tab):
    tab.go("/signin")
    tab.page.get_by_role("button", name="Language: English").click()
    tab.page.get_by_role("menuitem", name="Deutsch").click()
    expect(tab.page.get_by_role("heading", name="Anmelden")).to_be_visible()
    begin(tab, "de")
    tab.page.reload()
    expect(tab.page.get_by_role("link", name="Fragensätze")).to_be_visible()
    tab.page.get_by_role("button", name="Konto von").click()
    chosen = tab.page.get_by_role("menuitem", name="Deutsch")
    expect(chosen).to_have_attribute("aria-current", "true")
    tab.page.get_by_role("menuitem", name="Español").click()
    expect(tab.page.get_by_role("link", name="Cuestionarios")).to_be_visible()
    assert tab.page.evaluate("document.documentElement.lang") == "es"
