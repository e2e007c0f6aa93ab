"""What the person can change about how they are heard: too quiet, too loud, noise, no sound.

Pure. One rule: a hint names what to do, comes from seconds of sound and never from one peak, and
goes away a little later than it came: it must not flicker while somebody reads it.
"""

from dataclasses import dataclass, replace

from client.speech.pcm import Block, Hint

WINDOW_S = 4.0
"""Seconds that are looked back on."""
SILENT_FOR_S = 2.0
CLIPPED_FOR_S = 1.0
QUIET_DBFS, HEARD_DBFS = -45.0, -42.0
"""RMS: below the first speech is too quiet, above the second it is not any more. Chosen, as the
levels below are; only this machine's virtual microphone was heard."""
NOISY_DBFS, CALM_DBFS = -40.0, -44.0
"""Of the quietest tenth, which is what lies between the words."""
SWING_DB = 8.0
"""Between loud and quiet blocks: speech comes and goes, rooms and fans stay as they are."""
HOLD_S = 2.0
"""A hint stands at least so long after its cause is gone."""
_ORDER: tuple[Hint, ...] = ("silent", "clipping", "noise", "too_quiet")


@dataclass(frozen=True, slots=True)
class Hearing:
    """The last seconds of one source, and what follows from them."""

    blocks: tuple[Block, ...] = ()
    heard: bool = False
    """Whether anything was loud enough since the source was opened."""
    hint: Hint | None = None
    left_s: float = 0.0
    """How long the hint stands on without its cause."""


def listened(before: Hearing, block: Block) -> Hearing:
    """What stands after one more block."""
    blocks = _last((*before.blocks, block), WINDOW_S)
    heard = before.heard or block.rms_dbfs >= HEARD_DBFS
    now = replace(before, blocks=blocks, heard=heard)
    cause = _cause(now)
    if cause is not None:
        return replace(now, hint=cause, left_s=HOLD_S)
    left_s = before.left_s - block.seconds
    if before.hint is None or left_s <= 0:
        return replace(now, hint=None, left_s=0.0)
    return replace(now, left_s=left_s)


def _cause(now: Hearing) -> Hint | None:
    return next((hint for hint in _ORDER if _holds(hint, now)), None)


def _holds(hint: Hint, now: Hearing) -> bool:
    blocks = now.blocks
    match hint:
        case "silent":
            return _spans(blocks, SILENT_FOR_S) and all(
                one.zero for one in _last(blocks, SILENT_FOR_S)
            )
        case "clipping":
            return any(one.clipped for one in _last(blocks, CLIPPED_FOR_S))
        case "noise":
            level = CALM_DBFS if now.hint == "noise" else NOISY_DBFS
            return _spans(blocks, WINDOW_S) and _share(blocks, 0.1) >= level
        case "too_quiet":
            level = HEARD_DBFS if now.hint == "too_quiet" else QUIET_DBFS
            low, high = _share(blocks, 0.1), _share(blocks, 0.95)
            # In a pause of somebody who can be heard nothing is wrong.
            speaks = high - low >= SWING_DB
            return _spans(blocks, WINDOW_S) and high < level and (speaks or not now.heard)


def _share(blocks: tuple[Block, ...], share: float) -> float:
    """The level below which that share of the blocks lies, in dBFS."""
    levels = sorted(one.rms_dbfs for one in blocks)
    return levels[min(len(levels) - 1, int(share * len(levels)))]


def _last(blocks: tuple[Block, ...], seconds: float) -> tuple[Block, ...]:
    total = 0.0
    for index in range(len(blocks) - 1, -1, -1):
        total += blocks[index].seconds
        if total >= seconds - 1e-9:
            return blocks[index:]
    return blocks


def _spans(blocks: tuple[Block, ...], seconds: float) -> bool:
    return sum(block.seconds for block in blocks) >= seconds - 1e-9
