import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.refusals import Refused
from server.speech.voices import PAUSE_S, Line, VoiceAway, Voices
from tests.server.support import START

LINE = Line("What is a hash table?", "en-GB-SoniaNeural")


class Speaker:
    """Says each line by its words; away while told so."""

    def __init__(self) -> None:
        self.said: list[Line] = []
        self.away = False

    def __call__(self, line: Line) -> bytes:
        if self.away:
            raise VoiceAway("The voice service cannot be reached.")
        self.said.append(line)
        return line.text.encode() * 1000


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


def voices(speaker: Speaker, folder: Path, most_bytes: int = 1_000_000) -> Voices:
    return Voices(speaker, folder, most_bytes=most_bytes)


def test_a_line_is_made_once_and_outlives_a_restart(speaker: Speaker, tmp_path: Path) -> None:
    first = voices(speaker, tmp_path).read(LINE, START)
    assert voices(speaker, tmp_path).read(LINE, START) == first
    assert speaker.said == [LINE]


@pytest.mark.parametrize(
    "other", [{"text": "Why?"}, {"voice": "en-US-AriaNeural"}, {"rate_percent": -10}]
)
def test_another_text_voice_or_pace_is_another_line(
    speaker: Speaker, tmp_path: Path, other: dict[str, str]
) -> None:
    kept = voices(speaker, tmp_path)
    kept.read(LINE, START)
    kept.read(replace(LINE, **other), START)
    assert len(speaker.said) == 2


def test_two_who_want_the_same_line_wait_for_one(tmp_path: Path) -> None:
    asked, going = [], threading.Event()

    def slow(line: Line) -> bytes:
        asked.append(line)
        going.wait(10)
        return b"sound"

    kept = Voices(slow, tmp_path, most_bytes=100)
    both = [threading.Thread(target=kept.read, args=(LINE, START)) for _ in range(2)]
    for each in both:
        each.start()
    going.set()
    for each in both:
        each.join(10)
    assert asked == [LINE]


def test_after_a_failure_nobody_waits_again_for_a_while(speaker: Speaker, tmp_path: Path) -> None:
    kept = voices(speaker, tmp_path)
    speaker.away = True
    with pytest.raises(Refused) as refused:
        kept.read(LINE, START)
    assert (refused.value.code, refused.value.detail) == (
        "no_voice",
        "The voice service cannot be reached. The app reads it aloud itself.",
    )
    speaker.away = False
    with pytest.raises(Refused) as refused:
        kept.read(LINE, START + timedelta(seconds=PAUSE_S - 10))
    assert refused.value.retry_after_s == 10
    assert kept.read(LINE, START + timedelta(seconds=PAUSE_S))


def test_the_longest_unused_line_makes_room(speaker: Speaker, tmp_path: Path) -> None:
    kept = voices(speaker, tmp_path, most_bytes=2500)
    old, used, new = (Line(text, LINE.voice) for text in "abc")
    kept.read(old, START)
    kept.read(used, START + timedelta(seconds=1))
    kept.read(old, START + timedelta(seconds=2))
    kept.read(new, START + timedelta(seconds=3))
    assert {each.stem for each in tmp_path.glob("*.mp3")} == {old.address, new.address}


def test_a_folder_that_cannot_be_written_costs_the_copy_only(
    speaker: Speaker, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert voices(speaker, blocked / "below").read(LINE, START)
