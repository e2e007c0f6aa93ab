"""C14: screen recorders, by their programs and by what the desktop says that it gives away."""

import json

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.capture import Captures, judge, screen_streams
from client.preflight.programs import blocked_list

pytestmark = pytest.mark.adversarial


def node(number: int, kind: str, binary: str = "", name: str = "") -> dict[str, object]:
    props = {"media.class": kind, "application.process.binary": binary, "node.name": name}
    return {"id": number, "type": "PipeWire:Interface:Node", "info": {"props": props}}


def link(start: int, end: int) -> dict[str, object]:
    info = {"output-node-id": start, "input-node-id": end}
    return {"id": 99, "type": "PipeWire:Interface:Link", "info": info}


def test_whoever_the_desktop_gives_the_screen_to_is_named():
    dump = json.dumps([
        node(1, "Stream/Output/Video", "gnome-shell"),
        node(2, "Stream/Input/Video", "obs-hidden"),
        node(3, "Video/Source", "", "camera"),
        node(4, "Stream/Input/Video", "invigil"),
        node(5, "Stream/Input/Video", "", "nameless node"),
        link(1, 2),
        link(3, 4),
        link(1, 5),
        {"id": 6, "type": "PipeWire:Interface:Core", "info": None},
        "garbage",
    ])  # fmt: skip
    taken = screen_streams(dump)
    assert taken == ("nameless node", "obs-hidden")
    answer = judge(Captures((), taken))
    assert answer.evidence == (
        "nameless node is given the screen",
        "obs-hidden is given the screen",
    )


@pytest.mark.parametrize("dump", ["", "{}", "nonsense"])
def test_what_pipewire_should_not_say_is_an_error_of_the_reader(dump: str):
    with pytest.raises(ValueError):
        screen_streams(dump)


def test_known_recorders_are_named_while_they_run():
    assert judge(Captures(("OBS Studio",))).evidence == ("OBS Studio runs",)
    assert judge(Captures(())) == ok("capture")


def test_where_nothing_tells_it_is_unknown():
    assert judge(Captures(None)).outcome == "unknown"


def test_a_magnifier_may_take_the_screen_where_it_is_agreed():
    captures = Captures((), ("kmag",))
    assert judge(captures).outcome == "violation"
    assert judge(captures, allowed={"kmag"}).outcome == "ok"


def test_the_list_holds_recorders_of_each_system():
    recorders = {one.name for one in blocked_list() if one.does == "record"}
    assert {"OBS Studio", "SimpleScreenRecorder", "Bandicam", "ShareX"} <= recorders
