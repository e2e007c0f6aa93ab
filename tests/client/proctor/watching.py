"""Watches a recording in its own time, every second frame, as fast as the machine can.

`python tests/client/proctor/watching.py` records the observations of the demo's portrait anew into
`replays/portrait.jsonl`; needs the face model. One rule: no real time in it, so what it gives
depends on the recording and the model alone.
"""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av

REPLAY = Path(__file__).parent / "replays" / "portrait.jsonl"
PORTRAIT = Path(__file__).parents[2] / "e2e" / "portrait.py"
LENGTH_S = 38.0
_EVERY = 2
"""The portrait has 20 frames a second, the detectors look at 10."""


def load(path: Path) -> Any:
    """A module by its path: tests are no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def observed(clip: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """(milliseconds, observations) of each look; the first two seconds make the neutral pose."""
    from client.proctor import observe
    from client.proctor.bank import Bank
    from client.proctor.neutral import WINDOW_S, Sample, neutral_of
    from client.proctor.scene import Scene
    from client.proctor.sources.replay import upright
    from client.proctor.types import Frame

    bank = Bank()
    samples: list[Sample] = []
    try:
        with av.open(str(clip)) as container:
            for number, image in enumerate(container.decode(video=0)):
                at_s = float(image.time or 0)
                if number % _EVERY:
                    continue
                scene, _ = bank.look(Scene(Frame(upright(image), at_s, number)))
                if at_s < WINDOW_S and scene.pose is not None:
                    samples.append(Sample(at_s, scene.pose, scene.eyes))
                neutral = neutral_of(samples) if at_s >= WINDOW_S else None
                at_ms = round(1000 * at_s)
                yield at_ms, observe.observations(scene, neutral, at_ms)
    finally:
        bank.close()


def main() -> int:
    """Writes the truth into the first line, then one line for each look."""
    portrait = load(PORTRAIT)
    with tempfile.TemporaryDirectory() as folder:
        lines = [json.dumps({"truth": portrait.truth(LENGTH_S)})]
        for at_ms, seen in observed(portrait.render(Path(folder), LENGTH_S)):
            values = {
                each.measure.value: None if each.value is None else round(each.value, 2)
                for each in seen
            }
            lines.append(json.dumps({"at_ms": at_ms, **values}))
    REPLAY.parent.mkdir(exist_ok=True)
    REPLAY.write_text("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))
    raise SystemExit(main())
