"""A team's paper is handed over in a real browser: by its lead, to a colleague, once confirmed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.server.dashboard.conftest import Cast, Tab, keep_picture

pytestmark = pytest.mark.browser
LEAD = {"email": "lena@invigil.example", "name": "Lena Lead", "password": "a good long password"}
NEXT = {"email": "nils@invigil.example", "name": "Nils Next", "password": "a good long password"}


@pytest.fixture
def paper(cast: Cast) -> str:
    """A paper of the team that Lena leads."""
    with cast.stage.admin() as http:
        lena, _ = (
            http.post("/api/admin/users", json={**person, "role": "admin"})
            .raise_for_status()
            .json()["id"]
            for person in (LEAD, NEXT)
        )
        team = http.post("/api/admin/teams", json={"name": "Compilers"}).raise_for_status().json()
        http.put(f"/api/admin/teams/{team['id']}/members/{lena}", json={"lead": True})
        asked = {"title": "Compiler engineer", "duration_s": 1800, "team_id": team["id"]}
        return http.post("/api/admin/papers", json=asked).raise_for_status().json()["id"]


def test_a_lead_hands_the_teams_paper_over_and_sees_it_no_longer(
    open_tab: Callable[..., Tab], paper: str
) -> None:
    tab = open_tab()
    sign_in(tab, LEAD)
    tab.go(f"/papers/{paper}")
    tab.page.get_by_role("button", name="Share").click()
    shown = tab.page.get_by_role("dialog", name="Who has it")
    expect(shown).to_contain_text("The team Compilers has it.")
    shown.get_by_role("button", name="Hand over").click()
    dialog = tab.page.get_by_role("dialog", name="Hand over this paper")
    expect(dialog).to_contain_text("The new owner alone decides")
    expect(dialog.get_by_role("button", name="Hand over")).to_be_disabled()
    dialog.get_by_placeholder("Type a name").fill("nils")
    tab.page.get_by_role("option", name="Nils Next").click()
    keep_picture(tab, "hand-over")
    assert tab.severe_findings() == []
    dialog.get_by_role("button", name="Hand over").click()
    expect(tab.page.get_by_text("Handed over: 1 paper, 0 interviews.")).to_be_visible()
    expect(dialog).to_have_count(0)
    # The paper's page is left: it is not hers to read any more.
    tab.page.wait_for_url("**/papers")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Papers")
    expect(tab.page.get_by_text("Compiler engineer")).to_have_count(0)

    theirs = open_tab()
    sign_in(theirs, NEXT)
    theirs.go(f"/papers/{paper}")
    theirs.page.get_by_role("button", name="Share").click()
    expect(theirs.page.get_by_role("dialog")).to_contain_text("Nils Next has it.")


def sign_in(tab: Tab, person: dict[str, str]) -> None:
    tab.go("/signin")
    tab.page.get_by_label("E-mail").fill(person["email"])
    tab.page.get_by_label("Password", exact=True).fill(person["password"])
    tab.page.get_by_role("button", name="Sign in").click()
    tab.page.wait_for_url("**/live")
