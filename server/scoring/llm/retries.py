"""When a failed question is asked again.

Pure. One rule: a wait asked for by the server is kept, or not begun; ours has full jitter, so that
many who failed together do not come back together.
"""

from server.scoring.llm.asking import LlmError, RateLimited

MOST_TRIES = 4
FIRST_S = 0.5
MOST_S = 20.0
MOST_ASKED_S = 60.0
"""A longer wait is the job's affair: it is put back and nothing is held up."""


def pause_s(error: LlmError, tries: int, chance: float) -> float | None:
    """Seconds until the next try; None for no further one.

    `tries`: how many there were; `chance`: 0 to below 1, drawn for this pause.
    """
    if not error.retryable or tries >= MOST_TRIES:
        return None
    own = min(MOST_S, FIRST_S * 2.0 ** (tries - 1)) * chance
    if isinstance(error, RateLimited) and error.retry_after_s is not None:
        if error.retry_after_s > MOST_ASKED_S:
            return None
        return error.retry_after_s + own
    return own
