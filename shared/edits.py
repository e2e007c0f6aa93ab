"""How a text came to be: edits made from two texts, and a text made from edits again.

Pure. One rule: `applied(before, changes(before, after)) == after` for any two texts; positions
count characters (Unicode code points), so that a reader in any language finds the same place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.events import MAX_EDIT_CHARS, MAX_EDITS, AnswerEdited, AnswerRevised, Edit, EditOrigin

MANY_LINES = 8
"""From so many changed lines on (renaming, indenting) each line is an edit of its own, so that
what lies between them is not written twice."""


class DoesNotFit(ValueError):
    """An edit removes what does not stand there: something before it is missing."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits; raises DoesNotFit."""
    for edit in edits:
        end = edit.position + len(edit.removed)
        if text[edit.position : end] != edit.removed or edit.position > len(text):
            raise DoesNotFit(f"at {edit.position}: {len(edit.removed)} characters do not match")
        text = text[: edit.position] + edit.inserted + text[end:]
    return text


def rewound(text: str, edits: Sequence[Edit]) -> str:
    """The text before the edits that led to it; raises DoesNotFit."""
    for edit in reversed(edits):
        end = edit.position + len(edit.inserted)
        if text[edit.position : end] != edit.inserted or edit.position > len(text):
            raise DoesNotFit(f"at {edit.position}: {len(edit.inserted)} characters do not match")
        text = text[: edit.position] + edit.removed + text[end:]
    return text


def standing(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that an editor would undo from here; none where they do not lead to `text`.

    What was undone is gone from them: undoing it once more would bring it back.
    """
    try:
        before = rewound(text, edits)
        kept: list[Edit] = []
        # Of each text only its hash: 2,000 copies of a long one would be 200 MB.
        seen = [hash(before)]
        now = before
        for edit in edits:
            now = applied(now, (edit,))
            back = hash(now)
            if edit.origin == "undo" and back in seen:
                at = len(seen) - 1 - seen[::-1].index(back)
                del kept[at:], seen[at + 1 :]
            else:
                kept.append(edit)
                seen.append(back)
        return tuple(kept) if applied(before, kept) == text else tuple(edits)
    except DoesNotFit:
        return ()


def changes(before: str, after: str, *, at_ms: int, origin: EditOrigin) -> tuple[Edit, ...]:
    """The fewest edits of ours that lead from one text to the other; none where they are equal."""
    start = _same_start(before, after)
    end = _same_end(before, after, start)
    removed = before[start : len(before) - end]
    inserted = after[start : len(after) - end]
    if not removed and not inserted:
        return ()
    pieces: list[tuple[int, str, str]] = []
    old, new = removed.split("\n"), inserted.split("\n")
    if len(old) == len(new) >= MANY_LINES:
        at = start
        for was, now in zip(old, new, strict=True):
            if was != now:
                pieces.append(_narrowed(at, was, now))
            at += len(now) + 1
    else:
        pieces.append((start, removed, inserted))
    return tuple(
        Edit(at_ms=at_ms, position=at, removed=out, inserted=into, origin=origin)
        for piece in pieces
        for at, out, into in _in_parts(*piece)
    )


def batches(edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], ...]:
    """The same edits in groups that one row each can hold."""
    groups: list[list[Edit]] = []
    size = 0
    for edit in edits:
        length = len(edit.removed) + len(edit.inserted)
        full = groups and (len(groups[-1]) == MAX_EDITS or size + length > MAX_EDIT_CHARS)
        if not groups or full:
            groups.append([])
            size = 0
        groups[-1].append(edit)
        size += length
    return tuple(tuple(group) for group in groups)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the rows of one answer tell of its text."""

    text: str
    """After the last row."""
    steps: tuple[tuple[int, Edit], ...]
    """(life, edit) in order; a new life begins from the starter, as on another machine."""
    anchors: tuple[tuple[int, str], ...]
    """(number of the step, text before it) where a text was not reached by edits: the first one
    at 0, and one for each new life and each gap."""
    gaps: int
    """How often edits were missing."""


def replayed(starter: str, rows: Iterable[AnswerEdited | AnswerRevised]) -> Replayed:
    """Follows the rows of one question in the record's order; never raises.

    Where edits do not fit, the text is unknown until the next revision says it.
    """
    text, life, batch, gaps, lost = starter, 1, 0, 0, False
    steps: list[tuple[int, Edit]] = []
    anchors: list[tuple[int, str]] = [(0, starter)]
    for row in rows:
        if isinstance(row, AnswerRevised):
            if lost or text != row.text:
                # Without edits before it (a client of another kind), the revision is the start.
                gaps += 0 if lost or batch == 0 else 1
                text, lost = row.text, False
                anchors.append((len(steps), text))
            continue
        if row.batch == 1 and batch > 0:
            text, life, lost = starter, life + 1, False
            anchors.append((len(steps), text))
        elif row.batch != batch + 1:
            lost, gaps = True, gaps + (0 if lost else 1)
        batch = row.batch
        if lost:
            continue
        try:
            after = applied(text, row.edits)
            fits = len(after) == row.length
        except DoesNotFit:
            after, fits = text, False
        if not fits:
            lost, gaps = True, gaps + 1
            continue
        text = after
        steps += [(life, edit) for edit in row.edits]
    return Replayed(text, tuple(steps), tuple(anchors), gaps)


def _same_start(one: str, other: str) -> int:
    """Characters that both begin with; comparing halves is far faster than one by one."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(one: str, other: str, start: int) -> int:
    """Characters that both end with, not counting the first `start`."""
    low, high = 0, min(len(one), len(other)) - start
    while low < high:
        middle = (low + high + 1) // 2
        mine = one[len(one) - middle : len(one) - low]
        if mine == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _narrowed(at: int, was: str, now: str) -> tuple[int, str, str]:
    start = _same_start(was, now)
    end = _same_end(was, now, start)
    return at + start, was[start : len(was) - end], now[start : len(now) - end]


def _in_parts(at: int, removed: str, inserted: str) -> Iterable[tuple[int, str, str]]:
    """One edit as several, where it is too long for a row."""
    if len(removed) + len(inserted) <= MAX_EDIT_CHARS:
        yield at, removed, inserted
        return
    for from_ in range(0, len(removed), MAX_EDIT_CHARS):
        yield at, removed[from_ : from_ + MAX_EDIT_CHARS], ""
    for from_ in range(0, len(inserted), MAX_EDIT_CHARS):
        yield at + from_, "", inserted[from_ : from_ + MAX_EDIT_CHARS]
