"""One's own account in a real browser: app, passkey, recovery codes, sign-ins, the proof asked for.

The server is reached as localhost, because passkeys need a name; Chromium brings a virtual
authenticator.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pyotp.totp import TOTP

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import close_stage, open_stage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    """A server of its own: other tests sign in with a password alone."""
    stage = open_stage(tmp_path_factory.mktemp("account"), INVIGIL_HOST="localhost")
    try:
        yield Cast(stage, "", "", "")
    finally:
        close_stage(stage)


def row(page: Page, title: str):
    return page.get_by_role("region", name=title)


def settled(page: Page, title: str) -> None:
    """The dialog has faded in."""
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog).to_have_css("opacity", "1")


def open_account(tab: Tab) -> Page:
    tab.page.get_by_role("button", name="Account of").click()
    tab.page.get_by_role("menuitem", name="Account and sign-in").click()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Account and sign-in")
    return tab.page


def test_the_proof_is_asked_for_and_the_request_goes_on(tab: Tab, cast: Cast) -> None:
    """The server says that the sign-in is not fresh; it is asked through a route of the page."""
    page = tab.page
    stale = {"status": 403, "content_type": "application/problem+json"}
    body = '{"title":"Prove it.","status":403,"code":"step_up_needed","detail":""}'
    refused: list[str] = []

    def once(route) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.url)
        route.fulfill(body=body, **stale)

    page.route("**/api/auth/totp", once)
    open_account(tab)
    row(page, "Authenticator app").get_by_role("button", name="Set up").click()
    dialog = page.get_by_role("dialog", name="Is it you?")
    expect(dialog).to_be_visible()
    settled(page, "Is it you?")
    keep_picture(tab, "step-up")
    assert tab.severe_findings() == []
    dialog.get_by_label("Your password").fill("not the password")
    dialog.get_by_role("button", name="Confirm").click()
    expect(dialog.get_by_role("alert")).to_contain_text("That did not prove that it is you.")
    dialog.get_by_label("Your password").fill(cast.stage.password)
    dialog.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("dialog", name="Set up an authenticator app")).to_be_visible()
    assert len(refused) == 1
    assert len(tab.complaints) == 2, "Chromium reports both refusals"
    assert all("status of 403" in each for each in tab.complaints)
    tab.complaints.clear()


def test_app_passkey_codes_and_the_way_back_in(tab: Tab, cast: Cast, open_tab) -> None:
    page = open_account(tab)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    expect(page.get_by_role("menu")).to_have_count(0)  # it fades for a moment
    keep_picture(tab, "account-empty")
    assert tab.severe_findings() == []

    row(page, "Authenticator app").get_by_role("button", name="Set up").click()
    dialog = page.get_by_role("dialog")
    secret = dialog.get_by_label("Or type this secret").input_value()
    assert dialog.get_by_role("img", name="QR code").evaluate("each => each.naturalWidth") > 100
    settled(page, "Set up an authenticator app")
    keep_picture(tab, "account-app")
    assert tab.severe_findings() == []
    dialog.get_by_label("Code from your app").fill(TOTP(secret).now())
    dialog.get_by_role("button", name="Turn on").click()
    expect(page.get_by_role("heading", name="Keep these recovery codes")).to_be_visible()
    shown = page.get_by_role("dialog").locator("pre")
    expect(shown).to_have_count(10)
    codes = shown.all_inner_texts()
    settled(page, "Keep these recovery codes")
    keep_picture(tab, "account-codes")
    page.get_by_role("button", name="I have kept them").click()

    row(page, "Passkeys").get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("Chrome on Linux").first).to_be_visible()
    expect(page.get_by_text("not used yet")).to_be_visible()
    keep_picture(tab, "account-full")
    assert tab.severe_findings() == []

    page.get_by_role("button", name="Account of").click()
    page.get_by_role("menuitem", name="Sign out").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/live")

    other = open_tab()
    other.go("/signin")
    keep_picture(other, "signin-passkey")
    other.sign_in()
    expect(other.page.get_by_role("heading", name="One more step")).to_be_visible()
    keep_picture(other, "signin-second")
    assert other.severe_findings() == []
    other.page.get_by_role("button", name="Use a recovery code").click()
    other.page.get_by_label("Recovery code").fill(codes[0])
    other.page.get_by_role("button", name="Sign in", exact=True).click()
    other.page.wait_for_url("**/live")

    page = open_account(tab)
    listed = row(page, "Where you are signed in")
    expect(listed.get_by_text("Password and recovery code")).to_be_visible()
    listed.get_by_role("button", name="Sign out all others").click()
    expect(listed.get_by_role("listitem")).to_have_count(1)
    expect(row(page, "Recovery codes")).to_contain_text("9 of 10 are still good.")
