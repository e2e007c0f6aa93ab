"""All running interviews are ended in a real browser: with a reason, as many as were seen."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.server.candidate_machine import CandidateMachine
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import begin, close_stage, open_stage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    """A server of its own: what runs elsewhere goes on."""
    stage = open_stage(tmp_path_factory.mktemp("ended"))
    yield Cast(stage, "", "", "")
    close_stage(stage)


@pytest.fixture
def machines(cast: Cast) -> Iterator[list[CandidateMachine]]:
    """Two candidates in the middle of their interviews."""
    with httpx.Client(base_url=cast.stage.url, timeout=30) as http:
        yield [begin(http, cast.stage.invite(name)[1])[0] for name in ("Ines", "Tomas")]


def test_all_that_run_are_ended_with_a_reason(tab: Tab, machines: list[CandidateMachine]) -> None:
    page = tab.page
    page.get_by_role("button", name="End all").click()
    dialog = page.get_by_role("dialog", name="End every running interview?")
    expect(dialog).to_contain_text("2 interviews run.")
    expect(dialog.get_by_role("button", name="End all")).to_be_disabled()
    dialog.get_by_label("Reason").click()
    page.get_by_role("option", name="Technical problem").click()
    keep_picture(tab, "end-all")
    assert tab.severe_findings() == []
    dialog.get_by_role("button", name="End all").click()
    expect(page.get_by_text("2 interviews were ended.")).to_be_visible()
    expect(page.get_by_role("heading", name="Just ended")).to_be_visible()
    expect(page.get_by_role("button", name="End all")).to_have_count(0)
    for machine in machines:
        assert [one.action for one in machine.sync([]).instructions] == ["terminate"]
