"""A small picture leaves only where it was agreed, and only while a question is open."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from client.exam import Held, Live, Screen, State
from client.proctor.types import Preview
from client.ui.consent import sections
from client.ui.thumbnail import jpeg_of, wanted
from shared.policy import Accommodations, Policy
from shared.sync import MAX_FRAME_BYTES, THUMBNAIL_PX
from tests.client.ui.test_window import asking

AGREED = replace(asking(1), policy=Policy(thumbnails=True))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AGREED, True),
        (asking(1), False),
        (replace(AGREED, paused=Held("break", 0)), False),
        (replace(AGREED, screen=Screen.FINISH), False),
        (replace(AGREED, screen=Screen.CONSENT), False),
        (replace(AGREED, live=Live(notices=("camera_lost",))), False),
    ],
)
def test_when_a_picture_may_leave(state: State, expected: bool):
    assert wanted(state) is expected


def test_it_is_small(qapp):
    noise = bytes(range(256)) * (480 * 360 * 3 // 256)
    jpeg = jpeg_of(Preview(noise + bytes(480 * 360 * 3 - len(noise)), 480, 360, 0.0))
    image = QImage.fromData(jpeg, "JPEG")  # type: ignore[call-overload]
    assert (image.width(), image.height()) == (THUMBNAIL_PX, 240)
    assert 0 < len(jpeg) <= MAX_FRAME_BYTES


def test_the_consent_says_so_and_only_then():
    def text(policy: Policy) -> str:
        return "\n".join(
            line for section in sections(policy, Accommodations()) for line in section.lines
        )

    assert "still picture" in text(Policy(thumbnails=True))
    assert "still picture" not in text(Policy())
