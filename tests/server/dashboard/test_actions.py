"""What a proctor asks on the live page, and what becomes of it."""

import re

import httpx
import pytest
from playwright.sync_api import Locator, expect

from shared.events import InstructionApplied, InstructionRead
from tests.server.candidate_machine import CandidateMachine
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import begin, portrait

pytestmark = pytest.mark.browser


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """Another person in each test: the stage is one for all."""
    return {"test_a_message": "Ines Moreau"}.get(request.node.name[:14], "Tomas Berg")


@pytest.fixture
def machine(cast: Cast, name: str):
    session, token = cast.stage.invite(name, policy={"thumbnails": True})
    with httpx.Client(base_url=cast.stage.url, timeout=30) as http:
        machine, _ = begin(http, token)
        path, jpeg = "/api/video/frame", portrait()
        answer = http.post(
            f"{path}?session={session}", content=jpeg, headers=machine.headers("POST", path, jpeg)
        )
        assert answer.status_code == 204, answer.text
        yield machine
        machine.sync([], applied=99)


def tile(tab: Tab, name: str) -> Locator:
    return tab.page.get_by_role("listitem").filter(has_text=name)


def choose(tab: Tab, name: str, action: str) -> Locator:
    tab.page.get_by_role("button", name=f"Actions for {name}").click()
    tab.page.get_by_role("menuitem", name=action).click()
    return tab.page.get_by_role("dialog")


def test_a_message_is_sent_shown_and_read(tab: Tab, machine: CandidateMachine, name: str):
    expect(tile(tab, name).get_by_alt_text(f"Camera of {name}")).to_be_visible()
    dialog = choose(tab, name, "Send a message")
    expect(dialog.get_by_role("button", name="Send")).to_be_disabled()
    dialog.get_by_label("Message").fill("Please move your lamp <b>a little</b>.")
    dialog.get_by_label("Reason").click()
    tab.page.get_by_role("option", name="Camera picture not clear").click()
    expect(dialog).to_contain_text("The picture of your camera is not clear enough.")
    keep_picture(tab, "action-message")
    assert tab.severe_findings() == []
    dialog.get_by_role("button", name="Send").click()
    expect(tile(tab, name)).to_contain_text("Message, not applied yet: “Please move your lamp <b>")
    (given,) = machine.sync([]).instructions
    machine.append(InstructionApplied(number=1, action="message"))
    machine.sync(machine.rows[-1:], applied=given.number)
    expect(tile(tab, name)).to_contain_text("Message, shown")
    machine.append(InstructionRead(number=1))
    machine.sync(machine.rows[-1:], applied=1)
    expect(tile(tab, name)).to_contain_text("Message, read")
    keep_picture(tab, "live-actions")


def test_an_end_is_asked_for_and_can_be_undone(tab: Tab, machine: CandidateMachine, name: str):
    dialog = choose(tab, name, "End the interview")
    expect(dialog).to_contain_text("You can re-open it later")
    dialog.get_by_label("Reason").click()
    tab.page.get_by_role("option", name="Technical problem").click()
    keep_picture(tab, "action-end")
    dialog.get_by_role("button", name="End the interview").click()
    expect(tile(tab, name)).to_contain_text("Ended early")
    expect(tile(tab, name).get_by_alt_text(re.compile("Camera"))).to_have_count(0)
    tab.page.get_by_role("link", name=name).click()
    expect(tab.page.get_by_text("What was asked of the candidate")).to_be_visible()
    dialog = choose(tab, name, "Re-open")
    dialog.get_by_label("Reason").click()
    tab.page.get_by_role("option", name="Undo a mistake of ours").click()
    dialog.get_by_role("button", name="Re-open").click()
    given = tab.page.get_by_role("list", name="Actions, the newest first")
    expect(given.get_by_role("listitem").first).to_contain_text("Re-opened")
    expect(given.get_by_role("listitem").first).to_contain_text("not applied yet")
    keep_picture(tab, "interview-actions")
    assert tab.severe_findings() == []


def test_who_is_covered_by_what_was_found_is_seen_and_let_go_on(tab: Tab, cast: Cast):
    name = "Noor Haddad"
    _, token = cast.stage.invite(name, policy={"blocks": ["displays", "processes"]})
    with httpx.Client(base_url=cast.stage.url, timeout=30) as http:
        machine, _ = begin(http, token)
        machine.sync([], heartbeat={"question": 1, "blocks": ["displays"]})
        expect(tile(tab, name)).to_contain_text("Covered: another or a mirrored display")
        dialog = choose(tab, name, "Let go on")
        expect(dialog).to_contain_text("if anything else is found")
        dialog.get_by_label("Reason").click()
        tab.page.get_by_role("option", name="Agreed accommodation").click()
        keep_picture(tab, "action-let-on")
        assert tab.severe_findings() == []
        dialog.get_by_role("button", name="Let go on").click()
        words = "Let go on in spite of another or a mirrored display"
        expect(tile(tab, name)).to_contain_text(f"{words}, not applied yet")
        (given,) = machine.sync([], heartbeat={"question": 1}).instructions
        assert (given.action, given.text) == ("let_on", "displays")
        machine.sync([], applied=given.number, heartbeat={"question": 1})
        expect(tile(tab, name)).to_contain_text(f"{words}, shown")
        expect(tile(tab, name)).not_to_contain_text("Covered")
