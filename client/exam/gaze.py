"""The gaze calibration: point after point, then its result in a row of the record.

One rule: it can be left at every moment, it ends by itself within 40 s, and whatever it comes
to, the interview goes on.
"""

import math
from dataclasses import replace

from client.exam.aim import POINTS, Fit, Gaze, Place, points
from client.exam.facts import GazeAimed, GazeBegun, GazeFitted, GazeLeft
from client.exam.orders import Append, Effect, FitGaze, LookAt, Recalibrate, Result
from client.exam.questions import back_to_question
from client.exam.state import Now, Screen, State, with_live
from shared.events import Calibrated

SETTLE_MS = 350
"""The target glides so long; the time that eyes need to follow is the proctor's to leave."""
POINT_PATIENCE_MS = 2_700
"""From showing a point to the next one, however little was seen of it."""
WHOLE_MS = 37_000
"""After this the fit is made of what is there: with it the candidate is kept under 40 s."""
FIT_PATIENCE_MS = 2_500
"""How long the fit may take; it takes well under a second."""
MOST_UNSEEN = 3
"""Points in a row without eyes after which going on is no use."""
MOST_TRIES = 2
"""A second try helps who looked away; a third helped nobody and keeps the person."""

UNSEEN = "Your eyes could not be seen clearly."
INTERRUPTED = "The camera stopped in the middle."
SILENT = "There was no answer in time."
AGREED = "Agreed beforehand with this candidate."


def gaze_wanted(state: State) -> bool:
    """Whether this interview calibrates at all."""
    return state.policy.calibrate_gaze and not gaze_excused(state)


def gaze_excused(state: State) -> bool:
    """Whether an accommodation does without it."""
    agreed = state.accommodations
    return (
        agreed.no_calibration
        or agreed.nystagmus
        or agreed.screen_reader
        or agreed.head_and_gaze_off
    )


def may_try_again(gaze: Gaze) -> bool:
    """Whether another try is offered."""
    return gaze.stage == "ready" or (gaze.stage == "poor" and gaze.tries < MOST_TRIES)


def calibrating(
    state: State, happened: GazeBegun | GazeAimed | GazeFitted | GazeLeft, now: Now
) -> Result:
    """The person begins or leaves; the proctor answers."""
    if state.screen is not Screen.GAZE:
        return state, ()
    gaze = state.live.gaze
    match happened:
        case GazeBegun() if may_try_again(gaze):
            begun = replace(
                gaze,
                stage="aiming",
                place=happened.place,
                began_ms=now.mono_ms,
                unseen=0,
                fit=None,
            )
            return _show(state, begun, 0, now)
        case GazeAimed() if gaze.stage == "aiming" and gaze.asked:
            if happened.number != gaze.number:
                return state, ()
            aimed = replace(gaze, share=max(gaze.share, min(1.0, happened.share)))
            if aimed.share >= 1:
                return _next(state, aimed, now)
            return _with(state, aimed), ()
        case GazeFitted() if gaze.stage == "fitting":
            return _with(state, _judged(gaze, happened.fit)), ()
        case GazeLeft():
            live = replace(state.live, gaze=Gaze(), problem=None)
            good = gaze.stage == "good" and gaze.fit is not None
            saved = gaze.fit.saved if good and gaze.fit is not None else ""
            rows: tuple[Effect, ...] = (Append(_row(gaze, now)),)
            if state.aside_ms is None:
                left = replace(state, screen=Screen.CONSENT, gaze_model=saved, live=live)
                return left, rows
            if not good and state.gaze_model:
                # The one before goes on: no worse than it was.
                saved, rows = state.gaze_model, (*rows, Recalibrate(state.gaze_model))
            return back_to_question(
                replace(state, gaze_asked="", gaze_model=saved, live=live), now
            ), rows
        case _:
            return state, ()


def gaze_ticked(state: State, now: Now) -> Result:
    """What the passing of time does to the point that is shown."""
    gaze = state.live.gaze
    shown_for = now.mono_ms - gaze.shown_ms
    if gaze.stage == "fitting" and shown_for > FIT_PATIENCE_MS:
        return _with(state, _judged(gaze, Fit(calibrated=False, reason=SILENT))), ()
    if gaze.stage != "aiming" or gaze.place is None:
        return state, ()
    if now.mono_ms - gaze.began_ms > WHOLE_MS:
        return _fit(state, gaze, gaze.place, now)
    if shown_for > POINT_PATIENCE_MS:
        unseen = gaze.unseen + 1 if gaze.share == 0 else 0
        if unseen >= MOST_UNSEEN:
            return _with(state, _judged(gaze, Fit(calibrated=False, reason=UNSEEN))), ()
        return _next(state, replace(gaze, unseen=unseen), now)
    if not gaze.asked and shown_for >= SETTLE_MS:
        point = points(gaze.place)[gaze.number]
        order = LookAt(gaze.number, point.x_mm, point.y_mm, point.held_out)
        return _with(state, replace(gaze, asked=True)), (order,)
    return state, ()


def gaze_interrupted(state: State) -> State:
    """The camera or its process went away: what it had collected is gone."""
    gaze = state.live.gaze
    if state.screen is not Screen.GAZE or gaze.stage not in ("aiming", "fitting"):
        return state
    fit = Fit(calibrated=False, reason=INTERRUPTED)
    # No fault of the person's: it does not count as a try.
    return _with(state, replace(gaze, stage="poor", fit=fit))


def _show(state: State, gaze: Gaze, number: int, now: Now) -> Result:
    shown = replace(gaze, number=number, shown_ms=now.mono_ms, asked=False, share=0.0)
    return _with(state, shown), ()


def _next(state: State, gaze: Gaze, now: Now) -> Result:
    if gaze.share > 0:
        gaze = replace(gaze, unseen=0)
    if gaze.number + 1 < POINTS:
        return _show(state, gaze, gaze.number + 1, now)
    assert gaze.place is not None
    return _fit(state, gaze, gaze.place, now)


def _fit(state: State, gaze: Gaze, place: Place, now: Now) -> Result:
    fitting = replace(gaze, stage="fitting", shown_ms=now.mono_ms)
    return _with(state, fitting), (FitGaze(place.width_mm, place.height_mm),)


def _judged(gaze: Gaze, fit: Fit) -> Gaze:
    stage = "good" if fit.calibrated else "poor"
    return replace(gaze, stage=stage, fit=fit, tries=gaze.tries + 1)


def _with(state: State, gaze: Gaze) -> State:
    return with_live(state, replace(state.live, gaze=gaze))


def _row(gaze: Gaze, now: Now) -> Calibrated:
    spent_ms = max(0, now.mono_ms - gaze.entered_ms)
    fit = gaze.fit
    match gaze.stage:
        case "ready":
            reason = "The candidate skipped it before the first point."
            return Calibrated(outcome="skipped", reason=reason, spent_ms=spent_ms)
        case "aiming" | "fitting":
            reason = f"The candidate skipped it at point {gaze.number + 1} of {POINTS}."
            return Calibrated(outcome="skipped", reason=reason, spent_ms=spent_ms)
        case "good" | "poor":
            assert fit is not None
    place = gaze.place
    measured = place is not None and place.measured
    missed = "poor" if fit.error_deg is not None else "impossible"
    return Calibrated(
        outcome="calibrated" if fit.calibrated else missed,
        reason=fit.reason,
        points=fit.points,
        held_out=fit.held_out,
        error_mdeg=_milli(fit.error_deg),
        error_um=_milli(fit.error_mm),
        interval90_mdeg=_milli(fit.interval90_deg),
        # Unknown, not the assumed size: the reader must not take a guess for a measurement.
        screen_um=(
            (round(place.width_mm * 1000), round(place.height_mm * 1000))
            if place is not None and measured
            else None
        ),
        distance_mm=None if fit.distance_mm is None else round(fit.distance_mm),
        model=fit.model,
        spent_ms=spent_ms,
    )


def _milli(value: float | None) -> int | None:
    return None if value is None or not math.isfinite(value) else round(value * 1000)
