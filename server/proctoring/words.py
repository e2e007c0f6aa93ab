"""Sentences for facts that state an error, so that a page and a script say the same.

One rule: what was measured and how sure it is, never what it means about a person; a number that
is not there is called not known, never zero.
"""

from shared.events import Calibrated, Challenged, Kind

KINDS = frozenset({Kind.CALIBRATED, Kind.CHALLENGED})
"""Of rows that `sentence` has words for."""


def sentence(kind: str, body_json: str) -> str:
    """What a row says about how well could be seen; empty for every other kind.

    `body_json`: the body as it was stored, which its model has read before.
    """
    match kind:
        case Kind.CALIBRATED:
            return _calibrated(Calibrated.model_validate_json(body_json))
        case Kind.CHALLENGED:
            return _challenged(Challenged.model_validate_json(body_json))
        case _:
            return ""


def _calibrated(body: Calibrated) -> str:
    reason = _ended(body.reason)
    match body.outcome:
        case "skipped":
            return f"The calibration was left out. {reason or _UNCALIBRATED}"
        case "impossible":
            return f"The gaze could not be calibrated. {reason or _UNCALIBRATED}"
        case "poor":
            return f"{_missed(body)} That is too much to rely on. {reason or _UNCALIBRATED}"
        case "calibrated":
            return f"{_missed(body)} {_interval(body)}"


_UNCALIBRATED = "The uncalibrated model with its wider error went on."


def _missed(body: Calibrated) -> str:
    if body.error_mdeg is None:
        return f"Calibrated on {_points(body.points)}; the error is not known."
    on_screen = "" if body.error_um is None else f", {body.error_um / 10_000:.1f} cm on the screen"
    return (
        f"Calibrated on {_points(body.points)}; {_points(body.held_out)} kept apart were missed by "
        f"{body.error_mdeg / 1000:.1f}° on average{on_screen}."
    )


def _interval(body: Calibrated) -> str:
    if body.interval90_mdeg is None:
        return "How far single gaze points spread is not known."
    return f"90 % of gaze points lie within {body.interval90_mdeg / 1000:.1f}°."


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"


def _challenged(body: Challenged) -> str:
    match body.outcome:
        case "ok":
            said = "The face answered the changing light of the screen"
        case "violation":
            said = "The face did not answer the changing light of the screen"
        case "unknown":
            said = "Whether the face answered the light of the screen could not be told"
    measured = ""
    if body.correlation_milli is not None:
        measured = f" (correlation {body.correlation_milli / 1000:.2f})"
    return " ".join(part for part in (f"{said}{measured}.", _ended(body.detail)) if part)


def _ended(text: str) -> str:
    """`text` as a sentence of its own."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."
