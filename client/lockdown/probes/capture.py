"""Whether a program takes pictures of the screen: those known by name, and those the desktop tells.

Pure. One rule: what the system does not tell is said: X11 lets any program read the screen without
a trace, so there the absence of a known recorder is all that can be known.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation


@dataclass(frozen=True, slots=True)
class Captures:
    """What is known of captures."""

    programs: tuple[str, ...] | None
    """Listed recorders and sharers that run; None where programs cannot be listed."""
    streams: tuple[str, ...] | None = None
    """Programs to which the desktop sends the screen (PipeWire); None where nothing tells."""


def judge(captures: Captures, *, allowed: Collection[str] = ()) -> Answer:
    """`allowed`: programs, lower case, that may capture (a magnifier)."""
    streams = [one for one in captures.streams or () if one.lower() not in allowed]
    found = [f"{name} runs" for name in captures.programs or ()]
    found += [f"{plain(name, 40)} is given the screen" for name in streams]
    if found:
        return violation("capture", *sorted(found))
    if captures.programs is None:
        return unknown("capture", "the running programs cannot be listed")
    return ok("capture")


def screen_streams(dump: str) -> tuple[str, ...]:
    """Programs that take the screen, from `pw-dump`'s JSON; raises ValueError where it is none.

    The portal's own node says `Stream/Output/Video` and is fed by the compositor; whoever takes it
    is linked to it as `Stream/Input/Video`.
    """
    told = json.loads(dump)
    if not isinstance(told, list):
        raise ValueError("pw-dump answered no list")
    nodes: dict[int, dict[str, object]] = {}
    links: list[tuple[int, int]] = []
    for one in told:
        if not isinstance(one, dict) or not isinstance(one.get("info"), dict):
            continue
        props = one["info"].get("props") or {}
        if one.get("type") == "PipeWire:Interface:Node":
            nodes[int(one.get("id", -1))] = props
        elif one.get("type") == "PipeWire:Interface:Link":
            links.append((_id(one["info"], "output"), _id(one["info"], "input")))
    screens = {
        number
        for number, props in nodes.items()
        if props.get("media.class") == "Stream/Output/Video"
    }
    takers = {end for start, end in links if start in screens}
    names = (nodes[each] for each in takers if each in nodes)
    return tuple(sorted({_name(props) for props in names}))


def _id(info: dict[str, object], end: str) -> int:
    number = info.get(f"{end}-node-id", -1)
    return number if isinstance(number, int) else -1


def _name(props: dict[str, object]) -> str:
    for key in ("application.process.binary", "application.name", "node.name"):
        if isinstance(name := props.get(key), str) and name:
            return name
    return "a program without a name"
