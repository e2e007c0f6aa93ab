"""`dashboard`: what a person waits for in the browser: first page, wall, timeline, an event.

Debian's Chromium without a screen, against a server of this run. One rule: the page's own clock
measures, from what the person does or what was sent to what is on the page; nothing is asserted.
"""

import gzip
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, TimeoutError, WebSocketRoute, sync_playwright

from shared.events import Severity, SignalClosed, SignalOpened
from tests.bench.long_record import ROWS, add_events
from tests.bench.wall import frame, tile
from tests.server.dashboard.stage import (
    ROOT,
    Stage,
    begin,
    close_stage,
    open_stage,
    play,
)

LOADS, OPENINGS, EVENTS_SENT = 9, 7, 200
TILES, UPDATES_A_SECOND, WALL_S = 500, 5, 20
PATIENCE_MS = 60_000
_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
)
_ASSETS = ROOT / "server" / "dashboard" / "dist" / "assets"


def run() -> list[dict[str, Any]]:
    """Bytes and milliseconds, each beside its target."""
    chromium = shutil.which("chromium")
    if chromium is None or not _ASSETS.is_dir():
        why = "there is no Chromium here" if chromium is None else "run `dev.py build dashboard`"
        return [{"name": "dashboard", "ours": None, "note": why}]
    with tempfile.TemporaryDirectory(prefix="invigil-bench-") as folder:
        stage = open_stage(Path(folder))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=list(_ARGS))
                try:
                    return [
                        row
                        for measure in (_first_page, _wall, _event, _timeline)
                        for row in _measured(measure, browser, stage)
                    ]
                finally:
                    browser.close()
        finally:
            close_stage(stage)


def _measured(
    measure: Callable[[Browser, Stage], list[dict[str, Any]]], browser: Browser, stage: Stage
) -> list[dict[str, Any]]:
    """A measure's rows; where what it waits for never came, a row that says so."""
    try:
        return measure(browser, stage)
    except TimeoutError as error:
        name = f"dashboard, {measure.__name__.removeprefix('_').replace('_', ' ')}"
        why = f"not shown within {PATIENCE_MS / 1000:g} s: {str(error).splitlines()[0]}"
        return [{"name": name, "ours": None, "ok": False, "note": why}]


def _first_page(browser: Browser, stage: Stage) -> list[dict[str, Any]]:
    """From the address to the connected live page, nothing of it cached; and what it loads."""
    state = _sign_in(browser, stage)
    taken: list[float] = []
    size = 0
    for _ in range(LOADS):
        with browser.new_context(storage_state=state) as context:
            page = context.new_page()
            page.goto(f"{stage.url}/live", wait_until="commit")
            taken.append(_when(page, "document.body?.innerText.includes('Connected')"))
            loaded = page.evaluate(
                "performance.getEntriesByType('resource').map(each => each.name)"
            )
            names = {name.rpartition("/")[2] for name in loaded if "/assets/" in name}
            size = sum(len(gzip.compress((_ASSETS / name).read_bytes())) for name in names)
    return [
        {
            "name": "dashboard, first page",
            "measure": "scripts and styles that /live loads, gzipped",
            "ours": size,
            "unit": "bytes",
            "n": len(names),
            "target": "<= 300,000",
            "ok": size <= 300_000,
        },
        _row(
            "dashboard, first page usable",
            "from the address to the connected live page, nothing cached",
            taken,
            target_ms=1500,
        ),
    ]


def _timeline(browser: Browser, stage: Stage) -> list[dict[str, Any]]:
    """From the click in the list to the drawn axis of an interview with 20,000 events."""
    with httpx.Client(base_url=stage.url, timeout=60) as http:
        session, token = stage.invite("Long Timeline")
        play(*begin(http, token))
    add_events(stage, session)
    taken: list[float] = []
    with browser.new_context(storage_state=_sign_in(browser, stage)) as context:
        page = context.new_page()
        for _ in range(OPENINGS):
            page.goto(f"{stage.url}/interviews")
            link = page.locator(f"a[href='/interviews/{session}']")
            link.wait_for(timeout=PATIENCE_MS)
            page.evaluate(
                "id => { window.clickedAt = performance.now();"
                " document.querySelector(`a[href='/interviews/${id}']`).click(); }",
                session,
            )
            axis = "document.querySelector('[aria-label=\"Time axis of the interview\"]')"
            taken.append(_when(page, axis) - page.evaluate("window.clickedAt"))
    return [
        _row(
            f"dashboard, timeline of {ROWS:,} events",
            "from the click in the list to the drawn axis, SQLite",
            taken,
            target_ms=1000,
        )
    ]


def _wall(browser: Browser, stage: Stage) -> list[dict[str, Any]]:
    """Frames of the live page while 500 tiles all change five times a second."""
    tiles = [tile(number) for number in range(TILES)]

    def feed(route: WebSocketRoute) -> None:
        route.send(frame("snapshot", tiles))
        sockets.append(route)

    sockets: list[WebSocketRoute] = []
    with browser.new_context(
        storage_state=_sign_in(browser, stage), viewport={"width": 1280, "height": 720}
    ) as context:
        page = context.new_page()
        page.route_web_socket("**/api/admin/ws/dashboard", feed)
        page.goto(f"{stage.url}/live")
        page.get_by_text(f"{TILES} running").wait_for(timeout=PATIENCE_MS)
        page.wait_for_timeout(2000)
        page.evaluate(_RECORD_FRAMES)
        begun = time.monotonic()
        sent = 0
        while (now := time.monotonic() - begun) < WALL_S:
            if sent <= now * UPDATES_A_SECOND:
                sent += 1
                sockets[-1].send(frame("changes", [tile(n, turn=sent) for n in range(TILES)]))
            page.wait_for_timeout(5)
        page.wait_for_timeout(300)
        frames: list[float] = page.evaluate("window.frames")
        tasks: list[float] = page.evaluate("window.longTasks")
    late = [one for one in frames if one > 50]
    return [
        _row(
            f"dashboard, frames of {TILES} tiles",
            f"every tile changes {UPDATES_A_SECOND} times a second for {WALL_S} s "
            f"({sent} messages of {TILES} tiles); time between two frames",
            frames,
            target_ms=50,
            worst=True,
            note=f"{len(late)} of {len(frames)} frames over 50 ms; "
            f"{len(tasks)} tasks of the page over 50 ms, longest {max(tasks, default=0):.0f} ms",
        )
    ]


def _event(browser: Browser, stage: Stage) -> list[dict[str, Any]]:
    """From the sending of a signal's row, with what stands open, to its words on the live page."""
    taken: list[float] = []
    with (
        httpx.Client(base_url=stage.url, timeout=30) as http,
        browser.new_context(storage_state=_sign_in(browser, stage)) as context,
    ):
        _, token = stage.invite("Seen Live")
        machine, _ = begin(http, token)
        page = context.new_page()
        page.goto(f"{stage.url}/live")
        page.get_by_text("Seen Live").first.wait_for(timeout=PATIENCE_MS)
        page.evaluate(_RECORD_SIGNALS)
        for number in range(EVENTS_SENT):
            opens = number % 2 == 0
            onset = 1000 + 500 * (number // 2)
            at = (machine.now + timedelta(milliseconds=onset)).isoformat().replace("+00:00", "Z")
            body: SignalOpened | SignalClosed = (
                SignalOpened(
                    signal="phone",
                    severity=Severity.HIGH,
                    onset_ms=onset,
                    at_ms=onset + 100,
                )
                if opens
                else SignalClosed(
                    signal="phone",
                    onset_ms=onset,
                    ended_ms=onset + 200,
                    at_ms=onset + 300,
                )
            )
            row = machine.append(body, at=at)
            standing = {"question": 1, "open_signals": ["phone"] if opens else []}
            sent_at = time.time() * 1000
            machine.sync([row], heartbeat=standing)
            shown = page.wait_for_function(
                "([sent, open]) => window.seen"
                ".find(one => one.at >= sent && one.open === open)?.at",
                arg=[sent_at, opens],
                timeout=PATIENCE_MS,
            ).json_value()
            taken.append(shown - sent_at)
            page.wait_for_timeout(150 + 37 * (number % 9))  # not in step with the server's frames
    return [
        _row(
            "dashboard, event to screen",
            "from sending the row (its commit comes later) to its words on the live page",
            taken,
            target_ms=500,
            p95=True,
        )
    ]


_RECORD_FRAMES = """() => {
  window.frames = []; window.longTasks = [];
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) window.longTasks.push(task.duration);
  }).observe({type: 'longtask'});
  let last = null;
  const step = now => {
    if (last !== null) window.frames.push(now - last);
    last = now;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}"""
_RECORD_SIGNALS = """() => {
  window.seen = [];
  const look = () => {
    const list = document.querySelector('[aria-label="Open signals of Seen Live"]');
    const open = list !== null && list.innerText.includes('phone');
    if (window.seen.at(-1)?.open !== open) window.seen.push({at: Date.now(), open});
  };
  look();
  const all = {subtree: true, childList: true, characterData: true};
  new MutationObserver(look).observe(document.body, all);
}"""


def _sign_in(browser: Browser, stage: Stage) -> Any:
    """The cookies of somebody who signed in through the form."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{stage.url}/signin")
        page.get_by_label("E-mail").fill(stage.email)
        page.get_by_label("Password", exact=True).fill(stage.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/live", timeout=PATIENCE_MS)
        return context.storage_state()


def _when(page: Page, condition: str) -> float:
    """When it became true, in milliseconds since the page's navigation; looked at each frame."""
    expression = f"() => ({condition}) && performance.now()"
    return page.wait_for_function(expression, timeout=PATIENCE_MS).json_value()


def _row(
    name: str,
    measure: str,
    taken: Sequence[float],
    *,
    target_ms: float,
    worst: bool = False,
    p95: bool = False,
    note: str = "",
) -> dict[str, Any]:
    """Median, or what the target is about: the 95th of a hundred, or the worst of all."""
    ordered = sorted(taken)
    middle = statistics.median(ordered)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    counts = ordered[-1] if worst else high if p95 else middle
    word = "longest" if worst else "p95" if p95 else "median"
    return {
        "name": name,
        "measure": measure,
        "ours": counts,
        "unit": "ms",
        "n": len(ordered),
        "interval": [round(ordered[0], 1), round(ordered[-1], 1)],
        "target": f"{word} <= {target_ms:g} ms; median {middle:.0f}, p95 {high:.0f}, "
        f"longest {ordered[-1]:.0f}",
        "ok": counts <= target_ms,
        "note": note,
    }
