"""An author wants further questions; a reviewer reads one behind the answer that it is about."""

import time

import httpx
import pytest
from playwright.sync_api import expect

from shared.events import AnswerDone, AnswerRevised, InstructionApplied
from tests.server.candidate_machine import CandidateMachine
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.stage import HOSTILE, begin

pytestmark = pytest.mark.browser
PREPARED = f"Which figure would you look at first? {HOSTILE}"


@pytest.fixture
def paper(cast: Cast) -> str:
    with cast.stage.admin() as http:
        made = http.post("/api/admin/papers", json={"title": "With further ones"}).json()["id"]
        body = {"kind": "written", "prompt": "How would you make a page faster?"}
        http.post(f"/api/admin/papers/{made}/questions", json=body).raise_for_status()
    return made


def test_they_are_off_until_an_author_wants_them_and_prepares_some(
    tab: Tab, cast: Cast, paper: str
):
    page = tab.page
    tab.go(f"/papers/{paper}")
    expect(page.get_by_text("None: interviews ask what the paper asks.")).to_be_visible()
    page.get_by_role("combobox", name="About spoken and written answers").click()
    page.get_by_role("option", name="Two in an interview").click()
    page.get_by_label("Two questions about the code").check()
    page.get_by_label("Seconds to answer each").fill("90")
    page.get_by_role("button", name="Save further questions").scroll_into_view_if_needed()
    keep_picture(tab, "paper-further-questions")
    assert tab.severe_findings() == []
    page.get_by_role("button", name="Save further questions").click()
    expect(page.get_by_text("At most 2 about answers")).to_be_visible()
    page.get_by_role("button", name="Edit question 1").click()
    form = page.get_by_role("form", name="Question")
    form.get_by_label("Prepared further questions").fill(f"{PREPARED}\n\nAnd then?")
    keep_picture(tab, "question-prepared-further")
    form.get_by_role("button", name="Save question").click()
    expect(form).to_have_count(0)
    with cast.stage.admin() as http:
        kept = http.get(f"/api/admin/papers/{paper}").json()
    policy = kept["policy"]
    assert (policy["follow_ups"], policy["viva"], policy["follow_up_time_s"]) == (2, True, 90)
    assert kept["questions"][0]["follow_ups"] == [PREPARED, "And then?"]


def test_a_reviewer_reads_it_behind_the_answer_that_it_is_about(tab: Tab, cast: Cast, paper: str):
    with cast.stage.admin() as http:
        question = http.get(f"/api/admin/papers/{paper}").json()["questions"][0]["id"]
        policy = {"follow_ups": 1, "follow_up_time_s": 60}
        change = {"follow_ups": [PREPARED]}
        http.patch(f"/api/admin/papers/{paper}", json={"policy": policy}).raise_for_status()
        http.patch(f"/api/admin/questions/{question}", json=change).raise_for_status()
    session, token = cast.stage.invite("Amira Haddad", paper_id=paper)
    with httpx.Client(base_url=cast.stage.url, timeout=30) as http:
        machine, (asked,) = begin(http, token, knows=("ask",))
        answer(machine, asked.id, "I would measure first, and then put a cache in front of it.")
        given = waited(machine)
        assert (given.number, given.action, given.seconds) == (1, "ask", 60)
        machine.append(InstructionApplied(number=1, action="ask"))
        machine.sync(machine.rows[-1:], applied=1)
        with cast.stage.admin() as admin:
            answers = admin.get(f"/api/admin/result/{session}").json()["answers"]
        further = answers[1]["question"]["id"]
        answer(machine, further, "The time until the first byte.")
        machine.finish()
    tab.go(f"/interviews/{session}")
    shown = tab.page.get_by_role("heading", name="Further question to 1")
    expect(shown).to_be_visible()
    expect(tab.page.get_by_text("Prepared with the question; no language model")).to_be_visible()
    expect(tab.page.get_by_text("The time until the first byte.")).to_be_visible()
    expect(tab.page.get_by_text("Nothing scores this answer.")).to_be_visible()
    shown.scroll_into_view_if_needed()
    keep_picture(tab, "review-further-question")
    assert tab.severe_findings() == []


def answer(machine: CandidateMachine, question: str, text: str) -> None:
    machine.append(AnswerRevised(question=question, revision=1, text=text, at_ms=1000))
    machine.append(AnswerDone(question=question, revision=1, spent_ms=900))
    machine.sync(machine.rows[-2:])


def waited(machine: CandidateMachine):
    """What the server's own worker asks in the background."""
    until = time.monotonic() + 20
    while not (found := machine.sync([]).instructions) and time.monotonic() < until:
        time.sleep(0.1)
    assert found, "nothing was asked within 20 s"
    return found[0]
