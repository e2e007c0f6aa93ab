"""Which Whisper a machine can carry.

Pure. One rule: the text of an answer is to be there while the person still remembers saying it; a
better model that is too slow for that is no better.
"""

from collections.abc import Sequence

ANSWER_S = 10.0
"""Length of the answer that the limit speaks of."""
TEXT_WITHIN_S = 3.0
"""How long an answer of that length may take to become text."""
WHOLE = 2.5
"""A whole transcription over its encoder's part. Assumed, on the side of a smaller model: it grows
with the words that are spoken and with the beam."""


def estimated_s(encoder_s: float, *, measured_bytes: int, model_bytes: int) -> float:
    """Seconds that another model needs for such an answer.

    `encoder_s`: what the measured model's encoder took for one window. Time goes with the size of
    the weights: tiny 75 MB, base 145 MB and small 484 MB took 0.50, 0.97 and 3.6 s.
    """
    return encoder_s * WHOLE * model_bytes / max(1, measured_bytes)


def largest_in_time(sizes: Sequence[int], encoder_s: float) -> int:
    """Index of the largest model that is quick enough, else of the smallest.

    `sizes`: bytes of each model's weights; `encoder_s`: of the smallest one, as measured.
    """
    smallest = min(range(len(sizes)), key=lambda at: sizes[at])
    quick = [
        at
        for at, size in enumerate(sizes)
        if estimated_s(encoder_s, measured_bytes=sizes[smallest], model_bytes=size) <= TEXT_WITHIN_S
    ]
    return max(quick, key=lambda at: sizes[at], default=smallest)
