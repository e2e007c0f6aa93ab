"""An interview of twenty thousand events: what a page draws and asks for does not grow with it."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Response, expect

from tests.bench.long_record import KINDS, ROWS, add_events
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import begin

pytestmark = pytest.mark.browser

MAX_ELEMENTS = 3000
"""Of the whole page; one of each event's own would be more than 60,000."""
MAX_BARS = len(KINDS) * 100
MAX_BYTES_OF_A_SIGNAL = 260
MAX_ANSWERS = 12


def test_twenty_thousand_events_are_drawn_as_what_fits_and_each_can_be_reached(
    open_tab: Callable[..., Tab], cast: Cast
):
    with httpx.Client(base_url=cast.stage.url, timeout=60) as http:
        session, token = cast.stage.invite("Long Timeline")
        begin(http, token)
    add_events(cast.stage, session)
    tab = open_tab()
    page = tab.page
    tab.go("/signin")
    tab.sign_in()
    page.wait_for_url("**/live")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    tab.go(f"/interviews/{session}")
    axis = page.get_by_role("group", name="Time axis of the interview")
    expect(axis).to_be_visible()
    listed = page.get_by_role("list", name="Signals in order")
    # The server hands out as many rows as were added, those of the beginning among them.
    expect(listed.locator("> li").first).to_have_attribute("aria-setsize", re.compile("99.."))

    asked = [each for each in answers if urlsplit(each.url).path.startswith("/api/")]
    results = [each for each in asked if urlsplit(each.url).path.endswith(f"/result/{session}")]
    assert len(results) == 1
    assert len(results[0].body()) < ROWS // 2 * MAX_BYTES_OF_A_SIGNAL
    assert len(asked) <= MAX_ANSWERS
    assert axis.get_by_role("button").count() <= MAX_BARS
    assert listed.locator("> li").count() < 40
    assert page.evaluate("document.querySelectorAll('*').length") < MAX_ELEMENTS
    keep_picture(tab, "timeline-long")
    assert tab.severe_findings() == []

    several = axis.get_by_role("button", name="A phone may be in the picture, ").nth(40)
    expect(several).to_have_accessible_name(
        re.compile(
            r"A phone may be in the picture, \d\d times, at most medium, 2\d:\d\d to 2\d:\d\d"
        )
    )
    several.press("Enter")
    whole = axis.get_by_role("button", name="Show the whole interview")
    expect(whole).to_be_focused()
    phone = axis.get_by_role("button", name="A phone may be in the picture, medium, 2").nth(7)
    keep_picture(tab, "timeline-near")
    phone.press("Enter")
    expect(phone).to_have_attribute("aria-pressed", "true")
    chosen = listed.locator("[data-chosen]")
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_contain_text("A phone may be")
    assert listed.locator("> li").count() < 40
    whole.press("Enter")
    expect(whole).to_have_count(0)
    expect(axis).to_be_focused()
    assert axis.get_by_role("button").count() <= MAX_BARS
