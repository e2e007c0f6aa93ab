"""The page of webhooks and background work in a real browser: added, tried, looked after."""

import pytest
from playwright.sync_api import expect

from server import outbox
from server.db import open_database
from server.models import Outbox
from server.models.base import utc_now
from server.settings import read_settings
from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser


@pytest.fixture
def failed_job(cast: Cast) -> None:
    """A job that was tried three times and lies dead; another try would do it."""
    database = open_database(read_settings({}, data_dir=cast.stage.folder / "data"))
    with database.write() as db:
        job = Outbox(
            topic="total",
            key="a total that failed",
            payload_json=f'{{"session": "{cast.handed_in}"}}',
            created_at=utc_now(),
            due_at=utc_now(),
            attempts=outbox.MAX_ATTEMPTS,
            state="dead",
            last_error="its worker died",
        )
        db.add(job)
    database.close()


def test_a_super_admin_adds_an_address_tries_it_and_revives_what_failed(
    tab: Tab, failed_job: None
) -> None:
    page = tab.page
    tab.go("/system")
    expect(page.get_by_text("No system is told anything yet.")).to_be_visible()
    expect(page.get_by_text("its worker died")).to_be_visible()
    assert tab.severe_findings() == []

    page.get_by_role("button", name="Add an address").click()
    dialog = page.get_by_role("dialog", name="Add an address")
    dialog.get_by_label("Address").fill("http://127.0.0.1:9/told")
    dialog.get_by_label("Score overridden").check()
    keep_picture(tab, "system-add")
    dialog.get_by_role("button", name="Add", exact=True).click()
    secret = page.get_by_role("dialog", name="The secret that signs")
    assert len(secret.get_by_label("Secret").input_value()) >= 32
    secret.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)

    # A private address is told nothing, and the list of messages says what to set.
    page.get_by_role("button", name="Send a test").click()
    expect(page.get_by_text("The address is private")).to_be_visible(timeout=20_000)
    keep_picture(tab, "system")
    assert tab.severe_findings() == []

    page.get_by_role("button", name="Try again: total of").click()
    expect(page.get_by_text("its worker died")).to_have_count(0)

    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Out of service")).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    sure = page.get_by_role("dialog", name="Delete this address?")
    sure.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("No system is told anything yet.")).to_be_visible()
