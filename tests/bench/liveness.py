"""`liveness`: pictures called pictures, and living people called none.

Three kinds of evidence, each measured for itself: the networks on labelled and on studio
photographs, the signs in the landmarks on clips and on a portrait that a script moves, and copies
of a clip in a loop. One rule: what the recordings cannot show is said beside the figure.
"""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from client.proctor.detectors import antispoof, liveness, signs
from client.proctor.detectors.liveness import PICTURE, LivenessDetector
from client.proctor.detectors.loop import LoopDetector
from client.proctor.scene import Scene
from client.proctor.types import Frame
from tests.bench import stats, watched
from tests.bench.watched import Picture, row
from tests.e2e import portrait

NAME = "liveness"
_CLIPS = (*watched.ONE_PERSON, "people_video/video00.mp4", "people_video/video02.mp4")
_DEMO_S = 60.0


def run() -> list[dict[str, Any]]:
    """One row for each figure."""
    folder = watched.samples()
    if folder is None or not watched.bank("face").runs("face"):
        why = "INVIGIL_SAMPLES names no folder, or the face model is missing"
        return [row(NAME, "pictures found", None, note=why)]
    with tempfile.TemporaryDirectory() as made:
        demo = portrait.render(Path(made), _DEMO_S)
        return [*_networks(folder), *_signs(folder, demo), *_loops(folder, demo)]


def _networks(folder: Path) -> Iterator[dict[str, Any]]:
    networks = antispoof.load()
    if networks is None:
        yield row(NAME, "networks: fakes found", None, note="the antispoof models are missing")
        return
    real = {
        path.stem: _real(networks, watched.photo(path))
        for path in sorted((folder / "spoof").glob("*.jpg"))
    }
    fakes = [value for name, value in real.items() if name.startswith("image_F")]
    found = sum(value is not None and value < PICTURE for value in fakes)
    said = ", ".join(f"{name} {value:.3f}" for name, value in real.items() if value is not None)
    yield row(
        NAME,
        "networks: fakes called pictures",
        found / len(fakes),
        unit="share",
        n=len(fakes),
        interval=list(stats.wilson(found, len(fakes))),
        data="spoof",
        model=networks.title,
        note=f"probability of a living face: {said}; two fakes carry no equal error rate",
    )
    votes = [
        _real(networks, watched.photo(path))
        for path in sorted((folder / "faces_deepface").glob("*.jpg"))
    ]
    known = [vote for vote in votes if vote is not None]
    for level in (PICTURE, liveness.DOUBT):
        wrong = sum(vote < level for vote in known)
        yield row(
            NAME,
            f"networks: studio photographs below {level}",
            wrong / len(known),
            unit="share",
            n=len(known),
            interval=list(stats.wilson(wrong, len(known))),
            data="faces_deepface",
            model=networks.title,
            note="of living people, one frame each; the product needs the median of five frames",
        )


def _signs(folder: Path, demo: Path) -> Iterator[dict[str, Any]]:
    """Without the networks: what the landmarks alone say."""
    wrong, seconds, longest = 0, 0.0, []
    for clip in _CLIPS:
        said, watched_s, lifeless_s = _watch(folder / clip)
        wrong += any(value == 1 for _, value in said)
        seconds += watched_s
        longest.append(f"{Path(clip).stem} {lifeless_s:.0f} s")
    yield row(
        NAME,
        "signs: clips of people called a picture",
        wrong / len(_CLIPS),
        unit="share",
        n=len(_CLIPS),
        interval=list(stats.wilson(wrong, len(_CLIPS))),
        data="gaze_video, gaze_video_pointer, people_video",
        model="none",
        note=(
            f"{seconds:.0f} s in all, none as long as the {signs.WATCH_S:.0f} s that a verdict "
            f"needs; longest without a sign: {', '.join(longest)}"
        ),
    )
    said, _, lifeless_s = _watch(demo)
    first = next((at_s for at_s, value in said if value == 1), None)
    yield row(
        NAME,
        "signs: a portrait moved by a script, seconds until called a picture",
        first,
        unit="s",
        n=1,
        data="the demo's candidate (synthetic)",
        model="none",
        note=(
            f"14 s of it absent, turned or beside a second face; {lifeless_s:.0f} s without a sign"
        ),
    )


def _loops(folder: Path, demo: Path) -> Iterator[dict[str, Any]]:
    once = [folder / clip for clip in _CLIPS]
    found = [any(_looped(list(islice(watched.frames(clip), 200)) * 3)) for clip in once]
    yield row(
        NAME,
        "loop: clips played three times that are found",
        sum(found) / len(found),
        unit="share",
        n=len(found),
        interval=list(stats.wilson(sum(found), len(found))),
        data="gaze_video, gaze_video_pointer, people_video",
        model="none",
        note="played back exactly; a screen filmed by a camera has new grain and is not found",
    )
    plays = {clip.stem: list(watched.frames(clip)) for clip in once}
    plays["demo portrait"] = list(watched.frames(demo))
    wrong = [name for name, pictures in plays.items() if any(_looped(pictures))]
    hours = sum(len(pictures) for pictures in plays.values()) * watched.EVERY_S / 3600
    rate, low, high = stats.per_hour(len(wrong), hours)
    yield row(
        NAME,
        "loop: false alarms per hour",
        rate,
        unit="1/h",
        n=len(plays),
        interval=[low, high],
        data="the same clips once, and the demo's candidate",
        model="none",
        note=f"{hours * 60:.1f} minutes: too short to show that it is rare",
    )


def _watch(clip: Path) -> tuple[list[tuple[float, float | None]], float, float]:
    """(seconds, verdict) of the signs alone; seconds in all; longest time without a sign."""
    bank = watched.bank("picture", "face", "head_pose")
    detector = LivenessDetector(None)
    said: list[tuple[float, float | None]] = []
    life, longest, at_s = signs.Life(), 0.0, 0.0
    for look in watched.looks(bank, watched.frames(clip)):
        at_s = look.at_s
        life = signs.watch(life, at_s, liveness.clear_shape(look.scene))
        longest = max(longest, life.lifeless_s)
        found = detector.look(look.scene).liveness
        if found is not None:
            said.append((at_s, found.not_alive))
    bank.close()
    return said, at_s, longest


def _looped(pictures: Iterable[tuple[float, Picture]]) -> Iterator[bool]:
    """One frame after the other, ten a second."""
    detector = LoopDetector()
    for number, (_, rgb) in enumerate(pictures):
        frame = Frame(rgb, number * watched.EVERY_S, number)
        yield bool(detector.look(Scene(frame)).looped)


def _real(networks: antispoof.Antispoof, rgb: Picture) -> float | None:
    bank = watched.bank("face")
    looks = list(watched.looks(bank, iter([(0.0, rgb), (0.2, rgb)])))
    bank.close()
    faces = looks[-1].scene.faces
    return networks.real(rgb, faces[0].box) if faces else None
