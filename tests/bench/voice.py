"""Speech, second voice and loudspeaker, through the product's own ears and rules.

One rule: an episode is what a rule opened, not what a model said; false ones are counted per hour
of sound in which there is nothing to find.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from client.proctor.types import Measure
from shared.events import SignalKind
from tests.bench import stats
from tests.bench.sounds import (
    LIBRISPEECH,
    LOUDSPEAKERS,
    NO_SAMPLES,
    RATE_HZ,
    Pcm,
    Played,
    folder,
    in_a_room,
    keyboard,
    long_enough,
    louder,
    mixed,
    noises,
    speech,
    utterances,
    values,
)

SAMPLE_S = 6.0
"""Of the first utterances: the voice sample."""
OWN_S = 12.0
OTHER_S = 10.0
AFTER_S = 3.0
LEVELS_DB = (20, 10, 0)
SEEN = (
    "The thresholds of the measure without weights were set with these speakers in view; "
    "speaker-id states what they are worth across halves."
)

Row = dict[str, Any]


def run() -> list[Row]:
    """All rows, or the reason why there are none."""
    if folder() is None:
        return [_row("nothing", None, note=NO_SAMPLES)]
    return [
        *_share(),
        _conversation(),
        *_second_voice("beside the candidate's, both speaking", _beside),
        *_second_voice("instead of the candidate's, by level", _instead),
        *_playback(),
        *_false_alarms(),
    ]


def _row(measure: str, ours: float | None, **more: Any) -> Row:
    row = {"name": "voice", "measure": measure, "ours": ours, "model": "silero_vad_v6"}
    return row | more


def between(by_subject: Mapping[str, Sequence[float]]) -> list[float]:
    """95 % interval of the mean; where all values are alike, by the number of subjects alone,
    because drawing the same again says nothing."""
    every = [each for one in by_subject.values() for each in one]
    if set(every) in ({0.0}, {1.0}):
        return list(stats.wilson(round(every[0]) * len(by_subject), len(by_subject)))
    return list(stats.bootstrap(by_subject, lambda found: float(np.mean(found))))


def _cut(wave: Pcm, start_s: float, seconds: float) -> Pcm:
    """That part; from the beginning again where the recording ends."""
    start, count = round(start_s * RATE_HZ), round(seconds * RATE_HZ)
    return long_enough(np.roll(wave, -start), count)


def _share() -> Iterator[Row]:
    by_speaker = {
        name: [_spoken(wave) for wave in waves if len(wave) > 2 * RATE_HZ]
        for name, waves in utterances().items()
    }
    every = [share for shares in by_speaker.values() for share in shares]
    mean = float(np.mean(every))
    yield _row(
        "share of speech in speech",
        mean,
        unit="share",
        n=len(every),
        interval=list(stats.bootstrap(by_speaker, lambda found: float(np.mean(found)))),
        target="≥ 0.84",
        ok=mean >= 0.84,
        data=LIBRISPEECH,
        note="Pauses between sentences count against it.",
    )
    quiet = {name: [_spoken(wave)] for name, wave in noises().items()}
    most = max(share for shares in quiet.values() for share in shares)
    yield _row(
        "share of speech in noise, the worst recording",
        most,
        unit="share",
        n=len(quiet),
        target="≤ 0.05",
        ok=most <= 0.05,
        data="5 recordings of rooms and streets, 78 s",
    )


def _spoken(wave: Pcm) -> float:
    """Mean of the `speech` measure over a recording."""
    known = [each for each in values(Played().play(wave), Measure.SPEECH) if each is not None]
    return float(np.mean(known)) if known else 0.0


def _conversation() -> Row:
    import csv

    from client.speech.microphone import decode

    root = folder()
    assert root is not None
    place = root / "speech_misc" / "conversation"
    wave = decode(place / "deepeval-conversation.wav")
    turn = np.zeros(len(wave), bool)
    with (place / "timeline.csv").open() as file:
        for each in csv.DictReader(file):
            turn[int(float(each["start_s"]) * 16_000) : int(float(each["end_s"]) * 16_000)] = True
    right = total = 0
    for each in Played().play(wave):
        if each.measure is Measure.SPEECH and each.value is not None:
            end = each.at_ms * 16
            share = float(turn[end - 16_000 : end].mean())
            if share >= 0.9 or share <= 0.1:
                total += 1
                right += (each.value >= 0.3) == (share >= 0.9)
    return _row(
        "half-seconds judged rightly, speech or none",
        right / total,
        unit="share",
        n=total,
        interval=list(stats.wilson(right, total)),
        data="speech_misc/conversation: 63 s of two synthetic voices and their timeline",
        note="Silence inside a turn counts as speech in the timeline.",
    )


def _beside(own: Pcm, other: Pcm, below_db: int) -> Pcm:
    return mixed(own, other, below_db)


def _instead(own: Pcm, other: Pcm, below_db: int) -> Pcm:
    level = 20 * np.log10(np.std(own.astype(float)) / np.std(other.astype(float)))
    return louder(other, level - below_db)


def _second_voice(how: str, make: Callable[[Pcm, Pcm, int], Pcm]) -> Iterator[Row]:
    """Whether `second_voice` opened for each ordered pair of speakers."""
    names = sorted(utterances())
    enrolled = Played().ears.enrol(_cut(speech(names[0]), 0, SAMPLE_S).tobytes())
    by = f"silero_vad_v6 and {enrolled.model}"
    for below_db in LEVELS_DB:
        found: dict[str, list[float]] = {name: [] for name in names}
        for own in names:
            for other in names:
                if own != other:
                    found[own].append(_found(own, other, make, below_db))
        hits = [hit for one in found.values() for hit in one]
        yield _row(
            f"second voice found within {OTHER_S + AFTER_S:.0f} s, {how}, {below_db} dB below",
            float(np.mean(hits)),
            unit="share",
            n=len(hits),
            interval=between(found),
            target="stated",
            data=f"{LIBRISPEECH}: 90 ordered pairs",
            model=by,
            note=SEEN,
        )


def _found(own: str, other: str, make: Callable[[Pcm, Pcm, int], Pcm], below_db: int) -> float:
    played = _enrolled(own)
    voice = speech(own)
    played.play(_cut(voice, SAMPLE_S, OWN_S))
    before = len(played.opened)
    beside = make(_cut(voice, SAMPLE_S + OWN_S, OTHER_S), speech(other), below_db)
    played.play(_cut(beside, 0, OTHER_S))
    played.play(np.zeros(int(AFTER_S * RATE_HZ), np.int16))
    return float(any(each.signal is SignalKind.SECOND_VOICE for each in played.opened[before:]))


def _enrolled(speaker: str) -> Played:
    played = Played()
    for start_s in (0.0, 3.0, 6.0):
        if played.enrol(_cut(speech(speaker), start_s, SAMPLE_S)):
            break
    return played


def _playback() -> Iterator[Row]:
    names = sorted(utterances())
    for device in LOUDSPEAKERS:
        for whose in ("the candidate's own voice", "another voice"):
            hits: list[int] = []
            for index, own in enumerate(names):
                played = _enrolled(own)
                other = own if whose.startswith("the") else names[(index + 3) % len(names)]
                sound = device.play(_cut(speech(other), SAMPLE_S, OWN_S), seed=index)
                played.play(sound)
                hits.append(_opened(played, SignalKind.PLAYBACK))
            yield _row(
                f"playback found within {OWN_S:.0f} s: {whose} through a simulated {device.name} "
                f"({device.low_hz:.0f}-{device.high_hz:.0f} Hz)",
                float(np.mean(hits)),
                unit="share",
                n=len(hits),
                interval=list(stats.wilson(sum(hits), len(hits))),
                target="stated",
                data=f"{LIBRISPEECH}, simulated",
                note="No real loudspeaker was recorded.",
            )
    wrong: list[int] = []
    for own in names:
        for other in names:
            if own != other:
                played = _enrolled(own)
                played.play(in_a_room(_cut(speech(other), SAMPLE_S, OWN_S), seed=1))
                wrong.append(_opened(played, SignalKind.PLAYBACK))
    yield _row(
        f"playback said of another live voice within {OWN_S:.0f} s",
        float(np.mean(wrong)),
        unit="share",
        n=len(wrong),
        interval=list(stats.wilson(sum(wrong), len(wrong))),
        target="stated",
        data=f"{LIBRISPEECH}: 90 ordered pairs, simulated room",
        note="A false alarm of its kind: the person is heard live, but has less low voice.",
    )


def _opened(played: Played, signal: SignalKind) -> int:
    return int(any(each.signal is signal for each in played.opened))


def _false_alarms() -> Iterator[Row]:
    """Episodes an hour where there is nothing to find."""
    street = np.concatenate(list(noises().values()))
    voices = (SignalKind.SECOND_VOICE, SignalKind.PLAYBACK)
    every = (SignalKind.SPEECH, *voices)
    own = {name: _cut(speech(name), SAMPLE_S, 60) for name in utterances()}

    def with_noise(below_db: float) -> list[Pcm]:
        return [mixed(wave, long_enough(street, len(wave)), below_db) for wave in own.values()]

    keys = {name: mixed(own[name], keyboard(60, seed), 10) for seed, name in enumerate(own)}
    situations: Sequence[tuple[str, list[Pcm], Sequence[SignalKind]]] = (
        ("keyboard alone (simulated)", [keyboard(600, seed) for seed in range(2)], every),
        ("noise alone", [long_enough(street, 300 * RATE_HZ)], every),
        ("silence", [np.zeros(600 * RATE_HZ, np.int16)], every),
        ("own voice", list(own.values()), voices),
        ("own voice in another room (simulated)", [in_a_room(w, 3) for w in own.values()], voices),
        ("own voice and keyboard 10 dB below", list(keys.values()), voices),
        ("own voice in noise 20 dB below", with_noise(20), voices),
        ("own voice in noise 10 dB below", with_noise(10), voices),
    )
    for name, waves, signals in situations:
        opened = dict.fromkeys(signals, 0)
        for index, wave in enumerate(waves):
            speaker = sorted(own)[index] if "own voice" in name else sorted(own)[0]
            played = _enrolled(speaker)
            played.play(wave)
            for each in played.opened:
                if each.signal in opened:
                    opened[each.signal] += 1
        hours = sum(len(wave) for wave in waves) / RATE_HZ / 3_600
        for signal, count in opened.items():
            rate, low, high = stats.per_hour(count, hours)
            yield _row(
                f"false `{signal.value}` an hour: {name}",
                rate,
                unit="per hour",
                n=count,
                interval=[low, high],
                target="stated",
                data=f"{hours * 60:.0f} min",
                note=SEEN if signal is SignalKind.SECOND_VOICE else "",
            )
