"""The one picture that a rule may keep: small, cropped to its point, other people blurred.

One rule: where a picture may not or cannot be kept, the reason is said in its place.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from client.proctor.framing import framing
from client.proctor.rules import Rule
from client.proctor.scene import Scene
from client.proctor.types import Box
from shared.policy import Policy

HOUR_MS = 3_600_000
_PADDING = 0.35
"""Share of the face's box added on each side, so that hair and hands near it are seen."""
_THING_PADDING = 0.8
"""The same for an object: a phone alone says little, a phone in a hand says more."""
_BLUR_PADDING = 0.25
_MOSAIC = 6
"""Cells across a face that nobody should recognise."""
_JPEG_QUALITY = 82


def within_budget(taken_ms: tuple[int, ...], now_ms: int, policy: Policy) -> tuple[int, ...] | None:
    """The times of kept pictures with this one added, or None when the hour is full."""
    recent = tuple(at for at in taken_ms if now_ms - at < HOUR_MS)
    return (*recent, now_ms) if len(recent) < policy.evidence_per_hour else None


def picture_of(scene: Scene, policy: Policy, rule: Rule) -> bytes | None:
    """JPEG of what the rule is about; None where that is not in the scene."""
    framed = framing(scene, rule)
    if framed is None:
        return None
    rgb = _without(scene.frame.rgb, framed.blur)
    padding = _THING_PADDING if rule.about_things else _PADDING
    left, top, right, bottom = _corners(rgb, _around(framed.show), padding)
    crop = rgb[top:bottom, left:right]
    longest = max(crop.shape[:2])
    if longest > policy.evidence_max_edge_px:
        scale = policy.evidence_max_edge_px / longest
        size = (max(1, round(crop.shape[1] * scale)), max(1, round(crop.shape[0] * scale)))
        crop = cv2.resize(crop, size, interpolation=cv2.INTER_AREA)
    return jpeg(np.asarray(crop, dtype=np.uint8), _JPEG_QUALITY)


def jpeg(rgb: NDArray[np.uint8], quality: int) -> bytes:
    """(height, width, 3) RGB as a JPEG file; raises ValueError where it cannot be encoded."""
    bgr = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
    ok, encoded = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not ok:
        raise ValueError(f"a picture of {rgb.shape[1]} by {rgb.shape[0]} has no JPEG")
    return encoded.tobytes()


def _without(rgb: NDArray[np.uint8], boxes: tuple[Box, ...]) -> NDArray[np.uint8]:
    if not boxes:
        return rgb
    rgb = rgb.copy()
    for box in boxes:
        left, top, right, bottom = _corners(rgb, box, _BLUR_PADDING)
        face = rgb[top:bottom, left:right]
        cells = cv2.resize(face, (_MOSAIC, _MOSAIC), interpolation=cv2.INTER_AREA)
        size = (right - left, bottom - top)
        rgb[top:bottom, left:right] = cv2.resize(cells, size, interpolation=cv2.INTER_LINEAR)
    return rgb


def _around(boxes: tuple[Box, ...]) -> Box:
    left = min(box[0] for box in boxes)
    top = min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    bottom = max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top


def _corners(rgb: NDArray[np.uint8], box: Box, padding: float) -> tuple[int, int, int, int]:
    """Pixels left, top, right, bottom inside the frame, at least one pixel each way."""
    height, width = rgb.shape[:2]
    x, y, w, h = box
    left = int(np.clip((x - padding * w) * width, 0, width - 1))
    top = int(np.clip((y - padding * h) * height, 0, height - 1))
    right = int(np.clip((x + w + padding * w) * width, left + 1, width))
    bottom = int(np.clip((y + h + padding * h) * height, top + 1, height))
    return left, top, right, bottom
