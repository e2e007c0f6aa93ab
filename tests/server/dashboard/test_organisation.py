"""Signing in at the organisation in a real browser: away from our page, and back again."""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.server.auth.provider import CLIENT, SECRET, Provider, serving
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import close_stage, open_stage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(lambda: int(time.time())) as made:
        made.person = {
            "sub": "248289761001",
            "email": "helga@example.org",
            "email_verified": True,
            "name": "Helga Hiring",
            "groups": ["hr"],
        }
        yield made


@pytest.fixture(scope="module")
def cast(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    """A server where people sign in at their organisation as well."""
    stage = open_stage(
        tmp_path_factory.mktemp("organisation"),
        INVIGIL_OIDC_ISSUER=provider.issuer,
        INVIGIL_OIDC_CLIENT_ID=CLIENT,
        INVIGIL_OIDC_CLIENT_SECRET=SECRET,
        INVIGIL_OIDC_ROLES="hr=admin",
        INVIGIL_OIDC_NAME="Example Works",
    )
    yield Cast(stage, "", "", "")
    close_stage(stage)


def test_the_button_leads_to_the_organisation_and_back_to_the_page_that_was_asked_for(
    open_tab: Callable[..., Tab], provider: Provider
) -> None:
    tab = open_tab()
    tab.go("/papers")
    tab.page.wait_for_url("**/signin?next=*")
    button = tab.page.get_by_role("button", name="Sign in with Example Works")
    expect(button).to_be_visible()
    assert tab.severe_findings() == []
    keep_picture(tab, "signin-organisation")
    button.click()
    tab.page.wait_for_url("**/papers")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Papers")
    # The account was made with the role of its group; it holds after the page is loaded anew.
    tab.page.reload()
    tab.page.get_by_role("button", name="Account of Helga Hiring").click()
    expect(tab.page.get_by_role("menuitem", name="Server")).to_have_count(0)
    # The code was taken out of the address, and out of what the browser would go back to.
    assert "code=" not in tab.page.url
    assert provider.asked == {}


def test_whoever_has_no_group_reads_why_and_goes_back_to_the_sign_in(
    open_tab: Callable[..., Tab], provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(provider.person, "groups", ["staff"])
    monkeypatch.setitem(provider.person, "sub", "another")
    monkeypatch.setitem(provider.person, "email", "otto@example.org")
    tab = open_tab()
    tab.go("/signin")
    tab.page.get_by_role("button", name="Sign in with Example Works").click()
    refused = tab.page.get_by_role("alert")
    expect(refused).to_be_visible()
    keep_picture(tab, "signin-organisation-refused")
    assert tab.severe_findings() == []
    tab.page.get_by_role("link", name="Back to the sign-in").click()
    expect(tab.page.get_by_role("heading", name="Sign in")).to_be_visible()
    refusals = [one for one in tab.complaints if "status of 403" in one]
    assert tab.complaints == refusals, "Chromium reports the refusal, and nothing else"
    tab.complaints.clear()
