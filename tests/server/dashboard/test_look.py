"""A person looks through a camera: what a real proctor process sends is decoded in Chromium."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from shared.looks import LIVE
from tests.server.dashboard.conftest import Cast, Tab, keep_picture
from tests.server.dashboard.seat import Seat
from tests.server.dashboard.stage import begin

pytestmark = [pytest.mark.browser, pytest.mark.samples]

NAME = "Amara Okafor"
KEEP_CONNECTIONS = """
const Real = window.RTCPeerConnection;
window.connections = [];
window.RTCPeerConnection = class extends Real {
  constructor(...given) { super(...given); window.connections.push(this); }
};
"""
"""So that a test can ask the page's own connection for its statistics."""
DECODED = """async () => {
  const stats = await window.connections.at(-1).getStats();
  const video = [...stats.values()].find((one) => one.type === "inbound-rtp");
  const codec = video && stats.get(video.codecId);
  return [video?.framesDecoded ?? 0, codec?.mimeType ?? "", video?.frameWidth ?? 0];
}"""
BRIGHTNESS = """() => {
  const video = document.querySelector("video");
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [48, 36];
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 48, 36);
  const pixels = context.getImageData(0, 0, 48, 36).data;
  const luma = pixels.filter((_, place) => place % 4 === 1);
  return [Math.min(...luma), Math.max(...luma)];
}"""


@pytest.fixture
def seat(cast: Cast) -> Iterator[Seat]:
    clip = Path(os.environ["INVIGIL_SAMPLES"]) / "people_video" / "video00.mp4"
    _, token = cast.stage.invite(NAME, policy={"live_camera": True})
    with httpx.Client(base_url=cast.stage.url, timeout=30) as http:
        machine, _ = begin(http, token, knows=(LIVE,))
        made = Seat(machine, clip)
        yield made
        made.close()


def seen(tab: Tab, frames: int) -> None:
    """Waits until so many pictures were decoded and shown."""
    tab.page.wait_for_function(
        "(wanted) => document.querySelector('video').getVideoPlaybackQuality()"
        ".totalVideoFrames >= wanted",
        arg=frames,
        timeout=60_000,
    )


def until(true: Callable[[], bool], words: str) -> None:
    deadline = time.monotonic() + 40
    while not true():
        assert time.monotonic() < deadline, words
        time.sleep(0.1)


def test_the_picture_of_a_real_proctor_arrives_and_ends_from_both_sides(tab: Tab, seat: Seat):
    page = tab.page
    page.add_init_script(KEEP_CONNECTIONS)
    page.reload()
    page.get_by_role("link", name=f"Look through the camera of {NAME}").click()
    expect(page.get_by_role("heading", name=f"Live camera of {NAME}")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Live")).to_be_visible(timeout=60_000)
    seen(tab, 30)
    decoded, codec, width = page.evaluate(DECODED)
    assert decoded >= 30
    assert (codec, width) == ("video/VP8", 480)
    darkest, brightest = page.evaluate(BRIGHTNESS)
    assert brightest - darkest > 60, "one even colour is no picture of a person"
    keep_picture(tab, "look-live")
    assert tab.severe_findings() == []
    assert [one.what for one in seat.noted] == ["began"]

    page.get_by_role("button", name="End the look").click()
    expect(page.get_by_role("alert")).to_contain_text("You ended the look.")
    until(lambda: seat.ends == ["closed"], "the candidate's side did not hear of the end")
    keep_picture(tab, "look-ended")
    assert tab.severe_findings() == []

    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_role("status").filter(has_text="Live")).to_be_visible(timeout=60_000)
    seen(tab, 5)
    page.get_by_role("link", name="← Live").click()
    until(lambda: len(seat.ends) == 2, "whoever leaves the page still looks")


@pytest.mark.expects_log
def test_a_proctor_that_dies_is_a_lost_picture_and_the_next_look_stands(tab: Tab, seat: Seat):
    page = tab.page
    tab.go(f"/live/{seat.session}")
    expect(page.get_by_role("status").filter(has_text="Live")).to_be_visible(timeout=60_000)
    seen(tab, 5)
    pid = seat.worker_pid
    assert pid is not None
    os.kill(pid, 9)
    expect(page.get_by_role("alert")).to_contain_text("The connection broke.")
    expect(page.get_by_role("status").filter(has_text="Lost")).to_be_visible()
    keep_picture(tab, "look-lost")
    until(lambda: seat.worker_pid not in (None, pid), "no other proctor began")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_role("status").filter(has_text="Live")).to_be_visible(timeout=60_000)
    seen(tab, 5)


def test_a_pause_ends_the_look_and_a_refusal_says_why(tab: Tab, seat: Seat, cast: Cast):
    page = tab.page
    tab.go(f"/live/{seat.session}")
    expect(page.get_by_role("status").filter(has_text="Live")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name=f"Actions for {NAME}").click()
    page.get_by_role("menuitem", name="Pause").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").click()
    page.get_by_role("option", name="Agreed break").click()
    dialog.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("The interview is paused: nobody is watched.")).to_be_visible()
    until(lambda: len(seat.ends) == 1, "the candidate's side did not hear of the end")

    tab.go(f"/live/{cast.running}")
    expect(page.get_by_role("alert")).to_contain_text("policy allows no live look")
    keep_picture(tab, "look-refused")
    assert tab.severe_findings() == []
    # Chromium reports the refusal itself; it is what this test asked for.
    assert len(tab.complaints) == 1
    assert "409" in tab.complaints.pop()
