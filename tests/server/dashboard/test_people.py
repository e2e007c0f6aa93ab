"""Users, teams, tokens and sharing in a real browser: made, shown once, given on, taken back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


def test_a_colleague_is_invited_sets_a_password_and_signs_in(
    open_tab: Callable[..., Tab], cast: Cast
):
    tab = open_tab(width=1280, height=720)
    tab.go("/signin")
    tab.sign_in()
    tab.page.wait_for_url("**/live")
    tab.go("/users")
    tab.page.get_by_role("button", name="Invite a colleague").click()
    tab.page.get_by_label("Name").fill("Nora Newcomer")
    tab.page.get_by_label("E-mail").fill("nora@invigil.example")
    tab.page.get_by_label("Proctor: the live view and actions").uncheck()
    keep_picture(tab, "users-invite")
    tab.page.get_by_role("button", name="Invite", exact=True).click()
    link = tab.page.get_by_label("Link", exact=True).input_value()
    tab.page.get_by_role("button", name="Close").click()
    expect(tab.page.get_by_role("dialog")).to_have_count(0)
    expect(tab.page.get_by_text("Author, Scheduler, Reviewer")).to_be_visible()
    assert tab.severe_findings() == []
    keep_picture(tab, "users")

    tab.go("/teams")
    tab.page.get_by_role("button", name="New team").first.click()
    tab.page.get_by_label("Name").fill("Platform")
    tab.page.get_by_role("button", name="Make the team").click()
    tab.page.get_by_role("button", name="Members of Platform").click()
    tab.page.locator("input[placeholder='Type a name']").fill("nora")
    tab.page.get_by_role("option", name="Nora Newcomer").click()
    tab.page.get_by_role("button", name="Add", exact=True).click()
    expect(tab.page.get_by_role("button", name="Nora Newcomer leads the team")).to_be_visible()
    keep_picture(tab, "team")

    tab.go(f"/papers/{cast.stage.paper}")
    tab.page.get_by_role("button", name="Share").click()
    tab.page.locator("input[placeholder='Type a name']").fill("plat")
    tab.page.get_by_role("option", name="Platform").click()
    tab.page.get_by_role("dialog").get_by_role("button", name="Share", exact=True).click()
    expect(tab.page.get_by_role("button", name="Stop sharing with Platform")).to_be_visible()
    keep_picture(tab, "share")

    tab.go("/tokens")
    tab.page.get_by_role("button", name="New token").first.click()
    tab.page.get_by_label("What it is for").fill("Nightly report")
    tab.page.get_by_label("Reviewer: results").check()
    tab.page.get_by_role("button", name="Make the token").click()
    assert tab.page.get_by_label("Token", exact=True).input_value().startswith("ivt_")
    keep_picture(tab, "token-made")
    tab.page.get_by_role("button", name="Close").click()
    expect(tab.page.get_by_role("dialog")).to_have_count(0)
    assert tab.severe_findings() == []
    keep_picture(tab, "tokens")

    other = open_tab(width=1280, height=720)
    other.go("/welcome#" + link.partition("#")[2])
    other.page.get_by_label("Password", exact=True).fill("a good long password")
    other.page.get_by_label("The same once more").fill("a good long password")
    assert "#" not in other.page.url
    keep_picture(other, "welcome")
    other.page.get_by_role("button", name="Set the password").click()
    other.page.get_by_label("E-mail").fill("nora@invigil.example")
    other.page.get_by_label("Password", exact=True).fill("a good long password")
    other.page.get_by_role("button", name="Sign in").click()
    expect(other.page.get_by_role("link", name="Papers")).to_be_visible()
    expect(other.page.get_by_role("link", name="Live", exact=True)).to_have_count(0)
