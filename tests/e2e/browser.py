"""Pictures of the dashboard after a demo, by Chromium, for people who want to see it.

One rule: it signs in and looks like an admin would; where there is no Chromium it says so.
"""

import shutil
from pathlib import Path

CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SETTLE_MS = 1500
"""The live page never falls silent, so there is nothing better to wait for than a moment."""


def take_pictures(url: str, session: str, *, email: str, password: str, folder: Path) -> str:
    """Saves `dashboard-*.png` in `folder`; returns why not, or an empty text."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return "no pictures of the dashboard: Chromium is not installed"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(f"{url}/interviews/{session}")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text("points", exact=False).first.wait_for()
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=folder / "dashboard-interview.png")
        page.screenshot(path=folder / "dashboard-interview-whole.png", full_page=True)
        for name in ("live", "interviews", "papers", "results"):
            page.goto(f"{url}/{name}")
            page.wait_for_timeout(SETTLE_MS)
            page.screenshot(path=folder / f"dashboard-{name}.png")
        browser.close()
    return ""
