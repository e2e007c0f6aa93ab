"""A gaze calibration on its way from the proctor to the flow, and back after a restart.

One rule: what cannot be read is no calibration, and the gaze is judged without one.
"""

import logging
from functools import cache

from pydantic import TypeAdapter, ValidationError

from client import exam
from client.proctor.calibration import Calibration
from client.proctor.types import GazeFitted

log = logging.getLogger(__name__)


@cache
def _adapter() -> TypeAdapter[Calibration]:
    return TypeAdapter(Calibration)


def fit_of(fitted: GazeFitted) -> exam.Fit:
    """What the flow keeps of it."""
    found = fitted.calibration
    return exam.Fit(
        calibrated=found is not None,
        reason=fitted.reason,
        points=fitted.points,
        held_out=fitted.held_out,
        error_deg=fitted.error_deg,
        error_mm=fitted.error_mm,
        interval90_deg=fitted.interval90_deg,
        distance_mm=None if found is None else found.screen.distance_mm,
        model="" if found is None else found.model,
        saved="" if found is None else _adapter().dump_json(found).decode(),
    )


def calibration_of(saved: str) -> Calibration | None:
    """The calibration that `fit_of` wrote; None where this app cannot read it."""
    try:
        return _adapter().validate_json(saved)
    except ValidationError:
        log.info("a saved calibration cannot be read and is left out")
        return None
