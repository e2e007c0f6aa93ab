"""Every page in a real browser against the real server: it renders, obeys the policy, is usable."""

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import DASHBOARD, Cast, Tab, keep_picture
from tests.server.dashboard.stage import HOSTILE

pytestmark = pytest.mark.browser

PAGES: dict[str, tuple[str, str]] = {
    "live": ("/live", "Jonas Weber"),
    "interviews": ("/interviews", "Priya Raman"),
    "invite": ("/interviews/new", "Accommodations"),
    "papers": ("/papers", "Backend engineer: sample interview"),
    "paper": ("/papers/{paper}", "Question 4"),
    "new-paper": ("/papers/new", "Create paper"),
    "results": ("/results", "Priya Raman"),
    "reviews": ("/reviews", "Scores to settle"),
    "calibration": ("/calibration", "Your own graded answers"),
    "review": ("/interviews/{handed_in}", "How it went"),
    "running": ("/interviews/{running}", "How it went"),
    "invited": ("/interviews/{invited}", "Withdraw invite"),
    "terms": ("/interviews/{invited}/terms", "Sensitivity"),
    "computer-checks": ("/interviews/checks", "Failed: Camera"),
    "computer-check": ("/interviews/{invited}/readiness", "What to do"),
    "system": ("/system", "Background work"),
    "nowhere": ("/nowhere", "This address leads nowhere."),
}
"""Address and a text that is there once the page has what it shows."""


def address(path: str, cast: Cast) -> str:
    return path.format(
        paper=cast.stage.paper,
        handed_in=cast.handed_in,
        running=cast.running,
        invited=cast.invited,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_renders_under_the_policy_and_is_accessible(
    scheme: str, open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab(scheme=scheme)
    tab.go("/signin")
    expect(tab.page.get_by_role("heading", name="Sign in")).to_be_visible()
    findings = {"signin": tab.severe_findings()}
    keep_picture(tab, f"signin-{scheme}")
    tab.sign_in()
    tab.page.wait_for_url("**/live")
    for name, (path, landmark) in PAGES.items():
        tab.go(address(path, cast))
        expect(tab.page.get_by_text(landmark).first).to_be_visible()
        tab.page.wait_for_load_state("networkidle")
        findings[name] = tab.severe_findings()
        keep_picture(tab, f"{name}-{scheme}")
    assert {name: found for name, found in findings.items() if found} == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (820, 1180)])
def test_no_page_is_wider_than_the_screen(
    width: int, height: int, open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab(width=width, height=height)
    tab.go("/signin")
    tab.sign_in()
    tab.page.wait_for_url("**/live")
    for name, (path, landmark) in PAGES.items():
        tab.go(address(path, cast))
        expect(tab.page.get_by_text(landmark).first).to_be_visible()
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, name
        keep_picture(tab, f"{name}-{width}")


def test_hostile_names_are_shown_as_text(tab: Tab, cast: Cast):
    tab.go(f"/interviews/{cast.invited}")
    heading = tab.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(HOSTILE)
    tab.go("/interviews")
    link = tab.page.locator(f"a[href='/interviews/{cast.invited}']")
    expect(link).to_have_text(HOSTILE)
    assert tab.page.locator("img[src='x']").count() == 0
    assert tab.page.title() == "Interviews · Invigil"


def test_the_first_page_needs_at_most_300_kb_compressed(tab: Tab):
    tab.page.reload()
    tab.page.wait_for_load_state("networkidle")
    loaded = tab.page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert all(name.startswith(tab.cast.stage.url) for name in loaded), "nothing from other hosts"
    assets = {name.rpartition("/")[2] for name in loaded if "/assets/" in name}
    assert assets, "the page loads its own assets"
    folder = DASHBOARD / "dist" / "assets"
    assert sum(len(gzip.compress((folder / name).read_bytes())) for name in assets) <= 300_000
