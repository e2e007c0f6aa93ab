"""What candidates see of their invitation in a browser, in every state it can be in."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import HOSTILE

pytestmark = pytest.mark.browser


@pytest.fixture
def page_of(open_tab):
    """Opens an invitation; refusals that the browser itself reports are expected here."""
    tab = open_tab()

    def visit(token: str) -> Tab:
        tab.go(f"/i#{token}")
        return tab

    yield visit
    tab.complaints[:] = [
        said for said in tab.complaints if "status of 404" not in said and "of 410" not in said
    ]


def window(opens: timedelta, closes: timedelta) -> dict[str, str]:
    now = datetime.now(UTC)
    return {"opens_at": (now + opens).isoformat(), "closes_at": (now + closes).isoformat()}


def test_an_invitation_says_who_invites_when_and_how_to_go_on(cast: Cast, page_of) -> None:
    _, token = cast.stage.invite(HOSTILE)
    tab = page_of(token)
    page = tab.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("invites you to an interview")
    expect(page.get_by_text("Times in Asia/Kolkata")).to_be_visible()
    expect(page.get_by_text("GMT+5:30")).to_be_visible()
    expect(page.get_by_text("Choose a quiet, well-lit room")).to_be_visible()
    opener = page.get_by_role("link", name="Open in Invigil")
    assert opener.get_attribute("href") == f"invigil://{page.evaluate('location.host')}/i#{token}"
    expect(page.get_by_text("choose the app for Linux")).to_be_visible()
    expect(page.get_by_text("It is too early")).to_be_hidden()
    assert tab.severe_findings() == []
    keep_picture(tab, "invite-ready")


def test_an_early_one_shows_its_time_and_says_so(cast: Cast, page_of) -> None:
    _, token = cast.stage.invite("Early", **window(timedelta(days=1), timedelta(days=2)))
    page = page_of(token).page
    expect(page.get_by_text("It is too early for this interview. Come back at")).to_be_visible()
    expect(page.get_by_role("link", name="Open in Invigil")).to_be_visible()


def test_withdrawn_and_unknown_ones_say_so_and_offer_no_way_in(cast: Cast, page_of) -> None:
    key, token = cast.stage.invite("Gone")
    with cast.stage.admin() as admin:
        change = {"cancel_reason": "filled"}
        admin.patch(f"/api/admin/interviews/{key}", json=change).raise_for_status()
    for secret, title in (
        (token, "This invite was withdrawn."),
        ("x" * 43, "This invite is not known here."),
    ):
        tab = page_of(secret)
        expect(tab.page.get_by_role("heading", name=title)).to_be_visible()
        expect(tab.page.get_by_role("link", name="Open in Invigil")).to_be_hidden()
    keep_picture(tab, "invite-unknown")


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"status": "completed"}, "This interview was already handed in."),
        ({"status": "terminated"}, "Your interview was ended by a person."),
        ({"server_time": "2099-01-01T00:00:00.000Z"}, "This invite has run out."),
    ],
)
def test_one_that_is_over_says_so(cast: Cast, page_of, change, title) -> None:
    _, token = cast.stage.invite("Over")
    tab = page_of("short")

    def answer(route) -> None:
        route.fulfill(json=route.fetch().json() | change)

    tab.page.route("**/api/interview/access/*", answer)
    tab = page_of(token)
    expect(tab.page.get_by_role("heading", name=title)).to_be_visible()
    expect(tab.page.get_by_role("link", name="Open in Invigil")).to_be_hidden()
