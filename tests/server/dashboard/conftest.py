"""One server with people on it, and a browser whose every complaint fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.server.dashboard.stage import (
    HOSTILE,
    ROOT,
    Stage,
    begin,
    check_computer,
    close_stage,
    look_away,
    open_stage,
    play,
)

DASHBOARD = ROOT / "server" / "dashboard"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE_MS = 15_000
"""Longest wait for anything on a page; a machine that does something else takes its time."""
EXPECTED_COMPLAINTS = ("the server responded with a status of 401",)
"""Chromium reports every failed request; asking who is here is one, when nobody is signed in."""


@dataclass(frozen=True)
class Cast:
    """Interviews in every situation, by id."""

    stage: Stage
    handed_in: str
    running: str
    invited: str
    """Its candidate has the hostile name."""


@dataclass
class Tab:
    """A page, and what its console said against it."""

    page: Page
    cast: Cast
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Opens one of our pages."""
        self.page.goto(self.cast.stage.url + path)

    def sign_in(self) -> None:
        """Through the form, on the page where the tab stands."""
        self.page.get_by_label("E-mail").fill(self.cast.stage.email)
        self.page.get_by_label("Password", exact=True).fill(self.cast.stage.password)
        self.page.get_by_role("button", name="Sign in").click()

    def severe_findings(self) -> list[str]:
        """What axe-core finds serious or critical on the page as it stands."""
        source = DASHBOARD / "node_modules" / "axe-core" / "axe.min.js"
        self.page.evaluate(source.read_text(encoding="utf-8"))
        found = self.page.evaluate("async () => (await axe.run(document)).violations")
        return [
            f"{each['id']}: {node['html'][:200]}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]


@pytest.fixture(scope="session")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    assert (DASHBOARD / "dist" / "index.html").is_file(), "run `python3 dev.py build dashboard`"
    stage = open_stage(tmp_path_factory.mktemp("stage"))
    try:
        with httpx.Client(base_url=stage.url, timeout=30) as http:
            handed_in, token = stage.invite(
                "Priya Raman",
                accommodations={"extra_time_percent": 25, "reads_aloud": True},
                policy={"light_challenge": True, "sensitivity": {"gaze_away_after_s": 5}},
            )
            machine, questions = begin(http, token)
            play(machine, questions)
            running, token = stage.invite("Jonas Weber")
            look_away(begin(http, token)[0])
            invited, token = stage.invite(HOSTILE)
            check_computer(http, token)
        yield Cast(stage, handed_in, running, invited)
    finally:
        close_stage(stage)


@pytest.fixture(scope="module")  # while Playwright runs, no other test can run an event loop
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield started
        started.close()


@pytest.fixture
def open_tab(browser: Browser, cast: Cast) -> Iterator[Callable[..., Tab]]:
    """Makes tabs; at the end none of them may have complained."""
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []

    def make(*, scheme: str = "light", width: int = 1280, height: int = 720) -> Tab:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            timezone_id="Europe/Berlin",
            locale="en-GB",
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        tab = Tab(context.new_page(), cast)
        tab.page.on("console", lambda said: _note(tab, said))
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tabs.append(tab)
        return tab

    yield make
    for context in contexts:
        context.close()
    assert [complaint for tab in tabs for complaint in tab.complaints] == []


@pytest.fixture
def tab(open_tab: Callable[..., Tab]) -> Tab:
    """Somebody signed in, on the live page."""
    signed_in = open_tab()
    signed_in.go("/signin")
    signed_in.sign_in()
    signed_in.page.wait_for_url("**/live")
    return signed_in


def keep_picture(tab: Tab, name: str) -> None:
    """A screenshot for people, where INVIGIL_SCREENS names a folder."""
    folder = os.environ.get("INVIGIL_SCREENS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        tab.page.screenshot(path=Path(folder) / f"{name}.png")


def _note(tab: Tab, said: ConsoleMessage) -> None:
    text = f"{said.text} at {said.location['url']}"
    known = any(known in text for known in EXPECTED_COMPLAINTS)
    if said.type in ("error", "warning") and not known:
        tab.complaints.append(text)
