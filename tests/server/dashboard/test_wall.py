"""A wall of five hundred: only what is in sight is drawn, and all of it can be reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.bench.wall import frame, tile
from tests.server.dashboard.conftest import Tab, keep_picture

pytestmark = pytest.mark.browser


def test_five_hundred_tiles_are_told_and_only_a_screenful_is_drawn(open_tab: Callable[..., Tab]):
    tab = open_tab()
    tiles = [tile(number) for number in range(500)]
    sockets: list[WebSocketRoute] = []

    def feed(route: WebSocketRoute) -> None:
        route.send(frame("snapshot", tiles))
        sockets.append(route)

    tab.page.route_web_socket("**/api/admin/ws/dashboard", feed)
    tab.go("/signin")
    tab.sign_in()
    expect(tab.page.get_by_text("500 running")).to_be_visible()
    wall = tab.page.get_by_role("list", name="Running", exact=True)
    first = wall.locator("> li").first
    expect(first).to_have_attribute("aria-setsize", "500")
    assert wall.locator("> li").count() < 40
    keep_picture(tab, "wall-500")
    assert tab.severe_findings() == []
    shown = first.get_by_role("link").first.inner_text()
    tab.page.keyboard.press("End")
    last = wall.locator("> li[aria-posinset='500']")
    expect(last).to_be_in_viewport()
    assert wall.locator("> li").count() < 40
    name = last.get_by_role("link").first.inner_text()
    assert name != shown
    number = int(name.removeprefix("Candidate "))
    sockets[-1].send(frame("changes", [tile(number) | {"status": "paused"}]))
    expect(tab.page.get_by_text("Paused")).to_be_visible()
